"""Conditions, groups and orders by any field, in any of its spellings."""

import pytest
from portfolios import agreement, example, own, whole

from partnerskab_cli.errors import CommandError
from partnerskab_cli.model.status import EffectiveStatus
from partnerskab_cli.portfolio.deadlines import build_deadlines_report
from partnerskab_cli.portfolio.economy import build_economy_report
from partnerskab_cli.portfolio.filter import filter_agreements
from partnerskab_cli.portfolio.policy import build_policy_report
from partnerskab_cli.portfolio.sort_and_group import group_report, sort_entries, sort_report
from partnerskab_cli.portfolio.summary import build_summary_report
from partnerskab_cli.text.localized import make_danish_sort_key


def names(*conditions: str) -> set[str]:
    return {entry.name for entry in filter_agreements(example(), conditions).entries}


@pytest.mark.parametrize(
    "same",
    [
        ("område=ældre", "omraade=aeldre", "theme=older_people", "Theme=Older people", "OMRÅDE = Ældre"),
        ("status=aktiv", "status=active", "STATUS=Aktiv"),
        ("parter.navn=Torsdagsvennerne", "parties.name=torsdagsvennerne"),
        ("periode.slut<2026-12-31", "period.end<31. december 2026", "period.end<31/12-26"),
        ("brugerindflydelse.peer_to_peer=ja", "user_influence.peer_to_peer=yes"),
        ("geografi=Højer", "geography=hoejer"),
        ("holdepunkter.læring!=", "principles.learning!="),
        ("tilskud.beløb>100000", "grant.amount>100.000", "grant.amount>=100000,01"),
    ],
)
def test_every_spelling_asks_the_same(same: tuple[str, ...]) -> None:
    answers = [names(condition) for condition in same]
    assert answers[0]
    assert all(answer == answers[0] for answer in answers)


def test_status_is_the_status_of_the_day() -> None:
    assert names("status=underskrevet") == {"sygehusvenner-toender"}
    expired = whole(agreement("periode: {start: 2025-01-01, slut: 2025-12-31}\n"))
    assert [entry.standing for entry in filter_agreements(expired, ["status=udløbet"]).entries] == [EffectiveStatus.EXPIRED]
    assert filter_agreements(expired, ["status=aktiv"]).entries == ()


def test_equal_and_not_equal_part_the_record() -> None:
    assert names("område=ældre") | names("område!=ældre") == names()
    assert not names("område=ældre") & names("område!=ældre")


def test_smaller_equal_and_greater_part_what_has_an_answer() -> None:
    day = "2026-12-31"
    parts = [names(f"periode.slut{sign}{day}") for sign in ("<", "=", ">")]
    assert set().union(*parts) == names("periode.slut!=")
    assert sum(map(len, parts)) == len(names("periode.slut!="))
    assert names(f"periode.slut<={day}") == parts[0] | parts[1]


def test_asking_for_nothing_finds_the_silent() -> None:
    assert names("tilskud=") | names("tilskud!=") == names()
    assert "kaffe-paa-kanden" in names("tilskud=")


@pytest.mark.parametrize("name", ["VENNERNE", "Ven\N{SOFT HYPHEN}nerne", "Vennerne\N{ZERO WIDTH SPACE}", " Vennerne."])
def test_one_association_in_two_spellings_is_one_recipient(name: str) -> None:
    grant = "tilskud: {beløb: 1000, pr: i_alt, fra: kommunen, til: venner, bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}}\n"
    other = agreement(grant.replace("1000", "500"))
    renamed = tuple(type(party).of({**vars(party), "name": name}) if party.id == "venner" else party for party in other.parties)
    both = whole(agreement(grant), type(other).of({**vars(other), "parties": renamed}))
    (table,) = [table for table in build_economy_report(both).tables if table.key == "recipients"]
    assert [row.cells[0] for row in table.rows] == ["Vennerne"]


def test_words_beside_a_frequency_are_asked_for_as_words() -> None:
    portfolio = whole(agreement("evaluering: {hvornår: halvårligt}\n"))
    assert len(filter_agreements(portfolio, ["evaluering.hvornår=Halvårligt"]).entries) == 1
    assert filter_agreements(portfolio, ["evaluering.hvornår=2 om året"]).entries == ()


def test_a_record_is_asked_by_its_text() -> None:
    item = agreement("behov: Mange savner selskab.\n")
    assert filter_agreements(whole(item), ["behov=mange savner selskab."]).entries


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        ("områd=ældre", "område"),
        ("område=ælder", "ældre"),
        ("parter.nav=x", "navn"),
        ("status=aktvi", "aktiv"),
        ("periode.slut<snart", "dato"),
        ("titel<x", "= eller !="),
        ("område", "status=aktiv"),
        ("holdepunkter.lærin=x", "læring"),
        ("titel.navn=x", "parter.navn"),
        ("type=x", "uddelegering"),
    ],
)
def test_a_slip_names_what_was_meant(condition: str, says: str) -> None:
    with pytest.raises(CommandError) as error:
        filter_agreements(example(), [condition])
    assert error.value.cure
    assert says in error.value.cure.da


def test_broken_files_stay_whatever_is_asked() -> None:
    from portfolios import UNREAD  # noqa: PLC0415 - only here

    assert filter_agreements(whole(agreement(), broken=(UNREAD,)), ["status=idé"]).broken == (UNREAD,)


def test_order_forwards_and_backwards() -> None:
    ends = [entry.agreement.period.end for entry in sort_entries(example().entries, "periode.slut", own()) if entry.agreement.period]
    known = [end for end in ends if end]
    assert known == sorted(known)
    back = sort_entries(example().entries, "-periode.slut", own())
    firsts = [entry.agreement.period.end for entry in back if entry.agreement.period and entry.agreement.period.end]
    assert firsts == sorted(firsts, reverse=True)
    assert back[-1].agreement.period is None or back[-1].agreement.period.end is None


def test_danish_letters_come_last() -> None:
    some = whole(
        *(
            agreement(head=f"id: n{number}\ntitel: {title}\nformalitet: mundtlig\nstatus: aktiv\n")
            for number, title in enumerate(["Åben", "Aabenraa", "Ørsted", "Zoo", "Ærø", "Bo"])
        )
    )
    assert [entry.title for entry in some.entries] == ["Bo", "Zoo", "Ærø", "Ørsted", "Åben", "Aabenraa"]


def test_a_row_stands_once_for_each_of_its_groups() -> None:
    table = group_report(build_summary_report(example()), "område", own()).main
    assert table.columns[0].key == "group"
    about = [row.entry.name for row in table.rows if row.entry]
    assert sorted(about) == sorted(entry.name for entry in example().entries for _ in entry.agreement.theme or (None,))


def test_grouping_is_by_the_words_of_the_list() -> None:
    table = group_report(build_deadlines_report(example()), "formalitet", own()).main
    shown = list(dict.fromkeys(getattr(row.cells[0], "da", "") for row in table.rows))
    assert shown == ["Tilskud", "Samarbejdsaftale", "Partnerskabsaftale"]


def test_sorting_leaves_other_tables_alone() -> None:
    before, after = build_summary_report(example()), sort_report(build_summary_report(example()), "-id", own())
    assert [row.entry.name for row in after.main.rows if row.entry] == sorted(
        (entry.name for entry in example().entries), key=make_danish_sort_key, reverse=True
    )
    assert before.tables[0] == after.tables[0]


def test_a_report_without_agreements_cannot_be_grouped() -> None:
    with pytest.raises(CommandError):
        group_report(build_policy_report(example()), "område", own())
