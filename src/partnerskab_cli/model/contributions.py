"""What each party brings, and the budget."""

from ..text.localized import Text
from .amounts import Money, Number
from .choices import ContributionKind, Per
from .field import ALWAYS, field
from .record import Record
from .types import Line, PartyId, PayerId, Prose


class Contribution(Record):
    """What a party gives, in money or in kind (checklist 8)."""

    party: PartyId = field(
        "part",
        ask=Text(da="Hvem bidrager?", en="Who contributes?"),
        example="kommunen",
        need=ALWAYS,
    )
    kind: ContributionKind | None = field(
        "art",
        ask=Text(da="Hvad slags bidrag er det?", en="What kind of contribution is it?"),
        example=Text(da="lokaler", en="premises"),
        source="S2 Samarbejde",
    )
    text: Prose | None = field(
        "tekst",
        ask=Text(da="Hvad er det helt konkret?", en="What is it, in concrete terms?"),
        example=Text(da="Salen i medborgerhuset hver torsdag", en="The hall of the community centre every Thursday"),
    )
    hours: Number | None = field(
        "timer",
        ask=Text(da="Hvor mange timer?", en="How many hours?"),
        example="6",
        public=False,
    )
    money: Money | None = field(
        "penge",
        ask=Text(da="Hvor mange penge?", en="How much money?"),
        example="5000",
        public=False,
    )
    value: Money | None = field(
        "værdi",
        Text(da="Anslået værdi", en="Estimated value"),
        ask=Text(da="Hvad er det cirka værd i kroner?", en="What is it worth, roughly?"),
        example="12000",
        public=False,
    )
    currency: Line = field(
        "valuta",
        ask=Text(da="Hvilken valuta?", en="Which currency?"),
        example="DKK",
        default=Line("DKK"),
        public=False,
    )
    per: Per = field(
        "pr",
        Text(da="Gælder for", en="Per"),
        ask=Text(da="Er det i alt, om året eller om ugen?", en="Is it in all, a year or a week?"),
        example=Text(da="uge", en="week"),
        default=Per.TOTAL,
        public=False,
    )


class BudgetLine(Record):
    """A line of the budget."""

    item: Line = field(
        "post",
        ask=Text(da="Hvad er posten?", en="What is the item?"),
        example=Text(da="Kaffe og brød", en="Coffee and bread"),
        need=ALWAYS,
    )
    paid_by: PayerId | None = field(
        "part",
        Text(da="Betales af", en="Paid by"),
        ask=Text(da="Hvem betaler?", en="Who pays?"),
        example="fonden",
    )
    amount: Money = field(
        "beløb",
        ask=Text(da="Hvor meget?", en="How much?"),
        example="8000",
        need=ALWAYS,
    )
    currency: Line = field(
        "valuta",
        ask=Text(da="Hvilken valuta?", en="Which currency?"),
        example="DKK",
        default=Line("DKK"),
    )
    per: Per = field(
        "pr",
        Text(da="Gælder for", en="Per"),
        ask=Text(da="Er det i alt eller om året?", en="Is it in all or a year?"),
        example=Text(da="år", en="year"),
        default=Per.TOTAL,
    )
