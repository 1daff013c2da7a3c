"""Write what the project's declarations say once more for others: the pages of commands, reports, rules and fields, the JSON Schemas, and the table of options that completion reads.

`python scripts/generate.py` writes them; a test holds that they are written.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir
from datetime import date
from functools import cache, partial
from pathlib import Path

from partnerskab_cli.cli.command_reference import build_commands_reference, dump_completion_table
from partnerskab_cli.create.json_schema import dump_schema
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.help.field_reference import build_fields_reference
from partnerskab_cli.help.rule_list import build_rules_reference
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.grant_examples import sum_blocks
from partnerskab_cli.portfolio.development import build_development_report, view_as_of
from partnerskab_cli.portfolio.portfolio import Portfolio
from partnerskab_cli.portfolio.registry import REPORTS, build_report
from partnerskab_cli.portfolio.report import PortfolioReport, ReportTable
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.render.cells import build_legend
from partnerskab_cli.render.page_markdown import render
from partnerskab_cli.render.report_markdown import escape_block, escape_cell, render_rows
from partnerskab_cli.text.localized import Language, Text
from partnerskab_cli.text.page import Page
from partnerskab_cli.workspace.files import open_workspace
from partnerskab_cli.workspace.global_options import GlobalOptions
from partnerskab_cli.workspace.load_portfolio import load_portfolio

PROJECT = Path(__file__).parent.parent


def page(build: Callable[[], Page], language: Language) -> str:
    """A page of the documentation."""
    return render(build(), TerminalStyle(language))


TODAY, BEFORE = date(2026, 3, 1), date(2025, 3, 1)
MOST_ROWS = 4
ABOUT_REPORTS = Text(
    da="""# Rapporter

`partnerskab portefølje RAPPORT` viser, hvad alle aftalerne siger tilsammen. Her står hver rapport med det, den er til, og et eksempel fra
[eksempelsamlingen](../agreements/README.md), som den så ud {today}; af lange tabeller kun begyndelsen.

Alle rapporter kan skrives som tabel i terminalen, Markdown, HTML, CSV, Excel og JSON (`--format`), til en fil, hvis endelse bestemmer formatet (`-o økonomi.xlsx`), og kun med de aftaler, I vil se
(`--where område=ældre`). [Alle valg](commands.da.md) står ved kommandoerne `portefølje`, `frister` og `dagsorden`.""",
    en="""# Reports

`partnerskab portfolio REPORT` shows what all agreements say together. Here is each report with what it is for, and an example from the
[example record](../agreements/README.md) as it stood on {today}; of long tables only the beginning.

Every report can be written as a table in the terminal, as Markdown, HTML, CSV, Excel and JSON (`--format`), to a file whose ending decides the format (`-o economy.xlsx`), and with only the agreements
you want to see (`--where theme=older_people`). [All options](commands.en.md) stand with the commands `portfolio`, `deadlines` and `agenda`.""",
)
FOR: Mapping[str, Text] = {
    "summary": Text(
        da="Til alle, der vil have det hele på ét papir: nøgletal, aftaler og det, der haster.",
        en="For everyone who wants it all on one paper: key figures, agreements, and what is urgent.",
    ),
    "overview": Text(
        da="Til borgerne, en gang om året. Kun det, der må vises for alle; hver forening får lige meget plads. `partnerskab hjemmeside` gør "
        "den til en hjemmeside.",
        en="For the citizens, once a year. Only what may be shown to everyone; every association gets the same room. `partnerskab site` makes "
        "a web site of it.",
    ),
    "dialogue-meeting": Text(
        da="Til frivilligråd og udvalg, når de mødes: det nye, det, der slutter, det, der er gået over tiden, og det, I lærte. "
        "`partnerskab dagsorden` skriver den som en dagsorden.",
        en="For the volunteer council and the committee when they meet: what is new, what ends, what is overdue, and what you learnt. "
        "`partnerskab agenda` writes it as an agenda.",
    ),
    "deadlines": Text(
        da="Til koordinatoren: alt, der har en dag, også som kalender. `partnerskab frister` viser det samme og kan mere.",
        en="For the coordinator: everything that has a day, also as a calendar. `partnerskab deadlines` shows the same and can do more.",
    ),
    "economy": Text(
        da="Til udvalget: tilskud år for år, efter lovgrundlag og part, § 18-rammen, udbetalinger efter dato, budget og bidrag, og det, der ikke kan tælles.",
        en="For the committee: grants year by year, by legal basis and party, the section 18 budget, payments by date, budgets and contributions, and what cannot be counted.",
    ),
    "insurance-list": Text(
        da="Til forsikringskontoret: hvem der er indmeldt, godkendt og registreret, og hvem der venter.",
        en="For the insurance office: who has been reported, approved and registered, and who waits.",
    ),
    "checklist": Text(
        da="Til koordinatoren: de tretten punkter, aftale for aftale.",
        en="For the coordinator: the thirteen points, agreement by agreement.",
    ),
    "principles": Text(
        da="Til dem, der følger strategien: hvor holdepunkterne kan ses i aftalerne.",
        en="For those who follow the strategy: where its principles can be seen in the agreements.",
    ),
    "policy": Text(
        da="Til dem, der skal forny politikken: hvilke mål og handlinger aftalerne støtter, og hvor der er huller.",
        en="For those who renew the policy: which goals and actions the agreements support, and where the holes are.",
    ),
    "coverage": Text(
        da="Til udvalget: hvilke steder, områder og målgrupper aftalerne når, og hvilke de ikke når.",
        en="For the committee: which places, themes and target groups the agreements reach, and which they do not.",
    ),
    "fragility": Text(
        da="Til ledelsen: det, der hænger på én kontakt, og de kontakter, der bærer mange aftaler.",
        en="For the management: what hangs on one contact, and the contacts that carry many agreements.",
    ),
    "catalogue": Text(
        da="Til foreningerne: idéer fra begge sider, der venter på en partner.",
        en="For the associations: ideas from both sides that wait for a partner.",
    ),
    "learning": Text(
        da="Til begge parter: hvad der blev nået, hvad der stoppede, og hvad I lærte af det.",
        en="For both parties: what was reached, what ended, and what you learnt from it.",
    ),
    "partnership-test": Text(
        da="Til begge parter: de seks kendetegn på et partnerskab, med de felter, svaret er fundet i. Den beskriver; den giver ingen karakter.",
        en="For both parties: the six marks of a partnership, with the fields the answer was found in. It describes; it gives no grade.",
    ),
    "development": Text(
        da="Til udvalget, når en periode er gået: samlingen på to dage eller i to udgaver i git, side om side.",
        en="For the committee when a term has passed: the record on two days, or in two revisions in git, side by side.",
    ),
}


def reports(language: Language) -> str:
    """The page of the reports, each with what it says of the example record."""
    parts = [ABOUT_REPORTS.localize(language, today=TODAY), *(part for name in REPORTS for part in report(name, language))]
    return "\n\n".join(parts) + "\n"


def report(name: str, language: Language) -> Iterator[str]:
    """A report: its names, what it is for, how it is asked for, and the beginning of what it says."""
    danish, there = REPORTS[name].danish, name == "development"
    own, other, command = (danish, name, "portefølje") if language == "da" else (name, danish, "portfolio")
    yield f"## {own} · {other}"
    yield FOR[name].localize(language)
    yield f"```sh\npartnerskab {command} {own} --today {TODAY}{f' --compare-with {BEFORE}' if there else ''}\n```"
    report = build_development_report(record(), view_as_of(record(), BEFORE)) if there else build_report(name, record())
    for text in report.lead:
        yield escape_block(text.localize(language))
    for table in report.tables:
        yield from shown(table, report, language)
    if name == "economy":
        yield render(Page(report.title, sum_blocks()), TerminalStyle(language)).partition("\n\n")[2].rstrip()


@cache
def record() -> Portfolio:
    """The example record on its day."""
    with chdir(PROJECT):
        return load_portfolio(open_workspace([]), TODAY, (), GlobalOptions(quiet=True))


def shown(table: ReportTable, report: PortfolioReport, language: Language) -> Iterator[str]:
    """A table under its title, with its first rows."""
    if table.title != report.title:
        yield f"### {escape_cell(table.title.localize(language))}"
    yield "\n".join(render_rows(table._replace(rows=table.rows[:MOST_ROWS]), language))
    if len(table.rows) > MOST_ROWS:
        yield MORE.localize(language, count=len(table.rows) - MOST_ROWS)
    for text in (*build_legend(table), *table.notes):
        yield escape_block(text.localize(language))


MORE = Text(da="… og {count} {count:række|rækker} til.", en="… and {count} more {count:row|rows}.")
FILES: Mapping[str, Callable[[], str]] = {
    "docs/commands.da.md": partial(page, build_commands_reference, "da"),
    "docs/commands.en.md": partial(page, build_commands_reference, "en"),
    "docs/reports.da.md": partial(reports, "da"),
    "docs/reports.en.md": partial(reports, "en"),
    "docs/rules.da.md": partial(page, build_rules_reference, "da"),
    "docs/rules.en.md": partial(page, build_rules_reference, "en"),
    "docs/fields.da.md": partial(page, build_fields_reference, "da"),
    "docs/fields.en.md": partial(page, build_fields_reference, "en"),
    "src/partnerskab_cli/cli/parameters.json": dump_completion_table,
    "schema/aftale.da.schema.json": partial(dump_schema, Agreement, "da"),
    "schema/agreement.en.schema.json": partial(dump_schema, Agreement, "en"),
    "schema/profil.da.schema.json": partial(dump_schema, Profile, "da"),
    "schema/profile.en.schema.json": partial(dump_schema, Profile, "en"),
}

if __name__ == "__main__":
    for name, content in FILES.items():
        path = PROJECT / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content(), encoding="utf-8", newline="\n")
