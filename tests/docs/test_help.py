"""The help of every command: narrow, in one language at a time, with two examples that run."""

import re

import pytest
from conftest import Runner

from partnerskab_cli.cli.command_help import TOLD
from partnerskab_cli.cli.options import IN_ENGLISH
from partnerskab_cli.cli.parser import build_parser
from partnerskab_cli.cli.registry import COMMANDS
from partnerskab_cli.text.localized import LANGUAGES, Language

every = pytest.mark.parametrize("name", COMMANDS)
NARROW = 60
both = pytest.mark.parametrize("language", LANGUAGES)


def shown(quick: Runner, name: str, language: Language) -> str:
    done = quick(name, "--help", "--lang", language)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_every_command_is_told_of() -> None:
    assert TOLD.keys() == COMMANDS.keys()


@both
@every
def test_the_help_is_narrow_and_ends_with_two_examples(name: str, language: Language, quick: Runner) -> None:
    message = shown(quick, name, language)
    assert [line for line in message.splitlines() if len(line) > NARROW] == []
    own = COMMANDS[name].danish if language == "da" else name
    examples = message.rpartition(":\n  ")[2] if name == "completion" else message.rsplit("\n\n", 1)[1]
    assert len(re.findall(rf"partnerskab {own}\b", examples)) == 2


@both
@every
def test_the_help_names_every_option(name: str, language: Language, quick: Runner) -> None:
    message = shown(quick, name, language)
    words = {word for param in build_parser(name).params for word in param.opts if word.startswith("-")}
    assert {word for word in words if not re.search(rf"^  .*{re.escape(word)}\b", message, re.MULTILINE)} == set()


@every
def test_what_stands_for_a_value_is_english_in_english(name: str, quick: Runner) -> None:
    placed = [str(param.metavar) for param in build_parser(name).params if param.metavar]
    danish = {word for item in placed for word in re.findall("[A-ZÆØÅ]{3,}", item)}
    message = shown(quick, name, "en")
    assert {word for word in danish if IN_ENGLISH.get(word, word) not in message} == set()
    assert not {word for word in danish if word != IN_ENGLISH.get(word, word) and re.search(rf"\b{word}\b", message)}
    assert not re.search("[A-Z]*[ÆØÅ][A-ZÆØÅ]+", message)


@both
def test_the_overview_is_narrow_and_names_every_command(language: Language, quick: Runner) -> None:
    message = quick("--help", "--lang", language).out
    assert [line for line in message.splitlines() if len(line) > NARROW] == []
    assert re.findall(r"^  (\w+) ", message, re.MULTILINE) == [
        command.danish if language == "da" else name for name, command in COMMANDS.items()
    ]


@both
@every
def test_no_command_in_the_help_is_broken_over_two_lines(name: str, language: Language, quick: Runner) -> None:
    assert [line for line in shown(quick, name, language).splitlines() if line.count("`") % 2] == []


@pytest.mark.parametrize(("language", "usage"), [("da", "underskriv AFTALE --party PART"), ("en", "sign AGREEMENT --party PARTY")])
def test_what_a_command_cannot_do_without_stands_in_its_first_line(language: Language, usage: str, quick: Runner) -> None:
    assert shown(quick, "sign", language).splitlines()[0].endswith(f": partnerskab {usage}")
