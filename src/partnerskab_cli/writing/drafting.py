"""Answers → the file of a new agreement."""

from collections.abc import Iterator

from ..agreement.agreement import Agreement
from ..agreement.field import Field
from ..agreement.record import Record, sections
from ..text import Language, slug
from .edit import Steps as Way, put
from .interview import NAME, TITLE, Answers, Start, order_of
from .lines import Tree, scalar
from .scaffold import HEAD_FIELDS, PLACEHOLDER, Steps, plan, skeleton

BELONGING = frozenset(one.name for one in Agreement.fields) - HEAD_FIELDS


def drafted(name: str, start: Start, answers: Answers, folder: str) -> str:
    """The whole file; answers that the form has no room for get a field of their own. `folder`: the way from the file to the record.

    Raises:
        CommandError: an answer cannot stand where it was meant to.

    """
    order = order_of(start, answers)
    text = skeleton(name, order, folder, {at: value for at, value in answers.items() if value})
    placed = {leaf.at for one in plan(order) for leaf in one.leaves()}
    for at, value in answers.items():
        if value and at[0] in BELONGING and at[-1] != "more" and at not in placed:
            text = put(text, *landing(at, answers))
    return text


def landing(at: Steps, answers: Answers) -> tuple[Way, Tree]:
    """Where an answer goes and what is to stand there: below a key that no field has, all that was answered in its section."""
    way = tuple(on_the_way(at))
    if len(way) == len(at):
        return way, answers[at]
    return way, {str(one[-1]): each for one, each in answers.items() if one[:-1] == at[:-1] and each}


def on_the_way(at: Steps) -> Iterator[Field | int]:
    """The fields and numbers that lead to an answer."""
    record: type[Record] = Agreement
    for step in at:
        if isinstance(step, int):
            yield step
        elif one := record.names.get(step):
            yield one
            record = next(sections(one.kind), Record)


def name_of(start: Start, answers: Answers) -> str:
    """The id of the agreement: the one that was given, else one made of its title; empty where there is neither."""
    return start.name or str(answers.get(NAME, "")) or slug(str(answers.get(TITLE, "")))[:60].strip("-")


def waiting(text: str, language: Language) -> int:
    """How many questions are left for later."""
    return text.count(f" {scalar(PLACEHOLDER.said(language))}")
