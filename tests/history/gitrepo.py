"""A real repository for a test: files written, committed on a given day by a given person, moved and deleted."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from telling import BASE

DAY = "2026-01-10T12:00:00+01:00"
FOLDER = "agreements"


def text_of(name: str, *edits: tuple[str, str]) -> str:
    """The full agreement under another id, changed by hand."""
    text = BASE.replace("id: fuld-aftale", f"id: {name}")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


class Repo(NamedTuple):
    """A repository on the disk."""

    path: Path

    def git(self, *words: str, env: Mapping[str, str] | None = None, given: bytes | None = None) -> str:
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY}
        who = ["-c", "user.name=Anna Eksempel", "-c", "user.email=anna@eksempel.example", "-c", "commit.gpgsign=false"]
        done = subprocess.run(
            ["git", *who, *words], cwd=self.path, env=os.environ | quiet | dict(env or {}), input=given, capture_output=True, check=True
        )
        return done.stdout.decode("utf-8", "surrogateescape")

    def write(self, name: str, *edits: tuple[str, str], text: str | None = None) -> Path:
        """One agreement: the full one under its own id, changed by hand, or any text."""
        path = self.path / FOLDER / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(name, *edits) if text is None else text, encoding="utf-8")
        return path

    def commit(self, message: str = "gem", *, day: str = "2026-01-10", author: str = "Anna Eksempel") -> str:
        """Commit everything as it lies, and answer the id."""
        self.git("add", "--all", "--force")
        when = f"{day}T12:00:00+01:00"
        self.git(
            "commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--file=-", given=message.encode("utf-8", "surrogateescape"),
            env={"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_AUTHOR_NAME": author},
        )  # fmt: skip
        return self.git("rev-parse", "HEAD").strip()


def repository(path: Path) -> Repo:
    path.mkdir(parents=True, exist_ok=True)
    repo = Repo(path)
    repo.git("init", "--quiet", "--initial-branch=main")
    return repo
