"""The page on templates: its examples draw what it says, and its tables name what there is."""

import re
from typing import get_args

import pytest
from conftest import PROJECT
from papers import PROFILE, full_agreement
from test_templates import with_own

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.templates import FILTERS, REMOVED, find_template_folder
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.text.blocks import Block, Document

PAGE = (PROJECT / "docs" / "templates.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"`templates/([a-z.0-9]+\.j2)`:\n\n```jinja\n(.*?)```", PAGE, re.DOTALL))


def cells(heading: str) -> set[str]:
    """The names in backticks in the first column of the tables under a heading."""
    part = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return {name for line in part.splitlines() if line.startswith("| `") for name in re.findall("`([^`]+)`", line.split("|")[1])}


def test_the_letterhead_stands_above_the_title() -> None:
    out = with_own("html", document__html__j2=EXAMPLES["document.html.j2"])
    assert '<p class="form">Tønder Kommune · Frivilligkontoret</p>\n<h1>&lt;b&gt;Kaffe' in out
    assert "<footer" in out


def test_the_short_paper_holds_three_chapters_and_the_sign_of_ours() -> None:
    agreement = full_agreement()
    danish = build_render_context(agreement, PROFILE)._replace(language="da")
    out = render_document(
        build_contract(agreement, danish), "md", build_theme(PROFILE), {"aftale.md.j2": EXAMPLES["aftale.md.j2"]}
    ).decode()
    assert re.findall("^##? (.*)$", out, re.MULTILINE) == [
        "Lanterneholdet i Bredebro",
        "Formål og behov",
        "Mål og udbytte",
        "Varighed, uenighed og ophør",
    ]
    assert out.startswith("<!-- partnerskab: fuld-aftale -->\n")
    assert "At ingen går alene hjem i mørke." in out


def test_every_template_of_ours_is_named() -> None:
    named = set(re.findall(r"`([a-z]+\.(?:html\.j2|md\.j2|css))`", PAGE.split("## A letterhead")[0]))
    ours = {
        path.name
        for path in find_template_folder().iterdir()
        if not path.name.startswith(("report", "site")) and path.suffix in {".j2", ".css"}
    }
    assert named == ours


def test_every_part_of_a_document_is_named() -> None:
    parts = {name.removeprefix("document.") for name in cells("What a template gets") if name.startswith("document.")}
    assert parts == set(Document._fields)


@pytest.mark.parametrize("block", get_args(Block))
def test_every_kind_of_block_is_named_with_what_it_has(block: type) -> None:
    kind = block._field_defaults["kind"]  # type: ignore[attr-defined] # every block is a NamedTuple
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| `{kind}` |"))
    assert set(block._fields) - {"kind"} <= set(re.findall("`([a-z]+)`", line.split("|")[2]))  # type: ignore[attr-defined] # likewise


def test_every_filter_is_named() -> None:
    assert {name.split("(")[0] for name in cells("Filters")} == {name for filters in FILTERS.values() for name in filters}
    assert set(REMOVED) <= set(re.findall("`([a-z]+)`", PAGE.split("except ")[1].split(".")[0]))
