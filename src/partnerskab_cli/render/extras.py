"""What is said where a format needs a package that is not installed."""

import re
from importlib.metadata import PackageNotFoundError, requires

from ..errors import CommandError
from ..text.localized import Text

TOOL = "partnerskab-cli"
LACKING = Text(da="Til {program} skal der bruges en pakke mere.", en="{program} needs one more package.")
FETCH = Text(da="hent den med: pip install {packages}", en="get it with: pip install {packages}")


def build_missing_extra_error(program: str, extra: str) -> CommandError:
    """That a program's format is not at hand, and how to get the packages that make it, by their own names."""
    return CommandError(LACKING.format(program=program), FETCH.format(packages=format_packages(extra)))


def format_packages(extra: str) -> str:
    """The packages of an extra as pip takes them, each between quotation marks."""
    try:
        declared = requires(TOOL) or []
    except PackageNotFoundError:
        declared = []
    marked = [line.partition(";") for line in declared]
    return " ".join(
        f"'{name.strip()}'" for name, _, mark in marked if re.search(rf"extra *== *['\"]{extra}['\"]", mark) and TOOL not in name
    )
