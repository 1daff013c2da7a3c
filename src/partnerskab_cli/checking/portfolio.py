"""All agreements of a record at once → report: the rows are thin, and a file is read again only where a finding must be placed in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..agreement.agreement import Agreement
from ..agreement.field import Field
from ..agreement.finding import Finding
from ..agreement.record import Record
from ..agreement.row import Row
from ..diagnostics import TOP, Diagnostic, Looked, Report
from ..profile.profile import Profile
from ..reading.sheet import Sheet, entry
from ..rules.catalogue import BY_CODE, gathering
from ..rules.rule import Beside, Rule
from .file import script_of, spared
from .hiding import hidden
from .report import bounded, in_order, joined
from .silence import Places
from .spoken import Settings, Spoken, diagnostic, ignored, wanted

Reader = Callable[[str], Sheet[Agreement]]
"""Reads the file of a path, as the path is shown."""
EXTENDS = Profile.names["bygger_på"]


def checked_together(report: Report, rows: Sequence[Row], settings: Settings, own: Sheet[Profile] | None, read: Reader) -> Report:
    """The report of the single files, and what the rules say of them together."""
    spoken: dict[str, list[tuple[Rule, Beside | Finding]]] = {}
    if not rows:
        return report
    for rule in gathering():
        if wanted(rule, settings) and rule.code not in ignored(settings.profile):
            for one in rule.check_all(rows, settings.profile, settings.moment) if rule.check_all else ():
                spoken.setdefault(path_of(one, rows, own), []).append((rule, one))
    if not spoken:
        return report
    pages = [page(path, found, settings, own, read) for path, found in spoken.items()]
    return merged(report, pages, settings.profile.limits.max_advice)


def path_of(one: Beside | Finding, rows: Sequence[Row], own: Sheet[Profile] | None) -> str:
    """The file a finding stands in: the agreement's; of what the profile demands the profile, where it has a file, else the last one."""
    if isinstance(one, Beside):
        return one.row.path
    return own.path if own and own.record and placed(one, own) else rows[-1].path


def placed(one: Finding, own: Sheet[Profile]) -> tuple[Record, Field, int | None] | None:
    """Where a demand stands in the profile's own file; if it comes from another profile, where that one is named."""
    if own.record is None or own.root is None:
        return None
    record = own.record if isinstance(one.record, Profile) else one.record
    if entry(own.places.get(id(record)), one.field):
        return record, one.field, one.position
    return (own.record, EXTENDS, None) if entry(own.root, EXTENDS) else None


def page(path: str, found: Iterable[tuple[Rule, Beside | Finding]], settings: Settings, own: Sheet[Profile] | None, read: Reader) -> Report:
    """What is said together of one file."""
    if own and path == own.path:
        spoken = [in_profile(rule, one, own) for rule, one in found if isinstance(one, Finding)]
        return Report(tuple(diagnostic(one, own) for one in spoken), (Looked(path, tuple(own.text.splitlines()), agreement=False),))
    sheet = read(path)
    silent = spared(sheet.record, settings)
    report = Report(
        tuple(diagnostic(one, sheet) for one in in_agreement(found, sheet) if one.rule.code not in silent),
        (Looked(path, tuple(sheet.text.splitlines())),),
    )
    return hidden(report, script_of(sheet))


def in_profile(rule: Rule, one: Finding, own: Sheet[Profile]) -> Spoken:
    """What is said of a demand of the profile."""
    record, field, position = placed(one, own) or (one.record, one.field, None)
    return Spoken(rule, rule.severity, own.span(record, field, position), own.route(record, field, position), one.values)


def in_agreement(found: Iterable[tuple[Rule, Beside | Finding]], sheet: Sheet[Agreement]) -> Iterator[Spoken]:
    """What is said of an agreement; of a demand that has no place of its own, at the top of the file."""
    for rule, one in found:
        if isinstance(one, Beside) and sheet.record:
            place, route = sheet.span(sheet.record, one.field, one.position), sheet.route(sheet.record, one.field, one.position)
            yield Spoken(rule, rule.severity, place, route, {"field": one.field, **one.values})
        else:
            yield Spoken(rule, rule.severity, TOP, (), one.values)


def merged(report: Report, pages: Iterable[Report], most: int) -> Report:
    """Both reports in one, file by file in their order, the profile first."""
    files = {file.path: file for file in report.files}
    said: dict[str, list[Diagnostic]] = {}
    for each in report.diagnostics:
        said.setdefault(each.path, []).append(each)
    for one in pages:
        (looked,) = one.files
        more, unshown = bounded(sorted(silent_after(one.diagnostics, said.get(looked.path, [])), key=in_order), most)
        before = files.get(looked.path)
        if before is None:
            files = {looked.path: looked, **files}
        elif more or unshown:
            files[looked.path] = before._replace(lines=looked.lines, unshown=before.unshown + unshown)
        said[looked.path] = sorted([*said.get(looked.path, []), *more], key=in_order)
    return joined([Report(tuple(one for path in files for one in said.get(path, ())), tuple(files.values()))])


def silent_after(more: Iterable[Diagnostic], said: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What is said together, without what the file itself has told the cause of."""
    for one in more:
        if not any(other.code in BY_CODE[one.code].after and Places([other.route]).near(one.route) for other in said):
            yield one
