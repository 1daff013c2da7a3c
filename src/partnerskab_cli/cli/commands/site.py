"""`partnerskab site`: the public overview as a web site."""

from typing import Annotated

import typer

from ...errors import CommandError
from ...render.site import render_site as pages
from ...text.localized import Text
from ...workspace.files import choose_language, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions
from ...workspace.load_portfolio import load_portfolio
from ...workspace.search_numbers import refuse_numbers
from ..destination import parse_folder
from ..options import OUTPUT_FOLDER, OnlyCheck, ProfileName, Today, Where
from ..output_folder import FolderOutput, check_folder, fill_folder
from ..report_output import choose_exit_code, load_report_style

HTML = "html"
SITE = "site"


def site(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    output: Annotated[
        str | None, OUTPUT_FOLDER.replace_help(da="mappen, siderne skrives i", en="the folder the pages are written into")
    ] = None,
    where: Where = None,
    today: Today = None,
    profile: ProfileName = None,
    *,
    check: OnlyCheck = False,
) -> int:
    """Write the public overview as a web site; public text only."""
    options: GlobalOptions = context.obj
    if output is None:
        raise CommandError(
            Text(da="Der mangler en mappe til siderne.", en="A folder for the pages is missing."),
            Text(da="skriv fx -o hjemmeside", en="write for instance -o site"),
        )
    folder = parse_folder(output)
    record = open_workspace([], profile)
    refuse_numbers([], record)
    portfolio = load_portfolio(record, parse_today(today), where or (), options)
    language = choose_language(options, record.profile)
    site_pages = pages(portfolio, load_report_style(record, language))
    files = {name: page.encode("utf-8") for name, page in site_pages.items()}
    place = FolderOutput(
        folder, HTML, files, dict.fromkeys(files, SITE), lambda subject: subject == SITE, lambda name: name.endswith(f".{HTML}")
    )
    return (check_folder(place, language) if check else fill_folder(place, options, language)) or choose_exit_code(portfolio)
