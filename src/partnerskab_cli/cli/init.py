"""`partnerskab init`: begin a record in the folder where one stands."""

import os
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
from ..formats.table import FORMATS
from ..history.git import default_branch, top_of
from ..reading.record_folder import FOLDER
from ..reading.source import content
from ..rules.rule import Moment
from ..text import Language, Text, shown
from ..writing.atomic import Planned, write_together
from ..writing.beginning import Beginning, Laid, record_files
from .manner import Manner, keys_asked, one_of
from .options import argument, option
from .record import agreements, below, day, language_of, setting
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
ASK_SOURCE = Text(
    da="Hvor skal hooks og CI hente værktøjet? Skriv et navn med udgave eller en adresse med commit. Enter: det venter.",
    en="Where should hooks and CI fetch the tool? Write a name with its version or an address with a commit. Enter: later.",
)
NO_SOURCE = Text(
    da="Det står ikke i filerne, hvor værktøjet hentes. Hooks bruger det, der er installeret her; CI stopper, til I skriver det i filen.",
    en="The files do not say where the tool is fetched. Hooks use the one installed here; CI stops until you write it in the file.",
)
BESIDES = Text(da="Det skal I selv gøre:", en="This is for you to do:")
BEGIN_GIT = ("  git init", Text(da="(git gemmer historikken)", en="(git keeps the history)"))
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
    source: Annotated[
        str | None,
        option(
            "--source",
            "--package",
            metavar="NAVN|ADRESSE",
            da="hvor værktøjet hentes i hooks og CI: et navn med udgave, eller en adresse med commit",
            en="where hooks and CI fetch the tool: a name with its version, or an address with a commit",
        ),
    ] = None,
    *,
    dry_run: Annotated[bool, option("--dry-run", da="vis kun, hvad der ville blive skrevet", en="only show what would be written")] = False,
) -> int:
    """Begin a record here; nothing that exists is overwritten."""
    manner: Manner = context.obj
    profile = setting([]).profile
    language = language_of(manner, profile)
    host, branch = one_of("--ci", ci, CIS), default_branch(Path(), os.environ)
    start = Beginning(code_of(municipality), keys_asked(keys) or language, fit(ask_source(source, language, dry_run=dry_run)), host, branch)
    steps = steps_of(record_files(start))
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
    first = () if top_of(Path()) else (BEGIN_GIT,)
    todo = [line for row in paired((*first, *BY_HAND), beside, "    ") for line in row]
    if not start.source:
        remark("\n".join(folded(NO_SOURCE.said(language), beside)), manner)
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


def ask_source(source: str | None, language: Language, *, dry_run: bool) -> str:
    """Where the tool is fetched: as it was said, else asked for at a terminal, else nowhere; it is never guessed."""
    if source is not None or dry_run or not sys.stdin.isatty():
        return source or ""
    say(f"{ASK_SOURCE.said(language)}\n> ")
    return sys.stdin.readline().strip()


def fit(source: str) -> str:
    """What pip is to install; it becomes a word between quotation marks in files that CI runs.

    Raises:
        CommandError: it holds what could not stand there.

    """
    if any(letter in "\"\\'`$\n\r" or not letter.isprintable() for letter in source) or source.startswith("-"):
        raise CommandError(
            Text(da="»{name}« kan ikke stå efter --source.", en="“{name}” cannot stand after --source.").filled(name=source),
            Text(
                da="skriv en adresse, fx git+https://git.example/VÆRKTØJ@COMMIT",
                en="write an address, for example git+https://git.example/TOOL@COMMIT",
            ),
        )
    return source


def steps_of(files: Sequence[Laid]) -> list[Step]:
    """The files of the new record; no first agreement where there is one already."""
    steps = [Step(laid, there(Path(laid.path))) for laid in files]
    others = not Path(FOLDER).is_symlink() and any(below(FOLDER))
    return [step for step in steps if not (step.writes and others and step.laid.path.startswith(f"{FOLDER}/"))]


def there(path: Path) -> bytes | None:
    """What a file holds, or nothing where there is none; what is no plain file counts as held."""
    data = content(path, Path())
    if isinstance(data, bytes):
        return data
    return b"" if path.exists() or path.is_symlink() else None


def write(steps: list[Step]) -> None:
    """Write what is not there yet, all of it or nothing."""
    missing = [step.laid for step in steps if step.writes]
    write_together([Planned(Path(laid.path), laid.text.encode()) for laid in missing], make=True)


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
    say("\n" + FORMATS["concise"](report, look))
    return Exit.FOUND if report.count(Severity.ERROR) else Exit.DONE
