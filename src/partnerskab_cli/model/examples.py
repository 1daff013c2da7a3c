"""How a field would stand in a file: its example, with the parts a record cannot do without."""

from collections.abc import Iterator
from textwrap import indent

from ..text.localized import Language
from .field import ALWAYS, Field, ListType
from .record import Record, iter_record_types

MOST_PARTS = 3


def dump_example(field: Field, language: Language) -> str:
    """`ophør:` with `varsel: 3 måneder` below it, or `varsel: 3 måneder`: YAML ready to be written."""
    word = field.get_key(language)
    record = next(iter_record_types(field.kind), None)
    if record is None or field.example.da:
        return f"{word}: {field.example.localize(language)}"
    body = "\n".join(dump_example(part, language) for part in iter_example_fields(record))
    if isinstance(field.kind, ListType):
        first, *rest = body.split("\n")
        return "\n".join([f"{word}:", f"  - {first}", *(f"    {line}" for line in rest)])
    return f"{word}:\n{indent(body, '  ')}"


def iter_example_fields(record: type[Record]) -> Iterator[Field]:
    """The parts of a record that show best how it is written: those it needs, else its first."""
    needed = [field for field in record.fields if field.need is ALWAYS]
    yield from (needed or list(record.fields[:1]))[:MOST_PARTS]
