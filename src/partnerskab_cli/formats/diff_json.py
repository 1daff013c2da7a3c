"""For machines: one object, described by `schema/difference.schema.json`. Field names are English in both languages."""

from ..difference import AgreementChange, AgreementDiff, ChangeSignificance, Difference, FieldDiff
from ..version import __version__
from .machine_readable import dump_json
from .terminal_style import TerminalStyle

SCHEMA_VERSION = 1


def render(found: Difference, look: TerminalStyle) -> str:
    """The comparison as JSON, the same bytes for the same comparison."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": look.language,
        "old": found.old,
        "new": found.new,
        "summary": {
            **{fate.value: sum(one.fate is fate for one in found.entries) for fate in AgreementChange},
            **{weight.key: sum(one.weight is weight for one in found.entries) for weight in ChangeSignificance},
            "must_be_signed_again": sum(bool(one.must_sign) for one in found.entries),
        },
        "agreements": [dump_agreement_diff(one) for one in found.entries],
    }
    return dump_json(value)


def dump_agreement_diff(one: AgreementDiff) -> dict[str, object]:
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
        "changes": [dump_field_diff(line) for line in one.lines],
    }


def dump_field_diff(one: FieldDiff) -> dict[str, object]:
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
