"""The checklist of "Velfærd på flere måder" (2005), thirteen points in the brochure's order."""

import re
from collections.abc import Callable
from typing import NamedTuple

from ..diagnostics import CompletionStatus
from ..text.localized import Text
from .agreement import Agreement
from .choices import Level, Side
from .contributions import Contribution
from .cooperation import Boundaries
from .payers import iter_payers
from .record import UNREAD, Record, Way, field_path
from .summary import intern_value


class Item(NamedTuple):
    """A point of the checklist."""

    number: int
    title: Text
    ask: Text
    fields: Way
    """Where it is answered."""
    parts: Callable[[Agreement], tuple[object, ...]]
    """What a full answer consists of; one part filled is a partial answer."""
    core: bool = False
    """One of the five that every written agreement answers: needs, goals, success criteria, termination, user influence."""


LEVELS = {
    "political": Text(da="politikerne", en="the politicians"),
    "management": Text(da="ledelsen", en="the management"),
    "staff": Text(da="medarbejderne", en="the staff"),
    "members": Text(da="medlemmerne", en="the members"),
}
"""The four levels of anchoring; the board counts as members."""

CHECKLIST = (
    Item(1, Text(da="Behov og målgruppe", en="Needs and target group"),
         Text(da="Hvilket behov løser I, og for hvem?", en="Which need do you meet, and for whom?"),
         field_path(Agreement.needs, Agreement.target_group), lambda a: (a.needs, a.target_group), core=True),
    Item(2, Text(da="Formål", en="Purpose"), Text(da="Hvorfor samarbejder I?", en="Why do you work together?"),
         field_path(Agreement.purpose), lambda a: (a.purpose,)),
    Item(3, Text(da="Mål og delmål, og hvordan I følger op", en="Goals and milestones, and how you follow up"),
         Text(da="Hvad skal være anderledes, og hvordan ser I, om det går godt?",
              en="What should be different, and how do you see whether it goes well?"),
         field_path(Agreement.goals, Agreement.evaluation), lambda a: (a.goals, has_follow_up(a)), core=True),
    Item(4, Text(da="Succeskriterier for både frivillige og kommune", en="Success criteria for both volunteers and municipality"),
         Text(da="Hvornår er samarbejdet en succes for jer hver især?", en="When is the cooperation a success for each of you?"),
         field_path(Agreement.success_criteria),
         lambda a: (a.success_criteria and a.success_criteria.voluntary, a.success_criteria and a.success_criteria.public), core=True),
    Item(5, Text(da="Organisering", en="Organisation"),
         Text(da="Hvem holder i trådene, og hvor går man hen, hvis noget driller?",
              en="Who keeps things together, and where does one turn if something goes wrong?"),
         field_path(Agreement.organisation, Agreement.interplay, Agreement.meetings),
         lambda a: (a.organisation or is_coordinated(a), a.organisation or a.interplay or a.meetings)),
    Item(6, Text(da="Hvor meget der skal skrives ned", en="How much to write down"),
         Text(da="Hvor meget har I brug for at skrive ned?", en="How much do you need to write down?"),
         field_path(Agreement.formality), lambda a: (a.formality,)),
    Item(7, Text(da="Styring og kontrol over for risikovillighed", en="Control against willingness to take risks"),
         Text(da="Hvor meget vil I styre, og hvor meget tør I prøve?", en="How much will you steer, and how much do you dare to try?"),
         field_path(Agreement.control_and_risk, Agreement.risks), lambda a: (a.control_and_risk, a.control_and_risk or a.risks)),
    Item(8, Text(da="Ressourcer", en="Resources"), Text(da="Hvad bidrager I hver især med?", en="What does each of you contribute?"),
         field_path(Agreement.contributions, Agreement.grant), lambda a: (has_contribution(a, Side.PUBLIC), has_contribution(a, Side.VOLUNTARY))),
    Item(9, Text(da="Grænser i og for samarbejdet", en="Limits in and of the cooperation"),
         Text(da="Hvad gør de frivillige ikke, og hvad falder udenfor?", en="What do the volunteers not do, and what falls outside?"),
         field_path(Agreement.boundaries), lambda a: (a.boundaries, a.boundaries and has_limits(a.boundaries))),
    Item(10, Text(da="Eventuelt ophør", en="Possible end"),
         Text(da="Hvordan stopper I ordentligt, hvis I får brug for det?", en="How do you stop in good order, if you need to?"),
         field_path(Agreement.termination), lambda a: (a.termination,), core=True),
    Item(11, Text(da="Brugerindflydelse", en="User influence"), Text(da="Hvordan får brugerne indflydelse?", en="How do the users have a say?"),
         field_path(Agreement.user_influence), lambda a: (a.user_influence,), core=True),
    Item(12, Text(da="Forankring i forening og kommune", en="Anchoring in association and municipality"),
         Text(da="Hvem skal kende aftalen: politikere, ledere, medarbejdere, medlemmer?",
              en="Who should know the agreement: politicians, managers, staff, members?"),
         field_path(Agreement.anchoring), lambda a: tuple(find_backing(a, level) for level in LEVELS)),
    Item(13, Text(da="Formidling til borgerne", en="Telling the citizens"), Text(da="Hvordan får borgerne det at vide?", en="How do the citizens hear about it?"),
         field_path(Agreement.communication), lambda a: (a.communication and (a.communication.citizens or a.communication.overview or a.communication.channels),)),
)  # fmt: skip


def is_coordinated(agreement: Agreement) -> bool:
    """Whether a contact is the one who keeps things together, by the name of the role."""
    return any(re.search(COORDINATING, contact.role, re.IGNORECASE) for party in agreement.parties for contact in party.contacts)


COORDINATING = r"\b\w*(?:tovholder|koordinator)(?:en|e|er)?\b|\bco-?ordinator\b|\bliaison\b"


def has_limits(limits: Boundaries) -> bool:
    """Whether something is said that the volunteers do not do, that is left to the law, or that falls outside."""
    return bool(limits.volunteers_do_not or limits.statutory or limits.out_of_scope)


def find_backing(agreement: Agreement, level: str) -> object:
    """What stands of one of the four levels: under anchoring, or, of the politicians, a meeting at which they meet."""
    met = level == "political" and any(meeting.level is Level.POLITICAL for meeting in agreement.meetings)
    return (agreement.anchoring and agreement.anchoring.find_level(level)) or met


def has_follow_up(agreement: Agreement) -> bool:
    """Whether someone looks at the goals on the way."""
    return is_answered(agreement.evaluation) or any(goal.follow_up for goal in agreement.goals)


def has_contribution(agreement: Agreement, side: Side) -> bool:
    """Whether a side contributes, or pays a grant or a line of the budget."""
    parties = {party.id for party in agreement.parties if party.side is side}
    party_ids = {contribution.party for contribution in agreement.contributions if is_described(contribution)}
    return not parties.isdisjoint(party_ids | {*iter_payers(agreement)})


def is_described(contribution: Contribution) -> bool:
    """Whether it is said what a party contributes, and not only that it does."""
    return any(getattr(contribution, each.name) != each.default for each in Contribution.fields if each.name != "party")


def rate_item(item: Item, agreement: Agreement) -> CompletionStatus:
    """How far an agreement answers a point."""
    parts = [is_answered(part) for part in item.parts(agreement)]
    if all(parts):
        return CompletionStatus.YES
    if any(agreement.aside.get(field.name, UNREAD) != UNREAD for field in item.fields):
        return CompletionStatus.NOT_RELEVANT
    return CompletionStatus.PARTLY if any(parts) else CompletionStatus.NO


def is_answered(value: object) -> bool:
    """Whether there is an answer; a section that only has room for them is none, and one that says why they do not fit is."""
    if isinstance(value, Record):
        return any(is_answered(getattr(value, field.name)) for field in value.fields) or any(
            reason != UNREAD for reason in value.aside.values()
        )
    return bool(value)


def rate_checklist(agreement: Agreement) -> tuple[CompletionStatus, ...]:
    """The marks of all thirteen points."""
    statuses: tuple[CompletionStatus, ...] = intern_value(tuple([rate_item(item, agreement) for item in CHECKLIST]))
    return statuses
