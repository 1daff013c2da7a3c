"""The examples of a page: commands with what they answer, run one after the other in one folder, as a reader would type them.

In a block ```sh every line is a command. In a block ```console a command stands behind `$ `, and below it what it answers; a line
of its own with `…` stands for lines that are left out. `# exit code 1` behind a command says how it ends; else it ends with 0.
Where the tool asks, what is typed stands behind `> `. What others did beforehand stands in a comment that no reader sees: `<!-- beforehand: git switch -q -c new -->`.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from conftest import example_record
from prose import Fence, tokens

SKIPPED = (
    "python3 -m venv",
    ".venv/bin/pip ",
    "pip ",
    "pipx ",
    "git clone",
    ".venv/bin/python -m pytest",
    ".venv/bin/ruff",
    ".venv/bin/mypy",
    "python scripts/",
    ".ci/",
)
"""What a page may also tell its reader to type: it would install, or run the tests in the tests."""
ENDS = re.compile(r"\s+#.*?exit code (\d)[^#]*$")
COMMENT = re.compile(r"\s+#\s.*$")


class Example(NamedTuple):
    """A command, how it ends, and what it answers where the page shows it."""

    command: str
    code: int
    answer: str | None
    line: int

    @property
    def typed(self) -> str:
        """What is typed at the questions of the tool, line by line."""
        return "".join(f"{match[2]}\n" for match in PROMPT.finditer(self.answer or ""))


PROMPT = re.compile(r"^((?:\([jy]/n\) )?(?:\[[^\]\n]*\] )?> ?)(.*)$", re.MULTILINE)


class Answered(NamedTuple):
    """How a command ended, and what it said: first what is the result, then what is only remarked."""

    code: int
    said: str


def examples(page: Path) -> Iterator[Example]:
    """Every command of a page, in order."""
    for token in tokens(page):
        fence = Fence(token.info, token.content, (token.map or [0])[0] + 1)
        if token.type == "html_block" and (match := BEFOREHAND.fullmatch(token.content.strip())):
            yield from typed(fence._replace(text=match[1]))
        elif token.type == "fence" and fence.language in READERS:
            yield from READERS[fence.language](fence)


def typed(fence: Fence) -> Iterator[Example]:
    """The commands of a block of commands alone; a line may go on below after a backslash."""
    for line in fence.text.replace("\\\n", "").splitlines():
        if line.strip() and not line.startswith("#"):
            yield example(line, None, fence.line)


def answered(fence: Fence) -> Iterator[Example]:
    """The commands of a block with their answers."""
    for part in re.split(r"^\$ ", fence.text, flags=re.MULTILINE)[1:]:
        command, _, answer = part.partition("\n")
        yield example(command, answer.rstrip("\n"), fence.line)


READERS = {"sh": typed, "console": answered}
BEFOREHAND = re.compile(r"<!-- beforehand: (.+) -->", re.DOTALL)


def example(line: str, answer: str | None, at: int) -> Example:
    match = ENDS.search(line)
    return Example(COMMENT.sub("", line).strip(), int(match[1]) if match else 0, answer, at)


def steps(command: str) -> list[str]:
    """The commands that `&&` joins, without those that would install."""
    return [step for step in re.split(r"\s+&&\s+", command) if not step.startswith(SKIPPED) and "| reviewdog" not in step]


class Shell:
    """A folder with a copy of the example record under git, or an empty one, and somebody who types."""

    def __init__(self, folder: Path, *, empty: bool) -> None:
        tools = folder / "tools"
        tools.mkdir()
        (tools / "partnerskab").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m partnerskab_cli "$@"\n', encoding="utf-8")
        (tools / "partnerskab").chmod(0o755)
        self.here = folder / "record"
        self.here.mkdir()
        self.env = os.environ | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        self.env |= {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in PERSON.items()}
        if not empty:
            self.fill()

    def fill(self) -> None:
        """Lay the example record in the folder, as it was committed."""
        example_record(self.here)
        for command in ("git init -q -b main", "git add .", "git commit -q -m 'The record'"):
            assert self.run(command).code == 0

    def run(self, command: str, given: str = "") -> Answered:
        """Type a command, and answers where it asks."""
        if command.startswith("cd "):
            self.here = (self.here / command.removeprefix("cd ").strip()).resolve()
            return Answered(0 if self.here.is_dir() else 1, "")
        words = command.replace(".venv/bin/partnerskab", "partnerskab")
        done = subprocess.run(
            ["bash", "-c", words], cwd=self.here, env=self.env, input=given.encode(), capture_output=True, timeout=60, check=False
        )
        return Answered(done.returncode, "\n".join(stream.decode("utf-8") for stream in (done.stdout, done.stderr)))


PERSON = {"NAME": "En koordinator", "EMAIL": "koordinator@kommune.example", "DATE": "2026-03-01T12:00:00+00:00"}


def difference(shown: str, text: str) -> str:
    """Where what was said is not what the page shows."""
    return "\n".join(unified_diff(written(PROMPT.sub(r"\1", shown)), written(text), "shown", "said", n=1, lineterm=""))


def alike(shown: str, text: str) -> bool:
    """Whether what was said is what the page shows: `…` alone on a line stands for any lines, and empty lines do not count."""
    wanted = (r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in written(PROMPT.sub(r"\1", shown)))
    return re.fullmatch("".join(wanted), "".join(f"{line}\n" for line in written(text))) is not None


def written(text: str) -> list[str]:
    """The lines that hold something."""
    return [line.rstrip() for line in text.splitlines() if line.strip()]
