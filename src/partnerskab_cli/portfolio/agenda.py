"""The agenda of a meeting about one agreement: open questions of a draft; goals, evaluations and problems of a running one."""

from collections.abc import Iterator
from dataclasses import replace

from ..agreement.agreement import Agreement
from ..agreement.checklist import CHECKLIST, Item, mark, says
from ..agreement.field import Field
from ..agreement.purpose import Goal
from ..agreement.requirement import empty, required, standing
from ..agreement.standing import Standing
from ..diagnostics import Mark
from ..text import Text, lowered
from .due import State, bearers, due, what
from .portfolio import Entry, Portfolio
from .status import status_words
from .table import Cell, Column, Form, Kind, Paper, Row, Table, day, rows, words

TITLE_OF = Text(da="Dagsorden: {title}", en="Agenda: {title}")
FORMING = {
    Standing.IDEA: Text(da="I har en idé til en aftale ({form}).", en="You have an idea for an agreement ({form})."),
    Standing.DRAFT: Text(da="I har et udkast til en aftale ({form}).", en="You have a draft of an agreement ({form})."),
}
HOW = Text(
    da="Spørgsmålene er til at tale ud fra; et kort svar er godt nok, og »ikke relevant« er også et svar.",
    en="The questions are to talk from; a short answer is good enough, and “not relevant” is an answer too.",
)
RUNNING = Text(
    da="Status: {standing}. Tag kun det op, der er værd at bruge tid på.",
    en="Status: {standing}. Take up only what is worth the time.",
)


def agenda(entry: Entry, whole: Portfolio) -> Paper:
    """What to talk about at the next meeting about one agreement."""
    opening = (FORMING[entry.standing], HOW) if entry.on_the_way else (RUNNING,)
    said = {"standing": lowered(status_words(entry)), "form": lowered(entry.agreement.formality.value.label)}
    lead = tuple(one.filled(**said) for one in opening)
    tables = forming(entry) if entry.on_the_way else running(entry, whole)
    made = tuple(table for table in tables if table.rows)
    return Paper("agenda", TITLE_OF.filled(title=entry.title), whole.today, (*made, next_time(entry, whole)), lead)


def forming(entry: Entry) -> tuple[Table, ...]:
    """The points an agreement on the way has not answered: those its form asks for, then the others."""
    asked = {way[0] for way in required(entry.agreement.formality)}
    still = [item for item in CHECKLIST if mark(item, entry.agreement) in {Mark.NO, Mark.PARTLY}]
    needed = [item for item in still if set(item.fields) & asked]
    others = [item for item in still if item not in needed]
    return (
        questions(
            "needed",
            Text(da="Det skal I have svaret på, før aftalen gælder", en="To be answered before the agreement holds"),
            needed,
            entry,
        ),
        questions("others", Text(da="Det kan I også tale om", en="What you may also talk about"), others, entry),
        missing(entry),
        answered(entry),
    )


QUESTION = (
    words("question", "Spørgsmål", "Question"), words("point", "Punkt", "Point"), words("so_far", "Indtil nu", "So far"),
    Column("item", Text(da="Nr.", en="No."), Kind.NUMBER, detail=True),
)  # fmt: skip


def questions(key: str, title: Text, items: list[Item], entry: Entry) -> Table:
    """Open points of the checklist as questions."""
    made = [(item.ask, item.title, so_far(item, entry.agreement), item.number) for item in items]
    return Table(key, title, QUESTION, rows(made), form=Form.LIST)


def missing(entry: Entry) -> Table:
    """What the form of agreement asks for besides the checklist: a period, contacts, signatures."""
    listed = {one for item in CHECKLIST for one in item.fields}
    ways = [way for way in required(entry.agreement.formality) if way[0] not in listed]
    made = [(way[-1].ask, way[-1].label) for way in ways if any(empty(record, way[-1]) for record in standing(entry.agreement, way))]
    columns = (words("question", "Spørgsmål", "Question"), words("field", "Felt", "Field"))
    return Table("missing", Text(da="Det hører også til", en="This belongs to it too"), columns, rows(made), form=Form.LIST)


SO_FAR = Text(da="I har skrevet om {fields}", en="you have written about {fields}")


def so_far(item: Item, agreement: Agreement) -> Text | None:
    """Which parts of a point are answered already."""
    found = tuple(lowered(one.label) for one in item.fields if says(getattr(agreement, one.name)))
    return SO_FAR.filled(fields=found) if found and mark(item, agreement) is Mark.PARTLY else None


def answered(entry: Entry) -> Table:
    """What was put aside as not relevant, to see whether that still holds."""
    columns = (words("field", "Emne", "Topic"), words("reason", "Fordi", "Because"))
    found: list[tuple[Field, str]] = [
        (one, entry.agreement.aside[one.name]) for one in Agreement.fields if one.name in entry.agreement.aside
    ]
    made = [(one.label, reason) for one, reason in found if reason and not reason.startswith("\0")]
    return Table(
        "aside",
        Text(da="Det har I lagt til side. Gælder det stadig?", en="You have put this aside. Does it still hold?"),
        columns,
        rows(made),
        form=Form.LIST,
    )


def running(entry: Entry, whole: Portfolio) -> tuple[Table, ...]:
    """Deadlines, goals, the last evaluation, risks, and what has happened."""
    return (deadlines(entry, whole), goals(entry), evaluation(entry), risks(entry), lately(entry), *forming(entry)[:1])


def deadlines(entry: Entry, whole: Portfolio) -> Table:
    """What is overdue, and what comes first."""
    columns = (day("day", "Dag", "Day"), words("what", "Hvad", "What"), words("parties", "Hvem", "Who"), words("state", "Hvornår", "When"))
    found = [one for one in due(replace(whole, entries=(entry,))) if one.state is not State.EXPECTED]
    near = [one for one in found if one.state is not State.LATER] or found[:MOST]
    made = tuple(Row((one.duty.day, what(one), bearers(one) or None, one.state), entry) for one in near)
    return Table("deadlines", Text(da="Frister", en="Deadlines"), columns, made)


MOST = 3
GOAL = (
    words("goal", "Mål", "Goal"), words("aim", "Fra → til", "From → to"), day("deadline", "Frist", "Deadline"),
    words("result", "Indtil nu", "So far"), words("follow_up", "Sådan følger I op", "How you follow up"),
)  # fmt: skip


def goals(entry: Entry) -> Table:
    """Each goal with where it began, where it is to end, and how it goes."""
    made = tuple(Row((one.text, aim(one), one.deadline, result(one), one.follow_up), entry) for one in entry.agreement.goals)
    return Table("goals", Text(da="Mål: hvordan går det?", en="Goals: how do they go?"), GOAL, made)


def aim(goal: Goal) -> str | None:
    """`10 → 18`."""
    return " → ".join(filter(None, (goal.baseline, goal.target))) or None


def result(goal: Goal) -> Cell:
    """How a goal goes so far."""
    if goal.result is None:
        return None
    return Text("{status}. {text}", "{status}. {text}").filled(status=goal.result.status, text=goal.result.text or "")


def evaluation(entry: Entry) -> Table:
    """What the last evaluation showed, what was learnt, and when the next one is."""
    one = entry.agreement.evaluation
    columns = (words("question", "Spørgsmål", "Question"), words("answer", "Svar", "Answer"))
    made: list[tuple[Cell, ...]] = list(looked_back(one.next, one.method, one.result, one.learning)) if one else []
    return Table("evaluation", Text(da="Evaluering og læring", en="Evaluation and learning"), columns, rows(made), form=Form.LIST)


def looked_back(*answers: Cell) -> Iterator[tuple[Text, Cell]]:
    """The questions of an evaluation that have an answer."""
    yield from ((question, answer) for question, answer in zip(LOOKING_BACK, answers, strict=True) if answer)


LOOKING_BACK = (
    Text(da="Hvornår er den næste evaluering?", en="When is the next evaluation?"),
    Text(da="Hvordan gør vi det enkelt?", en="How do we do it simply?"),
    Text(da="Hvad viste den sidste? Passer det stadig?", en="What did the last one show? Is it still so?"),
    Text(da="Hvad lærte vi? Hvem skal høre om det?", en="What did we learn? Who should hear of it?"),
)


def risks(entry: Entry) -> Table:
    """What can go wrong, and where one turns if it does."""
    organisation = entry.agreement.organisation
    columns = (words("risk", "Hvad kan drille", "What can go wrong"), words("mitigation", "Det gør vi", "What we do"))
    made: list[tuple[Cell, ...]] = [(one.text, one.mitigation) for one in entry.agreement.risks]
    if organisation and (path := organisation.problem_path):
        made += [(who, one) for who, one in ((ASK_VOLUNTEERS, path.volunteers), (ASK_STAFF, path.staff)) if one]
    return Table("risks", Text(da="Hvis noget driller", en="If something goes wrong"), columns, rows(made), form=Form.LIST)


ASK_VOLUNTEERS = Text(da="De frivillige går til", en="The volunteers turn to")
ASK_STAFF = Text(da="De ansatte går til", en="The staff turn to")


def lately(entry: Entry) -> Table:
    """The last things that happened."""
    columns = (day("day", "Dag", "Day"), words("text", "Hvad skete der", "What happened"))
    last = sorted(entry.agreement.log, key=lambda one: one.date)[-MOST:]
    return Table("log", Text(da="Siden sidst", en="Since last time"), columns, rows([(one.date, one.text) for one in last]))


def next_time(entry: Entry, whole: Portfolio) -> Table:
    """The questions that close every meeting."""
    columns = (words("question", "Spørgsmål", "Question"),)
    made: list[tuple[Cell, ...]] = [
        (Text(da="Hvad har vi aftalt, og hvem gør det?", en="What have we agreed, and who does it?"),),
        (Text(da="Hvad skal skrives ind i aftalen?", en="What is to be written into the agreement?"),),
    ]
    if not any(meeting.next and meeting.next > whole.today for meeting in entry.agreement.meetings):
        made.append((Text(da="Hvornår mødes vi igen?", en="When do we meet again?"),))
    return Table("closing", Text(da="Inden vi går", en="Before we leave"), columns, rows(made), form=Form.LIST)
