"""`partnerskab recommend`: which form of agreement is enough."""

from typing import Annotated

import typer

from ...errors import CommandError, Exit
from ...help.recommendation import build_recommendation_page
from ...profile.recommend_form import (
    CHILDREN,
    DAILY,
    DATA,
    LONG,
    MANY,
    MONEY,
    MUCH_MONEY,
    NEW,
    WEEKLY,
    recommend_form,
    weigh_reasons,
)
from ...render.text import render
from ...text.localized import Text
from ...text.page import Page
from ...workspace.files import Workspace, choose_language, open_workspace
from ...workspace.global_options import GlobalOptions
from ...workspace.lookup import find_agreement_file, load_usable_agreement
from ..options import argument, option
from ..terminal import choose_terminal_style, print_text


def recommend(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    agreement: Annotated[
        str | None,
        argument(
            metavar="[AFTALE]",
            da="id eller sti; ellers svar nedenfor (nej er fx --no-grant)",
            en="id or path; else answers from below (no is --no-grant)",
        ),
    ] = None,
    *,
    grant: Annotated[bool | None, option("--grant/--no-grant", da="der er et tilskud", en="there is a grant")] = None,
    large_grant: Annotated[bool | None, option("--large-grant/--no-large-grant", da="tilskuddet er stort", en="the grant is large")] = None,
    vulnerable: Annotated[
        bool | None,
        option(
            "--vulnerable/--no-vulnerable",
            da="børn under 15 eller sårbare borgere er med",
            en="children under 15 or vulnerable citizens take part",
        ),
    ] = None,
    daily: Annotated[
        bool | None,
        option(
            "--daily/--no-daily", da="frivillige og ansatte arbejder sammen hver dag", en="volunteers and staff work together every day"
        ),
    ] = None,
    weekly: Annotated[
        bool | None, option("--weekly/--no-weekly", da="de arbejder sammen hver uge", en="they work together every week")
    ] = None,
    many: Annotated[bool | None, option("--many/--no-many", da="der er mange med", en="many people take part")] = None,
    long: Annotated[bool | None, option("--long/--no-long", da="det varer mere end et år", en="it runs for more than a year")] = None,
    data: Annotated[
        bool | None, option("--data/--no-data", da="I deler oplysninger om borgere", en="you share information on citizens")
    ] = None,
    new: Annotated[
        bool | None, option("--new/--no-new", da="I vil udvikle noget nyt sammen", en="you want to develop something new together")
    ] = None,
) -> int:
    """Suggest a form of agreement, with the sum behind it."""
    options: GlobalOptions = context.obj
    answers = {
        MONEY: grant or large_grant, MUCH_MONEY: large_grant, CHILDREN: vulnerable, DAILY: daily, WEEKLY: weekly and not daily,
        MANY: many, LONG: long, DATA: data, NEW: new,
    }  # fmt: skip
    given = any(answer is not None for answer in (grant, large_grant, vulnerable, daily, weekly, many, long, data, new))
    if given == bool(agreement):
        raise build_recommend_usage_error(agreement)
    workspace = open_workspace([])
    page = recommend_for_agreement(agreement, workspace) if agreement else recommend_for_answers(answers)
    print_text(render(page, choose_terminal_style(options, choose_language(options, workspace.profile))))
    return Exit.DONE


def recommend_for_agreement(word: str, workspace: Workspace) -> Page:
    """The suggestion for an agreement as it stands."""
    record = load_usable_agreement(find_agreement_file(word, workspace), workspace)
    return build_recommendation_page(recommend_form(record, workspace.profile), record)


def recommend_for_answers(answers: dict[Text, bool | None]) -> Page:
    """The suggestion for answers given by hand."""
    return build_recommendation_page(weigh_reasons([says for says, answer in answers.items() if answer], granted=bool(answers[MONEY])))


def build_recommend_usage_error(agreement: str | None) -> CommandError:
    """Both an agreement and answers, or neither."""
    if agreement:
        return CommandError(
            Text(
                da="Aftalen svarer selv; svar kan ikke gives ved siden af.",
                en="The agreement answers for itself; no answers can be given beside it.",
            ),
            Text(da="udelad enten aftalen eller svarene", en="leave out either the agreement or the answers"),
        )
    return CommandError(
        Text(da="Der mangler en aftale eller et svar.", en="An agreement or an answer is missing."),
        Text(
            da="nævn en aftale, eller svar fx: partnerskab recommend --grant --weekly",
            en="name an agreement, or answer for instance: partnerskab recommend --grant --weekly",
        ),
    )
