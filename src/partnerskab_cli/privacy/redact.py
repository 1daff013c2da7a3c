"""Reports, comparisons and texts without the CPR numbers that stand in the files they speak of."""

import re
from collections.abc import Iterable, Sequence

from ..diagnostics import CheckedFile, Diagnostic, Report, Span
from ..difference import AgreementDiff, Difference, FieldDiff
from ..model.agreement import Agreement
from ..source.source_file import SourceFile
from ..text.localized import Text
from .cpr import find_cpr_numbers, iter_numbers, mask_numbers
from .text_source import TextSource
from .tokens import make_text_source


def redact_report(report: Report, script: TextSource) -> Report:
    """The same report, with every digit of the numbers covered wherever it quotes the file, its keys or its name."""
    words: set[str] = set()
    escaped: list[Span] = []
    for number in find_cpr_numbers(script):
        words.add(number.number)
        escaped += [number.span] if number.escaped else []
    if not words:
        return report
    numbers = frozenset(words)
    return report._replace(
        diagnostics=tuple(redact_diagnostic(diagnostic, numbers) for diagnostic in report.diagnostics),
        files=tuple(redact_file(file, escaped, numbers) for file in report.files),
    )


def redact_diagnostic(diagnostic: Diagnostic, numbers: frozenset[str]) -> Diagnostic:
    """A diagnostic that repeats none of the numbers; a fix that would write one is left out."""
    return diagnostic._replace(
        path=mask_numbers(diagnostic.path, numbers),
        message=redact_localized(diagnostic.message, numbers),
        cure=redact_localized(diagnostic.cure, numbers),
        route=tuple(mask_numbers(step, numbers) if isinstance(step, str) else step for step in diagnostic.route),
        subject=mask_numbers(diagnostic.subject, numbers),
        hint=diagnostic.hint and redact_localized(diagnostic.hint, numbers),
        edits=tuple(edit for edit in diagnostic.edits if edit.text == mask_numbers(edit.text, numbers)),
    )


def redact_localized(words: Text, numbers: frozenset[str]) -> Text:
    """A text in both languages that repeats none of the numbers."""
    return Text(*(mask_numbers(word, numbers) for word in words))


def redact_file(file: CheckedFile, escaped: Sequence[Span], numbers: frozenset[str]) -> CheckedFile:
    """A file whose lines show none of the numbers, not even those spelt in escapes."""
    text = "\n".join(file.lines)
    lines = re.sub("•+", lambda run: mask_text(text[run.start() : run.end()]), mask_numbers(text, numbers)).split("\n")
    for span in escaped:
        for line in range(span.line, min(span.end_line, len(lines)) + 1):
            lines[line - 1] = redact_span(lines[line - 1], span, line)
    return file._replace(
        path=mask_numbers(file.path, numbers), lines=tuple(lines) if file.lines else (), subject=mask_numbers(file.subject, numbers)
    )


def mask_text(text: str) -> str:
    """A stretch covered letter by letter."""
    return "*" * len(text) if text.isascii() else "".join(map(mask_letter, text))


def redact_span(text: str, span: Span, line: int) -> str:
    """The stretch of a line that a number stands in, covered letter by letter."""
    start = span.column - 1 if line == span.line else 0
    end = span.end_column - 1 if line == span.end_line else len(text)
    bare = text[start:end].rstrip()
    return text[:start] + mask_text(bare) + text[start + len(bare) :]


def mask_letter(letter: str) -> str:
    """What stands for a covered letter in a line; as many bytes for a digit, so that columns stay right in every unit."""
    return "*" if letter.isascii() else "•"


def redact_difference(difference: Difference, sheets: Iterable[SourceFile[Agreement]]) -> Difference:
    """A comparison that repeats none of the CPR numbers of the files it speaks of."""
    secret = frozenset(number.number for source in sheets for number in find_cpr_numbers(make_text_source(source)))
    return (
        difference._replace(entries=tuple(redact_agreement_diff(entry, secret) for entry in difference.entries)) if secret else difference
    )


def redact_agreement_diff(diff: AgreementDiff, numbers: frozenset[str]) -> AgreementDiff:
    """An agreement's changes without the numbers."""
    path, former, own_id, title = (mask_numbers(words, numbers) for words in (diff.path, diff.former, diff.id, diff.title))
    names = tuple(mask_numbers(name, numbers) for name in diff.must_sign)
    lines = tuple(redact_field_diff(line, numbers) for line in diff.lines)
    return diff._replace(path=path, former=former, id=own_id, title=title, must_sign=names, lines=lines)


def redact_field_diff(diff: FieldDiff, numbers: frozenset[str]) -> FieldDiff:
    """A change without the numbers; told word by word one could fall apart and slip through, so such a text is told whole."""
    title, before, after = (mask_numbers(words, numbers) for words in (diff.title, diff.before, diff.after))
    whole = (before, after) == (diff.before, diff.after)
    return diff._replace(title=title, before=before, after=after, parts=diff.parts if whole else ())


def redact_text(words: str) -> str:
    """A text without the CPR numbers that stand in it."""
    return mask_numbers(words, frozenset(number for _, _, number, _ in iter_numbers(words)))
