"""The money of a record, reckoned anew: grants, the frame, and what each side puts in."""

from collections.abc import Callable
from typing import Any

from raw import Raw, hundredths, items
from reckoning import by_year, granted
from whole import ON_THE_WAY, Record, Rows, money, named, parties

FRAME = {2025: 400_000_00, 2026: 400_000_00}


def grants(whole: Record) -> list[tuple[Raw, Raw, dict[int, int]]]:
    """Every grant that is agreed and can be counted."""
    agreed = [one for one in whole.agreements.values() if whole.standing[one["id"]] not in ON_THE_WAY]
    found = [(one, grant, years) for one in agreed for grant, years in granted(one, whole.today.year)]
    return [(one, grant, {year: cents for year, cents in years.items() if year}) for one, grant, years in found if years is not None]


def side_of(one: Raw, grant: Raw, key: str, side: str) -> str:
    """Who gives or receives: the one named, else the first of the side."""
    return named(one, grant[key]) if key in grant else next(iter(parties(one, side)), "")


def columns(
    found: list[tuple[Raw, Raw, dict[int, int]]], every_one: list[tuple[Raw, Raw, dict[int, int]]], currency: str
) -> dict[str, Any]:
    """An amount for each year, and the sum."""
    sums = {year: sum(each.get(year, 0) for _, _, each in found) for year in sorted({year for _, _, each in every_one for year in each})}
    return {f"y{year}": money(cents or None, currency) for year, cents in sums.items()} | {
        "total": money(sum(sums.values()), currency),
        "currency": currency,
    }


def grant_rows(whole: Record) -> Rows:
    """Each grant."""
    found = grants(whole)
    return [
        {"id": one["id"], "recipient": side_of(one, grant, "recipient", "voluntary"), "giver": side_of(one, grant, "giver", "public"),
         "legal_basis": grant.get("legal_basis", "no_basis"), **columns([(one, grant, years)], found, grant.get("currency", "DKK"))}
        for one, grant, years in found
    ]  # fmt: skip


def summed(key: str, asked: Callable[[Raw, Raw], str], *, all_of_them: bool = False) -> Callable[[Record], Rows]:
    """The grants of each group, each currency on its own."""

    def found(whole: Record) -> Rows:
        every_one = grants(whole)
        sorted_out: dict[tuple[str, str], list[tuple[Raw, Raw, dict[int, int]]]] = {}
        for each in every_one:
            one, grant, _ = each
            for name in (asked(one, grant), *(["in_all"] if all_of_them else [])):
                sorted_out.setdefault((name, grant.get("currency", "DKK")), []).append(each)
        return [{key: name, **columns(group, every_one, currency)} for (name, currency), group in sorted_out.items()]

    return found


def frame(whole: Record) -> Rows:
    """The section 18 money against its frame."""
    given: dict[int, int] = {}
    for _, grant, years in grants(whole):
        if grant.get("legal_basis") == "social_services_18" and grant.get("currency", "DKK") == "DKK":
            for year, cents in years.items():
                given[year] = given.get(year, 0) + cents
    return [
        {"year": year, "granted": money(given.get(year, 0)), "frame": money(FRAME.get(year)),
         "left": money(FRAME[year] - given.get(year, 0)) if year in FRAME else None}
        for year in sorted({*given, *FRAME})
    ]  # fmt: skip


def contributions(whole: Record) -> Rows:
    """What each side puts in this year; hours stand once, in the first row of the side."""
    made = []
    for one in whole.agreements.values():
        if whole.standing[one["id"]] in ON_THE_WAY:
            continue
        for side in ("public", "voluntary", "other"):
            ids = {party["id"] for party in items(one.get("parties")) if party["side"] == side}
            mine = [each for each in items(one.get("contributions")) if each["party"] in ids]
            hours = summed_up(one, mine, "hours", whole)
            for currency in sorted({each.get("currency", "DKK") for each in mine}, key=lambda each: (each != "DKK", each)):
                own = [each for each in mine if each.get("currency", "DKK") == currency]
                spent, worth = (summed_up(one, own, key, whole) for key in ("money", "value"))
                if spent or worth or hours:
                    amounts = {"money": money(spent or None, currency), "value": money(worth or None, currency)}
                    made.append({"id": one["id"], "side": side, **amounts, "hours": hours / 100 if hours else None, "currency": currency})
                hours = 0
    return made


def summed_up(one: Raw, gifts: list[Raw], key: str, whole: Record) -> int:
    """What gifts come to this year."""
    step = 100 if key == "hours" else 1
    years = [by_year(hundredths(each.get(key)), each.get("per", "total"), one.get("period"), whole.today.year, step) for each in gifts]
    return sum((each or {}).get(whole.today.year, 0) for each in years)
