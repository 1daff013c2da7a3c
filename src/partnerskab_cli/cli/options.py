"""Options and arguments as commands declare them: with their help in both languages."""

import re
from collections.abc import Mapping
from typing import Any

import typer

from ..text.localized import Text

BREAK = "\x1f"
"""Stands between the Danish and the English help of an option, since a parser knows only one text."""


def option(*names: str, da: str, en: str, metavar: str | None = None) -> Any:  # noqa: ANN401 - what typer makes of it
    """An option with its help."""
    return typer.Option(*names, help=f"{da}{BREAK}{en}", metavar=metavar, show_default=False)


def argument(*, da: str, en: str, metavar: str) -> Any:  # noqa: ANN401 - what typer makes of it
    """An argument with its help."""
    return typer.Argument(help=f"{da}{BREAK}{en}", metavar=metavar, show_default=False)


def split_help(text: str | None) -> Text:
    """The help of an option or an argument in both languages."""
    da, _, en = (text or "").partition(BREAK)
    return Text(da=da, en=en)


IN_ENGLISH: Mapping[str, str] = {
    "AFTALE": "AGREEMENT", "ANTAL": "NUMBER", "DATO": "DATE", "DOKUMENT": "DOCUMENT", "EMNE": "TOPIC", "FELT": "FIELD", "FIL": "FILE",
    "HVAD": "WHAT", "HVEM": "WHO", "KODE": "CODE", "KOMMUNE": "MUNICIPALITY", "MAPPE": "FOLDER", "NAVN": "NAME", "NØGLE": "KEY", "PAKKE": "PACKAGE",
    "PART": "PARTY", "PATH": "PATH", "PROFIL": "PROFILE", "RAPPORT": "REPORT", "ROLLE": "ROLE", "SPROG": "LANGUAGE", "STED": "PLACE",
    "STI": "PATH", "SVAR": "ANSWER", "TABEL": "TABLE", "TEKST": "TEXT", "TID": "TIME", "TITEL": "TITLE", "VÆGT": "WEIGHT", "VÆRDI": "VALUE",
    "VÆRT": "HOST",
}  # fmt: skip
"""The words that stand for what is typed; they are declared in Danish."""
STANDING = "[A-ZÆØÅ]+"


def split_metavar(metavar: str) -> Text:
    """What stands for a value, in both languages: `[AFTALE]` and `[AGREEMENT]`."""
    return Text(da=metavar.replace("PATH", "STI"), en=re.sub(STANDING, lambda word: IN_ENGLISH.get(word[0], word[0]), metavar))
