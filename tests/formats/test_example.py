"""An example in one line says what it says over several."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import Runner

from partnerskab_cli.formats.concise import inline_example
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.examples import dump_example
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.text.localized import LANGUAGES, Language

CASES = {
    "a section": ("ophør:\n  varsel: 3 måneder", "ophør: {varsel: 3 måneder}"),
    "a list of sections": ("kontakt:\n  - rolle: formand\n    mail: a@b.dk", "kontakt: [{rolle: formand, mail: a@b.dk}]"),
    "a list of words": ("by:\n  - A\n  - B", "by: [A, B]"),
    "sections in sections": ("a:\n  b:\n    c: 1\n  d: 2", "a: {b: {c: 1}, d: 2}"),
    "a comma": ("behov:\n  tekst: Mange, der bor alene", 'behov: {tekst: "Mange, der bor alene"}'),
    "quotation marks": ('a:\n  b: "c, d"', 'a: {b: "c, d"}'),
    "one line": ("titel: Kaffe, te og kage", "titel: Kaffe, te og kage"),
}


@pytest.mark.parametrize(("text", "line"), CASES.values(), ids=CASES)
def test_what_stands_below_a_key_comes_into_brackets(text: str, line: str) -> None:
    assert inline_example(f"skriv fx {text}") == f"skriv fx {line}"


def test_a_sentence_over_several_lines_becomes_one() -> None:
    assert inline_example("skriv en linje\n  og en til") == "skriv en linje og en til"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_shown_as_it_may_be_written(language: Language) -> None:
    several = [text for point in walk_fields(Agreement) if "\n" in (text := dump_example(point.field, language))]
    assert len(several) > 40
    for text in several:
        assert yaml.safe_load(inline_example(text)) == yaml.safe_load(text), text


LACKING = "id: tom\ntitel: Tom\nformalitet: samarbejdsaftale\nstatus: aktiv\nparter:\n  - {id: k, navn: K, side: offentlig}\n"


@pytest.mark.parametrize("form", ["concise", "grouped"])
def test_what_a_finding_says_to_write_can_be_written(quick: Runner, tmp_path: Path, form: str) -> None:
    (tmp_path / "tom.yaml").write_text(LACKING, "utf-8")
    ran = quick("check", "tom.yaml", "--output-format", form)
    written = [yaml.safe_load(line.partition("skriv fx ")[2]) for line in ran.out.splitlines() if "skriv fx " in line]
    assert {key: value for item in written for key, value in item.items()} == {
        "kontakt": [{"rolle": "formand"}],
        "ophør": {"varsel": "3 måneder"},
        "periode": {"start": date(2026, 1, 1)},
    }
