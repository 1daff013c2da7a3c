"""Thousands of damaged files: each is answered with findings, never with an exception."""

import os
import random
from datetime import date
from pathlib import Path

import pytest

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.formats.registry import FORMATS
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile

CASES = int(os.environ.get("PARTNERSKAB_CASES", "600"))
"""How many mutants a file; the release tier sets more."""
RECORD = Path(__file__).parents[2] / "agreements"
SETTINGS = CheckOptions(read_profile("tønder")[0], CheckDates(date(2026, 3, 1)))
NASTY = [b"\0", b"\xff", b"\t", b"&", b"*", b"!", b"%", b"@", b"`", b"{", b"}", b"[", b"]", b":", b": ", b"- ", b"#", b"|", b">", b'"', b"'",
         b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"<<: ", b"---\n", b"...\n", b"\\x", b"~", b"\r", b"\x1b[31m", b"999999999999999999"]  # fmt: skip


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The data with one to three kinds of damage."""
    for _ in range(dice.randint(1, 3)):
        place = dice.randrange(len(data) + 1) if data else 0
        lines = data.splitlines(keepends=True)
        match dice.randrange(8):
            case 0:
                data = data[:place] + bytes([dice.randrange(256)]) + data[place + 1 :]
            case 1:
                data = data[:place] + dice.choice(NASTY) + data[place:]
            case 2:
                data = data[:place] + data[place + dice.randint(1, 20) :]
            case 3:
                data = data[:place]
            case 4 if lines:
                lines.insert(dice.randrange(len(lines)), dice.choice(lines))
                data = b"".join(lines)
            case 5 if lines:
                lines.pop(dice.randrange(len(lines)))
                data = b"".join(lines)
            case 6 if lines:
                number = dice.randrange(len(lines))
                lines[number] = b" " * dice.randint(1, 4) + lines[number]
                data = b"".join(lines)
            case 7 if lines:
                dice.shuffle(lines)
                data = b"".join(lines)
    return data


@pytest.mark.parametrize("name", ["naboer-mod-ensomhed", "young-voices", "vaerested-toender", "kaffe-paa-kanden"])
def test_a_damaged_file_is_answered(name: str) -> None:
    dice = random.Random(name)
    whole = (RECORD / f"{name}.yaml").read_bytes()
    formats = [FORMATS[each] for each in FORMATS]
    for number in range(CASES):
        data = mutated(whole, dice)
        _, report = check_bytes(data, f"{name}.yaml", SETTINGS)
        assert len(report.files) == 1
        shown = formats[number % len(formats)](report, TerminalStyle("en" if number % 2 else "da"))
        assert "\x1b" not in shown
        for diagnostic in report.diagnostics:
            assert diagnostic.span.line >= 1
            assert diagnostic.span.column >= 1
            assert diagnostic.message.da
            assert diagnostic.cure.en
