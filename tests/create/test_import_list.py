"""A list becomes drafts: headings find their fields, cells are read as values, and nothing is lost or guessed."""

from pathlib import Path
from random import Random

import pytest

from partnerskab_cli.create.column_mapping import USUAL, fold_heading, match_headings
from partnerskab_cli.create.import_list import DraftFile, ImportOptions, iter_drafts
from partnerskab_cli.errors import CommandError
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality, Status
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.source.spreadsheets import decode_spreadsheet, parse_column_map, parse_spreadsheet

SETTINGS = ImportOptions("da", "Tønder Kommune", None, "bevillinger.csv", lambda _heading, text: "010160" in text)


def imported(text: str, settings: ImportOptions = SETTINGS, **chosen: str) -> list[DraftFile]:
    columns = parse_spreadsheet(text, "bevillinger.csv", "da")
    return list(iter_drafts(columns.rows, match_headings(columns.headings, chosen), settings))


def record(draft: DraftFile) -> Agreement:
    source = parse_text(draft.text, f"{draft.id}.yaml", Agreement)
    assert source.record
    assert [fault.code for fault in source.faults if fault.code.startswith(("STR01", "STR02", "STR03", "STR04", "STR08"))] == []
    return source.record


USUALLY = {
    "frivillig.navn": "forening; Foreningens navn; foreningsnavn; organisation; Ansøger; association; applicant",
    "frivillig.cvr": "CVR; cvr-nr; CVR nummer; cvr number",
    "frivillig.kontakt.navn": "Kontakt; kontaktperson; contact; Contact person",
    "frivillig.kontakt.mail": "mail; E-mail; email",
    "frivillig.kontakt.telefon": "telefon; Tlf.; phone",
    "titel": "Projekt; projektnavn; Projektets navn; aktivitet; aftale; project",
    "journalnummer": "sagsnr; Sagsnummer; journalnr.; sag",
    "tilskud.beløb": "beløb; Bevilget beløb; bevilget; bevilling; tilskud; amount; grant; granted",
    "tilskud.lovgrundlag": "lovgrundlag; hjemmel; Legal basis; §",
    "periode.start": "startdato; start; fra; Start date; from",
    "periode.slut": "slutdato; slut; til; udløb; End date; to",
    "geografi": "by; sted; place",
    "område": "tema",
    "ophør.varsel": "varsel; opsigelse; notice",
    "målgruppe.antal": "antal deltagere",
}


@pytest.mark.parametrize(("field", "headings"), USUALLY.items())
def test_a_usual_heading_finds_its_field(field: str, headings: str) -> None:
    for heading in headings.split("; "):
        target = match_headings([heading], {})[heading]
        assert target, heading
        assert target.localize("da") == field


def test_no_usual_heading_is_forgotten() -> None:
    words = {fold_heading(heading) for headings in USUALLY.values() for heading in headings.split("; ")}
    assert words == {fold_heading(heading) for heading in USUAL}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Forening", "frivillig.navn"),
        ("CVR-nr.", "frivillig.cvr"),
        ("  bevilget  BELØB ", "tilskud.beløb"),
        ("Opsigelsesvarsel", "ophør.varsel"),
        ("Hvor lang tid i forvejen siger I til?", "ophør.varsel"),
        ("termination.notice", "ophør.varsel"),
        ("ophoer.varsel", "ophør.varsel"),
        ("Målgruppe", "målgruppe.tekst"),
        ("kommune.navn", "offentlig.navn"),
        ("offentlig.kontakt.rolle", "offentlig.kontakt.rolle"),
        ("Purpose", "formål"),
    ],
)
def test_a_heading_is_a_way_a_name_or_a_question(heading: str, field: str) -> None:
    target = match_headings([heading], {})[heading]
    assert target
    assert target.localize("da") == field


@pytest.mark.parametrize("heading", ["Dato", "Sagsbehandler", "status", "underskrifter.dato", "skema", "tekst", ""])
def test_a_heading_that_could_be_several_fields_or_none_finds_none(heading: str) -> None:
    assert match_headings([heading], {}) == {heading: None}


def test_two_columns_never_fill_one_field() -> None:
    matches = match_headings(["Beløb", "Bevilling"], {})
    assert matches["Beløb"]
    assert matches["Bevilling"] is None
    assert match_headings(["Beløb", "Bevilling"], {"Bevilling": "tilskud.beløb"})["Beløb"] is None


def test_a_row_becomes_a_draft_of_what_it_says_and_no_more() -> None:
    (file,) = imported(
        "Forening;Projekt;Beløb;Fra;Til;Område;Mødes de ofte\nTorsdagsvennerne;Kaffe;25.000,50 kr.;1/3-2026;;ældre, Ensomhed;ja"
    )
    agreement = record(file)
    assert (file.id, agreement.id, agreement.title, agreement.status) == ("kaffe", "kaffe", "Kaffe", Status.DRAFT)
    assert [party.name for party in agreement.parties] == ["Tønder Kommune", "Torsdagsvennerne"]
    assert agreement.grant[0].amount
    assert agreement.grant[0].amount.cents == 2_500_050
    assert agreement.period
    assert (agreement.period.start.isoformat(), agreement.period.end) == ("2026-03-01", None)
    assert [theme.value.key for theme in agreement.theme] == ["ældre", "ensomhed"]
    assert "x_listen:\n  Mødes de ofte: ja\n" in file.text
    assert "formalitet" not in file.text


def test_a_cell_that_is_no_value_is_kept_beside_and_named() -> None:
    (file,) = imported("Projekt;Beløb;CVR\nKaffe;ca. 25.000;123")
    assert [(cell.row, cell.heading, cell.text) for cell in file.unread] == [(2, "Beløb", "ca. 25.000"), (2, "CVR", "123")]
    assert "er ikke et beløb" in file.unread[0].why.da
    assert "x_listen:\n  Beløb: ca. 25.000\n  CVR: '123'\n" in file.text.replace('"123"', "'123'")


def test_a_cell_that_must_not_be_written_is_written_and_repeated_nowhere() -> None:
    (file,) = imported("Projekt;Formål;Note\nKaffe;ring til 010160-5123;010160-5123")
    assert "010160" not in file.text
    assert [(cell.heading, cell.text) for cell in file.unread] == [("Formål", ""), ("Note", "")]


def test_rows_of_one_name_get_ids_of_their_own_and_empty_rows_none() -> None:
    files = imported("Projekt\nKaffe\n\n;\nKaffe\nkaffe\n")
    assert [file.id for file in files] == ["kaffe", "kaffe-2", "kaffe-3"]
    assert [record(file).id for file in files] == ["kaffe", "kaffe-2", "kaffe-3"]


def test_a_long_name_is_cut_for_its_id() -> None:
    assert [file.id for file in imported(f"Projekt\n{'x' * 100}\n{'y' * 79} {'z' * 9}\n")] == ["x" * 80, "y" * 79]


def test_a_row_without_a_name_is_called_by_its_number() -> None:
    assert [file.id for file in imported("Beløb\n25000\n")] == ["raekke-2"]


def test_all_rows_may_have_one_form_and_english_keys() -> None:
    (file,) = imported("Association,Amount\nThe Thursday Friends,25000", SETTINGS._replace(language="en", form=Formality.GRANT))
    agreement = record(file)
    assert agreement.formality is Formality.GRANT
    assert "title: The Thursday Friends\nformality: grant\nstatus: draft\n" in file.text


def test_a_contact_gets_the_role_its_heading_says() -> None:
    (file,) = imported("Forening;Kontaktperson;Mail\nVennerne;Eksempel Eksempelsen;kontakt@forening.example")
    (contact,) = record(file).parties[1].contacts
    assert (contact.role, contact.name, contact.mail, contact.public) == (
        "kontaktperson",
        "Eksempel Eksempelsen",
        "kontakt@forening.example",
        False,
    )


@pytest.mark.parametrize(
    ("heading", "cell", "line"),
    [
        ("styring.grad", "5", "grad: 5"),
        ("formidling.kanaler", "plakater", "kanaler: [plakater]"),
        ("evaluering.hvornår", "hvert år", "hvornår: hvert år"),
        ("evaluering.hvornår", "når vi har tid", "hvornår: når vi har tid"),
        ("tilskud.ubrugt", "tilbagebetales", "ubrugt: tilbagebetales"),
        ("tilskud.ubrugt", "Vi taler om det.", "ubrugt: Vi taler om det."),
        ("udbytte.frivillig", "Indflydelse", "frivillig: [indflydelse]"),
        ("leverancer.frist", "1/9-2026", "frist: 2026-09-01"),
        ("juridisk_bindende", "nej", "juridisk_bindende: nej"),
        ("periode.løbende", "Ja", "løbende: ja"),
        ("tilskud.regulering.procent", "2,05 %", "procent: 2.05"),
        ("bidrag.timer", "3", "timer: 3"),
        ("tilskud.beløb", "kr. 25.000,50", "beløb: 25000.50"),
        ("tilskud.beløb", "25.000", "beløb: 25000"),
        ("ophør.varsel", "3 måneder", "varsel: 3 måneder"),
        ("område", "ældre; børn og unge", "område: [ældre, børn_unge]"),
    ],
)
def test_a_cell_is_written_as_its_field_is_read(heading: str, cell: str, line: str) -> None:
    (item,) = imported(f"Projekt\t{heading}\nKaffe\t{cell}")
    assert item.unread == ()
    assert f"{line}\n" in item.text
    record(item)


@pytest.mark.parametrize(
    ("heading", "cell", "why"),
    [
        ("styring.grad", "0", "er for langt eller uden for grænserne"),
        ("styring.grad", "6", "er for langt eller uden for grænserne"),
        ("formidling.oversigt", "x" * 301, "er for langt eller uden for grænserne"),
        ("leverancer.frist", "til sommer", "er ikke en dato"),
        ("område", "ældre, bordtennis", "er ikke en af mulighederne: ældre"),
        ("udbytte.frivillig", "", ""),
    ],
)
def test_a_cell_that_no_field_holds_says_why(heading: str, cell: str, why: str) -> None:
    (item,) = imported(f"Projekt\t{heading}\nKaffe\t{cell}")
    assert [unread.why.da.startswith(why) for unread in item.unread] == ([True] if why else [])
    assert (f"  {heading}:" in item.text) == bool(why)


WORDS = (
    "Kaffe",
    "æøå: ja",
    "# note",
    "- punkt",
    "12",
    "2026-01-01",
    "nej",
    "{a: b}",
    "to\nlinjer",
    'citat "her"',
    "&anker",
    "\x1b[31m",
    "=2+5",
    "@navn",
    "*",
)


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_lost_whatever_the_cells_hold(seed: int) -> None:
    random = Random(seed)
    headings = random.sample([*USUAL, "Note", "Andet: felt", "x", "status", "ophør.varsel", "mål.tekst", "kommune.navn"], 8)
    cells = [[random.choice(WORDS) for _ in headings] for _ in range(3)]
    quoted = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [headings, *cells])
    for item, row in zip(imported(quoted), cells, strict=True):
        record(item)
        held = " ".join(item.text.split())
        for word in row:
            assert any(
                " ".join(form.split()) in held
                for form in (word, word.replace("-", ""), word.replace('"', '\\"'), "\\x1b[31m", "\\U0000001b[31m")
            ), (
                word,
                item.text,
            )


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Forening;Beløb\na;1", ("Forening", "Beløb")),
        ("Forening,Beløb\na,1", ("Forening", "Beløb")),
        ("Forening\tBeløb\na\t1", ("Forening", "Beløb")),
        ('"For;ening";Beløb\na;1', ("For;ening", "Beløb")),
        ("\n\nForening;;Beløb\na;b;1;d", ("Forening", "kolonne 2", "Beløb", "kolonne 4")),
        ("Forening  og\tmere;Beløb\na;1", ("Forening og mere", "Beløb")),
    ],
)
def test_headings_stand_in_the_first_row_that_says_something(text: str, headings: tuple[str, ...]) -> None:
    assert parse_spreadsheet(text, "x.csv", "da").headings == headings


def test_rows_are_numbered_as_in_the_spreadsheet() -> None:
    assert [number for number, _ in parse_spreadsheet('A;B\n1;2\n\n"to\nlinjer";4', "x.csv", "da").rows] == [2, 4]


def test_a_map_is_a_line_for_each_heading() -> None:
    assert parse_column_map("Bevilget i 2026: tilskud.beløb\nNote: '-'\n", "kort.yaml") == {"Bevilget i 2026": "tilskud.beløb", "Note": "-"}


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Å;æ".encode(), "Å;æ"), ("\ufeffÅ;æ".encode(), "Å;æ"), ("\ufeffÅ;æ".encode("utf-16-le"), "Å;æ"), ("\ufeffÅ;æ".encode("utf-16-be"), "Å;æ"), ("Å;æ".encode("cp1252"), "Å;æ"),
        (b"\xc5;\x81", "Å;\ufffd"), (b"\xff\xfea\0b", "a\ufffd"),
    ],
)  # fmt: skip
def test_a_list_is_read_in_every_encoding_that_spreadsheets_use(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "liste.csv").write_bytes(data)
    assert decode_spreadsheet(str(tmp_path / "liste.csv")) == text


def test_a_list_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "stor.csv").write_bytes(b"x" * ((1 << 20) + 1))
    for name, reason in (("stor.csv", "1.025 kB"), (".", "en mappe")):
        with pytest.raises(CommandError) as refused:
            decode_spreadsheet(str(tmp_path / name))
        assert reason in refused.value.says.da
        assert refused.value.says.da.startswith(str(tmp_path / name) if name != "." else str(tmp_path))
