"""Letters from other scripts: what a PDF cannot show is named with its field, and names from right to left turn nothing round in HTML."""

import re
from pathlib import Path

import pytest
from conftest import Runner
from papers import PROFILE, agreement_of, html_tree, page_of

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract

SMALL = """\
id: kaffe
titel: Kaffe
formalitet: samarbejdsaftale
status: udkast
parter:
  - {id: kommunen, navn: Nordby Kommune, side: offentlig}
  - {id: venner, navn: Vennerne, side: frivillig}
formål: Et sted at mødes
bidrag: [{part: venner, tekst: Kage}]
"""
HIDDEN = (
    (("navn: Vennerne", "navn: 友好协会"), "友, 好, 协 og 会", "Parter – Navn"),
    (("titel: Kaffe", "titel: Kaffe 茶"), "茶", "Titel"),
    (("tekst: Kage", "tekst: Kage og 떡"), "떡", "Bidrag – Tekst"),
    (("formål: Et sted at mødes", "formål: 茶 [udfyld]"), "茶", "Formål"),
    (("formål: Et sted at mødes", "x_note: ชา"), "ช og า", "X note"),
)


@pytest.mark.parametrize(("change", "letters", "field"), HIDDEN)
def test_letters_that_a_pdf_lacks_are_named_with_their_field(
    run: Runner, tmp_path: Path, change: tuple[str, str], letters: str, field: str
) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(SMALL.replace(*change), "utf-8")
    done = run("render", "kaffe", "--to", "pdf", "-o", "ud", "--lang", "da")
    assert done.code == 0
    assert letters in done.err
    assert f"(i {field})" in done.err
    assert "HTML og Word viser dem" in done.err


def test_a_pdf_that_shows_all_letters_says_nothing_of_them(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(SMALL, "utf-8")
    assert "HTML" not in run("render", "kaffe", "--to", "pdf", "-o", "ud", "--lang", "da").err


NAMES = ("جمعية الأصدقاء", "ידידים", "نادي 7 (شمال)", "אגודת, ידידים")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_from_right_to_left_stands_apart(name: str) -> None:
    agreement = agreement_of(SMALL.replace("Vennerne", f'"{name}"'))
    document = build_contract(agreement, build_render_context(agreement, PROFILE))
    apart = ["".join(element.itertext()) for element in html_tree(document).iter("bdi")]
    outside = re.sub(r"<bdi>.*?</bdi>|<title>.*?</title>", "", page_of(document), flags=re.DOTALL)
    assert apart.count(name) >= len(("below the title", "in the list", "over its contributions", "where it signs"))
    assert not re.search("[\u0590-\u08ff]", outside)


def test_nothing_stands_apart_where_all_is_from_left_to_right() -> None:
    agreement = agreement_of(SMALL)
    assert "<bdi>" not in page_of(build_contract(agreement, build_render_context(agreement, PROFILE)))
