"""The glossary names every section and every word list of an agreement once, and nothing that is not there."""

import ast
import re
from pathlib import Path

from prose import PROJECT, links, rows

PAGE = PROJECT / "docs" / "glossary.md"
PACKAGE = PROJECT / "src" / "partnerskab_cli"
ROWS = [row for row in rows(PAGE) if row[2] != "Type"]
NAMED = [row[2].strip("`") for row in ROWS]
OF_THE_TOOL = ("Finding", "RuleHit", "Diagnostic", "Waiver", "Profile", "Workspace", "Portfolio", "Block")


def list_classes(folder: Path, *bases: str) -> list[str]:
    """The names of the classes in a folder; with bases, of those that are directly one of them."""
    return [
        node.name
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and (not bases or {base.id for base in node.bases if isinstance(base, ast.Name)} & set(bases))
    ]


def test_every_section_and_every_word_list_stands_once() -> None:
    declared = list_classes(PACKAGE / "model", "Record", "Choice")
    assert len(declared) > 70
    assert [name for name in declared if NAMED.count(name) != 1] == []


def test_the_words_of_the_tool_stand_once() -> None:
    assert [name for name in OF_THE_TOOL if NAMED.count(name) != 1] == []


def test_every_type_exists() -> None:
    known = {*list_classes(PACKAGE), "Block"}
    assert [name for name in NAMED if name not in known] == []
    assert re.search(r"^Block\b.* = ", (PACKAGE / "text" / "blocks.py").read_text("utf-8"), re.MULTILINE)


def test_every_row_has_a_danish_word_an_english_word_and_one_sentence() -> None:
    assert [row for row in ROWS if len(row) != 4 or not all(row) or row[3].count(". ") or not row[3].endswith(".")] == []


def test_no_word_stands_for_two_things() -> None:
    for column in (0, 1):
        words = [row[column] for row in ROWS]
        assert [word for word in words if words.count(word) > 1] == []


def test_a_newcomer_meets_it() -> None:
    assert "docs/glossary.md" in set(links(PROJECT / "CONTRIBUTING.md"))
    assert "glossary.md" in set(links(PROJECT / "docs" / "architecture.md"))
