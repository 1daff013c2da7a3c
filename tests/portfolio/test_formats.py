"""The formats, read back by programs that know nothing of ours: CSV, Excel, calendars, Markdown and HTML."""

import csv
import io
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import icalendar
import openpyxl
import pytest
import vobject
from golden import papers
from hostile import EVERY
from hypothesis import given, settings, strategies as st
from markdown_it import MarkdownIt
from portfolios import TODAY, agreement, example, own, whole

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import Money, Number
from partnerskab_cli.model.choices import Side
from partnerskab_cli.portfolio.deadlines import EVERYTHING, select_deadlines
from partnerskab_cli.portfolio.portfolio import Portfolio
from partnerskab_cli.portfolio.registry import build_report
from partnerskab_cli.portfolio.report import Chart, PortfolioReport, ReportRow, ReportTable, make_rows, number_column, text_column
from partnerskab_cli.render.charts import render_chart
from partnerskab_cli.render.ics import render_calendar
from partnerskab_cli.render.report_registry import PAPER_FORMATS
from partnerskab_cli.render.site import render_site
from partnerskab_cli.render.theme import ReportStyle, build_theme
from partnerskab_cli.text.localized import LANGUAGES, Language, Text

PAPERS = dict(papers())
DANISH = ReportStyle("da", build_theme(own()))
NAUGHTY = st.text(alphabet=st.sampled_from("=+-@\t\r\n|*_`<>[](){}#!~:;,.\"'&\\$%^ aæøå1\u200b\u202e\x1b\x00＝＋－＠"), max_size=30)
LIVE = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet reckon, at the beginning of a cell or after blanks."""


def made(name: str, report: PortfolioReport, language: Language = "da") -> Any:
    return PAPER_FORMATS[name].render(report, ReportStyle(language, build_theme(own())))


def one_cell(text: str) -> PortfolioReport:
    """A paper with one table of one text."""
    plain = Text(text, text)
    return PortfolioReport(
        "x",
        Text("T", "T"),
        TODAY,
        (ReportTable("t", plain, (text_column("a", "A", "A"), text_column("b", "B", "B")), (ReportRow((text, "ende")),), (plain,)),),
        (plain,),
    )


@pytest.mark.parametrize("form", PAPER_FORMATS)
@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_gives_the_same_bytes(form: str, name: str) -> None:
    assert made(form, PAPERS[name]) == made(form, PAPERS[name])


@pytest.mark.parametrize("name", PAPERS)
def test_plain_csv_reads_back(name: str) -> None:
    table = PAPERS[name].main
    head, *lines = csv.reader(io.StringIO(made("csv", PAPERS[name])))
    assert head == [column.key for column in table.columns]
    assert len(lines) == len(table.rows)
    for line, row in zip(lines, table.rows, strict=True):
        for text, cell in zip(line, row.cells, strict=True):
            if isinstance(cell, Money):
                whole_part, cents = text.split(".")
                assert int(whole_part) * 100 + int(cents) == cell.cents
            elif isinstance(cell, date):
                assert date.fromisoformat(text) == cell
            elif type(cell) is int:
                assert int(text) == cell


def test_plain_csv_is_the_same_in_both_languages() -> None:
    assert made("csv", PAPERS["economy"], "da") == made("csv", PAPERS["economy"], "en")


@pytest.mark.parametrize("name", PAPERS)
def test_danish_csv_reads_back(name: str) -> None:
    table, text = PAPERS[name].main, made("csv-excel", PAPERS[name])
    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    head, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert head == [column.title.da for column in table.columns]
    for line, row in zip(lines, table.rows, strict=True):
        for message, cell in zip(line, row.cells, strict=True):
            if isinstance(cell, Money):
                assert int(message.replace(",", "")) == cell.cents
            elif isinstance(cell, date):
                assert datetime.strptime(message, "%d-%m-%Y").date() == cell  # noqa: DTZ007 - a day


@given(NAUGHTY)
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    for form, separator in (("csv", ","), ("csv-excel", ";")):
        for line in csv.reader(io.StringIO(made(form, one_cell(text)).removeprefix("\ufeff"), newline=""), delimiter=separator):
            assert len(line) == 2
            assert not any(cell.strip().startswith(LIVE) for cell in line)
            assert not any(letter in cell for cell in line for letter in "\x1b\x00\u202e\u200b\r\n")


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u3000 "])
@pytest.mark.parametrize("letter", LIVE)
def test_what_would_make_a_spreadsheet_reckon_is_marked_as_text(letter: str, blank: str) -> None:
    _, (cell, _) = csv.reader(io.StringIO(made("csv", one_cell(f"{blank}{letter}1+1"))))
    assert cell == f"'{blank}{letter}1+1"


TYPED = {
    "a text": ("Kaffe; te, kage", "Kaffe; te, kage", "Kaffe; te, kage"),
    "an amount": (Money(15005), "150.05", "150,05"),
    "a debt": (Money(-5), "-0.05", "-0,05"),
    "a number": (Number(250), "2.5", "2,5"),
    "a count": (1234, "1234", "1234"),
    "a minus": (-3, "-3", "-3"),
    "a day": (date(2026, 3, 1), "2026-03-01", "01-03-2026"),
    "yes": (True, "true", "ja"),
    "no": (False, "false", "nej"),
    "nothing": (None, "", ""),
    "several": (("b", "=a"), "b; =a", "b; =a"),
    "several that begin badly": (("=a", "b"), "'=a; b", "'=a; b"),
    "in two languages": (Text(da="mål", en="goal"), "mål", "mål"),
    "a choice": (Side.VOLUNTARY, "voluntary", "Frivillig"),
    "lines": ("a\r\nb\nc", "a b c", "a b c"),
    "quotation marks": ('"a"', '"a"', '"a"'),
}


@pytest.mark.parametrize(("cell", "plain", "danish"), TYPED.values(), ids=TYPED)
def test_a_cell_is_what_its_reader_takes_it_for(cell: Any, plain: str, danish: str) -> None:
    paper = one_cell("x")._replace(tables=(one_cell("x").main._replace(rows=(ReportRow((cell, cell)),)),))
    assert list(csv.reader(io.StringIO(made("csv", paper))))[1] == [plain] * 2
    assert list(csv.reader(io.StringIO(made("csv-excel", paper).removeprefix("\ufeff"), newline=""), delimiter=";"))[1] == [danish] * 2
    assert all(line.startswith('"') and line.endswith('"') for line in made("csv", paper).splitlines())


def book(report: PortfolioReport) -> Any:
    return openpyxl.load_workbook(io.BytesIO(made("xlsx", report)))


@pytest.mark.parametrize("name", PAPERS)
def test_excel_reads_back(name: str) -> None:
    paper, read = PAPERS[name], book(PAPERS[name])
    assert len(read.sheetnames) == len(paper.tables) + 1
    assert read.sheetnames[-1] == "Læs mig"
    for table, sheet in zip(paper.tables, read.worksheets, strict=False):
        lines = list(sheet.iter_rows(min_row=2, max_row=1 + len(table.rows), values_only=True)) if table.rows else []
        for line, row in zip(lines, table.rows, strict=True):
            for value, cell in zip(line, row.cells, strict=True):
                if isinstance(cell, Money):
                    assert round(value * 100) == cell.cents
                elif isinstance(cell, date):
                    assert value.date() == cell
                elif type(cell) is int:
                    assert value == cell
                elif cell is None:
                    assert value is None


def test_excel_keeps_the_head_and_prints_on_one_page_across() -> None:
    sheet = book(PAPERS["economy"]).worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert list(sheet.tables)


@settings(max_examples=25)
@given(NAUGHTY)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(text: str) -> None:
    for sheet in book(one_cell(text)).worksheets:
        for line in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in line)


def test_json_keeps_names_and_amounts() -> None:
    content = json.loads(made("json", PAPERS["economy"], "da"))
    english = json.loads(made("json", PAPERS["economy"], "en"))
    assert content["report"] == "economy"
    assert content["today"] == "2026-03-01"
    for item, other in zip(content["tables"], english["tables"], strict=True):
        assert [column["key"] for column in item["columns"]] == [column["key"] for column in other["columns"]]
    assert content["tables"][0]["rows"][0]["y2025"] == {"amount": "11250.00", "currency": "DKK"}


def events(portfolio: Portfolio, language: Language = "da") -> list[icalendar.Event]:
    text = render_calendar(select_deadlines(portfolio, EVERYTHING), portfolio, language)
    return [node for node in icalendar.Calendar.from_ical(text).walk("VEVENT") if isinstance(node, icalendar.Event)]


def test_the_calendar_holds_every_deadline() -> None:
    due_items = select_deadlines(example(), EVERYTHING)
    read = events(example())
    assert [event.start for event in read] == [due_item.duty.day for due_item in due_items]
    assert all((event.end - event.start).days == 1 for event in read)
    assert len({str(event["UID"]) for event in read}) == len(read)


def test_a_second_reader_reads_the_calendar_too() -> None:
    text = render_calendar(select_deadlines(example(), EVERYTHING), example(), "da")
    read = vobject.readOne(text)
    assert read.method.value == "PUBLISH"
    assert sorted(item.dtstart.value for item in read.vevent_list) == [
        deadline.duty.day for deadline in select_deadlines(example(), EVERYTHING)
    ]
    certain = [item for item in read.vevent_list if "status" not in item.contents]
    assert all(item.valarm.trigger.value.days < 0 for item in certain)
    assert [item for item in read.vevent_list if item not in certain and "valarm" in item.contents] == []


def test_lines_of_the_calendar_are_short_and_ours() -> None:
    text = render_calendar(select_deadlines(example(), EVERYTHING), example(), "da")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


def test_the_stamp_of_an_event_is_the_agreement_s_own() -> None:
    stamps = {str(event["UID"]).split(".")[0]: event.DTSTAMP.date() for event in events(example())}
    assert stamps["naboer-mod-ensomhed"] == date(2026, 1, 12)


GOAL = "periode: {{start: 2026-01-01, slut: 2026-12-31}}\nmål: {{id: sang, tekst: {}, frist: {}}}\n"


def test_an_event_keeps_its_identity_when_its_day_moves() -> None:
    early, late = (events(whole(agreement(GOAL.format("Alle synger", day)))) for day in ("2026-06-01", "2026-09-01"))
    assert {str(event["UID"]) for event in early} == {str(event["UID"]) for event in late}


@given(NAUGHTY)
def test_no_text_breaks_out_of_an_event(text: str) -> None:
    quoted = json.dumps("x" + text.replace("\x00", ""), ensure_ascii=True)
    try:
        item = agreement(GOAL.format(quoted, "2026-06-01"))
    except AssertionError:
        return
    expected = 2 if item.goals else 1
    assert len(events(whole(item))) == expected


INJECTIONS = tuple(text for text in EVERY if text.strip("\ufeff\u200b"))


def structure(text: str) -> list[tuple[str, str]]:
    """What a reader of Markdown makes of a text, its words left out."""
    reader = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    return [(token.type, token.tag) for token in reader.parse(text) if token.type != "inline"]


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_text_comes_alive_in_markdown(text: str) -> None:
    reader = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    tokens = reader.parse(made("md", one_cell(text)))
    inline = [child.type for token in tokens for child in token.children or ()]
    assert set(inline) <= {"text", "text_special"}
    assert structure(made("md", one_cell(text))) == structure(made("md", one_cell("harmløs")))


class Page(HTMLParser):
    """The elements of a page, and what is in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(text: str) -> Page:
    read = Page()
    read.feed(text)
    return read


def elements(text: str) -> list[str]:
    return [tag for tag, _ in page(text).found]


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_text_comes_alive_in_a_page(text: str) -> None:
    content = made("html", one_cell(text))
    calm = re.sub(r"""[<>"'&]""", "x", text)  # as long, and read the same way
    assert elements(content) == elements(made("html", one_cell(calm)))
    assert not any(name.startswith("on") for _, attributes in page(content).found for name in attributes)


def pages() -> Iterator[tuple[str, str]]:
    for name, report in PAPERS.items():
        for language in LANGUAGES:
            yield f"{name}-{language}", made("html", report, language)
    yield from render_site(example(), DANISH).items()


PAGES = dict(pages())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_alone(name: str) -> None:
    read = page(PAGES[name])
    assert not [tag for tag, _ in read.found if tag in {"link", "iframe", "object", "embed", "base"}]
    assert all((attributes.get("src") or "data:").startswith("data:") for _, attributes in read.found)
    outside = [attributes["href"] for tag, attributes in read.found if tag == "a" and re.match(r"[a-z]+:", attributes.get("href") or "")]
    assert outside == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_lets_in_only_its_own_style_and_script(name: str) -> None:
    text = PAGES[name]
    policy = next(
        attributes["content"] or "" for tag, attributes in page(text).found if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for kind, block in (("style-src", r"<style>(.*?)</style>"), ("script-src", r"<script>(.*?)</script>")):
        for inside in re.findall(block, text, re.DOTALL):
            assert f"{kind} 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert "script-src" in policy or "<script" not in text
    assert " style=" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_well_by_ear(name: str) -> None:
    read = page(PAGES[name])
    tags = [tag for tag, _ in read.found]
    assert tags.count("h1") == tags.count("main") == tags.count("title") - tags.count("svg") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert all(attributes.get("scope") for tag, attributes in read.found if tag == "th")
    assert all(attributes.get("role") == "img" and attributes.get("aria-labelledby") for tag, attributes in read.found if tag == "svg")
    ids = [attributes["id"] for _, attributes in read.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for _, attributes in read.found:
        assert set((attributes.get("aria-labelledby") or "").split()) <= known
        assert (attributes.get("for") or next(iter(known))) in known
        target = attributes.get("href") or ""
        assert not target.startswith("#") or target[1:] in known


@pytest.mark.parametrize("name", PAGES)
def test_the_language_of_a_page_is_said(name: str) -> None:
    root = next(attributes for tag, attributes in page(PAGES[name]).found if tag == "html")
    assert root["lang"] == ("en" if name.endswith("-en") else "da")


def hostile() -> Agreement:
    """An agreement with something nasty in everything that is public."""
    bad = json.dumps("</script><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }}")
    return agreement(
        f"titel: {bad}\nformidling: {{oversigt: {bad}}}\nformål: {bad}\nmålgruppe: {bad}\ngeografi: [{bad}]\nområde: ældre\nrelaterede: [kaffe]\n"
        f"mål: {{tekst: {bad}}}\n",
        head="id: kaffe\nformalitet: samarbejdsaftale\nstatus: aktiv\n",
    )


def test_no_text_comes_alive_on_the_site() -> None:
    for name, text in render_site(whole(hostile()), DANISH).items():
        read = page(text)
        assert "{{ 7*7 }}" in "".join(read.texts)
        assert "img" not in elements(text)
        assert elements(text).count("script") == (2 if name == "index.html" else 0)


def test_the_site_shows_only_what_is_public() -> None:
    item = agreement(
        "formidling: {oversigt: Kom og vær med.}\nmålgruppe: {tekst: Alle, sårbare: ja}\njournalnummer: 27.15.12-G01-3-26\n"
        "risici: {tekst: Hemmelig risiko}\nordliste: {ord: sang, forklaring: lyd}\ntilskud: {beløb: 1234567, betingelser: Hemmelig betingelse}\n"
    )
    content = "".join(render_site(whole(item), DANISH).values())
    assert "Kom og vær med." in content
    assert all(word not in content for word in ("formand", "konsulent", "27.15", "Hemmelig", "1.234.567"))


def test_the_site_has_a_page_for_each_offer() -> None:
    results = render_site(example(), DANISH)
    offers = {row.entry.name for row in build_report("overview", example()).main.rows if row.entry}
    assert set(results) == {"index.html", *(f"{name}.html" for name in offers)}
    read = page(results["index.html"])
    links = {attributes["href"] for tag, attributes in read.found if tag == "a" and (attributes.get("href") or "").endswith(".html")}
    assert links == set(results) - {"index.html"}


def test_without_a_script_the_site_is_a_plain_list() -> None:
    read = page(render_site(example(), DANISH)["index.html"])
    assert not [attributes for tag, attributes in read.found if tag == "article" and "hidden" in attributes]
    assert ["hidden" in attributes for tag, attributes in read.found if tag == "form"] == [True]


def test_names_of_pages_are_safe_and_no_two_alike() -> None:
    heads = ("con", "index", "../../x", "a" * 200, "kaffe", "kaffe")
    some = [
        agreement("formidling: {oversigt: Kom.}\n", head=f"titel: T{number}\nformalitet: mundtlig\nstatus: aktiv\n")
        for number, _ in enumerate(heads)
    ]
    portfolio = whole(*some)
    renamed = replace(
        portfolio,
        entries=tuple(
            entry._replace(name=name, path=str(number)) for number, (entry, name) in enumerate(zip(portfolio.entries, heads, strict=True))
        ),
    )
    names = set(render_site(renamed, DANISH))
    assert len(names) == len(heads) + 1
    assert all(re.fullmatch(r"[a-z0-9-]{1,90}\.html", name) for name in names)
    assert not names & {"con.html"}


def test_a_chart_says_what_its_table_says() -> None:
    text = made("html", PAPERS["coverage"])
    drawn = re.search(r"<svg.*?</svg>", text, re.DOTALL)
    assert drawn
    assert "Tallene står i tabellen nedenfor." in drawn[0]
    table = PAPERS["coverage"].tables[0]
    for row in table.rows:
        assert f">{row.cells[0]}</text>" in drawn[0]


def test_a_chart_says_every_name_to_the_letter() -> None:
    counted = (text_column("place", "Sted", "Place"), number_column("full", "Gældende", "In force"), number_column("coming", "KEY", "KEY"))
    table = ReportTable(
        "places",
        Text("Steder", "Places"),
        counted,
        make_rows([("KEYHOLE", 1, 2), ("{key}", 2, 3)]),
        chart=Chart("place", ("full", "coming")),
    )
    drawn = render_chart(table, "da", date(2026, 6, 1))
    assert all(f">{name}</text>" in drawn for name in ("KEYHOLE", "{key}", "KEY"))


def test_each_year_of_a_chart_looks_like_no_other() -> None:
    years = "periode: {start: 2026-01-01, slut: 2030-12-31}\ntilskud: {beløb: 500000, lovgrundlag: sel_18}\n"
    drawn = re.search(r"<svg.*?</svg>", made("html", build_report("economy", whole(agreement(years)))), re.DOTALL)
    assert drawn
    key = re.findall(r'<rect class="bar (\w+)" x="(\d+)" y="4"', drawn[0])
    assert len({pattern for pattern, _ in key}) == len(key) == 5
    assert all(int(left) < 700 for _, left in key)
    assert set(re.findall(r"url\(#([\w-]+)\)", drawn[0])) <= set(re.findall(r'<pattern id="([\w-]+)"', drawn[0]))


def test_amounts_of_two_currencies_are_never_drawn_together() -> None:
    two = "periode: {start: 2026-01-01, slut: 2026-12-31}\ntilskud: [{beløb: 10, lovgrundlag: sel_18}, {beløb: 20, valuta: EUR, lovgrundlag: fond}]\n"
    assert "<svg" not in made("html", build_report("economy", whole(agreement(two))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_in_the_language_that_is_asked_for(language: Language) -> None:
    word = {"da": "Frister", "en": "Deadlines"}[language]
    for form in ("md", "html", "json"):
        assert word in made(form, PAPERS["deadlines"], language)
