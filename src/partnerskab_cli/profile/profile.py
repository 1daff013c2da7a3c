"""What a municipality decides: its places, limits, policy, principles and looks."""

from collections.abc import Mapping

from ..model.amounts import Money
from ..model.choices import DocumentLanguage
from ..model.field import ALWAYS, field, list_spellings
from ..model.record import Record
from ..model.types import Colour, FilePath, Line, MunicipalityCode, Prose, RuleCode, Url, Whole, Year
from ..text.localized import Text
from .policy import Policy, Principle
from .thresholds import Thresholds
from .words import WordLists


class Appearance(Record):
    """How documents look."""

    logo: FilePath | None = field(
        "logo",
        ask=Text(da="Hvor ligger logoet?", en="Where is the logo?"),
        example="logo.svg",
    )
    colour: Colour | None = field(
        "farve",
        ask=Text(da="Hvilken farve?", en="Which colour?"),
        example='"#1a5276"',
    )
    typeface: Line | None = field(
        "skrift",
        ask=Text(da="Hvilken skrift?", en="Which typeface?"),
        example="Georgia",
    )


class Ignored(Record):
    """A rule the municipality does not use."""

    rule: RuleCode = field(
        "regel",
        ask=Text(da="Hvilken regel?", en="Which rule?"),
        example="POR06",
        need=ALWAYS,
        rule="PRO02",
    )
    because: Prose = field(
        "fordi",
        ask=Text(da="Hvorfor?", en="Why?"),
        example=Text(da="Vi genforhandler alle aftaler i december.", en="We renegotiate all agreements in December."),
        need=ALWAYS,
        rule="PRO02",
    )


class Profile(Record):
    """What a municipality decides for itself. Its own file lies at the root of the record."""

    schema: Whole = field(
        "skema",
        ask=Text(da="Hvilken udgave af skemaet er profilen skrevet til?", en="Which version of the schema is the profile written for?"),
        example="1",
        default=Whole(1),
    )
    extends: Line = field(
        "bygger_på",
        ask=Text(da="Hvilken profil bygger I videre på?", en="Which profile do you build on?"),
        example="tønder",
        default=Line("danmark"),
    )
    municipality: Line | None = field(
        "kommune",
        ask=Text(da="Hvad hedder kommunen, som navnet skal stå på tryk?", en="What is the municipality called, as it should be printed?"),
        example="Tønder Kommune",
    )
    municipality_code: MunicipalityCode | None = field(
        "kommunekode",
        ask=Text(da="Hvilken kommunekode?", en="Which municipality code?"),
        example="550",
    )
    committee: Line | None = field(
        "udvalg",
        ask=Text(da="Hvilket udvalg indgår partnerskaber?", en="Which committee enters into partnerships?"),
        example=Text(da="Socialudvalget", en="The Social Committee"),
        source="S1 Partnerskabsaftaler i Tønder Kommune",
    )
    places: tuple[Line, ...] = field(
        "steder",
        ask=Text(da="Hvilke byer og områder har kommunen?", en="Which towns and areas does the municipality have?"),
        example="[Tønder, Toftlund, Løgumkloster, Skærbæk, Bredebro, Højer, Agerskov, Møgeltønder, Rømø]",
    )
    language: DocumentLanguage = field(
        "sprog",
        ask=Text(da="Hvilket sprog skal værktøjet tale?", en="Which language shall the tool speak?"),
        example="da",
        default=DocumentLanguage.DA,
    )
    thresholds: Thresholds | None = field(
        "tærskler",
        ask=Text(da="Hvilke lokale grænser og frister gælder?", en="Which local limits and deadlines hold?"),
        example="",
    )
    policy: Policy | None = field(
        "politik",
        ask=Text(da="Hvad vil kommunens frivilligpolitik?", en="What does the municipality's volunteer policy want?"),
        example="",
        source="S2 Målsætninger; S2 Handlinger",
    )
    principles: tuple[Principle, ...] = field(
        "holdepunkter",
        ask=Text(da="Hvilke holdepunkter arbejder kommunen ud fra?", en="Which principles does the municipality work by?"),
        example="",
        source="S1 De fem centrale holdepunkter",
    )
    frame_18: Mapping[Year, Money] | None = field(
        "ramme_18",
        Text(da="Ramme for § 18-midler", en="Frame for section 18 money"),
        ask=Text(da="Hvor mange § 18-midler er der hvert år?", en="How much section 18 money is there each year?"),
        example="{2026: 1200000}",
        source="S2 Lovgrundlag",
    )
    appearance: Appearance | None = field(
        "udseende",
        ask=Text(da="Hvordan skal dokumenterne se ud?", en="How shall the documents look?"),
        example="",
    )
    accessibility_statement: Url | None = field(
        "tilgængelighedserklæring",
        ask=Text(da="Hvor ligger tilgængelighedserklæringen?", en="Where is the accessibility statement?"),
        example="https://kommune.example/tilgaengelighed",
    )
    ignore: tuple[Ignored, ...] = field(
        "ignorer",
        ask=Text(da="Hvilke regler vil kommunen ikke bruge?", en="Which rules does the municipality not want to use?"),
        example="",
    )
    word_lists: WordLists | None = field(
        "ordlister",
        ask=Text(da="Hvilke ord vil I føje til eller tage fra?", en="Which words do you want to add or take away?"),
        example="",
    )

    @property
    def limits(self) -> Thresholds:
        """The local limits, or what holds where none are given."""
        return self.thresholds or USUAL_LIMITS

    def get_word_list(self, name: str) -> tuple[str, ...]:
        """A word list by its English key."""
        return getattr(self.word_lists, name, ())

    @property
    def vocabulary(self) -> Mapping[str, str]:
        """Every spelling of the keys of the principles."""
        return {word: principle.key for principle in self.principles for word in list_spellings(*principle.keys)}


USUAL_LIMITS = Thresholds.of({})
