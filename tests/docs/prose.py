"""The project's pages as a reader meets them: headings, links, examples and tables of a Markdown file."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

PROJECT = Path(__file__).parent.parent.parent
TOP = ("README.md", "README.da.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "agreements/README.md")
PAGES = [*(PROJECT / name for name in TOP if (PROJECT / name).exists()), *sorted((PROJECT / "docs").glob("**/*.md"))]


class Heading(NamedTuple):
    """A heading, and its words as a git host makes an anchor of them."""

    level: int
    text: str

    @property
    def anchor(self) -> str:
        kept = "".join(letter for letter in self.text.lower() if letter in " -_" or unicodedata.category(letter)[0] in "LN")
        return kept.replace(" ", "-")


class Fence(NamedTuple):
    """A block of code: its language, what stands in it, and on which line it begins."""

    language: str
    text: str
    line: int


def named(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix()


@cache
def tokens(page: Path) -> tuple[Token, ...]:
    return tuple(MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8")))


def headings(page: Path) -> list[Heading]:
    every = tokens(page)
    return [
        Heading(int(token.tag[1]), "".join(part.content for part in every[at + 1].children or []))
        for at, token in enumerate(every)
        if token.type == "heading_open"
    ]


def fences(page: Path, *languages: str) -> list[Fence]:
    return [
        Fence(token.info.split(" ")[0], token.content, (token.map or [0])[0] + 1)
        for token in tokens(page)
        if token.type == "fence" and (not languages or token.info.split(" ")[0] in languages)
    ]


def links(page: Path) -> Iterator[str]:
    for token in tokens(page):
        for part in token.children or []:
            target = part.attrs.get("href") or part.attrs.get("src")
            if target:
                yield str(target)


def rows(page: Path) -> Iterator[list[str]]:
    """The rows of every table below its head, each cell as it is written."""
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("|") and not re.fullmatch(r"[| :-]+", line):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def words(page: Path) -> str:
    return page.read_text("utf-8")
