"""Every rule by its own examples: the bad one gives exactly that finding, the good one none."""

import re
from pathlib import Path

import pytest
import yaml
from laying import BASES, LAID, TODAY, clean, profile, tried

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.diagnostics import Severity
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality
from partnerskab_cli.model.field import Choice, Field
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.model.requirements import list_required_fields, list_required_grant_fields
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.rules.per_agreement import has_check
from partnerskab_cli.rules.registry import BY_CODE, RULES
from partnerskab_cli.rules.rule import CheckDates, Rule
from partnerskab_cli.text.localized import Text

SETTINGS = CheckOptions(profile("tønder"), CheckDates(TODAY))
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
every_laid_rule = pytest.mark.parametrize("rule", LAID, ids=lambda rule: rule.code)


@pytest.mark.parametrize("base", BASES.values())
def test_a_clean_agreement_gives_nothing_at_all(base: str) -> None:
    _, report = check_bytes(clean(base).encode(), f"{base}.yaml", SETTINGS)
    assert report.diagnostics == ()


@every_laid_rule
def test_the_bad_example_gives_exactly_that_finding(rule: Rule, tmp_path: Path) -> None:
    assert [item.code for item in tried(rule, rule.bad, tmp_path)] == [rule.code]


@every_laid_rule
def test_the_good_example_gives_none(rule: Rule, tmp_path: Path) -> None:
    assert [item.code for item in tried(rule, rule.good, tmp_path)] == []


@every_laid_rule
def test_the_bad_example_ends_in_something_one_can_do(rule: Rule, tmp_path: Path) -> None:
    (result,) = tried(rule, rule.bad, tmp_path)
    assert result.severity is rule.severity
    assert DOING.search(result.cure.da), result.cure.da
    assert DOING_IN_ENGLISH.search(result.cure.en), result.cure.en
    assert not re.search(r"[.:?]\s*[.]|kr[.][.]", result.message.da + result.message.en)
    assert "{" not in result.message.da + result.message.en + result.cure.da.replace(rule.bad, "")


DOING = re.compile(
    r"[?]|\b(?:aftal|begynd|behold|brug|ret|skriv|slet|slå|spred|spørg|sæt|tag|tjek|udfyld|vælg|find|fjern|flyt|få|gem|giv|lad|læg|overvej|saml|samler|se)\b"
)
DOING_IN_ENGLISH = re.compile(
    r"[?]|\b(?:add|agree|ask|begin|better write|bring|check|choose|consider|correct|decide|delete|fill|find|gathers|give|go|have|join|joins|keep|let|look|make|mend|merge"
    r"|move|put|remove|rewrite|save|set|settle|sign|shorten|spread|take|use|write)\b"
)


def test_every_code_is_given_once() -> None:
    assert len(RULES) == len(BY_CODE)


@every_rule
def test_both_languages_say_the_same(rule: Rule) -> None:
    for words in (rule.says, rule.cure, rule.why):
        assert all(words)
        assert values(words.da) == values(words.en)
        assert words.da.count("`") == words.en.count("`")
        assert words.da.count("`") % 2 == 0


def values(words: str) -> list[str]:
    return sorted({name.partition(":")[0] for name in re.findall(r"{([^}]*)}", words)})


@every_rule
def test_names_of_fields_stand_in_the_language_of_the_words(rule: Rule) -> None:
    for words in (rule.says, rule.cure):
        for danish, english in zip(*(re.findall(r"`([^`]*)`", word) for word in words), strict=True):
            assert (danish, english) in PAIRS or danish.startswith("partnerskab "), (danish, english)


def pairs() -> set[tuple[str, str]]:
    """Every way to a field, in both languages, and the ends of it."""
    ways = [point.way for record in (Agreement, Profile) for point in walk_fields(record)]
    known = {
        (".".join(field.key for field in way[start:]), ".".join(field.name for field in way[start:]))
        for way in ways
        for start in range(len(way))
    }
    words = {(item.get_key("da"), item.get_key("en")) for choice in Choice.__subclasses__() for item in choice}
    return known | words | {("ikke_relevant", "not_relevant"), ("x_", "x_"), ("id:", "id:"), ("titel:", "title:")} | PHRASES


PHRASES = {("løbende: ja", "ongoing: yes"), ("udbetaling: engang", "payment_plan: single")}
PAIRS = pairs()


@every_rule
def test_no_message_only_says_that_something_is_invalid(rule: Rule) -> None:
    message = " ".join((*rule.says, *rule.cure))
    assert not re.search(r"ugyldig|invalid", message, re.IGNORECASE)
    assert '"' not in message


@every_rule
def test_what_a_rule_comes_after_exists(rule: Rule) -> None:
    assert set(rule.after) <= set(BY_CODE)
    assert rule.code not in rule.after


@every_rule
def test_a_rule_says_where_it_comes_from(rule: Rule) -> None:
    assert rule.source.startswith(("S0", "S1", "S2", "S3", "S4", "practice")) or re.search(r"lov|§", rule.source)


ASKED = tuple(dict.fromkeys(point.way for point in walk_fields(Agreement) if any(point.field.need[1:])))


@pytest.mark.parametrize("way", ASKED, ids=lambda way: ".".join(item.key for item in way))
def test_a_field_that_names_its_rule_is_asked_by_it(way: tuple[Field, ...]) -> None:
    """Taken out of a clean agreement that has it, the question is asked by the rule that the field names, or by one on the same point."""
    forms = [form for form, severity in zip(Formality, way[-1].need[1:], strict=True) if severity]
    texts = [without(clean(BASES[letter]), way) for form, letter in zip(Formality, "MTSP", strict=True) if form in forms]
    asked = {
        diagnostic.code for text in filter(None, texts) for diagnostic in check_bytes(text.encode(), file_of(text), SETTINGS)[1].diagnostics
    }
    assert {code[:5] for code in asked} & {code[:5] for code in (way[-1].rule, *BY_CODE[way[-1].rule].after)}


def without(text: str, way: tuple[Field, ...]) -> str | None:
    """An agreement without what stands at the end of a way; nothing where it has none."""
    agreement = yaml.safe_load(text)
    holders = [agreement]
    for field in way[:-1]:
        below = [holder[field.key] for holder in holders if field.key in holder]
        holders = [item for value in below for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]
    matches = [holder.pop(way[-1].key) for holder in holders if way[-1].key in holder]
    return yaml.safe_dump(agreement, allow_unicode=True, sort_keys=False) if matches else None


def file_of(text: str) -> str:
    return f"{yaml.safe_load(text)['id']}.yaml"


def test_every_rule_that_a_field_names_exists() -> None:
    assert {point.field.rule for record in (Agreement, Profile) for point in walk_fields(record)} <= set(BY_CODE)
    assert all(has_check(BY_CODE[way[-1].rule]) for way in ASKED)


COUNTS = {Formality.ORAL: 3, Formality.GRANT: 6, Formality.COOPERATION: 12, Formality.PARTNERSHIP: 14}


@pytest.mark.parametrize("formality", Formality, ids=lambda item: item.name)
def test_a_form_requires_no_more_than_was_agreed(formality: Formality) -> None:
    assert len(list_required_fields(formality)) == COUNTS[formality]


def test_a_grant_requires_three_answers_of_its_own() -> None:
    assert {field.key for field in list_required_grant_fields()} == {"bevillingsperiode", "udbetalinger", "regnskab"}


FIVE = {"behov": 1, "mål": 3, "succeskriterier": 4, "ophør": 10, "brugerindflydelse": 11}


@pytest.mark.parametrize(("key", "item"), FIVE.items())
def test_each_of_the_five_left_out_of_an_active_agreement_is_one_error_that_names_its_point(key: str, item: int) -> None:
    text = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", clean("samarbejdsaftale"), flags=re.MULTILINE)
    _, report = check_bytes(text.encode(), "samarbejdsaftale.yaml", SETTINGS)
    (candidate,) = report.diagnostics
    assert (candidate.severity, candidate.item) == (Severity.ERROR, item)


def test_a_language_that_lacks_words_is_no_text() -> None:
    assert all(isinstance(words, Text) and all(words) for rule in RULES for words in (rule.says, rule.cure, rule.why))
