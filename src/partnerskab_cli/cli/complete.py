"""What a shell offers while a command is typed. No parser, no YAML: names of files, tables, and the commands' own source."""

import ast
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..source.agreements_folder import find_agreements_folder, is_agreement
from ..text.localized import LANGUAGES, Language, Text, escape_control_characters
from ..workspace.global_options import COLOURS, GENERAL
from .registry import COMMANDS, ENGLISH

SHELLS = ("bash", "zsh", "fish")
Offer = tuple[str, str]
"""A word that may stand there, and what it means."""


class Parameter(NamedTuple):
    """An option or an argument as a command's source declares it."""

    names: tuple[str, ...]
    """None for an argument."""
    metavar: str
    help: Text


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
        if not part.names and kind in ARGUMENTS:
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


def complete_shells(_: Language) -> Iterator[Offer]:
    """The shells that can be told."""
    yield from ((shell, "") for shell in SHELLS)


ARGUMENTS: Mapping[str, Callable[[Language], Iterator[Offer]]] = {
    "AFTALE": complete_ids, "RAPPORT": complete_reports, "EMNE": complete_topics, "KOMMUNE": complete_municipalities, "SHELL": complete_shells,
}  # fmt: skip
"""What stands for an argument, by the name it has in the help."""

FORMATS = ("table", "md", "html", "csv", "csv-excel", "xlsx", "json")
VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("check", "--output-format"): (
        "full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
    ),
    ("check", "--fail-on"): ("error", "warning", "never"),
    ("rules", "--format"): ("table", "md", "json"),
    ("guide", "--for"): ("forening", "kommune", "association", "municipality"),
    ("guide", "--to"): ("text", "md", "html"),
    ("schema", "--for"): ("agreement", "aftale", "profile", "profil"),
    ("init", "--ci"): ("github", "gitlab", "none"),
    ("render", "--to"): ("md", "html", "pdf", "docx"),
    ("render", "--variant"): ("aftale", "udvalg", "borger"),
    ("portfolio", "--format"): FORMATS,
    ("deadlines", "--format"): (*FORMATS, "ics"),
    ("deadlines", "--fail-on"): ("overdue", "soon"),
    ("agenda", "--to"): ("md", "html"),
    ("diff", "--format"): ("text", "md", "json"),
}  # fmt: skip
"""The words an option takes, command by command."""
OF_METAVAR: Mapping[str, Callable[[], tuple[str, ...]]] = {
    "SPROG": lambda: LANGUAGES,
    "PROFIL": lambda: ("danmark", "tønder"),
    "KODE": lambda: tuple(code for code, _ in complete_rule_codes("en")),
}
"""The words an option takes, by the name of its value in the help."""


def list_option_values(command: str, option: str) -> tuple[str, ...]:
    """The words that may stand after an option."""
    if (command, option) in VALUES:
        return VALUES[command, option]
    metavar = next((part.metavar for part in read_parameters(command) if option in part.names), "")
    return OF_METAVAR[metavar]() if metavar in OF_METAVAR else ()


def read_parameters(command: str) -> Iterator[Parameter]:
    """The options and arguments of a command, read from its source so that nothing has to be imported."""
    module, _, name = COMMANDS[command].function.partition(":")
    source = Path(__file__).parent.parent.joinpath(*module.split(".")).with_suffix(".py")
    tree = ast.parse(source.read_text("utf-8")) if source.is_file() else ast.Module([], [])
    function = next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name), None)
    for node in ast.walk(function.args) if function else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"option", "argument"}:
            yield read_parameter(node)


def read_parameter(call: ast.Call) -> Parameter:
    """One declaration; words that are not written out are left empty."""
    lines = {word.arg: word.value.value for word in call.keywords if isinstance(word.value, ast.Constant)}
    spelt = [str(name.value) for name in call.args if isinstance(name, ast.Constant)]
    names = tuple(name for word in spelt for name in word.split("/"))
    return Parameter(names, str(lines.get("metavar", "")), Text(da=str(lines.get("da", "")), en=str(lines.get("en", ""))))
