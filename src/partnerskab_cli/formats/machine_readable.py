"""What formats for machines share: JSON that steers nothing, columns in other units, fingerprints, paths."""

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256

from ..diagnostics import Diagnostic, Report, Span, YamlPath
from ..text.localized import UNSHOWN

PRINT_LENGTH = 16
UTF16_UNIT = 4
"""Hexadecimal digits."""


def dump_json(value: object) -> str:
    """A value as JSON, the same bytes for the same value; what would steer a terminal or a log is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return re.sub(UNSHOWN, lambda match: match[0] if match[0] == "\n" else escape_json_letter(match[0]), text)


def escape_json_letter(letter: str) -> str:
    """A character as JSON escapes it, in one or two units of UTF-16."""
    digits = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{digits[at : at + UTF16_UNIT]}" for at in range(0, len(digits), UTF16_UNIT))


def count_utf16_units(text: str) -> int:
    """The length that browsers and most editors count in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def count_utf8_bytes(text: str) -> int:
    """The length in bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


def convert_span(span: Span, lines: Sequence[str], size: Callable[[str], int]) -> Span | None:
    """The same stretch with its columns in another unit; nothing where its lines are not known."""
    start = convert_column(span.line, span.column, lines, size)
    end = convert_column(span.end_line, span.end_column, lines, size)
    return Span(span.line, start, span.end_line, end) if start and end else None


def convert_column(line: int, at: int, lines: Sequence[str], size: Callable[[str], int]) -> int | None:
    """A column in another unit, no further than the end of its line."""
    if at == 1:
        return 1
    return 1 + size(lines[line - 1][: at - 1]) if line <= len(lines) else None


def strip_dot_slash(path: str) -> str:
    """A path without the `./` that keeps it from being taken for an option."""
    return path.removeprefix("./")


def format_yaml_path(route: YamlPath) -> str:
    """`parter[0].navn`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")


def compute_fingerprints(report: Report) -> list[str]:
    """A fingerprint for each diagnostic: rule, agreement and route, and where those are alike their number in the file.

    It stays the same when lines move.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    return [compute_fingerprint(diagnostic, seen) for diagnostic in report.diagnostics]


def compute_fingerprint(diagnostic: Diagnostic, seen: Counter[tuple[str, ...]]) -> str:
    """The fingerprint of one diagnostic, after those that were seen."""
    identity = (diagnostic.code, diagnostic.subject or diagnostic.path, format_yaml_path(diagnostic.route))
    seen[identity] += 1
    number = () if seen[identity] == 1 else (str(seen[identity]),)
    return sha256("\0".join((*identity, *number)).encode("utf-8", "surrogatepass")).hexdigest()[:PRINT_LENGTH]


def group_by_file(report: Report) -> dict[str, list[Diagnostic]]:
    """The diagnostics of each file in which something was found, in the order of the report."""
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.diagnostics:
        by_file.setdefault(diagnostic.path, []).append(diagnostic)
    return by_file
