"""What the tests of changes share: an agreement that says everything, changed by hand, and the change in words."""

from pathlib import Path

from partnerskab_cli.difference import ChangeSignificance
from partnerskab_cli.formats.diff_text import format_plain_change
from partnerskab_cli.history.change import FieldChange
from partnerskab_cli.history.describe import describe_change
from partnerskab_cli.history.diff import compare_agreements
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source.source_file import SourceFile, parse_text
from partnerskab_cli.text.localized import Language

BASE = (Path(__file__).parent.parent / "documents" / "full.yaml").read_text("utf-8")


def sheet(text: str) -> SourceFile[Agreement]:
    return parse_text(text, "fuld-aftale.yaml", Agreement)


def agreement(text: str) -> Agreement:
    agreement = sheet(text).record
    assert agreement
    return agreement


def edited(*edits: tuple[str, str], text: str = BASE) -> str:
    """The text with each stretch, which must stand there once, replaced."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def changes(*edits: tuple[str, str]) -> tuple[FieldChange, ...]:
    return compare_agreements(agreement(BASE), agreement(edited(*edits)))


def told(changes: tuple[FieldChange, ...], language: Language = "da") -> list[tuple[ChangeSignificance, str]]:
    return [(change.weight, format_plain_change(describe_change(change, language))) for change in changes]
