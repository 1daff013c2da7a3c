"""`partnerskab rules`: all rules."""

from typing import Annotated

import typer

from ..errors import Exit
from ..explaining.catalogue import rules_page, rules_reference, rules_value
from ..formats.look import Look
from .manner import Manner, one_of
from .options import option
from .record import language_of, setting
from .screen import hand, look_of, say

KINDS = ("table", "md", "json")


def rules(
    context: typer.Context,
    form: Annotated[str, option("--format", metavar="FORMAT", da="table, md eller json", en="table, md or json")] = "table",
) -> int:
    """Show all rules."""
    manner: Manner = context.obj
    look = look_of(manner, language_of(manner, setting([]).profile))
    (say if form == KINDS[0] else hand)(catalogue(one_of("--format", form, KINDS), look))
    return Exit.DONE


def catalogue(form: str, look: Look) -> str:
    """All rules as a table, as a document, or for machines."""
    if form == "json":
        from ..formats.machine import jsoned  # noqa: PLC0415 - only one of the three forms needs it

        return jsoned(rules_value(look.language))
    from ..formats.pages.table import PAGE_FORMATS  # noqa: PLC0415 - likewise

    return PAGE_FORMATS["md"](rules_reference(), look) if form == "md" else PAGE_FORMATS["text"](rules_page(), look)
