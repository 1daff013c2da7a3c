"""JSON Schema (draft-07) for editors, one for each language of keys, made of what the fields declare."""

from collections.abc import Iterator
from typing import assert_never

from ..agreement.checklist import CHECKLIST
from ..agreement.field import NOT_RELEVANT, SECTION, Either, Field, Keyed, Kind, Many, OneOf, Section, Value
from ..agreement.record import Record
from ..agreement.sources import cited
from ..text import Language, Text, ascii_form, listed
from .pieces import (
    EMPTY,
    NAMES,
    PASSED_OVER,
    WRONG,
    Building,
    Json,
    alternatives,
    chosen,
    keyed,
    never,
    no_longer,
    ranged,
    scalar,
    words,
)
from .snippet import offered, offered_item

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


def schema(record: type[Record], language: Language) -> dict[str, object]:
    """The schema of a whole file, in keys and words of one language."""
    build = Building(language, {})
    whole = block(record, build)
    return {"$schema": DRAFT, "title": build.said(TITLE[record.__name__]), **whole, "definitions": build.definitions}


def schema_text(record: type[Record], language: Language) -> str:
    """The schema as it stands in a file, the same bytes for the same declarations."""
    import json  # noqa: PLC0415 - only who writes the schema needs it

    return json.dumps(schema(record, language), ensure_ascii=False, indent=1) + "\n"


def block(record: type[Record], build: Building) -> dict[str, object]:
    """A record: its fields in their order, those it cannot stand without, and room for keys of one's own."""
    properties = {one.word(build.language): question(one, one in record.needed, build) for one in record.fields}
    quiet = {alternatives(others): properties[one.word(build.language)] for one in record.fields if (others := other_keys(one, build))}
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {
            "^x_": {},
            **{pattern: {word: made[word] for word in ("$ref", "allOf") if word in made} for pattern, made in quiet.items()},
        },
        "additionalProperties": build.defined("StrangeKey", never(build.said(STRANGE_KEY))),
        **demands(record, build),
    }


def demands(record: type[Record], build: Building) -> Json:
    """The fields that must stand, in whichever spelling."""
    if not record.needed:
        return {}
    words = [one.word(build.language) for one in record.needed]
    message = {"errorMessage": build.said(LACKING, words=listed(words, build.language))}
    plain = [one.word(build.language) for one in record.needed if not other_keys(one, build)]
    spelt = [
        {"anyOf": [{"required": [word], **message} for word in (one.word(build.language), *others)]}
        for one in record.needed
        if (others := other_keys(one, build))
    ]
    return {**({"required": plain} if plain else {}), **({"allOf": spelt} if spelt else {}), **message}


def other_keys(one: Field, build: Building) -> tuple[str, ...]:
    """The spellings of a key that are read as well in that language; editors accept them and suggest none of them."""
    letters = (ascii_form(one.key),) if build.language == "da" else ()
    return tuple(word for word in dict.fromkeys((*letters, *one.also)) if word != one.word(build.language))


def question(one: Field, needed: bool, build: Building) -> Json:  # noqa: FBT001 - whether the record stands without it
    """A field: what may stand there, and what an editor shows of it."""
    name, made = answered(one, needed, build)
    shown = {"title": one.label.said(build.language), "description": "\n\n".join(described(one, build))}
    snippets = offered(one, build.language)
    where = build.defined(name, made)
    return {**({"allOf": [where]} if "defaultSnippets" in snippets else where), **shown, **snippets}


def described(one: Field, build: Building) -> Iterator[str]:
    """The question, the point of the checklist, and the source."""
    yield one.ask.said(build.language)
    for code in one.answers:
        if code.isdigit():
            yield build.said(POINT, number=code, title=CHECKLIST[int(code) - 1].title)
    if one.source and one.source != "practice":
        yield build.said(SOURCE, source=cited(one.source))


def answered(one: Field, needed: bool, build: Building) -> tuple[str, Json]:  # noqa: FBT001 - see `question`
    """What may stand behind a key, under a name: an answer, a reason why there is none, or nothing."""
    name, made = bounded(one, build)
    if needed and isinstance(one.kind, Value) and one.kind.text:
        name, made = f"{name}Written", {**made, "pattern": r"\S"}
    cases: list[tuple[Json, Json]] = []
    if one.waivable:
        word = build.said(NOT_RELEVANT)
        cases.append(({"type": "object", "required": [word]}, reason(needed, build)))
        name += "OrReason"
    if not needed:
        cases.append((EMPTY, {}))
        name += "OrNothing"
    return name, chosen(cases, made)


def reason(needed: bool, build: Building) -> Json:  # noqa: FBT001 - see `question`
    """`{ikke_relevant: reason}`; the reason itself may be missing only where nothing needs the answer."""
    written: Json = {"type": "string", "pattern": r"\S"}
    made = {
        "type": "object",
        "properties": {
            build.said(NOT_RELEVANT): {**(written if needed else {"type": ["string", "null"]}), "description": build.said(REASON)}
        },
        "additionalProperties": False,
    }
    return build.defined("ReasonWritten" if needed else "Reason", made)


def bounded(one: Field, build: Building) -> tuple[str, Json]:
    """A field's kind, with the limits of its own."""
    name, made = of_kind(one.kind, build)
    if one.limits:
        low, high = one.limits
        message = build.said(WRONG, kind=FROM_TO.filled(low=low, high=high))
        pattern = alternatives(tuple(str(number) for number in range(low, high + 1)))
        return f"{name}{low}To{high}", ranged({"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": pattern}, message)
    if one.longest:
        message = build.said(WRONG, kind=AT_MOST.filled(longest=one.longest))
        return f"{name}{one.longest}", {**made, "pattern": no_longer(one.longest), "errorMessage": message}
    return name, made


def of_kind(kind: Kind, build: Building) -> tuple[str, Json]:
    """What a kind looks like, under a name."""
    match kind:
        case Value():
            return NAMES[id(kind)], scalar(kind, build)
        case OneOf(choice):
            return choice.__name__, words(choice, build)
        case Section(record):
            return record.__name__, section(record, build)
        case Many(of):
            return several(of, build)
        case Either(first, second):
            return either(first, second, build)
        case Keyed(key, of):
            return f"{NAMES[id(key)]}To{NAMES[id(of)]}", keyed(key, of, build)
        case _:
            assert_never(kind)


def section(record: type[Record], build: Building) -> Json:
    """A record; bare text too, where a text is all that it needs."""
    made = build.defined(record.__name__, {}) if record.__name__ in build.definitions else placed(record, build)
    body = record.names.get("tekst")
    if body is None or any(one is not body for one in record.needed):
        return {"if": {"type": "object"}, "then": made, "else": {"type": "object", "errorMessage": build.said(WRONG, kind=SECTION)}}
    assert isinstance(body.kind, Value)
    _, text = bounded(body, build)
    bare = {**text, "pattern": r"\S"} if body in record.needed else text
    return {"if": {"type": "object"}, "then": made, "else": bare}


def placed(record: type[Record], build: Building) -> Json:
    """The definition of a record, written at its first use."""
    build.definitions[record.__name__] = {}
    build.definitions[record.__name__] = block(record, build)
    return {"$ref": f"#/definitions/{record.__name__}"}


def several(of: Kind, build: Building) -> tuple[str, Json]:
    """One or many; an item with nothing in it is passed over."""
    name, item = of_kind(of, build)
    items = {**chosen([(PASSED_OVER, {})], item), **offered_item(of, name, build.language)}
    return f"{name}List", {"if": {"type": "array"}, "then": {"items": items}, "else": item}


def either(first: Kind, second: Kind, build: Building) -> tuple[str, Json]:
    """The first kind where it fits, else the second; free words take any scalar."""
    one, made = of_kind(first, build)
    other, otherwise = of_kind(second, build)
    name = f"{one}Or{other}"
    if isinstance(second, Section):
        return name, {"if": {"type": "object"}, "then": otherwise, "else": made}
    return name, {"anyOf": [made, otherwise], "errorMessage": otherwise.get("errorMessage")}
