"""The overview of everything: the few figures that matter, every agreement, and how they spread."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.amounts import DAY, Duration, Money, Number
from ..model.choices import Formality, PartnershipType, Side, Theme
from ..model.field import Choice, choice_label
from ..model.grants import NO_YEAR
from ..model.status import EffectiveStatus, find_last_end
from ..text.localized import Text
from . import checklist, coverage, deadlines, dialogue_meeting as meeting, left_out, policy, principles
from .due import DueState, describe_due_item, list_due_items, map_next_due
from .portfolio import Portfolio, PortfolioEntry, UnreadableFile
from .query import fold_name
from .report import (
    NAME,
    STATUS,
    TITLE,
    Cell,
    Chart,
    ColumnKind,
    PortfolioReport,
    ReportColumn,
    ReportRow,
    ReportTable,
    TableForm,
    count_fulfilled,
    date_column,
    make_rows,
    money_column,
    number_column,
    sum_grants_by_year,
    text_column,
)

TITLE_OF = Text(da="Overblik over aftalerne", en="Overview of the agreements")


class UnreadableStatus(Choice):
    """Where a status should stand of a file that could not be read."""

    UNREADABLE = choice_label("ulæselig", "Kan ikke læses", "Cannot be read")


NEAR = Duration(90, DAY)


def build_summary_report(portfolio: Portfolio) -> PortfolioReport:
    """Everything on one paper. Each agreement stands in the main table, also the files that could not be read."""
    tables = (
        build_metrics_table(portfolio), build_agreement_table(portfolio), *build_distribution_tables(portfolio), coverage.build_place_table(portfolio), build_yearly_grant_table(portfolio),
        checklist.build_item_table(portfolio.in_force), principles.build_principle_table(portfolio.in_force, portfolio.profile.principles),
        meeting.build_ending_table(portfolio, NEAR), build_near_deadlines_table(portfolio), *left_out.build_left_out(left_out.iter_left_out_grants(portfolio.entries, portfolio.today.year)),
    )  # fmt: skip
    return PortfolioReport("summary", TITLE_OF, portfolio.today, tables, chief="agreements")


AGREEMENTS = (
    TITLE, STATUS, text_column("form", "Form", "Form", detail=True), text_column("type", "Type", "Type", detail=True), text_column("themes", "Område", "Theme", detail=True),
    text_column("places", "Steder", "Places", detail=True), text_column("associations", "Foreninger", "Associations", detail=True),
    date_column("start", "Begynder", "Begins", detail=True), date_column("end", "Slutter", "Ends"), ReportColumn("checklist", Text(da="Punkter", en="Points"), ColumnKind.NUMBER),
    ReportColumn("principles", Text(da="Holdepunkter", en="Principles"), ColumnKind.NUMBER, detail=True), date_column("next", "Næste frist", "Next deadline")._replace(spare=True),
    text_column("next_what", "Hvad", "What")._replace(spare=True), NAME, ReportColumn("path", Text(da="Fil", en="File"), ColumnKind.NAME, detail=True),
    text_column("reason", "Hvorfor ikke læst", "Why not read", detail=True),
)  # fmt: skip


def build_agreement_table(portfolio: Portfolio) -> ReportTable:
    """Every agreement, and every file that could not be read."""
    rows = (*(build_agreement_row(entry, portfolio) for entry in portfolio.entries), *(build_broken_row(file) for file in portfolio.broken))
    return ReportTable(
        "agreements", Text(da="Alle aftaler", en="All agreements"), AGREEMENTS, rows, chart=Chart("title", ("start", "end"), timeline=True)
    )


def build_agreement_row(entry: PortfolioEntry, portfolio: Portfolio) -> ReportRow:
    """An agreement as a row."""
    agreement, period, coming = entry.agreement, entry.agreement.period, map_next_due(portfolio).get(entry.path)
    return ReportRow((
        entry.title, entry.standing, agreement.formality, agreement.partnership_type, agreement.theme or None, agreement.geography or None,
        entry.list_party_names(Side.VOLUNTARY) or None, period.start if period else None, find_last_end(agreement), count_fulfilled(entry),
        principles.count_fulfilled_principles(entry, portfolio.profile.principles), coming.duty.day if coming else None, describe_due_item(coming) if coming else None,
        entry.name, entry.path, None,
    ), entry)  # fmt: skip


def build_broken_row(file: UnreadableFile) -> ReportRow:
    """A file that could not be read, as a row."""
    known: dict[str, Cell] = {
        "title": file.reason, "status": UnreadableStatus.UNREADABLE, "id": file.name, "path": file.path, "reason": file.reason,
    }  # fmt: skip
    return ReportRow(tuple(known.get(column.key) for column in AGREEMENTS))


def build_metrics_table(portfolio: Portfolio) -> ReportTable:
    """The few figures that matter."""
    columns = (
        ReportColumn("figure", Text(da="Nøgletal", en="Figure")),
        ReportColumn("value", Text(da="I dag", en="Today")),
        ReportColumn("key", Text(da="Nøgle", en="Key"), ColumnKind.NAME, detail=True),
    )
    rows = [(metric.title, metric.value, metric.key) for metric in compute_metrics(portfolio)]
    return ReportTable("figures", Text(da="Nøgletal", en="Key figures"), columns, make_rows(rows), form=TableForm.FIGURES)


def build_distribution_tables(whole: Portfolio) -> tuple[ReportTable, ...]:
    """How many agreements there are of each status, form, type and theme."""
    return (
        build_status_table(whole),
        build_distribution_table(
            "forms", Text(da="Aftaleform", en="Form of agreement"), Formality, whole, lambda agreement: (agreement.formality,)
        ),
        build_distribution_table(
            "types",
            Text(da="Partnerskabstype", en="Type of partnership"),
            PartnershipType,
            whole,
            lambda agreement: (agreement.partnership_type or PartnershipType.NOT_CHOSEN,),
        ),
        build_distribution_table("themes", Text(da="Område", en="Theme"), Theme, whole, lambda item: item.theme),
    )


def build_status_table(portfolio: Portfolio) -> ReportTable:
    """How many agreements stand in each way; files that could not be read are counted too."""
    words: list[tuple[Cell, ...]] = [
        (status, len(portfolio.list_with_status(status))) for status in EffectiveStatus if portfolio.list_with_status(status)
    ]
    if portfolio.broken:
        words.append((UnreadableStatus.UNREADABLE, len(portfolio.broken)))
    title = Text(da="Status", en="Status")
    return ReportTable("statuses", title, (STATUS, number_column("agreements", "Aftaler", "Agreements")), make_rows(words))


def build_distribution_table(
    key: str, title: Text, choices: type[Choice], portfolio: Portfolio, asked: Callable[[Agreement], Sequence[Choice]]
) -> ReportTable:
    """How many agreements answer with each word of a list."""
    columns = (
        ReportColumn(key.removesuffix("s"), title), number_column("in_force", "Gældende", "In force"), number_column("on_the_way", "På vej", "On the way"),
        number_column("over", "Slut", "Over"),
    )  # fmt: skip
    over = portfolio.list_with_status(EffectiveStatus.EXPIRED, EffectiveStatus.ENDED)
    rows: list[tuple[Choice, *tuple[int, ...]]] = [
        (choice, *(count_with_choice(choice, group, asked) for group in (portfolio.in_force, portfolio.on_the_way, over)))
        for choice in choices
    ]
    return ReportTable(
        key, title, columns, make_rows([row for row in rows if any(row[1:])]), chart=Chart(columns[0].key, ("in_force", "on_the_way"))
    )


def count_with_choice(word: Choice, entries: Iterable[PortfolioEntry], asked: Callable[[Agreement], Sequence[Choice]]) -> int:
    """How many agreements answer with a word."""
    return sum(word in asked(entry.agreement) for entry in entries)


MONEY = (
    ReportColumn("year", Text(da="År", en="Year"), ColumnKind.NUMBER), money_column("agreed", "Aftalt", "Agreed"), money_column("planned", "På vej", "On the way"),
    text_column("currency", "Valuta", "Currency", detail=True),
)  # fmt: skip


def build_yearly_grant_table(portfolio: Portfolio) -> ReportTable:
    """The grants of each year: agreed, and still in drafts; each currency on its own."""
    until = portfolio.today.year
    agreed = sum_grants_by_year([entry for entry in portfolio.entries if not entry.on_the_way], until)
    planned = sum_grants_by_year(portfolio.on_the_way, until)
    keys = sorted({*agreed, *planned}, key=lambda item: (item[0] != "DKK", item[0], item[1]))
    rows = [
        (year, make_amount(agreed.get((currency, year)), currency), make_amount(planned.get((currency, year)), currency), currency)
        for currency, year in keys
        if year != NO_YEAR
    ]
    return ReportTable(
        "money",
        Text(da="Tilskud år for år", en="Grants year by year"),
        MONEY,
        make_rows(rows),
        chart=Chart("year", ("agreed", "planned")),
    )


def make_amount(cents: int | None, currency: str) -> Money | None:
    """An amount, or nothing where there is none."""
    return Money(cents, currency) if cents else None


def build_near_deadlines_table(portfolio: Portfolio) -> ReportTable:
    """What is overdue, and what falls due within 90 days."""
    table, *_ = deadlines.build_deadlines_report(portfolio, deadlines.DeadlineQuery(within=NEAR)).tables
    columns = (*table.columns[:-1], deadlines.KEY._replace(detail=True))
    return table._replace(title=Text(da="Frister inden for 90 dage", en="Deadlines within 90 days"), columns=columns, notes=())


class Metric(NamedTuple):
    """A figure and its name; nothing where it cannot be known."""

    key: str
    title: Text
    value: int | Money | Number | None


def compute_metrics(portfolio: Portfolio) -> tuple[Metric, ...]:
    """Every figure that matters."""
    return (
        *iter_agreement_metrics(portfolio),
        *iter_grant_metrics(portfolio),
        *iter_fulfilment_metrics(portfolio),
        *iter_gap_metrics(portfolio),
        *iter_deadline_metrics(portfolio),
    )


def iter_agreement_metrics(whole: Portfolio) -> Iterator[Metric]:
    """How many agreements and associations there are."""
    yield Metric("in_force", Text(da="Gældende aftaler", en="Agreements in force"), len(whole.in_force))
    yield Metric("on_the_way", Text(da="Idéer og udkast", en="Ideas and drafts"), len(whole.on_the_way))
    yield Metric(
        "expired",
        Text(da="Udløbne, men ikke afsluttede", en="Expired but not closed"),
        len(whole.list_with_status(EffectiveStatus.EXPIRED)),
    )
    yield Metric("ended", Text(da="Ophørte", en="Ended"), len(whole.list_with_status(EffectiveStatus.ENDED)))
    voluntary = {fold_name(name) for entry in whole.in_force for name in entry.list_party_names(Side.VOLUNTARY)}
    yield Metric(
        "associations",
        Text(da="Foreninger og netværk med i en gældende aftale", en="Associations and networks in an agreement in force"),
        len(voluntary),
    )


def iter_grant_metrics(portfolio: Portfolio) -> Iterator[Metric]:
    """The grants of the year, each currency on its own."""
    year = portfolio.today.year
    entries = [entry for entry in portfolio.entries if not entry.on_the_way]
    for (currency, number), cents in sum_grants_by_year(entries, year).items():
        if number == year:
            yield Metric(f"granted_{currency.lower()}", Text(da="Årets tilskud", en="Grants of the year"), Money(cents, currency))


def iter_fulfilment_metrics(portfolio: Portfolio) -> Iterator[Metric]:
    """How much of the checklist and the principles the agreements in force answer on average."""
    entries, known = portfolio.in_force, portfolio.profile.principles
    answered = compute_mean([count_fulfilled(entry) for entry in entries])
    yield Metric("checklist", Text(da="Besvarede punkter af 13, i snit", en="Points answered of 13, on average"), answered)
    if known:
        title = Text(da="Holdepunkter af {count}, i snit", en="Principles of {count}, on average").format(count=len(known))
        yield Metric("principles", title, compute_mean([principles.count_fulfilled_principles(entry, known) for entry in entries]))
    peers = sum(bool(entry.agreement.user_influence and entry.agreement.user_influence.peer_to_peer) for entry in entries)
    yield Metric("peer_to_peer", Text(da="Aftaler, hvor brugere hjælper brugere", en="Agreements in which users help users"), peers)


def compute_mean(numbers: list[int]) -> Number | None:
    """An average with one decimal, rounded half up."""
    if not numbers:
        return None
    tenths = (20 * sum(numbers) + len(numbers)) // (2 * len(numbers))
    return Number(tenths * 10)


def iter_gap_metrics(portfolio: Portfolio) -> Iterator[Metric]:
    """The places and the parts of the policy that no agreement in force reaches."""
    if portfolio.profile.places:
        yield Metric(
            "uncovered_places",
            Text(da="Steder uden gældende aftaler", en="Places without agreements in force"),
            len(coverage.list_uncovered_places(portfolio)),
        )
    if portfolio.profile.policy:
        yield Metric(
            "unsupported_policy",
            Text(da="Mål og handlinger i politikken uden støtte", en="Goals and actions of the policy without support"),
            len(policy.list_policy_gaps(portfolio)),
        )


def iter_deadline_metrics(portfolio: Portfolio) -> Iterator[Metric]:
    """What is overdue and what is near."""
    states = [due_item.state for due_item in list_due_items(portfolio)]
    yield Metric("overdue", Text(da="Frister over tiden", en="Deadlines overdue"), states.count(DueState.OVERDUE))
    soon = Text(da="Frister inden for {days} dage", en="Deadlines within {days} days").format(days=portfolio.profile.limits.soon_days)
    yield Metric("soon", soon, states.count(DueState.SOON))
