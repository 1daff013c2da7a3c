"""How a rule's example is tried: laid over a clean agreement of the rule's first form, or into a profile, or as a small record."""

import os
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from partnerskab_cli.check import CheckOptions, check_file, join_reports
from partnerskab_cli.check.earlier_findings import find_deleted
from partnerskab_cli.check.portfolio import check_portfolio
from partnerskab_cli.check.profile import check_profile
from partnerskab_cli.diagnostics import Diagnostic, Report
from partnerskab_cli.history.predecessors import build_history, index_related
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.summary import summarize_agreement
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.rules.registry import RULES
from partnerskab_cli.rules.rule import CheckDates, Rule, Scope
from partnerskab_cli.source.agreements_folder import PROFILE_FILE
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text, read_file

TODAY = date(2026, 3, 1)
CLEAN = Path(__file__).parent.parent / "clean"
BASES = dict(zip("MTSP", ("mundtlig", "tilskud", "samarbejdsaftale", "partnerskabsaftale"), strict=True))
KEY = re.compile(r"^([^\s#:-][^:]*):", re.MULTILINE)
NAMED = re.compile(r"# (\S+[.]yaml)\n")
APPENDED = ("---", "<<<<<<<")

LAID = tuple(rule for rule in RULES if rule.scope is not Scope.HISTORY)
"""The rules whose examples are tried here; those that need a past are tried where there is one."""


@cache
def profile(name: str) -> Profile:
    result, _ = read_profile(name)
    return result


@cache
def clean(base: str) -> str:
    return (CLEAN / f"{base}.yaml").read_text("utf-8")


def laid(snippet: str, base: str) -> str:
    """The clean agreement with the snippet laid over it."""
    return over(clean(base), snippet)


def over(text: str, snippet: str) -> str:
    """An agreement without the blocks that the snippet has, and then the snippet."""
    if not snippet.startswith(APPENDED):
        for key in KEY.findall(snippet):
            text = re.sub(rf"^{re.escape(key)}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    return f"{text}{snippet}\n"


def tried(rule: Rule, snippet: str, folder: Path) -> tuple[Diagnostic, ...]:
    """What the tool says of an example."""
    if rule.scope is Scope.PROFILE:
        return of_profile(snippet, folder).diagnostics
    if rule.scope is Scope.HISTORY:
        return of_history(snippet, BASES[rule.forms[0]], folder).diagnostics
    if rule.scope is Scope.PORTFOLIO or NAMED.match(snippet):
        return of_record(snippet, BASES[rule.forms[0]], folder).diagnostics
    return of_file(rule, snippet, folder).diagnostics


def of_file(rule: Rule, snippet: str, folder: Path) -> Report:
    base = BASES[rule.forms[0]]
    path = folder / f"{base}.yaml"
    write = BY_HAND.get(rule.code, as_text)
    write(path, laid(snippet.replace("{id}", base), base), snippet == rule.bad)
    return check_file(path, path.name, CheckOptions(profile("tønder"), CheckDates(TODAY)), folder)[1]


def as_text(path: Path, text: str, _: bool) -> None:  # noqa: FBT001 - one of three ways to write a file
    path.write_text(text, encoding="utf-8")


def in_windows_letters(path: Path, text: str, bad: bool) -> None:  # noqa: FBT001 - likewise
    path.write_text(text.replace("\N{REPLACEMENT CHARACTER}", "å"), encoding="cp1252" if bad else "utf-8")


def as_pipe(path: Path, text: str, bad: bool) -> None:  # noqa: FBT001 - likewise
    os.mkfifo(path) if bad else as_text(path, text, bad)


BY_HAND: dict[str, Callable[[Path, str, bool], None]] = {"STR01d": in_windows_letters, "STR01g": as_pipe}
"""What no text can show."""


def of_profile(snippet: str, folder: Path) -> Report:
    path = folder / PROFILE_FILE
    path.write_text(snippet + "\n", encoding="utf-8")
    _, source = read_profile(str(path), PROFILE_FILE)
    assert source
    return check_profile(source, CheckOptions(profile("tønder"), CheckDates(TODAY)))


def of_record(snippet: str, base: str, folder: Path) -> Report:
    """A record of several files, each begun by its name in a comment; the profile is one of them."""
    own, source = profile("danmark"), None
    reports, rows = [], []
    for part in snippet.split("---\n"):
        match = NAMED.match(part)
        assert match, part
        path = folder / match[1]
        path.parent.mkdir(exist_ok=True)
        body = part[match.end() :]
        if path.name == PROFILE_FILE:
            path.write_text(body, encoding="utf-8")
            own, source = read_profile(str(path), PROFILE_FILE)
            continue
        path.write_text(laid(f"id: {path.stem}\n{body}".rstrip(), base), encoding="utf-8")
        read, report = check_file(path, match[1], CheckOptions(own, CheckDates(TODAY)), folder)
        reports.append(report)
        assert read.record
        rows.append(summarize_agreement(read.record, match[1], TODAY.year, own.frame_18 or ()))
    settings = CheckOptions(own, CheckDates(TODAY))
    return check_portfolio(join_reports(reports), rows, settings, source, lambda shown: read_file(folder / shown, shown, Agreement, folder))


def of_history(snippet: str, base: str, folder: Path) -> Report:
    """An agreement that has been another before, that stands beside others, or comes after one that is gone."""
    if snippet.startswith("# slettet\n"):
        source = parse_text(laid(snippet, base), f"{base}.yaml", Agreement)
        return find_deleted([source], CheckOptions(profile("tønder"), CheckDates(TODAY)))
    *earlier, now = snippet.split("---\n")
    versions: dict[str, list[Agreement]] = {}
    for part in earlier:
        first, _, body = part.partition("\n")
        name = first.removeprefix("# ").removesuffix(".yaml")
        own = "" if body.startswith("id:") else f"id: {name if first.endswith('.yaml') else base}\n"
        record = parse_text(laid(f"{own}{body}".rstrip(), base), "earlier.yaml", Agreement).record
        assert record
        versions.setdefault("beside" if first.endswith(".yaml") else name, []).append(record)
    path = folder / f"{base}.yaml"
    path.write_text(laid(now, base), encoding="utf-8")
    record = read_file(path, path.name, Agreement, folder).record
    assert record
    before = versions.get("før", [])
    known = build_history(record, before, before, index_related(versions.get("borte", []), [*versions.get("beside", []), record]))
    return check_file(path, path.name, CheckOptions(profile("tønder"), CheckDates(TODAY)), folder, known)[1]
