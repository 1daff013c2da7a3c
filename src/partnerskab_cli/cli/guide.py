"""`partnerskab guide`: what to think of before the first meeting."""

from typing import Annotated

import typer

from ..errors import CommandError, Exit
from ..explaining.guide import ASSOCIATION, MUNICIPALITY, guide_page
from ..formats.pages.table import PAGE_FORMATS
from ..text import Text
from .manner import Manner, one_of
from .options import option
from .record import language_of, setting
from .screen import hand, look_of, say

SIDES = Text(da="forening eller kommune", en="association or municipality")
READERS = {"forening": ASSOCIATION, "kommune": MUNICIPALITY, "association": ASSOCIATION, "municipality": MUNICIPALITY}


def guide(
    context: typer.Context,
    reader: Annotated[str | None, option("--for", metavar="HVEM", da="forening eller kommune", en="association or municipality")] = None,
    to: Annotated[str, option("--to", metavar="FORMAT", da="text, md eller html", en="text, md or html")] = "text",
) -> int:
    """Questions before the first meeting, for one side."""
    manner: Manner = context.obj
    if reader is None:
        raise CommandError(
            Text(da="Hvem er vejledningen til?", en="For whom is the guide?"),
            Text(da="skriv --for forening eller --for kommune", en="write --for association or --for municipality"),
        )
    chosen = READERS[one_of("--for", reader, tuple(READERS), SIDES)]
    look = look_of(manner, language_of(manner, setting([]).profile))
    (say if to == "text" else hand)(PAGE_FORMATS[one_of("--to", to, tuple(PAGE_FORMATS))](guide_page(chosen), look))
    return Exit.DONE
