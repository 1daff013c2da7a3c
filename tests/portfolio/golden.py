"""Every report of the example record on its fixed day, as Markdown in both languages. `python tests/portfolio/golden.py` writes them anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from portfolios import example

from partnerskab_cli.portfolio.agenda import build_agenda
from partnerskab_cli.portfolio.card import build_card_report
from partnerskab_cli.portfolio.development import build_development_report, view_as_of
from partnerskab_cli.portfolio.registry import REPORTS, build_report
from partnerskab_cli.portfolio.report import PortfolioReport
from partnerskab_cli.render.report_markdown import render_markdown_report
from partnerskab_cli.render.theme import ReportStyle
from partnerskab_cli.text.localized import LANGUAGES

FOLDER = Path(__file__).parent / "golden"
THEN = date(2025, 6, 1)
ABOUT = {"naboer-mod-ensomhed": "agenda-running", "paaroerendecafe-toender": "agenda-idea", "huskevenner-hoejer": "agenda-draft"}


def papers() -> Iterator[tuple[str, PortfolioReport]]:
    """Every paper under its name."""
    portfolio = example()
    for name in REPORTS:
        yield (
            name,
            build_development_report(portfolio, view_as_of(portfolio, THEN)) if name == "development" else build_report(name, portfolio),
        )
    for entry in portfolio.entries:
        if entry.name in ABOUT:
            yield ABOUT[entry.name], build_agenda(entry, portfolio)
        if entry.name == "vaerested-toender":
            yield "card", build_card_report(entry, portfolio)


def files() -> Iterator[tuple[Path, str]]:
    """Every golden file with what it should hold."""
    for name, report in papers():
        for language in LANGUAGES:
            yield FOLDER / language / f"{name}.md", render_markdown_report(report, ReportStyle(language))


if __name__ == "__main__":
    for path, text in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
