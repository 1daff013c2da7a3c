"""Every command with its options, and every report: as a page for those who read before they type, and as the table that completion reads."""

import json
from collections.abc import Iterator

from ..portfolio.registry import REPORTS
from ..text.localized import Text
from ..text.page import Block, CodeBlock, Heading, HelpParagraph, HelpTable, Page, make_text
from ..workspace.global_options import GENERAL
from .command_help import TOLD, build_command_help
from .help import ARGUMENTS, OPTIONS, format_parameter
from .options import Parameter
from .parser import iter_parameters
from .registry import COMMANDS, CommandInfo

TITLE = Text(da="Kommandoer", en="Commands")
ABOUT = Text(
    da="Hver kommando har et engelsk og et dansk navn; de gør det samme. `partnerskab KOMMANDO --help` siger det samme i terminalen. "
    "Slutkoder: 0 færdig · 1 der er fundet noget · 2 brugt forkert, eller det kunne ikke lade sig gøre · 3 en fejl i værktøjet · 130 afbrudt.",
    en="Every command has an English and a Danish name; they do the same. `partnerskab COMMAND --help` says the same in the terminal. "
    "Exit codes: 0 done · 1 something was found · 2 used wrongly, or it could not be done · 3 a bug of the tool · 130 interrupted.",
)
GENERALLY = Text(da="Overalt", en="Everywhere")
MEANS = Text(da="Betyder", en="Means")
COMMAND = Text(da="{danish} · {english}", en="{english} · {danish}")
REPORTS_TITLE = Text(da="Rapporter", en="Reports")
REPORTS_ABOUT = Text(da="`partnerskab portefølje RAPPORT` viser en af dem:", en="`partnerskab portfolio REPORT` shows one of them:")
REPORT_HEAD = (Text(da="Rapport", en="Report"), Text(da="På engelsk", en="In Danish"), Text(da="Viser", en="Shows"))


def build_commands_reference() -> Page:
    """All commands in the order of the overview, then what may stand with each, then the reports."""
    every = tuple(block for name, listed in COMMANDS.items() for block in build_command_reference(name, listed))
    general = HelpTable((OPTIONS, MEANS), tuple((quote_code(make_text(spelt)), text) for spelt, text in GENERAL.items()))
    return Page(TITLE, (HelpParagraph(ABOUT), *every, Heading(GENERALLY), general, *build_reports_reference()))


def build_command_reference(name: str, listed: CommandInfo) -> Iterator[Block]:
    """One command: what it does, its arguments, its options, and examples."""
    yield Heading(COMMAND.format(danish=listed.danish, english=name))
    yield HelpParagraph(build_command_help(name))
    parameters = tuple(iter_parameters(name))
    for title, is_argument in ((ARGUMENTS, True), (OPTIONS, False)):
        if those := [parameter for parameter in parameters if parameter.is_argument == is_argument]:
            yield HelpTable((title, MEANS), tuple((quote_code(format_parameter(item)), item.help) for item in those))
    yield CodeBlock(Text(*("\n".join(both) for both in zip(*TOLD[name].examples, strict=True))), "text")


def quote_code(text: Text) -> Text:
    """What is typed as it stands."""
    return Text(*(f"`{word}`" for word in text))


def build_reports_reference() -> Iterator[Block]:
    """Every report by both its names."""
    yield Heading(REPORTS_TITLE)
    yield HelpParagraph(REPORTS_ABOUT)
    rows = (
        (Text(da=f"`{report.danish}`", en=f"`{name}`"), Text(da=f"`{name}`", en=f"`{report.danish}`"), report.tells)
        for name, report in REPORTS.items()
    )
    yield HelpTable(REPORT_HEAD, tuple(rows))


def dump_completion_table() -> str:
    """The options and arguments of all commands, a line each, as completion reads them."""
    commands = (
        f"{json.dumps(name)}: [\n"
        + ",\n".join(json.dumps(row, ensure_ascii=False) for row in map(list_parts, iter_parameters(name)))
        + "\n]"
        for name in COMMANDS
    )
    return "{\n" + ",\n".join(commands) + "\n}\n"


def list_parts(parameter: Parameter) -> tuple[object, ...]:
    """A row of the completion table: the names, what stands for the value, the help, and the words that are offered."""
    names = tuple(spelt for name in parameter.names for spelt in name.split("/"))
    return names, parameter.metavar, parameter.help, parameter.choices or parameter.suggestions
