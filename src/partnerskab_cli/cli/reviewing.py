"""What a check looks at: the named files, the profile, and the agreements together."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..agreement.agreement import Agreement
from ..agreement.past import Past
from ..checking import Settings, check_bytes, check_file, check_sheet, checked_profile, joined
from ..diagnostics import Report
from ..reading.sheet import Sheet, read_file
from ..rules.dates.looking_back import unsettled
from .record import Found, Setting, agreements, shown_path

if TYPE_CHECKING:
    from .since import Changed

STDIN = "-"
Checked = tuple[Sheet[Agreement], Report]


def reviewed(paths: list[str], stdin_filename: str | None, where: Setting, settings: Settings, since: str | None = None) -> Report:
    """The report of what the paths name, and of the profile where it has faults; after a revision only of what has changed."""
    if paths == [STDIN]:
        _, report = check_bytes(sys.stdin.buffer.read(), shown_path(Path(stdin_filename or STDIN)), settings)
        return joined([report])
    own = [checked_profile(where.sheet)] if where.sheet else []
    found = agreements(paths)
    after = changed_since(found, since, where)
    looked = [check_file(one.path, one.shown, settings, where.root, past_in(after, one)) for one in found]
    reports = dated(found, looked, after, where, settings)
    report = joined([*(report for report in own if report.diagnostics and reports), *reports])
    if is_record(paths):
        report = together(report, [sheet for sheet, _ in looked], found, where, settings)
    return after.only(report) if after else report


def changed_since(found: list[Found], since: str | None, where: Setting) -> "Changed | None":
    """What has changed since a revision, where one is named."""
    if since is None:
        return None
    from .since import changed  # noqa: PLC0415 - only then is the past needed

    return changed(found, since, where)


def dated(found: list[Found], looked: list[Checked], after: "Changed | None", where: Setting, settings: Settings) -> list[Report]:
    """The reports, of files of which only git knows when they were last changed with that day in mind."""
    today = settings.moment.today
    unknown = {sheet.path for sheet, _ in looked if sheet.record and unsettled(sheet.record, settings.profile, today)}
    root = where.root.resolve()
    if not unknown or not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return [report for _, report in looked]
    from .touched import last_changed  # noqa: PLC0415 - only a record in a repository has a past

    days = last_changed(found)
    return [
        check_sheet(sheet, one.path, settings.on(days.get(sheet.path)), past_in(after, one)) if sheet.path in unknown else report
        for one, (sheet, report) in zip(found, looked, strict=True)
    ]


def past_in(after: "Changed | None", one: Found) -> Past | None:
    """What a file has been since the revision."""
    return after.pasts.get(one.shown) if after else None


def is_record(paths: list[str]) -> bool:
    """Whether a folder, or nothing, is named: then all agreements are looked at together too."""
    return not paths or any(Path(path).is_dir() for path in paths)


def together(report: Report, sheets: list[Sheet[Agreement]], found: list[Found], where: Setting, settings: Settings) -> Report:
    """The report with what there is to say of the agreements together."""
    from ..agreement.row import row  # noqa: PLC0415 - single files do without
    from ..checking.portfolio import checked_together  # noqa: PLC0415 - single files do without

    rows = [row(sheet.record, sheet.path, settings.moment.today.year) for sheet in sheets if sheet.record]
    paths = {one.shown: one.path for one in found}
    vocabulary = settings.profile.vocabulary
    return checked_together(
        report, rows, settings, where.sheet, lambda shown: read_file(paths[shown], shown, Agreement, where.root, vocabulary)
    )
