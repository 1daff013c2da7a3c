"""Sloppy and hostile files, made from the declarations so that no field is forgotten, each with what it should give."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.field import EnumType, Field, FieldType, ListType, MappingType, RecordType, ScalarType, UnionType
from partnerskab_cli.model.record import FieldPath, walk_fields
from partnerskab_cli.model.types import VALUES, FilePath, Line, Phone, Place, Prose
from partnerskab_cli.source.source_file import SourceFile, parse_bytes, parse_text

HEAD: dict[str, object] = {"id": "a", "titel": "A", "formalitet": "mundtlig", "status": "aktiv"}
EVIL = [
    "\x1b]0;x\x07",
    "\u202egnp.exe",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "=1+1",
    "'; DROP TABLE",
    "../../etc/passwd",
    "%n%n%s",
    "\U000e0041",
    "A" * 5000,
]


class Case(NamedTuple):
    """A file and the codes it gives, in any order."""

    name: str
    text: str
    codes: set[str]


def holding(point: FieldPath, key: str, value: object) -> str:
    """An agreement that holds nothing but a value under a key where a field stands."""
    inner: object = {key: value}
    for field in reversed(point.way[:-1]):
        inner = {field.key: [inner] if isinstance(field.kind, ListType) else inner}
    assert isinstance(inner, dict)
    return json.dumps(
        {name: known for name, known in HEAD.items() if not any(word.startswith(name) for word in inner)} | inner, ensure_ascii=False
    )


def leaf(kind: FieldType) -> FieldType:
    """What stands in the end: an item of a list."""
    return leaf(kind.of) if isinstance(kind, ListType) else kind


def wrong(field: Field) -> Iterator[tuple[object, set[str]]]:
    """Values that cannot stand in a field, and what is said of them."""
    match leaf(field.kind):
        case ScalarType() as kind:
            yield {"noget": "andet"}, {"STR04c"}
            if (
                kind not in (VALUES[Line], VALUES[Prose], VALUES[Place], VALUES[Phone], VALUES[FilePath])
                and not kind.text
                and field.name != "case_number"
            ):
                yield "» ikke det «", {"STR04b"}
        case EnumType():
            yield "bordtennis", {"STR04"}
            yield {"noget": "andet"}, {"STR04c"}
        case RecordType():
            yield [["liste"]], {"STR04c"}
        case UnionType(_, second) if isinstance(second, ScalarType):
            yield {"noget": "andet"}, {"STR04c"}
        case MappingType():
            yield "tekst", {"STR04c"}


def cases() -> Iterator[Case]:
    """Every field misspelt, wrongly filled, filled twice and filled with evil."""
    for point in walk_fields(Agreement):
        field, route = point.field, point.format_path()
        yield Case(f"{route} misspelt", holding(point, f"{field.key[:-1]}{field.key[-1]}{field.key[-1]}", "x"), {"STR02"})
        for number, (value, codes) in enumerate(wrong(field)):
            yield Case(f"{route} wrong {number}", holding(point, field.key, value), codes)
        text = holding(point, field.key, "x")
        yield Case(
            f"{route} twice",
            text[: text.rindex(json.dumps(field.key, ensure_ascii=False))]
            + f'"{field.key}": ~, '
            + text[text.rindex(json.dumps(field.key, ensure_ascii=False)) :],
            {"STR03"},
        )


CASES = list(cases())


def codes(source: SourceFile[Agreement]) -> set[str]:
    return {fault.code for fault in source.faults}


def test_there_are_enough() -> None:
    assert len(CASES) >= 600


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_sloppy_file_says_what_is_wrong(case: Case) -> None:
    sheet = parse_text(case.text, "a.yaml", Agreement)
    assert case.codes <= codes(sheet)
    assert all(fault.span.line >= 1 for fault in sheet.faults)
    assert "STR01" not in codes(sheet)


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_evil_words_are_only_words(evil: str) -> None:
    for point in walk_fields(Agreement):
        sheet = parse_bytes(holding(point, point.field.key, evil).encode(), "a.yaml", Agreement)
        assert sheet.record is not None
