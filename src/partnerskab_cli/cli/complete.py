"""What a shell offers while a command is typed. No parser, no YAML: names of files, and a table of the options."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..source.agreements_folder import find_agreements_folder, is_agreement
from ..text.localized import LANGUAGES, Language, Text, escape_control_characters
from ..workspace.global_options import COLOURS, GENERAL
from .registry import COMMANDS, ENGLISH

TABLE = Path(__file__).with_name("parameters.json")
"""Every command's options and arguments as they are declared; `scripts/generate.py` writes it."""
Offer = tuple[str, str]
"""A word that may stand there, and what it means."""


class ListedParameter(NamedTuple):
    """An option or an argument as the table lists it."""

    names: tuple[str, ...]
    """As they may be typed; none for an argument."""
    metavar: str
    help: Text
    words: tuple[str, ...]
    """Its choices, or else what is suggested."""


def complete_words(words: list[str], language: Language) -> str:
    """What may stand in place of the last word, a line each: the word, a tab, and what it means."""
    joined = join_split_words(words)
    before, unfinished = joined[:-1], joined[-1] if joined else ""
    matches = {
        word: meaning
        for word, meaning in iter_candidates(before, unfinished, language)
        if fold_word(word).startswith(fold_word(unfinished))
    }
    return "".join(f"{word}\t{meaning}\n" for word, meaning in matches.items() if is_shell_safe(word))


def join_split_words(words: list[str]) -> list[str]:
    """Words as they were typed: bash parts `--format=js` at the sign."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def fold_word(word: str) -> str:
    """A word as it is compared."""
    return word.casefold()


def is_shell_safe(word: str) -> bool:
    """Whether a shell can take the word as it stands; names that are no ids are left to the shell's own way with files."""
    return escape_control_characters(word) == word and not any(letter.isspace() or letter in SPECIAL for letter in word)


SPECIAL = frozenset("'\"\\$`;&|<>*?()[]{}!#~")


def iter_candidates(before: list[str], unfinished: str, language: Language) -> Iterator[Offer]:
    """Everything that may stand there, whatever has been typed of it."""
    command = next((name for word in before if (name := ENGLISH.get(word, word)) in COMMANDS), None)
    general: Mapping[str, tuple[str, ...]] = {"--lang": LANGUAGES, "--color": COLOURS}
    option, equals, _ = unfinished.partition("=")
    waiting = option if equals else before[-1] if before and before[-1].startswith("-") else ""
    values = [*general.get(waiting, ()), *(list_option_values(command, waiting) if command else ())]
    if values:
        yield from ((f"{waiting}={value}" if equals else value, "") for value in values)
    elif command is None:
        yield from complete_commands(unfinished, language)
    elif unfinished.startswith("-"):
        yield from complete_options(command, language)
    elif command == "done" and (known := [word for word in before if word in dict(complete_ids(language))]):
        yield from offer_keys(known[0], language)
    else:
        yield from complete_arguments(command, language)


def complete_commands(unfinished: str, language: Language) -> Iterator[Offer]:
    """The commands: in the reader's language, and in the other one where it is being typed."""
    for name, listed in COMMANDS.items():
        own, other = (listed.danish, name) if language == "da" else (name, listed.danish)
        does = listed.does.localize(language)
        yield own, does
        if unfinished and not own.startswith(unfinished):
            yield other, does
    if unfinished.startswith("-"):
        yield from complete_global_options(language)


def complete_options(command: str, language: Language) -> Iterator[Offer]:
    """The options of a command, and those that may stand anywhere."""
    for part in read_parameters(command):
        yield from ((name, part.help.localize(language)) for name in part.names)
    yield from complete_global_options(language)


def complete_global_options(language: Language) -> Iterator[Offer]:
    """The options that may stand anywhere."""
    for spelling, words in GENERAL.items():
        yield from ((name, words.localize(language)) for name in spelling.split(", "))


def complete_arguments(command: str, language: Language) -> Iterator[Offer]:
    """What may stand as the argument of a command; files are left to the shell."""
    for part in read_parameters(command):
        kind = part.metavar.strip("[]…").split("|")[0]
        if not part.names and part.words:
            yield from ((word, "") for word in part.words)
        elif not part.names and kind in ARGUMENTS:
            yield from ARGUMENTS[kind](language)


def complete_ids(_: Language) -> Iterator[Offer]:
    """The ids of the record: the names of its files."""
    for _place, folders, files in os.walk(find_agreements_folder(Path())):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from ((Path(name).stem, "") for name in sorted(files) if is_agreement(Path(name)) and not name.startswith("."))


def offer_keys(name: str, language: Language) -> Iterator[Offer]:
    """What can be noted in an agreement. Only here a file is read."""
    from ..model.notable import iter_notables  # noqa: PLC0415 - likewise
    from ..workspace.files import open_workspace  # noqa: PLC0415 - likewise
    from ..workspace.lookup import find_agreement_file, load_readable_agreements  # noqa: PLC0415 - a reader, for the one argument that needs it

    workspace = open_workspace([])
    for record in load_readable_agreements([find_agreement_file(name, workspace)], workspace).values():
        yield from ((notable.key, notable.label.localize(language)) for notable in iter_notables(record) if notable.is_open)


def complete_reports(language: Language) -> Iterator[Offer]:
    """The reports of the portfolio."""
    from ..portfolio.registry import REPORTS  # noqa: PLC0415 - only the portfolio has reports

    for name, listed in REPORTS.items():
        yield (listed.danish if language == "da" else name), listed.tells.localize(language)


def complete_rule_codes(language: Language) -> Iterator[Offer]:
    """The rules and their chapters."""
    from ..rules.chapters import CHAPTERS  # noqa: PLC0415 - likewise
    from ..rules.registry import RULES  # noqa: PLC0415 - only codes need all rules

    yield from ((rule.code, rule.why.localize(language)) for rule in RULES)
    yield from ((chapter, title.localize(language)) for chapter, title in CHAPTERS.items())


def complete_topics(language: Language) -> Iterator[Offer]:
    """What can be explained, as far as one would type it."""
    from ..model.agreement import Agreement  # noqa: PLC0415 - only topics need the fields
    from ..model.record import walk_fields  # noqa: PLC0415 - likewise

    yield from complete_rule_codes(language)
    yield from ((point.format_path(language), point.field.ask.localize(language)) for point in walk_fields(Agreement))


def complete_municipalities(_: Language) -> Iterator[Offer]:
    """The 98 municipalities."""
    from ..model.municipalities import MUNICIPALITIES  # noqa: PLC0415 - only a new record needs them

    yield from ((name, code) for code, name in MUNICIPALITIES.items())


ARGUMENTS: Mapping[str, Callable[[Language], Iterator[Offer]]] = {
    "AFTALE": complete_ids, "RAPPORT": complete_reports, "EMNE": complete_topics, "KOMMUNE": complete_municipalities, "KODE": complete_rule_codes,
}  # fmt: skip
"""What stands for a value that no declaration can list, by the name it has in the help."""


def list_option_values(command: str, option: str) -> tuple[str, ...]:
    """The words that may stand after an option."""
    declared = next((item for item in read_parameters(command) if option in item.names), None)
    if declared is None:
        return ()
    if declared.words or declared.metavar not in ARGUMENTS:
        return declared.words
    return tuple(word for word, _ in ARGUMENTS[declared.metavar]("en"))


def read_parameters(command: str) -> Iterator[ListedParameter]:
    """The options and arguments of a command as the table lists them, so that no command has to be imported."""
    for names, metavar, words_for_reader, words in json.loads(TABLE.read_text("utf-8"))[command]:
        yield ListedParameter(tuple(names), metavar, Text(*words_for_reader), tuple(words))
