"""The one exception, and the exit codes of every command."""

from enum import IntEnum

from .text.localized import Text


class Exit(IntEnum):
    """How a command ends."""

    DONE = 0
    FOUND = 1
    """Findings at the threshold, a difference, a stale or an overdue thing."""
    FAULT = 2
    """Used wrongly, or it could not be done."""
    BUG = 3
    INTERRUPTED = 130


class CommandError(Exception):
    """What stops a command: wrong use, or something it cannot do. Exit 2.

    A fault in an agreement is never raised; it is a finding.
    """

    def __init__(self, says: Text, cure: Text | None = None) -> None:
        super().__init__(says.en)
        self.says = says
        self.cure = cure
