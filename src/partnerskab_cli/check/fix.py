"""One agreement → the same agreement with its faults mended, as far as that can be done without asking anyone."""

from contextlib import suppress
from pathlib import PurePosixPath
from typing import NamedTuple

from ..create.scaffold import PartySeed, ScaffoldOptions, format_stub
from ..edit.fields import edit_bytes, insert_field
from ..edit.fixes import apply_safe_edits, compose_letters, fix_unreadable, unify_key_language
from ..errors import CommandError
from ..model.agreement import Agreement
from ..model.field import Field
from ..rules.rule import FileContext
from ..source.damage import decode_as_windows, undo_damage
from ..source.files import decode_text
from ..source.parser import SourceFault
from ..source.source_file import SourceFile, parse_text
from ..text.localized import strip_invisible
from .engine import apply_waivers, run_agreement_rules
from .hits import CheckOptions, RuleHit, is_selected
from .silence import suppress_consequences

MOST_ROUNDS = 5
"""A mended key may show a value that can be mended too; this often is enough for any file."""


class FixResult(NamedTuple):
    """A file after its faults were mended."""

    data: bytes
    mended: int
    """How many were."""


def fix_bytes(data: bytes, shown: str, settings: CheckOptions, *, unsafe: bool = False) -> FixResult:
    """The bytes of a file with every safe fix made; with `unsafe` also with room for each section that is missing."""
    text, count = decode_text(data), 0
    if isinstance(text, SourceFault):
        as_windows = decode_as_windows(data)
        if as_windows is None or parse_text(as_windows, shown, Agreement).record is None:
            return FixResult(data, 0)
        return FixResult(fix_bytes(as_windows.encode(), shown, settings, unsafe=unsafe).data, 1)
    for _ in range(MOST_ROUNDS):
        after, number = fix_once(text, shown, settings, unsafe=unsafe)
        if after == text:
            break
        text, count = after, count + number
    mended_text = text
    return FixResult(edit_bytes(data, lambda _: mended_text), count)


def fix_once(text: str, shown: str, settings: CheckOptions, *, unsafe: bool) -> tuple[str, int]:
    """The text after one look at it, and how many faults were mended."""
    source = parse_text(text, shown, Agreement, settings.profile.vocabulary)
    if source.record is None:
        if parse_text(undo_damage(text), shown, Agreement).record:
            return undo_damage(text), 1
        return fix_unreadable(text, [edit for fault in source.faults for edit in fault.edits])
    spoken = collect_fixable(source, settings)
    codes = {hit.rule.code for hit in spoken}
    text, count = apply_safe_edits(text, [edit for hit in spoken for edit in (*hit.edits, *(hit.unsafe if unsafe else ()))])
    if count:
        return text, count
    for code, change in (("STR09", unify_key_language), ("STR11", compose_letters)):
        if code in codes and change(text) != text:
            return change(text), 1
    for code, change in (("STR15", undo_damage), ("STR16", strip_invisible)):
        if code in codes and change(text) != text and can_keep_signatures(source.record, change(text)):
            return change(text), 1
    return insert_missing_sections(source, spoken, settings) if unsafe else (text, 0)


def can_keep_signatures(agreement: Agreement, text: str) -> bool:
    """Whether what was signed is signed still in another text of the agreement."""
    from ..history.signature import fingerprint_if_signed  # noqa: PLC0415 - few files are damaged

    after = parse_text(text, "", Agreement).record
    return after is not None and fingerprint_if_signed(after) == fingerprint_if_signed(agreement)


def collect_fixable(source: SourceFile[Agreement], settings: CheckOptions) -> list[RuleHit]:
    """All that the rules say of a file, but what is waived or not asked for."""
    facts = FileContext(PurePosixPath(source.path).stem)
    spoken = apply_waivers(source, list(suppress_consequences(run_agreement_rules(source, facts, settings))), settings)
    return [hit for hit in spoken if is_selected(hit.rule, settings)]


def insert_missing_sections(source: SourceFile[Agreement], spoken: list[RuleHit], settings: CheckOptions) -> tuple[str, int]:
    """The text with room for every section that a rule misses."""
    text, count = source.text, 0
    agreement = source.record
    assert agreement
    partners = [PartySeed(party.id, party.side, party.name) for party in agreement.parties]
    order = ScaffoldOptions(agreement.formality, source.language, partners, settings.profile.principles)
    for field in dict.fromkeys(find_missing_section(source, hit) for hit in spoken):
        if field is not None:
            with suppress(CommandError):
                text, count = insert_field(text, field, format_stub(field, order)), count + 1
    return text, count


def find_missing_section(source: SourceFile[Agreement], spoken: RuleHit) -> Field | None:
    """The section that a finding misses in the whole file."""
    value = spoken.values.get("field")
    if not isinstance(value, Field) or value not in Agreement.fields or spoken.route != (value.get_key(source.language),):
        return None
    return value if source.root and source.root.entries.keys().isdisjoint(value.spellings) else None
