"""A new agreement by questions and answers: on a terminal, through a pipe, by options, and stopped at any moment."""

import os
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from conftest import Runner
from hypothesis import example, given, settings, strategies as st
from terminal import CTRL_D, Terminal

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.create.answers import (
    InvalidAnswer,
    format_answer_path,
    list_answer_options,
    parse_answer,
    parse_answer_path,
    parse_field_answer,
)
from partnerskab_cli.create.draft import choose_draft_id, render_answered_draft
from partnerskab_cli.create.interview import (
    FORM,
    IN_EVERY_FORM,
    NAME,
    OF_GRANT,
    TITLE,
    WEIGHED,
    InterviewStart,
    Question,
    get_field_at,
    iter_questions,
    make_scaffold_options,
    suggest_form,
)
from partnerskab_cli.create.scaffold import Steps
from partnerskab_cli.edit.format import format_text
from partnerskab_cli.edit.scalars import PlainScalar, Tree
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality, Side, Status
from partnerskab_cli.model.cooperation import Control
from partnerskab_cli.model.field import Field
from partnerskab_cli.model.people import Communication
from partnerskab_cli.model.time import Period
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.profile.recommend_form import recommend_form
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.parser import MappingNode, Node, Scalar, SequenceNode, parse_yaml
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import LANGUAGES, Language

TOENDER = read_profile("tønder")[0]
NEUTRAL = read_profile("danmark")[0]
EVERY = int(os.environ.get("PARTNERSKAB_EVERY", "7"))
"""Ctrl-C is tried at every so-manieth question."""


def read(text: str) -> Agreement:
    record = parse_text(text, "kaffe.yaml", Agreement, TOENDER.vocabulary).record
    assert record
    return record


def only(folder: Path) -> str:
    (path,) = (folder / "agreements").iterdir()
    return path.read_text("utf-8")


# The questions themselves


def answered(start: InterviewStart, answers: dict[Steps, Tree], typed: str = "") -> list[Question]:
    """Answer every question with the same words, or its usual answer, or later."""
    asked: list[Question] = []
    while question := next((one for one in iter_questions(start, answers) if one.at not in answers), None):
        asked.append(question)
        made = parse_answer(question, typed, start.language) if typed else InvalidAnswer(TITLE_TEXT)
        if isinstance(made, InvalidAnswer):
            made = parse_answer(question, question.usual, start.language) if question.usual else ""
        assert not isinstance(made, InvalidAnswer)
        answers[question.at] = made
    return asked


TITLE_TEXT = Agreement.names["titel"].ask


def faults(text: str, profile: Profile) -> set[str]:
    _, report = check_bytes(text.encode(), "kaffe.yaml", CheckOptions(profile, CheckDates(date(2026, 3, 1))))
    return {one.code for one in report.diagnostics}


@pytest.mark.parametrize("form", Formality)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_leaves_everything_for_later_has_a_clean_draft(form: Formality, language: Language) -> None:
    for profile in (NEUTRAL, TOENDER):
        start = InterviewStart(profile, language, "kaffe")
        answers: dict[Steps, Tree] = {FORM: form.name.lower()}
        answered(start, answers)
        text = render_answered_draft("kaffe", start, answers, "../")
        assert faults(text, profile) == {"STR08"}
        assert format_text(text) == text


@pytest.mark.parametrize("form", Formality)
def test_only_what_the_form_needs_is_asked(form: Formality) -> None:
    asked = answered(InterviewStart(TOENDER, "da", "kaffe"), {FORM: form.name.lower()})
    most = {Formality.ORAL: 15, Formality.GRANT: 25, Formality.COOPERATION: 38, Formality.PARTNERSHIP: 58}
    assert set(IN_EVERY_FORM) <= {question.part.field for question in asked if question.part}, "children, vulnerable citizens, data"
    assert len(asked) <= most[form]
    assert len({question.at for question in asked}) == len(asked)
    assert all(question.ask.da and question.ask.en for question in asked)


@pytest.mark.parametrize("form", Formality)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed", ["1", "2026-03-01", "Kaffe: og # kage", "25.000", "j", "ikke relevant: vi er få", "1. marts 2026", "3 måneder", "»æøå« \\ \"'"]
)
def test_whatever_is_typed_the_file_reads_back(form: Formality, language: Language, typed: str) -> None:
    start = InterviewStart(TOENDER, language, "kaffe")
    answers: dict[Steps, Tree] = {FORM: form.name.lower(), ("besides", 0): ""}
    asked = answered(start, answers, typed)
    text = render_answered_draft("kaffe", start, answers, "../")
    sheet = parse_text(text, "kaffe.yaml", Agreement, TOENDER.vocabulary)
    assert sheet.record
    assert {fault.code for fault in sheet.faults} <= {"STR08"}
    texts = [answers[one.at] for one in asked if one.part and one.part.field.name == "purpose"]
    assert texts in ([sheet.record.purpose], [""])
    assert format_text(text) == text


def test_the_doubtful_get_a_suggestion_with_its_sum() -> None:
    answers: dict[Steps, Tree] = {
        FORM: "unsure",
        ("weighed", "grant"): "yes",
        ("grant", 0, "amount"): PlainScalar("25000"),
        ("interplay", "closeness"): PlainScalar("dagligt"),
        ("personal_data", "processed"): PlainScalar("ja"),
        ("interplay", "development"): PlainScalar("ja"),
    }
    asked = answered(InterviewStart(TOENDER, "da", "kaffe"), answers)
    bid = next(one for one in asked if one.at == ("suggested",))
    assert bid.ask.da.startswith("Et bud: partnerskabsaftale. 6 point, fordi I har et tilskud")
    assert make_scaffold_options(InterviewStart(TOENDER, "da"), answers).form is Formality.PARTNERSHIP
    answers[("suggested",)] = "no"
    answers[("instead",)] = "oral"
    assert make_scaffold_options(InterviewStart(TOENDER, "da"), answers).form is Formality.ORAL


def test_a_grant_beside_another_form_brings_its_questions_and_an_evaluation() -> None:
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    answers: dict[Steps, Tree] = {
        FORM: "unsure",
        ("weighed", "grant"): "yes",
        ("grant", 0, "amount"): PlainScalar("25000"),
        ("period", "start"): PlainScalar("2027-01-01"),
        ("period", "ongoing"): PlainScalar("ja"),
    }
    answered(start, answers)
    text = render_answered_draft("kaffe", start, answers, "../")
    assert "\ntilskud:\n" in text
    assert "\nevaluering:\n" in text
    assert "\n  slut:" not in text, "what runs until someone says stop has no end to fill in"
    assert faults(text, NEUTRAL) == {"STR08"}


def test_more_parties_and_more_goals_get_places_of_their_own() -> None:
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    answers: dict[Steps, Tree] = {
        FORM: "cooperation", ("partner", 0): "Eksempel Kommune", ("partner", 1): "Vennerne", ("partner", 2, "more"): "yes",
        ("partner", 2): "Vennerne", ("partner", 2, "side"): "other", ("goals", 0, "text"): "Et", ("goals", 0, "more"): "yes", ("goals", 1, "text"): "To",
    }  # fmt: skip
    answered(start, answers)
    record = read(render_answered_draft("kaffe", start, answers, "../"))
    assert [(party.id, party.side) for party in record.parties] == [
        ("kommunen", Side.PUBLIC),
        ("vennerne", Side.VOLUNTARY),
        ("vennerne-2", Side.OTHER),
    ]
    assert [goal.text for goal in record.goals] == ["Et", "To"]


def test_options_are_chosen_by_number_word_or_label() -> None:
    form = next(one for one in iter_questions(InterviewStart(NEUTRAL, "da", "kaffe"), {}) if one.at == FORM)
    assert [parse_answer(form, typed, "da") for typed in ("3", "cooperation", "samarbejdsaftale", "Samarbejdsaftale", "5")] == [
        "cooperation"
    ] * 4 + ["unsure"]
    assert isinstance(parse_answer(form, "7", "da"), InvalidAnswer)
    assert len(list_answer_options(form)) == 5


# On a terminal


SAID: dict[Language, dict[str, str]] = {
    "da": {"title": "Hvad kalder I samarbejdet?", "saved": "Skrevet: agreements/kaffe-for-alle.yaml", "draft": "Kladden ligger i", "nothing": "Intet er skrevet", "suggest": "Et bud:", "yes": "j"},
    "en": {"title": "What do you call the cooperation?", "saved": "Written: agreements/kaffe-for-alle.yaml", "draft": "The draft is in", "nothing": "Nothing was written", "suggest": "A suggestion:", "yes": "y"},
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_agreement_from_the_first_question_to_the_file(tmp_path: Path, language: Language) -> None:
    said = SAID[language]
    with Terminal(tmp_path, "new", "--lang", language) as terminal:
        assert terminal.prompted()
        assert said["title"] in terminal.seen
        for typed in (
            "?",
            "Kaffe for alle",
            "",
            "1",
            "Eksempel Kommune",
            "Vennerne",
            "",
            "konsulent",
            "Alle er værter",
            "tovholder",
            "Alle i byen",
            "n",
            "n",
            "Et sted at mødes",
            "n",
            "",
            "",
        ):
            terminal.type(typed)
        assert terminal.ended() == 0
        assert said["saved"] in terminal.seen
    text = only(tmp_path)
    record = read(text)
    assert (record.id, record.title, record.formality, record.status) == ("kaffe-for-alle", "Kaffe for alle", Formality.ORAL, Status.DRAFT)
    assert [(party.name, party.side) for party in record.parties] == [("Eksempel Kommune", Side.PUBLIC), ("Vennerne", Side.VOLUNTARY)]
    assert record.purpose == "Et sted at mødes"
    assert record.target_group
    assert record.personal_data
    assert (record.target_group.children_under_15, record.target_group.vulnerable, record.personal_data.processed) == (False, False, False)
    assert faults(text.replace("kaffe-for-alle", "kaffe"), NEUTRAL) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_doubt_a_step_back_and_a_mended_answer(tmp_path: Path, language: Language) -> None:
    said = SAID[language]
    with Terminal(tmp_path, "new", "kaffe", "--lang", language) as terminal:
        terminal.prompted()
        for typed in ("Kafe", "<", "Kaffe", "5", "<", "", "n", "<", said["yes"], "25000", "", "n", "n", "3", "", "", "n", "", "n", "n"):
            assert terminal.type(typed)
        assert said["suggest"] in terminal.seen
        for typed in ("?", said["yes"], "Eksempel Kommune", "Vennerne", ""):
            assert terminal.type(typed)
        while terminal.seen.count("1 ") and not any(words in terminal.seen[-900:] for words in ("Enter gemmer", "Enter saves")):
            assert terminal.type("")
        assert terminal.type("1")
        assert terminal.type("Kaffe igen")
        terminal.type("")
        assert terminal.ended() == 0
    record = read(only(tmp_path))
    assert record.title == "Kaffe igen"
    assert record.formality is Formality.GRANT


@pytest.mark.parametrize("language", LANGUAGES)
def test_ctrl_c_keeps_the_draft_whatever_the_question(tmp_path: Path, language: Language) -> None:
    asked = len(answered(InterviewStart(NEUTRAL, language), {FORM: "cooperation"})) + 2
    for stop in range(0, asked, EVERY):
        folder = tmp_path / str(stop)
        folder.mkdir()
        with Terminal(folder, "new", "--lang", language) as terminal:
            assert terminal.prompted()
            for typed in ["Kaffe", "kaffe", "3", *[""] * asked][:stop]:
                assert terminal.type(typed)
            assert terminal.interrupted() == 130, stop
            assert "Traceback" not in terminal.seen
            assert SAID[language]["draft" if stop else "nothing"] in terminal.seen
        if stop:
            assert faults(only(folder), NEUTRAL) == {"STR08"}, stop
        else:
            assert list(folder.iterdir()) == []


def test_ctrl_d_leaves_the_rest_for_later(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "kaffe") as terminal:
        terminal.prompted()
        terminal.type("Kaffe")
        terminal.press(CTRL_D)
        assert terminal.ended() == 0
    assert "titel: Kaffe\n" in only(tmp_path)


def test_arrow_keys_and_strange_bytes_do_no_harm(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", "kaffe") as terminal:
        terminal.prompted()
        os.write(terminal.master, b"\xff\xfe\n")
        terminal.prompted()
        terminal.type("\x1b[A\x1b[DKaffe\x1b[31m")
        terminal.press(CTRL_D)
        assert terminal.ended() == 0
    assert "titel: Kaffe\n" in only(tmp_path)


# Without a terminal


def test_a_pipe_will_do(tmp_path: Path, run: Runner) -> None:
    ran = run("ny", given=b"Kaffe\n\n1\nEksempel Kommune\nVennerne\n\nkonsulent\n\ntovholder\nAlle\nn\nn\nHygge\nn\n\n\n")
    assert ran.code == 0
    assert "Hvad kalder I samarbejdet?" in ran.out
    assert (
        ran.err
        == "Skrevet: agreements/kaffe.yaml\n1 spørgsmål venter; partnerskab check agreements/kaffe.yaml --output-format grouped viser dem.\n"
    )
    assert read(only(tmp_path)).purpose == "Hygge"


def test_letters_in_two_parts_become_one(tmp_path: Path, run: Runner) -> None:
    run("new", "kaffe", given=unicodedata.normalize("NFD", "På gården\n").encode())
    assert "titel: På gården\n" in only(tmp_path)


def test_an_empty_pipe_writes_nothing_without_a_name(tmp_path: Path, run: Runner) -> None:
    ran = run("new")
    assert ran.code == 2
    assert not (tmp_path / "agreements").exists()


@pytest.mark.parametrize("form", ["mundtlig", "grant", "samarbejdsaftale", "partnership"])
def test_a_template_asks_nothing(tmp_path: Path, run: Runner, form: str) -> None:
    ran = run("new", "kaffe", "--template", form)
    assert (ran.code, ran.out) == (0, "")
    assert run("check", "agreements", "--today", "2026-03-01").code == 0
    before = only(tmp_path)
    assert run("new", "kaffe", "--template", "mundtlig").code == 2
    assert only(tmp_path) == before


def test_every_question_is_an_option_too(tmp_path: Path, run: Runner) -> None:
    ran = run(
        "new", "--no-input", "--form", "samarbejdsaftale", "--title", "Kaffe på kanden", "--public", "Eksempel Kommune",
        "--voluntary", "Vennerne", "--voluntary", "Naboerne", "--start", "1. januar 2027", "--end", "2028-12-31",
        "--set", "formål=Et sted: at mødes", "--set", "mål.tekst=Ro", "--set", "mål.2.tekst=Fred", "--set", "parter.3.kontakt.rolle=formand",
        "--set", "ophør.varsel=3 måneder", "--set", "boundaries.volunteers_do_not=kører; giver medicin", "--set", "målgruppe.antal=25",
        "--set", "samspil.tæthed=ugentligt", "--set", "brugerindflydelse=ikke relevant: ingen brugere endnu",
    )  # fmt: skip
    assert (ran.code, ran.out) == (0, "")
    text = only(tmp_path)
    assert "id: kaffe-paa-kanden\n" in text
    for line in (
        'formål: "Et sted: at mødes"',
        "  start: 2027-01-01",
        "  varsel: 3 måneder",
        "  frivillige_gør_ikke: [kører, giver medicin]",
        "  antal: 25",
        "  tæthed: ugentligt",
        "  - id: naboerne",
    ):
        assert f"{line}\n" in text
    assert "tekst: Ro\n" in text
    assert "ikke_relevant: ingen brugere endnu" in text
    assert run("check", "agreements", "--today", "2026-03-01").code == 0


@pytest.mark.parametrize(
    "words",
    [("--set", "formaalet=x"), ("--set", "formål"), ("--set", "ophør.varsel=snart"), ("--set", "parter=ikke relevant"), ("--form", "kontrakt"), ("--start", "snart"),
     ("--template", "tilskud", "--form", "tilskud"), ("--keys", "sv")],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_written(tmp_path: Path, run: Runner, words: tuple[str, ...]) -> None:
    ran = run("new", "kaffe", "--no-input", *words)
    assert ran.code == 2
    assert ran.err.startswith("fejl: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../ude", "Æbler", "a b", "-x", "x" * 90, ""])
def test_a_name_that_cannot_be_an_id_is_refused(tmp_path: Path, run: Runner, name: str) -> None:
    ran = run("new", "--no-input", "--", name)
    assert ran.code == 2 or name == "../ude"
    assert not (tmp_path / "agreements").exists()


def test_a_path_is_taken_as_it_is_named(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "partnerskab.yaml").write_text("kommune: Eksempel Kommune\n", "utf-8")
    assert run("new", "agreements/vest/kaffe.yaml", "--template", "mundtlig", "--keys", "en").code == 0
    text = (tmp_path / "agreements" / "vest" / "kaffe.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/agreement.en.schema.json\n")
    assert run("new", "kaffe", "--template", "mundtlig").code == 2


def test_an_answer_is_offered_by_the_profile(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "partnerskab.yaml").write_text("kommune: Eksempel Kommune\n", "utf-8")
    run("new", "kaffe", given=b"Kaffe\n1\n\n")
    assert "navn: Eksempel Kommune\n" in only(tmp_path)


@pytest.mark.parametrize(
    ("way", "at"),
    {
        "formål": ("purpose",), "mål.tekst": ("goals", 0, "text"), "mål.2.tekst": ("goals", 1, "text"), "parter.3.kontakt.rolle": ("parties", 2, "contacts", 0, "role"),
        "brugerindflydelse": ("user_influence", "text"), "holdepunkter.læring": ("principles", "læring"), "succeskriterier.frivillig": ("success_criteria", "voluntary", 0, "text"),
    }.items(),
)  # fmt: skip
def test_an_answer_has_its_place(way: str, at: Steps) -> None:
    assert parse_answer_path(way)[0] == at


def test_a_place_is_named_as_the_file_names_it() -> None:
    assert format_answer_path(("parties", 1, "contacts", 0, "role"), "da") == "parter.2.kontakt.1.rolle"
    assert format_answer_path(("principles", "læring"), "en") == "principles.læring"


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("område", "1, ensomhed; Børn og unge", ["ældre", "ensomhed", "børn_unge"]), ("område", "99", None), ("geografi", "Højer; Rømø", ["Højer", "Rømø"]),
        ("juridisk_bindende", "nej", "nej"), ("skema", "-1", None), ("type", "Samskabelse", "samskabelse"), ("formål", "ikke relevant", None), ("forrang", "ikke relevant", None),
        ("forrang", "ikke relevant: fordi vi ikke har bilag", {"ikke_relevant": "vi ikke har bilag"}), ("titel", "ikke relevant: x", None),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_its_field_reads_it(key: str, typed: str, meant: object) -> None:
    made = parse_field_answer(Agreement.names[key], typed, "da")
    assert isinstance(made, InvalidAnswer) if meant is None else made == meant


def test_numbers_and_lengths_have_limits() -> None:
    assert isinstance(parse_field_answer(Control.names["grad"], "7", "da"), InvalidAnswer)
    assert parse_field_answer(Control.names["grad"], "3", "da") == "3"
    assert isinstance(parse_field_answer(Communication.names["oversigt"], "x" * 301, "da"), InvalidAnswer)
    assert parse_field_answer(Communication.names["oversigt"], "x" * 300, "da") == "x" * 300
    assert [isinstance(parse_field_answer(Control.names["grad"], number, "da"), InvalidAnswer) for number in "0156"] == [
        True,
        False,
        False,
        True,
    ]


def test_an_answer_under_a_key_of_the_municipality_stands_below_it_though_the_profile_has_none() -> None:
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    answers: dict[Steps, Tree] = {FORM: "oral", ("principles", "læring"): "Vi spørger.", ("principles", "åbenhed"): "Vi siger det."}
    text = render_answered_draft("kaffe", start, answers, "../")
    assert "\nholdepunkter:\n  læring: Vi spørger.\n  åbenhed: Vi siger det.\n" in text
    assert parse_text(text, "kaffe.yaml", Agreement).record


def test_who_does_not_take_the_suggestion_chooses_another_form() -> None:
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    answers: dict[Steps, Tree] = {FORM: "unsure", ("suggested",): "no"}
    (instead,) = (one for one in answered(start, answers) if one.at == ("instead",))
    assert [one.key for one in instead.options] == ["oral", "grant", "cooperation", "partnership"]
    assert (instead.usual, answers["instead",]) == ("oral", "oral")


def test_more_is_asked_as_long_as_there_is_a_wish_for_more() -> None:
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    answers: dict[Steps, Tree] = {FORM: "oral", ("besides", 0): "grant", ("besides", 1): "risks"}
    asked = [one.at for one in answered(start, answers)]
    places = [asked.index(at) for at in (("grant", 0, "amount"), ("evaluation", "when"), ("risks", 0, "text"))]
    assert places == sorted(places)
    last = next(one for one in iter_questions(start, answers) if one.at == ("besides", 2))
    offered = {one.key for one in last.options}
    assert {"grant", "evaluation", "risks", "purpose", "title", "language"}.isdisjoint(offered)
    late = {"signatures", "waivers", "log", "replaces", "framework", "related", "principles", "policy", "glossary", "annexes"}
    assert late.isdisjoint(offered)
    assert {"insurance", "goals"} <= offered
    text = render_answered_draft("kaffe", start, answers, "../")
    assert [key for key in ("tilskud", "evaluering", "risici") if f"\n{key}:" in text] == ["tilskud", "evaluering", "risici"]
    assert faults(text, NEUTRAL) == {"STR08"}


@pytest.mark.parametrize(
    ("typed", "meant"), {"kaffe-2": "kaffe-2", "Kaffe 2": None, "x" * 80: "x" * 80, "x" * 81: None, "": None, "æbler": None}.items()
)
def test_a_name_for_the_file_has_only_small_letters_digits_and_hyphens(typed: str, meant: str | None) -> None:
    (question,) = (one for one in iter_questions(InterviewStart(NEUTRAL, "da"), {}) if one.at == ("id",))
    made = parse_answer(question, typed, "da")
    assert made == meant if meant else isinstance(made, InvalidAnswer)


@pytest.mark.parametrize(
    ("one", "typed", "meant"),
    [
        (Period.names["løbende"], "J", "ja"), (Period.names["løbende"], "n", "nej"), (Period.names["løbende"], "måske", None),
        (Agreement.names["geografi"], "Højer;; Rømø ;", ["Højer", "Rømø"]), (Agreement.names["geografi"], " ; ", []),
    ],
)  # fmt: skip
def test_yes_no_and_lists_are_read_in_every_spelling(one: Field, typed: str, meant: object) -> None:
    made = parse_field_answer(one, typed, "da")
    assert isinstance(made, InvalidAnswer) if meant is None else made == meant


@pytest.mark.parametrize(
    ("given", "answers", "name"),
    [
        ("te", {NAME: "kaffe", TITLE: "Kage"}, "te"), (None, {NAME: "kaffe", TITLE: "Kage"}, "kaffe"), (None, {NAME: "", TITLE: "Kage på bordet"}, "kage-paa-bordet"),
        (None, {TITLE: "Kage"}, "kage"), (None, {}, ""), (None, {TITLE: "x" * 61}, "x" * 60), (None, {TITLE: "x" * 59 + " y"}, "x" * 59),
    ],
)  # fmt: skip
def test_an_agreement_is_named_by_its_id_else_by_its_title(given: str | None, answers: dict[Steps, Tree], name: str) -> None:
    assert choose_draft_id(InterviewStart(NEUTRAL, "da", given), answers) == name
    if not given and not answers.get(NAME) and name:
        (question,) = (one for one in iter_questions(InterviewStart(NEUTRAL, "da"), answers) if one.at == NAME)
        assert question.usual == name


def test_yes_and_no_are_enough_where_a_question_says_so() -> None:
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    answers: dict[Steps, Tree] = {FORM: "unsure", ("weighed", "grant"): "yes", ("suggested",): "yes"}
    asked = {one.at: one for one in answered(start, answers)}
    for at, usual in ((("weighed", "grant"), "no"), (("suggested",), "yes"), (("partner", 2, "more"), "no")):
        question = next(one for one in iter_questions(start, answers) if one.at == at)
        assert (parse_answer(question, "j", "da"), parse_answer(question, "nej", "en"), question.usual) == ("yes", "no", usual)
        assert isinstance(parse_answer(question, "måske", "da"), InvalidAnswer)
    assert not any(question.yes_no for at, question in asked.items() if at[-1] != "more" and at[0] not in {"weighed", "suggested"})
    assert [one.key for one in list_answer_options(asked["interplay", "closeness"])] == ["daily", "weekly", "seldom"]


def test_one_more_is_asked_about_as_the_first_was() -> None:
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    answers: dict[Steps, Tree] = {
        FORM: "cooperation",
        ("partner", 2, "more"): "yes",
        ("partner", 3, "more"): "no",
        ("goals", 0, "more"): "yes",
    }
    asked = [one.at for one in answered(start, answers)]
    assert asked.index(("partner", 1)) < asked.index(("partner", 2)) < asked.index(("partner", 2, "side"))
    assert ("partner", 3) not in asked
    assert asked.index(("goals", 0, "text")) < asked.index(("goals", 1, "text")) < asked.index(("goals", 1, "more"))
    assert ("goals", 2, "text") not in asked
    assert [party.id for party in make_scaffold_options(start, answers).parties] == ["kommunen", "foreningen", "part-3"]
    assert [party.side for party in make_scaffold_options(start, answers).parties] == [Side.PUBLIC, Side.VOLUNTARY, Side.VOLUNTARY]


def test_there_is_an_end_to_parties_and_to_goals() -> None:
    many: dict[Steps, Tree] = {(name, number, "more"): "yes" for name in ("partner", "goals") for number in range(40)}
    many |= {("partner", number): "Vennerne" for number in range(1, 40)}
    many[FORM] = "cooperation"
    order = make_scaffold_options(InterviewStart(NEUTRAL, "da", "kaffe"), many)
    assert [party.id for party in order.parties] == ["kommunen", "vennerne", *(f"vennerne-{number}" for number in range(2, 12))]
    assert order.several["goals"] == 12


@pytest.mark.parametrize(("grant", "asked"), [("yes", True), ("no", False)])
def test_how_large_a_grant_is_is_asked_only_where_there_is_one(grant: str, asked: bool) -> None:  # noqa: FBT001 - a column of the table
    start = InterviewStart(NEUTRAL, "da", "kaffe")
    at = [one.at for one in answered(start, {FORM: "unsure", ("weighed", "grant"): grant})]
    before = at[: at.index(("suggested",))]
    assert [one for one in before if len(one) > 1] == [*(OF_GRANT if asked else ()), *WEIGHED]


GIVEN: dict[Steps, dict[Language, str]] = {
    ("weighed", "grant"): {"da": "j", "en": "y"},
    ("grant", 0, "amount"): {"da": "250.000", "en": "250000"},
    ("grant", 0, "per"): {"da": "år", "en": "year"},
    ("target_group", "children_under_15"): {"da": "ja", "en": "yes"},
    ("target_group", "vulnerable"): {"da": "ja", "en": "yes"},
    ("interplay", "closeness"): {"da": "dagligt", "en": "daily"},
    ("interplay", "people"): {"da": "40", "en": "40"},
    ("period", "ongoing"): {"da": "ja", "en": "yes"},
    ("period", "start"): {"da": "1. januar 2027", "en": "2027-01-01"},
    ("period", "end"): {"da": "2029-12-31", "en": "2029-12-31"},
    ("personal_data", "processed"): {"da": "ja", "en": "yes"},
    ("interplay", "development"): {"da": "ja", "en": "yes"},
}
NO: dict[Language, str] = {"da": "nej", "en": "no"}


@settings(max_examples=60)
@given(
    st.sets(st.sampled_from(list(GIVEN))),
    st.sets(st.sampled_from(list(GIVEN))),
    st.sampled_from([None, *Formality]),
    st.sampled_from(LANGUAGES),
)
@example(set(GIVEN), set(), None, "da")
@example({("weighed", "grant"), ("grant", 0, "amount"), ("period", "start"), ("period", "end")}, set(), Formality.PARTNERSHIP, "da")
@example({("grant", 0, "amount"), ("grant", 0, "per")}, set(), Formality.GRANT, "en")
@example(set(GIVEN) - {("period", "ongoing")}, {("period", "ongoing")}, Formality.ORAL, "en")
def test_every_answer_stands_in_the_file_and_is_weighed_there_the_same(
    yes: set[Steps], no: set[Steps], instead: Formality | None, language: Language
) -> None:
    start = InterviewStart(TOENDER, language, "kaffe")
    answers: dict[Steps, Tree] = {FORM: "unsure"}
    if instead:
        answers |= {("suggested",): "no", ("instead",): instead.name.lower()}
    while question := next((one for one in iter_questions(start, answers) if one.at not in answers), None):
        is_yes_no = question.at[-1] in {"grant", "children_under_15", "vulnerable", "ongoing", "processed", "development"}
        typed = GIVEN[question.at][language] if question.at in yes else NO[language] if question.at in no and is_yes_no else ""
        answer = parse_answer(question, typed, language) if typed else ""
        assert not isinstance(answer, InvalidAnswer)
        answers[question.at] = answer
    bid = suggest_form(start, answers)
    text = render_answered_draft("kaffe", start, answers, "../")
    record = read(text)
    for at in GIVEN.keys() - {("weighed", "grant")}:
        if answers.get(at):
            assert is_in(text, at, str(answers[at]), language), at
    assert bool(record.grant) or answers[("weighed", "grant")] != "yes"
    assert recommend_form(record, TOENDER).reasons == bid.reasons
    assert recommend_form(record, TOENDER) == bid or (instead is Formality.GRANT and answers[("weighed", "grant")] != "yes")


def is_in(text: str, at: Steps, answer: str, language: Language) -> bool:
    """Whether a file says so at that place."""
    node: Node | None = parse_yaml(text)[0]
    for step in at:
        if isinstance(step, int):
            node = node.items[step] if isinstance(node, SequenceNode) else node
        else:
            assert isinstance(node, MappingNode)
            node = node.entries[get_field_at((*at[: at.index(step)], step)).get_key(language)][1]
    return isinstance(node, Scalar) and node.text == answer


MORE = {
    "the name": (b"Kaffe\n?\n", "Filen får det navn, og andre aftaler henviser til det."),
    "the form": (b"Kaffe\n\n?\n", "Tilskud: nok, når I ikke deler en opgave, men kommunen støtter den."),
    "a doubt": (b"Kaffe\n\n5\n?\n", "Pointene er værktøjets eget bud"),
    "a party": (b"Kaffe\n\n1\n?\n", "En aftale er mellem en offentlig part"),
}


@pytest.mark.parametrize(("typed", "says"), MORE.values(), ids=MORE)
def test_whoever_asks_hears_what_helps(run: Runner, typed: bytes, says: str) -> None:
    ran = run("ny", given=typed)
    assert f"> {says}" in ran.out or f"\n{says}" in ran.out
    assert "Der er ikke mere at sige om det." not in ran.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--start", "2026-13-01"), "»2026-13-01« kan ikke stå efter --start."),
        (("--end", "snart"), "»snart« kan ikke stå efter --end."),
        (("--set", "periode.start=snart"), "»snart« kan ikke stå i periode.start."),
    ],
)
def test_a_day_that_is_none_is_told_as_it_was_given(run: Runner, words: tuple[str, ...], says: str) -> None:
    ran = run("new", "kaffe", "--no-input", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"fejl: {says}\n")


def test_the_way_to_what_waits_says_as_many_in_one_line(run: Runner) -> None:
    said = run("new", "kaffe", "--template", "samarbejdsaftale").err
    ((count, command),) = re.findall(r"(\d+) spørgsmål venter; partnerskab (.+) viser dem", said)
    shown = run(*command.split()).out
    assert "\n      " in shown, "findings under the name of their file"
    assert shown.count("STR08") == 1
    assert f"STR08 {count} felter venter på svar" in shown


@pytest.mark.parametrize(
    ("language", "ids"), [("da", ["kommunen", "foreningen", "part-3"]), ("en", ["municipality", "association", "party-3"])]
)
def test_parties_without_a_name_are_called_so_in_the_language_of_the_file(
    tmp_path: Path, quick: Runner, language: Language, ids: list[str]
) -> None:
    known: dict[Steps, Tree] = {FORM: "cooperation", ("partner", 2, "more"): "yes"}
    assert [party.id for party in make_scaffold_options(InterviewStart(NEUTRAL, language, "kaffe"), known).parties] == ids
    quick("new", "kaffe", "--template", "mundtlig", "--keys", language)
    assert re.findall("- id: (.+)", only(tmp_path)) == ids[:2]
