"""The reports: as they were read and approved, in both languages, and their numbers reckoned anew by other means."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from golden import FOLDER, files, papers
from portfolios import PROJECT, TODAY, UNREAD, agreement, example, own, whole

from partnerskab_cli.model.amounts import Number
from partnerskab_cli.model.status import EffectiveStatus
from partnerskab_cli.portfolio.development import view_as_of
from partnerskab_cli.portfolio.registry import REPORTS, build_report, find_report_name
from partnerskab_cli.portfolio.report import ColumnKind, PortfolioReport
from partnerskab_cli.render.json import render_json_report as as_json
from partnerskab_cli.render.theme import ReportStyle
from partnerskab_cli.text.localized import Text

GOLDEN = list(files())


@pytest.mark.parametrize(("path", "text"), GOLDEN, ids=[f"{path.parent.name}-{path.stem}" for path, _ in GOLDEN])
def test_the_report_is_as_it_was_approved(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text


def test_no_golden_file_is_left_over() -> None:
    assert {path for path, _ in GOLDEN} == set(FOLDER.rglob("*.md"))


def test_every_row_has_a_cell_for_every_column() -> None:
    for _, report in papers():
        for table in report.tables:
            assert all(len(row.cells) == len(table.columns) for row in table.rows)
            assert len({column.key for column in table.columns}) == len(table.columns)
        assert len({table.key for table in report.tables}) == len(report.tables)


def test_days_and_amounts_stand_in_their_own_columns() -> None:
    for _, report in papers():
        for table in report.tables:
            for place, column in enumerate(table.columns):
                cells = [row.cells[place] for row in table.rows if row.cells[place] is not None]
                assert (column.kind is ColumnKind.DAY) <= all(isinstance(cell, date) for cell in cells)
                assert (column.kind is ColumnKind.NUMBER) <= all(type(cell) is int or isinstance(cell, Number) for cell in cells)


def test_every_report_answers_to_its_danish_name() -> None:
    assert all(find_report_name(listed.danish) == name == find_report_name(name) for name, listed in REPORTS.items())
    assert find_report_name("OEKONOMI") == "economy"
    assert find_report_name("dialogue_meeting") == "dialogue-meeting"
    assert find_report_name("vrøvl") is None


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "development"])
def test_a_broken_file_is_never_forgotten(name: str) -> None:
    paper = build_report(name, whole(agreement(), broken=(UNREAD,)))
    content = as_json(paper, ReportStyle("da"))
    assert ("1 fil kunne ikke læses" if paper.public else UNREAD.path) in content


def test_an_empty_portfolio_has_every_report() -> None:
    for name in REPORTS:
        if name != "development":
            assert build_report(name, whole(profile=own())).tables


def test_what_could_not_be_read_in_an_agreement_is_told() -> None:
    report = build_report("economy", whole(agreement("tilskud: {beløb: mange penge, lovgrundlag: sel_18}\n")))
    assert any("kaffe" in note.da for note in report.lead)


def rows(report: str, table: str) -> list[dict[str, Any]]:
    """The rows of a table as a machine reads them."""
    content = json.loads(as_json(build_report(report, example()), ReportStyle("en")))
    (result,) = (item for item in content["tables"] if item["key"] == table)
    return list(result["rows"])


def raw() -> dict[str, dict[str, Any]]:
    """The example record as any other program reads it."""
    paths = (PROJECT / "agreements").glob("*.yaml")
    return {path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in paths}  # noqa: S506 - our own files


def key(item: dict[str, Any], *names: str) -> Any:
    return next((item[name] for name in names if name in item), None)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


IN_FORCE = {"aktiv", "active", "underskrevet", "genforhandling", "renegotiation"}


def test_the_statuses_count_every_file() -> None:
    states = Counter(item["status"] for item in raw().values())
    lines = {row["status"]: row["agreements"] for row in rows("summary", "statuses")}
    assert lines["idea"] == states["idé"] + states["idea"]
    assert lines["draft"] == states["udkast"] + states["draft"]
    assert lines["ended"] == states["ophørt"] + states["ended"]
    assert lines["active"] + lines["signed"] + lines.get("coming", 0) == states["aktiv"] + states["active"] + states["underskrevet"]
    assert sum(lines.values()) == len(raw())


def test_the_themes_count_the_agreements_in_force() -> None:
    english = {"ældre": "older_people", "aeldre": "older_people", "ensomhed": "loneliness", "sundhed": "health"}
    holding = [item for item in raw().values() if item["status"] in IN_FORCE]
    counted = Counter(english.get(theme, theme) for item in holding for theme in listed(key(item, "område", "omraade", "theme")))
    lines = {row["theme"]: row["in_force"] for row in rows("summary", "themes")}
    assert {name: lines[name] for name in ("older_people", "loneliness", "health")} == {
        name: counted[name] for name in ("older_people", "loneliness", "health")
    }


def test_the_places_count_the_agreements_in_force() -> None:
    holding = [item for item in raw().values() if item["status"] in IN_FORCE]
    counted = Counter(place for item in holding for place in listed(key(item, "geografi", "geography")))
    lines = {row["place"]: row["in_force"] for row in rows("coverage", "places")}
    assert lines == {place: counted[place] for place in own().places}
    assert [place for place, count in lines.items() if not count] == ["Agerskov"]


def test_the_policy_counts_who_supports_it() -> None:
    holding = [item for item in raw().values() if item["status"] in IN_FORCE]
    support = [key(item, "politik", "policy") or {} for item in holding]
    goals = Counter(int(number) for item in support for number in listed(key(item, "mål", "maal", "goals")))
    lines = {row["number"]: row["in_force"] for row in rows("policy", "policy") if row["kind"] == "goal"}
    assert lines == {number: goals[number] for number in range(1, 9)}


def test_the_section_18_money_of_the_year() -> None:
    granted = 0
    for item in raw().values():
        for grant in listed(key(item, "tilskud", "grant")):
            if item["status"] in IN_FORCE and key(grant, "lovgrundlag", "legal_basis") in {"sel_18", "social_services_18"}:
                granted += int(
                    str(key(grant, "beløb", "beloeb", "amount")).removesuffix(" kr.").removesuffix(",00").replace(".", "").replace("_", "")
                )
    (row,) = (row for row in rows("economy", "frame_18") if row["year"] == TODAY.year)
    assert row["granted"] == {"amount": f"{granted}.00", "currency": "DKK"}
    assert row["left"] == {"amount": f"{400_000 - granted}.00", "currency": "DKK"}


def test_the_rows_of_a_year_add_up_to_the_total() -> None:
    bases = rows("economy", "bases")
    for column in ("y2025", "y2026", "y2027", "y2028", "total"):
        *parts, total = (round(float(row[column]["amount"]) * 100) if row[column] else 0 for row in bases)
        assert sum(parts) == total


def test_every_deadline_is_in_the_year_ahead_or_stands_in_a_file() -> None:
    texts = " ".join(path.read_text(encoding="utf-8") for path in (PROJECT / "agreements").glob("*.yaml"))
    for row in rows("deadlines", "deadlines"):
        reckoned = row["expected"] or row["kind"] in {"notice", "deliverable", "declaration", "latest_end"}
        assert reckoned or row["day"] in texts


PAST = """
periode: {start: 2025-01-01, slut: 2025-12-31}
underskrifter: [{part: venner, dato: 2024-12-01}, {part: kommunen, dato: 2024-12-15}]
"""


@pytest.mark.parametrize(
    ("status", "day", "stood"),
    [
        ("aktiv", date(2024, 11, 1), None),
        ("aktiv", date(2024, 12, 10), EffectiveStatus.COMING),
        ("aktiv", date(2024, 12, 24), EffectiveStatus.SIGNED),
        ("aktiv", date(2025, 6, 1), EffectiveStatus.ACTIVE),
        ("aktiv", date(2026, 6, 1), EffectiveStatus.EXPIRED),
        ("ophørt", date(2025, 6, 1), EffectiveStatus.ACTIVE),
        ("ophørt", date(2026, 6, 1), EffectiveStatus.ENDED),
        ("udkast", date(2025, 6, 1), None),
    ],
)
def test_how_an_agreement_stood(status: str, day: date, stood: EffectiveStatus | None) -> None:
    item = agreement(PAST, head=f"id: k\ntitel: K\nformalitet: samarbejdsaftale\nstatus: {status}\n")
    assert [entry.standing for entry in view_as_of(whole(item), day).entries] == ([stood] if stood else [])


def test_the_past_is_not_read_into_the_present() -> None:
    assert {entry.name for entry in view_as_of(example(), date(2024, 1, 1)).entries} == set()


def test_a_contact_that_carries_too_many_is_seen() -> None:
    many = [agreement(head=f"id: nr-{number}\ntitel: Nr. {number}\nformalitet: mundtlig\nstatus: aktiv\n") for number in range(6)]
    report: PortfolioReport = build_report("fragility", whole(*many))
    carriers = next(table for table in report.tables if table.key == "carriers")
    lines = {(row.cells[0], row.cells[1]): row.cells[2:4] + row.cells[5:] for row in carriers.rows}
    assert lines["Vennerne", "formand"] == (6, 6, True)
    assert lines["Tønder Kommune", "konsulent"] == (6, 0, False)


def test_a_public_report_shows_only_what_is_public() -> None:
    item = agreement(
        "formidling: {oversigt: Kom og vær med.}\nmålgruppe: {tekst: Alle i byen, sårbare: ja}\njournalnummer: 27.15.12-G01-3-26\n"
        "risici: {tekst: Hemmelig risiko}\n"
    )
    content = as_json(build_report("overview", whole(item)), ReportStyle("da"))
    assert "Kom og vær med." in content
    assert all(word not in content for word in ("formand", "konsulent", "27.15", "Hemmelig"))


@pytest.mark.parametrize("text", ["formidling: {oversigt: Kom og vær med., offentlig: nej}\n", "formidling: {borgere: Plakater}\n", ""])
def test_who_does_not_want_to_be_shown_is_not(text: str) -> None:
    assert build_report("overview", whole(agreement(text))).tables[0].rows == ()


def test_a_title_stands_in_both_languages() -> None:
    for _, report in papers():
        texts = [
            report.title,
            *report.lead,
            *(table.title for table in report.tables),
            *(column.title for table in report.tables for column in table.columns),
        ]
        assert all(isinstance(text, Text) and text.da and text.en for text in texts)
