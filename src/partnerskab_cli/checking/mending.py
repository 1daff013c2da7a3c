"""One agreement → the same agreement with its faults mended, as far as that can be done without asking anyone."""

from contextlib import suppress
from pathlib import PurePosixPath
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.field import Field
from ..errors import CommandError
from ..reading.damage import decode_as_windows, undo_damage
from ..reading.document import Fault
from ..reading.sheet import Sheet, read_text
from ..reading.source import decoded
from ..rules.rule import FileFacts
from ..text import strip_invisible
from ..writing.edit import edited, plant
from ..writing.fixes import composed, in_one_language, mended, readable
from ..writing.scaffold import Order, Partner, stub
from .file import heard, waived
from .silence import silenced
from .spoken import Settings, Spoken, wanted

MOST_ROUNDS = 5
"""A mended key may show a value that can be mended too; this often is enough for any file."""


class Mended(NamedTuple):
    """A file after its faults were mended."""

    data: bytes
    mended: int
    """How many were."""


def mend(data: bytes, shown: str, settings: Settings, *, unsafe: bool = False) -> Mended:
    """The bytes of a file with every safe fix made; with `unsafe` also with room for each section that is missing."""
    text, count = decoded(data), 0
    if isinstance(text, Fault):
        found = decode_as_windows(data)
        if found is None or read_text(found, shown, Agreement).record is None:
            return Mended(data, 0)
        return Mended(mend(found.encode(), shown, settings, unsafe=unsafe).data, 1)
    for _ in range(MOST_ROUNDS):
        after, made = mended_once(text, shown, settings, unsafe=unsafe)
        if after == text:
            break
        text, count = after, count + made
    mended_text = text
    return Mended(edited(data, lambda _: mended_text), count)


def mended_once(text: str, shown: str, settings: Settings, *, unsafe: bool) -> tuple[str, int]:
    """The text after one look at it, and how many faults were mended."""
    sheet = read_text(text, shown, Agreement, settings.profile.vocabulary)
    if sheet.record is None:
        if read_text(undo_damage(text), shown, Agreement).record:
            return undo_damage(text), 1
        return readable(text, [edit for fault in sheet.faults for edit in fault.edits])
    spoken = voiced(sheet, settings)
    codes = {one.rule.code for one in spoken}
    text, count = mended(text, [edit for one in spoken for edit in (*one.edits, *(one.unsafe if unsafe else ()))])
    if count:
        return text, count
    for code, change in (("STR09", in_one_language), ("STR11", composed)):
        if code in codes and change(text) != text:
            return change(text), 1
    for code, change in (("STR15", undo_damage), ("STR16", strip_invisible)):
        if code in codes and change(text) != text and keeps_signatures(sheet.record, change(text)):
            return change(text), 1
    return with_room(sheet, spoken, settings) if unsafe else (text, 0)


def keeps_signatures(agreement: Agreement, text: str) -> bool:
    """Whether what was signed is signed still in another text of the agreement."""
    from ..history.signature import fingerprint_if_signed  # noqa: PLC0415 - few files are damaged

    after = read_text(text, "", Agreement).record
    return after is not None and fingerprint_if_signed(after) == fingerprint_if_signed(agreement)


def voiced(sheet: Sheet[Agreement], settings: Settings) -> list[Spoken]:
    """All that the rules say of a file, but what is waived or not asked for."""
    facts = FileFacts(PurePosixPath(sheet.path).stem)
    spoken = waived(sheet, list(silenced(heard(sheet, facts, settings))), settings)
    return [one for one in spoken if wanted(one.rule, settings)]


def with_room(sheet: Sheet[Agreement], spoken: list[Spoken], settings: Settings) -> tuple[str, int]:
    """The text with room for every section that a rule misses."""
    text, count = sheet.text, 0
    agreement = sheet.record
    assert agreement
    partners = [Partner(party.id, party.side, party.name) for party in agreement.parties]
    order = Order(agreement.formality, sheet.language, partners, settings.profile.principles)
    for one in dict.fromkeys(missing(sheet, one) for one in spoken):
        if one is not None:
            with suppress(CommandError):
                text, count = plant(text, one, stub(one, order)), count + 1
    return text, count


def missing(sheet: Sheet[Agreement], spoken: Spoken) -> Field | None:
    """The section that a finding misses in the whole file."""
    one = spoken.values.get("field")
    if not isinstance(one, Field) or one not in Agreement.fields or spoken.route != (one.word(sheet.language),):
        return None
    return one if sheet.root and sheet.root.entries.keys().isdisjoint(one.spellings) else None
