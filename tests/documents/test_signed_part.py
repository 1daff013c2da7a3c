"""The signed paper is the signed content: whatever else it says stands in a part that says so, and moves no letter of the rest."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from papers import PROFILE, agreement_of, as_html, html_tree, markdown_text, text_of

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import FRAME, NOT_COVERED, NOT_COVERED_NOTE, build_contract
from partnerskab_cli.history.signature import compute_content_fingerprint, is_signed
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.record import Record
from partnerskab_cli.text.localized import Language

FULL = (Path(__file__).parent / "full.yaml").read_text("utf-8")
OTHER = "Noget helt andet"


class Leaf(NamedTuple):
    """Some words of the agreement that answers everything, and whether they are signed."""

    route: str
    words: str
    signed: bool


def leaves(record: Record, *, material: bool = False, way: str = "") -> Iterator[Leaf]:
    """Every text of a record on one line, but for those of the frame, which has its own places."""
    for field in record.fields:
        if field not in FRAME:
            yield from of_field(getattr(record, field.name), material=is_signed(field, material=material), way=f"{way}{field.name}")


def of_field(value: object, *, material: bool, way: str) -> Iterator[Leaf]:
    parts = value if type(value) is tuple else tuple(value.values()) if isinstance(value, Mapping) else (value,)
    for part in parts:
        if isinstance(part, Record):
            yield from leaves(part, material=material, way=f"{way}.")
        elif isinstance(part, str) and type(part) is str and "\n" not in part and " " in part:
            yield Leaf(way, part, material)


LEAVES = tuple(leaf for leaf in leaves(agreement_of(FULL)) if FULL.count(leaf.words) == 1)


def halves(agreement: Agreement, form: str = "md") -> tuple[str, str]:
    """The paper up to the part that is not covered, and that part."""
    document = build_contract(agreement, build_render_context(agreement, PROFILE))
    text = text_of(html_tree(document) if form == "html" else as_html(markdown_text(document)))
    heading = NOT_COVERED.localize(document.language)
    assert text.count(heading) in {1, 2}, "once, and in the contents"
    signed, _, beside = text.rpartition(heading)
    return signed, beside


def test_there_is_enough_to_try() -> None:
    assert len([leaf for leaf in LEAVES if leaf.signed]) >= 60
    assert len([leaf for leaf in LEAVES if not leaf.signed]) >= 30


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_what_is_signed_stands_before_and_what_is_not_behind(form: str, language: str) -> None:
    signed, beside = halves(agreement_of(FULL.replace("sprog: en", f"sprog: {language}")), form)
    assert [leaf for leaf in LEAVES if leaf.signed and " ".join(leaf.words.split()) not in signed] == []
    assert [leaf for leaf in LEAVES if not leaf.signed and leaf.words in signed] == []
    assert [leaf for leaf in LEAVES if not leaf.signed and leaf.words not in beside] == []


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: f"{leaf.route}: {leaf.words[:20]}")
def test_a_change_moves_the_signed_part_exactly_where_it_needs_new_signatures(leaf: Leaf) -> None:
    before, after = agreement_of(FULL), agreement_of(FULL.replace(leaf.words, OTHER))
    assert (compute_content_fingerprint(before) != compute_content_fingerprint(after)) == leaf.signed
    assert (halves(before)[0] != halves(after)[0]) == leaf.signed


UNSIGNED = {
    "log": ("hændelser: {dato: 2026-02-01, tekst: Parterne aftalte at fordoble tilskuddet.}", "fordoble tilskuddet"),
    "risks": ("risici: {tekst: De frivillige hæfter personligt.}", "hæfter personligt"),
    "problem path": ("organisering: {problemvej: {frivillige: Foreningen hæfter for alle tab}}", "hæfter for alle tab"),
    "coordinator": ("organisering: {tovholder: kommunens kontorchef}", "kommunens kontorchef"),
    "a goal's result": ("mål: {tekst: Lys., resultat: {status: nået, tekst: Alle skylder penge.}}", "Alle skylder penge."),
    "source of the need": ("behov: {tekst: Mørke., kilde: en aftale om at betale tilbage}", "betale tilbage"),
    "anchoring": ("forankring: {bestyrelse: Bestyrelsen hæfter.}", "Bestyrelsen hæfter."),
    "added value": ("merværdi: {art: mestring, tekst: Kommunen sparer en stilling.}", "sparer en stilling"),
    "principles": ("holdepunkter: {dna: Foreningen følger anvisninger.}", "følger anvisninger"),
    "number of users": ("målgruppe: {tekst: Alle., antal: 987}", "987"),
    "age of users": ("målgruppe: {tekst: Alle., alder: 13+}", "13+"),
    "vulnerable users": ("målgruppe: {tekst: Alle., sårbare: ja}", "Sårbare"),
    "result of an evaluation": ("evaluering: {hvornår: 1 om året, resultat: Tilskuddet er for højt.}", "er for højt"),
    "a contact": ("parter: {id: venner, navn: Vennerne, side: frivillig, kontakt: {rolle: direktør for alt}}", "direktør for alt"),
    "benefits": ("udbytte: {offentlig: [Kommunen slipper for at ansætte.]}", "slipper for at ansætte"),
    "waivers": ("undtagelser: {regel: TJK10, fordi: Aftalen kan ikke opsiges.}", "kan ikke opsiges"),
    "interplay": ("samspil: {personer: 876}", "876"),
    "communication": ("formidling: {borgere: Foreningen betaler annoncer.}", "betaler annoncer"),
    "words of the profile's policy": ("politik: {mål: [4]}", "fortsat god udvikling"),
    "a day of delivery": ("leverancer: {part: venner, tekst: Et kort, afleveret: 2026-01-29}", "29. januar 2026"),
    "own keys": ("x_aftale: Foreningen betaler huslejen.", "betaler huslejen"),
}


@pytest.mark.parametrize(("text", "words"), UNSIGNED.values(), ids=list(UNSIGNED))
def test_an_addition_that_nobody_signs_stands_behind(text: str, words: str) -> None:
    plain = "id: a\ntitel: A\nformalitet: samarbejdsaftale\nstatus: aktiv\n"
    signed, beside = halves(agreement_of(f"{plain}{text}\n"))
    assert words not in signed
    assert words in beside


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_part_says_what_else_is_not_covered(language: Language) -> None:
    _, beside = halves(agreement_of(f"id: a\nsprog: {language}\n"))
    assert NOT_COVERED_NOTE.localize(language) in beside
