"""The one boundary: whatever happens inside becomes a sentence and an exit code."""

import errno

import pytest
from conftest import Runner

from partnerskab_cli.cli import main as app
from partnerskab_cli.errors import CommandError
from partnerskab_cli.text.localized import Text

HAPPENS = {
    "a refusal": (CommandError(Text(da="Nej.", en="No."), Text(da="gå", en="go")), 2, "fejl: Nej.\n  = gå\n"),
    "a full disk": (OSError(errno.ENOSPC, "No space left on device"), 2, "fejl: Det kunne ikke skrives: No space left on device.\n"),
    "an error of the system without words": (OSError("x"), 2, "fejl: Det kunne ikke skrives: x.\n"),
    "a bug of ours": (ZeroDivisionError("x"), 3, "fejl: Intern fejl (ZeroDivisionError). Det er værktøjets skyld, ikke jeres: kør igen med --debug, og send os resultatet.\n"),
    "Ctrl-C": (KeyboardInterrupt(), 130, ""),
}  # fmt: skip


def happening(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def command(*_: object) -> int:
        raise error

    monkeypatch.setattr(app, "dispatch_command", command)


@pytest.mark.parametrize(("error", "code", "says"), HAPPENS.values(), ids=HAPPENS)
def test_what_happens_inside_is_said(quick: Runner, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, says: str) -> None:
    happening(monkeypatch, error)
    assert quick("check") == (code, "", says)
    english = quick("check", "--lang", "en")
    assert english.code == code
    assert bool(english.err) == bool(says)
    assert "fejl" not in english.err


@pytest.mark.parametrize("error", [OSError(errno.EIO, "x"), ZeroDivisionError("x")])
def test_whoever_wants_to_see_the_whole_error_sees_it(quick: Runner, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    happening(monkeypatch, error)
    with pytest.raises(type(error)):
        quick("check", "--debug")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((), 2, "Brug: partnerskab"), (("--help",), 0, "Brug: partnerskab"), (("--version",), 0, "partnerskab "),
        (("chek",), 2, "menes »check«?"), (("xyzzy",), 2, "--help viser kommandoerne"), (("--frem",), 2, "kan ikke stå før en kommando"),
    ],
)  # fmt: skip
def test_a_line_without_a_command(quick: Runner, words: tuple[str, ...], code: int, says: str) -> None:
    ran = quick(*words)
    assert ran.code == code
    assert says in ran.out + ran.err
