"""The report of the policy: which of its goals and actions the agreements support, and where the holes are."""

from collections.abc import Callable, Iterator

from ..model.agreement import Agreement
from ..model.field import Choice, choice_label
from ..model.types import Whole
from ..profile.policy import Policy, PolicyAction, PolicyGoal
from ..text.localized import Text
from .portfolio import Portfolio
from .report import Cell, PortfolioReport, ReportRow, ReportTable, join_titles, number_column, text_column

TITLE_OF = Text(da="Frivilligpolitikken", en="The volunteer policy")
LEAD = Text(
    da="Gældende aftaler, der støtter politikkens målsætninger og handlinger. Hvor der er nul, er der et hul at tale om.",
    en="Agreements in force that support the goals and actions of the policy. A nought is a hole to talk about.",
)
NO_POLICY = Text(da="Kommunens profil har ingen frivilligpolitik.", en="The profile of the municipality has no volunteer policy.")
COLUMNS = (
    text_column("kind", "Slags", "Kind", detail=True), number_column("number", "Nr.", "No.")._replace(detail=True), text_column("which", "Punkt", "Point"),
    text_column("text", "Hvad politikken vil", "What the policy wants"),
    number_column("in_force", "Gældende", "In force"), text_column("agreements", "Aftaler", "Agreements"), number_column("on_the_way", "På vej", "On the way"),
)  # fmt: skip


class PolicyKind(Choice):
    """A goal of the policy, or an action."""

    GOAL = choice_label("målsætning", "Målsætning", "Goal")
    ACTION = choice_label("handling", "Handling", "Action")


Supports = Callable[[Agreement], tuple[Whole, ...]]


def build_policy_report(portfolio: Portfolio) -> PortfolioReport:
    """Each goal and each action of the profile's policy with the agreements that support it."""
    own = portfolio.profile.policy
    rows = tuple(ReportRow(cells) for cells in iter_supported_rows(portfolio, own)) if own else ()
    return PortfolioReport(
        "policy", TITLE_OF, portfolio.today, (ReportTable("policy", TITLE_OF, COLUMNS, rows),), (LEAD if own else NO_POLICY,)
    )


def iter_supported_rows(portfolio: Portfolio, own: Policy) -> Iterator[tuple[Cell, ...]]:
    """The goals, then the actions."""
    for goal in own.goals:
        yield PolicyKind.GOAL, *build_support_cells(portfolio, goal, PolicyKind.GOAL, list_supported_goals)
    for action in own.actions:
        yield PolicyKind.ACTION, *build_support_cells(portfolio, action, PolicyKind.ACTION, list_supported_actions)


WHICH = Text("{kind} {number}", "{kind} {number}")


def build_support_cells(portfolio: Portfolio, goal: PolicyGoal | PolicyAction, kind: PolicyKind, supports: Supports) -> tuple[Cell, ...]:
    """One goal or action: its number, its words, and the agreements that support it."""
    holding = [entry for entry in portfolio.in_force if goal.number in supports(entry.agreement)]
    coming = sum(goal.number in supports(entry.agreement) for entry in portfolio.on_the_way)
    return (
        goal.number,
        WHICH.format(kind=kind, number=goal.number),
        goal.words,
        len(holding),
        join_titles(holding),
        coming,
    )


def list_supported_goals(agreement: Agreement) -> tuple[Whole, ...]:
    """The goals of the policy that an agreement supports."""
    return agreement.policy.goals if agreement.policy else ()


def list_supported_actions(agreement: Agreement) -> tuple[Whole, ...]:
    """The actions of the policy that an agreement supports."""
    return agreement.policy.actions if agreement.policy else ()


def list_policy_gaps(portfolio: Portfolio) -> tuple[ReportRow, ...]:
    """The goals and actions that no agreement in force supports."""
    (table,) = build_policy_report(portfolio).tables
    place = table.find_column("in_force")
    return tuple(row for row in table.rows if row.cells[place] == 0)
