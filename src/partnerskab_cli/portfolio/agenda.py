"""The agenda of a meeting about one agreement: open questions of a draft; goals, evaluations and problems of a running one."""

from collections.abc import Iterator
from dataclasses import replace

from ..diagnostics import CompletionStatus
from ..model.agreement import Agreement
from ..model.checklist import CHECKLIST, Item, is_answered, rate_item
from ..model.field import Field
from ..model.purpose import Goal
from ..model.requirements import find_holding_records, is_unanswered, list_required_fields
from ..model.status import EffectiveStatus
from ..text.localized import Text, decapitalize
from .due import DueState, describe_due_item, list_due_items, list_responsible_parties
from .portfolio import Portfolio, PortfolioEntry
from .report import (
    Cell,
    ColumnKind,
    PortfolioReport,
    ReportColumn,
    ReportRow,
    ReportTable,
    TableForm,
    date_column,
    make_rows,
    text_column,
)
from .status import describe_status

TITLE_OF = Text(da="Dagsorden: {title}", en="Agenda: {title}")
FORMING = {
    EffectiveStatus.IDEA: Text(da="I har en idé til en aftale ({form}).", en="You have an idea for an agreement ({form})."),
    EffectiveStatus.DRAFT: Text(da="I har et udkast til en aftale ({form}).", en="You have a draft of an agreement ({form})."),
}
HOW = Text(
    da="Spørgsmålene er til at tale ud fra; et kort svar er godt nok, og »ikke relevant« er også et svar.",
    en="The questions are to talk from; a short answer is good enough, and “not relevant” is an answer too.",
)
RUNNING = Text(
    da="Status: {standing}. Tag kun det op, der er værd at bruge tid på.",
    en="Status: {standing}. Take up only what is worth the time.",
)


def build_agenda(entry: PortfolioEntry, portfolio: Portfolio) -> PortfolioReport:
    """What to talk about at the next meeting about one agreement."""
    opening = (FORMING[entry.standing], HOW) if entry.on_the_way else (RUNNING,)
    lines = {"standing": decapitalize(describe_status(entry)), "form": decapitalize(entry.agreement.formality.value.label)}
    lead = tuple(text.format(**lines) for text in opening)
    tables = build_forming_tables(entry) if entry.on_the_way else build_running_tables(entry, portfolio)
    filled = tuple(table for table in tables if table.rows)
    return PortfolioReport(
        "agenda", TITLE_OF.format(title=entry.title), portfolio.today, (*filled, build_closing_table(entry, portfolio)), lead
    )


def build_forming_tables(entry: PortfolioEntry) -> tuple[ReportTable, ...]:
    """The points an agreement on the way has not answered: those its form asks for, then the others."""
    asked = {way[0] for way in list_required_fields(entry.agreement.formality)}
    still = [item for item in CHECKLIST if rate_item(item, entry.agreement) in {CompletionStatus.NO, CompletionStatus.PARTLY}]
    needed = [item for item in still if set(item.fields) & asked]
    others = [item for item in still if item not in needed]
    return (
        build_question_table(
            "needed",
            Text(da="Det skal I have svaret på, før aftalen gælder", en="To be answered before the agreement holds"),
            needed,
            entry,
        ),
        build_question_table("others", Text(da="Det kan I også tale om", en="What you may also talk about"), others, entry),
        build_missing_table(entry),
        build_not_relevant_table(entry),
    )


QUESTION = (
    text_column("question", "Spørgsmål", "Question"), text_column("point", "Punkt", "Point"), text_column("so_far", "Indtil nu", "So far"),
    ReportColumn("item", Text(da="Nr.", en="No."), ColumnKind.NUMBER, detail=True),
)  # fmt: skip


def build_question_table(key: str, title: Text, items: list[Item], entry: PortfolioEntry) -> ReportTable:
    """Open points of the checklist as questions."""
    rows = [(item.ask, item.title, describe_answered_parts(item, entry.agreement), item.number) for item in items]
    return ReportTable(key, title, QUESTION, make_rows(rows), form=TableForm.LIST)


def build_missing_table(entry: PortfolioEntry) -> ReportTable:
    """What the form of agreement asks for besides the checklist: a period, contacts, signatures."""
    listed = {field for item in CHECKLIST for field in item.fields}
    ways = [way for way in list_required_fields(entry.agreement.formality) if way[0] not in listed]
    rows = [
        (way[-1].ask, way[-1].label)
        for way in ways
        if any(is_unanswered(record, way[-1]) for record in find_holding_records(entry.agreement, way))
    ]
    columns = (text_column("question", "Spørgsmål", "Question"), text_column("field", "Felt", "Field"))
    return ReportTable("missing", Text(da="Det hører også til", en="This belongs to it too"), columns, make_rows(rows), form=TableForm.LIST)


SO_FAR = Text(da="I har skrevet om {fields}", en="you have written about {fields}")


def describe_answered_parts(item: Item, agreement: Agreement) -> Text | None:
    """Which parts of a point are answered already."""
    texts = tuple(decapitalize(field.label) for field in item.fields if is_answered(getattr(agreement, field.name)))
    return SO_FAR.format(fields=texts) if texts and rate_item(item, agreement) is CompletionStatus.PARTLY else None


def build_not_relevant_table(entry: PortfolioEntry) -> ReportTable:
    """What was put aside as not relevant, to see whether that still holds."""
    columns = (text_column("field", "Emne", "Topic"), text_column("reason", "Fordi", "Because"))
    fields: list[tuple[Field, str]] = [
        (field, entry.agreement.aside[field.name]) for field in Agreement.fields if field.name in entry.agreement.aside
    ]
    reasons = [(field.label, reason) for field, reason in fields if reason and not reason.startswith("\0")]
    return ReportTable(
        "aside",
        Text(da="Det har I lagt til side. Gælder det stadig?", en="You have put this aside. Does it still hold?"),
        columns,
        make_rows(reasons),
        form=TableForm.LIST,
    )


def build_running_tables(entry: PortfolioEntry, portfolio: Portfolio) -> tuple[ReportTable, ...]:
    """Deadlines, goals, the last evaluation, risks, and what has happened."""
    return (
        build_agenda_deadlines(entry, portfolio),
        build_goal_table(entry),
        build_evaluation_table(entry),
        build_risk_table(entry),
        build_recent_events_table(entry),
        *build_forming_tables(entry)[:1],
    )


def build_agenda_deadlines(entry: PortfolioEntry, portfolio: Portfolio) -> ReportTable:
    """What is overdue, and what comes first."""
    columns = (
        date_column("day", "Dag", "Day"),
        text_column("what", "Hvad", "What"),
        text_column("parties", "Hvem", "Who"),
        text_column("state", "Hvornår", "When"),
    )
    due_items = [due_item for due_item in list_due_items(replace(portfolio, entries=(entry,))) if due_item.state is not DueState.EXPECTED]
    near = [due_item for due_item in due_items if due_item.state is not DueState.LATER] or due_items[:MOST]
    rows = tuple(
        ReportRow((due_item.duty.day, describe_due_item(due_item), list_responsible_parties(due_item) or None, due_item.state), entry)
        for due_item in near
    )
    return ReportTable("deadlines", Text(da="Frister", en="Deadlines"), columns, rows)


MOST = 3
GOAL = (
    text_column("goal", "Mål", "Goal"), text_column("aim", "Fra → til", "From → to"), date_column("deadline", "Frist", "Deadline"),
    text_column("result", "Indtil nu", "So far"), text_column("follow_up", "Sådan følger I op", "How you follow up"),
)  # fmt: skip


def build_goal_table(entry: PortfolioEntry) -> ReportTable:
    """Each goal with where it began, where it is to end, and how it goes."""
    rows = tuple(
        ReportRow((goal.text, format_aim(goal), goal.deadline, format_goal_result(goal), goal.follow_up), entry)
        for goal in entry.agreement.goals
    )
    return ReportTable("goals", Text(da="Mål: hvordan går det?", en="Goals: how do they go?"), GOAL, rows)


def format_aim(goal: Goal) -> str | None:
    """`10 → 18`."""
    return " → ".join(filter(None, (goal.baseline, goal.target))) or None


def format_goal_result(goal: Goal) -> Cell:
    """How a goal goes so far."""
    if goal.result is None:
        return None
    return Text("{status}. {text}", "{status}. {text}").format(status=goal.result.status, text=goal.result.text or "")


def build_evaluation_table(entry: PortfolioEntry) -> ReportTable:
    """What the last evaluation showed, what was learnt, and when the next one is."""
    evaluation = entry.agreement.evaluation
    columns = (text_column("question", "Spørgsmål", "Question"), text_column("answer", "Svar", "Answer"))
    words: list[tuple[Cell, ...]] = (
        list(iter_evaluation_answers(evaluation.next, evaluation.method, evaluation.result, evaluation.learning)) if evaluation else []
    )
    return ReportTable(
        "evaluation", Text(da="Evaluering og læring", en="Evaluation and learning"), columns, make_rows(words), form=TableForm.LIST
    )


def iter_evaluation_answers(*answers: Cell) -> Iterator[tuple[Text, Cell]]:
    """The questions of an evaluation that have an answer."""
    yield from ((question, answer) for question, answer in zip(LOOKING_BACK, answers, strict=True) if answer)


LOOKING_BACK = (
    Text(da="Hvornår er den næste evaluering?", en="When is the next evaluation?"),
    Text(da="Hvordan gør vi det enkelt?", en="How do we do it simply?"),
    Text(da="Hvad viste den sidste? Passer det stadig?", en="What did the last one show? Is it still so?"),
    Text(da="Hvad lærte vi? Hvem skal høre om det?", en="What did we learn? Who should hear of it?"),
)


def build_risk_table(entry: PortfolioEntry) -> ReportTable:
    """What can go wrong, and where one turns if it does."""
    organisation = entry.agreement.organisation
    columns = (text_column("risk", "Hvad kan drille", "What can go wrong"), text_column("mitigation", "Det gør vi", "What we do"))
    words: list[tuple[Cell, ...]] = [(risk.text, risk.mitigation) for risk in entry.agreement.risks]
    if organisation and (path := organisation.problem_path):
        words += [(who, line) for who, line in ((ASK_VOLUNTEERS, path.volunteers), (ASK_STAFF, path.staff)) if line]
    return ReportTable("risks", Text(da="Hvis noget driller", en="If something goes wrong"), columns, make_rows(words), form=TableForm.LIST)


ASK_VOLUNTEERS = Text(da="De frivillige går til", en="The volunteers turn to")
ASK_STAFF = Text(da="De ansatte går til", en="The staff turn to")


def build_recent_events_table(entry: PortfolioEntry) -> ReportTable:
    """The last things that happened."""
    columns = (date_column("day", "Dag", "Day"), text_column("text", "Hvad skete der", "What happened"))
    last = sorted(entry.agreement.log, key=lambda entry: entry.date)[-MOST:]
    return ReportTable(
        "log", Text(da="Siden sidst", en="Since last time"), columns, make_rows([(entry.date, entry.text) for entry in last])
    )


def build_closing_table(entry: PortfolioEntry, portfolio: Portfolio) -> ReportTable:
    """The questions that close every meeting."""
    columns = (text_column("question", "Spørgsmål", "Question"),)
    words: list[tuple[Cell, ...]] = [
        (Text(da="Hvad har vi aftalt, og hvem gør det?", en="What have we agreed, and who does it?"),),
        (Text(da="Hvad skal skrives ind i aftalen?", en="What is to be written into the agreement?"),),
    ]
    if not any(meeting.next and meeting.next > portfolio.today for meeting in entry.agreement.meetings):
        words.append((Text(da="Hvornår mødes vi igen?", en="When do we meet again?"),))
    return ReportTable("closing", Text(da="Inden vi går", en="Before we leave"), columns, make_rows(words), form=TableForm.LIST)
