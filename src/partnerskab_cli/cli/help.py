"""Help, in both languages and narrow enough for any terminal."""

from collections.abc import Iterator, Sequence

from ..formats.terminal_style import TerminalStyle, wrap_cells
from ..text.localized import Language, Text
from ..text.page import make_text
from ..workspace.global_options import GENERAL
from .command_help import TOLD, build_command_help
from .options import Parameter, split_metavar
from .registry import COMMANDS

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


def format_overview(language: Language) -> str:
    """What the tool is, and its commands."""
    rows = [(listed.danish if language == "da" else name, listed.does.localize(language)) for name, listed in COMMANDS.items()]
    return "\n".join([
        f"{USAGE.localize(language)}: partnerskab {'KOMMANDO' if language == 'da' else 'COMMAND'} …",
        "", *wrap_paragraph(TOOL.localize(language), WIDTH), "",
        f"{EVERY_COMMAND.localize(language)}:", *format_two_columns(rows), "",
        f"{GENERALLY.localize(language)}:", *format_two_columns([(name, words.localize(language)) for name, words in GENERAL.items()]), "",
        *wrap_paragraph(MORE.localize(language), WIDTH),
    ]) + "\n"  # fmt: skip


def format_command_help(name: str, parameters: Sequence[Parameter], language: Language) -> str:
    """What a command does, its arguments and options, and two examples."""
    listed = COMMANDS[name]
    other = listed.danish if language == "en" else name
    own = name if language == "en" else listed.danish
    arguments, options = (
        [
            (format_parameter(parameter).localize(language), parameter.help.localize(language))
            for parameter in parameters
            if parameter.is_argument == is_argument
        ]
        for is_argument in (True, False)
    )
    needed = [
        format_parameter(parameter).localize(language).rpartition(", ")[2]
        for parameter in parameters
        if parameter.required and not parameter.is_argument
    ]
    words = " ".join([*(metavar for metavar, _ in arguments), *needed])
    return "\n".join([
        f"{USAGE.localize(language)}: partnerskab {own} {words}".rstrip(),
        "", *wrap_paragraph(build_command_help(name).localize(language), WIDTH),
        "", *wrap_paragraph(ALSO.localize(language, name=other), WIDTH),
        *format_help_section(ARGUMENTS, arguments, language), *format_help_section(OPTIONS, options, language),
        *format_help_section(GENERALLY, [(spelt, text.localize(language)) for spelt, text in GENERAL.items()], language),
        "", f"{EXAMPLES.localize(language)}:", *(line for example in TOLD[name].examples for line in wrap_example(example.localize(language))),
    ]) + "\n"  # fmt: skip


def format_help_section(title: Text, rows: list[tuple[str, str]], language: Language) -> list[str]:
    """A titled table, or nothing."""
    return ["", f"{title.localize(language)}:", *format_two_columns(rows)] if rows else []


def format_parameter(parameter: Parameter) -> Text:
    """An option or an argument as it is written: `-o, --output FORMAT=FILE`, `[AGREEMENT]`."""
    value = split_metavar(parameter.metavar)
    if parameter.is_argument:
        return value
    names = ", ".join(sorted((name.partition("/")[0] for name in parameter.names), key=len))
    return Text(*(f"{names} {word}" for word in value)) if parameter.metavar else make_text(names)


def wrap_paragraph(words: str, width: int) -> list[str]:
    """A paragraph in lines; options, ids and commands are not broken."""
    return wrap_cells(words, TerminalStyle(width=width))


def wrap_example(example: str) -> Iterator[str]:
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


def format_two_columns(rows: list[tuple[str, str]]) -> Iterator[str]:
    """Names and what they mean, in two columns where there is room."""
    column = min(22, max((len(name) for name, _ in rows), default=0) + 4)
    for name, words in rows:
        lines = wrap_paragraph(words, WIDTH - column)
        if len(name) + 4 > column:
            yield f"  {name}"
        else:
            yield f"  {name}".ljust(column) + lines.pop(0)
        yield from (" " * column + line for line in lines)
