"""What became of a list, as a page: each column, each cell that could not be read, each draft."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..create.cells import SumRow
from ..create.column_mapping import Target
from ..create.import_list import KEPT, DraftFile, UnreadableCell
from ..source.spreadsheets import Spreadsheet
from ..text.localized import LANGUAGES, Language, Text
from ..text.page import Block, Bullet, Bullets, Heading, HelpParagraph, HelpTable, Page, make_text

LONGEST_QUOTE = 60
TITLE = Text(da="Fra liste til udkast", en="From a list to drafts")
HEAD = (Text(da="Kolonne", en="Column"), Text(da="Felt", en="Field"))
LEFT_OUT = Text(da="(udelades, som --map siger)", en="(left out, as --map says)")
NO_FIELD = Text(da="(intet felt; skrives under {kept})", en="(no field; written under {kept})")
CELLS = Text(da="Celler, som intet felt kunne rumme", en="Cells that no field could hold")
CELL = Text(
    da="række {row}, {heading}: »{text}« {why}. Den står under {kept}.", en="row {row}, {heading}: “{text}” {why}. It stands under {kept}."
)
LEFT_IN_SHEET = Text(
    da="række {row}, {heading}: »{text}« {why}. Feltet står tomt.", en="row {row}, {heading}: “{text}” {why}. The field is empty."
)
ROWS = Text(da="Rækker, der ikke er med", en="Rows that are left out")
TITLE_ROW = Text(da="række {row}: »{text}« står over overskrifterne", en="row {row}: “{text}” is above the headings")
SUM_ROW = Text(da="række {row}: »{text}« lægger rækkerne over den sammen", en="row {row}: “{text}” adds up the rows above it")
NOWHERE = Text(da="række {row}, {heading}: cellen {why}.", en="row {row}, {heading}: the cell {why}.")
DRAFTS = Text(da="Udkast", en="Drafts")
EXISTS = Text(da="findes allerede og røres ikke", en="exists already and is left alone")
NONE = Text(da="Listen har ingen rækker med noget i.", en="The list has no rows with anything in them.")
SUM = Text(
    da="{drafts} udkast; {there} fandtes allerede. {unread} {unread:celle|celler} kunne ikke læses, og {columns} {columns:kolonne|kolonner} har intet felt.",
    en="{drafts} {drafts:draft|drafts}; {there} existed already. {unread} {unread:cell|cells} could not be read, and {columns} {columns:column has|columns have} no field.",
)


class PlannedDraft(NamedTuple):
    """A draft, and where it goes."""

    draft: DraftFile
    path: str
    there: bool
    """Whether a file stands there already."""


def build_import_page(
    listed: Spreadsheet, sums: Sequence[SumRow], mapping: Mapping[str, Target | None], placed: Sequence[PlannedDraft], keys: Language
) -> Page:
    """Columns, rows that are left out, unread cells, drafts, and the sum of it."""
    headings = listed.headings
    unread = [cell for draft in placed for cell in draft.draft.unread]
    missing = sum(target is None for target in mapping.values())
    there = sum(draft.there for draft in placed)
    last = SUM.format(drafts=len(placed) - there, there=there, unread=len(unread), columns=missing)
    return Page(
        TITLE,
        (
            *build_column_blocks(headings, mapping, keys),
            *build_left_out(listed, sums),
            *build_unread_cell_blocks(unread, keys),
            *build_draft_blocks(placed),
            HelpParagraph(last),
        ),
    )


def build_column_blocks(headings: Sequence[str], mapping: Mapping[str, Target | None], keys: Language) -> Iterator[Block]:
    """Where each column goes."""
    yield HelpTable(HEAD, tuple((make_text(heading), describe_target(heading, mapping, keys)) for heading in headings))


def describe_target(heading: str, mapping: Mapping[str, Target | None], keys: Language) -> Text:
    """The field of a column."""
    if heading not in mapping:
        return LEFT_OUT
    target = mapping[heading]
    return make_text(target.localize(keys)) if target else NO_FIELD.format(kept=KEPT.localize(keys))


def build_left_out(listed: Spreadsheet, sums: Sequence[SumRow]) -> Iterator[Block]:
    """The rows that are no agreements."""
    rows = [
        *(TITLE_ROW.format(row=number, text=quote_short(text)) for number, text in listed.titles),
        *(SUM_ROW.format(row=row.row, text=quote_short(row.text)) for row in sums),
    ]
    if rows:
        yield Heading(ROWS)
        yield Bullets(tuple(Bullet(row) for row in rows))


def quote_short(text: str) -> str:
    """A text as it is quoted, not at length."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def build_unread_cell_blocks(unread: Sequence[UnreadableCell], keys: Language) -> Iterator[Block]:
    """The cells that no field could hold."""
    if unread:
        yield Heading(CELLS)
        yield Bullets(tuple(Bullet(describe_unread_cell(cell, keys)) for cell in unread))


def describe_unread_cell(cell: UnreadableCell, keys: Language) -> Text:
    """A cell and why it could not be read; what must not be written is not repeated either."""
    text = quote_short(cell.text)
    sentence = NOWHERE if not cell.text else CELL if cell.kept else LEFT_IN_SHEET
    return sentence.format(row=cell.row, heading=cell.heading, text=" ".join(text.split()), why=cell.why, kept=KEPT.localize(keys))


def build_draft_blocks(placed: Sequence[PlannedDraft]) -> Iterator[Block]:
    """The drafts by their paths."""
    yield Heading(DRAFTS)
    if not placed:
        yield HelpParagraph(NONE)
        return
    yield Bullets(tuple(Bullet(Text(*(describe_draft(draft, language) for language in LANGUAGES))) for draft in placed))


def describe_draft(draft: PlannedDraft, language: Language) -> str:
    """A draft's path, and whether it is left alone."""
    return f"{draft.path} ({EXISTS.localize(language)})" if draft.there else draft.path
