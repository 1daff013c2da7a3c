"""The papers for the committee and for citizens, and several papers in one."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Runner
from papers import PROFILE, agreement_of, as_html, full_agreement, html_tree, markdown_text, page_of, text_of
from test_fields_said import POINTS, expected, of

from partnerskab_cli.documents.citizens import build_citizen_page, compute_lix, describe_lix
from partnerskab_cli.documents.committee import build_case_page
from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.people import Communication
from partnerskab_cli.model.public_view import extract_public_record
from partnerskab_cli.text.blocks import (
    BulletList,
    Document,
    DocumentColumn,
    DocumentTable,
    KeyValues,
    LabeledValue,
    Paragraph,
    Section,
    combine,
    make_inlines,
    make_paragraph,
)

FORMS = ("md", "html")


def shown_to_all() -> Agreement:
    """The full agreement, made public."""
    full = full_agreement()
    communication = full.communication
    assert communication
    values = {field.name: getattr(communication, field.name) for field in Communication.fields}
    return with_values(full, communication=Communication.of(values | {"public": True}))


def with_values(agreement: Agreement, **values: object) -> Agreement:
    return Agreement.of({field.name: getattr(agreement, field.name) for field in Agreement.fields} | values, agreement.aside)


def for_citizens(agreement: Agreement) -> Document:
    return build_citizen_page(extract_public_record(agreement), build_render_context(agreement, PROFILE))


def for_committee(agreement: Agreement) -> Document:
    return build_case_page(agreement, build_render_context(agreement, PROFILE))


def text_in(document: Document, form: str) -> str:
    return text_of(html_tree(document) if form == "html" else as_html(markdown_text(document)))


@pytest.mark.parametrize("form", FORMS)
def test_citizens_see_nothing_that_is_not_public(form: str) -> None:
    agreement = shown_to_all()
    text = text_in(for_citizens(agreement), form)
    public = {
        word
        for point in POINTS
        if point.public is True
        for record, value in of(agreement, point)
        for word in expected(record, value, point, agreement, "en")
    }
    private = {
        (point.format_path("en"), word)
        for point in POINTS
        if point.public is False
        for record, value in of(agreement, point)
        for word in expected(record, value, point, agreement, "en")
        if len(word) > 5 and word not in public
    }
    assert len(private) > 100
    assert [item for item in private if item[1] in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_contact_is_shown_only_where_it_says_so_itself(form: str) -> None:
    text = text_in(for_citizens(shown_to_all()), form)
    assert "aktivitet@kommune.example" in text
    assert "nattevagt" not in text
    assert "lampepasser" not in text


def test_the_page_for_citizens_answers_plain_questions() -> None:
    headings = [
        section.title for section in for_citizens(with_values(shown_to_all(), language=agreement_of("sprog: da\n").language)).sections
    ]
    assert headings[:3] == ["Hvad er formålet?", "Hvem er det for?", "Hvorfor er det sat i gang?"]
    assert all(heading.endswith("?") for heading in headings)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("idé", "Udvalget orienteres om idéen"),
        ("udkast", "Udvalget bedes tage stilling til, om Tønder Kommune skal indgå aftalen"),
        ("aktiv", "Udvalget orienteres om aftalen"),
        ("genforhandling", "om aftalen skal fornyes, ændres eller slutte"),
        ("ophørt", "hvad der blev lært"),
    ],
)
def test_the_committee_is_asked_what_fits_the_status(status: str, words: str) -> None:
    document = for_committee(agreement_of(f"id: a\ntitel: A\nstatus: {status}\n"))
    assert words in markdown_text(document)


def test_the_committee_sees_what_a_grant_comes_to_in_each_year() -> None:
    document = for_committee(
        agreement_of(
            "periode: {start: 2026-01-01, slut: 2027-12-31}\ntilskud: {beløb: 25000, pr: år, bevillingsperiode: {start: 2026-07-01, slut: 2027-12-31}}\n"
        )
    )
    assert "2026: 12.500 kr. og 2027: 25.000 kr." in markdown_text(document)


def test_a_case_without_money_or_risks_says_so() -> None:
    text = markdown_text(for_committee(agreement_of("id: a\n")))
    assert "Der er intet tilskud i aftalen." in text
    assert "ikke skrevet nogen risici ned" in text
    assert "1 af 13 punkter er besvaret." in text
    assert "Ubesvaret: Behov og målgruppe; Formål;" in text


SEVERAL = ("id: a\ntitel: Ål\nformål: x\n", "id: b\ntitel: Two\nformål: y\nsprog: en\n", "id: c\ntitel: Tre\nformål: z\n")


def in_one() -> Document:
    papers = tuple(build_contract(agreement, build_render_context(agreement, PROFILE)) for agreement in map(agreement_of, SEVERAL))
    return combine(papers, "samlet", "", "Aftaler", "da")


def test_several_in_one_stand_under_their_headings_with_the_contents_first() -> None:
    tree = html_tree(in_one())
    ids = {element.get("id") for element in tree.iter() if isinstance(element.tag, str)}
    links = [element.get("href", "") for element in tree.iter("a") if "#" in element.get("href", "") and element.get("class") != "skip"]
    assert [text_of(element) for element in tree.iter("h1")] == ["Aftaler"]
    assert [text_of(element) for element in tree.iter("h2")] == ["1. Ål", "2. Two", "3. Tre"]
    assert len(links) == 3
    assert all(link.removeprefix("#") in ids for link in links)
    assert [element.get("lang") for element in tree.iter("section") if element.get("lang")] == ["en"]


def test_the_contents_of_markdown_lead_to_its_headings() -> None:
    source = markdown_text(in_one())
    assert "- [1. Ål](#1-ål)" in source
    assert "\n## 1. Ål\n" in source


def test_a_table_is_not_named_twice() -> None:
    agreement = agreement_of("mål: {tekst: Lys., delmål: [{tekst: A., frist: 2026-01-01}, {tekst: B., frist: 2026-02-01}]}\n")
    document = build_contract(agreement, build_render_context(agreement, PROFILE))
    assert "| Delmål | Frist |" in markdown_text(document)
    assert "**Delmål:**" not in markdown_text(document)
    assert '<caption class="unseen">Delmål</caption>' in page_of(document)


def test_a_term_without_a_title_is_called_a_term() -> None:
    agreement = agreement_of("øvrige_vilkår: [{titel: Presse, tekst: A.}, {tekst: B.}]\n")
    signed, _, _ = markdown_text(build_contract(agreement, build_render_context(agreement, PROFILE))).partition(
        "Ikke omfattet af underskrifterne"
    )
    assert re.findall(r"### \d+\.\d (.+)", signed) == ["Presse", "Vilkår 2"]


def goals(language: str, *answers: str) -> list[str]:
    """The headings below that of the goals, each of two goals with the same answers."""
    agreement = agreement_of(f"sprog: {language}\nmål:\n" + "".join(f"  - {{tekst: Flere kommer, {', '.join(answers)}}}\n" for _ in "12"))
    (chapter,) = (
        section
        for section in build_contract(agreement, build_render_context(agreement, PROFILE)).sections
        if section.title in {"Mål og udbytte", "Goals and benefits"}
    )
    return [block.title for block in chapter.blocks if isinstance(block, Section)]


def test_one_thing_is_no_list() -> None:
    for records, result in (
        ("{tekst: Flere kommer.}", "\nFlere kommer.\n"),
        ("[{tekst: Flere kommer.}, {tekst: De bliver.}]", "\n- Flere kommer.\n- De bliver.\n"),
    ):
        agreement = agreement_of(f"mål: {records}\n")
        assert result in markdown_text(build_contract(agreement, build_render_context(agreement, PROFILE)))


ANSWERS = ("indikator: antal", "nu: to", "måltal: ti", "frist: 2026-06-01", "opfølgning: Vi tæller", "ansvarlig: os", "id: flere")


def test_goals_of_many_answers_stand_one_by_one_and_no_table_runs_off_the_page() -> None:
    assert goals("da", *ANSWERS[:5]) == ["Mål"]
    assert goals("da", *ANSWERS[:6]) == goals("da", *ANSWERS) == ["Mål 1", "Mål 2"]


def test_one_of_several_goals_is_called_a_goal() -> None:
    assert goals("en", *ANSWERS) == ["Goal 1", "Goal 2"]


def test_an_agreement_without_parties_has_no_empty_page_to_sign() -> None:
    agreement = agreement_of("titel: A\nformål: Tur.\n")
    assert "Underskrifter" not in {
        section.title for section in build_contract(agreement, build_render_context(agreement, PROFILE)).sections
    }


def test_no_heading_is_skipped() -> None:
    for document in (
        in_one(),
        for_citizens(shown_to_all()),
        for_committee(full_agreement()),
        build_contract(full_agreement(), build_render_context(full_agreement(), PROFILE)),
    ):
        levels = [int(level) for level in re.findall(r"<h([1-6])", page_of(document))]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("Vi går tur. Vi ser på fugle.", 4),
        ("Kommunalbestyrelsen fastlægger retningslinjerne for frivilligområdet i velfærdssamarbejdet.", 78),
        ("Vi mødes kl. 14.30 ved broen.", 6),
    ],
)
def test_lix_counts_words_to_a_sentence_and_long_words(text: str, number: int) -> None:
    document = Document("da", "borger", "a", "", "A", (), (), (Section("X", (Paragraph((make_inlines(text),)),) if text else ()),))
    assert compute_lix(document) == number


def test_lix_counts_what_is_told_in_points_and_answers_and_no_table() -> None:
    content = (
        BulletList((make_inlines("Vi går tur."), make_inlines("Vi drikker kaffe."))),
        KeyValues((LabeledValue(make_inlines("Navnet tæller ikke med"), (make_paragraph(make_inlines("Alle kan komme.")),)),)),
        DocumentTable("Tabellen heller ikke", (DocumentColumn("Møder"),), ((make_inlines("Generalforsamling"),),)),
    )
    assert compute_lix(Document("da", "borger", "a", "", "A", (), content, ())) == round(9 / 3 + 100 * 1 / 9)


@pytest.mark.parametrize(
    ("number", "words"), [(25, "meget let at læse"), (26, "let at læse"), (55, "svær, som en rapport"), (56, "meget svær at læse")]
)
def test_lix_in_words(number: int, words: str) -> None:
    assert describe_lix(number).da == words


class TestFromTheCommandLine:
    def test_what_is_not_for_everyone_is_left_out_and_said(self, run: Runner, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("id: a\ntitel: A\nformål: Vi går tur.\nformidling: {offentlig: nej}\n", "utf-8")
        (tmp_path / "b.yaml").write_text("id: b\ntitel: B\nformål: Vi går tur.\n", "utf-8")
        done = run("render", "a.yaml", "b.yaml", "--variant", "borger", "-o", "ud")
        assert done.code == 0
        assert "a.yaml er ikke med" in done.err
        assert re.search(r"b\.yaml: lixtal \d+, meget let at læse", done.err)
        assert sorted(path.name for path in (tmp_path / "ud").iterdir()) == [".partnerskab-output", "b-borger.md"]
        assert run("render", "a.yaml", "--variant", "borger").code == 2

    def test_citizens_hear_only_of_other_agreements_they_may_see(self, run: Runner, tmp_path: Path) -> None:
        folder = tmp_path / "agreements"
        folder.mkdir()
        (folder / "a.yaml").write_text("id: a\ntitel: A\nformål: Tur.\nrelaterede: [b, c]\n", "utf-8")
        (folder / "b.yaml").write_text("id: b\ntitel: Bien\nformål: Tur.\n", "utf-8")
        (folder / "c.yaml").write_text("id: c\ntitel: Hemmeligt\nformål: Tur.\nformidling: {offentlig: nej}\n", "utf-8")
        out = run("render", "a", "--variant", "borger").out
        assert "Bien" in out
        assert "Hemmeligt" not in out
        assert "Hemmeligt (c)" in run("render", "a").out

    def test_a_file_for_them_all(self, run: Runner, tmp_path: Path) -> None:
        for name in "ab":
            (tmp_path / f"{name}.yaml").write_text(f"id: {name}\ntitel: {name.upper()}\nformål: Tur.\n", "utf-8")
        assert run("render", "a.yaml", "b.yaml", "--variant", "udvalg", "-o", "ud/sager.md").code == 0
        text = (tmp_path / "ud" / "sager.md").read_text("utf-8")
        assert text.startswith("<!-- partnerskab: sager -->\n\n# Sager til udvalget\n")
        assert "\n## 2. B\n" in text
        assert run("render", "a.yaml", "b.yaml", "--variant", "udvalg", "-o", "ud/sager.md", "--check").code == 0
