"""An example of several lines in a single one, as YAML writes it: `ophør: {varsel: 3 måneder}`."""

from collections.abc import Iterator, Sequence

SHUT = ('"', "'", "[", "{")
"""What begins a value that ends where it says so itself."""
PARTING = (",", "[", "]", "{", "}", "#", ": ")
"""What would end a bare value inside brackets."""


def inline_example(text: str) -> str:
    """Words with an example behind them, in one line; what stands below a key comes into brackets."""
    first, *below = text.split("\n")
    return f"{first} {bracket_lines(below)}" if below and first.endswith(":") else " ".join(text.split())


def bracket_lines(lines: Sequence[str]) -> str:
    """Lines of one depth and what stands below them: a list or a section."""
    parts = ", ".join(inline_part(group) for group in group_by_indent(lines))
    return f"[{parts}]" if lines[0].lstrip().startswith("- ") else f"{{{parts}}}"


def group_by_indent(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines that stand furthest out, each with those below it."""
    starts = [number for number, line in enumerate(lines) if measure_depth(line) == measure_depth(lines[0])]
    yield from (list(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True))


def inline_part(lines: list[str]) -> str:
    """An item or a field, with what stands below it."""
    head, below = lines[0].strip(), lines[1:]
    if head.startswith("- "):
        inside = head[2:]
        return bracket_lines([" " * (measure_depth(lines[0]) + 2) + inside, *below]) if below or ": " in inside else quote_value(inside)
    key, _, value = head.partition(": ")
    return f"{head} {bracket_lines(below)}" if below else f"{key}: {quote_value(value)}"


def quote_value(value: str) -> str:
    """A value that a comma or a bracket in it does not end."""
    return f'"{value}"' if not value.startswith(SHUT) and any(mark in value for mark in PARTING) else value


def measure_depth(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip(" "))
