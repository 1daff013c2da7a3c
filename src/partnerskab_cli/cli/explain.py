"""`partnerskab explain`: what a rule, a field or a topic is about."""

from typing import Annotated

import typer

from ..agreement.nearest import MEANT
from ..errors import CommandError, Exit
from ..explaining.contents import contents_page
from ..explaining.topics import explained, suggestion
from ..formats.pages.text import text
from ..text import Text
from .manner import Manner
from .options import argument
from .record import language_of, setting
from .screen import look_of, say


def explain(
    context: typer.Context,
    topic: Annotated[
        list[str] | None,
        argument(
            metavar="[EMNE…]",
            da="en regelkode, et felt, et punkt på tjeklisten, et ord eller et holdepunkt; ellers det, jeg kan forklare",
            en="a rule code, a field, a point of the checklist, a word or a principle; else what I can explain",
        ),
    ] = None,
) -> int:
    """Explain a rule, a field or a topic; without one, say what can be explained."""
    manner: Manner = context.obj
    profile = setting([]).profile
    look = look_of(manner, language_of(manner, profile))
    words = " ".join(topic or ())
    pages = explained(words, profile) if words else (contents_page(profile),)
    if not pages:
        raise unknown(words, suggestion(words, profile))
    say("\n\n".join(text(page, look) for page in pages))
    return Exit.DONE


def unknown(words: str, meant: str | None) -> CommandError:
    """Something that cannot be explained, with the nearest that can."""
    lists = Text(
        da="prøv fx en regelkode som TJK10, et felt som ophør.varsel, »tjekliste 10«, »former«, »typer« eller »holdepunkter«",
        en="try for instance a rule code such as TJK10, a field such as termination.notice, “checklist 10”, “forms”, “types” or “principles”",
    )
    return CommandError(
        Text(da="Jeg kan ikke forklare »{words}«.", en="I cannot explain “{words}”.").filled(words=words),
        MEANT.filled(meant=meant) if meant else lists,
    )
