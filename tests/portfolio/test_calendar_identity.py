"""The entries of a calendar: each is known by what it is, whatever comes, goes or moves beside it, and a newer one says that it is newer."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from conftest import Runner
from hypothesis import given, strategies as st

from partnerskab_cli.model.item_keys import list_names, list_unique_names

AGREEMENT = """id: kaffe
titel: Kaffe
formalitet: samarbejdsaftale
status: aktiv
parter:
- {id: kommunen, navn: Eksempel Kommune, side: offentlig, kontakt: {rolle: konsulent}}
- {id: venner, navn: Vennerne, side: frivillig, kontakt: {rolle: formand}}
- {id: naboer, navn: Naboerne, side: frivillig, kontakt: {rolle: formand}}
periode: {start: 2026-01-01, slut: 2027-12-31}
ophør: {varsel: 3 måneder}
mål:
- {tekst: Alle synger., frist: 2026-05-01}
- {id: dans, tekst: Alle danser., frist: 2026-06-01, delmål: [{tekst: De første ti, frist: 2026-04-01}]}
møder:
- {navn: Havemøde, næste: 2026-05-01}
- {navn: Statusmøde, hyppighed: 2 om året, næste: 2026-03-20}
- {niveau: ledelse, deltagere: [formand], næste: 2026-04-14}
- {id: dialog, navn: Dialog, næste: 2026-09-03}
evaluering: {hvornår: 1 om året, næste: 2026-10-01}
tilskud:
- beløb: 20000
  formål: Kaffe
  bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}
  udbetalinger:
  - {dato: 2026-04-01, beløb: 5000}
  - {dato: 2026-07-01, beløb: 5000}
  - {id: sidste, dato: 2026-10-01, beløb: 5000}
  regnskab: {frist: 2027-03-01}
- beløb: 3000
  formål: Kage
  bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}
  regnskab: {frist: 2027-03-01}
leverancer:
- {part: venner, tekst: Et kort årsnotat, frist: 2027-01-31}
- {part: venner, tekst: Et brev, frist: {efter: start, varighed: 6 måneder, gentages: 2 om året}}
"""
PROFILE = "skema: 1\nkommune: Eksempel Kommune\n"
Edit = Callable[[str], str]


def put(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert text.count(old) == 1, old
        return text.replace(old, new)

    return edit


def out(line: str) -> Edit:
    return put(f"{line}\n", "")


def swapped(word: str, other: str) -> Edit:
    return lambda text: text.replace(word, "\0").replace(other, word).replace("\0", other)


HAVE, STATUS = "- {navn: Havemøde, næste: 2026-05-01}", "- {navn: Statusmøde, hyppighed: 2 om året, næste: 2026-03-20}"
UNNAMED, DIALOG = "- {niveau: ledelse, deltagere: [formand], næste: 2026-04-14}", "- {id: dialog, navn: Dialog, næste: 2026-09-03}"
EDITS: Mapping[str, Edit] = {
    "nothing": lambda text: text,
    "the first meeting is held and taken out": out(HAVE),
    "a meeting without a name is taken out": out(UNNAMED),
    "a series is taken out": out(STATUS),
    "a meeting comes first": put("møder:\n", "møder:\n- {navn: Nyt, næste: 2026-02-20}\n"),
    "a meeting comes in between": put(STATUS, f"- {{navn: Nyt, næste: 2026-02-20}}\n{STATUS}"),
    "another meeting without a name comes first": put("møder:\n", "møder:\n- {niveau: daglig, næste: 2026-02-20}\n"),
    "two meetings change places": swapped(HAVE, DIALOG),
    "a series and a meeting change places": swapped(STATUS, UNNAMED),
    "a goal comes first": put("mål:\n", "mål:\n- {tekst: Alle ler., frist: 2026-05-20}\n"),
    "a goal is taken out": out("- {tekst: Alle synger., frist: 2026-05-01}"),
    "a milestone comes first": put("delmål: [", "delmål: [{tekst: Den første, frist: 2026-03-01}, "),
    "a payment comes first": put("  udbetalinger:\n", "  udbetalinger:\n  - {dato: 2026-02-15, beløb: 5000}\n"),
    "a payment is taken out": out("  - {dato: 2026-04-01, beløb: 5000}"),
    "a grant comes first": put("tilskud:\n", "tilskud:\n- {beløb: 1, formål: Te, bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}, regnskab: {frist: 2027-02-01}}\n"),
    "a grant is taken out": lambda text: text[: text.index("- beløb: 3000")] + text[text.index("leverancer:") :],
    "a deliverable comes first": put("leverancer:\n", "leverancer:\n- {part: venner, tekst: Et ur, frist: 2027-01-31}\n"),
    "a deliverable is taken out": out("- {part: venner, tekst: Et kort årsnotat, frist: 2027-01-31}"),
    "a party gets another notice": put("{varsel: 3 måneder}", "{varsel: 3 måneder, varsel_pr_part: {part: naboer, varsel: 6 måneder}}"),
    "the status changes": put("status: aktiv", "status: genforhandling"),
    "the file is written in English keys": lambda text: text.replace("møder:", "meetings:").replace("næste:", "next:").replace("navn: Dialog", "name: Dialog"),
    "comments come": put("møder:\n", "# Vi ses.\nmøder:\n"),
    "the title changes": put("titel: Kaffe", "titel: Te"),
}  # fmt: skip
MOVES: Mapping[str, tuple[str, str, str]] = {
    "a meeting": ("næste: 2026-05-01", "næste: 2026-08-12", "meeting.havemoede"),
    "a meeting without a name": ("næste: 2026-04-14", "næste: 2026-04-21", "meeting.management-formand"),
    "a meeting of a series": ("næste: 2026-03-20", "næste: 2026-04-09", "meeting.statusmoede.2026-1"),
    "a goal": ("Alle synger., frist: 2026-05-01", "Alle synger., frist: 2026-12-01", "goal.alle-synger"),
    "a milestone": ("ti, frist: 2026-04-01", "ti, frist: 2026-05-09", "milestone.dans.de-foerste-ti"),
    "a payment with an id": ("sidste, dato: 2026-10-01", "sidste, dato: 2026-12-01", "payment.sidste"),
    "accounts": ("Kaffe\n  bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}", "Kaffe\n  bevillingsperiode: {start: 2026-01-01, slut: 2026-11-30}", "accounts.2026.kaffe"),
    "a deliverable": ("frist: 2027-01-31", "frist: 2027-02-28", "deliverable.et-kort-aarsnotat"),
    "an evaluation": ("næste: 2026-10-01", "næste: 2026-11-01", "evaluation.2026"),
    "the end": ("slut: 2027-12-31", "slut: 2028-06-30", "end"),
    "the name of what has an id": ("navn: Dialog", "navn: Snak", "meeting.dialog"),
}  # fmt: skip


def written(folder: Path, text: str, name: str = "kaffe") -> Path:
    (folder / "agreements").mkdir(exist_ok=True)
    (folder / "agreements" / f"{name}.yaml").write_text(text, "utf-8")
    (folder / "partnerskab.yaml").write_text(PROFILE, "utf-8")
    return folder


def events(quick: Runner, folder: Path, *words: str) -> list[Any]:
    ran = quick("frister", "--format", "ics", "--today", "2026-02-01", *words, cwd=folder)
    assert ran.code == 0, ran.err
    read = icalendar.Calendar.from_ical(ran.out).walk("VEVENT")
    assert sorted(item.uid.value for item in getattr(vobject.readOne(ran.out), "vevent_list", [])) == sorted(
        str(component["UID"]) for component in read
    )
    return list(read)


def what_and_when(event: Any) -> tuple[str, str]:
    return str(event["SUMMARY"]).rsplit(" (", 1)[0], str(event.start)


def uids(quick: Runner, folder: Path) -> dict[tuple[str, str], str]:
    return {what_and_when(item): str(item["UID"]) for item in events(quick, folder)}


@pytest.mark.parametrize("name", EDITS)
def test_an_entry_keeps_its_identity_when_others_come_go_or_change_places(name: str, quick: Runner, tmp_path: Path) -> None:
    before = uids(quick, written(tmp_path, AGREEMENT))
    after = uids(quick, written(tmp_path, EDITS[name](AGREEMENT)))
    accounts = {key for key in before if key[0].startswith(("Regnskab", "Sidste dag"))}  # several have the same words or days
    both = before.keys() & after.keys() - accounts
    assert len(both) > 12
    assert {key: after[key] for key in both} == {key: before[key] for key in both}
    assert not {uid for key, uid in after.items() if key not in before} & {uid for key, uid in before.items() if key in both}
    assert len(set(after.values())) == len(after)
    assert {uid for key, uid in before.items() if key in accounts and key in after} <= set(after.values())


@pytest.mark.parametrize("name", MOVES)
def test_an_entry_keeps_its_identity_when_its_own_day_moves(name: str, quick: Runner, tmp_path: Path) -> None:
    old, new, key = MOVES[name]
    before = uids(quick, written(tmp_path, AGREEMENT))
    after = uids(quick, written(tmp_path, put(old, new)(AGREEMENT)))
    assert f"kaffe.{key}@eksempel-kommune.partnerskab" in set(before.values()) & set(after.values())
    assert len(set(after.values())) == len(after)


def test_the_next_of_a_series_never_takes_over_the_name_of_one_that_was_held(quick: Runner, tmp_path: Path) -> None:
    before = uids(quick, written(tmp_path, AGREEMENT))
    after = uids(quick, written(tmp_path, put("næste: 2026-03-20", "næste: 2026-10-08")(AGREEMENT)))
    assert after["Møde: Statusmøde", "2026-10-08"] == before["Møde: Statusmøde", "2026-09-20"]
    assert before["Møde: Statusmøde", "2026-03-20"] not in after.values()


def test_two_municipalities_never_share_an_entry(quick: Runner, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b", "c")]
    for folder, profile in zip(folders, ("kommune: Eksempel Kommune\n", "kommune: Anden Kommune\nkommunekode: 550\n", ""), strict=True):
        folder.mkdir()
        written(folder, AGREEMENT.replace("Eksempel", "Tredje") if not profile else AGREEMENT)
        (folder / "partnerskab.yaml").write_text(f"skema: 1\n{profile}", "utf-8")
    words = [uid for folder in folders for uid in uids(quick, folder).values()]
    assert len(words) == len(set(words))


def test_two_files_with_one_id_are_reported_and_kept_apart(quick: Runner, tmp_path: Path) -> None:
    written(tmp_path, AGREEMENT)
    alone = set(uids(quick, tmp_path).values())
    written(tmp_path, AGREEMENT.replace("titel: Kaffe", "titel: En anden"), "kopi")
    ran = quick("frister", "--format", "ics", "--today", "2026-02-01", cwd=tmp_path)
    assert "agreements/kaffe.yaml og agreements/kopi.yaml har samme id, »kaffe«" in ran.err
    both = [str(item["UID"]) for item in events(quick, tmp_path)]
    assert len(both) == len(set(both)) == 2 * len(alone)
    chosen = [str(item["UID"]) for item in events(quick, tmp_path, "--where", "titel=En anden")]
    assert set(chosen) <= set(both), "a choice of agreements changes no identity"


def test_a_payment_is_the_payer_s_and_the_receiver_s(quick: Runner, tmp_path: Path) -> None:
    text = put(
        "  formål: Kage\n", "  formål: Kage\n  giver: kommunen\n  modtager: naboer\n  udbetalinger: [{dato: 2026-05-05, beløb: 3000}]\n"
    )(AGREEMENT)
    by_day = {
        str(item.start): str(item["DESCRIPTION"])
        for item in events(quick, written(tmp_path, text))
        if str(item["SUMMARY"]).startswith("Udb")
    }
    assert "Hvem: Eksempel Kommune og Naboerne" in by_day["2026-05-05"]
    assert "Hvem: Eksempel Kommune, Vennerne og Naboerne" in by_day["2026-04-01"]


@pytest.mark.parametrize(("old", "new"), [("status: aktiv", "status: udkast"), ("frist: 2027-03-01}\nlev", "revisor: nej}\nlev")])
def test_nobody_is_reminded_of_a_day_that_is_not_agreed(old: str, new: str, quick: Runner, tmp_path: Path) -> None:
    written(tmp_path, put(old, new)(AGREEMENT))
    (tmp_path / "partnerskab.yaml").write_text(f"{PROFILE}tærskler: {{frist_regnskab: 04-01}}\n", "utf-8")
    result = events(quick, tmp_path)
    uncertain = [item for item in result if "STATUS" in item]
    assert [item for item in result if bool(item.walk("VALARM")) == ("STATUS" in item)] == []
    assert uncertain
    assert len(uncertain) == len(result) or "kommunens frist, ikke aftalens" in str(uncertain[-1]["DESCRIPTION"])


def git(folder: Path, *words: str, when: str = "") -> None:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example"}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, env=os.environ | who | dates)


def numbers(quick: Runner, folder: Path) -> dict[str, int]:
    matches = events(quick, folder)
    assert all(int(item["SEQUENCE"]) == int(item["LAST-MODIFIED"].dt.timestamp()) // 60 < 2**31 for item in matches)
    return {str(item["UID"]).split("@")[0].removeprefix("kaffe."): int(item["SEQUENCE"]) for item in matches}


def committed(folder: Path, text: str, when: str) -> None:
    written(folder, text)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "gem", when=when)


CHANGES: Mapping[str, tuple[Edit, set[str]]] = {
    "a meeting is moved": (put("næste: 2026-05-01", "næste: 2026-05-08"), {"meeting.havemoede"}),
    "the last part of a meeting is taken out": (put("hyppighed: 2 om året, ", ""), {"meeting.statusmoede"}),
    "accounts are moved": (
        put("regnskab: {frist: 2027-03-01}\n- beløb", "regnskab: {frist: 2027-03-15}\n- beløb"),
        {"accounts.2026.kaffe"},
    ),
    "a payment is moved": (put("sidste, dato: 2026-10-01", "sidste, dato: 2026-11-01"), {"payment.sidste"}),
    "a goal is reworded": (put("Alle danser.", "Alle danser hver dag."), {"goal.dans", "milestone.dans.de-foerste-ti"}),
    "lines come above": (put("møder:\n", "# Et\n# To\n# Tre\nmøder:\n"), set()),
    "the purpose comes": (put("mål:\n", "formål: Vi ses.\nmål:\n"), set()),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_has_changed_says_that_it_is_newer(name: str, quick: Runner, tmp_path: Path) -> None:
    edit, changed = CHANGES[name]
    git(tmp_path, "init", "-q")
    committed(tmp_path, AGREEMENT, "2026-01-10T10:00:00+00:00")
    before = numbers(quick, tmp_path)
    written(tmp_path, edit(AGREEMENT))
    unsaved = numbers(quick, tmp_path)
    committed(tmp_path, edit(AGREEMENT), "2026-01-20T10:00:00+00:00")
    after = numbers(quick, tmp_path)
    known = before.keys() & after.keys()
    assert {key for key in known if after[key] > before[key]} == changed & known
    assert {key for key in known if unsaved[key] > before[key]} == changed & known
    assert all(before[key] <= unsaved[key] <= after[key] for key in known)


def test_a_cut_history_and_a_moved_file_make_nothing_older(quick: Runner, tmp_path: Path) -> None:
    origin, shallow = tmp_path / "origin", tmp_path / "shallow"
    origin.mkdir()
    git(origin, "init", "-q")
    committed(origin, AGREEMENT, "2026-01-10T10:00:00+00:00")
    committed(origin, CHANGES["a meeting is moved"][0](AGREEMENT), "2026-01-20T10:00:00+00:00")
    full = numbers(quick, origin)
    (origin / "agreements" / "gamle").mkdir()
    git(origin, "mv", "agreements/kaffe.yaml", "agreements/gamle/kaffe.yaml")
    git(origin, "commit", "-qm", "flyt", when="2026-01-25T10:00:00+00:00")
    assert numbers(quick, origin) == full
    git(tmp_path, "clone", "-q", "--depth", "1", origin.as_uri(), str(shallow))
    cut = numbers(quick, shallow)
    assert cut.keys() == full.keys()
    assert all(cut[key] >= full[key] for key in full)


def test_without_git_the_agreement_itself_says_how_new_it_is(quick: Runner, tmp_path: Path) -> None:
    before = numbers(quick, written(tmp_path, AGREEMENT))
    after = numbers(quick, written(tmp_path, f"{AGREEMENT}hændelser: [{{dato: 2026-01-30, tekst: Vi flyttede mødet.}}]\n"))
    assert all(after[key] > before[key] for key in before)


THINGS = st.lists(
    st.tuples(st.text("abcæøå ", min_size=1, max_size=30).filter(str.strip), st.dates()),
    unique_by=lambda item: list_names(None, item[0])[0],
)


@given(THINGS, st.data())
def test_the_name_of_a_thing_is_its_own(things: list[tuple[str, Any]], data: st.DataObject) -> None:
    called = dict(zip(things, list_unique_names([list_names(None, text, day=day) for text, day in things]), strict=True))
    some = data.draw(st.lists(st.sampled_from(things), unique=True)) if things else []
    again = dict(zip(some, list_unique_names([list_names(None, text, day=day) for text, day in some]), strict=True))
    assert again == {item: called[item] for item in some}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "Møde", "møde", "Et meget langt navn som ingen gider læse"]),
            st.dates(),
            st.sampled_from([None, "moede", "x"]),
        )
    )
)
def test_no_two_things_share_a_name_however_alike_they_are(things: list[tuple[str, Any, str | None]]) -> None:
    called = list_unique_names([list_names(own, text, day=day) for text, day, own in things])
    assert len(set(called)) == len(called)
