"""In GitHub Actions: annotations beside the plain text, and the summary of the step."""

import os
import sys
from pathlib import Path

from ..diagnostics import Report
from ..formats.look import Look
from ..formats.table import FORMATS
from ..writing.atomic import append
from .screen import write

MOST_BYTES = 1 << 20
"""What GitHub takes as the summary of one step; beyond that it shows nothing of it."""


def beside(report: Report, look: Look, *, annotated: bool) -> None:
    """Say it also in the ways of GitHub Actions: annotations unless there are some, and a summary."""
    if not annotated:
        write(FORMATS["github"](report, look), sys.stderr)
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        append(Path(name), FORMATS["markdown"](report, look).encode(), MOST_BYTES)
