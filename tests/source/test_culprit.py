"""A file that YAML cannot read: the place is the one where it went wrong, the letter is named, and what is sure is mended."""

from datetime import date

import pytest
import yaml
from hypothesis import given, strategies as st

from partnerskab_cli.check import CheckOptions
from partnerskab_cli.check.fix import fix_bytes
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.profile.shipped import NEUTRAL
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source import parser as document
from partnerskab_cli.source.parser import SourceFault
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import Text

SETTINGS = CheckOptions(read_profile(NEUTRAL)[0], CheckDates(date(2026, 3, 1)), select=("STR01",))


def fault(text: str) -> SourceFault:
    (fault,) = parse_text(text, "a.yaml", Agreement).faults
    assert fault.code == "STR01"
    return fault


def reason(fault: SourceFault) -> str:
    assert isinstance(fault.values["reason"], Text)
    assert fault.values["line"] == fault.span.line
    return fault.values["reason"].da


def fixed(text: str) -> str:
    return fix_bytes(text.encode(), "a.yaml", SETTINGS).data.decode()


MENDED = {
    "a hard blank after a colon": ("id: a\nbehov:\xa0 Mange\ntitel: b\n", 2, 7, "hårdt mellemrum U+00A0", "id: a\nbehov: Mange\ntitel: b\n"),
    "a hard blank after a hyphen": ("id: a\nområde:\n  - ældre\n  -\xa0unge\n", 4, 4, "hårdt mellemrum U+00A0", "id: a\nområde:\n  - ældre\n  - unge\n"),
    "a narrow hard blank": ("id:\u202fa\ntitel: b\n", 1, 4, "smalt hårdt mellemrum U+202F", "id: a\ntitel: b\n"),
    "a wide blank": ("id:\u3000a\ntitel: b\n", 1, 4, "usædvanligt mellemrum U+3000", "id: a\ntitel: b\n"),
    "an indentation of hard blanks": ("parter:\n\xa0 \xa0 - id: a\n    navn: b\n  - id: c\n", 2, 1, "hårdt mellemrum U+00A0", "parter:\n  - id: a\n    navn: b\n  - id: c\n"),
    "a tab": ("parter:\n  - id: a\n\tnavn: b\n    side: c\n", 3, 1, "tabulator U+0009", "parter:\n  - id: a\n    navn: b\n    side: c\n"),
    "tabs all the way": ("periode:\n\tstart: 2026-01-01\n\tslut: 2026-12-31\n", 2, 1, "tabulator U+0009", "periode:\n  start: 2026-01-01\n  slut: 2026-12-31\n"),
    "a form feed between words": ("id: a\ntitel: Kaffe\x0cte\n", 2, 13, "sideskift U+000C", "id: a\ntitel: Kaffe te\n"),
    "a form feed between pages": ("id: a\n\x0c\ntitel: b\n", 2, 1, "sideskift U+000C", "id: a\n\ntitel: b\n"),
    "a form feed before a field": ("id: a\n\x0ctitel: b\x0c\n", 2, 1, "sideskift U+000C", "id: a\ntitel: b\n"),
    "another control character": ("id: a\ntitel: b\x07\n", 2, 9, "styretegn U+0007", "id: a\ntitel: b\n"),
    "a colon without a blank": ("id: a\nformål:Flere mødes\ntitel: b\n", 2, 7, "der mangler et mellemrum", "id: a\nformål: Flere mødes\ntitel: b\n"),
    "the same in a section": ("periode:\n  løbende: ja\n  start:2026-01-01\nid: a\n", 3, 8, "der mangler et mellemrum", "periode:\n  løbende: ja\n  start: 2026-01-01\nid: a\n"),
    "the same before quotation marks": ("id: a\ntitel:'b'\nformål: c\n", 2, 6, "der mangler et mellemrum", "id: a\ntitel: 'b'\nformål: c\n"),
    "the second line of a text": ("formål: Et sted\nhvor vi mødes\nid: a\n", 2, 1, "linjen hører til teksten ovenfor", "formål: Et sted\n  hvor vi mødes\nid: a\n"),
    "the last line of a text": ("id: a\nformål: Et sted\nhvor vi mødes\n", 3, 1, "linjen hører til teksten ovenfor", "id: a\nformål: Et sted\n  hvor vi mødes\n"),
    "two lines of a text": ("formål: Et sted\nhvor vi mødes\nog spiser sammen\nid: a\n", 2, 1, "linjen hører til teksten ovenfor", "formål: Et sted\n  hvor vi mødes\n  og spiser sammen\nid: a\n"),
}  # fmt: skip

NAMED = {
    "a text cut off before its second line": ("formål: Hold #3\n  skal spille\nid: a\n", 1, 14, "teksten stopper ved »#3«"),
    "a text cut off by a line of its own": ("formål: Et sted for\n  # 3 hold\n  og deres venner\nid: a\n", 2, 3, "teksten stopper ved »# 3 hold«"),
    "a text cut off before a line too far out": ("formål: Hold #3\nskal spille\nid: a\n", 1, 14, "teksten stopper ved »#3«"),
    "a text in brackets cut off": ("ophør: {afvikling: Vi ringer til #alle}\nid: a\n", 1, 34, "teksten stopper ved »#alle}«"),
    "a list in brackets cut off": ("område:\n  [ældre, # de ældste\n   hold #3, unge]\nid: a\n", 3, 9, "teksten stopper ved »#3, unge]«"),
    "a colon in brackets": ("ophør: {afvikling: Vi gør det: ringer}\nid: a\n", 1, 30, "en parentes er ikke lukket, der mangler et komma, eller en tekst i parentesen"),
    "a lone word": ("id: a\ntitel\nformål: b\n", 2, 1, "der mangler et kolon"),
    "more than": ("titel: > 20 deltagere\nid: a\n", 1, 10, "| eller > i begyndelsen"),
    "a pipe": ("titel: | Kaffe | Te\nid: a\n", 1, 10, "| eller > i begyndelsen"),
}  # fmt: skip


@pytest.mark.parametrize("loader", [document.Loader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "line", "column", "words", "after"), MENDED.values(), ids=MENDED)
def test_what_is_sure_is_mended(  # noqa: PLR0913, PLR0917 - columns of the table
    monkeypatch: pytest.MonkeyPatch, loader: object, text: str, line: int, column: int, words: str, after: str
) -> None:
    monkeypatch.setattr(document, "Loader", loader)
    result = fault(text)
    assert words in reason(result)
    assert (result.span.line, result.span.column) == (line, column)
    assert fixed(text) == after
    assert parse_text(after, "a.yaml", Agreement).root is not None


@pytest.mark.parametrize("loader", [document.Loader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "line", "column", "words"), NAMED.values(), ids=NAMED)
def test_what_is_not_sure_is_named_at_its_place(  # noqa: PLR0913, PLR0917 - columns of the table
    monkeypatch: pytest.MonkeyPatch, loader: object, text: str, line: int, column: int, words: str
) -> None:
    monkeypatch.setattr(document, "Loader", loader)
    result = fault(text)
    assert reason(result).startswith(words)
    assert (result.span.line, result.span.column) == (line, column)
    assert fixed(text) == text


def test_blanks_that_nobody_looks_for_stay() -> None:
    text = "id: a\nformål: 25.000\xa0kr.\ttil alle\nbehov: |\n  \xa0Kaffe\n"
    assert parse_text(text, "a.yaml", Agreement).root is not None
    assert fixed(text) == text
    broken = text + "titel: 'b\n"
    assert fixed(broken) == broken


ODD = st.sampled_from("\t\xa0\u202f\u2009\u3000")


@given(ODD, st.sampled_from(("id:{} a\ntitel: b\n", "område:\n  - ældre\n  -{}unge\n", "periode:\n{}start: 2026-01-01\n  løbende: ja\n")))
def test_whatever_blank_it_is_the_file_says_what_it_says_with_an_ordinary_one(odd: str, form: str) -> None:
    wanted = parse_text(form.format("  " if form.startswith("periode") else " "), "a.yaml", Agreement).record
    assert parse_text(fixed(form.format(odd)), "a.yaml", Agreement).record == wanted
