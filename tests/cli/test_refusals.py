"""What a command answers that was asked for something that is not there: in one language, with a way on."""

from pathlib import Path

import pytest
from conftest import Runner

OFFERS = {
    "whom a guide is for": (("guide", "--for", "alle"), "forening eller kommune", "association or municipality"),
    "what a schema is for": (("schema", "--for", "alt"), "aftale eller profil", "agreement or profile"),
    "a report": (
        ("portfolio", "xyzzy"),
        (
            "overblik, oversigt, dialogmøde, frister, økonomi, forsikringsliste, tjekliste, holdepunkter, politik, dækning, sårbarhed, "
            "katalog, læring, partnerskabstest eller udvikling"
        ),
        (
            "summary, overview, dialogue-meeting, deadlines, economy, insurance-list, checklist, principles, policy, coverage, fragility, "
            "catalogue, learning, partnership-test or development"
        ),
    ),
    "the form of a new agreement": (
        ("new", "kaffe", "--no-input", "--form", "gave"),
        "mundtlig, tilskud, samarbejdsaftale eller partnerskabsaftale",
        "oral, grant, cooperation or partnership",
    ),
}


@pytest.fixture
def record(quick: Runner, tmp_path: Path) -> Path:
    """A record just begun."""
    assert quick("init", "Tønder").code == 0
    return tmp_path


@pytest.mark.parametrize(("words", "danish", "english"), OFFERS.values(), ids=OFFERS)
def test_choices_are_offered_in_the_language_of_the_reader(quick: Runner, words: tuple[str, ...], danish: str, english: str) -> None:
    assert quick(*words).err.endswith(f"\n  = vælg mellem: {danish}\n")
    assert quick(*words, "--lang", "en").err.endswith(f"\n  = choose from: {english}\n")


@pytest.mark.parametrize("command", ["show", "render", "renew", "end", "agenda", "recommend", "verify"])
@pytest.mark.usefixtures("record")
def test_an_id_that_is_not_there_comes_with_the_way_to_those_that_are(quick: Runner, command: str) -> None:
    ran = quick(command, "xyzzy")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("  = skriv stien til filen eller et id; partnerskab list viser dem, der er\n")
    assert quick("list").out == "kaffe-paa-kanden\n"


@pytest.mark.parametrize(
    "words",
    [("guide", "--for", "forening"), ("guide", "--for", "municipality"), ("schema", "--for", "profil"), ("schema", "--for", "agreement")],
)
def test_either_language_is_taken(quick: Runner, words: tuple[str, ...]) -> None:
    assert quick(*words).code == 0


@pytest.mark.parametrize("words", [("fmt",), ("verify",), ("list",), ("deadlines",), ("portfolio",), ("agenda",), ("site", "-o", "side")])
def test_an_empty_record_is_told_how_to_begin(quick: Runner, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "agreements").mkdir()
    ran = quick(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "fejl: Der er ingen aftaler her.\n  = stå i mappen med agreements/, eller begynd med partnerskab new\n"


APART = {
    "what would be mended, and mending": (("check", "--fix", "--diff"), "--diff viser, hvad --fix ville skrive"),
    "mending what is not in a file": (("check", "--fix", "--stdin-filename", "a.yaml", "-"), "nævn filen i stedet"),
    "a difference in a format": (("check", "--diff", "--output-format", "json"), "kør dem hver for sig"),
    "two ways of looking": (("fmt", "--check", "--diff"), "--diff slutter også med 1, når noget ville blive ændret"),
    "two forms": (("new", "a", "--template", "tilskud", "--form", "tilskud"), "--template nævner selv formen"),
}


@pytest.mark.parametrize(("words", "cure"), APART.values(), ids=APART)
def test_options_that_exclude_each_other_come_with_a_way_out(quick: Runner, record: Path, words: tuple[str, ...], cure: str) -> None:
    before = {path: path.read_bytes() for path in record.rglob("*.yaml")}
    ran = quick(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0].endswith("kan ikke stå sammen.")
    assert ran.err.splitlines()[1] == f"  = {cure}"
    assert {path: path.read_bytes() for path in record.rglob("*.yaml")} == before


@pytest.mark.usefixtures("record")
def test_an_option_that_does_nothing_alone_names_both_that_help(quick: Runner) -> None:
    assert quick("check", "--unsafe-fixes").err == "fejl: --unsafe-fixes gør kun noget sammen med --fix eller --diff.\n"


@pytest.mark.parametrize("words", [("check",), ("check", "nope.yaml"), ("list",), ("fmt",), ("verify",)])
def test_a_folder_without_agreements_is_told_how_to_begin(quick: Runner, words: tuple[str, ...]) -> None:
    ran = quick(*words)
    assert ran.code == 2
    assert ran.err.endswith("  = tjek stien, eller gå til mappen med jeres aftaler; partnerskab begynd opretter en samling\n")


QUIETLY = {
    "nothing to mend": (("check", "--diff"), "Der er intet, jeg kan rette."),
    "nothing to lay out, looked at": (("fmt", "--check"), "Alt står allerede, som det skal."),
    "nothing to lay out, shown": (("fmt", "--diff"), "Alt står allerede, som det skal."),
    "nothing to lay out": (("fmt",), "Alt står allerede, som det skal."),
    "a report in a file": (("portfolio", "economy", "--format", "csv", "--table", "grants", "-o", "penge.csv"), "Skrevet: penge.csv"),
    "a table in a file": (("portfolio", "-o", "alt.txt"), "Skrevet: alt.txt"),
    "a calendar in a file": (("deadlines", "--format", "ics", "-o", "frister.ics"), "Skrevet: frister.ics"),
    "an agenda in a file": (("agenda", "-o", "møde.md"), "Skrevet: møde.md"),
}


@pytest.mark.parametrize(("words", "says"), QUIETLY.values(), ids=QUIETLY)
@pytest.mark.usefixtures("record")
def test_what_shows_nothing_says_what_it_did(quick: Runner, words: tuple[str, ...], says: str) -> None:
    ran = quick(*words)
    assert (ran.code, ran.out) == (0, "")
    assert says in ran.err.splitlines()
    assert quick(*words, "-q").err == ""


def test_what_could_not_be_laid_out_is_not_called_tidy(quick: Runner, record: Path) -> None:
    (record / "agreements" / "brudt.yaml").write_text("titel: [", "utf-8")
    ran = quick("fmt")
    assert ran.code == 1
    assert "som det skal" not in ran.err
