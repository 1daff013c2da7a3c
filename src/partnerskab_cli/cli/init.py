"""`partnerskab init`: begin a record in the folder where one stands."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ..agreement.municipalities import MUNICIPALITIES, municipality_code
from ..agreement.nearest import guess
from ..checking import Settings
from ..diagnostics import Severity
from ..errors import CommandError, Exit
from ..formats.look import DIM, Look, folded, painted
from ..formats.table import format_named
from ..reading.record_folder import FOLDER
from ..rules.rule import Moment
from ..text import Text, shown
from ..version import __version__
from ..writing.atomic import Planned, write_together
from ..writing.beginning import Beginning, Laid, record_files
from .manner import Manner, keys_asked, one_of
from .options import argument, option
from .record import agreements, day, language_of, setting
from .reviewing import Review, reviewed
from .screen import look_of, remark, say

CIS = ("github", "gitlab", "none")
WRITES = Text(da="skriver", en="writes")
WOULD_WRITE = Text(da="ville skrive", en="would write")
STANDS = Text(da="står der", en="is there")
OWN = Text(da="jeres egen; den røres ikke", en="your own; it is left alone")
NOT_DONE = Text(
    da="Intet er skrevet; det gør partnerskab init uden --dry-run.", en="Nothing is written; partnerskab init without --dry-run does that."
)
KEPT = Text(
    da="{path} er ikke ændret, så den gælder stadig ikke for kommune {code}. Ret `kommunekode` og `kommune` i den.",
    en="{path} is unchanged, so it still is not for municipality {code}. Change `municipality_code` and `municipality` in it.",
)
BESIDES = Text(
    da="Og så mangler kun to ting, som ikke kan stå i en fil:", en="And then only two things are missing that cannot stand in a file:"
)
BY_HAND = (
    (
        '  git config diff.partnerskab.textconv "partnerskab show --plain"',
        Text(da="(git viser ændringer i ord)", en="(git shows changes in words)"),
    ),
    ("  pre-commit install", Text(da="(tjek, før I gemmer i git)", en="(a check before you commit)")),
)
NEXT = Text(
    da="Næste skridt: partnerskab guide --for kommune, og så partnerskab new.",
    en="Next: partnerskab guide --for municipality, and then partnerskab new.",
)


class Step(NamedTuple):
    """A file of the new record, and how it stands on the disk already."""

    laid: Laid
    there: bytes | None

    @property
    def writes(self) -> bool:
        """Whether it is to be written."""
        return self.there is None

    @property
    def same(self) -> bool:
        """Whether it stands there as it would be written."""
        return self.there == self.laid.text.encode()


def init(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    municipality: Annotated[
        str | None,
        argument(
            metavar="[KOMMUNE]",
            da="kommunens navn eller kode, fx Tønder eller 550",
            en="the municipality's name or code, such as Tønder or 550",
        ),
    ] = None,
    keys: Annotated[
        str | None, option("--keys", metavar="SPROG", da="nøglernes sprog: da eller en", en="the language of the keys: da or en")
    ] = None,
    ci: Annotated[str, option("--ci", metavar="VÆRT", da="github, gitlab eller none", en="github, gitlab or none")] = "github",
    package: Annotated[
        str | None,
        option(
            "--package",
            metavar="PAKKE",
            da="hvad pip skal hente i CI; ellers denne version",
            en="what pip fetches in CI; else this version",
        ),
    ] = None,
    *,
    dry_run: Annotated[bool, option("--dry-run", da="vis kun, hvad der ville blive skrevet", en="only show what would be written")] = False,
) -> int:
    """Begin a record here; nothing that exists is overwritten."""
    manner: Manner = context.obj
    profile = setting([]).profile
    language = language_of(manner, profile)
    start = Beginning(code_of(municipality), keys_asked(keys) or language, fit(package), one_of("--ci", ci, CIS))
    steps = [Step(laid, there(Path(laid.path))) for laid in record_files(start)]
    look = look_of(manner, language)
    if dry_run:
        say(plan(steps, look, WOULD_WRITE, at_length=manner.verbose))
        remark(NOT_DONE.said(language), manner)
        return Exit.DONE
    write(steps)
    say(plan(steps, look, WRITES, at_length=False))
    if start.code not in {None, profile.municipality_code} and not steps[0].writes:
        remark(KEPT.said(language, path=steps[0].laid.path, code=start.code), manner)
    code = verdict(look)
    beside = look_of(manner, language, sys.stderr)._replace(colour=False)
    todo = [line for row in paired(BY_HAND, beside, "    ") for line in row]
    remark("\n".join([BESIDES.said(language), *todo, NEXT.said(language)]), manner)
    return code


def code_of(municipality: str | None) -> str | None:
    """The code of the named municipality.

    Raises:
        CommandError: there is no such municipality.

    """
    code = municipality_code(municipality) if municipality else None
    if municipality and code is None:
        usual = Text(da="skriv navnet eller koden på en af de 98 kommuner", en="write the name or the code of one of the 98 municipalities")
        says = Text(da="Der er ingen kommune »{name}«.", en="There is no municipality “{name}”.").filled(name=municipality)
        raise CommandError(says, guess(municipality.removesuffix(" Kommune"), MUNICIPALITIES.values()) or usual)
    return code


def fit(package: str | None) -> str:
    """What pip is to install; it becomes a word between quotation marks in files that CI runs.

    Raises:
        CommandError: it holds what could not stand there.

    """
    name = package or f"partnerskab-cli=={__version__}"
    if any(letter in "\"\\\\'`$\n\r" or not letter.isprintable() for letter in name) or name.startswith("-"):
        raise CommandError(
            Text(da="»{name}« kan ikke stå efter --package.", en="“{name}” cannot stand after --package.").filled(name=name),
            Text(da="skriv fx partnerskab-cli==1.0.0", en="write for instance partnerskab-cli==1.0.0"),
        )
    return name


def there(path: Path) -> bytes | None:
    """What a file holds, or nothing where there is none; what is no plain file counts as held."""
    if path.is_file():
        return path.read_bytes()
    return b"" if path.exists() or path.is_symlink() else None


def write(steps: list[Step]) -> None:
    """Write what is not there yet, all of it or nothing."""
    missing = [step.laid for step in steps if step.writes]
    for laid in missing:
        Path(laid.path).parent.mkdir(parents=True, exist_ok=True)
    write_together([Planned(Path(laid.path), laid.text.encode()) for laid in missing])


def plan(steps: list[Step], look: Look, verb: Text, *, at_length: bool) -> str:
    """What is written, a line a file; at length with what it holds."""
    state = {True: verb.said(look.language), False: STANDS.said(look.language)}
    width = max(len(words) for words in state.values()) + 2
    rows = [(f"{state[step.writes]:<{width}}{step.laid.path}", step.laid.what if step.writes or step.same else OWN) for step in steps]
    lines: list[str] = []
    for step, row in zip(steps, paired(rows, look, " " * width), strict=True):
        lines += row
        if at_length and not step.same and not step.laid.path.startswith("schema/"):
            lines += [painted(f"  | {shown(line)}".rstrip(), DIM, look) for line in step.laid.text.splitlines()]
    return "\n".join(lines) + "\n"


def paired(rows: Sequence[tuple[str, Text]], look: Look, margin: str) -> Iterator[list[str]]:
    """Things and what each is for: side by side where all of them fit, else the one below the other."""
    told = [(thing, what.said(look.language)) for thing, what in rows]
    column = max(len(thing) for thing, _ in told) + 2
    narrow = look.width is not None and any(column + len(what) > look.width for _, what in told)
    for thing, what in told:
        below = [painted(line, DIM, look) for line in folded(what, look, margin, margin)]
        yield [thing, *below] if narrow else [thing.ljust(column) + painted(what, DIM, look)]


def verdict(look: Look) -> int:
    """Check every agreement by itself, and say what was found; what only all together show can wait until there are some."""
    where = setting([FOLDER])
    every = [one.shown for one in agreements([FOLDER])]
    report = reviewed(Review(every), where, Settings(where.profile, Moment(day(None))))
    say("\n" + format_named("concise")(report, look))
    return Exit.FOUND if report.count(Severity.ERROR) else Exit.DONE
