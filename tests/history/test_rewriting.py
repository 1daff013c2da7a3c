"""However an agreement is written, it is the same agreement."""

import os

import pytest
from layouts import rewritten
from telling import BASE, agreement, sheet

from partnerskab_cli.difference import Fate, Weight
from partnerskab_cli.history.compare import compare
from partnerskab_cli.history.signature import fingerprint
from partnerskab_cli.history.versions import difference, pairs

REWRITINGS = int(os.environ.get("PARTNERSKAB_MANY", "75"))
BATCH = 25


@pytest.mark.parametrize("start", range(0, REWRITINGS, BATCH))
def test_a_layout_changes_no_meaning_and_no_fingerprint(start: int) -> None:
    old = agreement(BASE)
    for seed in range(start, start + BATCH):
        text = rewritten(BASE, seed)
        new = agreement(text.removeprefix("\N{BYTE ORDER MARK}"))
        assert [change for change in compare(old, new) if change.weight is not Weight.EDITORIAL] == [], seed
        assert fingerprint(new) == fingerprint(old), seed


def test_the_rewritings_are_really_different() -> None:
    assert len({rewritten(BASE, seed) for seed in range(20)}) == 20


def test_another_layout_is_said_to_be_none() -> None:
    texts = (BASE, BASE.replace(" # eksempel", ""))
    assert texts[0] != texts[1]
    (entry,) = difference("før", "nu", pairs([sheet(texts[0])], [sheet(texts[1])]), "da").entries
    assert (entry.fate, entry.lines) == (Fate.SAME, ())


def test_other_line_ends_are_not_even_a_layout() -> None:
    assert difference("før", "nu", pairs([sheet(BASE)], [sheet(BASE.replace("\n", "\r\n"))]), "da").entries == ()
