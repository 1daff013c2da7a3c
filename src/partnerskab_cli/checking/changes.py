"""What a change brought: agreements that were deleted, and which findings were there before it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..agreement.agreement import Agreement
from ..agreement.standing import is_binding
from ..diagnostics import TOP, Diagnostic, Looked, Report
from ..reading.sheet import Sheet
from ..rules.history import HIS05, HIS05B
from ..rules.rule import FileFacts
from .file import BLANK, checked, missing_annexes, script_of, stem
from .hiding import hidden
from .report import joined
from .spoken import Settings, Spoken, diagnostic, ignored, wanted


def find_deleted(gone: Iterable[Sheet[Agreement]], settings: Settings) -> Report:
    """What there is to say of agreements that are no longer there; a number in one of them is not repeated."""
    return joined(one for sheet in gone if (one := deleted(sheet, settings)))


def deleted(sheet: Sheet[Agreement], settings: Settings) -> Report | None:
    """The finding about one agreement that is gone."""
    record = sheet.record
    if record is None:
        return None
    rule = HIS05 if is_binding(record) else HIS05B
    if not wanted(rule, settings) or rule.code in ignored(settings.profile):
        return None
    values = {"id": record.id or stem(sheet.path), "status": record.status}
    found = diagnostic(Spoken(rule, rule.severity, TOP, (), values), sheet)
    return hidden(Report((found,), (Looked(sheet.path, subject=record.id or ""),)), script_of(sheet))


def find_earlier(report: Report, before: Mapping[str, Sheet[Agreement]], settings: Settings) -> frozenset[Diagnostic]:
    """The findings of a report that the files as they were before the change had too. `before`: their older versions, by their paths now."""
    known = Counter(key for path, sheet in before.items() for key in keys_before(path, sheet, settings))
    earlier: list[Diagnostic] = []
    for one in report.diagnostics:
        key = key_of(one)
        if known[key]:
            known[key] -= 1
            earlier.append(one)
    return frozenset(earlier)


def key_of(one: Diagnostic) -> tuple[str, str, str]:
    """What was found, in a form that depends neither on the lines nor on how much is still to be filled in."""
    return (one.path, one.code, "" if one.code == BLANK else one.message.da)


def keys_before(path: str, sheet: Sheet[Agreement], settings: Settings) -> Iterable[tuple[str, str, str]]:
    """What was found in a file before."""
    older = sheet._replace(path=path)
    report = checked(older, FileFacts(stem(path), missing_annexes(sheet.record, path)), settings)
    return (key_of(one) for one in report.diagnostics)
