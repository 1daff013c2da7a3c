"""`partnerskab init`: begin a record in the folder where one stands."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ...atomic import PendingWrite, write_together
from ...check import CheckOptions
from ...create.init_files import InitFileText, InitOptions, make_init_files
from ...diagnostics import Severity
from ...errors import CommandError, Exit
from ...formats.registry import FORMATS
from ...formats.terminal_style import DIM, TerminalStyle, colorize, wrap_cells
from ...history.git import find_default_branch, find_worktree_root
from ...model.municipalities import MUNICIPALITIES, find_municipality_code
from ...rules.rule import CheckDates
from ...source.agreements_folder import FOLDER
from ...source.files import read_bytes
from ...text.localized import Language, Text, escape_control_characters
from ...text.matching import suggest
from ...workspace.files import choose_language, find_agreements, iter_yaml_paths, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions, parse_keys_option
from ...workspace.run_check import CheckRequest, run_check
from ..options import DryRun, KeysLanguage, argument, option
from ..terminal import choose_terminal_style, print_note, print_text

CI = option("--ci", metavar="VÆRT", choices=("github", "gitlab", "none"))
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


class InitFile(NamedTuple):
    """A file of the new record, and how it stands on the disk already."""

    laid: InitFileText
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
    keys: KeysLanguage = None,
    ci: Annotated[str, CI] = "github",
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
    dry_run: DryRun = False,
) -> int:
    """Begin a record here; nothing that exists is overwritten."""
    options: GlobalOptions = context.obj
    profile = open_workspace([]).profile
    language = choose_language(options, profile)
    host, branch = CI.parse(ci), find_default_branch(Path(), os.environ)
    start = InitOptions(
        resolve_municipality_code(municipality),
        parse_keys_option(keys) or language,
        validate_package(ask_source(source, language, dry_run=dry_run)),
        host,
        branch,
    )
    steps = plan_files(make_init_files(start))
    style = choose_terminal_style(options, language)
    if dry_run:
        print_text(format_init_plan(steps, style, WOULD_WRITE, at_length=options.verbose))
        print_note(NOT_DONE.localize(language), options)
        return Exit.DONE
    write_new_files(steps)
    print_text(format_init_plan(steps, style, WRITES, at_length=False))
    if start.code not in {None, profile.municipality_code} and not steps[0].writes:
        print_note(KEPT.localize(language, path=steps[0].laid.path, code=start.code), options)
    code = check_new_repository(style)
    beside = choose_terminal_style(options, language, sys.stderr)._replace(colour=False)
    first = () if find_worktree_root(Path()) else (BEGIN_GIT,)
    todo = [line for row in format_pairs((*first, *BY_HAND), beside, "    ") for line in row]
    if not start.source:
        print_note("\n".join(wrap_cells(NO_SOURCE.localize(language), beside)), options)
    print_note("\n".join([BESIDES.localize(language), *todo, NEXT.localize(language)]), options)
    return code


def resolve_municipality_code(municipality: str | None) -> str | None:
    """The code of the named municipality.

    Raises:
        CommandError: there is no such municipality.

    """
    code = find_municipality_code(municipality) if municipality else None
    if municipality and code is None:
        usual = Text(da="skriv navnet eller koden på en af de 98 kommuner", en="write the name or the code of one of the 98 municipalities")
        says = Text(da="Der er ingen kommune »{name}«.", en="There is no municipality “{name}”.").format(name=municipality)
        raise CommandError(says, suggest(municipality.removesuffix(" Kommune"), MUNICIPALITIES.values()) or usual)
    return code


def ask_source(source: str | None, language: Language, *, dry_run: bool) -> str:
    """Where the tool is fetched: as it was said, else asked for at a terminal, else nowhere; it is never guessed."""
    if source is not None or dry_run or not sys.stdin.isatty():
        return source or ""
    print_text(f"{ASK_SOURCE.localize(language)}\n> ")
    return sys.stdin.readline().strip()


def validate_package(source: str) -> str:
    """What pip is to install; it becomes a word between quotation marks in files that CI runs.

    Raises:
        CommandError: it holds what could not stand there.

    """
    if any(letter in "\"\\'`$\n\r" or not letter.isprintable() for letter in source) or source.startswith("-"):
        raise CommandError(
            Text(da="»{name}« kan ikke stå efter --source.", en="“{name}” cannot stand after --source.").format(name=source),
            Text(
                da="skriv en adresse, fx git+https://git.example/VÆRKTØJ@COMMIT",
                en="write an address, for example git+https://git.example/TOOL@COMMIT",
            ),
        )
    return source


def plan_files(files: Sequence[InitFileText]) -> list[InitFile]:
    """The files of the new record; no first agreement where there is one already."""
    steps = [InitFile(laid, read_existing(Path(laid.path))) for laid in files]
    others = not Path(FOLDER).is_symlink() and any(iter_yaml_paths(FOLDER))
    return [step for step in steps if not (step.writes and others and step.laid.path.startswith(f"{FOLDER}/"))]


def read_existing(path: Path) -> bytes | None:
    """What a file holds, or nothing where there is none; what is no plain file counts as held."""
    data = read_bytes(path, Path())
    if isinstance(data, bytes):
        return data
    return b"" if path.exists() or path.is_symlink() else None


def write_new_files(steps: list[InitFile]) -> None:
    """Write what is not there yet, all of it or nothing."""
    missing = [step.laid for step in steps if step.writes]
    write_together([PendingWrite(Path(laid.path), laid.text.encode()) for laid in missing], make=True)


def format_init_plan(steps: list[InitFile], style: TerminalStyle, verb: Text, *, at_length: bool) -> str:
    """What is written, a line a file; at length with what it holds."""
    state = {True: verb.localize(style.language), False: STANDS.localize(style.language)}
    width = max(len(words) for words in state.values()) + 2
    rows = [(f"{state[step.writes]:<{width}}{step.laid.path}", step.laid.what if step.writes or step.same else OWN) for step in steps]
    lines: list[str] = []
    for step, row in zip(steps, format_pairs(rows, style, " " * width), strict=True):
        lines += row
        if at_length and not step.same and not step.laid.path.startswith("schema/"):
            lines += [colorize(f"  | {escape_control_characters(line)}".rstrip(), DIM, style) for line in step.laid.text.splitlines()]
    return "\n".join(lines) + "\n"


def format_pairs(rows: Sequence[tuple[str, Text]], style: TerminalStyle, margin: str) -> Iterator[list[str]]:
    """Things and what each is for: side by side where all of them fit, else the one below the other."""
    lines = [(thing, what.localize(style.language)) for thing, what in rows]
    column = max(len(thing) for thing, _ in lines) + 2
    narrow = style.width is not None and any(column + len(what) > style.width for _, what in lines)
    for thing, what in lines:
        below = [colorize(line, DIM, style) for line in wrap_cells(what, style, margin, margin)]
        yield [thing, *below] if narrow else [thing.ljust(column) + colorize(what, DIM, style)]


def check_new_repository(style: TerminalStyle) -> int:
    """Check every agreement by itself, and say what was found; what only all together show can wait until there are some."""
    workspace = open_workspace([FOLDER])
    every = [agreement.shown for agreement in find_agreements([FOLDER])]
    report = run_check(CheckRequest(every), workspace, CheckOptions(workspace.profile, CheckDates(parse_today(None))))
    print_text("\n" + FORMATS["concise"](report, style))
    return Exit.FOUND if report.count_severity(Severity.ERROR) else Exit.DONE
