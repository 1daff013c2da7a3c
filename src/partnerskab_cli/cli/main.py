"""From the words of the command line to a command and its exit code."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ..errors import CommandError, Exit
from ..text.localized import Language, Text
from ..version import __version__
from ..workspace.global_options import GlobalOptions, parse_global_options
from . import terminal as screen
from .registry import ASK, COMMANDS, ENGLISH

USUAL: Language = "da"


def run(arguments: Sequence[str]) -> int:
    """Run what the command line asks for and answer its exit code; nothing leaves here as an exception."""
    screen.prepare_streams()
    options = GlobalOptions()
    try:
        options, words = (options, list(arguments)) if ASK in arguments[:1] else parse_global_options(arguments)
        return end_with_notice(dispatch_command(words, options), options)
    except CommandError as error:
        screen.print_error(error, choose_language(options))
        return Exit.FAULT
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return handle_closed_pipe()
    except OSError as error:
        return report_output_error(error, options)
    except Exception as error:  # noqa: BLE001 - the one boundary: an error of the tool becomes a sentence
        return report_crash(error, options)


def complete(words: list[str]) -> int:
    """Answer a shell that asks what may be typed: without a parser, and without YAML."""
    from .complete import complete_words  # noqa: PLC0415 - only a shell asks

    screen.print_text(complete_words(words, parse_global_options([])[0].language or USUAL))
    return Exit.DONE


WITH = Text(
    da="partnerskab {version}, Python {python}, i {folder}: kode {code}",
    en="partnerskab {version}, Python {python}, in {folder}: code {code}",
)


def choose_language(options: GlobalOptions) -> Language:
    """The language of what is said outside a command: what was asked for, else that of the record where one stands, where it can tell."""
    if options.language:
        return options.language
    from ..workspace.files import choose_language, open_workspace  # noqa: PLC0415 - the version and the overview do without a record

    try:
        return choose_language(options, open_workspace([]).profile)
    except (CommandError, OSError):
        return USUAL


def end_with_notice(code: int, options: GlobalOptions) -> int:
    """The exit code, with what the command ran on where more is to be said."""
    if options.verbose:
        python = sys.version.split()[0]
        message = WITH.localize(choose_language(options), version=__version__, python=python, folder=Path.cwd().as_posix(), code=int(code))
        screen.print_note(screen.escape_lines(message), options)
    return code


def dispatch_command(words: list[str], options: GlobalOptions) -> int:
    """Run one command, or show help or the version."""
    language = options.language or USUAL
    first = words[0] if words else ""
    if first == ASK:
        return complete(words[1:])
    name = ENGLISH.get(first, first)
    wants_help = "--help" in words or "-h" in words
    if "--version" in words and (name not in COMMANDS):
        screen.print_text(f"partnerskab {__version__}\n")
        return Exit.DONE
    if name not in COMMANDS:
        if words and not first.startswith("-"):
            raise build_unknown_command_error(first)
        if words and not wants_help:
            raise build_unknown_option_error(first)
        from .help import format_overview  # noqa: PLC0415 - only help needs it

        screen.print_text(format_overview(language))
        return Exit.DONE if words else Exit.FAULT
    from .parser import build_parser, iter_parameters, run_parser  # noqa: PLC0415 - the version and the overview do without a parser

    if wants_help:
        from .help import format_command_help  # noqa: PLC0415 - only help needs it

        screen.print_text(format_command_help(name, tuple(iter_parameters(name)), language))
        return Exit.DONE
    return run_parser(name, build_parser(name), words[1:], options)


def build_unknown_command_error(word: str) -> CommandError:
    """A word that is no command, with the nearest one."""
    from ..text.matching import suggest  # noqa: PLC0415 - only a slip needs it

    says = Text(da="Der er ingen kommando »{word}«.", en="There is no command “{word}”.").format(word=word)
    return CommandError(says, suggest(word, (*COMMANDS, *ENGLISH)) or HELP)


def build_unknown_option_error(word: str) -> CommandError:
    """An option before any command."""
    says = Text(da="»{word}« kan ikke stå før en kommando.", en="“{word}” cannot stand before a command.").format(word=word)
    return CommandError(says, HELP)


HELP = Text(da="partnerskab --help viser kommandoerne", en="partnerskab --help shows the commands")


def handle_closed_pipe() -> int:
    """The reader of a pipe went away: nothing more to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.DONE


def report_output_error(error: OSError, options: GlobalOptions) -> int:
    """Something could not be written or opened."""
    says = Text(da="Det kunne ikke skrives: {reason}.", en="It could not be written: {reason}.").format(reason=error.strerror or str(error))
    if options.debug:
        raise error
    screen.print_error(CommandError(says), options.language or USUAL)
    return Exit.FAULT


REPORT_IT = Text(
    da="Intern fejl ({kind}). Det er værktøjets skyld, ikke jeres: kør igen med --debug, og send os resultatet.",
    en="Internal error ({kind}). It is the tool's fault, not yours: run again with --debug and send us the result.",
)


def report_crash(error: Exception, options: GlobalOptions) -> int:
    """A bug of the tool: one line, and how to report it."""
    if options.debug:
        raise error
    screen.print_error(CommandError(REPORT_IT.format(kind=type(error).__name__)), options.language or USUAL)
    return Exit.BUG
