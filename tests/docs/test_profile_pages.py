"""The pages on the profile: their examples are good profiles, and no threshold is left out."""

from datetime import date
from pathlib import Path

import pytest
from prose import PROJECT, fences, rows

from partnerskab_cli.check import CheckOptions
from partnerskab_cli.check.profile import check_profile
from partnerskab_cli.model.amounts import YearDay
from partnerskab_cli.profile.thresholds import Thresholds
from partnerskab_cli.rules.registry import BY_CODE
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.text.localized import Language, format_value

LANGUAGES: tuple[tuple[str, Language], ...] = (("docs/profile.en.md", "en"), ("docs/profil.da.md", "da"))
NONE = {"en": "none", "da": "ingen"}
DAYS = {"en": "1 April", "da": "1. april"}


@pytest.mark.parametrize(("name", "language"), LANGUAGES)
def test_the_examples_of_a_page_are_profiles_without_findings(name: str, language: Language, tmp_path: Path) -> None:
    samples = fences(PROJECT / name, "yaml")
    assert samples
    for number, sample in enumerate(samples):
        path = tmp_path / f"{language}-{number}.yaml"
        path.write_text(sample.text, encoding="utf-8")
        profile, sheet = read_profile(str(path))
        assert sheet
        report = check_profile(sheet, CheckOptions(profile, CheckDates(date(2026, 3, 1))))
        assert [diagnostic.message for diagnostic in report.diagnostics] == []


@pytest.mark.parametrize(("name", "language"), LANGUAGES)
def test_every_threshold_stands_with_its_question_and_its_usual_value(name: str, language: Language) -> None:
    message = [tuple(row[:3]) for row in rows(PROJECT / name) if len(row) == 4][1:]
    assert message == [
        (f"`{field.get_key(language)}`", field.ask.localize(language), usual(field.default, language)) for field in Thresholds.fields
    ]


def usual(value: object, language: Language) -> str:
    if isinstance(value, YearDay):
        assert (value.month, value.day) == (4, 1)
        return DAYS[language]
    return NONE[language] if value is None else str(format_value(value, language))


@pytest.mark.parametrize(("name", "language"), LANGUAGES)
def test_the_rules_of_a_threshold_exist(name: str, language: Language) -> None:
    used = [word.strip("`,") for row in rows(PROJECT / name) if len(row) == 4 for word in row[3].split() if word.strip("`,")[:3].isupper()]
    assert used, language
    assert [code for code in used if code not in BY_CODE] == []
