"""What comes round every day for two hundred years: no command does more work for it than for a few months. Calls are counted, not seconds."""

from pathlib import Path

import pytest
from conftest import Runner
from test_bounded import calls

from partnerskab_cli.cli.registry import COMMANDS

AGREEMENT = """id: kaffe
titel: Kaffe
formalitet: samarbejdsaftale
status: aktiv
parter:
  - {{id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {{rolle: konsulent}}}}
  - {{id: venner, navn: Vennerne, side: frivillig, kontakt: {{rolle: formand}}}}
periode: {{start: {first}, slut: {end}}}
forlængelse: {{automatisk: ja, længde: 1 dag{most}}}
ophør: {{varsel: 1 dag, varsel_pr_part: [{{part: venner, varsel: 2 dage}}]}}
genforhandling: {{hver: 1 dag, senest: {first}}}
evaluering: {{hvornår: hver dag, næste: {first}}}
tilskud:
  beløb: 1000
  bevillingsperiode: {{start: 2026-01-01, slut: 2100-12-30}}
  udbetalinger: [{{termin: første hverdag i hver måned, beløb: 1}}, {{termin: sidste hverdag i hvert kvartal, beløb: 1}}]
  regnskab: {{frist: 2027-03-01}}
møder:
{meetings}
leverancer:
{deliverables}
"""
NEAR, FAR = "2026-01-01", "1900-01-01"
COMMANDS_OVER_A_RECORD: dict[str, tuple[str, ...]] = {
    "show": ("show", "kaffe"),
    "show --plain": ("show", "--plain", "kaffe"),
    "agenda of one": ("agenda", "kaffe"),
    "agenda": ("agenda",),
    "deadlines": ("deadlines",),
    "deadlines as JSON": ("deadlines", "--format", "json"),
    "deadlines as a calendar": ("deadlines", "--format", "ics"),
    "deadlines for ever": ("deadlines", "--within", "999y", "--format", "csv"),
    "done": ("done", "kaffe"),
    "portfolio": ("portfolio",),
    "portfolio dialogue-meeting": ("portfolio", "dialogue-meeting"),
    "portfolio economy": ("portfolio", "economy"),
    "check": ("check", "--no-cache"),
    "fmt": ("fmt", "--diff"),
    "render": ("render", "kaffe"),
    "render for the committee": ("render", "kaffe", "--variant", "udvalg"),
    "list": ("list",),
    "recommend": ("recommend", "kaffe"),
    "verify": ("verify", "kaffe"),
}
CHANGING = {
    "done": ("done", "kaffe", "meeting.m0", "--date", "2026-01-02"),
    "end": ("end", "kaffe", "--date", "2026-01-02"),
    "sign": ("sign", "kaffe", "--party", "venner", "--role", "formand", "--date", "2026-01-02"),
    "renew": ("renew", "kaffe", "--start", "2026-02-01"),
    "site": ("site", "-o", "ud"),
}
ELSEWHERE = {"new", "explain", "rules", "guide", "schema", "diff", "import", "init", "completion"}
"""What reads no agreement of the record as it is today."""


def record(folder: Path, first: str, *, series: int = 3, most: str = "") -> Path:
    """A record of one agreement in which everything comes round every day from a day on."""
    meetings = "\n".join(f"  - {{navn: M{number}, hyppighed: hver dag, næste: {first}}}" for number in range(series))
    handed_in = "{efter: start, varighed: 1 dag, gentages: hver dag}"
    deliverables = "\n".join(f"  - {{part: venner, tekst: Brev {number}, frist: {handed_in}}}" for number in range(series))
    (folder / "agreements").mkdir(exist_ok=True)
    text = AGREEMENT.format(
        first=first, end="1900-02-01" if first == FAR else "2026-02-01", most=most, meetings=meetings, deliverables=deliverables
    )
    (folder / "agreements" / "kaffe.yaml").write_text(text, "utf-8")
    return folder


def counted(quick: Runner, folder: Path, words: tuple[str, ...]) -> int:
    """How many functions a command calls."""

    def act() -> None:
        ran = quick("--lang", "en", *words, cwd=folder)
        assert ran.code in {0, 1}, ran.err

    return calls(act)


def test_every_command_is_tried() -> None:
    tried = {words[0] for words in (*COMMANDS_OVER_A_RECORD.values(), *CHANGING.values())}
    assert tried | ELSEWHERE >= COMMANDS.keys()


QUICK = ("show", "deadlines as JSON", "check")
CASES = [
    *(pytest.param(name, "", marks=[] if name in QUICK else [pytest.mark.thorough]) for name in COMMANDS_OVER_A_RECORD),
    *(pytest.param(name, ", højst: 70000", marks=[pytest.mark.thorough]) for name in QUICK),
]


@pytest.mark.parametrize(("name", "most"), CASES)
def test_no_command_does_more_work_for_what_has_come_round_for_two_hundred_years(
    name: str, most: str, quick: Runner, tmp_path: Path
) -> None:
    words = COMMANDS_OVER_A_RECORD[name]
    quick(*words, cwd=record(tmp_path, NEAR, most=most))
    near = counted(quick, tmp_path, words)
    far = counted(quick, record(tmp_path, FAR, most=most), words)
    assert far < 1.5 * near + 5_000


@pytest.mark.thorough
@pytest.mark.parametrize("name", CHANGING)
def test_no_change_does_either(name: str, quick: Runner, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("warm", "near", "far")]
    for folder, first in zip(folders, (NEAR, NEAR, FAR), strict=True):
        folder.mkdir()
        record(folder, first)
    quick(*CHANGING[name], cwd=folders[0])
    near, far = (counted(quick, folder, CHANGING[name]) for folder in folders[1:])
    assert far < 1.5 * near + 5_000


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["deadlines as JSON", "deadlines as a calendar", "portfolio", "show"])
def test_more_series_are_no_more_days(name: str, quick: Runner, tmp_path: Path) -> None:
    words = COMMANDS_OVER_A_RECORD[name]
    quick(*words, cwd=record(tmp_path, FAR))
    some, many = (counted(quick, record(tmp_path, FAR, series=number), words) for number in (20, 80))
    assert many < 4.5 * some


def test_what_is_left_out_is_said(quick: Runner, tmp_path: Path) -> None:
    ran = quick("frister", "--today", "2026-03-01", cwd=record(tmp_path, FAR))
    assert "kun de nærmeste 500" in ran.out
    assert ran.out.count("Møde: M") <= 503
    few = quick("frister", "--within", "30d", "--today", "2026-03-01", cwd=tmp_path)
    assert "kun de nærmeste" not in few.out
    assert few.out.count("Møde: M") == 93
