"""Is it a partnership? The six marks that both definitions share (S3 Forskellige slags aftaler om samarbejde; S1 Nye visioner)."""

from collections.abc import Callable
from typing import NamedTuple

from ..diagnostics import CompletionStatus
from ..text.localized import Text
from .agreement import Agreement
from .checklist import has_contribution, is_answered
from .choices import Side
from .record import Way, field_path
from .signing import PartySigning, is_signed
from .types import Key

LEARNING = Key("læring")
"""The principle of shared development and learning, by its key in an agreement."""


class PartnershipCriterion(NamedTuple):
    """One mark of a partnership."""

    number: int
    key: str
    english: str
    text: Text
    fields: Way
    """Where it shows."""
    parts: Callable[[Agreement, tuple[PartySigning, ...]], tuple[object, ...]]
    """What a full answer consists of; one part filled is a partial answer."""


class CriterionResult(NamedTuple):
    """How far an agreement shows one mark: yes, partly or no."""

    criterion: PartnershipCriterion
    mark: CompletionStatus


def rate_partnership(agreement: Agreement, signings: tuple[PartySigning, ...]) -> tuple[CriterionResult, ...]:
    """The six marks, each with its answer. What was put aside as not relevant is not there, and counts as no."""
    return tuple(CriterionResult(criterion, rate_parts(criterion.parts(agreement, signings))) for criterion in CRITERIA)


def rate_parts(parts: tuple[object, ...]) -> CompletionStatus:
    """Yes when every part is there, partly when some are."""
    lines = [is_answered(part) for part in parts]
    return CompletionStatus.YES if all(lines) else CompletionStatus.PARTLY if any(lines) else CompletionStatus.NO


def collect_structure_answers(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """Someone keeps things together or decides, and problems have a place to go."""
    organisation = agreement.organisation
    return (
        organisation
        and (organisation.coordinator or organisation.steering_group or organisation.follow_up_group or organisation.decisions),
        organisation and organisation.problem_path,
    )


def collect_commitment_answers(agreement: Agreement, signings: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """There are contributions, and all have signed."""
    return agreement.contributions, any(signing.signatures for signing in signings), is_signed(signings)


def collect_benefit_answers(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """Both sides say what they get out of it."""
    benefits = agreement.benefits
    return benefits and benefits.voluntary, benefits and benefits.public


def collect_meeting_answers(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """The parties meet, and it is known how often or when next."""
    return agreement.meetings, any(meeting.frequency or meeting.next for meeting in agreement.meetings)


def collect_termination_answers(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """The agreement can be ended, and by both sides; where nobody is named, nobody is shut out."""
    end = agreement.termination if is_answered(agreement.termination) else None
    sides = {party.side for party in agreement.parties if end and (not end.by or party.id in end.by)}
    return end, sides >= {Side.PUBLIC, Side.VOLUNTARY}


def collect_development_answers(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """Both sides put something in, and something new comes of it."""
    learning = (agreement.principles or {}).get(LEARNING)
    return has_contribution(agreement, Side.PUBLIC), has_contribution(agreement, Side.VOLUNTARY), agreement.added_value or learning


CRITERIA = (
    PartnershipCriterion(1, "struktureret", "structured", Text(da="Samarbejdet er struktureret", en="The cooperation is structured"),
              field_path(Agreement.organisation), collect_structure_answers),
    PartnershipCriterion(2, "forpligtende", "binding", Text(da="Det forpligter jer", en="It binds you"),
              field_path(Agreement.contributions, Agreement.signatures), collect_commitment_answers),
    PartnershipCriterion(3, "gensidigt", "mutual", Text(da="Det er en fordel for alle parter", en="It is of benefit to all parties"),
              field_path(Agreement.benefits), collect_benefit_answers),
    PartnershipCriterion(4, "dialog", "dialogue", Text(da="Det bygger på dialog", en="It builds on dialogue"),
              field_path(Agreement.meetings), collect_meeting_answers),
    PartnershipCriterion(5, "frivilligt", "voluntary", Text(da="I er med, fordi I vil, og kan begge sige fra", en="You take part because you want to, and both can leave"),
              field_path(Agreement.termination), collect_termination_answers),
    PartnershipCriterion(6, "udvikling", "development",
              Text(da="I lægger ressourcer og kompetencer sammen for at udvikle en indsats", en="You combine resources and competences to develop an effort"),
              field_path(Agreement.contributions, Agreement.added_value, Agreement.principles), collect_development_answers),
)  # fmt: skip
