"""`explain` without a topic says what it can explain, and every command it names works."""

import re
from pathlib import Path

import pytest
from conftest import Runner

COMMAND = re.compile("`partnerskab (explain [^`]+)`")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("profile", "least"),
    [
        ("bygger_på: tønder\n", 27),
        ("bygger_på: danmark\n", 23),
        ("bygger_på: danmark\npolitik:\n  mål: [{nummer: 9, tekst: Gode naboer}]\n", 25),
    ],
    ids=["a municipality with a policy", "one without", "one with a single goal of its own"],
)
def test_every_command_it_names_explains_something(quick: Runner, tmp_path: Path, profile: str, least: int, language: str) -> None:
    (tmp_path / "partnerskab.yaml").write_text(f"skema: 1\n{profile}", "utf-8")
    ran = quick("explain", "--lang", language)
    assert ran.code == 0
    named = COMMAND.findall(ran.out)
    assert len(named) == least
    assert {item: quick(*item.split(), "--lang", language).code for item in named} == dict.fromkeys(named, 0)
