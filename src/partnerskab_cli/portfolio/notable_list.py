"""What can be noted of an agreement, and by which key."""

from ..agreement.notable import notables, without_occasion
from ..text import Text
from .deadlines import KEY
from .due import Due, due
from .portfolio import Entry, Portfolio
from .table import Paper, Row, Table, day, words

TITLE_OF = Text(da="Det kan noteres om {title}", en="What can be noted about {title}")
COLUMNS = (
    day("day", "Dag", "Day"),
    words("state", "Hvornår", "When"),
    words("what", "Hvad", "What"),
    day("noted", "Senest noteret", "Last noted"),
    KEY._replace(spare=False),
)
NOTHING = Text(da="Der er ikke noget at notere.", en="There is nothing to note.")


def notable_list(entry: Entry, whole: Portfolio) -> Paper:
    """What can be noted: what has a day by its day, then the rest in the order of the file."""
    found: dict[str, Due] = {}
    for one in due(whole):
        if one.entry is entry:
            found.setdefault(without_occasion(one.duty.key), one)
    every = [(one, found.get(one.key)) for one in notables(entry.agreement) if one.is_open]
    told = [(known.duty.day if known else one.day, known and known.state, one) for one, known in every]
    told.sort(key=lambda row: (row[0] is None, row[0] or whole.today))
    rows = tuple(Row((when, state, one.label, one.noted, one.key), entry) for when, state, one in told)
    title = TITLE_OF.filled(title=entry.title)
    return Paper("notable", title, whole.today, (Table("notable", title, COLUMNS, rows, (), NOTHING),))
