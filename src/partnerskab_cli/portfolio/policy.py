"""The report of the policy: which of its goals and actions the agreements support, and where the holes are."""

from collections.abc import Callable, Iterator

from ..agreement.agreement import Agreement
from ..agreement.field import Choice, word
from ..agreement.values import Whole
from ..profile.policy import Policy, PolicyAction, PolicyGoal
from ..text import Text
from .portfolio import Portfolio
from .rows import named
from .table import Cell, Paper, Row, Table, number, words

TITLE_OF = Text(da="Frivilligpolitikken", en="The volunteer policy")
LEAD = Text(
    da="Gældende aftaler, der støtter politikkens målsætninger og handlinger. Hvor der er nul, er der et hul at tale om.",
    en="Agreements in force that support the goals and actions of the policy. A nought is a hole to talk about.",
)
NO_POLICY = Text(da="Kommunens profil har ingen frivilligpolitik.", en="The profile of the municipality has no volunteer policy.")
COLUMNS = (
    words("kind", "Slags", "Kind", detail=True), number("number", "Nr.", "No.")._replace(detail=True), words("which", "Punkt", "Point"),
    words("text", "Hvad politikken vil", "What the policy wants"),
    number("in_force", "Gældende", "In force"), words("agreements", "Aftaler", "Agreements"), number("on_the_way", "På vej", "On the way"),
)  # fmt: skip


class PolicyKind(Choice):
    """A goal of the policy, or an action."""

    GOAL = word("målsætning", "Målsætning", "Goal")
    ACTION = word("handling", "Handling", "Action")


Supports = Callable[[Agreement], tuple[Whole, ...]]


def policy(whole: Portfolio) -> Paper:
    """Each goal and each action of the profile's policy with the agreements that support it."""
    own = whole.profile.policy
    made = tuple(Row(cells) for cells in supported(whole, own)) if own else ()
    return Paper("policy", TITLE_OF, whole.today, (Table("policy", TITLE_OF, COLUMNS, made),), (LEAD if own else NO_POLICY,))


def supported(whole: Portfolio, own: Policy) -> Iterator[tuple[Cell, ...]]:
    """The goals, then the actions."""
    for goal in own.goals:
        yield PolicyKind.GOAL, *support(whole, goal, PolicyKind.GOAL, supported_goals)
    for action in own.actions:
        yield PolicyKind.ACTION, *support(whole, action, PolicyKind.ACTION, supported_actions)


WHICH = Text("{kind} {number}", "{kind} {number}")


def support(whole: Portfolio, one: PolicyGoal | PolicyAction, kind: PolicyKind, supports: Supports) -> tuple[Cell, ...]:
    """One goal or action: its number, its words, and the agreements that support it."""
    holding = [entry for entry in whole.in_force if one.number in supports(entry.agreement)]
    coming = sum(one.number in supports(entry.agreement) for entry in whole.on_the_way)
    return (
        one.number,
        WHICH.filled(kind=kind, number=one.number),
        one.words,
        len(holding),
        named(holding),
        coming,
    )


def supported_goals(agreement: Agreement) -> tuple[Whole, ...]:
    """The goals of the policy that an agreement supports."""
    return agreement.policy.goals if agreement.policy else ()


def supported_actions(agreement: Agreement) -> tuple[Whole, ...]:
    """The actions of the policy that an agreement supports."""
    return agreement.policy.actions if agreement.policy else ()


def holes(whole: Portfolio) -> tuple[Row, ...]:
    """The goals and actions that no agreement in force supports."""
    (table,) = policy(whole).tables
    place = table.place("in_force")
    return tuple(row for row in table.rows if row.cells[place] == 0)
