"""A fresh file asks what its form asks, reads without a fault, and has nothing against it but what is still to be filled in."""

from datetime import date
from pathlib import Path

import pytest
from conftest import Runner

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.create.scaffold import PLACEHOLDER, PartySeed, ScaffoldOptions, format_stub, plan_sections, render_skeleton
from partnerskab_cli.edit.format import format_text
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality, Side, Status
from partnerskab_cli.model.field import Field
from partnerskab_cli.model.requirements import list_required_fields
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import LANGUAGES, Language

PROFILES = {name: read_profile(name)[0] for name in ("danmark", "tønder")}
HEAD = {"schema", "id", "title", "formality", "status", "language"}
"""What every agreement begins with."""
LONGEST = {Formality.ORAL: 45, Formality.GRANT: 85, Formality.COOPERATION: 130, Formality.PARTNERSHIP: 190}
"""Lines; a new file is small."""


def count_open(text: str, profile: Profile) -> int:
    """How many questions the one finding of a file says are open."""
    _, report = check_bytes(text.encode(), "kaffe.yaml", CheckOptions(profile, CheckDates(date(2026, 3, 1))))
    (finding,) = report.diagnostics
    assert finding.code == "STR08"
    return int(finding.message.da.split()[0])


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", Formality)
def test_a_skeleton_has_open_questions_and_nothing_else(form: Formality, language: Language, profile: Profile) -> None:
    order = ScaffoldOptions(form, language, principles=profile.principles)
    text = render_skeleton("kaffe", order)
    open_questions = 1 + sum(1 for part in plan_sections(order) for _ in part.iter_leaves())
    assert count_open(text, profile) == open_questions
    assert text.count(f'"{PLACEHOLDER.localize(language)}"') == open_questions
    record = parse_text(text, "kaffe.yaml", Agreement).record
    assert record
    assert (record.id, record.formality, record.status) == ("kaffe", form, Status.DRAFT)


@pytest.mark.parametrize("form", Formality)
def test_it_is_small_and_asks_all_that_is_required(form: Formality) -> None:
    order = ScaffoldOptions(form, "da")
    text = render_skeleton("kaffe", order)
    assert len(text.splitlines()) <= LONGEST[form]
    assert max(len(line) for line in text.splitlines()) <= 120
    asked = {part.field for part in plan_sections(order)}
    assert {way[0] for way in list_required_fields(form)} - {Agreement.names["underskrifter"]} <= asked


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", Formality)
def test_it_stands_as_it_would_be_laid_out(form: Formality, language: Language) -> None:
    text = render_skeleton("kaffe", ScaffoldOptions(form, language))
    assert format_text(text) == text


def test_the_editor_line_is_on_top() -> None:
    assert render_skeleton("a", ScaffoldOptions(Formality.ORAL, "da")).startswith(
        "# yaml-language-server: $schema=../schema/aftale.da.schema.json\n"
    )
    assert render_skeleton("a", ScaffoldOptions(Formality.ORAL, "en"), "../../").startswith(
        "# yaml-language-server: $schema=../../schema/agreement.en.schema.json\n"
    )


def test_each_party_has_its_own_place() -> None:
    partners = (PartySeed("kommunen", Side.PUBLIC, "Tønder Kommune"), PartySeed("a", Side.VOLUNTARY), PartySeed("b", Side.VOLUNTARY))
    text = render_skeleton("kaffe", ScaffoldOptions(Formality.COOPERATION, "da", partners))
    assert count_open(text, PROFILES["danmark"]) == text.count('"[udfyld]"')
    assert text.count("  - part: b\n") == 1
    assert "navn: Tønder Kommune\n" in text


@pytest.mark.parametrize(
    "name", [one.name for one in Agreement.fields if one.name not in {"waivers", "replaces", "framework", "related", "log", "annexes"}]
)
def test_any_section_can_be_asked_for_and_then_reads(name: str) -> None:
    text = render_skeleton("kaffe", ScaffoldOptions(Formality.ORAL, "da", extra=frozenset({name})))
    assert {fault.code for fault in parse_text(text, "kaffe.yaml", Agreement).faults} == {"STR08"}


@pytest.mark.parametrize("word", ["[udfyld]", "TODO", "xxx", "[udfyld: dato]"])
def test_a_placeholder_is_one_wherever_it_stands(word: str) -> None:
    text = f'id: a\nperiode: {{start: "{word}"}}\nmål: "{word}"\nudbytte: "{word}"\nstyring: {{grad: "{word}"}}\ntype: "{word}"\n'
    sheet = parse_text(text, "a.yaml", Agreement)
    assert [fault.code for fault in sheet.faults if fault.code not in {"STR10", "STR10b"}] == ["STR08"] * 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", [one for one in Agreement.fields if one.name not in HEAD], ids=lambda one: one.key)
def test_there_is_room_for_every_section_that_is_missing(one: Field, language: Language) -> None:
    order = ScaffoldOptions(Formality.PARTNERSHIP, language, principles=PROFILES["tønder"].principles)
    text = "\n".join(format_stub(one, order))
    assert text.startswith("# ")
    assert f"\n{one.get_key(language)}:" in text
    room = text.count(PLACEHOLDER.localize(language))
    faults = parse_text(text, "a.yaml", Agreement, PROFILES["tønder"].vocabulary).faults
    assert [fault.code for fault in faults if fault.code in {"STR08", "STR02", "STR03", "STR04c"}] == ["STR08"] * room
    assert room


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_side_has_an_example_of_its_own_success(quick: Runner, tmp_path: Path, language: Language) -> None:
    said = {
        "da": ("De frivillige bliver hængende", "Vi når borgere, vi ellers ikke når."),
        "en": ("The volunteers stay on", "We reach citizens whom we do not reach otherwise."),
    }[language]
    quick("new", "kaffe", "--template", "samarbejdsaftale", "--keys", language)
    text = (tmp_path / "agreements" / "kaffe.yaml").read_text("utf-8").replace("\n  # ", " ")
    assert [text.count(words) for words in said] == [1, 1]
