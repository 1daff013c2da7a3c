"""`partnerskab rules`: all rules."""

from typing import Annotated

import typer

from ...errors import Exit
from ...formats.terminal_style import TerminalStyle
from ...help.rule_list import build_rules_page, build_rules_reference, dump_rules
from ...workspace.files import choose_language, open_workspace
from ...workspace.global_options import GlobalOptions
from ..options import option
from ..terminal import choose_terminal_style, print_document, print_text

FORMAT = option("--format", metavar="FORMAT", choices=("table", "md", "json"))


def rules(
    context: typer.Context,
    form: Annotated[str, FORMAT] = "table",
) -> int:
    """Show all rules."""
    options: GlobalOptions = context.obj
    style = choose_terminal_style(options, choose_language(options, open_workspace([]).profile))
    (print_text if form == FORMAT.choices[0] else print_document)(format_rule_list(FORMAT.parse(form), style))
    return Exit.DONE


def format_rule_list(form: str, style: TerminalStyle) -> str:
    """All rules as a table, as a document, or for machines."""
    if form == "json":
        from ...formats.machine_readable import dump_json  # noqa: PLC0415 - only one of the three forms needs it

        return dump_json(dump_rules(style.language))
    from ...render.page_registry import PAGE_FORMATS  # noqa: PLC0415 - likewise

    return PAGE_FORMATS["md"](build_rules_reference(), style) if form == "md" else PAGE_FORMATS["text"](build_rules_page(), style)
