"""The money of a record, reckoned anew: grants, the frame, and what each side puts in."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from raw import Raw, at, day, hundredths, items, yes
from reckoning import by_year, covered, granted
from whole import ON_THE_WAY, Record, Rows, money, named, parties

FRAME = {2025: 400_000_00, 2026: 400_000_00}


def grants(whole: Record) -> list[tuple[Raw, Raw, dict[int, int]]]:
    """Every grant that is agreed and can be counted."""
    agreed = [agreement for agreement in whole.agreements.values() if whole.standing[agreement["id"]] not in ON_THE_WAY]
    matches = [(item, grant, years) for item in agreed for grant, years in granted(item, whole.today.year)]
    return [(item, grant, {year: cents for year, cents in years.items() if year}) for item, grant, years in matches if years is not None]


def side_of(raw: Raw, grant: Raw, key: str, side: str) -> str:
    """Who gives or receives: the one named, else the first of the side."""
    return named(raw, grant[key]) if key in grant else next(iter(parties(raw, side)), "")


def columns(raws: list[tuple[Raw, Raw, dict[int, int]]], every_one: list[tuple[Raw, Raw, dict[int, int]]], currency: str) -> dict[str, Any]:
    """An amount for each year, and the sum."""
    sums = {year: sum(each.get(year, 0) for _, _, each in raws) for year in sorted({year for _, _, each in every_one for year in each})}
    return {f"y{year}": money(cents or None, currency) for year, cents in sums.items()} | {
        "total": money(sum(sums.values()), currency),
        "currency": currency,
    }


def grant_rows(whole: Record) -> Rows:
    """Each grant."""
    matches = grants(whole)
    return [
        {"id": item["id"], "recipient": side_of(item, grant, "recipient", "voluntary"), "giver": side_of(item, grant, "giver", "public"),
         "legal_basis": grant.get("legal_basis", "no_basis"), **columns([(item, grant, years)], matches, grant.get("currency", "DKK")),
         "indexation": "before indexation" if unadjusted(item, grant) else None}
        for item, grant, years in matches
    ]  # fmt: skip


def summed(key: str, asked: Callable[[Raw, Raw], str], *, all_of_them: bool = False) -> Callable[[Record], Rows]:
    """The grants of each group, each currency on its own."""

    def found(whole: Record) -> Rows:
        every_one = grants(whole)
        sorted_out: dict[tuple[str, str], list[tuple[Raw, Raw, dict[int, int]]]] = {}
        for each in every_one:
            item, grant, _ = each
            for name in (asked(item, grant), *(["in_all"] if all_of_them else [])):
                sorted_out.setdefault((name, grant.get("currency", "DKK")), []).append(each)
        return [{key: name, **columns(group, every_one, currency)} for (name, currency), group in sorted_out.items()]

    return found


def unadjusted(raw: Raw, grant: Raw) -> bool:
    """Whether the later years would be others after an adjustment that nobody can reckon."""
    rule, period = grant.get("indexation") or {}, covered(raw, grant)
    start, end = day(at(period, "start")), day(at(period, "end"))
    several = not (start and end and start <= end) or start.year < end.year
    adjusted = "index" in rule or (hundredths(rule.get("percent")) > 0 and grant.get("per", "total") == "total")
    return several and adjusted


def paid_in(payment: Raw) -> int | None:
    """The budget year of a payment: that of its day, else the one that its term names."""
    if "date" in payment:
        return int(payment["date"][:4])
    years = [int(part) for part in payment.get("term", "").split() if re.fullmatch("20[0-9]{2}", part)]
    return years[0] if len(years) == 1 else None


def payments(whole: Record) -> Iterator[tuple[Raw, Raw, Raw]]:
    """Every payment that is agreed."""
    for agreement in whole.agreements.values():
        if whole.standing[agreement["id"]] not in ON_THE_WAY:
            yield from ((agreement, grant, each) for grant in items(agreement.get("grant")) for each in items(grant.get("payments")))


def payment_rows(whole: Record) -> Rows:
    """The payments that have a year."""
    return [
        {"id": item["id"], "year": paid_in(each), "day": each.get("date"), "amount": money(hundredths(each["amount"]), grant.get("currency", "DKK"))}
        for item, grant, each in payments(whole) if paid_in(each)
    ]  # fmt: skip


def payment_years(whole: Record) -> Rows:
    """What they come to in each budget year."""
    sums: dict[tuple[str, int], int] = {}
    for _, grant, each in payments(whole):
        if year := paid_in(each):
            key = grant.get("currency", "DKK"), year
            sums[key] = sums.get(key, 0) + hundredths(each["amount"])
    return [{"year": year, "currency": currency, "paid": money(cents, currency)} for (currency, year), cents in sums.items()]


def budget(whole: Record) -> Rows:
    """What each payer pays of each budget."""
    laid = [
        ((agreement["id"], named(agreement, payer) if (payer := line.get("party", line.get("paid_by"))) else "no_payer", line.get("currency", "DKK")), years)
        for agreement in whole.agreements.values() if whole.standing[agreement["id"]] not in ON_THE_WAY
        for line in items(agreement.get("budget"))
        if (years := by_year(hundredths(line["amount"]), line.get("per", "total"), agreement.get("period"), whole.today.year)) and 0 not in years
    ]  # fmt: skip
    columns = sorted({year for _, years in laid for year in years})
    results = []
    for key in dict.fromkeys(key for key, _ in laid):
        sums = {year: sum(years.get(year, 0) for each, years in laid if each == key) for year in columns}
        name, payer, currency = key
        shown = {f"y{year}": money(cents or None, currency) for year, cents in sums.items()}
        results.append({"id": name, "payer": payer, "currency": currency, **shown, "total": money(sum(sums.values()), currency)})
    return results


def left_out(whole: Record, *kinds: str, every_one: bool = False) -> Rows:
    """What the figures leave out, with the beginning of the reason."""
    results = []
    for agreement in whole.agreements.values():
        if every_one or whole.standing[agreement["id"]] not in ON_THE_WAY:
            results += [
                {"id": agreement["id"], "reason": reason}
                for kind in kinds
                for reason in REASONS[kind](agreement, whole.today.year)
                if reason
            ]
    return results


def not_agreed(whole: Record) -> Rows:
    """What ideas and drafts hold: each grant, and the budget and the contributions as one."""
    rows: Rows = []
    for agreement in whole.agreements.values():
        if whole.standing[agreement["id"]] in ON_THE_WAY:
            counted = any({"hours", "money", "value"} & each.keys() for each in items(agreement.get("contributions")))
            held = len(items(agreement.get("grant"))) + bool(items(agreement.get("budget"))) + counted
            rows += [{"id": agreement["id"], "reason": "The agreement is an idea or a draft."}] * held
    return rows


def why(per: str, period: Raw | None, until: int) -> str | None:
    """Why an amount is in no year; nothing where it is."""
    years = by_year(100, per, period, until)
    if years and 0 not in years:
        return None
    if per in {"occasion", "person"}:
        return "An amount each time or per person cannot be turned into a year."
    if period is None:
        return "There is no period to spread it over."
    return "The period ends before it starts." if "end" in period else "It starts later and has no end date."


def grant_reasons(raw: Raw, until: int) -> Iterator[str | None]:
    """Of the grants."""
    for grant in items(raw.get("grant")):
        if "amount" not in grant:
            yield (
                "The amount follows the budget year by year."
                if yes(grant.get("subject_to_budget"))
                else "The amount is missing or cannot be read."
            )
        elif reason := why(grant.get("per", "total"), covered(raw, grant), until):
            yield reason
        elif unadjusted(raw, grant):
            yield "The years after the first are shown before indexation."


def payment_reasons(raw: Raw, _: int) -> Iterator[str | None]:
    """Of the payments."""
    for grant in items(raw.get("grant")):
        yield from ("The day is not given." for each in items(grant.get("payments")) if not paid_in(each))
        if not grant.get("payments"):
            yield "It is not said when it is paid."


def budget_reasons(raw: Raw, until: int) -> Iterator[str | None]:
    """Of the budget lines."""
    yield from (why(line.get("per", "total"), raw.get("period"), until) for line in items(raw.get("budget")))


def contribution_reasons(raw: Raw, until: int) -> Iterator[str | None]:
    """Of the contributions, once for each number in them."""
    gifts = items(raw.get("contributions"))
    yield from (
        why(each.get("per", "total"), raw.get("period"), until) for each in gifts for key in ("hours", "money", "value") if key in each
    )


REASONS: dict[str, Callable[[Raw, int], Iterator[str | None]]] = {
    "grants": grant_reasons, "payments": payment_reasons, "budget": budget_reasons, "contributions": contribution_reasons,
}  # fmt: skip


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
    results = []
    for agreement in whole.agreements.values():
        if whole.standing[agreement["id"]] in ON_THE_WAY:
            continue
        for side in ("public", "voluntary", "other"):
            ids = {party["id"] for party in items(agreement.get("parties")) if party["side"] == side}
            mine = [each for each in items(agreement.get("contributions")) if each["party"] in ids]
            hours = summed_up(agreement, mine, "hours", whole)
            for currency in sorted({each.get("currency", "DKK") for each in mine}, key=lambda each: (each != "DKK", each)):
                own = [each for each in mine if each.get("currency", "DKK") == currency]
                spent, worth = (summed_up(agreement, own, key, whole) for key in ("money", "value"))
                if spent or worth or hours:
                    amounts = {"money": money(spent or None, currency), "value": money(worth or None, currency)}
                    results.append(
                        {"id": agreement["id"], "side": side, **amounts, "hours": hours / 100 if hours else None, "currency": currency}
                    )
                hours = 0
    return results


def summed_up(raw: Raw, gifts: list[Raw], key: str, whole: Record) -> int:
    """What gifts come to this year."""
    step = 100 if key == "hours" else 1
    years = [by_year(hundredths(each.get(key)), each.get("per", "total"), raw.get("period"), whole.today.year, step) for each in gifts]
    return sum((each or {}).get(whole.today.year, 0) for each in years)
