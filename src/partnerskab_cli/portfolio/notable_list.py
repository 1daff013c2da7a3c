"""What can be noted of an agreement, and by which key."""

from ..model.notable import iter_notables, strip_occasion
from ..text.localized import Text
from .deadlines import KEY
from .due import DueItem, list_due_items
from .portfolio import Portfolio, PortfolioEntry
from .report import PortfolioReport, ReportRow, ReportTable, date_column, text_column

TITLE_OF = Text(da="Det kan noteres om {title}", en="What can be noted about {title}")
COLUMNS = (
    date_column("day", "Dag", "Day"),
    text_column("state", "Hvornår", "When"),
    text_column("what", "Hvad", "What"),
    date_column("noted", "Senest noteret", "Last noted"),
    KEY._replace(spare=False),
)
NOTHING = Text(da="Der er ikke noget at notere.", en="There is nothing to note.")


def build_notable_list(entry: PortfolioEntry, portfolio: Portfolio) -> PortfolioReport:
    """What can be noted: what has a day by its day, then the rest in the order of the file."""
    due_by_key: dict[str, DueItem] = {}
    for due_item in list_due_items(portfolio):
        if due_item.entry is entry:
            due_by_key.setdefault(strip_occasion(due_item.duty.key), due_item)
    every = [(notable, due_by_key.get(notable.key)) for notable in iter_notables(entry.agreement) if notable.is_open]
    lines = [(known.duty.day if known else notable.day, known and known.state, notable) for notable, known in every]
    lines.sort(key=lambda row: (row[0] is None, row[0] or portfolio.today))
    rows = tuple(ReportRow((when, state, notable.label, notable.noted, notable.key), entry) for when, state, notable in lines)
    title = TITLE_OF.format(title=entry.title)
    return PortfolioReport("notable", title, portfolio.today, (ReportTable("notable", title, COLUMNS, rows, (), NOTHING),))
