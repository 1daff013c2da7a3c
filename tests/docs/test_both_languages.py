"""What stands in Danish also stands in English, and the other way round."""

import re
from pathlib import Path

import pytest
from prose import PAGES, PROJECT, fences, headings, named

PAIRS = {
    "README.md": "README.da.md",
    "docs/first-agreement.en.md": "docs/foerste-aftale.da.md",
    "docs/reviewing.en.md": "docs/gennemgang.da.md",
    "docs/profile.en.md": "docs/profil.da.md",
    "docs/commands.en.md": "docs/commands.da.md",
    "docs/reports.en.md": "docs/reports.da.md",
    "docs/rules.en.md": "docs/rules.da.md",
    "docs/fields.en.md": "docs/fields.da.md",
}


@pytest.mark.parametrize(("english", "danish"), PAIRS.items())
def test_the_two_languages_have_the_same_headings_and_examples(english: str, danish: str) -> None:
    item, other = PROJECT / english, PROJECT / danish
    assert [heading.level for heading in headings(item)] == [heading.level for heading in headings(other)]
    assert [fence.language for fence in fences(item)] == [fence.language for fence in fences(other)]


@pytest.mark.parametrize("page", [page for page in PAGES if page.name.endswith(".da.md")], ids=named)
def test_every_danish_page_has_its_english_one(page: Path) -> None:
    assert named(page) in PAIRS.values() or page.with_name(page.name.replace(".da.", ".en.")).exists()


WRITTEN = [PROJECT / danish for danish in PAIRS.values() if not danish.startswith(("docs/rules", "docs/fields", "docs/reports"))]
"""Rules, fields and reports have tests of their own, and quote what associations say."""


@pytest.mark.parametrize("page", WRITTEN, ids=named)
def test_a_danish_page_speaks_to_both_parties(page: Path) -> None:
    words = re.sub(r"^(?:```.*?^```|fx: .*?)$", "", page.read_text("utf-8").lower(), flags=re.MULTILINE | re.DOTALL).split()
    assert not {"du", "dig", "din", "dit", "dine"} & set(words)
