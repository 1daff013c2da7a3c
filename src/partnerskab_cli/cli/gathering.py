"""The whole record as one value: every agreement read, every broken file with its reason, no CPR number in any of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from ..agreement.agreement import Agreement
from ..agreement.record import Record, Scrap
from ..checking.file import checked, fingerprint_of, script_of
from ..checking.many import spread
from ..checking.spoken import Settings
from ..portfolio.portfolio import Broken, Portfolio, portfolio
from ..portfolio.where import chosen
from ..profile.profile import Profile
from ..reading.sheet import Sheet, read_file
from ..rules.privacy.cpr import cover, masked, sightings
from ..rules.rule import FileFacts, Moment
from .machine import CODE, WORTH_KEEPING, cache_folder, processes
from .manner import Manner
from .named import EMPTY, understood
from .progress import counted
from .record import Found, Setting, agreements, language_of

R = TypeVar("R", bound=Record)


def gathered(where: Setting, today: date, conditions: Sequence[str], manner: Manner) -> Portfolio:
    """The agreements below `agreements/` that meet the conditions, and the files that could not be read.

    Raises:
        CommandError: there is no agreement at all, or a condition is none.

    """
    found = agreements([])
    if not found:
        raise EMPTY
    return chosen(of_files(found, where, today, manner), conditions)


def of_files(found: Sequence[Found], where: Setting, today: date, manner: Manner) -> Portfolio:
    """Files as a portfolio; of many files, only those are read that have changed since an earlier run."""
    paths = [one.shown for one in found]
    look = partial(looked_at, root=where.root, profile=where.profile, today=today)

    def read(some: Sequence[str]) -> Iterator[Agreement | Broken]:
        """Read some of the files, by as many processes as they are worth."""
        every = spread(look, some, processes(len(some)))
        return counted(every, len(some), manner, language_of(manner, where.profile))

    return of_parts(dict(zip(paths, known(paths, where, read), strict=True)), where, today)


def known(paths: list[str], where: Setting, read: Callable[[list[str]], Iterator[Agreement | Broken]]) -> Iterator[Agreement | Broken]:
    """What the files hold; of many files, only those are read that have changed since an earlier run."""
    memory = cache_folder() if len(paths) >= WORTH_KEEPING else None
    if memory is None:
        return read(paths)
    from ..checking.memory import file_in, remembered  # noqa: PLC0415 - a few files are as quick without
    from ..checking.shelf import shelf  # noqa: PLC0415 - likewise

    return remembered(shelf(file_in(memory, where.root, "read.pickle"), where.profile, CODE), paths, read)


def looked_at(shown: str, root: Path, profile: Profile, today: date) -> Agreement | Broken:
    """What one file holds, or why it cannot be read; nothing else of it is held on to."""
    return made(read_file(shown, shown, Agreement, root, profile.vocabulary), profile, today)


def of_sheets(sheets: Iterable[Sheet[Agreement]], where: Setting, today: date) -> Portfolio:
    """What was read as a portfolio, each sheet under the name of its file."""
    return of_parts({sheet.path: made(sheet, where.profile, today) for sheet in sheets}, where, today)


def of_parts(found: Mapping[str, Agreement | Broken], where: Setting, today: date) -> Portfolio:
    """Agreements and broken files by their paths as a portfolio."""
    read = [(PurePosixPath(cover(shown)).stem, cover(shown), one) for shown, one in found.items() if isinstance(one, Agreement)]
    return portfolio(read, [one for one in found.values() if isinstance(one, Broken)], where.profile, today, fingerprint_of)


def made(sheet: Sheet[Agreement], profile: Profile, today: date) -> Agreement | Broken:
    """The agreement of a sheet, or why there is none."""
    if record := understood(sheet):
        return covered(sheet, record)
    name = PurePosixPath(sheet.path).stem
    first = checked(sheet, FileFacts(name), Settings(profile, Moment(today))).diagnostics[0]
    return Broken(name, first.path, first.span.line, first.message)


def covered(sheet: Sheet[Agreement], record: Agreement) -> Agreement:
    """An agreement in which the digits of any CPR number are covered; a signature of what it says stays one of that."""
    numbers = frozenset(one.number for one in sightings(script_of(sheet)))
    if not numbers:
        return record
    hidden, before = respelt(record, lambda text: masked(text, numbers)), fingerprint_of(record)
    after = fingerprint_of(hidden)
    return respelt(hidden, lambda text: after if after and text == before else text)


def respelt(record: R, change: Callable[[str], str]) -> R:
    """A record with every text in it changed."""
    return type(record).of(
        {one.name: rewritten(getattr(record, one.name), change) for one in record.fields},
        rewritten_reasons(record, change),
        {name: tuple(rewritten(piece, change) for piece in pieces) for name, pieces in record.written.items()},
        {key: scrap._replace(text=change(scrap.text)) for key, scrap in record.others.items()},
    )


def rewritten(value: object, change: Callable[[str], str]) -> object:
    """A value with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Record):
        return respelt(value, change)
    if isinstance(value, Scrap):
        return value._replace(text=change(value.text))
    if type(value) is tuple:
        return tuple(rewritten(item, change) for item in value)
    return {key: rewritten(item, change) for key, item in value.items()} if isinstance(value, dict) else value


def rewritten_reasons(record: Record, change: Callable[[str], str]) -> dict[str, str]:
    """The reasons why fields are not relevant, changed likewise."""
    return {name: change(reason) for name, reason in record.aside.items()}
