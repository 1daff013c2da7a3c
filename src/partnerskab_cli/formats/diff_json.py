"""For machines: one object, described by `schema/difference.schema.json`. Field names are English in both languages."""

from ..difference import AgreementChange, AgreementDiff, ChangeSignificance, Difference, FieldDiff
from ..version import __version__
from .machine_readable import dump_json
from .terminal_style import TerminalStyle

SCHEMA_VERSION = 1


def render(difference: Difference, style: TerminalStyle) -> str:
    """The comparison as JSON, the same bytes for the same comparison."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": style.language,
        "old": difference.old,
        "new": difference.new,
        "summary": {
            **{fate.value: sum(entry.fate is fate for entry in difference.entries) for fate in AgreementChange},
            **{weight.key: sum(entry.weight is weight for entry in difference.entries) for weight in ChangeSignificance},
            "must_be_signed_again": sum(bool(entry.must_sign) for entry in difference.entries),
        },
        "agreements": [dump_agreement_diff(entry) for entry in difference.entries],
    }
    return dump_json(value)


def dump_agreement_diff(diff: AgreementDiff) -> dict[str, object]:
    """An agreement as an object."""
    before, after = diff.answered
    return {
        "path": diff.path,
        "former_path": diff.former or None,
        "id": diff.id or None,
        "title": diff.title or None,
        "fate": diff.fate.value,
        "weight": diff.weight.key if diff.weight else None,
        "must_sign_again": list(diff.must_sign),
        "checklist_answered": {"before": before, "after": after},
        "places_not_compared": diff.unread,
        "changes": [dump_field_diff(line) for line in diff.lines],
    }


def dump_field_diff(diff: FieldDiff) -> dict[str, object]:
    """A change as an object."""
    return {
        "route": diff.route,
        "deed": diff.deed.value,
        "weight": diff.weight.key,
        "checklist_item": diff.item,
        "title": diff.title,
        "before": diff.before or None,
        "after": diff.after or None,
        "note": diff.note or None,
        "words": [{"what": what, "text": words} for what, words in diff.parts],
    }
