"""Findings file by file."""

from itertools import groupby

from ..diagnostics import Diagnostic, Report
from ..text import shown
from .concise import told
from .footer import footer
from .look import BOLD, COLOURS, Look, folded, painted


def grouped(report: Report, look: Look) -> str:
    """The findings of each file under its name, then the counts."""
    parts = [
        "\n".join([painted(shown(path), BOLD, look), *(line for one in found for line in lines(one, look))])
        for path, found in groupby(report.diagnostics, key=lambda one: one.path)
    ]
    return "\n\n".join([*parts, "\n".join(footer(report, look))]) + "\n"


def lines(one: Diagnostic, look: Look) -> list[str]:
    """A finding below its file."""
    place = f"{one.span.line}:{one.span.column}"
    words = f"{one.severity.said(look.language)} {one.code}"
    found = folded(f"{words} {told(one, look)}", look, f"  {place:>7} ", " " * 10)
    return [found[0].replace(words, painted(words, COLOURS[one.severity], look), 1), *found[1:]]
