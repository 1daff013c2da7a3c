"""Every hostile value in every format of every variant: nothing comes alive, nothing is hidden, and the value itself is read back to the letter.

A calm document, with tokens where the values stand, says what the hostile one must be: the same structure, each token replaced by its word.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from itertools import count
from typing import NamedTuple

import pytest
from hostile import EVERY
from papers import PROFILE
from reading_back import READERS, Pieces
from test_inert import filled_with
from test_variants import for_citizens, for_committee, shown_to_all

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.text.blocks import Document

VALUES = tuple(dict.fromkeys(word.strip() for word in EVERY))
VARIANTS: Mapping[str, Callable[[Agreement], Document]] = {"aftale": lambda agreement: build_contract(agreement, build_render_context(agreement, PROFILE)), "udvalg": for_committee, "borger": for_citizens}  # fmt: skip
TURNS: Mapping[str, int] = {"html": 4, "md": 4, "pdf": 2, "docx": 1}
"""In how many different places of a document each value stands, at least."""
WORD = re.compile(r"[^\s,;]+")
"""What becomes a token: how names are joined in a row depends on the marks between them."""
TOKEN = re.compile("zq([0-9]+)w([0-9]+)z")
SPELT = re.compile(r"\\u\{([0-9a-f]+)\}")


class Turn(NamedTuple):
    """A hostile document and the calm one that tells what it must be."""

    hostile: Document
    calm: Document
    words: Mapping[str, str]
    """By token."""


@cache
def printed(variant: str) -> tuple[int, ...]:
    """The places of an agreement's texts that a variant prints, by their number."""
    numbers = count()
    paper = VARIANTS[variant](filled_with(shown_to_all(), lambda _: f"zq{next(numbers)}w0z"))
    result = {int(match[1]) for match in TOKEN.finditer(render_document(paper, "md", build_theme(PROFILE), {}).decode())}
    return tuple(sorted(result))


def turns(variant: str, form: str) -> range:
    """How far the values are shifted from one document to the next, so that each comes to stand in so many places."""
    return range(0, len(VALUES), max(1, len(printed(variant)) // TURNS[form]))


def turn(variant: str, shift: int) -> Turn:
    """Documents in which the printed texts are the hostile values from one of them on."""
    places = {place: VALUES[(number + shift) % len(VALUES)] for number, place in enumerate(printed(variant))}
    numbers, again = count(), count()
    words: dict[str, str] = {}

    def token(place: int, word: str) -> str:
        made_now = f"zq{place}w{len(words)}z"
        words[made_now] = word
        return made_now

    def calm(_: str) -> str:
        place = next(again)
        return WORD.sub(lambda match: token(place, match[0]), places.get(place, VALUES[place % len(VALUES)]))

    def evil(_: str) -> str:
        place = next(numbers)
        return places.get(place, VALUES[place % len(VALUES)])

    draw = VARIANTS[variant]
    return Turn(draw(filled_with(shown_to_all(), evil)), draw(filled_with(shown_to_all(), calm)), words)


INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def said(word: str) -> str:
    """A word as a document may say it: what would steer a screen, or is no letter, by its number; all else to the letter."""
    return "".join(letter if unicodedata.category(letter) not in INVISIBLE else f"\\u{{{ord(letter):x}}}" for letter in word)


def respelt(pieces: Pieces) -> Pieces:
    """With all letters as themselves: a PDF spells those that its fonts lack."""
    return tuple(piece._replace(text=SPELT.sub(lambda match: chr(int(match[1], 16)), piece.text)) for piece in pieces)


CASES = [(variant, form, shift) for variant in VARIANTS for form in TURNS for shift in turns(variant, form)]


@pytest.mark.thorough
@pytest.mark.parametrize(("variant", "form", "shift"), CASES)
def test_a_value_is_only_itself(variant: str, form: str, shift: int) -> None:
    item, reader = turn(variant, shift), READERS[form]
    hostile, calm = (render_document(paper, form, build_theme(PROFILE), {}) for paper in (item.hostile, item.calm))
    reader.dead(hostile)
    expected = tuple(piece._replace(text=TOKEN.sub(lambda match: said(item.words[match[0]]), piece.text)) for piece in reader.pieces(calm))
    result = reader.pieces(hostile)
    if form == "pdf":
        result, expected = respelt(result), respelt(tuple(piece._replace(text="".join(piece.text.split())) for piece in expected))
    assert result == expected


@pytest.mark.parametrize("form", TURNS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_value_is_tried_in_every_format_of_every_variant(variant: str, form: str) -> None:
    places = len(printed(variant))
    tried = {(number + shift) % len(VALUES) for shift in turns(variant, form) for number in range(places)}
    assert len(VALUES) > 150
    assert places > 20
    assert tried == set(range(len(VALUES)))
