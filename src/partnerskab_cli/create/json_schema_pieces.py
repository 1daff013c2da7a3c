"""The pieces of a schema: values, words, alternatives, and what an editor says where nothing fits."""

from collections.abc import Mapping
from typing import NamedTuple

from ..model.field import SECTION, Choice, ScalarType
from ..model.notations import expand_case
from ..model.types import VALUES
from ..text.localized import OR, Language, Text, join_words, transliterate
from .snippets import describe_choice

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


class SchemaBuilder(NamedTuple):
    """A schema on its way: the language of its keys, and the definitions met so far."""

    language: Language
    definitions: dict[str, object]

    def localize(self, text: Text, **values: object) -> str:
        """A text in the language of the schema."""
        return text.localize(self.language, **values)

    def define(self, name: str, json: Json) -> Json:
        """A reference to a definition that is written once."""
        self.definitions.setdefault(name, json)
        return {"$ref": f"#/definitions/{name}"}


def make_cases(cases: list[tuple[Json, Json]], otherwise: Json) -> Json:
    """The first case that fits, else the rest: so that an editor complains of the right alternative."""
    for condition, schema in reversed(cases):
        otherwise = {"if": condition, "then": schema, "else": otherwise}
    return otherwise


def make_never(message: str) -> Json:
    """What nothing fits: an editor has no message of ours for unknown keys, but one for values of a wrong type."""
    return {
        "if": {"type": "array"},
        "then": {"type": "object", "errorMessage": message},
        "else": {"type": "array", "errorMessage": message},
    }


def make_alternatives_pattern(spellings: tuple[str, ...]) -> str:
    """A pattern of exactly these words."""
    return f"^(?:{'|'.join(spellings)})$"


def make_scalar_schema(kind: ScalarType, build: SchemaBuilder) -> Json:
    """A value, with what an editor says where it is none."""
    message = build.localize(WRONG, kind=kind.words)
    if kind is VALUES[bool]:
        return {"enum": [*build.localize(YES_NO).split(), True, False], "errorMessage": message}
    schema = {**kind.schema, "errorMessage": message}
    if kind.notations:
        schema["pattern"] = expand_case(str(schema["pattern"]))
    if longest := schema.pop("maxLength", None):
        schema["pattern"] = f"{make_length_pattern(int(str(longest)))}{str(schema['pattern']).removeprefix('^')}"
    return make_range_schema(schema, message) if "minimum" in schema else schema


def make_choice_schema(choices: type[Choice], build: SchemaBuilder) -> Json:
    """A word of a list, each with what it means; other spellings pass, but are not suggested."""
    keys = [choice.get_key(build.language) for choice in choices]
    message = build.localize(CHOOSE, words=join_words(keys, build.language, OR))
    schema = {
        "enum": keys,
        "markdownEnumDescriptions": [describe_choice(choice, build.language) for choice in choices],
        "errorMessage": message,
    }
    letters = [transliterate(key) for key in keys] if build.language == "da" else []
    also = [word for choice in choices for word in choice.value.also]
    others = tuple(word for word in dict.fromkeys((*letters, *also)) if word not in keys)
    return make_cases([({"type": "string", "pattern": make_alternatives_pattern(others)}, {})], schema) if others else schema


def make_range_schema(json: Json, message: str) -> Json:
    """A number within bounds, or a text; said so that an editor has our message for what is neither."""
    kinds = json["type"]
    assert isinstance(kinds, list)
    numeric = [kind for kind in kinds if kind in NUMERIC]
    numbers = {"type": numeric, **{name: json[name] for name in ("minimum", "maximum") if name in json}}
    rest = {"type": [kind for kind in kinds if kind not in NUMERIC], "pattern": json["pattern"], "errorMessage": message}
    return {"if": numbers, "then": {}, "else": rest}


NUMERIC = ("integer", "number")


def make_length_pattern(longest: int) -> str:
    """A pattern of texts up to a length; an editor has no message of ours for lengths, but one for patterns."""
    return rf"^(?![\s\S]{{{longest + 1}}})"


def make_mapping_schema(key: ScalarType, of: ScalarType, build: SchemaBuilder) -> Json:
    """Values under keys that the profile or the year decides."""
    value = make_cases([(EMPTY, {})], make_scalar_schema(of, build))
    names = {name: part for name, part in key.schema.items() if name in {"pattern", "maxLength"}}
    return {"type": "object", "propertyNames": names, "additionalProperties": value, "errorMessage": build.localize(WRONG, kind=SECTION)}
