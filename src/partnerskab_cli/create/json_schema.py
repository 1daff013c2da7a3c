"""JSON Schema (draft-07) for editors, one for each language of keys, made of what the fields declare."""

from collections.abc import Iterator
from typing import assert_never

from ..model.checklist import CHECKLIST
from ..model.citations import cite_sources
from ..model.field import (
    NOT_RELEVANT,
    SECTION,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    RecordType,
    ScalarType,
    UnionType,
)
from ..model.record import Record
from ..text.localized import Language, Text, join_words, transliterate
from .json_schema_pieces import (
    EMPTY,
    NAMES,
    PASSED_OVER,
    WRONG,
    Json,
    SchemaBuilder,
    make_alternatives_pattern,
    make_cases,
    make_choice_schema,
    make_length_pattern,
    make_mapping_schema,
    make_never,
    make_range_schema,
    make_scalar_schema,
)
from .snippets import make_item_snippets, make_snippets

DRAFT = "http://json-schema.org/draft-07/schema#"
TITLE = {
    "Agreement": Text(da="Aftale om samarbejde med frivillige", en="Agreement on cooperation with volunteers"),
    "Profile": Text(da="Kommunens profil", en="The municipality's profile"),
}
STRANGE_KEY = Text(
    da="Jeg kender ikke det felt her. Egne felter begynder med x_.",
    en="I do not know that field here. Fields of your own begin with x_.",
)
LACKING = Text(da="Her skal stå: {words}.", en="Here must stand: {words}.")
REASON = Text(da="Skriv, hvorfor spørgsmålet ikke passer på jer.", en="Write why the question does not fit you.")
FROM_TO = Text(da="et tal fra {low} til {high}", en="a number from {low} to {high}")
AT_MOST = Text(da="tekst på højst {longest} tegn", en="text of at most {longest} characters")
POINT = Text(da="Tjekliste {number}: {title}", en="Checklist {number}: {title}")
SOURCE = Text(da="Kilde: {source}", en="Source: {source}")


def make_schema(record: type[Record], language: Language) -> dict[str, object]:
    """The schema of a whole file, in keys and words of one language."""
    build = SchemaBuilder(language, {})
    whole = make_record_schema(record, build)
    return {"$schema": DRAFT, "title": build.localize(TITLE[record.__name__]), **whole, "definitions": build.definitions}


def dump_schema(record: type[Record], language: Language) -> str:
    """The schema as it stands in a file, the same bytes for the same declarations."""
    import json  # noqa: PLC0415 - only who writes the schema needs it

    return json.dumps(make_schema(record, language), ensure_ascii=False, indent=1) + "\n"


def make_record_schema(record: type[Record], build: SchemaBuilder) -> dict[str, object]:
    """A record: its fields in their order, those it cannot stand without, and room for keys of one's own."""
    properties = {field.get_key(build.language): make_field_schema(field, field in record.needed, build) for field in record.fields}
    quiet = {
        make_alternatives_pattern(others): properties[field.get_key(build.language)]
        for field in record.fields
        if (others := list_other_keys(field, build))
    }
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {
            "^x_": {},
            **{pattern: {word: schema[word] for word in ("$ref", "allOf") if word in schema} for pattern, schema in quiet.items()},
        },
        "additionalProperties": build.define("StrangeKey", make_never(build.localize(STRANGE_KEY))),
        **make_required_schema(record, build),
    }


def make_required_schema(record: type[Record], build: SchemaBuilder) -> Json:
    """The fields that must stand, in whichever spelling."""
    if not record.needed:
        return {}
    words = [field.get_key(build.language) for field in record.needed]
    error = {"errorMessage": build.localize(LACKING, words=join_words(words, build.language))}
    plain = [field.get_key(build.language) for field in record.needed if not list_other_keys(field, build)]
    spelt = [
        {"anyOf": [{"required": [word], **error} for word in (field.get_key(build.language), *others)]}
        for field in record.needed
        if (others := list_other_keys(field, build))
    ]
    return {**({"required": plain} if plain else {}), **({"allOf": spelt} if spelt else {}), **error}


def list_other_keys(field: Field, build: SchemaBuilder) -> tuple[str, ...]:
    """The spellings of a key that are read as well in that language; editors accept them and suggest none of them."""
    letters = (transliterate(field.key),) if build.language == "da" else ()
    return tuple(word for word in dict.fromkeys((*letters, *field.also)) if word != field.get_key(build.language))


def make_field_schema(field: Field, needed: bool, build: SchemaBuilder) -> Json:  # noqa: FBT001 - whether the record stands without it
    """A field: what may stand there, and what an editor shows of it."""
    name, schema = make_answer_schema(field, needed, build)
    shown = {"title": field.label.localize(build.language), "description": "\n\n".join(iter_description_lines(field, build))}
    snippets = make_snippets(field, build.language)
    where = build.define(name, schema)
    return {**({"allOf": [where]} if "defaultSnippets" in snippets else where), **shown, **snippets}


def iter_description_lines(field: Field, build: SchemaBuilder) -> Iterator[str]:
    """The question, the point of the checklist, and the source."""
    yield field.ask.localize(build.language)
    for code in field.answers:
        if code.isdigit():
            yield build.localize(POINT, number=code, title=CHECKLIST[int(code) - 1].title)
    if field.source and field.source != "practice":
        yield build.localize(SOURCE, source=cite_sources(field.source))


def make_answer_schema(field: Field, needed: bool, build: SchemaBuilder) -> tuple[str, Json]:  # noqa: FBT001 - see `make_field_schema`
    """What may stand behind a key, under a name: an answer, a reason why there is none, or nothing."""
    name, schema = make_bounded_schema(field, build)
    if needed and isinstance(field.kind, ScalarType) and field.kind.text:
        name, schema = f"{name}Written", {**schema, "pattern": r"\S"}
    cases: list[tuple[Json, Json]] = []
    if field.waivable:
        word = build.localize(NOT_RELEVANT)
        cases.append(({"type": "object", "required": [word]}, make_reason_schema(needed, build)))
        name += "OrReason"
    if not needed:
        cases.append((EMPTY, {}))
        name += "OrNothing"
    return name, make_cases(cases, schema)


def make_reason_schema(needed: bool, build: SchemaBuilder) -> Json:  # noqa: FBT001 - see `make_field_schema`
    """`{ikke_relevant: reason}`; the reason itself may be missing only where nothing needs the answer."""
    written: Json = {"type": "string", "pattern": r"\S"}
    schema = {
        "type": "object",
        "properties": {
            build.localize(NOT_RELEVANT): {**(written if needed else {"type": ["string", "null"]}), "description": build.localize(REASON)}
        },
        "additionalProperties": False,
    }
    return build.define("ReasonWritten" if needed else "Reason", schema)


def make_bounded_schema(field: Field, build: SchemaBuilder) -> tuple[str, Json]:
    """A field's kind, with the limits of its own."""
    name, schema = make_type_schema(field.kind, build)
    if field.limits:
        low, high = field.limits
        message = build.localize(WRONG, kind=FROM_TO.format(low=low, high=high))
        pattern = make_alternatives_pattern(tuple(str(number) for number in range(low, high + 1)))
        return f"{name}{low}To{high}", make_range_schema(
            {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": pattern}, message
        )
    if field.longest:
        message = build.localize(WRONG, kind=AT_MOST.format(longest=field.longest))
        return f"{name}{field.longest}", {**schema, "pattern": make_length_pattern(field.longest), "errorMessage": message}
    return name, schema


def make_type_schema(kind: FieldType, build: SchemaBuilder) -> tuple[str, Json]:
    """What a kind looks like, under a name."""
    match kind:
        case ScalarType():
            return NAMES[id(kind)], make_scalar_schema(kind, build)
        case EnumType(choice):
            return choice.__name__, make_choice_schema(choice, build)
        case RecordType(record):
            return record.__name__, make_section_schema(record, build)
        case ListType(of):
            return make_list_schema(of, build)
        case UnionType(first, second):
            return make_union_schema(first, second, build)
        case MappingType(key, of):
            return f"{NAMES[id(key)]}To{NAMES[id(of)]}", make_mapping_schema(key, of, build)
        case _:
            assert_never(kind)


def make_section_schema(record: type[Record], build: SchemaBuilder) -> Json:
    """A record; bare text too, where a text is all that it needs."""
    section = build.define(record.__name__, {}) if record.__name__ in build.definitions else define_record(record, build)
    body = record.names.get("tekst")
    if body is None or any(field is not body for field in record.needed):
        return {"if": {"type": "object"}, "then": section, "else": {"type": "object", "errorMessage": build.localize(WRONG, kind=SECTION)}}
    assert isinstance(body.kind, ScalarType)
    _, text = make_bounded_schema(body, build)
    bare = {**text, "pattern": r"\S"} if body in record.needed else text
    return {"if": {"type": "object"}, "then": section, "else": bare}


def define_record(record: type[Record], build: SchemaBuilder) -> Json:
    """The definition of a record, written at its first use."""
    build.definitions[record.__name__] = {}
    build.definitions[record.__name__] = make_record_schema(record, build)
    return {"$ref": f"#/definitions/{record.__name__}"}


def make_list_schema(of: FieldType, build: SchemaBuilder) -> tuple[str, Json]:
    """One or many; an item with nothing in it is passed over."""
    name, item = make_type_schema(of, build)
    items = {**make_cases([(PASSED_OVER, {})], item), **make_item_snippets(of, name, build.language)}
    return f"{name}List", {"if": {"type": "array"}, "then": {"items": items}, "else": item}


def make_union_schema(first: FieldType, second: FieldType, build: SchemaBuilder) -> tuple[str, Json]:
    """The first kind where it fits, else the second; free words take any scalar."""
    word, schema = make_type_schema(first, build)
    other, otherwise = make_type_schema(second, build)
    name = f"{word}Or{other}"
    if isinstance(second, RecordType):
        return name, {"if": {"type": "object"}, "then": otherwise, "else": schema}
    return name, {"anyOf": [schema, otherwise], "errorMessage": otherwise.get("errorMessage")}
