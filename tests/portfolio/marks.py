"""The marks of an agreement, reckoned anew: the checklist, the principles and the partnership test."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from raw import ASIDE, Raw, at, every, items
from reckoning import all_signed, nearest, signatures_by

PRINCIPLES = ("learning", "relations", "dna", "effect", "volunteering")


def giving(raw: Raw) -> set[str]:
    """The sides that give something, or pay a grant or a line of the budget."""
    sides = {party["id"]: party["side"] for party in items(raw.get("parties"))}
    first = next((name for name, side in sides.items() if side == "public"), None)
    names = [each["party"] for each in items(raw.get("contributions"))]
    names += [each.get("giver", first) for each in items(raw.get("grant"))]
    names += [each.get("party", each.get("paid_by")) for each in items(raw.get("budget"))]
    return {sides[name] for name in names if name in sides}


def points(raw: Raw) -> list[str]:
    """The marks of the thirteen points (S3 Tjekliste)."""
    gifts = giving(raw)
    follow = "evaluation" in raw or list(every(raw, "goals", "follow_up"))
    run, limits, content, control = (raw.get(key) for key in ("organisation", "boundaries", "communication", "control_and_risk"))
    roles = [str(role).lower() for role in every(raw, "parties", "contacts", "role")]
    coordinated = any(word in role for role in roles for word in ("tovholder", "koordinator", "coordinator", "liaison"))
    met = "political" in every(raw, "meetings", "level")
    levels = [("political",), ("management",), ("staff",), ("members", "board")]
    answers: list[tuple[tuple[str, ...], list[Any]]] = [
        (("needs", "target_group"), [raw.get("needs"), raw.get("target_group")]),
        (("purpose",), [raw.get("purpose")]),
        (("goals", "evaluation"), [raw.get("goals"), follow]),
        (("success_criteria",), [at(raw, "success_criteria", "voluntary"), at(raw, "success_criteria", "public")]),
        (("organisation", "interplay", "meetings"), [run or coordinated, run or raw.get("interplay") or raw.get("meetings")]),
        (("formality",), [True]),
        (("control_and_risk", "risks"), [control, control or raw.get("risks")]),
        (("contributions", "grant"), ["public" in gifts, "voluntary" in gifts]),
        (("boundaries",), [limits, limits and any(limits.get(key) for key in ("volunteers_do_not", "statutory", "out_of_scope"))]),
        (("termination",), [raw.get("termination")]),
        (("user_influence",), [raw.get("user_influence")]),
        (("anchoring",), [any(at(raw, "anchoring", key) for key in keys) or (keys == ("political",) and met) for keys in levels]),
        (("communication",), [content and any(content.get(key) for key in ("citizens", "overview", "channels"))]),
    ]
    return [
        "yes" if all(parts) else "not_relevant" if set(keys) & set(raw[ASIDE]) else "partly" if any(parts) else "no"
        for keys, parts in answers
    ]


def answered(raw: Raw) -> int:
    """How many points have an answer; a conscious no is one."""
    return sum(mark in {"yes", "not_relevant"} for mark in points(raw))


POINTING: Mapping[str, list[tuple[str, ...]]] = {
    "learning": [("evaluation", "learning"), ("glossary",), ("log",)],
    "relations": [("meetings",)],
    "dna": [("parties", "values"), ("parties", "stance"), ("control_and_risk", "documentation")],
    "effect": [("geography",), ("goals",), ("added_value",), ("evaluation",)],
    "volunteering": [("related",), ("user_influence", "peer_to_peer")],
}  # fmt: skip
"""What points towards a principle without naming it (S1 De fem centrale holdepunkter)."""


def kept(raw: Raw) -> list[str]:
    """The marks of the five principles."""
    own = raw.get("principles") or {}
    aside = "not_relevant" if "principles" in raw[ASIDE] else None
    return [
        "yes" if own.get(key) else aside or ("partly" if any(any(every(raw, *way)) for way in POINTING[key]) else "no")
        for key in PRINCIPLES
    ]


def test(raw: Raw, today: date) -> dict[str, str]:
    """The six marks of a partnership (S3; S1)."""
    run, signed = raw.get("organisation") or {}, signatures_by(raw, today)
    everyone, end = items(raw.get("parties")), raw.get("termination")
    sides = {each["side"] for each in everyone if end and (not end.get("by") or each["id"] in end["by"])}
    gifts = giving(raw)
    parts = {
        "structured": [
            any(run.get(key) for key in ("coordinator", "steering_group", "follow_up_group", "decisions")),
            run.get("problem_path"),
        ],
        "binding": [
            raw.get("contributions"),
            {each["id"] for each in everyone} & {each["party"] for each in signed},
            all_signed(raw, today),
        ],
        "mutual": [at(raw, "benefits", "voluntary"), at(raw, "benefits", "public")],
        "dialogue": [raw.get("meetings"), any(each.get("frequency") or each.get("next") for each in items(raw.get("meetings")))],
        "voluntary": [end, sides >= {"public", "voluntary"}],
        "development": [
            "public" in gifts,
            "voluntary" in gifts,
            raw.get("added_value") or at(raw, "principles", "learning"),
        ],
    }
    return {key: "yes" if all(each) else "partly" if any(each) else "no" for key, each in parts.items()}


def mean(numbers: list[int]) -> float | None:
    """An average with one decimal."""
    return nearest(Fraction(10 * sum(numbers), len(numbers))) / 10 if numbers else None
