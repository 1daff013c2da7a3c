"""Answers → the file of a new agreement."""

from collections.abc import Iterator

from ..edit.fields import Steps as Way, set_field
from ..edit.scalars import Tree, format_scalar
from ..model.agreement import Agreement
from ..model.field import Field
from ..model.record import Record, iter_record_types
from ..text.localized import Language, slugify
from .interview import NAME, TITLE, Answers, InterviewStart, make_scaffold_options
from .scaffold import HEAD_FIELDS, PLACEHOLDER, Steps, plan_sections, render_skeleton

BELONGING = frozenset(field.name for field in Agreement.fields) - HEAD_FIELDS


def render_answered_draft(name: str, start: InterviewStart, answers: Answers, folder: str) -> str:
    """The whole file; answers that the form has no room for get a field of their own. `folder`: the way from the file to the record.

    Raises:
        CommandError: an answer cannot stand where it was meant to.

    """
    order = make_scaffold_options(start, answers)
    text = render_skeleton(name, order, folder, {at: value for at, value in answers.items() if value})
    placed = {leaf.at for question in plan_sections(order) for leaf in question.iter_leaves()}
    for at, value in answers.items():
        if value and at[0] in BELONGING and at[-1] != "more" and at not in placed:
            text = set_field(text, *find_insertion_point(at, answers))
    return text


def find_insertion_point(at: Steps, answers: Answers) -> tuple[Way, Tree]:
    """Where an answer goes and what is to stand there: below a key that no field has, all that was answered in its section."""
    way = tuple(iter_steps(at))
    if len(way) == len(at):
        return way, answers[at]
    return way, {str(words[-1]): each for words, each in answers.items() if words[:-1] == at[:-1] and each}


def iter_steps(at: Steps) -> Iterator[Field | int]:
    """The fields and numbers that lead to an answer."""
    record: type[Record] = Agreement
    for step in at:
        if isinstance(step, int):
            yield step
        elif field := record.names.get(step):
            yield field
            record = next(iter_record_types(field.kind), Record)


def choose_draft_id(start: InterviewStart, answers: Answers) -> str:
    """The id of the agreement: the one that was given, else one made of its title; empty where there is neither."""
    return start.name or str(answers.get(NAME, "")) or slugify(str(answers.get(TITLE, "")))[:60].strip("-")


def count_open_questions(text: str, language: Language) -> int:
    """How many questions are left for later."""
    return text.count(f" {format_scalar(PLACEHOLDER.localize(language))}")
