"""What is written down while a document is shaped: faults, places, and the languages of the keys."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ..diagnostics import Edit, Span
from ..model.field import Choice, Field, ParseIssue, map_spellings_to_choices
from ..model.record import Record, Scrap
from ..text.localized import LANGUAGES, YES, Language, Text, join_alternatives
from .lost_text import cut_by_comment, cut_text, find_glued_name, insert_blank
from .parser import MappingNode, Node, Scalar, SequenceNode, SourceFault, iter_scalars
from .placeholders import is_asked, to_paper

MOST_SUGGESTIONS = 20


class Unread(NamedTuple):
    """What a value becomes that could not be read, or not as a whole: what stands there, and as much of it as could be read."""

    pieces: tuple[object, ...]
    value: object = None
    known: bool = False
    """Whether the value is all that was written, with blanks in it."""


def format_plain_text(node: Node) -> str:
    """What is written in a part of a file, in one line."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, SequenceNode):
        return ", ".join(format_plain_text(item) for item in node.items)
    return ", ".join(f"{word}: {format_plain_text(value)}" for word, (_, value) in node.entries.items())


def make_unread(node: Node) -> Unread:
    """What stands where no value could be read."""
    return Unread((Scrap(format_plain_text(node)),))


class DecodeContext:
    """The notes of one file. A complaint answers what the value becomes. `hasty`: the file holds a word that marks a placeholder.

    `lines`: those of a file that holds a blank and `#`, else none.
    """

    __slots__ = ("again", "blocks", "faults", "hasty", "language", "lines", "places", "suggested", "vocabulary")

    def __init__(self, language: Language, vocabulary: Mapping[str, str], lines: Sequence[str] = (), *, hasty: bool) -> None:
        self.lines = lines
        self.faults: list[SourceFault] = []
        self.places: dict[int, MappingNode] = {}
        self.blocks: list[tuple[type[Record], MappingNode]] = []
        self.again: list[Scalar] = []
        self.suggested = 0
        self.language = language
        self.vocabulary = vocabulary
        self.hasty = hasty

    def note_mixed_languages(self) -> None:
        """One remark when Danish and English keys stand in the same file, at the first of the fewer."""
        if any(next(self.iter_keys_in(language), None) is None for language in LANGUAGES):
            return
        keys = {language: list(self.iter_keys_in(language)) for language in LANGUAGES}
        fewer = min(LANGUAGES, key=lambda language: (len(keys[language]), language))
        self.faults.append(SourceFault("STR09", min(key.span for key in keys[fewer])))

    def iter_keys_in(self, language: Language) -> Iterator[Scalar]:
        """The keys that only a file in that language has; of a field that stands in both, the first."""
        for record, block in self.blocks:
            words = list_own_spellings(record, language)  # type: ignore[arg-type]  # mypy takes the record's `__hash__` for its class's
            if not words.isdisjoint(block.entries):
                yield from (key for word, (key, _) in block.entries.items() if word in words and key not in self.again)

    def suggest(self, word: str, known: tuple[str, ...], written: tuple[str, ...] = ()) -> str | None:
        """The nearest known word, rather one in the file's own language; for the first twenty unknown ones of a file."""
        self.suggested += 1
        if self.suggested > MOST_SUGGESTIONS:
            return None
        from ..text.matching import find_nearest  # noqa: PLC0415 - most files are spelt right

        return find_nearest(word, written) or find_nearest(word, known)

    def format_example_for(self, field: Field) -> str:
        """An answer as this file would write it."""
        from ..model.examples import dump_example  # noqa: PLC0415 - most files lack nothing

        return dump_example(field, self.language)

    def find_key(self, field: Field) -> str:
        """The name of a field as this file writes it."""
        return f"`{field.get_key(self.language)}`"

    def note_unknown_key(self, key: Scalar, node: Node | None, known: tuple[str, ...], written: tuple[str, ...] = ()) -> str | None:
        """A key that no field has, and the one it was meant to be."""
        name = find_glued_name(key.text)
        if name and name in known:
            self.note_no_blank(key)
            return name
        meant = self.suggest(key.text, known, written)
        values: dict[str, object] = {"key": cut_text(key.text)}
        if meant:
            self.faults.append(
                SourceFault("STR02", key.span, values | {"suggestion": meant}, format_suggestion(meant), (Edit(key.span, meant),))
            )
        else:
            split = " " in key.text and isinstance(node, Scalar) and node.empty
            self.faults.append(SourceFault("STR02b", key.span, values, COMMA if split else None))
        return meant

    def note_no_blank(self, node: Scalar) -> Unread:
        """A name and its value that no blank parts."""
        edits = (Edit(node.span, insert_blank(node.text)),) if node.start.line == node.end.line else ()
        self.faults.append(
            SourceFault("STR02d", node.span, {"text": cut_text(node.text), "better": cut_text(insert_blank(node.text))}, None, edits)
        )
        return make_unread(node)

    def cut_off(self, node: Scalar) -> None:
        """A text that ends where YAML takes a `#` for a comment."""
        if self.lines and node.plain and (fault := cut_by_comment(node, self.lines)):
            self.faults.append(fault)

    def cut_off_own(self, node: Node) -> None:
        """The same in a field of the file's own, of which nobody knows whether it is a text: a warning, and a fix only when asked for."""
        for piece in iter_scalars(node) if self.lines else ():
            if piece.plain and (fault := cut_by_comment(piece, self.lines)):
                self.faults.append(fault._replace(code="STR17b", edits=(), unsafe=fault.edits or fault.unsafe))

    def note_duplicate(self, first: Scalar, second: Scalar) -> None:
        """The same field in two spellings."""
        self.again.append(second)
        self.faults.append(SourceFault("STR03b", second.span, {"first_key": first.text, "second_key": second.text}))

    def note_missing(self, field: Field, block: MappingNode) -> None:
        """A field the record cannot do without."""
        values = {"field": self.find_key(field), "question": field.ask, "example": self.format_example_for(field)}
        self.faults.append(SourceFault(field.rule, block.span, values))

    def note_not_waivable(self, field: Field, node: MappingNode) -> None:
        """A field that cannot be "not relevant"."""
        self.faults.append(SourceFault("STR04d", node.span, {"field": self.find_key(field)}))

    def note_answer_and_reason(self, field: Field, node: MappingNode) -> None:
        """An answer, and beside it a reason why there is none."""
        values = {"field": self.find_key(field), "expected": ONE_OF_TWO, "found": BOTH, "example": self.format_example_for(field)}
        self.faults.append(SourceFault("STR04c", node.span, values))

    def note_placeholder(self, field: Field, place: Span, text: str, value: object = None) -> Unread:
        """A value that is still to be filled in; one that is known all the same only has blanks in it."""
        self.faults.append(SourceFault("STR08", place, {"value": cut_text(text), "field": self.find_key(field)}))
        return Unread((Scrap(to_paper(text), open=True),), value, known=value is not None)

    def note_remark(self, remark: ParseIssue, node: Scalar) -> object:
        """A value that was read with a remark."""
        edits = (Edit(node.span, remark.better),) if remark.better else ()
        self.faults.append(SourceFault(remark.code, node.span, remark.values, None, edits))
        return remark.value

    def note_impossible(self, words: Text, field: Field, node: Scalar, reason: Callable[[str], Text | None] | None = None) -> Unread:
        """A value that is not of its kind, and why where that can be told."""
        known = reason and reason(node.text)
        kind = BECAUSE.format(kind=words, reason=known) if known else words
        example, edits = self.suggest_ongoing(field, node) or (self.format_example_for(field), ())
        self.faults.append(SourceFault("STR04b", node.span, {"value": cut_text(node.text), "kind": kind, "example": example}, None, edits))
        return make_unread(node)

    def suggest_ongoing(self, field: Field, node: Scalar) -> tuple[Text, tuple[Edit, ...]] | None:
        """How to say that something has no end: with the field beside it that says so."""
        if not field.unless or field.unless[1] is not True or " ".join(node.text.lower().split()) not in ENDLESS:
            return None
        record, block = next(pair for pair in reversed(self.blocks) if field in pair[0].fields)
        sister = next(each for each in record.fields if each.name == field.unless[0])
        word, yes = sister.get_key(self.language), YES.localize(self.language)
        key = next(key for spelling, (key, _) in block.entries.items() if spelling in field.spellings)
        free = block.entries.keys().isdisjoint(sister.spellings)
        return INSTEAD.format(word=word, yes=yes, key=key.text), (Edit(key.span, word), Edit(node.span, yes)) if free else ()

    def note_unknown_choice(self, choice: type[Choice], field: Field, node: Scalar) -> Choice | None:
        """A word that is not in the list, and the one it was meant to be."""
        words = map_spellings_to_choices(choice)
        written = list_written_forms(choice, self.language)
        meant = self.suggest(node.text, tuple(words), written)
        values = {"value": cut_text(node.text), "field": self.find_key(field), "choices": join_alternatives(written)}
        edits = (Edit(node.span, meant),) if meant else ()
        self.faults.append(SourceFault("STR04", node.span, values, format_suggestion(meant) if meant else None, edits))
        return words[meant] if meant else None

    def note_wrong_shape(self, expected: Text, field: Field, node: Node) -> Unread:
        """A list where text should stand, and the like; `[udfyld]` without quotation marks is a list to YAML."""
        if isinstance(node, SequenceNode) and is_asked(format_plain_text(node)):
            return self.note_placeholder(field, node.span, f"[{format_plain_text(node)}]")
        values = {
            "field": self.find_key(field),
            "expected": expected,
            "found": FOUND[type(node)],
            "example": self.format_example_for(field),
        }
        self.faults.append(SourceFault("STR04c", node.span, values))
        return make_unread(node)


@cache
def list_own_spellings(record: type[Record], language: Language) -> frozenset[str]:
    """The spellings of a record's keys that belong to that language alone."""
    apart = [field for field in record.fields if field.key != field.name]
    english = frozenset(field.name for field in apart)
    return english if language == "en" else frozenset(word for field in apart for word in field.spellings) - english


ENDLESS = frozenset({
    "løbende", "indtil videre", "ubestemt", "på ubestemt tid", "tidsubegrænset", "ingen", "ingen slutdato", "uden slutdato", "uden udløb", "åben",
    "ubegrænset", "uendelig", "på ubegrænset tid", "indtil opsigelse", "til opsigelse", "indtil aftalen opsiges", "fortløbende", "until terminated", "unlimited", "rolling",
    "ongoing", "until further notice", "indefinitely", "indefinite", "open-ended", "open ended", "no end", "none", "9999-12-31", "31-12-9999", "31.12.9999",
    "31/12-9999", "31/12/9999",
})  # fmt: skip
"""What people write, and spreadsheets, for a day that never comes."""
INSTEAD = Text(da="{word}: {yes} i stedet for {key}", en="{word}: {yes} instead of {key}")
BECAUSE = Text(da="{kind}; {reason}", en="{kind}; {reason}")
COMMA = Text(da="sæt anførselstegn om tekst med komma", en="put quotation marks round text with a comma")
ONE_OF_TWO = Text(da="enten et svar eller en grund til, at det ikke er relevant", en="either an answer or a reason why it is not relevant")
BOTH = Text(da="begge dele", en="both")
FOUND = {
    Scalar: Text(da="en tekst", en="a text"),
    MappingNode: Text(da="et afsnit med felter", en="a section with fields"),
    SequenceNode: Text(da="en liste", en="a list"),
}


def format_suggestion(word: str) -> Text:
    """`mente I »aktiv«?`."""
    return Text(da=f"mente I »{word}«?", en=f"did you mean “{word}”?")


@cache
def list_written_forms(choice: type[Choice], language: Language) -> tuple[str, ...]:
    """The words of a list, as they are written in a file of that language."""
    return tuple(each.get_key(language) for each in choice)
