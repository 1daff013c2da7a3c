"""The yearly public overview as a web site that needs no server: one page with everything, and a page for each offer (S2 Handlinger 7)."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from ..documents.brief_answers import format_period
from ..model.choices import DocumentLanguage, Theme
from ..portfolio.idea_catalogue import list_public_contacts
from ..portfolio.portfolio import Portfolio
from ..portfolio.public_overview import TITLE_OF, Offer, describe_lead, list_offer_places, list_offers
from ..portfolio.report import Chart, ReportTable, make_rows, number_column, text_column
from ..source.files import read_own_text
from ..text.blocks import to_plain_text
from ..text.localized import Language, Text, escape_control_characters, format_value, make_danish_sort_key, slugify
from ..text.template_texts import localize_template_texts
from .charts import render_chart
from .file_names import LONGEST
from .html import PageStyle, build_page_style, hash_source
from .report_html import escape_text
from .templates import fill_template
from .theme import ReportStyle

SHEETS = ("report.css", "site.css")
SCRIPT = Path(__file__).parent / "site.js"
INDEX = "index"
SAYS = {
    "search": Text(da="Søg", en="Search"),
    "theme": Text(da="Område", en="Theme"),
    "place": Text(da="Sted", en="Place"),
    "group": Text(da="For hvem", en="For whom"),
    "all_themes": Text(da="Alle områder", en="All themes"),
    "all_places": Text(da="Alle steder", en="All places"),
    "everyone": Text(da="Alle", en="Everyone"),
    "everything": Text(da="Vis alle", en="Show all"),
    "find": Text(da="Find et fællesskab", en="Find a community"),
    "one": Text(da="Viser # tilbud", en="Showing # offer"),
    "many": Text(da="Viser # tilbud", en="Showing # offers"),
    "none": Text(da="Ingen tilbud passer. Prøv færre ord, eller vis alle.", en="No offer fits. Try fewer words, or show all."),
    "all": Text(da="Alle tilbud", en="All offers"),
    "back": Text(da="Tilbage til alle tilbud", en="Back to all offers"),
    "as_of": Text(da="Oversigten er fra {day}", en="The overview is of {day}"),
    "numbers": Text(da="Oversigten i tal", en="The overview in figures"),
}
BEHIND = Text(da="Hvem står bag", en="Who is behind it")
WHERE = Text(da="Hvor", en="Where")
WHOM = Text(da="For hvem", en="For whom")
CONTACT = Text(da="Kontakt", en="Contact")
SEE_ALSO = Text(da="Se også", en="See also")
COUNT = number_column("offers", "Tilbud", "Offers")


Told = tuple[Text, Sequence[str | None]]
"""A name, and the lines of what stands under it."""


class Fact(NamedTuple):
    """A fact under its name, in one or more lines; leading to other pages where it names them."""

    name: str
    lines: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()


class Card(NamedTuple):
    """An offer as the pages show it: all of them have the same room."""

    anchor: str
    page: str
    language: Language
    """Of the offer's own words."""
    title: str
    text: str
    facts: tuple[Fact, ...]
    themes: tuple[str, ...]


def render_site(portfolio: Portfolio, dress: ReportStyle) -> Mapping[str, str]:
    """Every page of the site by the name of its file.

    Raises:
        CommandError: a template of the record is wrong.

    """
    offers, language = list_offers(portfolio), dress.language
    names = name_pages(offers)
    others = {offer.entry.name: (names[offer.entry.path], escape_control_characters(offer.title)) for offer in offers}
    common = {
        "words": {**localize_template_texts(language), **localize_site_texts(portfolio, language)},
        "look": dress.look,
        "language": language,
    }
    cards = [build_card(offer, names, language) for offer in offers]
    pages = {f"{INDEX}.html": render_index(portfolio, offers, cards, common, dress)}
    for offer, short in zip(offers, cards, strict=True):
        values = {**common, "card": short, "facts": list_long_facts(offer, others, language), "style": build_site_style(short.title, dress)}
        pages[short.page] = fill_template("site-page.html.j2", "html", dress.own, values)
    return pages


def localize_site_texts(portfolio: Portfolio, language: Language) -> dict[str, str]:
    """The words of the site in one language."""
    return {name: text.localize(language, day=portfolio.today) for name, text in SAYS.items()}


def name_pages(every: Sequence[Offer]) -> Mapping[str, str]:
    """A safe file name for the page of each offer, by the path of its file."""
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for offer in every:
        stem = slugify(offer.entry.name)[:LONGEST].strip("-") or "tilbud"
        stem = f"{stem}-1" if stem == INDEX else stem
        taken[stem] += 1
        names[offer.entry.path] = f"{stem}.html" if taken[stem] == 1 else f"{stem}--{taken[stem]}.html"
    return names


def render_index(portfolio: Portfolio, every: Sequence[Offer], cards: list[Card], common: Mapping[str, object], dress: ReportStyle) -> str:
    """The page with everything."""
    language = dress.language
    script = read_own_text(SCRIPT).rstrip()
    choices = dump_site_data(every, cards)
    themes = [theme for theme in Theme if any(theme in offer.public.theme for offer in every)]
    title = escape_text(TITLE_OF, language)
    values: dict[str, object] = {
        **common,
        "title": title,
        "lead": escape_text(describe_lead(portfolio), language),
        "cards": cards,
        "themes": [(theme.get_key("en"), theme.localize(language)) for theme in themes],
        "places": [escape_control_characters(place) for place in list_offer_places(tuple(every), portfolio)],
        "groups": list_target_groups(every),
        "figures": [build_figure(table, portfolio, language) for table in build_theme_tables(every, portfolio, themes)],
        "script": Markup(script),  # noqa: S704 - our own file
        "script_hash": hash_source(script),
        "data": choices,
        "data_hash": hash_source(choices),
        "style": build_site_style(title, dress),
    }
    return fill_template("site.html.j2", "html", dress.own, values)


def build_card(offer: Offer, names: Mapping[str, str], language: Language) -> Card:
    """An offer in the same few words as every other."""
    page = names[offer.entry.path]
    themes = tuple(theme.localize(language) for theme in offer.public.theme)
    own: Language = "en" if offer.entry.agreement.language is DocumentLanguage.EN else "da"
    facts = build_facts(((BEHIND, offer.behind), *list_short_facts(offer)), language)
    return Card(
        page.removesuffix(".html"), page, own, escape_control_characters(offer.title), escape_control_characters(offer.text), facts, themes
    )


def build_facts(tolds: Iterable[Told], language: Language) -> tuple[Fact, ...]:
    """What there is to say, under its names; nothing of what nobody has said."""
    facts = (Fact(escape_text(name, language), clean_lines(lines)) for name, lines in tolds)
    return tuple(fact for fact in facts if fact.lines)


def list_short_facts(offer: Offer) -> tuple[Told, ...]:
    """For whom, where, and whom to ask."""
    public = offer.public
    return (
        (WHOM, (public.target_group.text if public.target_group else None,)),
        (WHERE, (", ".join(public.geography),)),
        (CONTACT, list_public_contacts(public) if any(party.contacts for party in public.parties) else ()),
    )


def list_long_facts(offer: Offer, others: Mapping[str, tuple[str, str]], language: Language) -> tuple[Fact, ...]:
    """Everything public that citizens may want to know; `others` are the pages and titles of all offers by id."""
    public = offer.public
    bounds, say, time = public.boundaries, public.user_influence, public.period
    lines = (
        (BEHIND, tuple(party.name for party in public.parties)),
        *list_short_facts(offer),
        (Text(da="Formål", en="Purpose"), (public.purpose,)),
        (Text(da="Det vil vi nå", en="What we aim at"), tuple(goal.text for goal in public.goals)),
        (Text(da="De frivillige", en="The volunteers"), bounds.volunteers_do if bounds else ()),
        (Text(da="De frivillige gør ikke", en="The volunteers do not"), bounds.volunteers_do_not if bounds else ()),
        (Text(da="Sådan er I med til at bestemme", en="How you have a say"), (say.text,) if say else ()),
        (Text(da="Hvornår", en="When"), (to_plain_text(format_period(time, language)),) if time else ()),
        (Text(da="Område", en="Theme"), tuple(theme.localize(language) for theme in public.theme)),
    )
    links = tuple(others[name] for name in public.related if name in others)
    return (*build_facts(lines, language), *((Fact(escape_text(SEE_ALSO, language), (), links),) if links else ()))


def clean_lines(lines: Sequence[str | None]) -> tuple[str, ...]:
    """Lines fit to be shown, the empty ones left out."""
    return tuple(escape_control_characters(" ".join(line.split())) for line in lines if line)


def list_target_groups(every: Sequence[Offer]) -> list[str]:
    """Every target group once, in Danish order."""
    words = {
        escape_control_characters(str(offer.public.target_group.text))
        for offer in every
        if offer.public.target_group and offer.public.target_group.text
    }
    return sorted(words, key=make_danish_sort_key)


def dump_site_data(every: Sequence[Offer], cards: list[Card]) -> Markup:
    """What one can choose between, as JSON that no text of an agreement can break out of; the words stand on the cards themselves."""
    listed = [
        {
            "id": short.anchor,
            "themes": [theme.get_key("en") for theme in offer.public.theme],
            "places": [escape_control_characters(place) for place in offer.public.geography],
            "groups": list_target_groups([offer]),
        }
        for offer, short in zip(every, cards, strict=True)
    ]
    escaped = (
        json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )
    return Markup(escaped)  # noqa: S704 - nothing of HTML is left in it


def build_theme_tables(every: Sequence[Offer], portfolio: Portfolio, themes: list[Theme]) -> tuple[ReportTable, ...]:
    """How many offers each theme and each place has."""
    by_theme = [(theme, sum(theme in offer.public.theme for offer in every)) for theme in themes]
    counted = Counter(str(place) for offer in every for place in dict.fromkeys(offer.public.geography))
    by_place = [(place, counted[place]) for place in list_offer_places(tuple(every), portfolio)]
    theme, place = text_column("theme", "Område", "Theme"), text_column("place", "Sted", "Place")
    return (
        ReportTable(
            "by_theme",
            Text(da="Tilbud efter område", en="Offers by theme"),
            (theme, COUNT),
            make_rows(by_theme),
            chart=Chart("theme", ("offers",)),
        ),
        ReportTable(
            "by_place",
            Text(da="Tilbud efter sted", en="Offers by place"),
            (place, COUNT),
            make_rows(by_place),
            chart=Chart("place", ("offers",)),
        ),
    )


class ChartFigure(NamedTuple):
    """A drawing with its numbers in a table."""

    title: str
    heads: tuple[str, str]
    lines: tuple[tuple[str, str], ...]
    chart: Markup


def build_figure(table: ReportTable, portfolio: Portfolio, language: Language) -> ChartFigure:
    """A table as a drawing and as numbers."""
    first, second = (escape_text(column.title, language) for column in table.columns)
    lines = tuple(
        (escape_control_characters(format_value(row.cells[0], language)), format_value(row.cells[1], language)) for row in table.rows
    )
    return ChartFigure(escape_text(table.title, language), (first, second), lines, render_chart(table, language, portfolio.today))


def build_site_style(title: str, dress: ReportStyle) -> PageStyle:
    """The style of documents and reports with what the site needs besides."""
    return build_page_style(dress.look, localize_template_texts(dress.language), title, "", dress.own, *SHEETS)
