"""Is it a partnership? The six marks that both definitions share (S3 Forskellige slags aftaler om samarbejde; S1 Nye visioner)."""

from collections.abc import Callable
from typing import NamedTuple

from ..diagnostics import Mark
from ..text import Text
from .agreement import Agreement
from .checklist import gives, says
from .choices import Side
from .finding import Way, way
from .signing import PartySigning, is_signed
from .values import Key

LEARNING = Key("læring")
"""The principle of shared development and learning, by its key in an agreement."""


class Criterion(NamedTuple):
    """One mark of a partnership."""

    number: int
    key: str
    english: str
    text: Text
    fields: Way
    """Where it shows."""
    parts: Callable[[Agreement, tuple[PartySigning, ...]], tuple[object, ...]]
    """What a full answer consists of; one part filled is a partial answer."""


class Answer(NamedTuple):
    """How far an agreement shows one mark: yes, partly or no."""

    criterion: Criterion
    mark: Mark


def partnership_test(agreement: Agreement, signings: tuple[PartySigning, ...]) -> tuple[Answer, ...]:
    """The six marks, each with its answer. What was put aside as not relevant is not there, and counts as no."""
    return tuple(Answer(one, answered(one.parts(agreement, signings))) for one in CRITERIA)


def answered(parts: tuple[object, ...]) -> Mark:
    """Yes when every part is there, partly when some are."""
    told = [says(part) for part in parts]
    return Mark.YES if all(told) else Mark.PARTLY if any(told) else Mark.NO


def structured(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """Someone keeps things together or decides, and problems have a place to go."""
    one = agreement.organisation
    return (one and (one.coordinator or one.steering_group or one.follow_up_group or one.decisions), one and one.problem_path)


def binding(agreement: Agreement, signings: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """There are contributions, and all have signed."""
    return agreement.contributions, any(one.signatures for one in signings), is_signed(signings)


def mutual(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """Both sides say what they get out of it."""
    one = agreement.benefits
    return one and one.voluntary, one and one.public


def in_dialogue(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """The parties meet, and it is known how often or when next."""
    return agreement.meetings, any(one.frequency or one.next for one in agreement.meetings)


def voluntary(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """The agreement can be ended, and by both sides; where nobody is named, nobody is shut out."""
    end = agreement.termination if says(agreement.termination) else None
    sides = {party.side for party in agreement.parties if end and (not end.by or party.id in end.by)}
    return end, sides >= {Side.PUBLIC, Side.VOLUNTARY}


def developing(agreement: Agreement, _: tuple[PartySigning, ...]) -> tuple[object, ...]:
    """Both sides put something in, and something new comes of it."""
    learning = (agreement.principles or {}).get(LEARNING)
    return gives(agreement, Side.PUBLIC), gives(agreement, Side.VOLUNTARY), agreement.added_value or learning


CRITERIA = (
    Criterion(1, "struktureret", "structured", Text(da="Samarbejdet er struktureret", en="The cooperation is structured"),
              way(Agreement.organisation), structured),
    Criterion(2, "forpligtende", "binding", Text(da="Det forpligter jer", en="It binds you"),
              way(Agreement.contributions, Agreement.signatures), binding),
    Criterion(3, "gensidigt", "mutual", Text(da="Det er en fordel for alle parter", en="It is of benefit to all parties"),
              way(Agreement.benefits), mutual),
    Criterion(4, "dialog", "dialogue", Text(da="Det bygger på dialog", en="It builds on dialogue"),
              way(Agreement.meetings), in_dialogue),
    Criterion(5, "frivilligt", "voluntary", Text(da="I er med, fordi I vil, og kan begge sige fra", en="You take part because you want to, and both can leave"),
              way(Agreement.termination), voluntary),
    Criterion(6, "udvikling", "development",
              Text(da="I lægger ressourcer og kompetencer sammen for at udvikle en indsats", en="You combine resources and competences to develop an effort"),
              way(Agreement.contributions, Agreement.added_value, Agreement.principles), developing),
)  # fmt: skip
