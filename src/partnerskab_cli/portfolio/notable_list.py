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


def build_notable_list(entry: PortfolioEntry, whole: Portfolio) -> PortfolioReport:
    """What can be noted: what has a day by its day, then the rest in the order of the file."""
    found: dict[str, DueItem] = {}
    for one in list_due_items(whole):
        if one.entry is entry:
            found.setdefault(strip_occasion(one.duty.key), one)
    every = [(one, found.get(one.key)) for one in iter_notables(entry.agreement) if one.is_open]
    told = [(known.duty.day if known else one.day, known and known.state, one) for one, known in every]
    told.sort(key=lambda row: (row[0] is None, row[0] or whole.today))
    rows = tuple(ReportRow((when, state, one.label, one.noted, one.key), entry) for when, state, one in told)
    title = TITLE_OF.format(title=entry.title)
    return PortfolioReport("notable", title, whole.today, (ReportTable("notable", title, COLUMNS, rows, (), NOTHING),))
