"""Values as YAML: what is written is what is read, by this tool and by others."""

import itertools
import os
import re
import unicodedata
from collections.abc import Mapping

import pytest
import yaml
from generated import agreement
from hypothesis import given, settings, strategies as st

from partnerskab_cli.edit.dump import dump_record
from partnerskab_cli.edit.scalars import (
    MEASURE,
    PlainScalar,
    Tree,
    fold_words,
    format_block_text,
    format_entry,
    format_flow,
    format_record,
    format_scalar,
)
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source.parser import MappingNode, Node, Scalar, parse_yaml
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import LANGUAGES, Language

EXAMPLES = 3000 if os.environ.get("PARTNERSKAB_MANY") else 200
LETTERS = "ab æøå :#-?,[]{}'\"\\|>&*!%@`~\n\t0129\u2028\x85\ufeff😀=<§»«.\x07\x7f\x9b"
TEXTS = st.one_of(
    st.text(LETTERS, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(["no", "yes", "null", "~", "2026-01-01", "1e5", "0x1f", "0o17", "12:30", "- a", "? b", ": c", "a: b", "a:", "a #b", "...", "---", ".5", "=", "<<", "TRUE", ".inf"]),
    st.lists(st.sampled_from(["ord", "kaffe,", "a: b", "#", "langtord" * 20]), min_size=1, max_size=60).map(" ".join),
)  # fmt: skip
TREES: st.SearchStrategy[Tree] = st.recursive(
    TEXTS,
    lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(TEXTS.filter(lambda word: len(word) < 200), below, max_size=4)),
    max_leaves=12,
)


def said(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return {word: said(value) for word, (_, value) in node.entries.items()}
    return [said(item) for item in node.items]


def read(text: str) -> object:
    yaml = parse_yaml(text)
    assert yaml.root is not None, yaml.faults
    return said(yaml.root)


def composed(tree: object) -> object:
    """As a reader sees letters that are stored in two parts."""
    if isinstance(tree, str):
        return unicodedata.normalize("NFC", tree)
    if isinstance(tree, Mapping):
        return {composed(word): composed(value) for word, value in tree.items()}
    assert isinstance(tree, list)
    return [composed(item) for item in tree]


@settings(max_examples=EXAMPLES)
@given(tree=TREES)
def test_whatever_is_written_is_read_again(tree: Tree) -> None:
    text = "\n".join([*format_entry("a", tree), "b: x", ""])
    if unicode_twins(tree):
        return
    assert composed(read(text)) == {"a": composed(tree), "b": "x"}
    assert composed(read(f"a: {format_flow(tree)}\n")) == {"a": composed(tree)}


def unicode_twins(tree: object) -> bool:
    """Whether two keys of a record are one and the same to a reader."""
    if isinstance(tree, Mapping):
        return len({composed(word) for word in tree}) < len(tree) or any(unicode_twins(value) for value in tree.values())
    return isinstance(tree, list) and any(unicode_twins(item) for item in tree)


@settings(max_examples=EXAMPLES)
@given(text=TEXTS)
def test_text_is_text_to_other_programs_too(text: str) -> None:
    assert yaml.safe_load(f"a: {format_scalar(text)}\n") == {"a": text}
    assert yaml.safe_load(f"[{format_scalar(text, flow=True)}]\n") == [text]


@pytest.mark.parametrize(
    ("text", "written"),
    {
        "Kaffe på kanden": "Kaffe på kanden", "Kaffe: for alle": '"Kaffe: for alle"', "2026": '"2026"', "nej": "nej", "no": '"no"', "": '""', "§ 18": "§ 18",
        'Han sagde "ja": ja': "'Han sagde \"ja\": ja'", "a\nb": '"a\\nb"', "25.000": '"25.000"', "kl. 14": "kl. 14", "- punkt": '"- punkt"', "»så«": "»så«",
    }.items(),
)  # fmt: skip
def test_marks_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert format_scalar(text) == written


CORE = re.compile(
    r"[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)|true|false|null|~"
)
"""What YAML 1.2 takes for more than text."""


def more_than_text(word: str) -> bool:
    """Whether any program that knows YAML 1.1 or 1.2 may take a word for more than text."""
    known = yaml.SafeLoader.yaml_implicit_resolvers.get(word[:1], [])
    return bool(CORE.fullmatch(word)) or any(pattern.match(word) for _, pattern in known)


@pytest.mark.parametrize("alphabet", ["01.xXeE+-_:aF", "07.oO+-_", "12.eE+-:_ ", ".iInNfFaA+-"])
def test_a_word_that_might_be_more_than_text_has_marks(alphabet: str) -> None:
    words = ("".join(letters) for length in range(1, 5) for letters in itertools.product(alphabet, repeat=length))
    assert [word for word in words if more_than_text(word) and format_scalar(word)[0] not in "'\""] == []


@pytest.mark.parametrize(
    "word",
    [
        "~",
        "null",
        "Null",
        "NULL",
        "true",
        "True",
        "TRUE",
        "false",
        "False",
        "yes",
        "Yes",
        "YES",
        "no",
        "No",
        "NO",
        "on",
        "On",
        "ON",
        "off",
        "OFF",
        "y",
        "Y",
        "n",
        "N",
        "=",
        "<<",
        "2026-01-01",
        "2026-1-1",
        "2026-01-01T10:00:00Z",
        "190:20:30",
        "1_000",
        "+12",
        "-.inf",
        "0x1F",
        "0b1",
        "0o17",
    ],
)
def test_a_word_that_some_program_knows_has_marks(word: str) -> None:
    assert format_scalar(word) == f'"{word}"'
    assert format_scalar(PlainScalar(word)) == (word if word != "<<" else '"<<"')


BORDERS = (
    (0x0, 0x1F, False), (0x20, 0x7E, True), (0x7F, 0x9F, False), (0xA0, 0x2027, True), (0x2028, 0x2029, False), (0x202A, 0xD7FF, True),
    (0xD800, 0xDFFF, False), (0xE000, 0xFEFE, True), (0xFEFF, 0xFEFF, False), (0xFF00, 0xFFFD, True), (0xFFFE, 0xFFFF, False), (0x10000, 0x10FFFF, True),
)  # fmt: skip


@pytest.mark.parametrize(("first", "last", "bare"), BORDERS, ids=lambda item: hex(item) if isinstance(item, int) else "")
def test_what_cannot_be_printed_is_written_by_its_number(first: int, last: int, bare: bool) -> None:  # noqa: FBT001 - a column of the table
    for letter in map(chr, (first, (first + last) // 2, last)):
        assert (letter in format_scalar(f"a{letter}b")) == bare
        assert (format_block_text(f"a{letter}b", 2) is not None) == bare


def test_what_is_no_text_stands_without_marks() -> None:
    assert [format_scalar(PlainScalar(word)) for word in ("2026-01-01", "25000", "ja", "")] == ["2026-01-01", "25000", "ja", '""']


def test_long_text_is_broken_only_between_words() -> None:
    text = "ord " * 60 + "slut"
    assert " ".join(fold_words(text, MEASURE)) == text
    assert max(len(line) for line in fold_words(text, MEASURE)) <= MEASURE
    assert fold_words("to  blanke", 3) == ["to  blanke"]


@pytest.mark.parametrize("text", ["", " foran", "bag \nved", "tab\tulator", "to\n\n", "\u2028"])
def test_what_a_block_would_not_keep_is_no_block(text: str) -> None:
    assert format_block_text(text, 2) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(60))
def test_a_record_is_read_from_its_own_words(seed: int, language: Language) -> None:
    result = parse_text(agreement(seed, comments=0).text, "a.yaml", Agreement).record
    assert result
    content = dump_record(result, language)
    again = parse_text("\n".join([*format_record(content, 0), ""]), "a.yaml", Agreement)
    assert again.record
    assert dump_record(again.record, language) == content
