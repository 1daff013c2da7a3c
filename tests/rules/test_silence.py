"""One cause, one finding: what a rule comes after, what was answered otherwise, and what was waived."""

import pytest
from hypothesis import given, strategies as st
from laying import TODAY, clean, laid, profile

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.check.silence import PathTree
from partnerskab_cli.diagnostics import YamlPath
from partnerskab_cli.rules.rule import CheckDates

SETTINGS = CheckOptions(profile("tønder"), CheckDates(TODAY))


def codes(snippet: str, base: str = "samarbejdsaftale", settings: CheckOptions = SETTINGS) -> list[str]:
    _, report = check_bytes(laid(snippet, base).encode(), f"{base}.yaml", settings)
    return sorted(one.code for one in report.diagnostics)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("periode", "slut"), ("periode",), True),
        (("periode", "slut"), ("periode", "start"), True),
        (("periode",), ("behov",), False),
        (("parter", 0, "cvr"), ("parter", 0, "cvr"), True),
        (("parter", 0, "cvr"), ("parter", 1, "cvr"), False),
        (("parter", 0), ("parter",), True),
        ((), ("behov",), True),
    ],
)
def test_two_findings_share_a_cause_when_they_speak_of_the_same_question(
    one: tuple[str | int, ...], other: tuple[str | int, ...], *, same: bool
) -> None:
    assert PathTree([other]).has_near(one) is same
    assert PathTree([one]).has_near(other) is same


def same_place(one: YamlPath, other: YamlPath) -> bool:
    """Whether two findings may have the same cause, told step by step."""
    for number, (step, sister) in enumerate(zip(one, other, strict=False)):
        if step != sister:
            return number > 0 and not (isinstance(step, int) and isinstance(sister, int))
    return True


ROUTES = st.lists(st.one_of(st.integers(0, 3), st.sampled_from(["a", "b", "c"])), max_size=4).map(tuple)


@given(st.lists(ROUTES, max_size=6), ROUTES)
def test_a_route_is_held_against_many_as_against_each(routes: list[YamlPath], one: YamlPath) -> None:
    assert PathTree(routes).has_near(one) is any(same_place(one, other) for other in routes)


def test_a_misspelt_key_and_what_it_leaves_open_are_one_finding() -> None:
    assert codes("ophoeer: {varsel: 3 måneder, afvikling: Vi går turene færdig.}\nophør:") == ["STR02b", "TJK10"]
    text = clean("samarbejdsaftale").replace("ophør:", "ophørr:")
    _, report = check_bytes(text.encode(), "samarbejdsaftale.yaml", SETTINGS)
    assert [one.code for one in report.diagnostics] == ["STR02"]


def test_a_misspelt_key_hides_nothing_elsewhere() -> None:
    assert codes("tavshedsplikt: Det bliver mellem os.\nbehov:") == ["STR02", "TJK01"]


@pytest.mark.parametrize(
    ("snippet", "expected"),
    [
        ("brugerindflydelse: {ikke_relevant: Der er ingen brugere endnu.}", ["TJK00"]),
        ("forankring: {ikke_relevant: Vi er kun to.}", []),
        ("organisering: {ikke_relevant: Vi gør det sammen.}", []),
        ("ophør: {varsel: 3 måneder, afvikling: {ikke_relevant: Der er ingen gæster endnu.}}", []),
        ("ophør: {varsel: 3 måneder, afvikling: {ikke_relevant: ''}}", ["TJK10b"]),
        ("formål: {ikke_relevant: Det giver sig selv.}", ["STR04d"]),
    ],
)
def test_a_conscious_no_is_an_answer(snippet: str, expected: list[str]) -> None:
    assert codes(snippet) == expected


def test_a_wrong_value_silences_the_rules_about_it_only() -> None:
    assert codes("periode: {start: 2026-02-30, slut: 2027-12-31}\nbehov:") == ["STR04b", "TJK01"]


def test_a_missing_answer_is_as_heavy_as_the_status_allows() -> None:
    for status, weight in (("aktiv", "error"), ("udkast", "warning"), ("genforhandling", "warning"), ("idé", "advice")):
        _, report = check_bytes(laid(f"status: {status}\nophør:", "samarbejdsaftale").encode(), "samarbejdsaftale.yaml", SETTINGS)
        assert [(one.code, one.severity.key) for one in report.diagnostics] == [("TJK10", weight)]
    assert codes("status: ophørt\nophør:") == []


@pytest.mark.parametrize(
    ("waiver", "expected"),
    [
        ("{regel: TJK10, fordi: Vi aftaler det senere.}", []),
        ("{regel: TJK10, fordi: Vi aftaler det senere., til: 2026-12-31}", []),
        ("{regel: TJK10, fordi: Vi aftaler det senere., til: 2025-12-31}", ["TJK10", "UND02"]),
        ("{regel: TJK10}", ["TJK10", "UND01"]),
        ("[{regel: TJK10, fordi: Vi aftaler det senere.}, {regel: TJK99, fordi: Den findes ikke.}]", ["UND03"]),
        ("[{regel: TJK10, fordi: Vi aftaler det senere.}, {regel: STR03, fordi: Nej.}]", ["UND04"]),
        ("[{regel: TJK10, fordi: Vi aftaler det senere.}, {regel: POR05, fordi: De er søstre.}]", []),
    ],
)
def test_a_waiver_spares_from_one_rule_with_a_reason_and_in_time(waiver: str, expected: list[str]) -> None:
    assert codes(f"ophør:\nundtagelser: {waiver}") == expected


def test_evaluation_gives_at_most_one_finding() -> None:
    grant = (
        "tilskud: {lovgrundlag: sel_18, beløb: 25000, bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}, udbetaling: engang, "
        "regnskab: {frist: 2027-04-01}, ubrugt: tilbagebetales}"
    )
    assert codes("evaluering:", "partnerskabsaftale") == ["PRT13"]
    assert codes(f"evaluering:\n{grant}", "partnerskabsaftale") == ["ØKO06"]
    assert codes(f"evaluering:\ntype: uddelegering\n{grant}", "partnerskabsaftale") == ["TYP02"]


def test_the_last_change_comes_from_git_where_it_is_known() -> None:
    quiet = "hændelser: {dato: 2024-11-06, tekst: Vi gav hinanden hånd på det.}"
    assert codes(quiet, "mundtlig") == ["DAT08"]
    assert codes(quiet, "mundtlig", SETTINGS._replace(moment=CheckDates(TODAY, TODAY))) == []
