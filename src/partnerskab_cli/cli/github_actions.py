"""In GitHub Actions: annotations beside the plain text, and the summary of the step."""

import os
import sys
from pathlib import Path

from ..atomic import append
from ..diagnostics import Report
from ..formats.registry import FORMATS
from ..formats.terminal_style import TerminalStyle
from .terminal import write_stream

MOST_BYTES = 1 << 20
"""What GitHub takes as the summary of one step; beyond that it shows nothing of it."""


def write_github_output(report: Report, style: TerminalStyle, *, annotated: bool) -> None:
    """Say it also in the ways of GitHub Actions: annotations unless there are some, and a summary."""
    if not annotated:
        write_stream(FORMATS["github"](report, style), sys.stderr)
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        append(Path(name), FORMATS["markdown"](report, style).encode(), MOST_BYTES)
