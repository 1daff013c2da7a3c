"""A file that is written for a schema of tomorrow: no command acts on what it cannot know."""

from pathlib import Path

import pytest
from conftest import Runner

FILE = """skema: 99
id: kaffe
titel: Kaffe
formalitet: mundtlig
status: aktiv
parter:
  - {id: kommunen, navn: Eksempel Kommune, side: offentlig}
  - {id: venner, navn: Vennerne, side: frivillig, form: netværk}
"""
REFUSING = (
    ("agenda", "kaffe"),
    ("render", "kaffe"),
    ("recommend", "kaffe"),
    ("renew", "kaffe"),
    ("end", "kaffe"),
    ("sign", "kaffe", "--party", "venner"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The only agreement of a record."""
    path = tmp_path / "agreements" / "kaffe.yaml"
    path.parent.mkdir()
    path.write_text(FILE, "utf-8")
    return path


@pytest.mark.parametrize("command", REFUSING, ids=lambda words: words[0])
def test_a_command_that_would_misread_it_says_so_and_leaves_it(file: Path, quick: Runner, command: tuple[str, ...]) -> None:
    ran = quick(*command)
    assert (ran.code, ran.out) == (2, "")
    assert "partnerskab check agreements/kaffe.yaml" in ran.err
    assert file.read_text("utf-8") == FILE
    assert len(list(file.parent.iterdir())) == 1


def test_its_signatures_cannot_be_tested(file: Path, quick: Runner) -> None:
    ran = quick("verify", "kaffe")
    assert ran.code == 1
    assert f"{file.parent.name}/kaffe.yaml: kan ikke læses" in ran.out
