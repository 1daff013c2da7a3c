"""How a field declares itself: its keys, words, requirement, and what it is part of."""

import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Self, TypeVar, cast

from ..diagnostics import Severity
from ..text.localized import Language, Text, transliterate

if TYPE_CHECKING:
    from .record import Record

T = TypeVar("T")
NOT_RELEVANT = Text(da="ikke_relevant", en="not_relevant")
"""The key behind which stands why a question does not fit."""


class ScalarSource(Protocol):
    """A scalar as it stands in a file."""

    @property
    def text(self) -> str:
        """The text, escapes undone."""

    @property
    def plain(self) -> bool:
        """Whether it stands without quotation marks, so that other programs may read it as a number or a date."""


class ParseIssue(NamedTuple):
    """What a reader has to say of a value: the code of the rule, and the value where it could be read all the same."""

    code: str
    value: object = None
    values: Mapping[str, object] = {}
    better: str | None = None
    """What to write instead."""


class ScalarType(NamedTuple):
    """A kind of scalar: how it is read, what it is called, and its JSON Schema (draft-07)."""

    read: Callable[[ScalarSource], object]
    """Answers the value, or a `ParseIssue`."""
    words: Text
    schema: Mapping[str, object]
    text: bool = False
    """True for free words, where a placeholder may hide."""
    notations: tuple[Text, ...] = ()
    """How it may be written, the house's own way first; none where `words` says all."""
    beside_text: Callable[[ScalarSource], object] | None = None
    """How it is read where words may stand too, if not by `read`."""
    reason: Callable[[str], Text | None] | None = None
    """Why a text is no such value, where more can be said than that."""


class EnumType(NamedTuple):
    """A word out of a list."""

    choice: "type[Choice]"


class RecordType(NamedTuple):
    """A record."""

    record: "type[Record]"


SECTION = Text(da="et afsnit med egne felter", en="a section with fields of its own")


class ListType(NamedTuple):
    """A list; one value may stand for a list of one."""

    of: "FieldType"


class UnionType(NamedTuple):
    """The first kind where it fits, else the second."""

    first: "FieldType"
    second: "FieldType"


class MappingType(NamedTuple):
    """Values under keys that the profile or the year decides."""

    key: ScalarType
    of: ScalarType


FieldType = ScalarType | EnumType | RecordType | ListType | UnionType | MappingType


class ChoiceLabel(NamedTuple):
    """One word of a list: its Danish key, its printed label, and old spellings."""

    key: str
    label: Text
    also: tuple[str, ...] = ()


def choice_label(key: str, da: str, en: str, *, also: tuple[str, ...] = ()) -> ChoiceLabel:
    """Declare a word of a list."""
    return ChoiceLabel(key, Text(da=da, en=en), also)


class Choice(Enum):
    """A list of words. The Danish key is declared; the English one is the member's name, the ASCII one is computed."""

    value: ChoiceLabel

    def get_key(self, language: Language) -> str:
        """The word to write in a file with keys of that language."""
        return self.value.key if language == "da" else self.name.lower()

    def localize(self, language: Language) -> str:
        """The printed label."""
        return self.value.label.localize(language)

    def __reduce_ex__(self, _: object) -> tuple[type[Self], tuple[ChoiceLabel]]:
        """Kept by its word in every Python; the early ones of 3.11 would ask for `getattr`, which no shelf lets out."""
        return type(self), (self.value,)


@cache
def map_spellings_to_choices(choices: type[Choice]) -> Mapping[str, Choice]:
    """Every spelling of every word of the list."""
    return {word: choice for choice in choices for word in (*list_spellings(choice.value.key, choice.name.lower()), *choice.value.also)}


def list_spellings(key: str, name: str) -> tuple[str, str, str]:
    """The Danish, the ASCII and the English spelling."""
    return key, transliterate(key), name


class Requiredness(NamedTuple):
    """How heavily an active agreement misses a field, form by form. `None`: not at all. `ERROR`: required; else asked for."""

    inside: Severity | None = None
    """In every form, whenever the record round the field stands."""
    oral: Severity | None = None
    grant: Severity | None = None
    cooperation: Severity | None = None
    partnership: Severity | None = None


NEVER = Requiredness()
ALWAYS = Requiredness(inside=Severity.ERROR)
EVERY_FORM = Requiredness(oral=Severity.ERROR, grant=Severity.ERROR, cooperation=Severity.ERROR, partnership=Severity.ERROR)
"""Required in all four forms; in a grant, of every grant."""
BEYOND_ORAL = Requiredness(grant=Severity.ERROR, cooperation=Severity.ERROR, partnership=Severity.ERROR)
GRANT_ONLY = Requiredness(grant=Severity.ERROR)
FROM_COOPERATION = Requiredness(cooperation=Severity.ERROR, partnership=Severity.ERROR)
PARTNERSHIP_ONLY = Requiredness(partnership=Severity.ERROR)

Public = bool | Literal["own"]
"""`own`: public only where the record itself says so."""


class Field:
    """A question of an agreement. Compared by identity: two questions with the same words are two fields."""

    __slots__ = (
        "also",
        "answers",
        "ask",
        "default",
        "example",
        "fixed",
        "key",
        "kind",
        "limits",
        "longest",
        "material",
        "name",
        "need",
        "optional",
        "printed",
        "public",
        "rule",
        "source",
        "unless",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913 - a declaration is a list of what there is to say
        self, key: str, label: Text | None, ask: Text, example: Text, *, default: object, need: Requiredness, rule: str,
        unless: tuple[str, object] | None, public: Public | None, material: bool | None, answers: tuple[str, ...],
        source: str | None, also: tuple[str, ...], limits: tuple[int, int] | None, longest: int | None,
        fixed: bool,
    ) -> None:  # fmt: skip
        self.key, self.ask, self.example = key, ask, example
        self.default, self.need, self.rule, self.unless = default, need, rule, unless
        self.public, self.material, self.answers, self.source = public, material, answers, source
        self.also, self.limits, self.longest, self.fixed = also, limits, longest, fixed
        self.printed = label
        self.name = ""
        self.kind: FieldType
        self.optional = True

    def __repr__(self) -> str:
        return f"<{self.key}>"

    @property
    def waivable(self) -> bool:
        """Whether "not relevant" is an answer, at least in the forms of agreement that do not require another."""
        everywhere = self.need.inside is Severity.ERROR or all(weight is Severity.ERROR for weight in self.need[1:])
        return self.optional and not (self.fixed and everywhere)

    @property
    def label(self) -> Text:
        """The printed name: the declared one, else the key with a capital letter and blanks."""
        return self.printed or Text(da=capitalize_key(self.key), en=capitalize_key(self.name))

    def get_key(self, language: Language) -> str:
        """The key to write in a file of that language."""
        return self.key if language == "da" else self.name

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling that is read."""
        return (*list_spellings(self.key, self.name), *self.also)


def capitalize_key(key: str) -> str:
    """`følgegruppe` → `Følgegruppe`, `case_number` → `Case number`."""
    return (key[:1].upper() + key[1:]).replace("_", " ")


def field(  # noqa: PLR0913 - a declaration is a list of what there is to say
    key: str,
    label: Text | None = None,
    *,
    ask: Text,
    example: Text | str,
    default: T | None = None,
    need: Requiredness = NEVER,
    rule: str = "STR10",
    unless: tuple[str, object] | None = None,
    public: Public | None = None,
    material: bool | None = None,
    answers: tuple[str, ...] = (),
    source: str | None = None,
    also: tuple[str, ...] = (),
    limits: tuple[int, int] | None = None,
    longest: int | None = None,
    fixed: bool = False,
) -> T:
    """Declare a field. `label` is needed only where the key itself is no name to print. The attribute's name is its English key, its annotation says how it is read.

    `example` is YAML as it stands in a file. `rule` speaks when a needed answer is missing; `unless` names a sister field
    and the answer that lifts the need. `public`, `material`, `answers` and `source` are those of the record round the field
    unless they are given. `answers` names checklist items (`10`) and sub-points of the principles (`H4.2`). `longest` is in
    characters. `fixed`: it cannot be "not relevant" in the forms that require it.
    """
    shown = Text(da=example, en=example) if isinstance(example, str) else example
    return cast(
        "T",
        Field(
            unicodedata.normalize("NFC", key), label, ask, shown, default=default, need=need, rule=rule, unless=unless,
            public=public, material=material, answers=answers, source=source, also=also, limits=limits,
            longest=longest, fixed=fixed,
        ),
    )  # fmt: skip
