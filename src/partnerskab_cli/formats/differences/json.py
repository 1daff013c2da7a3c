"""For machines: one object, described by `schema/difference.schema.json`. Field names are English in both languages."""

from ...difference import Difference, Entry, Fate, Line, Weight
from ...version import __version__
from ..look import Look
from ..machine import jsoned

SCHEMA_VERSION = 1


def json(found: Difference, look: Look) -> str:
    """The comparison as JSON, the same bytes for the same comparison."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": look.language,
        "old": found.old,
        "new": found.new,
        "summary": {
            **{fate.value: sum(one.fate is fate for one in found.entries) for fate in Fate},
            **{weight.key: sum(one.weight is weight for one in found.entries) for weight in Weight},
            "must_be_signed_again": sum(bool(one.must_sign) for one in found.entries),
        },
        "agreements": [agreement(one) for one in found.entries],
    }
    return jsoned(value)


def agreement(one: Entry) -> dict[str, object]:
    """An agreement as an object."""
    before, after = one.answered
    return {
        "path": one.path,
        "former_path": one.former or None,
        "id": one.id or None,
        "title": one.title or None,
        "fate": one.fate.value,
        "weight": one.weight.key if one.weight else None,
        "must_sign_again": list(one.must_sign),
        "checklist_answered": {"before": before, "after": after},
        "places_not_compared": one.unread,
        "changes": [change(line) for line in one.lines],
    }


def change(one: Line) -> dict[str, object]:
    """A change as an object."""
    return {
        "route": one.route,
        "deed": one.deed.value,
        "weight": one.weight.key,
        "checklist_item": one.item,
        "title": one.title,
        "before": one.before or None,
        "after": one.after or None,
        "note": one.note or None,
        "words": [{"what": what, "text": words} for what, words in one.parts],
    }
