"""What may stand with every command: language, colour, how much is said."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from ..errors import CommandError
from ..text.localized import LANGUAGES, Language, Text, join_alternatives

COLOURS = ("auto", "always", "never")
W = TypeVar("W", bound=str)
T = TypeVar("T")


class Monitor(Protocol):
    """Who hears what happens while a command works: the terminal, or nobody."""

    def write_note(self, text: str) -> None:
        """Something to say beside the answer."""

    def track_progress(self, things: Iterable[T], total: int, language: Language) -> Iterator[T]:
        """The same things, counted as they come."""


class SilentMonitor:
    """Nobody hears."""

    def write_note(self, text: str) -> None:
        """Nothing."""

    def track_progress(self, things: Iterable[T], total: int, language: Language) -> Iterator[T]:  # noqa: ARG002 - a `Monitor`
        """The same things."""
        return iter(things)


class GlobalOptions(NamedTuple):
    """How the tool speaks in this run."""

    language: Language | None = None
    """What was asked for; else the profile decides, else Danish."""
    colour: str = "auto"
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    monitor: Monitor = SilentMonitor()


GENERAL = {
    "--lang": Text(da="sproget: da eller en", en="the language: da or en"),
    "--color": Text(da="farver: auto, always eller never", en="colours: auto, always or never"),
    "-q, --quiet": Text(da="sig kun det nødvendige", en="say only what is needed"),
    "-v, --verbose": Text(da="sig mere om, hvad der sker", en="say more of what happens"),
    "--debug": Text(da="vis alt, hvis værktøjet selv fejler", en="show everything if the tool itself fails"),
    "--version": Text(da="vis versionen", en="show the version"),
    "--help": Text(da="vis hjælpen", en="show the help"),
}
SWITCHES = {"-q": "quiet", "--quiet": "quiet", "-v": "verbose", "--verbose": "verbose", "--debug": "debug"}


def parse_global_options(arguments: Sequence[str]) -> tuple[GlobalOptions, list[str]]:
    """Take out what holds for every command, wherever it stands, and leave the rest."""
    options = GlobalOptions(parse_language(os.environ.get("PARTNERSKAB_LANG", "")))
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, _, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word in SWITCHES:
            switch = SWITCHES[word]
            options = options._replace(
                quiet=options.quiet or switch == "quiet",
                verbose=options.verbose or switch == "verbose",
                debug=options.debug or switch == "debug",
            )
        elif name == "--lang":
            asked = value or next(words, "")
            options = options._replace(language=parse_language(asked) or parse_choice("--lang", asked, LANGUAGES))
        elif name == "--color":
            options = options._replace(colour=parse_choice("--color", value or next(words, ""), COLOURS))
        else:
            rest.append(word)
    return options, rest


def parse_language(word: str) -> Language | None:
    """A language by its code, in small letters or capitals."""
    return next((language for language in LANGUAGES if language == word.lower()), None)


def parse_keys_option(word: str | None) -> Language | None:
    """The language that was asked for with `--keys`, where one was.

    Raises:
        CommandError: there is no such language.

    """
    return None if word is None else parse_choice("--keys", word, LANGUAGES)


def parse_choice(option: str, value: str, known: Sequence[W], offered: Text | None = None) -> W:
    """A value that must be one of a few; what is offered instead, where not all of them are.

    Raises:
        CommandError: it is none of them.

    """
    result = next((item for item in known if item == value), None)
    if result is None:
        says = STRANGE.format(value=value, option=option) if value else MISSING.format(option=option)
        raise CommandError(says, CHOOSE.format(choices=offered or join_alternatives(known)))
    return result


STRANGE = Text(da="»{value}« kan ikke stå efter {option}.", en="“{value}” cannot stand after {option}.")
MISSING = Text(da="Der står intet efter {option}.", en="Nothing stands after {option}.")
CHOOSE = Text(da="vælg mellem: {choices}", en="choose from: {choices}")
