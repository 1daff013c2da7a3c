"""What is said where a format needs a package that is not installed."""

from ..errors import CommandError
from ..text import Text

LACKING = Text(da="Til {program} skal der bruges en pakke mere.", en="{program} needs one more package.")
FETCH = Text(da="hent den med: pip install 'partnerskab-cli[{extra}]'", en="get it with: pip install 'partnerskab-cli[{extra}]'")


def lacking(program: str, extra: str) -> CommandError:
    """That a program's format is not at hand, and how to get the extra that makes it."""
    return CommandError(LACKING.filled(program=program), FETCH.filled(extra=extra))
