"""Every link inside the project leads somewhere."""

from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from prose import PAGES, PROJECT, headings, links, named


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_link_leads_to_a_file_and_a_heading_that_exist(page: Path) -> None:
    assert [link for link in links(page) if not urlsplit(link).scheme and not leads(page, link)] == []


def leads(page: Path, link: str) -> bool:
    """Whether a link from a page has somewhere to go inside the project."""
    path, _, anchor = unquote(link).partition("#")
    target = (page.parent / path).resolve() if path else page
    inside = target == PROJECT or PROJECT in target.parents
    return inside and target.exists() and (not anchor or anchor in {heading.anchor for heading in headings(target)})


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_has_one_title_and_skips_no_level(page: Path) -> None:
    levels = [item.level for item in headings(page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_page_of_the_docs_can_be_found_from_their_first_page() -> None:
    docs = PROJECT / "docs"
    assert {page.name for page in docs.glob("*.md")} - {"index.md"} <= set(links(docs / "index.md"))
