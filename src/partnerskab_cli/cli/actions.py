"""In GitHub Actions: annotations beside the plain text, and the summary of the step."""

import os
import sys
from pathlib import Path

from ..diagnostics import Report
from ..formats.look import TerminalStyle
from ..formats.table import FORMATS
from ..writing.atomic import append
from .screen import write_stream

MOST_BYTES = 1 << 20
"""What GitHub takes as the summary of one step; beyond that it shows nothing of it."""


def write_github_output(report: Report, look: TerminalStyle, *, annotated: bool) -> None:
    """Say it also in the ways of GitHub Actions: annotations unless there are some, and a summary."""
    if not annotated:
        write_stream(FORMATS["github"](report, look), sys.stderr)
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        append(Path(name), FORMATS["markdown"](report, look).encode(), MOST_BYTES)
