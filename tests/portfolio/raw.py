"""Agreements as another program would read them: plain YAML, and what this file says of keys and words. Nothing of the tool's own is used."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Raw = dict[str, Any]
KEYS = {
    "titel": "title", "formalitet": "formality", "type": "partnership_type", "omraade": "theme", "initiativ": "initiative", "parter": "parties",
    "navn": "name", "kontakt": "contacts", "rolle": "role", "stedfortraeder": "deputy", "roller": "other_roles", "periode": "period",
    "slut": "end", "loebende": "ongoing", "behov": "needs", "maalgruppe": "target_group", "tekst": "text", "antal": "number", "alder": "age",
    "geografi": "geography", "formaal": "purpose", "maal": "goals", "delmaal": "milestones", "frist": "deadline", "resultat": "result",
    "dato": "date", "indikator": "indicator", "opfoelgning": "follow_up", "ansvarlig": "responsible", "succeskriterier": "success_criteria",
    "frivillig": "voluntary", "offentlig": "public", "brugere": "users", "organisering": "organisation", "tovholder": "coordinator",
    "styregruppe": "steering_group", "foelgegruppe": "follow_up_group", "beslutninger": "decisions", "problemvej": "problem_path",
    "samspil": "interplay", "moeder": "meetings", "hyppighed": "frequency", "naeste": "next", "styring": "control_and_risk",
    "dokumentation": "documentation", "bidrag": "contributions", "part": "party", "timer": "hours", "penge": "money", "vaerdi": "value",
    "valuta": "currency", "pr": "per", "graenser": "boundaries", "frivillige_goer_ikke": "volunteers_do_not", "lovpligtigt": "statutory",
    "ophoer": "termination", "varsel": "notice", "varsel_pr_part": "notice_per_party", "af": "by", "brugerindflydelse": "user_influence",
    "forankring": "anchoring", "politisk": "political", "ledelse": "management", "medarbejdere": "staff", "bestyrelse": "board",
    "medlemmer": "members", "formidling": "communication", "borgere": "citizens", "kanaler": "channels", "oversigt": "overview",
    "udbytte": "benefits", "mervaerdi": "added_value", "holdepunkter": "principles", "politik": "policy", "handlinger": "actions",
    "tilskud": "grant", "lovgrundlag": "legal_basis", "beloeb": "amount", "giver": "giver", "modtager": "recipient",
    "bevillingsperiode": "grant_period", "udbetalinger": "payments", "regnskab": "accounts", "modtaget": "received",
    "evaluering": "evaluation", "hvornaar": "when", "sidst": "last", "laering": "learning", "genforhandling": "renegotiation",
    "senest": "latest", "hver": "every", "forlaengelse": "extension", "automatisk": "automatic", "laengde": "length", "hoejst": "at_most",
    "forsikring": "insurance", "kommunal": "municipal", "indmeldt": "reported", "godkendt": "approved", "registreret": "registered",
    "egen": "own", "boerneattest": "child_certificate", "kraeves": "required", "erklaering": "declaration", "leverancer": "deliverables",
    "efter": "after", "varighed": "duration", "gentages": "repeats", "afleveret": "delivered", "risici": "risks", "relaterede": "related",
    "underskrifter": "signatures", "haendelser": "log", "ordliste": "glossary", "ikke_relevant": "not_relevant", "vaerdigrundlag": "values",
    "regulering": "indexation", "indeks": "index", "procent": "percent", "afrunding": "rounding", "post": "item", "termin": "term",
    "efter_budget": "subject_to_budget", "niveau": "level", "udenfor": "out_of_scope", "staasted": "stance", "relationer": "relations", "effekt": "effect", "frivillighed": "volunteering",
}  # fmt: skip
"""Danish keys in their ASCII form, and their English names."""
WORDS = {
    "status": {"ide": "idea", "udkast": "draft", "aktiv": "active", "underskrevet": "active", "signed": "active",
               "genforhandling": "renegotiation", "ophoert": "ended", "naaet": "reached", "delvist": "partly", "ikke": "missed"},
    "formality": {"mundtlig": "oral", "tilskud": "grant", "samarbejdsaftale": "cooperation", "partnerskabsaftale": "partnership"},
    "partnership_type": {"uddelegering": "delegation", "samskabelse": "co_creation", "samproduktion": "co_production", "ikke_valgt": "not_chosen"},
    "theme": {"aeldre": "older_people", "boern_unge": "children_youth", "handicap": "disability", "psykiatri": "mental_health",
              "misbrug_hjemloeshed": "addiction_homelessness", "sundhed": "health", "ensomhed": "loneliness", "paaroerende": "relatives",
              "familie": "family", "andet": "other"},
    "initiative": {"offentlig": "public", "forening": "association", "borgere": "citizens", "faelles": "joint"},
    "side": {"offentlig": "public", "frivillig": "voluntary", "anden": "other"},
    "per": {"i_alt": "total", "aar": "year", "kvartal": "quarter", "maaned": "month", "uge": "week", "gang": "occasion"},
    "legal_basis": {"sel_18": "social_services_18", "sel_79": "social_services_79", "folkeoplysningsloven": "adult_education_act",
                    "sundhedsloven_119": "health_119", "aeldreloven": "elder_act", "kommunalfuldmagt": "municipal_mandate",
                    "statslig_pulje": "state_pool", "fond": "foundation", "andet": "other"},
    "level": {"politisk": "political", "ledelse": "management", "daglig": "daily"},
    "after": {"underskrift": "signature", "slut": "end"},
}  # fmt: skip
"""The Danish words of each field that has a list, and their English names."""
SEVERAL = frozenset({
    "parties", "contacts", "other_roles", "theme", "geography", "goals", "milestones", "indicator", "meetings", "contributions", "by",
    "notice_per_party", "added_value", "actions", "grant", "payments", "deliverables", "risks", "related", "signatures", "log", "glossary",
    "budget",
})  # fmt: skip
"""What may be one or many."""
TEXTS = frozenset({"needs", "target_group", "user_influence", "goals", "milestones", "log"})
"""Records that may be written as bare text."""
ASIDE = "aside"


def agreements(folder: Path) -> dict[str, Raw]:
    """Every agreement of a record by its id, with English keys and words."""
    paths = sorted((folder / "agreements").glob("*.yaml"))
    read = (plain(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)) for path in paths)  # noqa: S506 - scalars stay as written
    return {item["id"]: item for item in read}


def folded(text: str) -> str:
    """A text without case and Danish letters, to compare by."""
    lower = text.strip().lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return "".join(word for word in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(word))


def plain(record: dict[str, Any]) -> dict[str, Any]:
    """A record with English keys and words; what is put aside stands in a list of its own."""
    results: dict[str, Any] = {ASIDE: []}
    for written, value in record.items():
        key = KEYS.get(folded(written), folded(written))
        if isinstance(value, dict) and {folded(item) for item in value} in ({"ikke_relevant"}, {"not_relevant"}):
            results[ASIDE].append(key)
        else:
            results[key] = answered(key, value)
    return results


def answered(key: str, value: Any) -> Any:
    """An answer in its usual shape."""
    if key in SEVERAL or isinstance(value, list):
        return [one(key, each) for each in (value if isinstance(value, list) else [value])]
    return one(key, value)


def one(key: str, value: Any) -> Any:
    """A record, or a word of a list, or a text."""
    if isinstance(value, dict):
        return plain(value)
    if key in TEXTS:
        return {"text": value}
    return WORDS.get(key, {}).get(folded(value), folded(value) if key in WORDS else value)


def items(value: Any) -> list[Any]:
    """What may be nothing, one or many, as many."""
    return value if isinstance(value, list) else [] if value is None else [value]


def at(record: dict[str, Any] | None, *way: str) -> Any:
    """What stands at the end of a way, or nothing."""
    for key in way:
        record = record.get(key) if isinstance(record, dict) else None
    return record


def every(record: Any, *way: str) -> Iterator[Any]:
    """All that stands at the end of a way through lists."""
    if not way:
        yield from ([] if record in (None, "", [], "nej", "no") else [record])
        return
    for each in items(record):
        if isinstance(each, dict):
            yield from every(each.get(way[0]), *way[1:])


def yes(value: Any) -> bool:
    """Whether a yes or a no is a yes."""
    return value in {"ja", "yes", "true"}


def day(value: Any) -> date | None:
    """A day, or nothing."""
    return date.fromisoformat(value) if isinstance(value, str) else None


def hundredths(value: Any) -> int:
    """An amount as Danes write it, in hundredths; nothing is nought."""
    match = re.fullmatch(r"([\d._]*?\d)(?:[,.](\d{1,2}))?(?: kr\.)?", value or "0")
    assert match, value
    return int(re.sub("[._]", "", match[1])) * 100 + int((match[2] or "0").ljust(2, "0"))
