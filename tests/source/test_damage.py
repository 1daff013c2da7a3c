"""Text that an encoding damaged, or that holds letters nobody sees: noticed, undone where that is certain, and never part of what is compared."""

from datetime import date
from pathlib import Path

import pytest
from conftest import PROJECT, Runner
from hypothesis import example, given, strategies as st
from laying import clean, laid

from partnerskab_cli.check import CheckOptions
from partnerskab_cli.check.engine import check_bytes
from partnerskab_cli.check.fix import fix_bytes
from partnerskab_cli.create.column_mapping import fold_heading as folded_heading
from partnerskab_cli.help.topics import fold_topic as folded_topic
from partnerskab_cli.history.match import split_words
from partnerskab_cli.history.signature import (
    compute_content_fingerprint,
    compute_digest,
    extract_signed_content,
    normalize_blanks,
)
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.municipalities import find_municipality_code
from partnerskab_cli.model.summary import fold_case
from partnerskab_cli.portfolio.query import fold_name as plain_field
from partnerskab_cli.rules.phrases import is_exactly_one_of
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.damage import has_lost_letters, undo_damage
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import fold, make_danish_sort_key, slugify, strip_invisible
from partnerskab_cli.text.matching import find_nearest

SETTINGS = CheckOptions(read_profile("danmark")[0], CheckDates(date(2026, 3, 1)))
UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{LEFT-TO-RIGHT MARK}"
DANISH = st.text("abc æøåÆØÅéüöä »«–”’§°½", min_size=1)


def misread(text: str, encoding: str) -> str:
    """UTF-8 as a program shows it that takes it for another encoding; what Windows leaves undefined is kept by its number."""
    letters = (bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())
    return "".join(letters)


@given(DANISH, st.integers(1, 2))
@example("Besøgsvenner på Rømø – »hver 14. dag«", 2)
def test_what_windows_misread_once_or_twice_is_what_it_was(text: str, times: int) -> None:
    damaged = text
    for _ in range(times):
        damaged = misread(damaged, "cp1252")
    assert undo_damage(damaged) == text


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
@given(text=st.text("abc æøåÆØÅéüöä", min_size=1))
def test_what_a_mac_or_a_console_misread_is_what_it_was(encoding: str, text: str) -> None:
    assert undo_damage(misread(text, encoding)) == text


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Zs"), exclude_characters="ÃÂâ¬") | st.sampled_from("–—“”’…")))
@example("»PÅ« og “FÅ” på CAFÉ’S √2 ├── rækken, SÃO PAULO, ¬a")
def test_text_that_is_right_stays(text: str) -> None:
    assert undo_damage(text) == text


@pytest.mark.parametrize(
    ("text", "lost"),
    [("K\ufffdmmune", True), ("Bes?gsvennerne", True), ("K?BENHAVN", True), ("#REFERENCE!", True), ("I alt #VÆRDI! kr.", True), ("########", True),
     ("Hvad nu? Vi venter.", False), ("Hvad?Hvem", False), ("https://x.example/a?b=c", False), ("Se www.x.example/a?side", False), ("Hold #3", False),
     ("C#NET", False)],
)  # fmt: skip
def test_letters_that_are_gone_are_noticed_and_question_marks_are_left_alone(text: str, lost: bool) -> None:  # noqa: FBT001 - a table
    assert has_lost_letters(text) is lost


def findings(text: str | bytes) -> list[tuple[str, int]]:
    data = text if isinstance(text, bytes) else text.encode()
    _, report = check_bytes(data, "mundtlig.yaml", SETTINGS)
    return [(diagnostic.code, diagnostic.span.line) for diagnostic in report.diagnostics]


@pytest.mark.parametrize(
    "snippet",
    [
        "titel: BesÃ¸gsvenner i TÃ¸nder",
        "formål: NÃƒÂ¦rvÃƒÂ¦r for alle, der savner det.",
        "formål: N√¶rv√¶r for alle, der savner det.",
        "formål: Nærvær â€“ også for dem, der er alene derhjemmeâ€¦",
        "formÃ¥l: NÃ¦rvÃ¦r for alle, der savner det.",
    ],
)
def test_fix_undoes_what_is_certain_and_says_nothing_more(snippet: str) -> None:
    text = laid(snippet, "mundtlig")
    assert "STR15" in [code for code, _ in findings(text)]
    mended = fix_bytes(text.encode(), "mundtlig.yaml", SETTINGS).data.decode()
    assert mended == undo_damage(text)
    assert not {"STR15", "STR15b", "STR16"} & {code for code, _ in findings(mended)}


def test_a_file_that_windows_saved_becomes_utf_8_and_a_file_of_another_kind_is_left_alone() -> None:
    data = laid("formål: Nærvær på Rømø – også for dem, der er »alene«.", "mundtlig").encode("cp1252")
    assert [code for code, _ in findings(data)] == ["STR01d"]
    assert fix_bytes(data, "mundtlig.yaml", SETTINGS).data == data.decode("cp1252").encode()
    mixed = data.replace("Rømø".encode("cp1252"), "Rømø".encode())
    assert fix_bytes(mixed, "mundtlig.yaml", SETTINGS).data == data.decode("cp1252").encode()
    for encoding in ("cp865", "utf-16"):
        other = laid("formål: Nærvær på Rømø.", "mundtlig").encode(encoding)
        assert fix_bytes(other, "mundtlig.yaml", SETTINGS).data == other


def test_invisible_letters_are_one_piece_of_advice_and_fix_takes_them_out() -> None:
    text = laid(
        "formål: Nær\N{SOFT HYPHEN}vær for\N{ZERO WIDTH SPACE} alle.\nbrugerindflydelse: De vælger\N{WORD JOINER} selv.", "mundtlig"
    )
    assert [code for code, _ in findings(text)] == ["STR16"]
    assert fix_bytes(text.encode(), "mundtlig.yaml", SETTINGS).data.decode() == strip_invisible(text)


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "👩‍👧 og 👨‍🚒", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "שלום \N{RIGHT-TO-LEFT MARK}(a)", "❤️‍🔥"])
def test_what_a_script_or_a_picture_needs_is_a_letter(text: str) -> None:
    assert strip_invisible(text) == text


COMPARING = (fold, fold_case, slugify, folded_topic, folded_heading, plain_field, split_words, make_danish_sort_key, lambda text: is_exactly_one_of(text, ("nærvær i tønder",)),
             find_municipality_code, lambda text: find_nearest(text, ("nærvær i tønder", "nordby")))  # fmt: skip


@given(st.lists(st.sampled_from(UNSEEN), min_size=1, max_size=4), st.integers(0, 15))
def test_no_comparison_sees_what_nobody_sees(unseen: list[str], place: int) -> None:
    for text in ("Nærvær i Tønder", "Tønder"):
        with_unseen = text[:place] + "".join(unseen) + text[place:]
        for compare in COMPARING:
            assert compare(with_unseen) == compare(text)


def signed(purpose: str, print_: str | None = None) -> Agreement:
    bound = f", fingeraftryk: '{print_}'" if print_ else ""
    text = laid(f"formål: {purpose}\nunderskrifter: {{part: kommunen, rolle: leder, dato: 2026-01-02{bound}}}", "mundtlig")
    record = parse_text(text, "mundtlig.yaml", Agreement).record
    assert record
    return record


WITH, WITHOUT = "Nær\N{SOFT HYPHEN}vær for alle, der savner det.", "Nærvær for alle, der savner det."


def test_the_fingerprint_is_that_of_the_text_one_sees() -> None:
    assert (
        compute_content_fingerprint(signed(WITH))
        == compute_content_fingerprint(signed(WITHOUT))
        == compute_digest(extract_signed_content(signed(WITHOUT), fold=normalize_blanks))
    )


def test_a_signature_that_was_given_to_the_letters_nobody_sees_holds_and_fix_leaves_it() -> None:
    old = compute_digest(extract_signed_content(signed(WITH), fold=normalize_blanks))
    assert old != compute_content_fingerprint(signed(WITH))
    assert compute_content_fingerprint(signed(WITH, old)) == old
    text = laid(f"formål: {WITH}\nunderskrifter: {{part: kommunen, rolle: leder, dato: 2026-01-02, fingeraftryk: '{old}'}}", "mundtlig")
    assert "SIG01" not in [code for code, _ in findings(text)]
    assert fix_bytes(text.encode(), "mundtlig.yaml", SETTINGS).data.decode() == text


def test_a_list_is_imported_without_damage_and_says_what_was_lost(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_text("Forening;FormÃ¥l;Adresse\nBesÃ¸gs\N{SOFT HYPHEN}venner;Bes?g til alle;Torvet 1\n", "utf-8")
    result = run("hent", "liste.csv")
    (draft,) = (tmp_path / "agreements").glob("*.yaml")
    assert "navn: Besøgsvenner" in draft.read_text("utf-8")
    assert "formål: Bes?g" not in draft.read_text("utf-8").partition("x_listen")[0]
    assert "forkert tegnkodning" in result.err
    assert "gået tabt" in result.out


FOLDING_THEIR_OWN_WAY = {
    "text/localized.py": "the one folding function",
    "rules/jur_numbers.py": "looks for words beside a place, which must not move",
    "cli/complete.py": "compares beginnings, in which a blank counts",
    "render/xlsx.py": "asks what Excel takes for the same name of a sheet",
}


def test_nobody_compares_texts_in_another_way_than_the_rest() -> None:
    package = PROJECT / "src" / "partnerskab_cli"
    words = {path.relative_to(package).as_posix() for path in package.rglob("*.py") if "casefold(" in path.read_text("utf-8")}
    assert words == set(FOLDING_THEIR_OWN_WAY)


def test_clean_agreements_are_clean() -> None:
    assert findings(clean("mundtlig")) == []
