"""`partnerskab guide`: what to think of before the first meeting."""

from typing import Annotated

import typer

from ...errors import CommandError, Exit
from ...help.guide import ASSOCIATION, MUNICIPALITY, build_guide_page
from ...render.page_registry import PAGE_FORMATS
from ...text.localized import Text
from ...workspace.files import choose_language, open_workspace
from ...workspace.global_options import GlobalOptions
from ..options import option
from ..terminal import choose_terminal_style, print_document, print_text

SIDES = Text(da="forening eller kommune", en="association or municipality")
READERS = {"forening": ASSOCIATION, "kommune": MUNICIPALITY, "association": ASSOCIATION, "municipality": MUNICIPALITY}
FOR = option("--for", metavar="HVEM", da=SIDES.da, en=SIDES.en, choices=tuple(READERS), offered=SIDES)
TO = option("--to", metavar="FORMAT", choices=tuple(PAGE_FORMATS))


def guide(
    context: typer.Context,
    reader: Annotated[str | None, FOR] = None,
    to: Annotated[str, TO] = "text",
) -> int:
    """Questions before the first meeting, for one side."""
    options: GlobalOptions = context.obj
    if reader is None:
        raise CommandError(
            Text(da="Hvem er vejledningen til?", en="For whom is the guide?"),
            Text(da="skriv --for forening eller --for kommune", en="write --for association or --for municipality"),
        )
    chosen = READERS[FOR.parse(reader)]
    style = choose_terminal_style(options, choose_language(options, open_workspace([]).profile))
    (print_text if to == "text" else print_document)(PAGE_FORMATS[TO.parse(to)](build_guide_page(chosen), style))
    return Exit.DONE
