"""What falls due: nothing is lost, nothing comes before the start, month ends clamp and leap days hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st
from portfolios import TODAY, agreement, example, neutral, profile_of, whole

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import FIRST_DAY, MONTH, Duration, YearDay
from partnerskab_cli.model.deadlines import Deadline, DutyKind, TimeSpan, compute_deadlines
from partnerskab_cli.model.status import EffectiveStatus, compute_effective_status, find_last_end, iter_term_ends
from partnerskab_cli.portfolio.due import DueState, list_due_items
from partnerskab_cli.profile.profile import Profile

LIMITS = neutral().limits
STARTS = st.dates(date(1995, 1, 1), date(2060, 1, 1))
UNTIL = date(2030, 1, 1)


def of(agreement: Agreement, until: date = UNTIL) -> tuple[Deadline, ...]:
    return compute_deadlines(
        agreement, TimeSpan(FIRST_DAY, until), accounts_due=YearDay(4, 1), declaration_months=LIMITS.declaration_months
    )


def days(agreement: Agreement, kind: DutyKind, until: date = UNTIL) -> list[date]:
    return [duty.day for duty in of(agreement, until) if duty.kind is kind]


def full(start: date, length: int, notice: int) -> Agreement:
    """An agreement with one duty of every kind that its period decides."""
    end = start + timedelta(days=length)
    return agreement(f"""
periode: {{start: {start}, slut: {end}}}
ophør: {{varsel: {notice} måneder}}
tilskud: {{beløb: 1000, bevillingsperiode: {{start: {start}, slut: {end}}}}}
leverancer:
  - {{part: venner, tekst: Et notat, frist: {{efter: start, varighed: 2 måneder, gentages: 2 om året}}}}
  - {{part: venner, tekst: Et sidste notat, frist: {{efter: slut, varighed: 1 måned}}}}
børneattest: {{kræves: ja}}
forsikring: {{kommunal: ja}}
genforhandling: {{hver: 1 år}}
""")


@given(STARTS, st.integers(0, 3000), st.integers(1, 24))
def test_no_duty_of_the_period_comes_before_it_begins(start: date, length: int, notice: int) -> None:
    item = full(start, length, notice)
    assert all(duty.day >= start for duty in of(item, start + timedelta(days=length)))


@given(STARTS, st.integers(0, 3000), st.integers(1, 24), st.integers(-2000, 2000))
def test_moving_the_period_loses_no_duty(start: date, length: int, notice: int, shift: int) -> None:
    moved = start + timedelta(days=shift)
    end, other = (day + timedelta(days=length) for day in (start, moved))
    once = {duty.kind for duty in of(full(start, length, notice), end)}
    twice = {duty.kind for duty in of(full(moved, length, notice), other)}
    always = {DutyKind.END, DutyKind.NOTICE, DutyKind.ACCOUNTS, DutyKind.DELIVERABLE, DutyKind.DECLARATION, DutyKind.INSURANCE}
    assert always <= once
    assert always <= twice


@given(STARTS, st.integers(0, 3000), st.integers(1, 24))
def test_the_last_day_of_notice_comes_before_the_end(start: date, length: int, notice: int) -> None:
    item = full(start, length, notice)
    (last,) = days(item, DutyKind.NOTICE)
    (end,) = days(item, DutyKind.END)
    assert start <= last <= end


@given(STARTS, st.integers(0, 3000), st.integers(1, 24))
def test_every_duty_has_a_name_of_its_own(start: date, length: int, notice: int) -> None:
    keys = [duty.key for duty in of(full(start, length, notice), start + timedelta(days=length))]
    assert len(keys) == len(set(keys))


@given(STARTS, st.integers(0, 2000), st.integers(1, 12), st.dates(date(1990, 1, 1), date(2070, 1, 1)))
def test_a_day_is_never_overdue_and_ahead(start: date, length: int, notice: int, today: date) -> None:
    for duty in of(full(start, length, notice), start + timedelta(days=length)):
        assert not (duty.is_overdue(today) and duty.is_upcoming(today))


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 600))
def test_months_clamp_and_never_spill_over(day: date, number: int) -> None:
    after = Duration(number, MONTH).add_to(day)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == number
    assert after.day == day.day or (after + timedelta(days=1)).day == 1


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 300))
def test_going_back_lands_no_later_and_at_most_three_days_early(day: date, number: int) -> None:
    back = Duration(number, MONTH).subtract_from(Duration(number, MONTH).add_to(day))
    assert timedelta() <= day - back <= timedelta(days=3)


@pytest.mark.parametrize(
    ("end", "notice", "last"),
    [
        ("2026-05-31", "3 måneder", date(2026, 2, 28)),
        ("2028-05-31", "3 måneder", date(2028, 2, 29)),
        ("2026-12-31", "30 dage", date(2026, 12, 1)),
        ("2028-02-29", "1 år", date(2027, 2, 28)),
        ("2026-03-10", "6 måneder", date(2026, 1, 1)),
    ],
)
def test_the_last_day_of_notice(end: str, notice: str, last: date) -> None:
    item = agreement(f"periode: {{start: 2026-01-01, slut: {end}}}\nophør: {{varsel: {notice}}}\n")
    assert days(item, DutyKind.NOTICE) == [last]


def test_each_party_has_its_own_notice() -> None:
    item = agreement("""
periode: {start: 2026-01-01, slut: 2026-12-31}
ophør: {varsel_pr_part: [{part: kommunen, varsel: 6 måneder}, {part: venner, varsel: 3 måneder}]}
""")
    matches = [(duty.day, duty.parties) for duty in of(item) if duty.kind is DutyKind.NOTICE]
    assert matches == [(date(2026, 6, 30), ("kommunen",)), (date(2026, 9, 30), ("venner",))]


EXTENDED = """
periode: {start: 2026-01-01, slut: 2027-02-28}
forlængelse: {automatisk: ja, længde: 1 år, højst: 2}
ophør: {varsel: 1 måned}
"""


def test_an_extension_that_comes_by_itself_moves_the_end() -> None:
    item = agreement(EXTENDED)
    assert list(iter_term_ends(item)) == [date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]
    assert days(item, DutyKind.EXTENSION) == [date(2027, 2, 28), date(2028, 2, 29)]
    assert days(item, DutyKind.END) == [date(2029, 2, 28)]
    assert len(days(item, DutyKind.NOTICE)) == 3
    assert compute_effective_status(item, date(2028, 6, 1), lambda: False) is EffectiveStatus.ACTIVE
    assert compute_effective_status(item, date(2029, 3, 1), lambda: False) is EffectiveStatus.EXPIRED


def test_an_extension_without_a_limit_never_ends() -> None:
    item = agreement(EXTENDED.replace(", højst: 2", ""))
    assert find_last_end(item) is None
    assert compute_effective_status(item, date(2090, 1, 1), lambda: False) is EffectiveStatus.ACTIVE
    assert len(list(iter_term_ends(item))) < 80


def test_an_extension_without_a_limit_is_told_only_as_far_as_asked() -> None:
    handed_in = "leverancer: {part: venner, tekst: Et notat, frist: {efter: slut, varighed: 30 dage}}\n"
    item, until = agreement(EXTENDED.replace(", højst: 2", "") + handed_in), date(2028, 3, 1)
    assert days(item, DutyKind.EXTENSION, until) == [date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]
    assert days(item, DutyKind.NOTICE, until) == [date(2027, 1, 28), date(2028, 1, 29), date(2029, 1, 28)]
    assert days(item, DutyKind.END, until) == days(item, DutyKind.DELIVERABLE, until) == []


def test_an_extension_of_no_length_is_none() -> None:
    assert list(iter_term_ends(agreement(EXTENDED.replace("1 år", "0 år")))) == [date(2027, 2, 28)]


def test_meetings_come_round_until_the_end() -> None:
    item = agreement("periode: {start: 2026-01-01, slut: 2026-06-30}\nmøder: {navn: Status, hyppighed: hver måned, næste: 2026-01-31}\n")
    deadlines = [duty for duty in of(item) if duty.kind is DutyKind.MEETING]
    assert [duty.day for duty in deadlines] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
        date(2026, 6, 30),
    ]
    assert [duty.expected for duty in deadlines] == [False, True, True, True, True, True]


def states(
    text: str, kind: DutyKind, *, status: str = "aktiv", profile: Profile | None = None, today: date = TODAY
) -> list[tuple[date, DueState]]:
    head = f"id: k\ntitel: K\nformalitet: samarbejdsaftale\nstatus: {status}\n"
    due_items = list_due_items(whole(agreement(text, head=head), today=today, profile=profile))
    return [(due_item.duty.day, due_item.state) for due_item in due_items if due_item.duty.kind is kind]


RUNNING = "periode: {start: 2025-01-01, slut: 2027-06-30}\n"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-03-02", DueState.SOON),
        ("2026-03-01", DueState.SOON),
        ("2026-02-28", DueState.HELD),
        ("2026-02-15", DueState.HELD),
        ("2026-02-14", None),
        ("2025-02-14", None),
    ],
)
def test_a_meeting_that_has_passed_is_asked_about_for_a_fortnight_and_never_overdue(day: str, state: DueState | None) -> None:
    result = states(f"{RUNNING}møder: {{navn: Status, næste: {day}}}\n", DutyKind.MEETING)
    assert result == ([(date.fromisoformat(day), state)] if state else [])


def test_only_the_meeting_that_is_named_is_asked_about() -> None:
    matches = states(f"{RUNNING}møder: {{hyppighed: hver uge, næste: 2026-02-16}}\n", DutyKind.MEETING)
    assert matches[:2] == [(date(2026, 2, 16), DueState.HELD), (date(2026, 3, 2), DueState.EXPECTED)]


@pytest.mark.parametrize(
    ("end", "state"),
    [("2026-06-01", DueState.SOON), ("2026-05-31", DueState.PASSED), ("2026-05-15", DueState.PASSED), ("2026-05-14", None)],
)
def test_a_day_of_notice_that_has_passed_drops_out_after_a_fortnight(end: str, state: DueState | None) -> None:
    result = states(f"periode: {{start: 2025-01-01, slut: {end}}}\nophør: {{varsel: 3 måneder}}\n", DutyKind.NOTICE)
    assert [item for _, item in result] == ([state] if state else [])


DONE = """
periode: {start: 2025-01-01, slut: 2026-12-31}
mål:
  - {tekst: Nået, frist: 2026-01-01, resultat: {status: nået}}
  - {tekst: Set på for tidligt, frist: 2026-02-01, resultat: {status: delvist, dato: 2025-06-01}}
  - {tekst: Set på, frist: 2026-02-02, resultat: {status: ikke, dato: 2026-02-02}}
evaluering: {næste: 2026-01-15, sidst: 2026-01-20}
tilskud:
  - {beløb: 100, bevillingsperiode: {start: 2025-01-01, slut: 2025-12-31}, udbetalinger: {dato: 2025-02-01, beløb: 100}, regnskab: {frist: 2026-02-15, modtaget: 2026-02-01}}
leverancer: {part: venner, tekst: Notat, frist: 2026-01-31, afleveret: 2026-01-27}
"""


def test_what_is_done_is_not_due() -> None:
    overdue = [due_item.duty.about.da for due_item in list_due_items(whole(agreement(DONE))) if due_item.state is DueState.OVERDUE]
    assert overdue == ["Set på for tidligt"]


def test_payments_are_never_overdue() -> None:
    item = agreement(
        "tilskud: {beløb: 100, bevillingsperiode: {start: 2025-01-01, slut: 2025-12-31}, udbetalinger: {dato: 2025-02-01, beløb: 100}}\n"
    )
    assert DutyKind.PAYMENT not in {due_item.duty.kind for due_item in list_due_items(whole(item))}


GRANT = "tilskud: {{beløb: 100, {more}bevillingsperiode: {{start: 2025-01-01, slut: 2025-12-31}}}}\n"


def with_day() -> Profile:
    """The profile of a municipality that has a day of its own for accounts."""
    return profile_of("skema: 1\nkommune: Eksempel Kommune\ntærskler: {frist_regnskab: 04-01}\n")


@pytest.mark.parametrize("today", [date(2026, 3, 1), date(2026, 4, 2), date(2027, 6, 1)])
@pytest.mark.parametrize("more", ["", "regnskab: {revisor: nej}, ", "giver: venner, modtager: kommunen, ", "giver: venner, "])
@pytest.mark.parametrize("status", ["udkast", "aktiv", "genforhandling", "ophørt"])
def test_no_accounts_are_due_that_no_agreement_asks_for(more: str, status: str, today: date) -> None:
    assert states(RUNNING + GRANT.format(more=more), DutyKind.ACCOUNTS, status=status, today=today) == []


@pytest.mark.parametrize(
    ("more", "status", "today", "state"),
    [
        ("", "aktiv", date(2026, 3, 1), DueState.LOCAL),
        ("regnskab: {revisor: nej}, ", "aktiv", date(2026, 3, 25), DueState.LOCAL),
        ("giver: kommunen, modtager: venner, ", "genforhandling", date(2026, 4, 1), DueState.LOCAL),
        ("", "aktiv", date(2026, 4, 2), None),
        ("", "aktiv", date(2027, 6, 1), None),
        ("", "ophørt", date(2026, 3, 1), None),
        ("", "udkast", date(2026, 3, 1), DueState.DRAFT),
        ("giver: venner, ", "aktiv", date(2026, 3, 1), None),
        ("giver: venner, modtager: kommunen, ", "aktiv", date(2026, 3, 1), None),
        ("regnskab: {ikke_relevant: Det er 100 kr.}, ", "aktiv", date(2026, 3, 1), None),
        ("regnskab: {frist: 2026-05-01}, ", "aktiv", date(2026, 5, 2), DueState.OVERDUE),
    ],
)
def test_the_municipality_s_own_day_is_only_expected(more: str, status: str, today: date, state: DueState | None) -> None:
    result = states(RUNNING + GRANT.format(more=more), DutyKind.ACCOUNTS, status=status, today=today, profile=with_day())
    assert [item for _, item in result] == ([state] if state else [])


def test_an_ended_agreement_still_owes_its_accounts() -> None:
    text = f"{RUNNING}ophør: {{varsel: 1 måned}}\n{GRANT.format(more='regnskab: {frist: 2026-04-01}, ')}"
    item = agreement(text, head="id: k\ntitel: K\nformalitet: samarbejdsaftale\nstatus: ophørt\n")
    assert {duty.kind for duty in of(item)} == {DutyKind.ACCOUNTS}


EVERYTHING = """
periode: {start: 2025-01-01, slut: 2026-12-31}
ophør: {varsel: 3 måneder}
genforhandling: {senest: 2026-02-01}
møder: [{navn: Et, næste: 2026-02-20}, {navn: To, næste: 2026-04-01}]
evaluering: {næste: 2026-01-01, hvornår: 1 om året}
mål: [{tekst: Før, frist: 2026-02-01}, {tekst: Siden, frist: 2026-08-01}]
tilskud: {beløb: 1, bevillingsperiode: {start: 2025-01-01, slut: 2025-12-31}, regnskab: {frist: 2026-02-01}}
leverancer: [{part: venner, tekst: Før, frist: 2026-02-01}, {part: venner, tekst: Siden, frist: 2026-04-01}]
"""


@pytest.mark.parametrize("status", ["idé", "udkast"])
def test_the_days_of_a_draft_are_shown_as_a_draft_s_and_never_overdue(status: str) -> None:
    head = "id: k\ntitel: K\nformalitet: samarbejdsaftale\nstatus: {}\n"
    items = list_due_items(whole(agreement(EVERYTHING, head=head.format(status))))
    active = list_due_items(whole(agreement(EVERYTHING, head=head.format("aktiv"))))
    assert {item.state for item in items} == {DueState.DRAFT}
    assert [item.duty.key for item in items] == [item.duty.key for item in active if item.duty.day >= TODAY]
    assert DueState.OVERDUE in {item.state for item in active}


def test_talks_under_way_answer_the_question_of_notice() -> None:
    text = "periode: {start: 2025-01-01, slut: 2026-05-20}\nophør: {varsel: 3 måneder}\n"
    head = "id: k\ntitel: K\nformalitet: samarbejdsaftale\nstatus: {}\n"
    talking, silent = (whole(agreement(text, head=head.format(status))) for status in ("genforhandling", "aktiv"))
    assert [due_item.state for due_item in list_due_items(talking)] == [DueState.LATER]
    assert [due_item.state for due_item in list_due_items(silent)] == [DueState.PASSED, DueState.LATER]


@pytest.mark.parametrize(
    ("extension", "days"),
    [
        ("længde: 1 år, højst: 2", ["2026-12-31 END", "2028-12-31 LATEST_END"]),
        ("automatisk: nej, længde: 6 måneder, højst: 1", ["2026-12-31 END", "2027-06-30 LATEST_END"]),
        ("automatisk: ja, længde: 1 år, højst: 2", ["2026-12-31 EXTENSION", "2027-12-31 EXTENSION", "2028-12-31 END"]),
        ("længde: 1 år", ["2026-12-31 END"]),
        ("længde: 1 år, højst: 0", ["2026-12-31 END"]),
        ("højst: 2", ["2026-12-31 END"]),
    ],
)
def test_the_last_day_it_can_be_extended_to_is_a_line(extension: str, days: list[str]) -> None:
    item = agreement(f"periode: {{start: 2025-01-01, slut: 2026-12-31}}\nforlængelse: {{{extension}}}\n")
    assert [f"{duty.day} {duty.kind.name}" for duty in of(item)] == days


def test_when_it_is_over_notice_is_no_question() -> None:
    text = "periode: {start: 2025-01-01, slut: 2026-01-31}\nophør: {varsel: 3 måneder}\n"
    assert [due_item.duty.kind for due_item in list_due_items(whole(agreement(text)))] == [DutyKind.END]


@pytest.mark.parametrize(
    ("steps", "about"),
    [
        ("", "indmeld indsatsen"),
        (", indmeldt: 2026-01-10", "få den godkendt"),
        (", indmeldt: 2026-01-10, godkendt: 2026-01-20", "få den på forsikringslisten"),
        (", indmeldt: 2026-01-10, godkendt: 2026-01-20, registreret: 2026-01-22", None),
    ],
)
def test_insurance_takes_one_step_at_a_time(steps: str, about: str | None) -> None:
    item = agreement(f"periode: {{start: 2026-02-01, slut: 2026-12-31}}\nforsikring: {{kommunal: ja{steps}}}\n")
    assert [duty.about.da for duty in of(item) if duty.kind is DutyKind.INSURANCE] == ([about] if about else [])


@pytest.mark.parametrize(("is_signed", "before"), [(True, EffectiveStatus.SIGNED), (False, EffectiveStatus.COMING)])
def test_an_agreement_that_has_not_begun_is_signed_only_where_it_is(before: EffectiveStatus, *, is_signed: bool) -> None:
    item = agreement("periode: {start: 2026-05-01, slut: 2027-04-30}\n")
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2027, 4, 30), date(2027, 5, 1)]
    assert [compute_effective_status(item, day, lambda: is_signed) for day in days] == [
        before,
        EffectiveStatus.ACTIVE,
        EffectiveStatus.ACTIVE,
        EffectiveStatus.EXPIRED,
    ]


def test_the_example_record_is_in_time() -> None:
    assert [due_item for due_item in list_due_items(example()) if due_item.state is DueState.OVERDUE] == []
