"""Fixes: what was meant is what comes out, comments stay, and fixing twice changes nothing more."""

import os
import random
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from conftest import Runner
from generated import agreement

from partnerskab_cli.check.fix import fix_bytes
from partnerskab_cli.check.hits import CheckOptions
from partnerskab_cli.diagnostics import Edit, Span
from partnerskab_cli.edit.cst import iter_comments, parse_commented
from partnerskab_cli.edit.fields import apply_edits
from partnerskab_cli.edit.fixes import apply_safe_edits, unify_key_language
from partnerskab_cli.edit.spelling import walk_keys
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.profile.shipped import NEUTRAL
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.parser import MappingNode, Scalar
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text

PROFILE: Profile = read_profile(NEUTRAL)[0]
SETTINGS = CheckOptions(PROFILE, CheckDates(date(2026, 3, 1)))
MANY = int(os.environ.get("PARTNERSKAB_MANY", "100"))


def fixed(text: str, *, unsafe: bool = False) -> str:
    return fix_bytes(text.encode(), "a.yaml", SETTINGS, unsafe=unsafe).data.decode()


EXAMPLES = {
    "a misspelt key": ("stauts: aktiv # x\n", "status: aktiv # x\n"),
    "a misspelt word": ("status: aktvi # x\n", "status: aktiv # x\n"),
    "a misspelt word in quotation marks": ("status: 'aktvi'\n", "status: 'aktiv'\n"),
    "key and word on one line": ("stauts: aktvi\n", "status: aktiv\n"),
    "a day": ("periode: {start: 1. marts 2026, slut: 31/12-2027}\n", "periode: {start: 2026-03-01, slut: 2027-12-31}\n"),
    "an amount": ("budget: {post: Kaffe, beløb: 150.000}\n", "budget: {post: Kaffe, beløb: 150000}\n"),
    "a CVR number": ("parter:\n- id: a\n  navn: b\n  side: anden\n  cvr: DK 12 34 56 74\n", "parter:\n- id: a\n  navn: b\n  side: anden\n  cvr: 12345674\n"),
    "letters in two parts, in comments too": ("forma\u030al: For a\u030ar og dag # a\u030a\n", "formål: For år og dag # å\n"),
    "keys of two languages": ("id: a\ntitel: b\npurpose: c\nperiode: {start: 2026-01-01, end: 2026-12-31}\n", "id: a\ntitel: b\nformål: c\nperiode: {start: 2026-01-01, slut: 2026-12-31}\n"),
    "Windows line ends stay": ("stauts: aktiv\r\nid: a\r\n", "status: aktiv\r\nid: a\r\n"),
    "two keys that were meant to be one are left": ("formåll: a\nforrmål: b\n", "formål: a\nforrmål: b\n"),
    "what is broken is left": ("stauts: [aktiv\n", "stauts: [aktiv\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), EXAMPLES.values(), ids=EXAMPLES)
def test_a_fix(before: str, after: str) -> None:
    assert fixed(before) == after
    assert fixed(after) == after


def test_what_is_waived_is_not_fixed() -> None:
    text = "id: a\nperiode: {start: 1. marts 2026}\nundtagelser: [{regel: STR07, fordi: Vi skriver dansk.}]\n"
    assert fixed(text) == text


def test_an_edit_that_would_join_two_keys_is_not_made() -> None:
    text = "a: 1\nb: 2\n"
    (key, _) = next(iter(parse_commented(text).whole.node.entries.values()))  # type: ignore[union-attr] # a text of keys is a record
    assert apply_safe_edits(text, [Edit(key.span, "b")]) == (text, 0)


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("titel: b\n", Edit(Span(1, 8, 1, 9), "[")),
        ("formål: a\nformaall: b\n", Edit(Span(2, 1, 2, 9), "formaal")),
        ("x: {a: 1, b: 2}\n", Edit(Span(1, 11, 1, 12), "a")),
        ("titel: b c\n", Edit(Span(1, 8, 1, 9), "x")),
        ("titel: b\n  c\n", Edit(Span(1, 8, 2, 4), "x")),
    ],
    ids=["nothing could be read any more", "one field in two spellings", "one key twice", "half a word", "over two lines"],
)
def test_an_edit_that_does_more_than_it_says_is_not_made(text: str, edit: Edit) -> None:
    assert apply_safe_edits(text, [edit]) == (text, 0)
    assert apply_safe_edits(text + "stauts: x\n", [edit, Edit(Span(text.count("\n") + 1, 1, text.count("\n") + 1, 7), "status")]) == (
        text + "status: x\n",
        1,
    )


def test_what_cannot_be_read_is_left() -> None:
    text = "purpose: [\nformål: x\n"
    assert apply_safe_edits(text, [Edit(Span(1, 1, 1, 8), "formål")]) == (text, 0)
    assert unify_key_language(text) == text


def sloppy(text: str, dice: random.Random) -> Iterator[Edit]:
    """Slips of the pen that a reader sees through."""
    commented = parse_commented(text)
    root = commented.whole.node
    assert isinstance(root, MappingNode)
    places = list(walk_keys(root, Agreement))
    for field, key, node in dice.sample(places, k=min(12, len(places))):
        if field and key.text == commented.get_raw(key) and len(key.text) > 4:
            yield Edit(key.span, dice.choice((key.text[:2] + key.text[1:], key.text[:-1], key.text.title())))
        if isinstance(node, Scalar) and node.plain and re.fullmatch(r"20\d\d-\d\d-\d\d", node.text):
            year, month, day = node.text.split("-")
            yield Edit(node.span, dice.choice((f"{int(day)}/{int(month)}-{year}", f"{day}.{month}.{year}")))
        if isinstance(node, Scalar) and node.plain and re.fullmatch("[1-9][0-9]000", node.text):
            yield Edit(node.span, f"{node.text[:2]}.000")


def seen_through(text: str, edit: Edit) -> bool:
    """Whether the reader knows what a slip was meant to be, and nothing else is read otherwise."""
    clean, slipped = (parse_text(word, "a.yaml", Agreement) for word in (text, apply_edits(text, [edit])))
    faults = [fault for fault in slipped.faults if fault.edits]
    meant = {edit.text for fault in faults for edit in fault.edits}
    old = text.splitlines()[edit.span.line - 1][edit.span.column - 1 : edit.span.end_column - 1]
    return len(faults) == 1 + sum(bool(fault.edits) for fault in clean.faults) and old in meant


@pytest.mark.parametrize("start", range(0, MANY, 25))
def test_sloppy_files_come_out_as_meant(start: int) -> None:
    for seed in range(start, start + 25):
        dice = random.Random(seed)
        clean = agreement(seed)
        slips = {edit.span.line: edit for edit in sloppy(clean.text, dice) if seen_through(clean.text, edit)}
        text = apply_edits(clean.text, list(slips.values()))
        if dice.random() < 0.3:
            text = unicodedata.normalize("NFD", text)
        after = fixed(text)
        wanted, result = (parse_text(item, "a.yaml", Agreement) for item in (fixed(clean.text), after))
        assert result.record == wanted.record
        assert len(result.faults) == len(wanted.faults)
        kept, before = ([comment.text for comment in iter_comments(parse_commented(item))] for item in (after, clean.text))
        assert kept == [item for item in before if item in kept or not item.startswith("#uden")], (
            "only what may be text is no comment any more"
        )
        assert fixed(after) == after


def test_room_is_made_for_what_is_missing_and_only_once() -> None:
    text = "id: a\ntitel: b\nformalitet: samarbejdsaftale\nstatus: udkast\n# om os\nformål: c\n"
    after = fixed(text, unsafe=True)
    for word in ("parter:", "periode:", "behov:", "mål:", "ophør:", "brugerindflydelse:"):
        assert f"\n{word}" in after
    assert "# om os\nformål: c\n" in after
    assert fixed(after, unsafe=True) == after
    source = parse_text(after, "a.yaml", Agreement)
    assert {fault.code for fault in source.faults} == {"STR08"}


SLOPPY = "id: kaffe\nstauts: udkast # hm\ntitel: Kaffe\nformalitet: mundtlig\nformål: Hygge\nperiode: {start: 1. marts 2026}\n"
TIDY = SLOPPY.replace("stauts", "status").replace("1. marts 2026", "2026-03-01")


def test_check_fixes_files_and_says_so(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SLOPPY.encode())
    ran = run("check", "kaffe.yaml", "--fix", "--fail-on", "never")
    assert (ran.code, ran.err) == (0, "Rettet: 2 fund i 1 fil.\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + TIDY.encode()
    again = run("check", "kaffe.yaml", "--fix", "--fail-on", "never")
    assert again.err == ""


def test_diff_shows_and_writes_nothing(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_text(SLOPPY, "utf-8")
    ran = run("check", "kaffe.yaml", "--diff")
    assert ran.code == 1
    assert "-stauts: udkast # hm\n" in ran.out
    assert "+status: udkast # hm\n" in ran.out
    assert path.read_text("utf-8") == SLOPPY
    path.write_text(TIDY, "utf-8")
    assert run("check", "kaffe.yaml", "--diff") == (0, "", "Der er intet, jeg kan rette.\n")


@pytest.mark.parametrize(
    "words", [("--unsafe-fixes",), ("--fix", "--diff"), ("--diff", "--output-format", "json"), ("--fix", "--stdin-filename", "a.yaml", "-")]
)
def test_options_that_could_not_act_are_refused(tmp_path: Path, run: Runner, words: tuple[str, ...]) -> None:
    (tmp_path / "kaffe.yaml").write_text(SLOPPY, "utf-8")
    ran = run("check", *words, *(() if "-" in words else ("kaffe.yaml",)))
    assert ran.code == 2
    assert (tmp_path / "kaffe.yaml").read_text("utf-8") == SLOPPY


def test_select_fixes_only_what_is_named(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_text(SLOPPY, "utf-8")
    run("check", "kaffe.yaml", "--fix", "--select", "STR07")
    assert path.read_text("utf-8") == SLOPPY.replace("1. marts 2026", "2026-03-01")


def test_a_file_that_cannot_be_read_hinders_no_other(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "a.yaml").write_text("id: [", "utf-8")
    (tmp_path / "kaffe.yaml").write_text(SLOPPY, "utf-8")
    ran = run("check", ".", "--fix")
    assert ran.code == 1
    assert (tmp_path / "a.yaml").read_text("utf-8") == "id: ["
    assert (tmp_path / "kaffe.yaml").read_text("utf-8") == TIDY
