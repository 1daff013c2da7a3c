"""A report without the CPR numbers of the file it speaks of."""

import re
from collections.abc import Sequence

from ..diagnostics import Diagnostic, Looked, Report, Span
from ..rules.privacy.cpr import masked, sightings
from ..rules.rule import Script
from ..text import Text


def hidden(report: Report, script: Script) -> Report:
    """The same report, with every digit of the numbers covered wherever it quotes the file, its keys or its name."""
    found: set[str] = set()
    escaped: list[Span] = []
    for one in sightings(script):
        found.add(one.number)
        escaped += [one.span] if one.escaped else []
    if not found:
        return report
    numbers = frozenset(found)
    return report._replace(
        diagnostics=tuple(quiet(one, numbers) for one in report.diagnostics),
        files=tuple(covered(file, escaped, numbers) for file in report.files),
    )


def quiet(one: Diagnostic, numbers: frozenset[str]) -> Diagnostic:
    """A diagnostic that repeats none of the numbers; a fix that would write one is left out."""
    return one._replace(
        path=masked(one.path, numbers),
        message=silent(one.message, numbers),
        cure=silent(one.cure, numbers),
        route=tuple(masked(step, numbers) if isinstance(step, str) else step for step in one.route),
        subject=masked(one.subject, numbers),
        hint=one.hint and silent(one.hint, numbers),
        edits=tuple(edit for edit in one.edits if edit.text == masked(edit.text, numbers)),
    )


def silent(words: Text, numbers: frozenset[str]) -> Text:
    """A text in both languages that repeats none of the numbers."""
    return Text(*(masked(one, numbers) for one in words))


def covered(file: Looked, escaped: Sequence[Span], numbers: frozenset[str]) -> Looked:
    """A file whose lines show none of the numbers, not even those spelt in escapes."""
    text = "\n".join(file.lines)
    lines = re.sub("•+", lambda run: blotted_out(text[run.start() : run.end()]), masked(text, numbers)).split("\n")
    for span in escaped:
        for line in range(span.line, min(span.end_line, len(lines)) + 1):
            lines[line - 1] = blotted(lines[line - 1], span, line)
    return file._replace(path=masked(file.path, numbers), lines=tuple(lines) if file.lines else (), subject=masked(file.subject, numbers))


def blotted_out(text: str) -> str:
    """A stretch covered letter by letter."""
    return "*" * len(text) if text.isascii() else "".join(map(cover, text))


def blotted(text: str, span: Span, line: int) -> str:
    """The stretch of a line that a number stands in, covered letter by letter."""
    start = span.column - 1 if line == span.line else 0
    end = span.end_column - 1 if line == span.end_line else len(text)
    bare = text[start:end].rstrip()
    return text[:start] + blotted_out(bare) + text[start + len(bare) :]


def cover(letter: str) -> str:
    """What stands for a covered letter in a line; as many bytes for a digit, so that columns stay right in every unit."""
    return "*" if letter.isascii() else "•"
