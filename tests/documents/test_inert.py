"""Nothing that an agreement says comes alive in its document, hides anything, or changes what stands round it."""

import re
from collections.abc import Callable
from typing import TypeVar
from xml.etree import ElementTree as ET

import pytest
from hostile import EVERY
from papers import PROFILE, agreement_of, as_html, full_agreement, html_tree, markdown_text, text_of

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.field import FieldType, ListType, MappingType, UnionType
from partnerskab_cli.model.record import Record
from partnerskab_cli.model.types import VALUES, Line, Place, Prose
from partnerskab_cli.text.blocks import Document, join_lines
from partnerskab_cli.text.localized import escape_control_characters

R = TypeVar("R", bound=Record)
FREE = tuple(VALUES[item] for item in (Line, Place, Prose))
"""The kinds in which anything may stand."""
FORMS = ("md", "html")
HARMLESS = frozenset(["html", "head", "meta", "title", "style", "body", "a", "bdi", "header", "p", "main", "h1", "h2", "h3", "h4", "h5", "h6", "div", "dl", "dt", "dd", "nav", "ol", "ul", "li", "span", "section", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "time", "footer", "strong", "br", "wbr", "img", "blockquote"])  # fmt: skip


def filled_with(record: R, word: Callable[[str], str]) -> R:
    """The same record with another text wherever a text may stand."""
    return type(record).of(
        {field.name: replaced(getattr(record, field.name), field.kind, word) for field in type(record).fields}, record.aside
    )


def replaced(value: object, kind: FieldType, word: Callable[[str], str]) -> object:
    if isinstance(value, Record):
        return filled_with(value, word)
    if isinstance(kind, ListType) and isinstance(value, tuple):
        return tuple(replaced(item, kind.of, word) for item in value)
    if isinstance(kind, MappingType) and isinstance(value, dict):
        return {key: replaced(item, kind.of, word) for key, item in value.items()}
    if isinstance(kind, UnionType):
        kind = kind.second if isinstance(value, str) else kind.first
    return word(value) if isinstance(value, str) and any(kind is item for item in FREE) else value


EVERY_SHAPE = """
titel: a
parter:
  - {id: kommunen, navn: a, side: offentlig, ståsted: a, kontakt: [{rolle: a, navn: a}, {rolle: a, navn: a}]}
  - {id: venner, navn: a, side: frivillig}
formål: a
behov: {tekst: a, kilde: a}
succeskriterier: {frivillig: {tekst: a, måling: a, resultat: {status: nået, tekst: a, dato: 2026-01-01}}}
bidrag: [{part: kommunen, tekst: a, penge: 5}, {part: venner, tekst: a}]
grænser: {frivillige_gør: [a, a], udenfor: a}
geografi: [a, a]
møder: [{navn: a, deltagere: [a, a]}, {navn: a}]
ordliste: [{ord: a, forklaring: a}]
øvrige_vilkår: [{titel: a, tekst: a}, {tekst: a}]
underskrifter: {part: venner, rolle: a, dato: 2026-01-01}
"""


def document_of(word: Callable[[str], str], agreement: Agreement | None = None) -> Document:
    """Every shape that a text can take in a document: a title, a heading, a paragraph, a row, a point, a cell, a caption."""
    filled = filled_with(agreement or agreement_of(EVERY_SHAPE), word)
    return build_contract(filled, build_render_context(filled, PROFILE))


def tree_of(document: Document, form: str) -> ET.Element:
    return html_tree(document) if form == "html" else as_html(markdown_text(document))


def skeleton(tree: ET.Element) -> tuple[object, ...]:
    """The elements without their words; where a link leads is no matter of structure."""
    inside = tuple(part for element in tree if isinstance(element.tag, str) for part in parts(element))
    return (tree.tag, tuple(sorted(name for name in tree.attrib if name not in {"href", "datetime"})), inside)


def parts(tree: ET.Element) -> tuple[tuple[object, ...], ...]:
    """An element; of a link, or of a word that may be broken, only what is inside."""
    if tree.tag in {"a", "bdi", "wbr"} or tree.get("class") == "long":
        return tuple(part for element in tree if isinstance(element.tag, str) for part in parts(element))
    return (skeleton(tree),)


def twin(text: str) -> str:
    """Harmless text of the same shape."""
    return re.sub(r"\S", "x", "".join(join_lines(letter) if not letter.isspace() else letter for letter in text))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", EVERY, ids=range(len(EVERY)))
def test_a_text_changes_nothing_but_itself(text: str, form: str) -> None:
    value = text.strip()
    tree = tree_of(document_of(lambda _: value), form)
    calm = tree_of(document_of(lambda _: twin(value)), form)
    assert skeleton(tree) == skeleton(calm)
    assert join_lines(" ".join(value.split())) in text_of(tree)
    assert_dead(tree)


def assert_dead(tree: ET.Element) -> None:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            assert (element.text or "").strip().startswith(("partnerskab:", "html")), "a comment that is not ours"
            continue
        assert element.tag in HARMLESS
        assert not [name for name in element.attrib if name.startswith("on") or name in {"srcdoc", "formaction"}]
        assert element.get("style", "text-align:right") == "text-align:right", "the one that a Markdown table needs"
        assert re.match(r"(https?|mailto|tel):|#|$", element.get("href", "")), element.get("href")


def test_a_date_at_the_start_of_a_line_stays_a_date() -> None:
    source = markdown_text(document_of(lambda _: "31. december 2026\n1. marts 2027"))
    assert "31\\. december 2026\\\n1\\. marts 2027" in source
    assert "<ol" not in ET.tostring(as_html(source), encoding="unicode")


def test_no_control_character_leaves_the_tool() -> None:
    evil = "a\x1b[2Jb\u202ec\u200bd\x85e\ufefff"
    for form in FORMS:
        out = (
            markdown_text(document_of(lambda _: evil))
            if form == "md"
            else ET.tostring(tree_of(document_of(lambda _: evil), form), encoding="unicode")
        )
        assert out == "".join(letter for letter in out if letter == "\n" or escape_control_characters(letter) == letter)


def test_the_full_agreement_is_no_hostile_one() -> None:
    for form in FORMS:
        assert_dead(tree_of(document_of(lambda text: text), form))
    assert isinstance(full_agreement(), Agreement)
