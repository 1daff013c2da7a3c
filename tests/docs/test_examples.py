"""Every command that a page shows runs as it stands there and answers what stands there."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import TODAY, Runner, needs
from prose import PAGES, PROJECT, fences, named
from shell import Shell, alike, difference, examples, steps

EMPTY = {"docs/first-agreement.en.md", "docs/foerste-aftale.da.md"}
"""Pages that begin with nothing; all others stand in a copy of the example record."""
OWN = [page for page in PAGES if not page.name.startswith(("rules.", "fields."))]


@pytest.mark.parametrize("page", OWN, ids=named)
def test_the_examples_of_a_page_run_and_answer_as_shown(page: Path, tmp_path: Path) -> None:
    needs(shutil.which("bash") and shutil.which("git"), "the examples are typed in a shell, in a record under git")
    shell = Shell(tmp_path, empty=named(page) in EMPTY)
    for item in examples(page):
        for step in steps(item.command):
            code, message = shell.run(step, item.typed)
            assert code == item.code, f"{named(page)}:{item.line}: {step}\n{message}"
            if item.answer is not None:
                assert alike(item.answer, message), f"{named(page)}:{item.line}: {step}\n{difference(item.answer, message)}"


def test_the_readme_shows_two_commands_first(project: Path) -> None:
    for name in ("README.md", "README.da.md"):
        commands = [line for fence in fences(project / name, "sh")[:2] for line in fence.text.splitlines()]
        assert [line.split(" && ")[-1] for line in commands] == [".venv/bin/partnerskab portfolio", ".venv/bin/python -m pytest -q"]


@pytest.mark.parametrize("name", ["README.md", "README.da.md"])
def test_the_agreement_of_the_readme_says_the_same_in_both_languages(name: str, tmp_path: Path, run: Runner) -> None:
    (sample,) = fences(PROJECT / name, "yaml")
    (tmp_path / "agreements").mkdir()
    result = []
    for text in halves(sample.text):
        path = f"agreements/{text.splitlines()[0].removeprefix('id: ')}.yaml"
        (tmp_path / path).write_text(text, encoding="utf-8")
        checked = run("check", path, "--output-format", "json", "--today", TODAY)
        assert checked.code == 0, "a draft may have holes, but no errors"
        result.append([(item["code"], item["severity"], item["line"]) for item in json.loads(checked.out)["findings"]])
    assert result[0] == result[1] != []


def halves(text: str) -> tuple[str, str]:
    """Two files that stand side by side."""
    lines = text.splitlines()
    column = lines[0].index("id: ", 1)
    left, right = ([line[:column].rstrip() for line in lines], [line[column:].rstrip() for line in lines])
    return "\n".join(left) + "\n", "\n".join(right) + "\n"
