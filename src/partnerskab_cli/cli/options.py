"""Options and arguments as commands declare them: with their help in both languages."""

from typing import Any

import typer

from ..text import Text

BREAK = "\x1f"
"""Stands between the Danish and the English help of an option, since a parser knows only one text."""


def option(*names: str, da: str, en: str, metavar: str | None = None) -> Any:  # noqa: ANN401 - what typer makes of it
    """An option with its help."""
    return typer.Option(*names, help=f"{da}{BREAK}{en}", metavar=metavar, show_default=False)


def argument(*, da: str, en: str, metavar: str) -> Any:  # noqa: ANN401 - what typer makes of it
    """An argument with its help."""
    return typer.Argument(help=f"{da}{BREAK}{en}", metavar=metavar, show_default=False)


def help_of(text: str | None) -> Text:
    """The help of an option or an argument in both languages."""
    da, _, en = (text or "").partition(BREAK)
    return Text(da=da, en=en)
