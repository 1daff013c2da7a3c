"""The canonical layout: nothing is said otherwise, no comment is lost, and twice is once."""

import os
from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import Runner
from generated import agreement
from hypothesis import given, settings, strategies as st

from partnerskab_cli.edit import format as layout
from partnerskab_cli.edit.cst import iter_comments, parse_commented
from partnerskab_cli.edit.format import format_text, keep_formatted
from partnerskab_cli.edit.splice import REFUSED
from partnerskab_cli.errors import CommandError
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source import parser as document
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import LANGUAGES

MANY = int(os.environ.get("PARTNERSKAB_MANY", "200"))

EXAMPLES = {
    "fields in their order": ("formål: c\nid: a\nx_egen: 1\ntitel: b\n", "id: a\ntitel: b\nformål: c\nx_egen: 1\n"),
    "long sections are parted": ("id: a\nparter:\n- {id: b}\nformål: c\n", "id: a\n\nparter:\n  - {id: b}\n\nformål: c\n"),
    "comments move with what they speak of": ("# om formål\nformål: c # her\n\n# om id\nid: a\n", "# om formål\n\n# om id\nid: a\nformål: c # her\n"),
    "the head stays on top": ("# yaml-language-server: $schema=x\n\n# om formål\nformål: c\nid: a\n", "# yaml-language-server: $schema=x\n\nid: a\n\n# om formål\nformål: c\n"),
    "keys that a keyboard lacks letters for": ("formaal: a\nophoer: {varsel: 2 uger}\n", "formål: a\nophør: {varsel: 2 uger}\n"),
    "two languages become one": ("titel: a\npurpose: b\nstatus: active\nperiode: {start: 2026-01-01, ongoing: yes}\n", "titel: a\nstatus: aktiv\nperiode: {start: 2026-01-01, løbende: ja}\nformål: b\n"),
    "an old spelling says something of its own": ("status: underskrevet\n", "status: underskrevet\n"),
    "quotation marks stay": ("titel: '2026'\nx_a: \"ja\"\n", "titel: '2026'\nx_a: \"ja\"\n"),
    "text over several lines that fits on one": ("formål:\n  Et sted\n  at mødes\n", "formål: Et sted at mødes\n"),
    "long text becomes a block": ("formål: " + "ord " * 30 + "slut\n", "formål: >-\n  " + "ord " * 23 + "ord\n  " + "ord " * 6 + "slut\n"),
    "lines in a text stay lines": ('formål: "a\\nb"\n', "formål: |-\n  a\n  b\n"),
    "a word that others misread keeps its marks": ('juridisk_bindende: "no"\nid: a\ntitle: b\npurpose: c\n', 'id: a\ntitle: b\npurpose: c\nlegally_binding: "no"\n'),
    "items stand alike": ("mål:\n- {tekst: a}\n- tekst: b\n", "mål:\n  - tekst: a\n  - tekst: b\n"),
    "brackets that fit stay": ("område: [ældre,   ensomhed]\n", "område: [ældre, ensomhed]\n"),
    "brackets with comments open": ("område: [ældre, # flest\n  ensomhed]\n", "område:\n  - ældre # flest\n  - ensomhed\n"),
    "brackets with lines in a text open": ('x_a: ["a\\nb", c]\n', "x_a:\n  - |-\n    a\n    b\n  - c\n"),
    "comments inside belong inside": ("periode:\n    start: 2026-01-01\n    # slut: 2027\nformål: a\n", "periode:\n  start: 2026-01-01\n  # slut: 2027\n\nformål: a\n"),
    "an item begins on the line of its hyphen": ("mål:\n-\n  # om teksten\n  tekst: a\n", "mål:\n  # om teksten\n  - tekst: a\n"),
    "empty is empty": ("titel:\nroller: [ ]\nperiode: { }\n", "titel:\nroller: []\nperiode: {}\n"),
    "a block whose lines end in a blank": ("behov: |\n  Mange ældre  \n  - bor alene\n\nid: a\n", "id: a\n\nbehov: |\n  Mange ældre  \n  - bor alene\n"),
    "a block with its empty lines": ("behov: |+\n    Kaffe\n\n    te\n\n\nid: a\n", "id: a\n\nbehov: |+\n  Kaffe\n\n  te\n\n\n"),
    "a block that begins further in": ("parter:\n- navn: |4\n       Kaffe\n      te\n", "parter:\n  - navn: |2\n       Kaffe\n      te\n"),
    "a block that is further in as a whole": ("behov: |1\n    Kaffe\n     te\nid: a\n", "id: a\n\nbehov: |2\n     Kaffe\n      te\n"),
    "a block with a tab": ("behov: |-\n   Kaffe\tte\n   kage\n", "behov: |-\n  Kaffe\tte\n  kage\n"),
    "a folded block with a line further in": ("behov: >\n   Kaffe\n     te\n   kage\n", "behov: |\n  Kaffe\n    te\n  kage\n"),
    "quotation marks over lines": ('behov: "Kaffe\\tog \\\n   te\n\n   kage"\n', 'behov: "Kaffe\\tog \\\n  te\n\n  kage"\n'),
    "a block inside an item moves with it": ("mål:\n- tekst: |\n     Vi ses  \n     og spiser\n", "mål:\n  - tekst: |\n      Vi ses  \n      og spiser\n"),
    "the blanks before a number sign": ("formål: Sag #12 i Nordby\nid: a   # b\n", "id: a   # b\nformål: Sag #12 i Nordby\n"),
    "a long text with a number sign": ("formål: " + "ord " * 30 + "#3 og flere\n", "formål: " + "ord " * 30 + "#3 og flere\n"),
    "a text that goes on at a number sign below": ("formål: Hold\n  #3 og #4\nid: a\n", "id: a\n\nformål: Hold\n  #3 og #4\n"),
    "a comment never comes to look like text": ('formål: "Et\n  sted" #her\ntitel: >- #der\n  Kaffe\n', 'titel: >- #der\n  Kaffe\n\nformål: "Et sted" #her\n'),
    "Windows line ends": ("titel: b\r\nid: a\r\n", "id: a\r\ntitel: b\r\n"),
    "the end of the file": ("id: a\n\n\n# slut\n\n", "id: a\n\n# slut\n"),
    "marks of a document go, its comments stay": ("--- # her\nid: a\n...\n", "# her\nid: a\n"),
    "a whole file in brackets": ('{"titel": "b", "id": "a"}\n', 'id: "a"\ntitel: "b"\n'),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), EXAMPLES.values(), ids=EXAMPLES)
def test_layout(before: str, after: str) -> None:
    assert format_text(before) == after
    assert format_text(after) == after


def same(before: str, after: str) -> None:
    old, new = (parse_text(text, "a.yaml", Agreement) for text in (before, after))
    assert new.record == old.record
    assert Counter(one.code for one in new.faults) == Counter(one.code for one in old.faults if one.code != "STR09")
    old_words, new_words = (Counter(one.text for one in iter_comments(parse_commented(text))) for text in (before, after))
    assert new_words == old_words


@pytest.mark.parametrize("start", range(0, MANY, 50))
def test_whatever_the_style_the_answers_stay(start: int) -> None:
    for seed in range(start, start + 50):
        before = agreement(seed, comments=(seed % 4) * 0.15)
        after = format_text(before.text)
        same(before.text, after)
        assert format_text(after) == after


@settings(max_examples=60)
@given(seed=st.integers(10_000, 10_000_000), rate=st.floats(0, 0.6))
def test_any_seed_will_do(seed: int, rate: float) -> None:
    before = agreement(seed, comments=rate).text
    same(before, format_text(before))
    assert format_text(format_text(before)) == format_text(before)


@pytest.mark.parametrize("seed", range(40))
def test_there_and_back_between_the_languages(seed: int) -> None:
    text = agreement(seed).text
    danish, english = (format_text(text, language) for language in LANGUAGES)
    same(danish, english)
    same(english, format_text(english, "da"))
    assert parse_text(danish, "a.yaml", Agreement).language == "da" or ":" not in danish
    assert not any(fault.code == "STR09" for one in (danish, english) for fault in parse_text(one, "a.yaml", Agreement).faults)


def test_what_cannot_be_read_is_refused() -> None:
    for text in ("id: [", "id: a\nid: b\n", "", "- a\n", "mål: a\nmaal: b\n"):
        with pytest.raises(CommandError):
            format_text(text)


UNTIDY, TIDY = "formål: c # her\nid: a\n", "id: a\nformål: c # her\n"


def test_fmt_writes_and_says_so(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.encode())
    assert run("fmt", "a.yaml") == (0, "", "1 fil sat op.\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + TIDY.encode()
    assert run("formater", "a.yaml", "--lang", "en") == (0, "", "Everything stands as it should already.\n")


def test_check_and_diff_write_nothing(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(UNTIDY, "utf-8")
    assert run("fmt", ".", "--check") == (1, "a.yaml ville blive sat op\n", "")
    ran = run("fmt", ".", "--diff")
    assert (ran.code, path.read_text("utf-8")) == (1, UNTIDY)
    assert "+id: a\n formål: c # her\n-id: a\n" in ran.out
    path.write_text(TIDY, "utf-8")
    assert run("fmt", ".", "--check") == (0, "", "Alt står allerede, som det skal.\n")


def test_keys_in_the_other_language(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TIDY, "utf-8")
    assert run("fmt", "a.yaml", "--keys", "en").code == 0
    assert path.read_text("utf-8") == "id: a\npurpose: c # her\n"
    assert run("fmt", "a.yaml", "--keys", "sv").code == 2


def test_a_broken_file_is_named_and_the_others_laid_out(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "a.yaml").write_text(UNTIDY, "utf-8")
    (tmp_path / "b.yaml").write_text("id: [", "utf-8")
    ran = run("fmt", ".")
    assert ran.code == 1
    assert "b.yaml" in ran.err
    assert (tmp_path / "a.yaml").read_text("utf-8") == TIDY
    assert (tmp_path / "b.yaml").read_text("utf-8") == "id: ["


def test_nothing_to_lay_out_is_no_success(run: Runner) -> None:
    assert run("fmt", ".").code == 2


def test_a_strange_name_steers_no_terminal(tmp_path: Path, run: Runner) -> None:
    (tmp_path / "a\x1b[31m\n.yaml").write_text(UNTIDY + "titel: \u202ea\n", "utf-8")
    for words in (("fmt", ".", "--check"), ("fmt", ".", "--diff"), ("check", ".", "--diff"), ("fmt", ".")):
        ran = run(*words)
        assert not {"\x1b", "\u202e"} & {*ran.out, *ran.err}


def test_without_libyaml_the_bytes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [agreement(seed).text for seed in range(40)]
    quick = [format_text(text) for text in texts]
    monkeypatch.setattr(document, "Loader", yaml.SafeLoader)
    assert [format_text(text) for text in texts] == quick


@pytest.mark.parametrize(("part", "made"), [("format_comments_above", []), ("lay_out_trailing", ["x_ny: 1"])])
def test_a_layout_that_lost_a_comment_or_said_more_would_be_refused(monkeypatch: pytest.MonkeyPatch, part: str, made: list[str]) -> None:
    text = "periode:\n  start: 2026-01-01\n  # slut: 2027\n"
    assert format_text(text) == text
    monkeypatch.setattr(layout, part, lambda *_, **__: list(made))
    with pytest.raises(CommandError) as refused:
        format_text(text)
    assert refused.value.says == REFUSED


def test_what_cannot_be_laid_out_is_changed_as_it_is() -> None:
    assert keep_formatted(lambda text: f"{text}id:   a\n")("titel: [\n") == "titel: [\nid:   a\n"
    assert keep_formatted(lambda text: f"id:   a\n{text}")("titel: b\n") == "id: a\ntitel: b\n"
