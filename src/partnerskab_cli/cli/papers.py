"""What all commands that show a paper have in common: arranging it, dressing it, and the exit code."""

from ..documents.tables.dress import Dress
from ..documents.tables.formats import PAPER_FORMATS
from ..errors import Exit
from ..portfolio.portfolio import Portfolio
from ..portfolio.table import Paper
from ..text import Language, Text
from .destination import Destination
from .manner import Manner
from .record import Setting
from .saving import Subject, deliver
from .screen import look_of, remark, say

TABLE = "table"
PLAIN_TEXT = ".txt"
ONE_TABLE = frozenset({"csv", "csv-excel"})
LEFT_OUT = Text(
    da="CSV har plads til én tabel: {main}. --table vælger en anden: {others}.",
    en="CSV has room for one table: {main}. --table chooses another: {others}.",
)
ENDINGS = {**{name: listed.ending for name, listed in PAPER_FORMATS.items()}, TABLE: PLAIN_TEXT}
"""The formats of a report, each with the ending of its files."""


def arranged(paper: Paper, whole: Portfolio, sort: str | None, group_by: str | None) -> Paper:
    """The paper sorted and grouped as it was asked for.

    Raises:
        CommandError: there is no such field, or the paper has no rows about single agreements.

    """
    from ..portfolio.arranging import grouped_by, sorted_by  # noqa: PLC0415 - seldom asked for

    paper = sorted_by(paper, sort, whole.profile) if sort else paper
    return grouped_by(paper, group_by, whole.profile) if group_by else paper


def show_paper(paper: Paper, to: Destination, subject: Subject, manner: Manner, language: Language, where: Setting) -> None:  # noqa: PLR0913, PLR0917 - what, how and where to
    """The paper in a format, to standard output, to a file, or into a folder."""
    name = to.format
    if name == TABLE:
        from .tables import on_terminal  # noqa: PLC0415 - heavy

        look = look_of(manner, language)
        if to.file is None and to.folder is None:
            say(on_terminal(paper, look))
        else:
            deliver(on_terminal(paper, look._replace(colour=False, width=None)), to, subject, manner, language)
        return
    deliver(PAPER_FORMATS[name].render(paper, dress(where, language)), to, subject, manner, language)
    if name in ONE_TABLE and len(paper.tables) > 1:
        others = tuple(table.key for table in paper.tables if table is not paper.main)
        remark(LEFT_OUT.said(language, main=paper.main.key, others=others), manner)


def dress(where: Setting, language: Language) -> Dress:
    """How the record's papers look: its language, its logo and colours, its own templates."""
    from .looks import look_of as looks, templates  # noqa: PLC0415 - only pages need it

    return Dress(language, looks(where), templates(where.root))


def code_of(whole: Portfolio) -> int:
    """How a command ends that has told of a whole record: with a finding where a file could not be read."""
    return Exit.FOUND if whole.broken else Exit.DONE
