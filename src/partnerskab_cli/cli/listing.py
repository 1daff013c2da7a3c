"""`partnerskab list`: the ids of agreements, for scripts."""

from typing import Annotated

import typer

from ..portfolio.arranging import ordered
from ..text import Text, shown
from .gathering import gathered
from .manner import Manner
from .options import option
from .papers import code_of
from .record import day, language_of, setting
from .screen import remark, say

LEFT_OUT = Text(da="{path}: {reason}", en="{path}: {reason}")


def listing(
    context: typer.Context,
    where: Annotated[
        list[str] | None,
        option("--where", metavar="FELT=VÆRDI", da="kun de aftaler; kan gentages", en="only those agreements; may be repeated"),
    ] = None,
    sort: Annotated[
        str | None, option("--sort", metavar="FELT", da="sortér efter et felt; -felt er baglæns", en="sort by a field; -field is backwards")
    ] = None,
    today: Annotated[str | None, option("--today", metavar="DATO", da="som om det er den dag", en="as if it were that day")] = None,
) -> int:
    """Name the agreements, one a line, by their titles in Danish order; files that could not be read are told of beside."""
    manner: Manner = context.obj
    whole = gathered(setting([]), day(today), where or (), manner)
    language = language_of(manner, whole.profile)
    say("".join(f"{shown(entry.name)}\n" for entry in ordered(whole.entries, sort, whole.profile)))
    for one in whole.broken:
        remark(LEFT_OUT.said(language, path=shown(one.path), reason=shown(one.reason.said(language))), manner)
    return code_of(whole)
