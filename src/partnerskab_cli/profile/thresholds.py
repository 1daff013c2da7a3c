"""The local limits and deadlines, each with the value that holds where a municipality says nothing."""

from ..model.amounts import Money, Number, YearDay
from ..model.field import field
from ..model.record import Record
from ..model.types import Whole
from ..text.localized import Text


class Thresholds(Record):
    """The local limits and deadlines."""

    auditor_above: Money | None = field(
        "revisor_over",
        ask=Text(da="Over hvilket beløb kræver I revisor?", en="Above which amount do you demand an auditor?"),
        example="150000",
    )
    large_grant: Money = field(
        "tilskud_stort",
        ask=Text(da="Hvornår er et årligt tilskud stort?", en="When is a yearly grant large?"),
        example="100000",
        default=Money(10_000_000),
    )
    small_grant: Money = field(
        "tilskud_lille",
        ask=Text(da="Hvornår er et årligt tilskud lille?", en="When is a yearly grant small?"),
        example="50000",
        default=Money(5_000_000),
    )
    accounts_due: YearDay | None = field(
        "frist_regnskab",
        ask=Text(
            da="Hvilken dag året efter venter I regnskabet, når aftalen ikke siger det?",
            en="On which day of the next year do you expect accounts when the agreement does not say?",
        ),
        example='"04-01"',
    )
    warning_days: Whole = field(
        "varsel_dage",
        ask=Text(
            da="Hvor mange dage før sidste frist vil I mindes om det?", en="How many days before the last date do you want to be reminded?"
        ),
        example="60",
        default=Whole(60),
    )
    soon_days: Whole = field(
        "snart_dage",
        ask=Text(da="Hvor mange dage før en frist er den snart?", en="How many days before a deadline is it soon?"),
        example="30",
        default=Whole(30),
    )
    max_goals: Whole = field(
        "mål_højst",
        ask=Text(da="Hvor mange mål er for mange?", en="How many goals are too many?"),
        example="5",
        default=Whole(5),
    )
    max_indicators: Whole = field(
        "indikatorer_højst",
        ask=Text(da="Hvor mange indikatorer må et mål have?", en="How many indicators may a goal have?"),
        example="2",
        default=Whole(2),
    )
    max_reports: Whole = field(
        "rapporter_højst",
        ask=Text(da="Hvor mange afrapporteringer om året for et lille tilskud?", en="How many reports a year for a small grant?"),
        example="2",
        default=Whole(2),
    )
    max_words: Whole = field(
        "ord_højst",
        ask=Text(da="Hvor mange ord må et felt fylde?", en="How many words may a field hold?"),
        example="250",
        default=Whole(250),
    )
    max_advice: Whole = field(
        "råd_højst",
        ask=Text(da="Hvor mange råd skal vises for hver fil?", en="How many pieces of advice shall be shown per file?"),
        example="10",
        default=Whole(10),
    )
    quiet_months: Whole = field(
        "stille_måneder",
        ask=Text(da="Hvor længe må en idé eller et udkast ligge stille?", en="How long may an idea or a draft lie still?"),
        example="6",
        default=Whole(6),
    )
    unchanged_months: Whole = field(
        "uændret_måneder",
        ask=Text(da="Hvor længe må en aktiv aftale ligge uændret?", en="How long may an active agreement lie unchanged?"),
        example="12",
        default=Whole(12),
    )
    declaration_months: Whole = field(
        "erklæring_måneder",
        ask=Text(da="Hvor gammel må erklæringen om børneattester være?", en="How old may the declaration on child certificates be?"),
        example="12",
        default=Whole(12),
    )
    co_production_months: Whole = field(
        "samproduktion_måneder",
        ask=Text(da="Hvor kort er for kort for en samproduktion?", en="How short is too short for a co-production?"),
        example="12",
        default=Whole(12),
    )
    many_people: Whole = field(
        "mange_personer",
        ask=Text(da="Hvornår er der mange med?", en="When are there many people?"),
        example="10",
        default=Whole(10),
    )
    agreements_per_contact: Whole = field(
        "aftaler_pr_kontakt",
        ask=Text(da="Hvor mange aftaler må én rolle bære alene?", en="How many agreements may one role carry alone?"),
        example="4",
        default=Whole(4),
    )
    ends_per_month: Whole = field(
        "udløb_pr_måned",
        ask=Text(da="Hvor mange aftaler må udløbe i samme måned?", en="How many agreements may end in the same month?"),
        example="4",
        default=Whole(4),
    )
    imbalance: Number = field(
        "skæv_fordeling",
        ask=Text(
            da="Hvor mange gange så mange pligter hos den ene side er skævt?", en="How many times as many duties on one side is lopsided?"
        ),
        example="3",
        default=Number(300),
    )
