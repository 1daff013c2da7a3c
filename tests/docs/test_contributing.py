"""The rule that CONTRIBUTING.md shows is a good one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from laying import laid, tried
from prose import PROJECT, fences

from partnerskab_cli.diagnostics import Severity
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.record import Finding, make_finding
from partnerskab_cli.rules.registry import BY_CODE
from partnerskab_cli.rules.rule import Rule
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import Text

NEEDED = {
    "ADVICE": Severity.ADVICE, "Agreement": Agreement, "Finding": Finding, "Iterator": Iterator, "Rule": Rule, "Text": Text, "make_finding": make_finding,
}  # fmt: skip


@pytest.fixture
def shown() -> Rule:
    """The rule, as somebody would type it from the page."""
    (fence,) = fences(PROJECT / "CONTRIBUTING.md", "python")
    names: dict[str, Any] = dict(NEEDED)
    exec(compile(fence.text, "CONTRIBUTING.md", "exec"), names)  # noqa: S102 - our own page
    (rule,) = [name for name in names.values() if isinstance(name, Rule)]
    return rule


def test_the_rule_finds_what_it_shows_and_nothing_else_does(shown: Rule, tmp_path: Path) -> None:
    assert shown.code not in BY_CODE
    for snippet, fields in ((shown.bad, ["meetings"]), (shown.good, [])):
        agreement = parse_text(laid(snippet, "mundtlig"), "x.yaml", Agreement).record
        assert shown.check
        assert agreement
        assert [finding.field.name for finding in shown.check(agreement)] == fields
        assert tried(shown, snippet, tmp_path) == ()


def test_the_files_that_the_page_names_exist() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`((?:src|tests|scripts|docs|agreements|\.ci)/[\w./-]*)`", text))
    assert len(named) > 8
    assert [name for name in named if not (PROJECT / name).exists()] == []
