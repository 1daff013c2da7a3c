"""Grants, their payments and their accounts."""

from ..diagnostics import Severity
from ..text.localized import Text
from .amounts import Money, Percent
from .choices import LegalBasis, PaymentPlan, Per, Unspent
from .field import ALWAYS, EVERY_FORM, Requiredness, field
from .record import Record
from .types import Day, Line, PayerId, Prose, Slug, Whole

ADVICE = Severity.ADVICE


class GrantPeriod(Record):
    """The period a grant covers."""

    start: Day = field(
        "start",
        ask=Text(da="Fra hvornår?", en="From when?"),
        example="2026-01-01",
        need=ALWAYS,
    )
    end: Day = field(
        "slut",
        ask=Text(da="Til hvornår?", en="Until when?"),
        example="2026-12-31",
        need=ALWAYS,
    )


class Payment(Record):
    """A payment of a grant."""

    id: Slug | None = field(
        "id",
        ask=Text(da="Hvilket korte navn skal udbetalingen have i filen?", en="What short name should the payment have in the file?"),
        example="foerste-rate",
        material=False,
    )
    date: Day | None = field(
        "dato",
        ask=Text(da="Hvilken dag?", en="Which day?"),
        example="2026-02-01",
    )
    term: Line | None = field(
        "termin",
        ask=Text(da="Hvilken termin, hvis dagen ikke er fast?", en="Which term, if the day is not fixed?"),
        example=Text(da="1. kvartal 2026", en="first quarter of 2026"),
    )
    amount: Money = field(
        "beløb",
        ask=Text(da="Hvor meget?", en="How much?"),
        example="25000",
        need=ALWAYS,
    )
    condition: Prose | None = field(
        "betingelse",
        ask=Text(da="Er der en betingelse?", en="Is there a condition?"),
        example=Text(da="når regnskabet for sidste år er her", en="when last year's accounts are here"),
    )


class Indexation(Record):
    """How an amount follows prices."""

    index: Line | None = field(
        "indeks",
        ask=Text(da="Hvilket indeks følger beløbet?", en="Which index does the amount follow?"),
        example=Text(da="KL's pris- og lønskøn", en="KL's price and wage estimate"),
    )
    percent: Percent | None = field(
        "procent",
        ask=Text(da="Hvor mange procent om året?", en="How many per cent a year?"),
        example="2",
    )
    rounding: Whole | None = field(
        "afrunding",
        ask=Text(da="Til nærmeste hvor mange kroner?", en="To the nearest how many kroner?"),
        example="100",
    )


class Accounts(Record):
    """How the use of a grant is accounted for."""

    deadline: Day | None = field(
        "frist",
        ask=Text(da="Hvornår skal regnskabet være afleveret?", en="When must the accounts be handed in?"),
        example="2027-04-01",
        need=ALWAYS,
        rule="ØKO04",
    )
    auditor: bool | None = field(
        "revisor",
        ask=Text(da="Skal en revisor se på det?", en="Must an auditor look at it?"),
        example=Text(da="nej", en="no"),
    )
    received: Day | None = field(
        "modtaget",
        ask=Text(da="Hvornår kom regnskabet?", en="When did the accounts arrive?"),
        example="2027-03-12",
        material=False,
    )


class Grant(Record):
    """A grant, at home in every form of agreement (S3, S2 Lovgrundlag)."""

    legal_basis: LegalBasis | None = field(
        "lovgrundlag",
        ask=Text(da="Hvilken hjemmel gives tilskuddet efter?", en="Under which legal basis is the grant given?"),
        example=Text(da="sel_18", en="social_services_18"),
        need=Requiredness(oral=ADVICE, grant=ADVICE, cooperation=ADVICE, partnership=ADVICE),
        rule="ØKO09",
        public=True,
        source="S2 Lovgrundlag",
    )
    amount: Money | None = field(
        "beløb",
        ask=Text(da="Hvor stort er tilskuddet?", en="How large is the grant?"),
        example="25000",
        need=ALWAYS,
        unless=("subject_to_budget", True),
        public=True,
    )
    currency: Line = field(
        "valuta",
        ask=Text(da="Hvilken valuta?", en="Which currency?"),
        example="DKK",
        default=Line("DKK"),
        public=True,
    )
    per: Per = field(
        "pr",
        Text(da="Gælder for", en="Per"),
        ask=Text(da="Er beløbet i alt eller om året?", en="Is the amount in all or a year?"),
        example=Text(da="år", en="year"),
        default=Per.TOTAL,
        public=True,
    )
    subject_to_budget: bool = field(
        "efter_budget",
        ask=Text(da="Følger beløbet kommunens budget år for år?", en="Does the amount follow the municipal budget year by year?"),
        example=Text(da="nej", en="no"),
        default=False,
    )
    purpose: Prose | None = field(
        "formål",
        ask=Text(da="Hvad må pengene bruges til?", en="What may the money be used for?"),
        example=Text(da="Kaffe, kørsel og materialer", en="Coffee, transport and materials"),
        public=True,
    )
    conditions: tuple[Prose, ...] = field(
        "betingelser",
        ask=Text(da="Er der betingelser?", en="Are there conditions?"),
        example=Text(da="[pengene bruges inden nytår]", en="[the money is spent before New Year]"),
    )
    giver: PayerId | None = field(
        "giver",
        ask=Text(da="Hvem giver tilskuddet?", en="Who gives the grant?"),
        example="kommunen",
    )
    recipient: PayerId | None = field(
        "modtager",
        ask=Text(da="Hvem får tilskuddet?", en="Who receives the grant?"),
        example="venner",
    )
    dialogue: bool | None = field(
        "dialog",
        Text(da="Mundtlig dialog om samarbejdet", en="Spoken dialogue on the cooperation"),
        ask=Text(da="Taler I også sammen om samarbejdet?", en="Do you also talk about the cooperation?"),
        example=Text(da="ja", en="yes"),
        material=False,
        source="S3 Forskellige slags aftaler om samarbejde",
    )
    grant_period: GrantPeriod | None = field(
        "bevillingsperiode",
        ask=Text(da="Hvilken periode gælder tilskuddet?", en="Which period does the grant cover?"),
        example="",
        need=EVERY_FORM,
        rule="ØKO01",
        public=True,
    )
    payment_plan: PaymentPlan | None = field(
        "udbetaling",
        ask=Text(da="Kommer pengene på én gang eller i rater?", en="Does the money come in one sum or in instalments?"),
        example=Text(da="engang", en="single"),
    )
    payments: tuple[Payment, ...] = field(
        "udbetalinger",
        ask=Text(da="Hvornår udbetales tilskuddet?", en="When is the grant paid out?"),
        example="",
        need=EVERY_FORM,
        rule="ØKO02",
        unless=("payment_plan", PaymentPlan.SINGLE),
    )
    indexation: Indexation | None = field(
        "regulering",
        ask=Text(da="Reguleres beløbet?", en="Is the amount adjusted?"),
        example="",
        source="practice",
    )
    accounts: Accounts | None = field(
        "regnskab",
        ask=Text(da="Hvordan aflægges regnskab?", en="How are accounts given?"),
        example="",
        need=EVERY_FORM,
        rule="ØKO04",
    )
    unspent: Unspent | Prose | None = field(
        "ubrugt",
        Text(da="Penge der ikke bliver brugt", en="Unspent money"),
        ask=Text(da="Hvad sker der med penge, der ikke bliver brugt?", en="What happens to money that is not spent?"),
        example=Text(da="tilbagebetales", en="repaid"),
        need=Requiredness(oral=ADVICE, grant=ADVICE, cooperation=ADVICE, partnership=ADVICE),
        rule="ØKO07",
        source="practice",
    )
