"""Help, in both languages and narrow enough for any terminal."""

from collections.abc import Iterator
from typing import Any

from ..formats.look import Look, folded
from ..page import plain
from ..text import Language, Text
from .commands import COMMANDS
from .manner import GENERAL
from .options import help_of, standing
from .telling import TOLD, about

WIDTH = 60
USAGE = Text(da="Brug", en="Usage")
GENERALLY = Text(da="Overalt", en="Everywhere")
OPTIONS = Text(da="Valg", en="Options")
ARGUMENTS = Text(da="Angiv", en="Arguments")
EXAMPLES = Text(da="Eksempler", en="Examples")
EVERY_COMMAND = Text(da="Kommandoer", en="Commands")
TOOL = Text(
    da="Partnerskabsaftaler mellem kommune og frivillige: skrevet, tjekket, vist og fulgt som almindelige filer.",
    en="Partnership agreements between a municipality and volunteers: written, checked, shown and followed as plain files.",
)
MORE = Text(da="partnerskab KOMMANDO --help siger mere.", en="partnerskab COMMAND --help says more.")
ALSO = Text(da="Hedder også: partnerskab {name}", en="Also called: partnerskab {name}")


def overview(language: Language) -> str:
    """What the tool is, and its commands."""
    rows = [(listed.danish if language == "da" else name, listed.does.said(language)) for name, listed in COMMANDS.items()]
    return "\n".join([
        f"{USAGE.said(language)}: partnerskab {'KOMMANDO' if language == 'da' else 'COMMAND'} …",
        "", *wrapped(TOOL.said(language), WIDTH), "",
        f"{EVERY_COMMAND.said(language)}:", *table(rows), "",
        f"{GENERALLY.said(language)}:", *table([(name, words.said(language)) for name, words in GENERAL.items()]), "",
        *wrapped(MORE.said(language), WIDTH),
    ]) + "\n"  # fmt: skip


def of_command(name: str, command: Any, language: Language) -> str:  # noqa: ANN401 - typer's command has no public type
    """What a command does, its arguments and options, and two examples."""
    listed = COMMANDS[name]
    other = listed.danish if language == "en" else name
    own = name if language == "en" else listed.danish
    parameters = [one for one in command.params if not getattr(one, "hidden", False)]
    arguments, options = (
        [(spelling(one).said(language), help_of(one.help).said(language)) for one in parameters if one.param_type_name == kind]
        for kind in ("argument", "option")
    )
    needed = [spelling(one).said(language).rpartition(", ")[2] for one in parameters if one.param_type_name == "option" and one.required]
    words = " ".join([*(metavar for metavar, _ in arguments), *needed])
    return "\n".join([
        f"{USAGE.said(language)}: partnerskab {own} {words}".rstrip(),
        "", *wrapped(about(name).said(language), WIDTH),
        "", *wrapped(ALSO.said(language, name=other), WIDTH),
        *section(ARGUMENTS, arguments, language), *section(OPTIONS, options, language),
        *section(GENERALLY, [(spelt, said.said(language)) for spelt, said in GENERAL.items()], language),
        "", f"{EXAMPLES.said(language)}:", *(line for example in TOLD[name].examples for line in broken(example.said(language))),
    ]) + "\n"  # fmt: skip


def section(title: Text, rows: list[tuple[str, str]], language: Language) -> list[str]:
    """A titled table, or nothing."""
    return ["", f"{title.said(language)}:", *table(rows)] if rows else []


def spelling(one: Any) -> Text:  # noqa: ANN401 - typer's parameters have no public type
    """An option or an argument as it is written: `-o, --output FORMAT=FILE`, `[AGREEMENT]`."""
    value = standing(str(one.metavar or one.name))
    if one.param_type_name == "argument":
        return value
    names = ", ".join(sorted(one.opts, key=len))
    return Text(*(f"{names} {word}" for word in value)) if one.metavar and not one.is_flag else plain(names)


def wrapped(words: str, width: int) -> list[str]:
    """A paragraph in lines; options, ids and commands are not broken."""
    return folded(words, Look(width=width))


def broken(example: str) -> Iterator[str]:
    """An example, broken before an option where it is too wide, in the way a shell reads it."""
    line, *options = example.split(" --")
    margin = "  "
    for option in options:
        if len(f"{margin}{line} --{option}") > WIDTH - 2:
            yield f"{margin}{line} \\"
            margin, line = "    ", f"--{option}"
        else:
            line = f"{line} --{option}"
    yield margin + line


def table(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Names and what they mean, in two columns where there is room."""
    column = min(22, max((len(name) for name, _ in rows), default=0) + 4)
    for name, words in rows:
        lines = wrapped(words, WIDTH - column)
        if len(name) + 4 > column:
            yield f"  {name}"
        else:
            yield f"  {name}".ljust(column) + lines.pop(0)
        yield from (" " * column + line for line in lines)
