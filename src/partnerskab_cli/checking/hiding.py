"""A report without the CPR numbers of the file it speaks of."""

from ..diagnostics import Diagnostic, Looked, Report
from ..rules.privacy.cpr import Sighting, masked, sightings
from ..rules.rule import Script
from ..text import Text


def hidden(report: Report, script: Script) -> Report:
    """The same report, with every digit of the numbers covered wherever it quotes the file, its keys or its name."""
    seen = tuple(sightings(script))
    numbers = frozenset(one.number for one in seen)
    return report._replace(
        diagnostics=tuple(quiet(one, numbers) for one in report.diagnostics),
        files=tuple(covered(file, seen, numbers) for file in report.files),
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


def covered(file: Looked, seen: tuple[Sighting, ...], numbers: frozenset[str]) -> Looked:
    """A file whose lines show none of the numbers, not even spelt in escapes."""
    text = "\n".join(file.lines)
    lines = "".join(new if new == old else cover(old) for new, old in zip(masked(text, numbers), text, strict=True)).split("\n")
    for one in seen:
        for line in range(one.span.line, one.span.end_line + 1) if one.escaped else ():
            if line <= len(lines):
                lines[line - 1] = blotted(lines[line - 1], one, line)
    return file._replace(path=masked(file.path, numbers), lines=tuple(lines) if file.lines else (), subject=masked(file.subject, numbers))


def blotted(text: str, one: Sighting, line: int) -> str:
    """The stretch of a line that a number stands in, covered letter by letter."""
    start = one.span.column - 1 if line == one.span.line else 0
    end = one.span.end_column - 1 if line == one.span.end_line else len(text)
    bare = text[start:end].rstrip()
    return text[:start] + "".join(cover(letter) for letter in bare) + text[start + len(bare) :]


def cover(letter: str) -> str:
    """What stands for a covered letter in a line; as many bytes for a digit, so that columns stay right in every unit."""
    return "*" if letter.isascii() else "•"
