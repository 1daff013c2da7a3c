"""Personal data: CPR numbers are found however they are spelt, look-alikes are not, and no number is ever repeated.

Every number here is made up, and its seventh digit places the birth in the years 1858-1867.
"""

import re
from pathlib import Path

import pytest
from conftest import Runner
from laying import TODAY, profile

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.diagnostics import Diagnostic
from partnerskab_cli.formats.registry import FORMATS
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.privacy.cpr import MASK, compute_century, is_day
from partnerskab_cli.rules.rule import CheckDates

SETTINGS = CheckOptions(profile("tønder"), CheckDates(TODAY))
NUMBER, NEW_YEAR, CHECKED = "1503605123", "0101605123", "1503605003"
"""Without modulus 11; a birthday on 1 January, likewise; with modulus 11."""

SPELLINGS = {
    "with a hyphen": "tavshedspligt: Ring 150360-5123.",
    "with a blank": "tavshedspligt: Ring 150360 5123.",
    "with a hard blank": "tavshedspligt: Ring 150360\u00a05123.",
    "with a thin blank": "tavshedspligt: Ring 150360\u20095123.",
    "with a dot": "tavshedspligt: Ring 150360.5123.",
    "with an underscore": "tavshedspligt: Ring 150360_5123.",
    "with a non-breaking hyphen": "tavshedspligt: Ring 150360\u20115123.",
    "with an en dash": "tavshedspligt: Ring 150360\u20135123.",
    "with an em dash": "tavshedspligt: Ring 150360\u20145123.",
    "with a minus": "tavshedspligt: Ring 150360\u22125123.",
    "with a full-width hyphen": "tavshedspligt: Ring 150360\uff0d5123.",
    "with a soft hyphen": "tavshedspligt: Ring 150360\u00ad5123.",
    "with blanks round the hyphen": "tavshedspligt: Ring 150360 - 5123.",
    "with dots in the day": "tavshedspligt: Ring 15.03.60-5123.",
    "with blanks in the day": "tavshedspligt: Ring 15 03 60-5123.",
    "over two lines, hyphen first": "tavshedspligt: >-\n  Ring 150360-\n  5123.",
    "over two lines of a folded text": "tavshedspligt: >-\n  Ring 150360\n  5123.",
    "over two lines of a plain text": "tavshedspligt: Ring 150360\n  5123 først.",
    "in full-width digits": "tavshedspligt: Ring １５０３６０-５１２３.",
    "in ringed digits": "tavshedspligt: Ring ①⑤⓪③⑥⓪-⑤①②③.",
    "in Arabic digits": "tavshedspligt: Ring ١٥٠٣٦٠-٥١٢٣.",
    "with a zero-width blank in it": "tavshedspligt: Ring 1503\u200b60-5123.",
    "with a word joiner in it": "tavshedspligt: Ring 150360\u2060-5123.",
    "in escapes": 'tavshedspligt: "Ring \\x31\\x35\\x30\\x33\\x36\\x30-5123."',
    "in escapes of another kind": 'tavshedspligt: "Ring 150360\\u002d5123."',
    "in a comment": "# spørg 150360-5123",
    "in a comment over two lines": "# spørg 150360-\n# 5123",
    "in a comment behind a value": "tavshedspligt: Ring først. # 150360-5123",
    "as a key": "150360-5123: ja",
    "as a key in escapes": '"\\x3150360-5123": ja',
    "as a value that is read as a number": "x_nr: 150360-5123",
    "in a phone field": "roller: {id: naboen, navn: Naboen, tekst: x}\nx_telefon: 150360-5123",
    "in the field for P-numbers, with a hyphen": "x_parter: {p_nummer: 150360-5123}",
    "in a case, with a hyphen": "tavshedspligt: Se sag 150360-5123.",
    "in an account, with a hyphen": "tavshedspligt: Kontoen er 150360-5123.",
    "bare, some words after a label": "tavshedspligt: Sagen om 0101605123 er lukket.",
    "bare, two words after a label": "tavshedspligt: Ordre til 0101605123.",
    "bare, after an account without a label": "tavshedspligt: Ring 1234-0101605123.",
    "bare, beside the word": "x_nr: cpr 1503605123",
    "bare, below the word": "x_cpr: 1503605123",
    "bare, born on New Year's Day": "x_nr: 0101605123",
    "bare, with modulus 11": "x_nr: 1503605003",
    "bare, and octal to other programs": "x_nr: 0101605123",
}
"""In sentences of their own kind; those below are tried in one sentence, and with the word before."""
RARER = (
    "1503 60 5003", "150360-50 03", "15 03 60 - 50 03", "15/03/60-5003", "150360/5003", "150360 (5003)", "150360:5003", "150360,5003",
    "150360=5003", "150360+5003", "150360*5003", "150360--5003", "150360·5003", "150360~5003", "150360|5003", "15-03-1960-5003",
    "15.03.1960-5003", "15031960-5003", "1 5 0 3 6 0 5 0 0 3", "150360-**5003**", "150360&#45;5003", "150360&#x2D;5003", "150360%2D5003",
    "a150360-5003b", "5003-150360", "5003 – 150360", "0101605123"[:6] + "/5123",
)  # fmt: skip

LOOK_ALIKES = {
    "a P-number by its field": "x_sted: {p_nummer: 1503605003}",
    "a P-number by its name": "tavshedspligt: Stedet har P-nummer 1503605003.",
    "a P-number that fails modulus 11": "x_sted: 1003123456",
    "a bare number that fails modulus 11": "x_nr: 1503605123",
    "a phone number": "tavshedspligt: Ring på 73 76 01 01.",
    "a phone number in its field": "x_kontakt: {telefon: 1503605003}",
    "a case number": "journalnummer: 27.15.12-G01-3-26",
    "a case number of digits": "journalnummer: 1503605003",
    "a case number in words": "tavshedspligt: Se sagsnr. 1503605003.",
    "an account": "tavshedspligt: Konto 1234-0101605123.",
    "an account with a blank": "tavshedspligt: Beløbet sættes ind på konto 1234 0101605123.",
    "an account by its number": "tavshedspligt: Kontonr. 0101605123",
    "an account behind its registration number": "tavshedspligt: Reg.nr. 1234 konto 0101605123.",
    "an account after its registration number": "tavshedspligt: Reg. nr. 1234-0101605123.",
    "an order": "tavshedspligt: Ordre 0101605123.",
    "an order with a letter": "tavshedspligt: Ordrenr. A-0101605123.",
    "a case": "tavshedspligt: Sag 0101605123.",
    "a case with letters and a year": "tavshedspligt: Se sag EMN-2026-0101605123.",
    "a case with a year": "tavshedspligt: Sagsnummer 26/0101605123",
    "an order by its key": "x_ordre: 0101605123",
    "a case in English": "x_note: Case no. 0101605123",
    "a GLN": "tavshedspligt: Send til EAN 5790000000005.",
    "a CVR number": "tavshedspligt: CVR 12 34 56 74",
    "a day that does not exist": "tavshedspligt: Ring 320160-5123.",
    "a leap day in a common year": "tavshedspligt: Ring 290261-5123.",
    "a month that does not exist": "tavshedspligt: Ring 151360-5123.",
    "a day and a time": "tavshedspligt: Vi mødes 12.03.26 kl. 1400.",
    "a day": "hændelser: {dato: 2026-02-03, tekst: Vi mødtes.}",
    "an amount": "tavshedspligt: Det kostede 150.360 kr.",
    "a hash": "x_hash: 9f2c0101605123d07b6a",
    "the end of a hash": "x_hash: ab150360-5123",
    "a UUID": "x_id: 12150360-5123-4abc-8def-001122334455",
    "too many digits": "tavshedspligt: Ring 150360-51234.",
    "two items of a list": "x_tal:\n  - 150360\n  - 5123",
    "a year and a day's number": "tavshedspligt: Sag 2026-150360.",
    "a day and a time with a colon": "tavshedspligt: Vi mødes 15-03-2026 kl. 14:00, ikke 1200.",
    "a foreign phone number in pairs": "tavshedspligt: Ring 15 03 60 51 23.",
    "a foreign phone number in its field": 'x_kontakt: {telefon: "1503 60 5003"}',
    "two amounts in a row": "tavshedspligt: 150360;5123",
    "two numbers of a table": "tavshedspligt: 150360 | 51234",
    "digits with blanks that are more than ten": "tavshedspligt: 1 5 0 3 6 0 5 0 0 3 4",
    "a share of two numbers": "tavshedspligt: 150360/5123",
    "an amount above a year": "x_ramme:\n  2025: 150360\n  2026: 160360",
}

TEXTS = (
    """Værestedet holder åbent tirsdag og torsdag kl. 14-17. Siden åbningen den 3. november 2024 er der kommet 42 faste gæster, og
    14 af dem er selv blevet værter. Huslejen er 96.000 kr. om året, og § 18-midlerne dækker 25.000 kr. Frivilligkonsulenten træffes
    på telefon 74 00 00 00 mandag kl. 9-12. Næste møde er den 12.03.2026 kl. 1400 i medborgerhuset, Storegade 150, 6270 Tønder.""",
    """Politikken blev vedtaget den 28. november 2019 og skal ses efter i hver valgperiode. Den har otte mål og otte handlinger. Målgruppen er
    borgere med psykiske vanskeligheder, misbrug eller demens og deres pårørende. Sagen har journalnummer 27.15.12-G01-3-26, og udvalget
    behandlede den som punkt 7. Budgettet for 2026 er 1.234.567,89 kr., heraf 12,5 % til kurser. Årets Forening bliver valgt uge 39.""",
    """Følgevennerne begyndte som et forsøg i 2023. De første ti par gik sammen tre gange hver, i alt 30 ture. Efter evalueringen 1.-2.
    oktober blev tilbuddet fast. En frivillig fortæller: »Man skal ikke kunne noget særligt, bare komme.« Foreningen har CVR 12345674 og
    EAN 5790000000005. Regningen for 2025 lød på 8.450 kr. og kom 150 dage for sent. Se også bilag 3, side 12-14, version 2026-01-15.""",
    """Kommunen skal efter serviceloven §§ 18 og 18 a samarbejde med frivillige foreninger. Vejledning nr. 10266 af 19. december 2017 siger
    hvordan. Forsikringen dækker ansvar og ulykke, når indsatsen er indmeldt (policenr. 4711-2026-08), godkendt og registreret. Børneattester
    hentes hos politiet; foreningen erklærer én gang om året, at det er i orden. Ingen skal bære nøgler, penge eller medicin for borgeren.""",
    """Dialogmødet den 5. maj samlede 65 deltagere fra 31 foreninger. Et bord talte om sorg, et andet om kriminalitetstruede unge og et tredje om
    ensomhed. Marskens Besøgsvenner, Røde Kors og menighedsrådet i Møgeltønder vil lave et fælles katalog. Forslag sendes til
    frivillig@kommune.example senest 2026-06-01. Rejsegilde på det nye hus, matrikel 120 a, er lørdag 13/6-2026 kl. 11.00. Alle er velkomne.""",
)  # fmt: skip
"""In the manner of the sources, by our own hand."""


def found(text: str, name: str = "kaffe.yaml") -> list[Diagnostic]:
    _, report = check_bytes(text.encode(), name, SETTINGS)
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.code == "JUR01"]


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_cpr_number_is_found(text: str) -> None:
    (item,) = found(text)
    assert MASK in item.message.da
    assert MASK in item.message.en


@pytest.mark.parametrize("sentence", ["tavshedspligt: 'Ring {} først.'", "tavshedspligt: 'Hans cpr {}'", "# {}"])
@pytest.mark.parametrize("spelling", RARER)
def test_a_cpr_number_in_a_rarer_spelling_is_found_and_no_digit_of_it_repeated(spelling: str, sentence: str) -> None:
    text = sentence.format(spelling)
    _, report = check_bytes(text.encode(), "kaffe.yaml", SETTINGS)
    assert [diagnostic.code for diagnostic in report.diagnostics].count("JUR01") == 1
    (line,) = report.files[0].lines
    assert re.findall(r"\d", line.replace("&#45;", "").replace("&#x2D;", "").replace("%2D", "")) == []


@pytest.mark.parametrize("text", LOOK_ALIKES.values(), ids=LOOK_ALIKES.keys())
def test_a_look_alike_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:12])
def test_ordinary_danish_gives_no_alarm(text: str) -> None:
    for written in (f"øvrige_vilkår:\n  tekst: >-\n    {text}\n", re.sub("^ *", "# ", text, flags=re.MULTILINE) + "\nid: kaffe\n"):
        _, report = check_bytes(written.encode(), "kaffe.yaml", SETTINGS)
        assert [diagnostic.code for diagnostic in report.diagnostics if diagnostic.code in {"JUR01", "JUR02", "JUR10c"}] == []


def test_a_number_is_found_in_the_name_of_the_file() -> None:
    (diagnostic,) = found("id: kaffe\n", "150360-5123.yaml")
    assert "filens navn" in diagnostic.message.da
    assert "150360" not in diagnostic.path


@pytest.mark.parametrize(
    "text",
    [
        'titel: "Kaffe\nx: 150360-5123',
        "titel: *kaffe\nx: 150360-5123",
        "- 150360-5123",
        "<<<<<<< HEAD\nx: 150360-5123",
        "skema: 9\nx_a: 150360-5123",
        "id: kaffe\nstatus: ophørt\nx_a: 150360-5123",
    ],
    ids=["a broken stream", "an alias", "a list", "a conflict", "a newer schema", "an ended agreement"],
)
def test_a_number_is_found_where_everything_else_is_silent(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_number_is_found_in_any_encoding(encoding: str) -> None:
    _, report = check_bytes("titel: Kaffe på kanden, 150360-5123".encode(encoding), "kaffe.yaml", SETTINGS)
    assert "JUR01" in {diagnostic.code for diagnostic in report.diagnostics}


def test_neither_a_waiver_nor_the_profile_nor_the_command_line_silences_it() -> None:
    text = "id: kaffe\nx_a: 150360-5123\nundtagelser: {regel: JUR01, fordi: Det er aftalt.}"
    _, report = check_bytes(text.encode(), "kaffe.yaml", SETTINGS._replace(ignore=("JUR01", "JUR"), select=("TJK10",)))
    assert "JUR01" in {diagnostic.code for diagnostic in report.diagnostics}


def test_the_cure_says_what_to_do_when_it_is_committed_already() -> None:
    (diagnostic,) = found("x_a: 150360-5123")
    assert {"git", "historikken", "it-afdeling"} <= set(re.findall(r"[\w-]+", diagnostic.cure.da))


QUOTED = {
    "a value that is no choice": "status: 150360-5123",
    "an unknown key": "150360-5123: ja",
    "a placeholder": "formål: TODO ring til 150360-5123",
    "a quotation that breaks off in the number": f"formål: TODO {'a' * 47} 150360-5123",
    "a quotation that breaks off after a digit": f"formål: TODO {'a' * 53} 150360-5123",
    "an id": "id: 150360-5123",
    "a target group": "målgruppe: {tekst: alle, antal: 150360-5123}",
    "a goal": "mål: 150360-5123 kommer igen",
    "a party": "parter: [{id: a, navn: 150360-5123, side: frivillig}]\nunderskrifter: {part: 150360-5123, dato: 2026-01-01}",
    "an amount": "tilskud: {beløb: 1503605003, udbetalinger: {beløb: 5}}",
    "escapes": 'formål: "TODO \\x31\\x35\\x30\\x33\\x36\\x30-5123"',
    "escapes over two lines": 'formål: "TODO \\x31\\x35\\x30\\x33\\x36\\x30\n  -5123"',
    "full-width digits": "formål: TODO １５０３６０-５１２３",
    "a broken line": 'formål: "TODO 150360-5123',
    "a tag": "formål: !150360-5123 x",
    "a waived rule": "undtagelser: {regel: 150360-5123, fordi: x}",
    "a reference": "ramme: 150360-5123",
    "a date": "periode: {start: 150360-5123}",
    "a file": "bilag: {titel: x, fil: 150360-5123.pdf}",
    "a mixed file": "id: kaffe\ntitel: a\nneeds: 150360-5123",
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED.keys())
def test_no_format_repeats_a_number(form: str, text: str) -> None:
    _, report = check_bytes(text.encode(), "agreements/150360-5123.yaml", SETTINGS)
    for look in (TerminalStyle("da"), TerminalStyle("en", colour=True, width=60)):
        assert traces(FORMATS[form](report, look)) == []


def traces(output: str) -> list[str]:
    """What an output gives away: four or more digits of a number in a row, in any digits, signs between them left out."""
    plain = re.sub(r"\x1b\[[0-9;]*m|%[0-9A-F]{2}|[^\w\\]|_", "", "".join(str(int(word)) if word.isdecimal() else word for word in output))
    return [part for number in (NUMBER, CHECKED) for part in (number, number[:6], number[:4] + number[4:8]) if part in plain] + re.findall(
        r"\\x31\\x35", output
    )


def test_the_command_repeats_no_number_either(run: Runner, tmp_path: Path) -> None:
    for index, text in enumerate(QUOTED.values()):
        (tmp_path / f"kaffe-{index}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "150360-5123.yaml").write_text("id: kaffe", encoding="utf-8")
    for form in FORMATS:
        done = run("check", ".", "--today", TODAY.isoformat(), "--output-format", form, "--statistics", cwd=tmp_path)
        assert done.code == 1
        assert traces(done.out + done.err) == []


@pytest.mark.parametrize(
    ("year", "seventh", "first"),
    [(60, 5, 1800), (58, 8, 1800), (57, 5, 2000), (99, 3, 1900), (36, 4, 2000), (37, 4, 1900), (36, 9, 2000), (37, 9, 1900), (0, 0, 1900)],
)
def test_the_seventh_digit_gives_the_century(year: int, seventh: int, first: int) -> None:
    assert compute_century(year, seventh) == first


def test_the_year_1900_had_no_leap_day_and_2000_had() -> None:
    assert not is_day("2902000123")
    assert is_day("2902005123")
