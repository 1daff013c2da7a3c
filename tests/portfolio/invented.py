"""A record in which all kinds of agreements meet, the same for the same number: statuses, periods, currencies, extensions, conscious noes."""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

PROFILE = "skema: 1\nbygger_på: tønder\nramme_18:\n  2025: 400000\n  2026: 400000\n"
ASSOCIATIONS = (
    "Åens Venner",
    "Ældre i Bevægelse",
    "Foreningen Ørnen",
    "Café Zoo",
    "Aabenhed",
    "Læseklubben",
    "Håndens Folk",
    "Natteravnene",
)
ROLES = ("formand", "kasserer", "tovholder", "frivilligkonsulent", "områdeleder")
PLACES = ("Tønder", "Toftlund", "Løgumkloster", "Skærbæk", "Bredebro", "Højer", "Møgeltønder", "Ballum", "Arrild")
THEMES = (
    "ældre",
    "børn_unge",
    "handicap",
    "psykiatri",
    "misbrug_hjemløshed",
    "integration",
    "sundhed",
    "ensomhed",
    "pårørende",
    "familie",
    "andet",
)
STATUSES = ("idé", "udkast", "aktiv", "aktiv", "aktiv", "aktiv", "underskrevet", "genforhandling", "ophørt")
BASES = (
    "sel_18",
    "sel_18",
    "sel_18",
    "sel_79",
    "folkeoplysningsloven",
    "sundhedsloven_119",
    "ældreloven",
    "kommunalfuldmagt",
    "statslig_pulje",
    "fond",
)
AMOUNTS = ("25000", "25.000 kr.", "10.000,01", "33333,33", "7_500", "100", "0,05", "1.250.000")
PERS = ("i_alt", "i_alt", "år", "kvartal", "måned", "uge", "gang", "person")
TERMS = ("1. kvartal 2026", "sidst i 2027", "når regnskabet er her", "2026/27", "2025 eller 2026")
LENGTHS = ("1 måned", "30 dage", "3 måneder", "P6M", "P2W", "1 år", "2 uger", "1 kvartal")
OFTEN = ("1 om året", "2 om året", "3-4 om året", "hver måned", "hvert kvartal", "hver 2. uge", "når vi har lyst")
ASIDE = {"ikke_relevant": "Vi talte om det og lod det ligge."}


class Dice(random.Random):
    """Luck that can be had again."""

    def maybe(self, value: Any, chance: float = 0.5) -> Any:
        """The value or nothing."""
        return value if self.random() < chance else None

    def some(self, many: Any, most: int = 3) -> list[Any]:
        """A few of many."""
        return self.sample(many, self.randrange(0, most + 1))

    def day(self, first: int = 2024, last: int = 2028) -> str:
        """A day, often the last or the first of a month."""
        day = date(first, 1, 1) + timedelta(days=self.randrange((last - first) * 365))
        day = self.choice((day, day.replace(day=1), day.replace(day=1) - timedelta(days=1), day))
        return max(day, date(first, 1, 1)).isoformat()

    def period(self) -> dict[str, str]:
        """Two days, nearly always the first one first."""
        start, end = sorted((self.day(2024, 2027), self.day(2025, 2029)), reverse=self.random() > 0.95)
        return {"start": start, "slut": end}


def write(folder: Path, count: int) -> None:
    """So many agreements, and the profile."""
    (folder / "agreements").mkdir()
    (folder / "partnerskab.yaml").write_text(PROFILE, encoding="utf-8")
    for number in range(count):
        item = filled(agreement(number, Dice(number)))
        text = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in item.items())
        (folder / "agreements" / f"aftale-{number:03}.yaml").write_text(text + "\n", encoding="utf-8")


def filled(value: Any) -> Any:
    """A value without what is not there."""
    if isinstance(value, dict):
        results = {key: filled(item) for key, item in value.items()}
        return {key: item for key, item in results.items() if item not in (None, [], {})}
    return [item for item in map(filled, value) if item] if isinstance(value, list) else value


def agreement(number: int, dice: Dice) -> dict[str, Any]:
    """An agreement, as chance has it."""
    voluntary = [
        {"id": f"v{place}", "navn": name, "side": "frivillig", "kontakt": contacts(dice), "værdigrundlag": dice.maybe("Alle er med.")}
        for place, name in enumerate(dice.sample(ASSOCIATIONS, dice.choice((1, 1, 2))))
    ]
    bank = dice.maybe({"id": "banken", "navn": "Fonden Diget", "side": "anden", "kontakt": contacts(dice)}, 0.2)
    municipality = {
        "id": "kommunen",
        "navn": "Tønder Kommune",
        "side": "offentlig",
        "kontakt": contacts(dice),
        "ståsted": dice.maybe("Vi holder loven.", 0.2),
    }
    parties = [municipality, *voluntary, *([bank] if bank else [])]
    ids = [str(party["id"]) for party in parties]
    return {
        "id": f"aftale-{number:03}", "titel": f"Aftale nr. {number}", "formalitet": dice.choice(("mundtlig", "tilskud", "samarbejdsaftale", "partnerskabsaftale")),
        "status": dice.choice(STATUSES), "type": dice.maybe(dice.choice(("uddelegering", "samskabelse", "samproduktion", "ikke_valgt"))),
        "område": dice.some(THEMES), "initiativ": dice.maybe(dice.choice(("offentlig", "forening", "borgere", "fælles"))), "parter": parties,
        "roller": [{"id": "puljen", "navn": "Puljen for Gode Idéer"}], "geografi": dice.some(PLACES), "formål": dice.maybe("Vi ses.", 0.8),
        **told(dice), **run(dice, ids), **timed(dice, ids), **paid(dice, ids),
    }  # fmt: skip


def contacts(dice: Dice) -> list[dict[str, Any]]:
    """No contact, one or two, with or without a deputy."""
    return [{"rolle": role, "stedfortræder": dice.maybe("en anden")} for role in dice.sample(ROLES, dice.choice((0, 1, 1, 1, 2)))]


def told(dice: Dice) -> dict[str, Any]:
    """What for, for whom, and what came of it."""
    result = {"status": dice.choice(("nået", "delvist", "ikke")), "tekst": "Sådan gik det.", "dato": dice.maybe(dice.day(2025, 2027), 0.8)}
    step = {"tekst": "Et skridt", "frist": dice.maybe(dice.day(2025, 2027)), "resultat": dice.maybe(result, 0.3)}
    goals = [
        {"id": dice.maybe(f"m{place}"), "tekst": f"Mål {place}", "frist": dice.maybe(dice.day(2025, 2028)), "opfølgning": dice.maybe("Vi tæller."),
         "ansvarlig": dice.maybe("kommunen"), "resultat": dice.maybe(result, 0.4), "delmål": dice.maybe([step], 0.4)}
        for place in range(dice.randrange(3))
    ]  # fmt: skip
    criterion = {"tekst": "Vi kan mærke det.", "resultat": dice.maybe(result, 0.3)}
    look = {"hvornår": dice.maybe(dice.choice(OFTEN)), "næste": dice.maybe(dice.day(2025, 2028)), "sidst": dice.maybe(dice.day(2024, 2027)),
            "resultat": dice.maybe("Det gik."), "læring": dice.maybe("Vi lærte noget."), "ansvarlig": dice.maybe("v0")}  # fmt: skip
    return {
        "behov": dice.maybe("Mange er alene."), "målgruppe": dice.maybe({"tekst": "Naboer", "antal": dice.maybe(str(dice.randrange(9, 99))), "alder": dice.maybe("60+")}),
        "mål": goals, "succeskriterier": dice.maybe({"frivillig": dice.maybe([criterion], 0.7), "offentlig": dice.maybe("Færre ringer.", 0.7), "brugere": dice.maybe(criterion)}),
        "evaluering": dice.maybe(look), "merværdi": dice.maybe([{"art": "kvalitet"}], 0.3), "brugerindflydelse": dice.choice((None, ASIDE, "De vælger.", {"tekst": "De vælger.", "peer_to_peer": "ja"})),
        "formidling": dice.maybe({"oversigt": dice.maybe("Kom og vær med.", 0.8), "kanaler": dice.maybe(["avisen"]), "offentlig": dice.maybe("nej", 0.2)}),
        "udbytte": dice.maybe({"frivillig": dice.maybe(["viden"]), "offentlig": dice.maybe(["metoder"])}, 0.4), "ordliste": dice.maybe([{"ord": "bord", "forklaring": "et bord"}], 0.1),
    }  # fmt: skip


def run(dice: Dice, ids: list[str]) -> dict[str, Any]:
    """How it is run and by whom."""
    gift = ("penge", "værdi", "timer")
    gifts = [
        {
            "part": dice.choice(ids),
            "art": "andet",
            dice.choice(gift): dice.choice(AMOUNTS[:6]).removesuffix(" kr."),
            "valuta": dice.maybe("EUR", 0.1),
            "pr": dice.maybe(dice.choice(PERS)),
        }
        for _ in range(dice.randrange(4))
    ]
    policy = {"mål": [int(item) for item in dice.some("12345678")], "handlinger": [int(item) for item in dice.some("12345678")]}
    return {
        "organisering": dice.maybe({"tovholder": dice.maybe("formanden"), "problemvej": dice.maybe({"frivillige": "formanden"})}), "samspil": dice.maybe({"tæthed": "ugentligt"}, 0.4),
        "møder": [{"navn": "Møde", "hyppighed": dice.maybe(dice.choice(OFTEN[:6]), 0.7), "næste": dice.maybe(dice.day(2025, 2028), 0.7)} for _ in range(dice.randrange(3))],
        "styring": dice.choice((None, ASIDE, {"grad": 2}, {"grad": 4, "dokumentation": "Et notat"})), "bidrag": gifts, "risici": dice.maybe([{"tekst": "Regn"}], 0.3),
        "grænser": dice.maybe({"frivillige_gør": ["kaffe"], "lovpligtigt": dice.maybe("Kommunens.")}), "politik": dice.maybe(policy),
        "forankring": dice.maybe({"politisk": dice.maybe({"udvalg": "Socialudvalget"}, 0.7), "ledelse": dice.maybe("Ved det.", 0.7), "medarbejdere": dice.maybe("Ved det.", 0.7), "bestyrelse": dice.maybe("Ved det.", 0.7)}),
        "holdepunkter": dice.choice((None, None, ASIDE, {"læring": "Vi lærer.", "dna": dice.maybe("Vi er os."), "effekt": dice.maybe("Vi tæller.")})),
        "relaterede": dice.maybe(["aftale-001"], 0.3), "hændelser": [{"dato": dice.day(2024, 2027), "tekst": f"Det {place}. skete"} for place in range(dice.randrange(3))],
        "forsikring": dice.choice((None, ASIDE, {"egen": "Vores egen"}, {"kommunal": "ja", **steps(dice)}, {"kommunal": "ja", **steps(dice)}, {"kommunal": "nej"})),
    }  # fmt: skip


def steps(dice: Dice) -> dict[str, str]:
    """The first steps to being insured, as many as have been taken."""
    return {name: dice.day(2024, 2026) for name in ("indmeldt", "godkendt", "registreret")[: dice.randrange(4)]}


def timed(dice: Dice, ids: list[str]) -> dict[str, Any]:
    """From when to when, and what has a day between."""
    start = dice.day(2024, 2027)
    period = dice.choice(
        (None, {"start": start}, {"start": start, "løbende": "ja"}, dice.period(), dice.period(), dice.period(), dice.period())
    )
    extension = {
        "automatisk": dice.choice(("ja", "ja", "nej")),
        "længde": dice.choice(("1 år", "6 måneder", "P1Y")),
        "højst": dice.maybe(dice.randrange(1, 4), 0.6),
    }
    own = [{"part": id_, "varsel": dice.choice(LENGTHS)} for id_ in ids[:2]]
    end = {
        "varsel": dice.maybe(dice.choice(LENGTHS), 0.8),
        "varsel_pr_part": dice.maybe(own, 0.2),
        "af": dice.maybe(ids[: dice.randrange(1, len(ids) + 1)], 0.4),
    }
    talks = {"senest": dice.maybe(dice.day(2025, 2028)), "hver": dice.maybe(dice.choice(("1 år", "2 år", "18 måneder")))}
    relative = {
        "efter": dice.choice(("start", "slut", "underskrift")),
        "varighed": dice.maybe(dice.choice(LENGTHS), 0.8),
        "gentages": dice.maybe("2 om året", 0.4),
    }
    paper = {
        "part": dice.choice(ids),
        "tekst": "Et notat",
        "frist": dice.choice((dice.day(2025, 2028), relative)),
        "afleveret": dice.maybe(dice.day(2025, 2027), 0.3),
    }
    certificate = {"kræves": dice.choice(("ja", "nej")), "erklæring": dice.maybe(dice.day(2024, 2027))}
    signed = [{"part": id_, "dato": dice.day(2024, 2026)} for id_ in ids[: dice.randrange(len(ids) + 1)]]
    return {
        "periode": period, "forlængelse": dice.maybe(extension, 0.4), "ophør": dice.maybe(end, 0.7), "genforhandling": dice.maybe(talks, 0.4),
        "leverancer": dice.maybe([paper], 0.4), "børneattest": dice.maybe(certificate, 0.4), "underskrifter": signed,
    }  # fmt: skip


def paid(dice: Dice, ids: list[str]) -> dict[str, Any]:
    """The grants."""
    grants = []
    for _ in range(dice.choice((0, 1, 1, 2))):
        payments = [
            {"dato": dice.maybe(dice.day(2025, 2028)), "termin": dice.maybe(dice.choice(TERMS)), "beløb": dice.choice(AMOUNTS)}
            for _ in range(dice.randrange(3))
        ]
        adjusted = {"procent": dice.choice(("2", "2,5", "0")), "afrunding": dice.maybe("100"), "indeks": dice.maybe("KL", 0.3)}
        accounts = dice.choice(
            (None, ASIDE, {"frist": dice.day(2025, 2028), "modtaget": dice.maybe(dice.day(2025, 2027), 0.3)}, {"revisor": "nej"})
        )
        grants.append({
            "lovgrundlag": dice.maybe(dice.choice(BASES), 0.9), "beløb": dice.maybe(dice.choice(AMOUNTS), 0.9), "valuta": dice.maybe(dice.choice(("EUR", "DKK")), 0.2),
            "pr": dice.maybe(dice.choice(PERS)), "giver": dice.maybe(dice.choice((*ids, "puljen")), 0.4), "modtager": dice.maybe(ids[1], 0.6),
            "bevillingsperiode": dice.maybe(dice.period(), 0.6), "udbetalinger": payments, "regnskab": accounts,
            "regulering": dice.maybe(adjusted, 0.4), "efter_budget": dice.maybe("ja", 0.2),
        })  # fmt: skip
    lines = [
        {"post": f"Post {place}", "part": dice.maybe(dice.choice((*ids, "puljen")), 0.8), "beløb": dice.choice(AMOUNTS), "pr": dice.maybe(dice.choice(PERS)),
         "valuta": dice.maybe("EUR", 0.1)}
        for place in range(dice.choice((0, 0, 1, 3)))
    ]  # fmt: skip
    return {"tilskud": grants, "budget": lines}
