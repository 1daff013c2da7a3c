"""Small changes in place: what was meant happens, and everything else stays letter for letter."""

import os
import random
from collections.abc import Sequence

import pytest
from generated import Writer, agreement
from hypothesis import given, settings, strategies as st

from partnerskab_cli.diagnostics import Edit, Span
from partnerskab_cli.edit.cst import iter_comments, parse_commented
from partnerskab_cli.edit.fields import (
    Steps,
    append_item,
    apply_edits,
    delete_field,
    edit_bytes,
    find_deepest_piece,
    insert_field,
    make_steps,
    set_field,
)
from partnerskab_cli.edit.scalars import PlainScalar, Tree
from partnerskab_cli.edit.splice import get_content, verify_edit
from partnerskab_cli.errors import CommandError
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.cooperation import Organisation
from partnerskab_cli.model.field import Field, ListType
from partnerskab_cli.model.parties import Party
from partnerskab_cli.model.purpose import Goal, Needs
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.model.time import Evaluation, Period, Termination

END = make_steps(Agreement.period, Period.end)
STATUS = make_steps(Agreement.status)
REPLACES = make_steps(Agreement.replaces)
SIGNATURES = make_steps(Agreement.signatures)
SIGNATURE: Tree = {"part": "venner", "dato": PlainScalar("2026-01-15")}

PUT: dict[str, tuple[Steps, Tree, str, str]] = {
    "a value is replaced and its comment stays": (STATUS, PlainScalar("ophørt"), "status: aktiv  # siden maj\n", "status: ophørt  # siden maj\n"),
    "a value in brackets": (END, PlainScalar("2027-01-31"), "periode: {start: 2026-01-01, slut: 2026-12-31} # x\n", "periode: {start: 2026-01-01, slut: 2027-01-31} # x\n"),
    "a field that is new in brackets": (END, PlainScalar("2027-01-31"), "periode: {start: 2026-01-01}\n", "periode: {start: 2026-01-01, slut: 2027-01-31}\n"),
    "a field that is new in a section": (END, PlainScalar("2027-01-31"), "periode:\n    start: 2026-01-01 # kl. 12\n\nmål: x\n", "periode:\n    start: 2026-01-01 # kl. 12\n    slut: 2027-01-31\n\nmål: x\n"),
    "a section that is new stands in its place": (END, PlainScalar("2027-01-31"), "id: a\nformål: b\n", "id: a\nperiode:\n  slut: 2027-01-31\nformål: b\n"),
    "a section that is new is parted where others are": (END, PlainScalar("2027-01-31"), "id: a\n\nparter: [x]\n\nformål: b\n", "id: a\n\nparter: [x]\n\nperiode:\n  slut: 2027-01-31\n\nformål: b\n"),
    "a field without a value": (STATUS, PlainScalar("aktiv"), "id: a\nstatus:  # kommer\nformål: b\n", "id: a\nstatus: aktiv  # kommer\nformål: b\n"),
    "an English file gets English keys": (END, PlainScalar("2027-01-31"), "id: a\ntitle: b\nperiod: {start: 2026-01-01}\n", "id: a\ntitle: b\nperiod: {start: 2026-01-01, end: 2027-01-31}\n"),
    "letters that a keyboard lacks": (make_steps(Agreement.goals, 0, Goal.text), "Ny", "maal:\n- tekst: Gammel\n", "maal:\n- tekst: Ny\n"),
    "a bare text becomes the text of its section": (make_steps(Agreement.needs, Needs.source), "os selv", "behov: Savn\n", "behov:\n  tekst: Savn\n  kilde: os selv\n"),
    "a reason gives way to an answer": (make_steps(Agreement.organisation, Organisation.coordinator), "Vi", "organisering: {ikke_relevant: nej}\n", "organisering: {tovholder: Vi}\n"),
    "an English reason too": (make_steps(Agreement.organisation, Organisation.coordinator), "We", "title: a\norganisation: {not_relevant: no}\n", "title: a\norganisation: {coordinator: We}\n"),
    "keys of one's own stay last": (END, PlainScalar("2027-01-31"), "id: a\nx_egen: 1\n", "id: a\nperiode:\n  slut: 2027-01-31\nx_egen: 1\n"),
    "the first field of an item": (make_steps(Agreement.parties, 0, Party.id), PlainScalar("ny"), "parter:\n  # os\n  - navn: A\n    side: anden\n", "parter:\n  # os\n  - id: ny\n    navn: A\n    side: anden\n"),
    "text that YAML would misread is quoted": (make_steps(Agreement.title), "Kaffe: for alle", "titel: a\n", 'titel: "Kaffe: for alle"\n'),
    "a text with lines becomes a block": (make_steps(Agreement.purpose), "En\nTo", "formål: a\nmål: b\n", "formål: |-\n  En\n  To\nmål: b\n"),
    "a block gives way to a line": (make_steps(Agreement.purpose), "Ny", "formål: |  # hm\n  En\n  To\n\nmål: b\n", "formål: Ny  # hm\n\nmål: b\n"),
    "a block of its own indentation gives way too": (make_steps(Agreement.purpose), "Ny", "formål: |2  # hm\n   En\n  To\n\nmål: b\n", "formål: Ny  # hm\n\nmål: b\n"),
    "a block that keeps its empty lines": (make_steps(Agreement.purpose), "Ny", "formål: |2+\n   En\n\nmål: b\n", "formål: Ny\nmål: b\n"),
    "beside a block of its own indentation": (STATUS, PlainScalar("aktiv"), "formål: >1-  # 1\n  En\n # To\nstatus: udkast # 2\n", "formål: >1-  # 1\n  En\n # To\nstatus: aktiv # 2\n"),
    "above a comment further in": (make_steps(Agreement.id), "a\nb", "# hoved\n\n  # om titel\n# titel\ntitel: x\n", '# hoved\n\nid: "a\\nb"\n  # om titel\n# titel\ntitel: x\n'),
    "Windows line ends": (END, PlainScalar("2027-01-31"), "id: a\r\nperiode:\r\n  start: 2026-01-01\r\n", "id: a\r\nperiode:\r\n  start: 2026-01-01\r\n  slut: 2027-01-31\r\n"),
    "no line end at all": (END, PlainScalar("2027-01-31"), "periode:\n  start: 2026-01-01", "periode:\n  start: 2026-01-01\n  slut: 2027-01-31\n"),
    "a block text that ends the file unended": (make_steps(Agreement.evaluation, Evaluation.learning), "x", "formål: |\n  a", "formål: |-\n  a\nevaluering:\n  læring: x\n"),
    "comments further in belong to what stands above": (make_steps(Agreement.termination), {"varsel": PlainScalar("2 uger")}, "periode:\n  start: 2026-01-01\n  # slut: 2027\n# om formål\nformål: b\n", "periode:\n  start: 2026-01-01\n  # slut: 2027\n# om formål\nformål: b\nophør:\n  varsel: 2 uger\n"),
}  # fmt: skip
APPEND: dict[str, tuple[Steps, Tree, str, str]] = {
    "a list that is not there": (REPLACES, PlainScalar("a-1"), "id: b\n", "id: b\nerstatter: [a-1]\n"),
    "a list in brackets": (REPLACES, PlainScalar("a-2"), "erstatter: [a-1] # x\n", "erstatter: [a-1, a-2] # x\n"),
    "an empty list": (REPLACES, PlainScalar("a-2"), "erstatter: []\n", "erstatter: [a-2]\n"),
    "a single value": (REPLACES, PlainScalar("a-2"), "erstatter: a-1\n", "erstatter: [a-1, a-2]\n"),
    "a list over lines": (REPLACES, PlainScalar("a-2"), "erstatter:\n- a-1 # x\n# om ramme\nramme: b\n", "erstatter:\n- a-1 # x\n- a-2\n# om ramme\nramme: b\n"),
    "records": (SIGNATURES, SIGNATURE, "underskrifter:\n  - part: kommunen\n    # i god tid\n    dato: 2026-01-10\n\nbilag: []\n", "underskrifter:\n  - part: kommunen\n    # i god tid\n    dato: 2026-01-10\n  - part: venner\n    dato: 2026-01-15\n\nbilag: []\n"),
    "records in brackets": (SIGNATURES, SIGNATURE, "underskrifter:\n  - {part: kommunen, dato: 2026-01-10}\n", "underskrifter:\n  - {part: kommunen, dato: 2026-01-10}\n  - {part: venner, dato: 2026-01-15}\n"),
    "a single record": (SIGNATURES, SIGNATURE, "underskrifter:\n  # først\n  part: kommunen\n  # så\n  dato: 2026-01-10\n", "underskrifter:\n  # først\n  - part: kommunen\n    # så\n    dato: 2026-01-10\n  - part: venner\n    dato: 2026-01-15\n"),
    "a single record in brackets": (SIGNATURES, SIGNATURE, "underskrifter: {part: kommunen, dato: 2026-01-10}\n", "underskrifter: [{part: kommunen, dato: 2026-01-10}, {part: venner, dato: 2026-01-15}]\n"),
}  # fmt: skip
TAKE: dict[str, tuple[Steps, str, str]] = {
    "a section with its comments": (make_steps(Agreement.period), "id: a\n\n# om perioden\nperiode: # se her\n  start: 2026-01-01\n  # slut?\n\n# om formål\nformål: b\n", "id: a\n\n# om formål\nformål: b\n"),
    "a part in brackets": (END, "periode: {start: 2026-01-01, slut: 2026-12-31}\n", "periode: {start: 2026-01-01}\n"),
    "the first part in brackets": (make_steps(Agreement.period, Period.start), "periode: {start: 2026-01-01, slut: 2026-12-31}\n", "periode: {slut: 2026-12-31}\n"),
    "the only field of a section": (make_steps(Agreement.termination, Termination.notice), "id: a\nophør:\n  varsel: 2 uger\n", "id: a\n"),
    "the first field of an item": (make_steps(Agreement.goals, 0, Goal.id), "mål:\n  - id: x\n    # om teksten\n    tekst: y\n", "mål:\n  # om teksten\n  - tekst: y\n"),
    "what is not there": (END, "id: a\n", "id: a\n"),
    "the head of the file stays": (make_steps(Agreement.id), "# yaml-language-server: $schema=x\nid: a\ntitel: b\n", "# yaml-language-server: $schema=x\ntitel: b\n"),
}  # fmt: skip


@pytest.mark.parametrize(("way", "tree", "before", "after"), PUT.values(), ids=PUT)
def test_put(way: Steps, tree: Tree, before: str, after: str) -> None:
    assert set_field(before, way, tree) == after


@pytest.mark.parametrize(("way", "tree", "before", "after"), APPEND.values(), ids=APPEND)
def test_append(way: Steps, tree: Tree, before: str, after: str) -> None:
    assert append_item(before, way, tree) == after


@pytest.mark.parametrize(("way", "before", "after"), TAKE.values(), ids=TAKE)
def test_take(way: Steps, before: str, after: str) -> None:
    assert delete_field(before, way) == after


def test_what_cannot_be_read_is_not_changed() -> None:
    for broken in ("id: [a\n", "- a\n", "id: a\nid: b\n", ""):
        with pytest.raises(CommandError):
            set_field(broken, STATUS, PlainScalar("aktiv"))


def test_a_byte_order_mark_stays() -> None:
    assert (
        edit_bytes(b"\xef\xbb\xbfstatus: aktiv\r\n", lambda text: set_field(text, STATUS, PlainScalar("idé")))
        == "\ufeffstatus: idé\r\n".encode()
    )


def test_letters_in_two_parts_are_left_as_they_are() -> None:
    before = "forma\u030al: For a\u030ar og dag\nstatus: aktiv\n"
    assert set_field(before, STATUS, PlainScalar("idé")) == before.replace("aktiv", "idé")


def test_stretches_are_replaced_from_the_last() -> None:
    text = "stauts: aktvi\r\n'formaall': x\r\n\"maall\": y\r\n"
    edits = [
        Edit(Span(1, 1, 1, 7), "status"),
        Edit(Span(1, 9, 1, 14), "aktiv"),
        Edit(Span(2, 1, 2, 11), "formål"),
        Edit(Span(3, 1, 3, 8), "mål"),
    ]
    assert apply_edits(text, edits) == "status: aktiv\r\n'formål': x\r\n\"mål\": y\r\n"


MANY = int(os.environ.get("PARTNERSKAB_MANY", "50"))
WAYS = [point.way for point in walk_fields(Agreement)]


def with_items(way: Sequence[Field]) -> Steps:
    """The way through the first item of every list on it."""
    above = (step for field in way[:-1] for step in ((field, 0) if isinstance(field.kind, ListType) else (field,)))
    return (*above, way[-1])


@pytest.mark.parametrize("seed", range(0, MANY, 50))
def test_a_thousand_hands_later_only_what_was_meant_has_changed(seed: int) -> None:
    for number in range(seed, seed + 50):
        before = agreement(number)
        assert sorted(comment.text for comment in iter_comments(parse_commented(before.text))) == sorted(before.comments)
        dice, writer = random.Random(number), Writer(number, comments=0, language="da")
        for _ in range(5):
            way = dice.choice(WAYS)
            tree = writer.value(way[-1], 3)
            after = set_field(before.text, with_items(way), tree)
            kept = kept_lines(before.text, after)
            unended = 0 if before.text.endswith("\n") else 2
            assert set_field(after, with_items(way), tree) == after
            assert kept[0] + kept[1] >= len(before.text.splitlines()) - touched(before.text, with_items(way)) - unended
            taken = delete_field(after, with_items(way))
            assert parse_commented(taken) if taken else True


@settings(max_examples=80)
@given(
    seed=st.integers(10_000, 10_000_000),
    rate=st.floats(0, 0.5),
    way=st.sampled_from(WAYS),
    text=st.text("ab æ:#-'\"\n,[]{}|>", max_size=40),
)
def test_any_text_in_any_field_is_read_as_it_was_meant(seed: int, rate: float, way: Sequence[Field], text: str) -> None:
    before = agreement(seed, comments=rate).text
    after = set_field(before, with_items(way), text)
    piece, met = find_deepest_piece(parse_commented(after).whole, with_items(way))
    assert met == len(with_items(way))
    assert get_content(piece.node) == text
    assert set_field(after, with_items(way), text) == after


def kept_lines(before: str, after: str) -> tuple[int, int]:
    """How many lines at the beginning and at the end of a text are as they were."""
    old, new = before.splitlines(), after.splitlines()
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = next((n for n, (a, b) in enumerate(zip(reversed(old), reversed(new), strict=False)) if a != b), min(len(old), len(new)))
    return head, min(tail, len(old) - head)


def touched(before: str, way: Steps) -> int:
    """The lines of the top field on the way: a change may touch these and one more."""
    field = way[0]
    assert isinstance(field, Field)
    commented = parse_commented(before)
    piece = next((child for child in commented.whole.children if child.word in field.spellings), None)
    if piece is None:
        return 1
    places = [piece.start, commented.find_end(piece), *(each.start for each in piece.comments)]
    return commented.find_line(max(places)) - commented.find_line(min(places)) + 2


def test_keys_with_a_mark_of_their_own_are_seen() -> None:
    assert (
        set_field("? periode\n: start: 2026-01-01\n", END, PlainScalar("2026-12-31"))
        == "? periode\n: start: 2026-01-01\n  slut: 2026-12-31\n"
    )


def test_a_file_that_would_come_out_otherwise_is_refused() -> None:
    commented = parse_commented("id: a\nstatus: aktiv\n")
    for result in ("id: a\nstatus: udkast\ntitel: b\n", "id: a\n", "id: a\nstatus: [udkast\n", "id: a\nid: a\nstatus: udkast\n"):
        with pytest.raises(CommandError):
            verify_edit(commented, result, ("status",), "udkast")


def test_what_is_no_text_is_not_edited() -> None:
    with pytest.raises(CommandError):
        edit_bytes(b"\xff\xfe\x00", lambda text: text)


def test_only_fields_and_numbers_lead_anywhere() -> None:
    with pytest.raises(TypeError):
        make_steps(Agreement.period, "slut")


def test_ready_lines_are_planted_with_their_comments() -> None:
    lines = ["# Hvorfor?", "formål: Hygge"]
    assert insert_field("id: a # x\nmål: b\n", Agreement.names["formål"], lines) == "id: a # x\n# Hvorfor?\nformål: Hygge\nmål: b\n"
    assert insert_field("mål: b\n", Agreement.names["formål"], lines) == "# Hvorfor?\nformål: Hygge\nmål: b\n"
    assert insert_field("{id: a}\n", Agreement.names["formål"], lines) == "{id: a, formål: Hygge}\n"


def test_an_item_beyond_the_last_is_added() -> None:
    assert set_field("mål:\n- tekst: a\n", make_steps(Agreement.goals, 1, Goal.text), "b") == "mål:\n- tekst: a\n- tekst: b\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_comment_ends_where_its_line_does(end: str) -> None:
    here = parse_commented(f"id: a # om id{end}titel: b{end}")
    assert [(comment.text, comment.line, comment.alone) for comment in iter_comments(here)] == [("# om id", 0, False)]
    assert [here.find_line(piece.start) for piece in here.whole.children] == [0, 1]


def test_what_looks_like_a_comment_in_a_block_is_none() -> None:
    commented = parse_commented("formål: >1-  # 1\n  En\n # To\nmål: |+2\n   # tre\n\n# 4\n")
    assert [comment.text for comment in iter_comments(commented)] == ["# 1", "# 4"]
