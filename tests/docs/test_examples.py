"""Every command that a page shows runs as it stands there and answers what stands there."""

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
    for one in examples(page):
        for step in steps(one.command):
            code, said = shell.run(step, one.typed)
            assert code == one.code, f"{named(page)}:{one.line}: {step}\n{said}"
            if one.answer is not None:
                assert alike(one.answer, said), f"{named(page)}:{one.line}: {step}\n{difference(one.answer, said)}"


def test_the_readme_shows_two_commands_first(project: Path) -> None:
    for name in ("README.md", "README.da.md"):
        commands = [line for fence in fences(project / name, "sh")[:2] for line in fence.text.splitlines()]
        assert [line.split(" && ")[-1] for line in commands] == [".venv/bin/partnerskab portfolio", ".venv/bin/python -m pytest -q"]


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.da.md", "da")])
def test_the_agreement_of_the_readme_gives_its_finding(name: str, language: str, tmp_path: Path, run: Runner) -> None:
    (sample,) = fences(PROJECT / name, "yaml")
    danish, english = halves(sample.text)
    (shown,) = [fence.text for fence in fences(PROJECT / name, "text", "") if "TJK04" in fence.text]
    folder = tmp_path / "agreements"
    for text in (danish, english):
        path = folder / f"{text.splitlines()[0].removeprefix('id: ')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    checked = run("check", "agreements/besoegsvenner-hoejer.yaml", "--output-format", "full", "--today", TODAY, "--lang", language)
    assert shown.strip() in checked.out
    both = [run("check", f"agreements/{path.name}", "--output-format", "json", "--today", TODAY).out for path in sorted(folder.iterdir())]
    assert both[0].count('"code"') == both[1].count('"code"')


def halves(text: str) -> tuple[str, str]:
    """Two files that stand side by side."""
    lines = text.splitlines()
    column = lines[0].index("id: ", 1)
    left, right = ([line[:column].rstrip() for line in lines], [line[column:].rstrip() for line in lines])
    return "\n".join(left) + "\n", "\n".join(right) + "\n"
