"""However an agreement is written, it is the same agreement."""

import os

import pytest
from layouts import rewritten
from telling import BASE, agreement, sheet

from partnerskab_cli.difference import AgreementChange, ChangeSignificance
from partnerskab_cli.history.diff import compare_agreements
from partnerskab_cli.history.signature import compute_content_fingerprint
from partnerskab_cli.history.versions import build_difference, match_versions

REWRITINGS = int(os.environ.get("PARTNERSKAB_MANY", "75"))
BATCH = 25


@pytest.mark.parametrize("start", range(0, REWRITINGS, BATCH))
def test_a_layout_changes_no_meaning_and_no_fingerprint(start: int) -> None:
    old = agreement(BASE)
    for seed in range(start, start + BATCH):
        text = rewritten(BASE, seed)
        new = agreement(text.removeprefix("\N{BYTE ORDER MARK}"))
        assert [change for change in compare_agreements(old, new) if change.weight is not ChangeSignificance.EDITORIAL] == [], seed
        assert compute_content_fingerprint(new) == compute_content_fingerprint(old), seed


def test_the_rewritings_are_really_different() -> None:
    assert len({rewritten(BASE, seed) for seed in range(20)}) == 20


def test_another_layout_is_said_to_be_none() -> None:
    texts = (BASE, BASE.replace(" # eksempel", ""))
    assert texts[0] != texts[1]
    (entry,) = build_difference("før", "nu", match_versions([sheet(texts[0])], [sheet(texts[1])]), "da").entries
    assert (entry.fate, entry.lines) == (AgreementChange.SAME, ())


def test_other_line_ends_are_not_even_a_layout() -> None:
    assert build_difference("før", "nu", match_versions([sheet(BASE)], [sheet(BASE.replace("\n", "\r\n"))]), "da").entries == ()
