"""Every report of the example record on its fixed day, as Markdown in both languages. `python tests/portfolio/golden.py` writes them anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from portfolios import example

from partnerskab_cli.documents.tables.dress import Dress
from partnerskab_cli.documents.tables.markdown import markdown
from partnerskab_cli.portfolio.agenda import agenda
from partnerskab_cli.portfolio.card import card
from partnerskab_cli.portfolio.development import development, seen_on
from partnerskab_cli.portfolio.reports import REPORTS, paper_of
from partnerskab_cli.portfolio.table import Paper
from partnerskab_cli.text import LANGUAGES

FOLDER = Path(__file__).parent / "golden"
THEN = date(2025, 6, 1)
ABOUT = {"naboer-mod-ensomhed": "agenda-running", "paaroerendecafe-toender": "agenda-idea", "huskevenner-hoejer": "agenda-draft"}


def papers() -> Iterator[tuple[str, Paper]]:
    """Every paper under its name."""
    whole = example()
    for name in REPORTS:
        yield name, development(whole, seen_on(whole, THEN)) if name == "development" else paper_of(name, whole)
    for entry in whole.entries:
        if entry.name in ABOUT:
            yield ABOUT[entry.name], agenda(entry, whole)
        if entry.name == "vaerested-toender":
            yield "card", card(entry, whole)


def files() -> Iterator[tuple[Path, str]]:
    """Every golden file with what it should hold."""
    for name, paper in papers():
        for language in LANGUAGES:
            yield FOLDER / language / f"{name}.md", markdown(paper, Dress(language))


if __name__ == "__main__":
    for path, text in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
