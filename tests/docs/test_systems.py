"""The systems of the sources at work: what a stranger would try to see whether the page on the sources tells the truth."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY, Runner
from laying import laid, profile, tried

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.guidance.policy import CHANNELS, FOCUS, PRINCIPLES, PURPOSE, RECOGNITION, RENEWAL, SUPPORT
from partnerskab_cli.guidance.sides import CHARTER, DIALOGUE
from partnerskab_cli.help.guide import ASSOCIATION, MUNICIPALITY, build_guide_page
from partnerskab_cli.help.topics import find_topic_pages
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.checklist import CHECKLIST
from partnerskab_cli.model.choices import ContributionKind, Formality, PublicBenefit, ValueKind, VoluntaryBenefit
from partnerskab_cli.model.field import Choice
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.model.requirements import list_required_fields, list_required_grant_fields
from partnerskab_cli.render.text import render
from partnerskab_cli.rules.registry import BY_CODE, RULES
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.text.localized import LANGUAGES, Language

Tables = dict[str, list[dict[str, object]]]
Report = Callable[[str], Tables]


@pytest.fixture
def report(run: Runner, project: Path) -> Report:
    """A report on the example record, table by table."""

    def made(name: str) -> Tables:
        ran = run("portfolio", name, "--format", "json", "--today", TODAY, cwd=project)
        assert ran.code == 0, ran.err
        return {table["key"]: table["rows"] for table in json.loads(ran.out)["tables"]}

    return made


def explain(words: str, language: Language = "da") -> str:
    return "\n".join(render(page, TerminalStyle(language)) for page in find_topic_pages(words, profile("tønder")))


def codes(snippet: str, base: str, today: str = TODAY) -> set[str]:
    """The rules that speak of an agreement with the snippet laid over it."""
    settings = CheckOptions(profile("tønder"), CheckDates(date.fromisoformat(today)))
    _, report = check_bytes(laid(snippet, base).encode(), f"{base}.yaml", settings)
    return {diagnostic.code for diagnostic in report.diagnostics}


@pytest.mark.parametrize("item", CHECKLIST, ids=lambda item: str(item.number))
def test_a_point_of_the_checklist_is_asked_for(item: object, tmp_path: Path) -> None:
    number = getattr(item, "number", 0)
    asking = [rule for rule in RULES if rule.item == number]
    assert asking
    for rule in asking:
        (result,) = tried(rule, rule.bad, tmp_path)
        assert (result.code, result.item) == (rule.code, number)


@pytest.mark.parametrize("place", range(1, 6))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_holdepunkt_is_explained_with_what_serves_it(place: int, language: Language) -> None:
    principle = profile("tønder").principles[place - 1]
    message = explain(f"holdepunkt {place}", language)
    assert principle.key == PRINCIPLES[place - 1]
    for point in principle.sub_points:
        assert (point.text if language == "da" else str(point.english)) in message
    served = message.count("ses i:" if language == "da" else "shows in:")
    talked_about = message.count("dialogmødet" if language == "da" else "dialogue meeting")
    assert served + talked_about == len(principle.sub_points)


@pytest.mark.parametrize(
    ("word", "attention", "degree"),
    [
        ("uddelegering", "pligt til", "4 til 5"),
        ("samskabelse", "sætter rammen", "3 til 4"),
        ("samproduktion", "styrer ikke alene", "1 til 2"),
    ],
)
def test_a_type_is_explained_with_its_attention_point_and_degree(word: str, attention: str, degree: str) -> None:
    message = " ".join(explain(word).split())
    assert degree in message
    assert attention in message


@pytest.mark.parametrize(("form", "answers"), list(zip(Formality, (3, 6, 12, 14), strict=True)))
def test_a_form_asks_for_no_more_than_it_needs(form: Formality, answers: int) -> None:
    assert len(list_required_fields(form)) == answers
    assert codes("", form.value.key) == set()


GROWING = """samspil: {tæthed: dagligt}
målgruppe: {tekst: Familier, sårbare: ja}
tilskud:
  lovgrundlag: sel_18
  beløb: 25000
  ubrugt: tilbagebetales
  bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}
  udbetalinger: {dato: 2026-02-01, beløb: 25000}
  regnskab: {frist: 2027-04-01}
"""


@pytest.mark.parametrize(("dialogue", "speaks"), [("ja", False), ("nej", True)])
def test_a_grant_with_a_dialogue_is_left_in_peace(dialogue: str, speaks: bool) -> None:  # noqa: FBT001 - a row of the table
    assert ("TJK06" in codes(f"{GROWING}  dialog: {dialogue}", "tilskud")) is speaks


@pytest.mark.parametrize("form", ["mundtlig", "samarbejdsaftale", "partnerskabsaftale"])
def test_a_grant_asks_its_own_questions_in_every_form(form: str) -> None:
    assert len(list_required_grant_fields()) == 3
    assert {"ØKO01", "ØKO02", "ØKO04"} <= codes("tilskud: {lovgrundlag: sel_18, beløb: 25000, ubrugt: tilbagebetales}", form)


@pytest.mark.parametrize("reader", [ASSOCIATION, MUNICIPALITY])
def test_the_guide_says_what_both_sides_build_on(reader: object) -> None:
    assert reader in {ASSOCIATION, MUNICIPALITY}
    message = render(build_guide_page(ASSOCIATION if reader is ASSOCIATION else MUNICIPALITY), TerminalStyle())
    assert all(item.text.da in message for item in (*CHARTER, *DIALOGUE))


@pytest.mark.parametrize(("words", "number"), [(VoluntaryBenefit, 5), (PublicBenefit, 6), (ValueKind, 3)])
def test_a_gain_has_its_words(words: type[Choice], number: int) -> None:
    assert len(list(words)) == number
    for word in words:
        assert explain(word.value.key)


def test_working_side_by_side_asks_for_a_place_to_turn() -> None:
    working = "samspil: {tæthed: dagligt}\norganisering: {tovholder: formanden}\n"
    assert "TJK05b" in codes(working, "samarbejdsaftale")
    assert "TJK05b" not in codes(working.replace("formanden", "formanden, problemvej: spørg tovholderen"), "samarbejdsaftale")
    assert "følgegruppe" in explain("organisering")


def test_what_was_reached_can_be_read(report: Report) -> None:
    reached = report("læring")["results"]
    assert {row["outcome"] for row in reached} >= {"reached", "partly", "missed"}


def test_a_method_is_never_asked_for() -> None:
    method = {point.field.name for point in walk_fields(Agreement) if "method" in point.field.name}
    assert method == {"method", "method_freedom"}
    asked = {str(field.name) for form in Formality for way in list_required_fields(form) for field in way}
    assert not asked & method
    assert BY_CODE["TYP06"].severity.key == "advice"


def test_the_policy_is_explained_whole() -> None:
    message = explain("politik")
    for point in (*PURPOSE, *FOCUS, *CHANNELS, *RENEWAL, *RECOGNITION, *SUPPORT):
        assert point.text.da in message
    assert {support.kind for support in SUPPORT} - {None} <= set(ContributionKind)


def test_the_policy_report_shows_the_holes(report: Report) -> None:
    (table,) = report("politik").values()
    assert [(row["kind"], row["number"]) for row in table] == [(kind, number) for kind in ("goal", "action") for number in range(1, 9)]
    policy = profile("tønder").policy
    assert policy
    assert [row["text"] for row in table] == [*(goal.text for goal in policy.goals), *(action.text for action in policy.actions)]


def test_the_dialogue_meeting_gathers_what_is_due(report: Report) -> None:
    assert set(report("dialogmøde")) >= {"new", "on_the_way", "ending", "overdue", "problems", "learning"}


def test_the_insurance_list_shows_what_waits(report: Report) -> None:
    (table,) = report("forsikringsliste").values()
    for row in table:
        steps = [row[step] for step in ("reported", "approved", "registered")]
        assert all(steps) == (row["cover"] == "registered"), row["id"]


def test_the_overview_gives_every_association_the_same_room(report: Report) -> None:
    offers = report("oversigt")["offers"]
    titles = [str(row["title"]) for row in offers]
    assert len(set(titles)) == len(titles) > 10
    assert all(set(row) == set(offers[0]) for row in offers)
    assert all(row["text"] and row["parties"] for row in offers)


def test_the_catalogue_holds_the_ideas_and_nothing_else(report: Report, project: Path) -> None:
    ideas = {str(row["id"]) for row in report("katalog")["ideas"]}
    assert ideas
    for path in (project / "agreements").glob("*.yaml"):
        text = path.read_text("utf-8")
        assert (path.stem in ideas) == ("\nstatus: idé" in text or "\nstatus: idea" in text), path.stem
