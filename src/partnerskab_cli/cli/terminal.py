"""The one door to standard output and standard error."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from ..errors import CommandError
from ..formats.terminal_style import TerminalStyle, wrap_cells
from ..text.localized import Language, Text, escape_control_characters, transliterate
from ..workspace.global_options import GlobalOptions

TYPOGRAPHY = str.maketrans({
    "»": '"', "«": '"', "“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "→": "->", "…": "...", "·": "-", "•": "-", "✓": "+", "§": "par.",
    "│": "|", "─": "-", "█": "#", "½": "1/2", "×": "x", "≤": "<=", "≥": ">=", "\N{NO-BREAK SPACE}": " ",
})  # fmt: skip
NARROWEST = 40
FEWEST = 10
"""Digits of a CPR number."""
PAINT = re.compile(r"(\x1b\[[0-9;]*m)")


def prepare_streams() -> None:
    """Let no letter stop the output, whatever the terminal can show; what was closed from the start takes all and shows nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - it stays open as long as the run
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def print_text(text: str) -> None:
    """Write an answer to standard output, in letters it can show."""
    write_stream(text, sys.stdout)


def print_paragraph(text: str, style: TerminalStyle) -> None:
    """Write a paragraph to standard output."""
    print_text("".join(f"{line}\n" for line in wrap_cells(text, style)))


def print_document(text: str) -> None:
    """Write a document to standard output: for a file or a program the same bytes on every system, on a terminal in letters it can show."""
    if sys.stdout.isatty():
        print_text(text)
        return
    sys.stdout.flush()
    stream = sys.stdout.buffer
    stream.write(redact_output(text, doubtful=False).encode("utf-8", "backslashreplace"))
    stream.flush()


def print_binary(data: bytes) -> None:
    """Write a file that is no text to standard output.

    Raises:
        CommandError: a terminal would show it as noise.

    """
    if sys.stdout.isatty():
        raise CommandError(
            Text(da="Det her er ikke tekst og kan ikke vises i terminalen.", en="This is no text and cannot be shown in the terminal."),
            Text(
                da="skriv efter -o, hvor det skal ligge, eller send det til en fil med >",
                en="write after -o where it is to lie, or send it to a file with >",
            ),
        )
    sys.stdout.flush()
    stream = sys.stdout.buffer
    stream.write(data)
    stream.flush()


def print_note(text: str, options: GlobalOptions) -> None:
    """Talk beside the answer, on standard error; nothing when quiet."""
    if not options.quiet:
        write_stream("".join(f"{line}\n" for line in wrap_stderr(text)), sys.stderr)


def wrap_stderr(text: str, first: str = "", rest: str = "") -> list[str]:
    """Lines of talk, folded where standard error is a terminal; a line that stands further in goes on further in."""
    style = TerminalStyle(width=measure_terminal_width(sys.stderr) if sys.stderr.isatty() else None)
    begun, *more = text.split("\n")
    return [
        *wrap_cells(begun, style, first, rest),
        *(part for line in more for part in wrap_cells(line.lstrip(), style, find_indent(line), rest + find_indent(line))),
    ]


def find_indent(line: str) -> str:
    """What stands before the first letter of a line."""
    return line[: len(line) - len(line.lstrip())]


def print_error(error: CommandError, language: Language) -> None:
    """Say what stopped a command, and what to do."""
    head = Text(da="fejl", en="error").localize(language)
    lines = wrap_stderr(escape_lines(error.says.localize(language)), f"{head}: ", "  ")
    if error.cure:
        lines += wrap_stderr(escape_lines(error.cure.localize(language)), "  = ", "    ")
    write_stream("".join(f"{line}\n" for line in lines), sys.stderr)


def escape_lines(text: str) -> str:
    """Text of several lines, each fit to be shown."""
    return "\n".join(escape_control_characters(line) for line in text.split("\n"))


def write_stream(text: str, stream: TextIO) -> None:
    """Write to a stream; what a stream that is not UTF-8 cannot show is written in plain letters."""
    text = redact_output(text)
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
    if encoding not in {"utf8", "utf8sig"}:
        text = fit_to_encoding(text, encoding)
    stream.write(text)
    stream.flush()


def redact_output(text: str, *, doubtful: bool = True) -> str:
    """Text in which the digits of CPR numbers are covered, wherever they come from: a path, an author, a typed word, a profile.

    What was read of an agreement is covered where it is read; this is the last wall. Of a document only what cannot be another kind
    of number is covered, or a column of P-numbers would lose some of its digits.
    """
    if sum(map(text.count, "0123456789")) < FEWEST:
        return text
    from ..privacy.cpr import redact_numbers  # noqa: PLC0415 - most of what is said holds no ten digits

    return "".join(part if part.startswith("\x1b") else redact_numbers(part, doubtful=doubtful) for part in PAINT.split(text))


def fit_to_encoding(text: str, encoding: str) -> str:
    """Text in letters an encoding has: only what it lacks is made plain."""
    lacking = {letter for letter in text if not letter.isascii() and not can_encode(encoding, letter)}
    return "".join(transliterate(letter.translate(TYPOGRAPHY)) if letter in lacking else letter for letter in text)


def can_encode(encoding: str, letter: str) -> bool:
    """Whether a letter can be written in an encoding; what is none is taken for ASCII."""
    try:
        letter.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def choose_terminal_style(options: GlobalOptions, language: Language, stream: TextIO | None = None) -> TerminalStyle:
    """How text is to look on a stream."""
    target = stream or sys.stdout
    terminal = target.isatty()
    return TerminalStyle(
        language, colour=needs_color(options, os.environ, terminal=terminal), width=measure_terminal_width(target) if terminal else None
    )


def needs_color(options: GlobalOptions, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether colours are wanted: the option decides, else NO_COLOR and a dumb terminal forbid them, else FORCE_COLOR (`0` is off) and the terminal."""
    if options.colour != "auto":
        return options.colour == "always"
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    forced = environment.get("FORCE_COLOR")
    return forced != "0" if forced else terminal


def measure_terminal_width(stream: TextIO) -> int:
    """How wide the terminal of a stream is."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return max(NARROWEST, int(given))
    try:
        return max(NARROWEST, os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return 80
