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
    properties = {one.get_key(build.language): make_field_schema(one, one in record.needed, build) for one in record.fields}
    quiet = {
        make_alternatives_pattern(others): properties[one.get_key(build.language)]
        for one in record.fields
        if (others := list_other_keys(one, build))
    }
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {
            "^x_": {},
            **{pattern: {word: made[word] for word in ("$ref", "allOf") if word in made} for pattern, made in quiet.items()},
        },
        "additionalProperties": build.define("StrangeKey", make_never(build.localize(STRANGE_KEY))),
        **make_required_schema(record, build),
    }


def make_required_schema(record: type[Record], build: SchemaBuilder) -> Json:
    """The fields that must stand, in whichever spelling."""
    if not record.needed:
        return {}
    words = [one.get_key(build.language) for one in record.needed]
    message = {"errorMessage": build.localize(LACKING, words=join_words(words, build.language))}
    plain = [one.get_key(build.language) for one in record.needed if not list_other_keys(one, build)]
    spelt = [
        {"anyOf": [{"required": [word], **message} for word in (one.get_key(build.language), *others)]}
        for one in record.needed
        if (others := list_other_keys(one, build))
    ]
    return {**({"required": plain} if plain else {}), **({"allOf": spelt} if spelt else {}), **message}


def list_other_keys(one: Field, build: SchemaBuilder) -> tuple[str, ...]:
    """The spellings of a key that are read as well in that language; editors accept them and suggest none of them."""
    letters = (transliterate(one.key),) if build.language == "da" else ()
    return tuple(word for word in dict.fromkeys((*letters, *one.also)) if word != one.get_key(build.language))


def make_field_schema(one: Field, needed: bool, build: SchemaBuilder) -> Json:  # noqa: FBT001 - whether the record stands without it
    """A field: what may stand there, and what an editor shows of it."""
    name, made = make_answer_schema(one, needed, build)
    shown = {"title": one.label.localize(build.language), "description": "\n\n".join(iter_description_lines(one, build))}
    snippets = make_snippets(one, build.language)
    where = build.define(name, made)
    return {**({"allOf": [where]} if "defaultSnippets" in snippets else where), **shown, **snippets}


def iter_description_lines(one: Field, build: SchemaBuilder) -> Iterator[str]:
    """The question, the point of the checklist, and the source."""
    yield one.ask.localize(build.language)
    for code in one.answers:
        if code.isdigit():
            yield build.localize(POINT, number=code, title=CHECKLIST[int(code) - 1].title)
    if one.source and one.source != "practice":
        yield build.localize(SOURCE, source=cite_sources(one.source))


def make_answer_schema(one: Field, needed: bool, build: SchemaBuilder) -> tuple[str, Json]:  # noqa: FBT001 - see `question`
    """What may stand behind a key, under a name: an answer, a reason why there is none, or nothing."""
    name, made = make_bounded_schema(one, build)
    if needed and isinstance(one.kind, ScalarType) and one.kind.text:
        name, made = f"{name}Written", {**made, "pattern": r"\S"}
    cases: list[tuple[Json, Json]] = []
    if one.waivable:
        word = build.localize(NOT_RELEVANT)
        cases.append(({"type": "object", "required": [word]}, make_reason_schema(needed, build)))
        name += "OrReason"
    if not needed:
        cases.append((EMPTY, {}))
        name += "OrNothing"
    return name, make_cases(cases, made)


def make_reason_schema(needed: bool, build: SchemaBuilder) -> Json:  # noqa: FBT001 - see `question`
    """`{ikke_relevant: reason}`; the reason itself may be missing only where nothing needs the answer."""
    written: Json = {"type": "string", "pattern": r"\S"}
    made = {
        "type": "object",
        "properties": {
            build.localize(NOT_RELEVANT): {**(written if needed else {"type": ["string", "null"]}), "description": build.localize(REASON)}
        },
        "additionalProperties": False,
    }
    return build.define("ReasonWritten" if needed else "Reason", made)


def make_bounded_schema(one: Field, build: SchemaBuilder) -> tuple[str, Json]:
    """A field's kind, with the limits of its own."""
    name, made = make_type_schema(one.kind, build)
    if one.limits:
        low, high = one.limits
        message = build.localize(WRONG, kind=FROM_TO.format(low=low, high=high))
        pattern = make_alternatives_pattern(tuple(str(number) for number in range(low, high + 1)))
        return f"{name}{low}To{high}", make_range_schema(
            {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": pattern}, message
        )
    if one.longest:
        message = build.localize(WRONG, kind=AT_MOST.format(longest=one.longest))
        return f"{name}{one.longest}", {**made, "pattern": make_length_pattern(one.longest), "errorMessage": message}
    return name, made


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
    made = build.define(record.__name__, {}) if record.__name__ in build.definitions else define_record(record, build)
    body = record.names.get("tekst")
    if body is None or any(one is not body for one in record.needed):
        return {"if": {"type": "object"}, "then": made, "else": {"type": "object", "errorMessage": build.localize(WRONG, kind=SECTION)}}
    assert isinstance(body.kind, ScalarType)
    _, text = make_bounded_schema(body, build)
    bare = {**text, "pattern": r"\S"} if body in record.needed else text
    return {"if": {"type": "object"}, "then": made, "else": bare}


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
    one, made = make_type_schema(first, build)
    other, otherwise = make_type_schema(second, build)
    name = f"{one}Or{other}"
    if isinstance(second, RecordType):
        return name, {"if": {"type": "object"}, "then": otherwise, "else": made}
    return name, {"anyOf": [made, otherwise], "errorMessage": otherwise.get("errorMessage")}
