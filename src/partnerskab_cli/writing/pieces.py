"""The pieces of a schema: values, words, alternatives, and what an editor says where nothing fits."""

from collections.abc import Mapping
from typing import NamedTuple

from ..agreement.field import SECTION, Choice, Value
from ..agreement.notations import in_either_case
from ..agreement.values import VALUES
from ..text import OR, Language, Text, ascii_form, listed
from .snippet import meaning

Json = Mapping[str, object]
NAMES = {id(value): str(getattr(annotation, "__name__", "")) for annotation, value in VALUES.items()}
"""The name of each kind of value, by its identity."""
YES_NO = Text(da="ja nej", en="yes no")
BLANK = r"^\s*$"
EMPTY: Json = {"not": {"type": ["number", "boolean"]}, "maxProperties": 0, "maxItems": 0, "pattern": BLANK}
"""`null`, `[]`, `{}` and a text of no letters: a key with nothing behind it."""
PASSED_OVER: Json = {"type": ["null", "string"], "pattern": BLANK}
"""An item with nothing in it."""

WRONG = Text(da="Her skal stå {kind}.", en="Here must stand {kind}.")
CHOOSE = Text(da="Vælg mellem: {words}.", en="Choose from: {words}.")


class Building(NamedTuple):
    """A schema on its way: the language of its keys, and the definitions met so far."""

    language: Language
    definitions: dict[str, object]

    def said(self, text: Text, **values: object) -> str:
        """A text in the language of the schema."""
        return text.said(self.language, **values)

    def defined(self, name: str, made: Json) -> Json:
        """A reference to a definition that is written once."""
        self.definitions.setdefault(name, made)
        return {"$ref": f"#/definitions/{name}"}


def chosen(cases: list[tuple[Json, Json]], otherwise: Json) -> Json:
    """The first case that fits, else the rest: so that an editor complains of the right alternative."""
    for condition, made in reversed(cases):
        otherwise = {"if": condition, "then": made, "else": otherwise}
    return otherwise


def never(message: str) -> Json:
    """What nothing fits: an editor has no message of ours for unknown keys, but one for values of a wrong type."""
    return {
        "if": {"type": "array"},
        "then": {"type": "object", "errorMessage": message},
        "else": {"type": "array", "errorMessage": message},
    }


def alternatives(spellings: tuple[str, ...]) -> str:
    """A pattern of exactly these words."""
    return f"^(?:{'|'.join(spellings)})$"


def scalar(kind: Value, build: Building) -> Json:
    """A value, with what an editor says where it is none."""
    message = build.said(WRONG, kind=kind.words)
    if kind is VALUES[bool]:
        return {"enum": [*build.said(YES_NO).split(), True, False], "errorMessage": message}
    made = {**kind.schema, "errorMessage": message}
    if kind.notations:
        made["pattern"] = in_either_case(str(made["pattern"]))
    if longest := made.pop("maxLength", None):
        made["pattern"] = f"{no_longer(int(str(longest)))}{str(made['pattern']).removeprefix('^')}"
    return ranged(made, message) if "minimum" in made else made


def words(choice: type[Choice], build: Building) -> Json:
    """A word of a list, each with what it means; other spellings pass, but are not suggested."""
    keys = [one.key(build.language) for one in choice]
    message = build.said(CHOOSE, words=listed(keys, build.language, OR))
    made = {"enum": keys, "markdownEnumDescriptions": [meaning(one, build.language) for one in choice], "errorMessage": message}
    letters = [ascii_form(key) for key in keys] if build.language == "da" else []
    also = [word for one in choice for word in one.value.also]
    others = tuple(word for word in dict.fromkeys((*letters, *also)) if word not in keys)
    return chosen([({"type": "string", "pattern": alternatives(others)}, {})], made) if others else made


def ranged(made: Json, message: str) -> Json:
    """A number within bounds, or a text; said so that an editor has our message for what is neither."""
    kinds = made["type"]
    assert isinstance(kinds, list)
    numeric = [kind for kind in kinds if kind in NUMERIC]
    numbers = {"type": numeric, **{name: made[name] for name in ("minimum", "maximum") if name in made}}
    rest = {"type": [kind for kind in kinds if kind not in NUMERIC], "pattern": made["pattern"], "errorMessage": message}
    return {"if": numbers, "then": {}, "else": rest}


NUMERIC = ("integer", "number")


def no_longer(longest: int) -> str:
    """A pattern of texts up to a length; an editor has no message of ours for lengths, but one for patterns."""
    return rf"^(?![\s\S]{{{longest + 1}}})"


def keyed(key: Value, of: Value, build: Building) -> Json:
    """Values under keys that the profile or the year decides."""
    value = chosen([(EMPTY, {})], scalar(of, build))
    names = {name: part for name, part in key.schema.items() if name in {"pattern", "maxLength"}}
    return {"type": "object", "propertyNames": names, "additionalProperties": value, "errorMessage": build.said(WRONG, kind=SECTION)}
