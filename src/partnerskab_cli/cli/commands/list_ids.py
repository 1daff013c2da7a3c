"""`partnerskab list`: the ids of agreements, for scripts."""

import typer

from ...portfolio.sort_and_group import sort_entries
from ...text.localized import Text, escape_control_characters
from ...workspace.files import choose_language, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions
from ...workspace.load_portfolio import load_portfolio
from ..options import SortField, Today, Where
from ..report_output import choose_exit_code
from ..terminal import print_note, print_text

LEFT_OUT = Text(da="{path}: {reason}", en="{path}: {reason}")


def listing(
    context: typer.Context,
    where: Where = None,
    sort: SortField = None,
    today: Today = None,
) -> int:
    """Name the agreements, one a line, by their titles in Danish order; files that could not be read are told of beside."""
    options: GlobalOptions = context.obj
    portfolio = load_portfolio(open_workspace([]), parse_today(today), where or (), options)
    language = choose_language(options, portfolio.profile)
    print_text("".join(f"{escape_control_characters(entry.name)}\n" for entry in sort_entries(portfolio.entries, sort, portfolio.profile)))
    for file in portfolio.broken:
        print_note(
            LEFT_OUT.localize(
                language, path=escape_control_characters(file.path), reason=escape_control_characters(file.reason.localize(language))
            ),
            options,
        )
    return choose_exit_code(portfolio)
