"""Where libyaml is missing, the slower reader of PyYAML gives the same agreements and the same places."""

from pathlib import Path

import pytest
import yaml
from everything import DANISH, answers, written

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source import parser as document
from partnerskab_cli.source.source_file import SourceFile, parse_bytes

RECORD = Path(__file__).parents[2] / "agreements"
SLOPPY = [
    "titel: Kaffe: te",
    'titel: "Kaffe',
    "titel: &a Kaffe",
    "titel: !!str x",
    "<<: {a: b}",
    "x: " + "[" * 33 + "]" * 33,
    "",
    "- a",
    "a: 1\na: 2",
    "a: 1\n---\nb: 2",
    "titel: Sag #12\nformål: Et sted\n  #3\n",
    "målgruppe: {tekst: Ældre, der bor alene, antal: 2}",
]

DEEP = [
    "x: " + "[" * 33,
    "x: " + "[" * 999,
    "x: " + "[" * 2000,
    "x: " + "{" * 2000,
    "x: " + "[{" * 2000,
    "x: " + "[ " * 2000,
    "x: " + "[\n" * 2000,
    "x: " + "{a: " * 2000,
    "x:\n" + "- " * 2000 + "a",
    "".join(f"{' ' * number}x:\n" for number in range(1100)),
    "id: a\n" + "[" * 100_000,
    "[" * 100_000,
]


def both(data: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[SourceFile[Agreement], SourceFile[Agreement]]:
    fast = parse_bytes(data, "a.yaml", Agreement)
    monkeypatch.setattr(document, "Loader", yaml.SafeLoader)
    return fast, parse_bytes(data, "a.yaml", Agreement)


@pytest.mark.parametrize("path", sorted(RECORD.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_same_agreement_and_the_same_places(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, slow = both(path.read_bytes(), monkeypatch)
    assert fast.record == slow.record
    assert fast.faults == slow.faults
    assert fast.record is not None
    assert [fast.find_span(fast.record, field) for field in Agreement.fields] == [
        slow.find_span(slow.record, field) for field in Agreement.fields if slow.record
    ]


def test_every_field_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast, slow = both(written(answers(Agreement, DANISH)).encode(), monkeypatch)
    assert fast.record == slow.record
    assert fast.faults == slow.faults == ()


@pytest.mark.parametrize("text", SLOPPY)
def test_the_same_faults(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, slow = both(text.encode(), monkeypatch)
    assert [(fault.code, fault.span.line) for fault in fast.faults] == [(fault.code, fault.span.line) for fault in slow.faults]


@pytest.mark.parametrize("text", DEEP, ids=range(len(DEEP)))
def test_too_deep_is_said_whoever_notices_first(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for sheet in both(text.encode(), monkeypatch):
        assert [fault.code for fault in sheet.faults] == ["STR01c"]
