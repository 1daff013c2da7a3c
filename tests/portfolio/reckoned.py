"""The numbers and lists of every report, reckoned anew from the raw files: report → table → rows under the keys of the JSON."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import yaml
from accounts import budget, contributions, frame, grant_rows, left_out, not_agreed, payment_rows, payment_years, side_of, summed
from conftest import PROJECT
from marks import PRINCIPLES, answered, kept, mean, points, test
from raw import ASIDE, Raw, at, day, folded, items, yes
from reckoning import Length, granted, last_day, moved, without_day
from whole import EARLIER, IN_FORCE, ON_THE_WAY, OVER, Record, Rows, iso, money, named, parties, seen, titles

PROFILE = yaml.load((PROJECT / "src/partnerskab_cli/profile/toender.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - our own file
PLACES = tuple(PROFILE["steder"])
THEMES = ("older_people", "children_youth", "disability", "mental_health", "addiction_homelessness", "integration", "health", "loneliness",
          "relatives", "family", "other")  # fmt: skip


def figures(whole: Record) -> dict[str, Any]:
    """The figures that matter."""
    holding, agreed = (
        whole.of(*IN_FORCE),
        [agreement for agreement in whole.agreements.values() if agreement.get("status") not in ON_THE_WAY],
    )
    states = [state for _, state, _ in whole.due()]
    sums = {
        f"granted_{currency.lower()}": money(cents, currency)
        for (currency, year), cents in laid(agreed, whole).items()
        if year == whole.today.year
    }
    return {
        "in_force": len(holding), "on_the_way": len(whole.of(*ON_THE_WAY)), "expired": len(whole.of("expired")), "ended": len(whole.of("ended")),
        "associations": len({folded(name) for item in holding for name in parties(item, "voluntary")}), **sums,
        "checklist": mean([answered(item) for item in holding]), "principles": mean([kept(item).count("yes") for item in holding]),
        "peer_to_peer": sum(yes(at(item, "user_influence", "peer_to_peer")) for item in holding),
        "uncovered_places": sum(not row["in_force"] for row in places(whole) if row["place"] in PLACES),
        "unsupported_policy": sum(not row["in_force"] for row in policy(whole)),
        "overdue": states.count("overdue"), "soon": states.count("soon"),
    }  # fmt: skip


def laid(agreements: list[Raw], whole: Record) -> dict[tuple[str, int], int]:
    """Grants by currency and year."""
    sums: dict[tuple[str, int], int] = {}
    for agreement in agreements:
        for grant, years in granted(agreement, whole.today.year):
            for year, cents in (years or {}).items():
                key = grant.get("currency", "DKK"), year
                sums[key] = sums.get(key, 0) + cents
    return sums


def overview_rows(whole: Record) -> Rows:
    """Every agreement."""
    coming = [(each.day, item["id"]) for item, state, each in whole.due() if state not in {"overdue", "held", "passed"}]
    return [
        {"id": name, "status": whole.standing[name], "form": agreement.get("formality", "cooperation"), "type": agreement.get("partnership_type"),
         "themes": agreement.get("theme"), "places": agreement.get("geography"), "associations": parties(agreement, "voluntary") or None,
         "start": at(agreement, "period", "start"), "end": iso(last_day(agreement)), "checklist": answered(agreement), "principles": kept(agreement).count("yes"),
         "next": min((iso(when) for when, owner in coming if owner == name), default=None)}
        for name, agreement in whole.agreements.items()
    ]  # fmt: skip


def spread(key: str, asked: Callable[[Raw], list[str]]) -> Callable[[Record], Rows]:
    """How many agreements answer with each word."""

    def counted(whole: Record) -> Rows:
        groups = [[word for item in whole.of(*each) for word in asked(item)] for each in (IN_FORCE, ON_THE_WAY, OVER)]
        used = dict.fromkeys(word for group in groups for word in group)
        return [
            dict(zip((key, "in_force", "on_the_way", "over"), (word, *(each.count(word) for each in groups)), strict=True)) for word in used
        ]

    return counted


def statuses(whole: Record) -> Rows:
    """How many stand in each way."""
    every_one = list(whole.standing.values())
    return [{"status": each, "agreements": every_one.count(each)} for each in dict.fromkeys(every_one)]


def yearly(whole: Record) -> Rows:
    """Grants of each year, agreed and on the way."""
    planned = laid(whole.of(*ON_THE_WAY), whole)
    agreed = laid([agreement for agreement in whole.agreements.values() if agreement not in whole.of(*ON_THE_WAY)], whole)
    return [
        {"year": year, "currency": currency, "agreed": money(agreed.get((currency, year)) or None, currency),
         "planned": money(planned.get((currency, year)) or None, currency)}
        for currency, year in {**agreed, **planned} if year
    ]  # fmt: skip


def point_rows(entries: list[Raw]) -> Rows:
    """How the agreements answer each point."""
    marks = [points(entry) for entry in entries]
    words = ("yes", "partly", "no", "not_relevant")
    return [{"item": number + 1, **{word: sum(mark[number] == word for mark in marks) for word in words}} for number in range(13)]


def principle_rows(entries: list[Raw]) -> Rows:
    """How the agreements keep each principle; which one is told by the place of the row."""
    marks = [kept(entry) for entry in entries]
    return [{word: sum(mark[number] == word for mark in marks) for word in ("yes", "partly", "no", "not_relevant")} for number in range(5)]


def not_over(whole: Record) -> list[Raw]:
    """What holds or is on the way."""
    return whole.of(*IN_FORCE, *ON_THE_WAY)


def places(whole: Record) -> Rows:
    """The agreements of each place, those that the profile does not know too."""
    used = [place for agreement in whole.agreements.values() for place in items(agreement.get("geography"))]
    return [
        {"place": place, "in_force": len(here), "agreements": titles(here), "on_the_way": sum(place in items(item.get("geography")) for item in whole.of(*ON_THE_WAY))}
        for place in dict.fromkeys([*PLACES, *used])
        for here in [[item for item in whole.of(*IN_FORCE) if place in items(item.get("geography"))]]
    ]  # fmt: skip


def place_columns(whole: Record) -> Rows:
    """Each theme in each place."""
    order = [*PLACES, *sorted({row["place"] for row in places(whole)} - set(PLACES))]
    results = []
    for theme in THEMES:
        holding = [item for item in whole.of(*IN_FORCE) if theme in items(item.get("theme"))]
        here = {f"place_{number}": sum(place in items(item.get("geography")) for item in holding) for number, place in enumerate(order, 1)}
        results.append({"theme": theme, **here, "in_force": len(holding)})
    return results


def groups(whole: Record) -> Rows:
    """Whom the agreements in force are for."""
    return [
        {"id": item["id"], "target_group": group.get("text"), "people": int(group["number"]) if "number" in group else None, "age": group.get("age")}
        for item in whole.of(*IN_FORCE) if (group := item.get("target_group"))
    ]  # fmt: skip


def ending(within: Length) -> Callable[[Record], Rows]:
    """What ends soon."""

    def found(whole: Record) -> Rows:
        notice: dict[str, date] = {}
        for item, _, each in whole.due():
            if each.kind == "notice":
                notice[item["id"]] = min(each.day, notice.get(item["id"], each.day))
        limit, holding = moved(whole.today, within), [(last_day(candidate), candidate["id"]) for candidate in whole.of(*IN_FORCE)]
        return [
            {"id": name, "end": iso(end), "days": (end - whole.today).days, "notice": iso(notice.get(name))}
            for end, name in holding if end and whole.today <= end <= limit
        ]  # fmt: skip

    return found


def deadlines(days: int | None = None) -> Callable[[Record], Rows]:
    """Every deadline, or those within so many days."""

    def found(whole: Record) -> Rows:
        until = moved(whole.today, Length(0, days)) if days else None
        return [
            {"id": item["id"], "day": iso(each.day), "days": (each.day - whole.today).days, "state": state, "kind": each.kind,
             "expected": each.expected, "parties": [named(item, party) for party in each.parties] or None}
            for item, state, each in whole.due(until) if until is None or each.day <= until
        ]  # fmt: skip

    return found


def undated(whole: Record) -> Rows:
    """What agreements in force say will happen, and on no day."""
    return [{"id": item["id"], "kind": kind, "state": "undated"} for item in whole.of(*IN_FORCE) for kind in without_day(item)]


def overdue(whole: Record) -> Rows:
    """What is overdue."""
    return [{"id": row["id"], "day": row["day"], "parties": row["parties"]} for row in deadlines()(whole) if row["state"] == "overdue"]


def policy(whole: Record) -> Rows:
    """Who supports the policy."""
    results = []
    for kind, key, written in (("goal", "goals", "mål"), ("action", "actions", "handlinger")):
        for wanted in PROFILE["politik"][written]:
            number = int(wanted["nummer"])
            supports = {
                agreement["id"]: [each["text"] if key == "goals" else each for each in items(at(agreement, "policy", key))]
                for agreement in whole.agreements.values()
            }
            holding, coming = ([item for item in whole.of(*each) if str(number) in supports[item["id"]]] for each in (IN_FORCE, ON_THE_WAY))
            results.append(
                {
                    "kind": kind,
                    "number": number,
                    "text": wanted["engelsk"],
                    "in_force": len(holding),
                    "agreements": titles(holding),
                    "on_the_way": len(coming),
                }
            )
    return results


def holes(whole: Record) -> Rows:
    """What nobody reaches."""
    bare = [{"what": "Place", "hole": row["place"]} for row in places(whole) if row["place"] in PLACES and not row["in_force"]]
    return bare + [{"what": f"{row['kind'].title()} {row['number']}", "hole": row["text"]} for row in policy(whole) if not row["in_force"]]


def new(whole: Record) -> Rows:
    """What began within the last year, or has not begun yet."""
    since = moved(whole.today, Length(-12, 0))
    begun = [(day(at(item, "period", "start")), item) for item in whole.of(*IN_FORCE)]
    return [
        {"id": item["id"], "start": iso(start), "parties": parties(item, "voluntary")} for start, item in begun if start and start > since
    ]


def results(raw: Raw) -> Iterator[tuple[str, Raw]]:
    """Every result, with what it is the result of."""
    criteria = [each for side in ("voluntary", "public", "users") for each in items(at(raw, "success_criteria", side))]
    steps = [step for goal in items(raw.get("goals")) for step in (goal, *items(goal.get("milestones")))]
    yield from ((each["text"], each["result"]) for each in [*steps, *criteria] if isinstance(each, dict) and "result" in each)


def troubles(whole: Record) -> Rows:
    """The goals that give trouble."""
    since = moved(whole.today, Length(-12, 0))
    matches = [(agreement, text, each) for agreement in whole.agreements.values() for text, each in results(agreement)]
    fresh = [(item, text, each) for item, text, each in matches if "date" not in each or each["date"] > iso(since)]
    return [{"id": item["id"], "goal": text, "outcome": each["status"]} for item, text, each in fresh if each["status"] != "reached"]


def outcomes(whole: Record) -> Rows:
    """How it went."""
    matches = [(agreement, text, each) for agreement in whole.agreements.values() for text, each in results(agreement)]
    return [{"id": item["id"], "goal": text, "outcome": each["status"], "day": each.get("date")} for item, text, each in matches]


def learnt(whole: Record, since: str = "") -> Rows:
    """What evaluations taught."""
    looks = [(agreement["id"], agreement.get("evaluation") or {}) for agreement in whole.agreements.values()]
    return [
        {"id": name, "last": look.get("last"), "result": look.get("result"), "learning": look.get("learning")}
        for name, look in looks if (look.get("result") or look.get("learning")) and look.get("last", "") >= since
    ]  # fmt: skip


def over(whole: Record) -> Rows:
    """What is over."""
    return [
        {"id": item["id"], "status": whole.standing[item["id"]], "end": iso(last_day(item)), "learning": at(item, "evaluation", "learning"),
         "last_event": max(((each["date"], each["text"]) for each in items(item.get("log"))), default=(None, None))[1]}
        for item in whole.of(*OVER)
    ]  # fmt: skip


def events(whole: Record) -> Rows:
    """What happened in the last year."""
    since = iso(moved(whole.today, Length(-12, 0)))
    matches = [(agreement["id"], each) for agreement in whole.agreements.values() for each in items(agreement.get("log"))]
    return [{"id": name, "day": each["date"], "text": each["text"]} for name, each in matches if since < each["date"] <= iso(whole.today)]


def hangs(party: Raw) -> bool:
    """Whether a party hangs on one person, or on nobody."""
    contacts = items(party.get("contacts"))
    return not contacts or (len(contacts) == 1 and not contacts[0].get("deputy"))


def single(whole: Record) -> Rows:
    """What hangs on one person."""
    return [
        {"id": item["id"], "party": party["name"], "side": party["side"], "role": next((each["role"] for each in items(party.get("contacts"))), None)}
        for item in whole.of(*IN_FORCE) for party in items(item.get("parties")) if hangs(party)
    ]  # fmt: skip


def carriers(whole: Record) -> Rows:
    """Who carries several agreements."""
    matches: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for item in whole.of(*IN_FORCE):
        for party in items(item.get("parties")):
            for contact in items(party.get("contacts")):
                matches.setdefault((party["name"], contact["role"]), []).append((item["id"], hangs(party)))
    results = []
    for (party, role), carried in matches.items():
        alone, many = sum(each for _, each in carried), {name for name, _ in carried}
        if len(many) > 1:
            results.append({"party": party, "role": role, "agreements": len(many), "alone": alone, "many": alone > 4})
    return results


def insured(whole: Record) -> Rows:
    """How far each effort is from being insured."""
    results = []
    for item in whole.of(*IN_FORCE):
        cover = item.get("insurance") or {}
        if not cover and ("interplay" not in item or "insurance" in item[ASIDE]):
            continue
        steps = [("registered", "registered"), ("approved", "approved"), ("reported", "reported")]
        far = next((word for key, word in steps if cover.get(key)), "not_reported")
        state = far if yes(cover.get("municipal")) else "own" if cover.get("own") else "unstated"
        days = {key: cover.get(key) for key in ("reported", "approved", "registered")}
        results.append({"id": item["id"], "cover": state, **days, "start": at(item, "period", "start"), "end": iso(last_day(item))})
    return results


def public(raw: Raw) -> bool:
    """Whether it may be shown."""
    return at(raw, "communication", "public") not in {"nej", "no"}


def offers(whole: Record) -> Rows:
    """What citizens may see."""
    shown = [item for item in whole.of(*IN_FORCE) if public(item) and at(item, "communication", "overview")]
    return [
        {"id": item["id"], "text": " ".join(item["communication"]["overview"].split()), "parties": parties(item, "voluntary"), "places": item.get("geography"),
         "themes": item.get("theme"), "target_group": at(item, "target_group", "text")}
        for item in shown
    ]  # fmt: skip


def offers_by(key: str, head: str) -> Callable[[Record], Rows]:
    """The names of the offers of each theme or place."""

    def found(whole: Record) -> Rows:
        ids = {row["id"] for row in offers(whole)}
        shown = [agreement for agreement in whole.agreements.values() if agreement["id"] in ids]
        used = dict.fromkeys(word for item in shown for word in items(item.get(key)))
        return [{head: word, "offers": titles(item for item in shown if word in items(item.get(key)))} for word in used]

    return found


def ideas(whole: Record) -> Rows:
    """The ideas that may be shown."""
    return [
        {"id": item["id"], "places": item.get("geography"), "initiative": item.get("initiative")}
        for item in whole.of("idea")
        if public(item)
    ]


# Two times side by side


def developed(whole: Record) -> Rows:
    """Each figure then and now; what the files tell nothing of the past is left out."""
    there = {name: standing for name, standing in whole.standing.items() if standing not in ON_THE_WAY}
    now = Record(whole.today, {name: whole.agreements[name] for name in there}, there)
    before, after = figures(seen(EARLIER, whole.agreements)), figures(now)
    keys = [key for key in {**after, **before} if key not in {"on_the_way", "overdue", "soon"}]
    return [
        {"key": key, "before": before.get(key), "after": after.get(key), "difference": grown(before.get(key), after.get(key))}
        for key in keys
    ]


def grown(old: Any, new: Any) -> Any:
    """How much a figure grew."""
    if old is None or new is None:
        return None
    if isinstance(old, dict):
        cents = [round(float(each["amount"]) * 100) for each in (new, old)]
        return money(cents[0] - cents[1], old["currency"])
    return round(new - old, 1)


def changed(whole: Record) -> Rows:
    """What came, went, or stands otherwise."""
    then = seen(EARLIER, whole.agreements).standing
    now = {name: each for name, each in whole.standing.items() if each not in ON_THE_WAY}
    pairs = {name: (then.get(name, "new"), now.get(name, "gone")) for name in {**then, **now}}
    return [{"id": name, "before": old, "after": each} for name, (old, each) in pairs.items() if old != each]


def matrix(marks: Callable[[Raw], dict[str, Any]]) -> Callable[[Record], Rows]:
    """Marks of each agreement that is not over."""
    return lambda whole: [{"id": item["id"], **marks(item)} for item in not_over(whole)]


def tested(whole: Record) -> Rows:
    """The six marks of each agreement that is not over."""
    matches = ((item["id"], test(item, whole.today)) for item in not_over(whole))
    return [{"id": name, **marks, "marks": list(marks.values()).count("yes")} for name, marks in matches]


def lately(whole: Record) -> Rows:
    """What evaluations of the last year taught."""
    return learnt(whole, iso(moved(whole.today, Length(-12, 0))))


A_YEAR, NEAR = Length(12, 0), 90
Reckoner = Callable[[Record], Rows]
REPORTS: dict[str, dict[str, Reckoner]] = {
    "summary": {
        "figures": lambda whole: [{"key": key, "value": value} for key, value in figures(whole).items()], "agreements": overview_rows, "statuses": statuses,
        "forms": spread("form", lambda item: [item.get("formality", "cooperation")]),
        "types": spread("type", lambda item: [item.get("partnership_type", "not_chosen")]), "themes": spread("theme", lambda item: items(item.get("theme"))),
        "places": places, "money": yearly, "points": lambda whole: point_rows(whole.of(*IN_FORCE)),
        "principles": lambda whole: principle_rows(whole.of(*IN_FORCE)), "ending": ending(Length(0, NEAR)), "deadlines": deadlines(NEAR), "left_out": lambda whole: left_out(whole, "grants", every_one=True),
    },
    "overview": {"offers": offers, "themes": offers_by("theme", "theme"), "places": offers_by("geography", "place")},
    "dialogue-meeting": {
        "new": new, "on_the_way": lambda whole: [{"id": item["id"], "status": item["status"]} for item in whole.of(*ON_THE_WAY)], "ending": ending(A_YEAR),
        "overdue": overdue, "problems": troubles, "holes": holes, "learning": lately, "single": single, "carriers": carriers,
    },
    "deadlines": {"deadlines": deadlines(), "undated": undated},
    "economy": {
        "grants": grant_rows, "bases": summed("legal_basis", lambda _, grant: grant.get("legal_basis", "no_basis"), all_of_them=True),
        "recipients": summed("recipient", lambda item, grant: side_of(item, grant, "recipient", "voluntary")), "frame_18": frame, "payments": payment_rows, "payment_years": payment_years, "budget": budget, "contributions": contributions,
        "left_out": lambda whole: [*left_out(whole, "grants", "payments", "budget", "contributions"), *not_agreed(whole)],
    },
    "insurance-list": {"insurance": insured},
    "checklist": {
        "agreements": matrix(lambda item: {f"item_{number}": mark for number, mark in enumerate(points(item), 1)} | {"answered": answered(item)}),
        "points": lambda whole: point_rows(not_over(whole)),
    },
    "principles": {
        "agreements": matrix(lambda item: dict(zip(PRINCIPLES, kept(item), strict=True)) | {"answered": kept(item).count("yes")}),
        "principles": lambda whole: principle_rows(not_over(whole)),
    },
    "policy": {"policy": policy},
    "coverage": {"places": places, "themes": place_columns, "target_groups": groups},
    "fragility": {"single": single, "carriers": carriers},
    "catalogue": {"ideas": ideas},
    "learning": {"learning": learnt, "results": outcomes, "over": over, "events": events},
    "partnership-test": {"agreements": tested},
    "development": {"figures": developed, "changes": changed},
}  # fmt: skip
