"""What else is agreed: annexes, words, risks, disagreements, waivers."""

from ..text.localized import Text
from .amounts import Duration
from .field import ALWAYS, field
from .record import Record
from .types import Day, FilePath, Line, PartyId, Prose, RuleCode


class DisputeStep(Record):
    """A step when the parties disagree."""

    step: Prose = field(
        "trin",
        ask=Text(da="Hvad er skridtet?", en="What is the step?"),
        example=Text(da="Tovholderne taler sammen", en="The coordinators talk together"),
        need=ALWAYS,
    )
    who: Line | None = field(
        "hvem",
        ask=Text(da="Hvem er med?", en="Who takes part?"),
        example=Text(da="tovholderne", en="the coordinators"),
    )
    deadline: Duration | None = field(
        "frist",
        ask=Text(da="Inden hvor længe?", en="Within how long?"),
        example=Text(da="14 dage", en="14 days"),
    )


class Risk(Record):
    """Something that can go wrong (checklist 7)."""

    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad kan gå galt?", en="What can go wrong?"),
        example=Text(da="For få frivillige om sommeren", en="Too few volunteers in summer"),
        need=ALWAYS,
    )
    mitigation: Prose | None = field(
        "afhjælpning",
        ask=Text(da="Hvad gør I ved det?", en="What do you do about it?"),
        example=Text(da="Vi holder lukket i juli.", en="We are closed in July."),
    )
    responsible: PartyId | None = field(
        "ansvarlig",
        ask=Text(da="Hvem holder øje?", en="Who keeps an eye on it?"),
        example="venner",
    )


class Annex(Record):
    """A paper that belongs to the agreement."""

    title: Line = field(
        "titel",
        ask=Text(da="Hvad hedder bilaget?", en="What is the annex called?"),
        example=Text(da="Vagtplan", en="Duty roster"),
        need=ALWAYS,
    )
    file: FilePath | None = field(
        "fil",
        ask=Text(da="Hvor ligger det?", en="Where does it lie?"),
        example="bilag/vagtplan.pdf",
        rule="STR12",
    )
    amendable: bool = field(
        "kan_ændres",
        Text(da="Kan ændres uden ny underskrift", en="May change without new signatures"),
        ask=Text(da="Må bilaget ændres uden nye underskrifter?", en="May the annex change without new signatures?"),
        example=Text(da="ja", en="yes"),
        default=False,
    )


class LogEntry(Record):
    """Something that happened on the way."""

    date: Day = field(
        "dato",
        ask=Text(da="Hvornår?", en="When?"),
        example="2026-03-04",
        need=ALWAYS,
    )
    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad skete der?", en="What happened?"),
        example=Text(da="Vi flyttede til biblioteket.", en="We moved to the library."),
        need=ALWAYS,
    )


class Term(Record):
    """A word the parties agree on (S1 fælles sprog)."""

    term: Line = field(
        "ord",
        ask=Text(da="Hvilket ord?", en="Which word?"),
        example=Text(da="følgeven", en="companion"),
        need=ALWAYS,
    )
    meaning: Prose = field(
        "forklaring",
        ask=Text(da="Hvad mener I med det?", en="What do you mean by it?"),
        example=Text(da="En frivillig, der går med første gang.", en="A volunteer who comes along the first time."),
        need=ALWAYS,
    )


class OtherTerm(Record):
    """Anything else the parties want to write down (S3: no fixed template)."""

    title: Line | None = field(
        "titel",
        ask=Text(da="Hvad handler det om?", en="What is it about?"),
        example=Text(da="Nøgler", en="Keys"),
    )
    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad har I aftalt?", en="What have you agreed?"),
        example=Text(da="To frivillige har nøgle til salen.", en="Two volunteers have a key to the hall."),
        need=ALWAYS,
    )


class Waiver(Record):
    """A rule that does not fit this agreement, and why."""

    rule: RuleCode = field(
        "regel",
        ask=Text(da="Hvilken regel?", en="Which rule?"),
        example="TJK13",
        need=ALWAYS,
    )
    because: Prose | None = field(
        "fordi",
        ask=Text(da="Hvorfor?", en="Why?"),
        example=Text(da="Tilbuddet er anonymt.", en="The offer is anonymous."),
        rule="UND01",
    )
    until: Day | None = field(
        "til",
        ask=Text(da="Hvor længe gælder undtagelsen?", en="Until when does the waiver hold?"),
        example="2027-01-01",
    )
