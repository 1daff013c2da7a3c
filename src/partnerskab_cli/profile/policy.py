"""The volunteer policy and the principles a municipality works by."""

from ..model.field import ALWAYS, field
from ..model.record import Record
from ..model.types import Key, Line, Prose, Whole
from ..text.localized import Text


class PolicyGoal(Record):
    """A goal of the policy."""

    number: Whole = field(
        "nummer",
        ask=Text(da="Hvilket nummer?", en="Which number?"),
        example="2",
        need=ALWAYS,
        rule="PRO02",
    )
    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad er målsætningen?", en="What is the goal?"),
        example=Text(da="Støtte netværk mellem foreningerne", en="Support networks between the associations"),
        need=ALWAYS,
        rule="PRO02",
    )
    english: Prose | None = field(
        "engelsk",
        ask=Text(da="Hvordan lyder den på engelsk?", en="How does it read in English?"),
        example="Support networks between the associations",
    )

    @property
    def words(self) -> Text:
        """What it says, in English too where the profile does."""
        return Text(da=self.text, en=self.english or self.text)


class PolicyAction(Record):
    """An action of the policy."""

    number: Whole = field(
        "nummer",
        ask=Text(da="Hvilket nummer?", en="Which number?"),
        example="7",
        need=ALWAYS,
        rule="PRO02",
    )
    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad er handlingen?", en="What is the action?"),
        example=Text(da="Udgive en oversigt over foreningerne", en="Publish an overview of the associations"),
        need=ALWAYS,
        rule="PRO02",
    )
    english: Prose | None = field(
        "engelsk",
        ask=Text(da="Hvordan lyder den på engelsk?", en="How does it read in English?"),
        example="Publish an overview of the associations",
    )

    @property
    def words(self) -> Text:
        """What it says, in English too where the profile does."""
        return Text(da=self.text, en=self.english or self.text)


class Policy(Record):
    """The volunteer policy."""

    goals: tuple[PolicyGoal, ...] = field(
        "mål",
        Text(da="Målsætninger", en="Goals"),
        ask=Text(da="Hvilke målsætninger har politikken?", en="Which goals does the policy have?"),
        example="",
    )
    actions: tuple[PolicyAction, ...] = field(
        "handlinger",
        ask=Text(da="Hvilke handlinger har politikken?", en="Which actions does the policy have?"),
        example="",
    )


class SubPoint(Record):
    """A sub-point of a principle."""

    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad er underpunktet?", en="What is the sub-point?"),
        example=Text(da="Viden bliver til i fællesskab", en="Knowledge is gained together"),
        need=ALWAYS,
        rule="PRO02",
    )
    english: Prose | None = field(
        "engelsk",
        ask=Text(da="Hvordan lyder det på engelsk?", en="How does it read in English?"),
        example="Knowledge is gained together",
    )

    @property
    def words(self) -> Text:
        """What it says, in English too where the profile does."""
        return Text(da=self.text, en=self.english or self.text)


class Principle(Record):
    """A principle (holdepunkt) the municipality works by."""

    key: Key = field(
        "nøgle",
        ask=Text(da="Hvilket feltnavn har holdepunktet i aftalen?", en="Which key has the principle in the agreement?"),
        example="læring",
        need=ALWAYS,
        rule="PRO02",
    )
    key_english: Key | None = field(
        "nøgle_engelsk",
        ask=Text(da="Hvad hedder feltet på engelsk?", en="What is the key in English?"),
        example="learning",
    )
    title: Line = field(
        "titel",
        ask=Text(da="Hvad hedder holdepunktet?", en="What is the principle called?"),
        example=Text(da="Fælles udvikling og læring i partnerskabet", en="Shared development and learning in the partnership"),
        need=ALWAYS,
        rule="PRO02",
    )
    title_english: Line | None = field(
        "titel_engelsk",
        ask=Text(da="Hvad hedder det på engelsk?", en="What is it called in English?"),
        example="Shared development and learning",
    )
    sub_points: tuple[SubPoint, ...] = field(
        "underpunkter",
        ask=Text(da="Hvilke underpunkter har det?", en="Which sub-points does it have?"),
        example="",
    )

    @property
    def keys(self) -> Text:
        """Its key in an agreement of either language."""
        return Text(da=self.key, en=self.key_english or self.key)

    @property
    def titles(self) -> Text:
        """What it is called, in English too where the profile says so."""
        return Text(da=self.title, en=self.title_english or self.title)
