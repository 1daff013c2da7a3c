"""The headings of a municipality's list, and the fields of an agreement that they speak of."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.choices import Side
from ..model.field import ListType, MappingType, RecordType, list_spellings
from ..model.parties import Party
from ..model.record import Record, Way, field_path, walk_fields
from ..text.localized import LANGUAGES, Language, fold, transliterate

LEAVE_OUT = "-"
"""What a map says of a column that is not wanted."""


class Target(NamedTuple):
    """Where the cells of a column go: the way to a field of an agreement, or of the party on a side."""

    way: Way
    side: Side | None = None

    def localize(self, language: Language) -> str:
        """`tilskud.beløb`, `frivillig.navn`."""
        above = [self.side.get_key(language)] if self.side else []
        return ".".join([*above, *(field.get_key(language) for field in self.way)])


NOT_IMPORTED = frozenset(
    field_path(
        Agreement.schema,
        Agreement.status,
        Agreement.parties,
        Agreement.signatures,
        Agreement.waivers,
        Agreement.formality,
        Agreement.log,
        Party.id,
        Party.side,
    )
)
"""What a list cannot decide: drafts are drafts, nobody signs by import, parties are given side by side."""
USUAL: Mapping[str, str] = {
    "forening": "frivillig.navn", "foreningens navn": "frivillig.navn", "foreningsnavn": "frivillig.navn", "organisation": "frivillig.navn",
    "ansøger": "frivillig.navn", "association": "frivillig.navn", "applicant": "frivillig.navn",
    "cvr": "frivillig.cvr", "cvr nr": "frivillig.cvr", "cvr nummer": "frivillig.cvr", "cvr number": "frivillig.cvr",
    "kontakt": "frivillig.kontakt.navn", "kontaktperson": "frivillig.kontakt.navn", "contact": "frivillig.kontakt.navn",
    "contact person": "frivillig.kontakt.navn",
    "mail": "frivillig.kontakt.mail", "e mail": "frivillig.kontakt.mail", "email": "frivillig.kontakt.mail",
    "telefon": "frivillig.kontakt.telefon", "tlf": "frivillig.kontakt.telefon", "phone": "frivillig.kontakt.telefon",
    "projekt": "titel", "projektnavn": "titel", "projektets navn": "titel", "aktivitet": "titel", "aftale": "titel", "project": "titel",
    "sagsnr": "journalnummer", "sagsnummer": "journalnummer", "journalnr": "journalnummer", "sag": "journalnummer",
    "beløb": "tilskud.beløb", "bevilget beløb": "tilskud.beløb", "bevilget": "tilskud.beløb", "bevilling": "tilskud.beløb",
    "tilskud": "tilskud.beløb", "amount": "tilskud.beløb", "grant": "tilskud.beløb", "granted": "tilskud.beløb",
    "lovgrundlag": "tilskud.lovgrundlag", "hjemmel": "tilskud.lovgrundlag", "legal basis": "tilskud.lovgrundlag",
    "startdato": "periode.start", "start": "periode.start", "fra": "periode.start", "start date": "periode.start", "from": "periode.start",
    "slutdato": "periode.slut", "slut": "periode.slut", "til": "periode.slut", "udløb": "periode.slut", "end date": "periode.slut",
    "to": "periode.slut", "by": "geografi", "sted": "geografi", "place": "geografi", "tema": "område",
    "paragraf": "tilskud.lovgrundlag", "varsel": "ophør.varsel", "opsigelse": "ophør.varsel", "notice": "ophør.varsel", "antal deltagere": "målgruppe.antal",
}  # fmt: skip
"""Headings as lists of grants usually have them."""


def fold_heading(heading: str) -> str:
    """A heading as it is compared: small plain letters and digits, blanks between."""
    return " ".join(re.findall("[a-z0-9]+", transliterate(fold(heading.replace("§", " paragraf ")))))


def map_targets() -> Mapping[str, Target]:
    """Every field that a cell can fill, by its way in each spelling, its usual headings, and its name and question where only it has them."""
    every = [
        *iter_fillable_fields(Agreement),
        *(field._replace(side=side) for side in (Side.PUBLIC, Side.VOLUNTARY) for field in iter_fillable_fields(Party)),
    ]
    by_heading = {fold_heading(name): target for target in every for name in iter_target_spellings(target)}
    by_heading |= {fold_heading(heading): by_heading[fold_heading(route)] for heading, route in USUAL.items()}
    names = [
        (fold_heading(name), target)
        for target in every
        if target.side is not Side.PUBLIC
        for name in (*target.way[-1].label, *target.way[-1].ask)
    ]
    counts = Counter(name for name, _ in dict.fromkeys(names))
    return {name: target for name, target in names if counts[name] == 1 and is_distinctive(target)} | by_heading


def rate_heading(heading: str, chart: Collection[str], known: Mapping[str, Target]) -> int:
    """How surely a cell is a heading: 2 where the map or a field has it, 1 where its words speak of a field."""
    if heading in chart or fold_heading(heading) in known:
        return 2
    return 1 if find_target_in_words(heading, known) else 0


def is_distinctive(target: Target) -> bool:
    """Whether the printed name of a field can be enough: not for the items of a list, nor for the public party."""
    return target.side is not Side.PUBLIC and not any(
        isinstance(above.kind, ListType) for above in target.way[:-1] if above is not Party.names["kontakt"]
    )


def iter_fillable_fields(record: type[Record]) -> Iterator[Target]:
    """The fields below a record that a cell can fill; a section with a text takes the cell as its text."""
    for point in walk_fields(record):
        last = point.way[-1]
        inside = last.kind.of if isinstance(last.kind, ListType) else last.kind
        if NOT_IMPORTED.isdisjoint(point.way) and not isinstance(inside, RecordType | MappingType):
            yield Target(point.way)


def iter_target_spellings(target: Target) -> Iterator[str]:
    """The ways to a field as they may be written; the text of a section also as the section itself."""
    ways = [target.way] if target.way[-1].key != "tekst" or len(target.way) == 1 else [target.way, target.way[:-1]]
    sides = (*list_spellings(target.side.value.key, target.side.name.lower()), *target.side.value.also) if target.side else ("",)
    for fields in ways:
        for language in LANGUAGES:
            route = ".".join(field.get_key(language) for field in fields)
            yield from (f"{side}.{route}" if side else route for side in sides)


def match_headings(headings: Sequence[str], chosen: Mapping[str, str]) -> dict[str, Target | None]:
    """Where each column goes: as the map says, else by its heading, else by the words of its heading.

    Nothing for a column without a field, whose field is taken, or whose words speak of the same as those of another column.
    """
    known = map_targets()
    targets: dict[str, Target | None] = {}
    taken: set[Target] = set()
    for heading in sorted(headings, key=lambda heading: heading not in chosen):
        target = known.get(fold_heading(chosen.get(heading, heading)))
        targets[heading] = None if target in taken else target
        taken |= {target} if target else set()
    by_words = {
        heading: find_target_in_words(heading, known)
        for heading in headings
        if heading not in chosen and fold_heading(heading) not in known
    }
    counts = Counter(target for target in by_words.values() if target)
    targets |= {heading: target for heading, target in by_words.items() if target and counts[target] == 1 and target not in taken}
    return {heading: targets[heading] for heading in headings}


NOISE = frozenset(
    [
        "kr",
        "dkk",
        "kroner",
        "i",
        "for",
        "af",
        "og",
        "med",
        "om",
        "den",
        "det",
        "de",
        "der",
        "alt",
        "pr",
        "nr",
        "no",
        "nummer",
        "number",
        "navn",
        "name",
        "dato",
        "date",
        "aar",
        "aaret",
        "year",
        "the",
        "of",
        "in",
        "and",
        "to",
        "be",
        "fulde",
        "samlet",
        "samlede",
        "ialt",
        "aftalen",
        "aftalens",
        "aftales",
        "periode",
        "perioden",
        "gaelder",
        "loeber",
        "foreningens",
        "foreninger",
    ]
)
"""Words of a heading that say nothing of which field it is."""
WIDE = frozenset(
    {
        "aftale",
        "tilskud",
        "grant",
        "projekt",
        "project",
        "aktivitet",
        "forening",
        "association",
        "organisation",
        "kontakt",
        "kontaktperson",
        "contact",
    }
)
"""Words that another word of the heading says more than: `Aftale fra`, `Kontakt mail`."""


LINKING = frozenset({"fra", "til", "from", "to"})
"""Words that name a day only where nothing follows: `Aftale til`, not `Tilskud til forening`."""


def find_target_in_words(heading: str, known: Mapping[str, Target]) -> Target | None:
    """The one field that all words of a heading speak of: `Bevilget 2026 (kr.)`, `Aftale fra`; nothing where a word is not understood."""
    words = [word for word in fold_heading(heading).split() if not word.isdecimal()]
    usual = {key: known[key] for key in map(fold_heading, USUAL)}
    matches: dict[str, Target] = {}
    while words:
        phrase = next((phrase for phrase in (" ".join(words[:count]) for count in range(len(words), 0, -1)) if phrase in usual), None)
        if phrase is None and words[0] not in NOISE:
            return None
        words = words[len((phrase or words[0]).split()) :]
        if phrase and not (phrase in LINKING and set(words) - NOISE):
            matches[phrase] = usual[phrase]
    telling_most = {target for phrase, target in matches.items() if phrase not in WIDE} or set(matches.values())
    return next(iter(telling_most)) if len(telling_most) == 1 else None
