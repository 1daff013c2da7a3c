"""The yearly public overview as a web site that needs no server: one page with everything, and a page for each offer (S2 Handlinger 7)."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from ...agreement.choices import DocumentLanguage, Theme
from ...portfolio.catalogue import reached_at
from ...portfolio.overview import TITLE_OF, Offer, lead, offers, places
from ...portfolio.portfolio import Portfolio
from ...portfolio.table import Chart, Table, number, rows, words
from ...reading.source import own_text
from ...text import Language, Text, collation, in_words, shown, slug
from ..document import text_of
from ..files import LONGEST
from ..html import Style, hash_of, style
from ..nutshell import period
from ..template import filled
from ..wording import wording
from .charts import chart
from .dress import Dress
from .html import said

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
COUNT = number("offers", "Tilbud", "Offers")


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


def site(whole: Portfolio, dress: Dress) -> Mapping[str, str]:
    """Every page of the site by the name of its file.

    Raises:
        CommandError: a template of the record is wrong.

    """
    every, language = offers(whole), dress.language
    names = page_names(every)
    others = {one.entry.name: (names[one.entry.path], shown(one.title)) for one in every}
    common = {"words": {**wording(language), **said_words(whole, language)}, "look": dress.look, "language": language}
    cards = [card(one, names, language) for one in every]
    made = {f"{INDEX}.html": index(whole, every, cards, common, dress)}
    for one, short in zip(every, cards, strict=True):
        values = {**common, "card": short, "facts": at_length(one, others, language), "style": dressed(short.title, dress)}
        made[short.page] = filled("site-page.html.j2", "html", dress.own, values)
    return made


def said_words(whole: Portfolio, language: Language) -> dict[str, str]:
    """The words of the site in one language."""
    return {name: text.said(language, day=whole.today) for name, text in SAYS.items()}


def page_names(every: Sequence[Offer]) -> Mapping[str, str]:
    """A safe file name for the page of each offer, by the path of its file."""
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for one in every:
        stem = slug(one.entry.name)[:LONGEST].strip("-") or "tilbud"
        stem = f"{stem}-1" if stem == INDEX else stem
        taken[stem] += 1
        names[one.entry.path] = f"{stem}.html" if taken[stem] == 1 else f"{stem}--{taken[stem]}.html"
    return names


def index(whole: Portfolio, every: Sequence[Offer], cards: list[Card], common: Mapping[str, object], dress: Dress) -> str:
    """The page with everything."""
    language = dress.language
    script = own_text(SCRIPT).rstrip()
    choices = data(every, cards)
    themes = [theme for theme in Theme if any(theme in one.public.theme for one in every)]
    title = said(TITLE_OF, language)
    values: dict[str, object] = {
        **common,
        "title": title,
        "lead": said(lead(whole), language),
        "cards": cards,
        "themes": [(theme.key("en"), theme.said(language)) for theme in themes],
        "places": [shown(place) for place in places(tuple(every), whole)],
        "groups": groups(every),
        "figures": [figure(table, whole, language) for table in figures(every, whole, themes)],
        "script": Markup(script),  # noqa: S704 - our own file
        "script_hash": hash_of(script),
        "data": choices,
        "data_hash": hash_of(choices),
        "style": dressed(title, dress),
    }
    return filled("site.html.j2", "html", dress.own, values)


def card(one: Offer, names: Mapping[str, str], language: Language) -> Card:
    """An offer in the same few words as every other."""
    page = names[one.entry.path]
    themes = tuple(theme.said(language) for theme in one.public.theme)
    own: Language = "en" if one.entry.agreement.language is DocumentLanguage.EN else "da"
    told = facts(((BEHIND, one.behind), *in_short(one)), language)
    return Card(page.removesuffix(".html"), page, own, shown(one.title), shown(one.text), told, themes)


def facts(told: Iterable[Told], language: Language) -> tuple[Fact, ...]:
    """What there is to say, under its names; nothing of what nobody has said."""
    made = (Fact(said(name, language), clean(lines)) for name, lines in told)
    return tuple(one for one in made if one.lines)


def in_short(one: Offer) -> tuple[Told, ...]:
    """For whom, where, and whom to ask."""
    public = one.public
    return (
        (WHOM, (public.target_group.text if public.target_group else None,)),
        (WHERE, (", ".join(public.geography),)),
        (CONTACT, reached_at(public) if any(party.contacts for party in public.parties) else ()),
    )


def at_length(one: Offer, others: Mapping[str, tuple[str, str]], language: Language) -> tuple[Fact, ...]:
    """Everything public that citizens may want to know; `others` are the pages and titles of all offers by id."""
    public = one.public
    bounds, say, time = public.boundaries, public.user_influence, public.period
    told = (
        (BEHIND, tuple(party.name for party in public.parties)),
        *in_short(one),
        (Text(da="Formål", en="Purpose"), (public.purpose,)),
        (Text(da="Det vil vi nå", en="What we aim at"), tuple(goal.text for goal in public.goals)),
        (Text(da="De frivillige", en="The volunteers"), bounds.volunteers_do if bounds else ()),
        (Text(da="De frivillige gør ikke", en="The volunteers do not"), bounds.volunteers_do_not if bounds else ()),
        (Text(da="Sådan er I med til at bestemme", en="How you have a say"), (say.text,) if say else ()),
        (Text(da="Hvornår", en="When"), (text_of(period(time, language)),) if time else ()),
        (Text(da="Område", en="Theme"), tuple(theme.said(language) for theme in public.theme)),
    )
    links = tuple(others[name] for name in public.related if name in others)
    return (*facts(told, language), *((Fact(said(SEE_ALSO, language), (), links),) if links else ()))


def clean(lines: Sequence[str | None]) -> tuple[str, ...]:
    """Lines fit to be shown, the empty ones left out."""
    return tuple(shown(" ".join(line.split())) for line in lines if line)


def groups(every: Sequence[Offer]) -> list[str]:
    """Every target group once, in Danish order."""
    found = {shown(str(one.public.target_group.text)) for one in every if one.public.target_group and one.public.target_group.text}
    return sorted(found, key=collation)


def data(every: Sequence[Offer], cards: list[Card]) -> Markup:
    """What one can choose between, as JSON that no text of an agreement can break out of; the words stand on the cards themselves."""
    listed = [
        {
            "id": short.anchor,
            "themes": [theme.key("en") for theme in one.public.theme],
            "places": [shown(place) for place in one.public.geography],
            "groups": groups([one]),
        }
        for one, short in zip(every, cards, strict=True)
    ]
    escaped = (
        json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )
    return Markup(escaped)  # noqa: S704 - nothing of HTML is left in it


def figures(every: Sequence[Offer], whole: Portfolio, themes: list[Theme]) -> tuple[Table, ...]:
    """How many offers each theme and each place has."""
    by_theme = [(theme, sum(theme in one.public.theme for one in every)) for theme in themes]
    counted = Counter(str(place) for one in every for place in dict.fromkeys(one.public.geography))
    by_place = [(place, counted[place]) for place in places(tuple(every), whole)]
    theme, place = words("theme", "Område", "Theme"), words("place", "Sted", "Place")
    return (
        Table(
            "by_theme",
            Text(da="Tilbud efter område", en="Offers by theme"),
            (theme, COUNT),
            rows(by_theme),
            chart=Chart("theme", ("offers",)),
        ),
        Table(
            "by_place",
            Text(da="Tilbud efter sted", en="Offers by place"),
            (place, COUNT),
            rows(by_place),
            chart=Chart("place", ("offers",)),
        ),
    )


class Figure(NamedTuple):
    """A drawing with its numbers in a table."""

    title: str
    heads: tuple[str, str]
    lines: tuple[tuple[str, str], ...]
    chart: Markup


def figure(table: Table, whole: Portfolio, language: Language) -> Figure:
    """A table as a drawing and as numbers."""
    first, second = (said(column.title, language) for column in table.columns)
    lines = tuple((shown(in_words(row.cells[0], language)), in_words(row.cells[1], language)) for row in table.rows)
    return Figure(said(table.title, language), (first, second), lines, chart(table, language, whole.today))


def dressed(title: str, dress: Dress) -> Style:
    """The style of documents and reports with what the site needs besides."""
    return style(dress.look, wording(dress.language), title, "", dress.own, *SHEETS)
