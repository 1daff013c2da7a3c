"""Lets the site show what the pages of docs/ link to outside their folder: the project's own pages, examples and CI files.

On a git host the links lead there by themselves; on the site these files lie below `project/`.
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

PROJECT = Path(__file__).parent.parent
BELOW = "project/"
OUTSIDE = re.compile(r"\]\(\.\./([^)#\s]+)")
INSIDE = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every file outside docs/ that a page links to, and those that these link to in turn."""
    waiting = [link for file in files.documentation_pages() for link in OUTSIDE.findall(file.content_string)]
    while waiting:
        name = waiting.pop()
        path = PROJECT / name
        if path.is_file() and not name.startswith("docs/") and not files.get_file_from_path(BELOW + name):
            files.append(File.generated(config, BELOW + name, abs_src_path=str(path)))
            waiting += [beside(name, link) for link in INSIDE.findall(path.read_text("utf-8"))] if path.suffix == ".md" else []
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - mkdocs hands them over by name
    """Turn links that leave docs/ to where those files lie on the site, and back again."""
    name = page.file.src_uri
    if name.startswith(BELOW):
        up = "../" * name.count("/")
        return INSIDE.sub(lambda match: f"]({up}{place_of(beside(name.removeprefix(BELOW), match[1]))}", markdown)
    return OUTSIDE.sub(lambda match: f"]({place_of(match[1])}", markdown)


def beside(name: str, link: str) -> str:
    """A file of the project by its name there, from a link in another."""
    return (PROJECT / name).parent.joinpath(link).resolve().relative_to(PROJECT).as_posix()


def place_of(name: str) -> str:
    """Where a file of the project lies on the site; a folder is its page."""
    if name.startswith("docs/"):
        return name.removeprefix("docs/")
    page = f"{name.rstrip('/')}/README.md"
    return BELOW + (page if (PROJECT / page).exists() else name)
