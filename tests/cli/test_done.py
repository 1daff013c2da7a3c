"""`done`: one command notes what has happened, in the file, with its comments; nothing that stood there is lost."""

import re
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import icalendar
import pytest
from conftest import PROJECT, Ran, Runner, example_record

from partnerskab_cli.history.signature import compute_content_fingerprint
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source.source_file import parse_text

AGREEMENT = """# Vores aftale
id: kaffe
titel: Kaffe
formalitet: samarbejdsaftale
status: aktiv
parter:
  - {id: kommunen, navn: Eksempel Kommune, side: offentlig, kontakt: {rolle: konsulent}}
  - {id: venner, navn: Vennerne, side: frivillig, kontakt: {rolle: formand}}
periode: {start: 2024-01-01, slut: 2029-12-31}
møder:
  # det lange møde
  - navn: Statusmøde  # på biblioteket
    hyppighed: 2 om året
    næste: 2025-03-20  # med kage
  - {navn: Havemøde, næste: 2025-04-01}
  - {navn: Kaffemøde, hyppighed: hver uge}
tilskud:
  - beløb: 20000
    formål: Kaffe
    bevillingsperiode: {start: 2024-01-01, slut: 2024-12-31}
    regnskab: {frist: 2025-03-01}  # ring først
  - beløb: 3000
    formål: Kage
    bevillingsperiode: {start: 2024-01-01, slut: 2024-12-31}
forsikring: {kommunal: ja}
børneattest:
  kræves: ja
  erklæring: 2024-02-01
evaluering: {hvornår: 1 om året, næste: 2025-10-01, sidst: 2024-10-02}
leverancer:
  - {part: venner, tekst: Et årsnotat, frist: 2025-01-31}
  - part: venner
    tekst: Et brev
    frist: {efter: start, varighed: 6 måneder, gentages: 2 om året}
    afleveret: 2024-07-02
hændelser:
  - {dato: 2024-03-04, tekst: Vi flyttede.}
"""
CASES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "a meeting that comes round": (
        ("meeting.statusmoede", "--date", "2025-03-21"),
        """
-    næste: 2025-03-20  # med kage
+    næste: 2025-09-20  # med kage
+  - {dato: 2025-03-21, tekst: Mødet »Statusmøde« er afholdt.}
""",
    ),
    "a meeting that comes round, held long after its day": (
        ("statusmoede", "--date", "2025-10-01"),
        """
-    næste: 2025-03-20  # med kage
+    næste: 2026-03-20  # med kage
+  - {dato: 2025-10-01, tekst: Mødet »Statusmøde« er afholdt.}
""",
    ),
    "a meeting by the key of its occasion": (
        ("meeting.statusmoede.2025-1", "--date", "2025-03-20"),
        """
-    næste: 2025-03-20  # med kage
+    næste: 2025-09-20  # med kage
+  - {dato: 2025-03-20, tekst: Mødet »Statusmøde« er afholdt.}
""",
    ),
    "a meeting that comes round, and was the one before": (
        ("statusmoede", "--date", "2024-09-18"),
        """
+  - {dato: 2024-09-18, tekst: Mødet »Statusmøde« er afholdt.}
""",
    ),
    "a meeting that comes round, held early": (
        ("statusmoede", "--date", "2025-02-01"),
        """
-    næste: 2025-03-20  # med kage
+    næste: 2025-09-20  # med kage
+  - {dato: 2025-02-01, tekst: Mødet »Statusmøde« er afholdt.}
""",
    ),
    "a meeting while the next one is agreed": (
        ("meeting.havemoede", "--date", "2025-03-01"),
        """
+  - {dato: 2025-03-01, tekst: Mødet »Havemøde« er afholdt.}
""",
    ),
    "an evaluation before the last one": (
        ("evaluering", "--date", "2023-09-28"),
        """
+  - {dato: 2023-09-28, tekst: "Evaluering: noteret."}
""",
    ),
    "the last evaluation once more": (
        ("evaluering", "--date", "2024-10-02"),
        """
""",
    ),
    "a meeting that comes once": (
        ("meeting.havemoede", "--date", "2025-04-01"),
        """
-  - {navn: Havemøde, næste: 2025-04-01}
+  - {navn: Havemøde}
+  - {dato: 2025-04-01, tekst: Mødet »Havemøde« er afholdt.}
""",
    ),
    "a meeting whose next day nobody has set": (
        ("kaffemoede", "--date", "2025-04-01"),
        """
+  - {dato: 2025-04-01, tekst: Mødet »Kaffemøde« er afholdt.}
""",
    ),
    "accounts": (
        ("accounts.2024.kaffe", "--date", "2025-02-20"),
        """
-    regnskab: {frist: 2025-03-01}  # ring først
+    regnskab: {frist: 2025-03-01, modtaget: 2025-02-20}  # ring først
""",
    ),
    "accounts that the agreement does not speak of": (
        ("2024.kage", "--date", "2025-02-20"),
        """
+    regnskab:
+      modtaget: 2025-02-20
""",
    ),
    "a deliverable": (
        ("deliverable.et-aarsnotat", "--date", "2025-01-30"),
        """
-  - {part: venner, tekst: Et årsnotat, frist: 2025-01-31}
+  - {part: venner, tekst: Et årsnotat, frist: 2025-01-31, afleveret: 2025-01-30}
""",
    ),
    "a deliverable that comes round": (
        ("deliverable.et-brev", "--date", "2025-01-05"),
        """
-    afleveret: 2024-07-02
+    afleveret: 2025-01-05
+  - {dato: 2024-07-02, tekst: "Leverance: Et brev: noteret."}
""",
    ),
    "an evaluation": (
        ("evaluering", "--date", "2025-09-28"),
        """
-evaluering: {hvornår: 1 om året, næste: 2025-10-01, sidst: 2024-10-02}
+evaluering: {hvornår: 1 om året, næste: 2026-10-01, sidst: 2025-09-28}
+  - {dato: 2024-10-02, tekst: "Evaluering: noteret."}
""",
    ),
    "a declaration": (
        ("declaration", "--date", "2025-02-03"),
        """
-  erklæring: 2024-02-01
+  erklæring: 2025-02-03
+  - {dato: 2024-02-01, tekst: "Erklæring om børneattester: noteret."}
""",
    ),
    "a step to the insurance": (
        ("insurance.reported", "--date", "2025-02-03"),
        """
-forsikring: {kommunal: ja}
+forsikring: {kommunal: ja, indmeldt: 2025-02-03}
""",
    ),
}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(AGREEMENT, "utf-8")
    return tmp_path


def text_of(record: Path) -> str:
    return (record / "agreements" / "kaffe.yaml").read_text("utf-8")


def difference(before: str, after: str) -> str:
    lines = list(unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0))[2:]
    return "".join(f"{line}\n" for line in lines if not line.startswith("@@"))


def done(quick: Runner, record: Path, *words: str) -> Ran:
    return quick("gjort", "kaffe", *words, cwd=record)


@pytest.mark.parametrize("name", CASES)
def test_what_has_happened_is_noted_and_nothing_else_is_touched(name: str, quick: Runner, record: Path) -> None:
    words, expected = CASES[name]
    ran = done(quick, record, *words)
    assert (ran.code, ran.out) == (0, "")
    after = text_of(record)
    assert difference(AGREEMENT, after) == expected.lstrip("\n")
    signed = [
        compute_content_fingerprint(item) for text in (AGREEMENT, after) if (item := parse_text(text, "kaffe.yaml", Agreement).record)
    ]
    assert len(signed) == 2
    assert signed[0] == signed[1], "noting asks for no new signature"


def test_the_same_in_english(quick: Runner, record: Path) -> None:
    path = record / "agreements" / "kaffe.yaml"
    path.write_text("id: kaffe\nlanguage: en\nmeetings: {name: Talk, next: 2025-03-20}\n", "utf-8")
    ran = quick("--lang", "en", "done", "kaffe", "meeting", "--date", "2025-03-21", cwd=record)
    assert path.read_text("utf-8") == (
        "id: kaffe\nlanguage: en\nmeetings: {name: Talk}\n\nlog:\n  - date: 2025-03-21\n    text: The meeting “Talk” was held.\n"
    )
    assert ran.err == ("Meeting: Talk: noted on 21 March 2025 in agreements/kaffe.yaml.\nAgree the next day, and write it under “next”.\n")


def test_after_the_end_there_is_no_next_meeting(quick: Runner, record: Path) -> None:
    path = record / "agreements" / "kaffe.yaml"
    path.write_text(AGREEMENT.replace("slut: 2029-12-31", "slut: 2025-08-31"), "utf-8")
    done(quick, record, "statusmoede", "--date", "2025-03-20")
    assert "næste: 2025-09-20" not in text_of(record)
    assert "Mødet »Statusmøde« er afholdt." in text_of(record)


def test_the_list_shows_what_can_be_noted_and_each_key_works_as_typed(quick: Runner, record: Path) -> None:
    ran = done(quick, record)
    keys = re.findall(r"(\S+)$", ran.out, re.MULTILINE)
    keys = [key for key in keys if "." in key or key in {"evaluation", "declaration"}]
    assert len(keys) == 10
    assert "partnerskab gjort kaffe NØGLE" in ran.err
    for key in keys:
        (record / "agreements" / "kaffe.yaml").write_text(AGREEMENT, "utf-8")
        assert done(quick, record, key, "--date", "2025-01-02").code == 0, key
        assert text_of(record) != AGREEMENT, key


def test_the_keys_are_those_of_the_deadlines_and_of_the_calendar(quick: Runner, record: Path) -> None:
    shown = quick("frister", "--format", "ics", "--today", "2025-01-01", cwd=record).out
    uids = [str(node["UID"]).split("@")[0].removeprefix("kaffe.") for node in icalendar.Calendar.from_ical(shown).walk("VEVENT")]
    listed = quick("frister", "--format", "csv", "--today", "2025-01-01", cwd=record).out
    assert {key for key in uids if f',"{key}"\n' not in listed} == set()
    noted = [key for key in uids if key.startswith(("meeting", "accounts", "deliverable", "evaluation", "declaration", "insurance"))]
    first = [key for key in noted if key not in {"meeting.statusmoede.2025-2", "deliverable.et-brev.2025-2", "deliverable.et-brev.2026-1"}]
    for key in first:
        (record / "agreements" / "kaffe.yaml").write_text(AGREEMENT, "utf-8")
        assert done(quick, record, key, "--date", "2025-01-02").code == 0, key


REFUSED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "a word that is nothing": (("kaffe",), "»kaffe« kan ikke noteres i kaffe."),
    "a deadline that nobody notes": (("notice.1",), "»notice.1« kan ikke noteres i kaffe."),
    "a kind of which there are several": (("møde",), "»møde« kan være flere ting."),
    "a slip": (("meeting.havemode",), "menes »meeting.havemoede«?"),
    "a day to come": (("evaluering", "--date", "2099-01-01"), "1. januar 2099 er ikke kommet endnu."),
    "no day": (("evaluering", "--date", "i går"), "»i går«"),
    "another occasion": (("meeting.statusmoede.2026-1", "--date", "2025-01-02"), "den næste er meeting.statusmoede.2025-1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_noted_is_said_and_nothing_written(name: str, quick: Runner, record: Path) -> None:
    words, says = REFUSED[name]
    ran = done(quick, record, *words)
    assert ran.code == 2
    assert says in ran.err
    assert text_of(record) == AGREEMENT


@pytest.mark.parametrize("key", ["meeting.statusmoede.2025-1", "accounts.2024.kaffe", "deliverable.et-aarsnotat"])
def test_the_same_is_not_noted_twice(key: str, quick: Runner, record: Path) -> None:
    assert done(quick, record, key, "--date", "2025-01-02").code == 0
    once = text_of(record)
    assert done(quick, record, key, "--date", "2025-01-03").code == 2
    assert text_of(record) == once


def test_what_was_noted_is_no_longer_due(quick: Runner, record: Path) -> None:
    before = quick("frister", "--overdue", "--today", "2025-12-01", cwd=record).out
    for key in (
        "evaluering",
        "accounts.2024.kaffe",
        "deliverable.et-aarsnotat",
        "deliverable.et-brev",
        "insurance.reported",
        "declaration",
    ):
        assert done(quick, record, key, "--date", "2025-11-01").code == 0
    for step in ("approved", "registered"):
        assert done(quick, record, f"insurance.{step}", "--date", "2025-11-01").code == 0
    after = quick("frister", "--overdue", "--today", "2025-12-01", cwd=record)
    assert "Overskredet" in before
    assert "Overskredet" not in after.out


def test_every_key_of_the_example_record_can_be_noted(quick: Runner, tmp_path: Path) -> None:
    example_record(tmp_path)
    for path in sorted((PROJECT / "agreements").glob("*.yaml")):
        ran = quick("--lang", "en", "done", path.stem, cwd=tmp_path)
        assert ran.code == 0
        for key in re.findall(r"^.* {2}([a-z]+(?:[.][a-z0-9.-]+)?)$", ran.out, re.MULTILINE):
            assert quick("done", path.stem, key, "--date", "2024-06-01", cwd=tmp_path).code == 0, (path.stem, key)
            read = parse_text((tmp_path / "agreements" / path.name).read_text("utf-8"), path.name, Agreement)
            assert read.faults == ()


def test_a_shell_completes_the_keys(quick: Runner, record: Path) -> None:
    offered = quick("--complete", "gjort", "kaffe", "meeting.", cwd=record).out
    assert offered.splitlines() == [
        "meeting.statusmoede\tMøde: Statusmøde", "meeting.havemoede\tMøde: Havemøde", "meeting.kaffemoede\tMøde: Kaffemøde",
    ]  # fmt: skip
    assert "kaffe\t" in quick("--complete", "gjort", "ka", cwd=record).out


def test_where_nothing_is_written_it_is_said(quick: Runner, record: Path) -> None:
    assert "noteret 2. april 2025" in done(quick, record, "meeting.kaffemoede", "--date", "2025-04-02").err
    once = text_of(record)
    again = done(quick, record, "meeting.kaffemoede", "--date", "2025-04-02")
    assert (again.code, again.err) == (0, "Møde: Kaffemøde er allerede noteret 2. april 2025.\n")
    assert text_of(record) == once


def test_an_evaluation_counted_from_the_last_one_is_not_due_after_the_end(quick: Runner, record: Path) -> None:
    path = record / "agreements" / "kaffe.yaml"
    for end, shown in (("2025-10-01", False), ("2025-10-02", True)):
        path.write_text(AGREEMENT.replace("2029-12-31", end).replace("næste: 2025-10-01, ", ""), "utf-8")
        ran = quick("frister", "--format", "csv", "--today", "2025-01-01", cwd=record)
        assert ('"2025-10-02"' in ran.out) is shown
