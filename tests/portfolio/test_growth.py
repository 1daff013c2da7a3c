"""What is asked of all agreements together costs twice as much for twice as many, counted in calls and not in seconds.

The records are diverse and linked: an association and a village for each agreement, references that lead nowhere, rings and chains.
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest
from generate import agreement, write
from portfolios import TODAY, neutral

from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.history.signature import fingerprint_if_signed
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.summary import AgreementSummary, summarize_agreement
from partnerskab_cli.portfolio.portfolio import Portfolio, make_portfolio
from partnerskab_cli.portfolio.registry import REPORTS, build_report
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.render.text_tables import render_terminal_report
from partnerskab_cli.rules.registry import select_portfolio_rules
from partnerskab_cli.rules.rule import CheckDates, Rule
from partnerskab_cli.source.source_file import parse_text

SIZES = (160, 320)
"""More than the neighbours that are compared with a misspelt id."""
MANY = (240, 480)
"""So many that reading them outweighs what a command costs anyway."""
MOST = 2.1
"""How many times more calls twice as many agreements may cost: two where the cost is a line, four where it is a square."""


def count_calls(work: Callable[[], object]) -> int:
    """How many functions are called, Python's own among them."""
    calls = 0

    def notice(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(notice)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@cache
def read_agreements(size: int) -> tuple[tuple[str, str, Agreement], ...]:
    sheets = [parse_text(agreement(number, diverse=True, linked=True), f"{number}.yaml", Agreement) for number in range(size)]
    return tuple((str(sheet.record.id), f"agreements/{sheet.path}", sheet.record) for sheet in sheets if sheet.record)


def load_portfolio(size: int, today: date = TODAY) -> Portfolio:
    return make_portfolio(list(read_agreements(size)), (), neutral(), today, fingerprint_if_signed)


@cache
def list_rows(size: int) -> tuple[AgreementSummary, ...]:
    return tuple(summarize_agreement(record, path, TODAY.year, ()) for _, path, record in read_agreements(size))


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "development"])
def test_a_report_over_twice_as_many_agreements_calls_twice_as_much(name: str) -> None:
    build_report(name, load_portfolio(SIZES[0]))
    counts = [count_calls(partial(build_report, name, load_portfolio(size))) for size in SIZES]
    assert counts[1] <= MOST * counts[0], counts


@pytest.mark.parametrize("rule", [rule for rule in select_portfolio_rules() if rule.check_all], ids=lambda rule: rule.code)
def test_a_rule_over_twice_as_many_agreements_calls_twice_as_much(rule: Rule) -> None:
    assert rule.check_all
    check = rule.check_all
    counts = []
    for size in SIZES:
        findings = check(list_rows(size), neutral(), CheckDates(TODAY))
        counts.append(count_calls(partial(list, findings)))
    assert counts[1] <= MOST * counts[0], counts


COUNTING = """
import sys
from partnerskab_cli.cli.main import run
calls = 0
def notice(frame, event, argument):
    global calls
    calls += event in ("call", "c_call")
sys.setprofile(notice)
run(sys.argv[1:])
sys.setprofile(None)
print(calls, file=sys.stderr)
"""


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.mark.thorough
@pytest.mark.parametrize("words", [("check", "--since", "HEAD", "--jobs", "1"), ("verify",), ("site", "--output", "site")], ids=" ".join)
def test_a_command_over_twice_as_many_agreements_calls_twice_as_much(words: tuple[str, ...], tmp_path: Path) -> None:
    """A tenth of the files differ from the last commit."""
    counts = []
    for size in MANY:
        record = tmp_path / str(size)
        write(record / "agreements", size, diverse=True, linked=True)
        git(record, "init", "--quiet")
        git(record, "add", ".")
        git(record, "commit", "--quiet", "--message", "all of them")
        for path in sorted(record.glob("agreements/*/*.yaml"))[::10]:
            path.write_text(path.read_text("utf-8").replace("formål: >-\n", "formål: >-\n  Nu med kage.\n"), "utf-8")
        done = subprocess.run([sys.executable, "-c", COUNTING, *words], cwd=record, check=True, capture_output=True, text=True)
        counts.append(int(done.stderr.split()[-1]))
    assert counts[1] <= MOST * counts[0], counts


@pytest.mark.thorough
def test_a_profile_of_twice_as_many_places_is_shown_with_twice_as_many_calls() -> None:
    counts = []
    for size in (1500, 3000):
        places = {field.name: getattr(neutral(), field.name) for field in Profile.fields} | {"places": tuple(map(str, range(size)))}
        paper = build_report(
            "coverage", make_portfolio(list(read_agreements(SIZES[0])), (), Profile.of(places), TODAY, fingerprint_if_signed)
        )
        counts.append(count_calls(partial(render_terminal_report, paper, TerminalStyle())))
    assert counts[1] <= MOST * counts[0], counts
