"""`partnerskab explain`: what a rule, a field or a topic is about."""

from typing import Annotated

import typer

from ...errors import CommandError, Exit
from ...help.topics import build_contents_page, find_topic_pages, suggest_topic
from ...render.text import render
from ...text.localized import Text
from ...text.matching import MEANT
from ...workspace.files import choose_language, open_workspace
from ...workspace.global_options import GlobalOptions
from ..options import argument
from ..terminal import choose_terminal_style, print_text


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
    options: GlobalOptions = context.obj
    profile = open_workspace([]).profile
    style = choose_terminal_style(options, choose_language(options, profile))
    words = " ".join(topic or ())
    pages = find_topic_pages(words, profile) if words else (build_contents_page(profile),)
    if not pages:
        raise build_unknown_topic_error(words, suggest_topic(words, profile))
    print_text("\n\n".join(render(page, style) for page in pages))
    return Exit.DONE


def build_unknown_topic_error(words: str, meant: str | None) -> CommandError:
    """Something that cannot be explained, with the nearest that can."""
    lists = Text(
        da="prøv fx en regelkode som TJK10, et felt som ophør.varsel, »tjekliste 10«, »former«, »typer« eller »holdepunkter«",
        en="try for instance a rule code such as TJK10, a field such as termination.notice, “checklist 10”, “forms”, “types” or “principles”",
    )
    return CommandError(
        Text(da="Jeg kan ikke forklare »{words}«.", en="I cannot explain “{words}”.").format(words=words),
        MEANT.format(meant=meant) if meant else lists,
    )
