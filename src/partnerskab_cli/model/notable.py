"""What can be noted to have happened: meetings held, accounts and deliverables received, evaluations made, and papers on people."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..text.localized import Text, fold, transliterate
from .agreement import Agreement
from .amounts import Duration
from .deadlines import (
    STEPS,
    DutyKind,
    find_deliverable_gap,
    find_due_date,
    find_evaluation_gap,
    iter_deliverables,
    iter_grants,
    iter_meetings,
    make_series_key,
)

OCCASION = re.compile(r"[.][0-9]{4}(?:-[0-9]{1,2}){0,2}\Z")
"""What follows the key of a series in the key of one of its occasions."""


class Notable(NamedTuple):
    """Something that can be noted to have happened."""

    key: str
    """As in `deadlines` and in a calendar; of a series, without the occasion."""
    kind: DutyKind
    about: Text
    place: int = 0
    """Which of its kind in the file it is, the first being 0."""
    day: date | None = None
    """When it is due, where one day of it is named."""
    gap: Duration | None = None
    """The time to the next one, where it comes round."""
    noted: date | None = None
    """When it is noted to have happened, the last time."""

    @property
    def occasion(self) -> str:
        """The key of the occasion that is due."""
        return make_series_key(self.key, self.day, self.gap) if self.day else self.key

    @property
    def label(self) -> Text:
        """What it is, in a few words: its kind and its own words."""
        return Text(*(f"{kind}: {about}" if about else kind for kind, about in zip(self.kind.value.label, self.about, strict=True)))

    @property
    def is_open(self) -> bool:
        """Whether it is still to be noted; a meeting that is over and does not come round is not."""
        return not self.settled and (self.kind is not DutyKind.MEETING or bool(self.day or self.gap))

    @property
    def settled(self) -> bool:
        """Whether it has happened and does not come round."""
        return self.noted is not None and self.gap is None and self.kind in ONCE


COMING_ROUND = ("meeting", "evaluation", "deliverable", "declaration")
"""What may have occasions."""
ONCE = frozenset({DutyKind.ACCOUNTS, DutyKind.DELIVERABLE})
"""What happens once where nothing says how often."""


def iter_notables(agreement: Agreement) -> Iterator[Notable]:
    """Everything in an agreement that can be noted."""
    for place, (key, meeting) in enumerate(iter_meetings(agreement)):
        gap = meeting.frequency.gap if meeting.frequency else None
        yield Notable(key, DutyKind.MEETING, quote_verbatim(meeting.name), place, meeting.next, gap)
    if evaluation := agreement.evaluation:
        yield Notable(
            "evaluation",
            DutyKind.EVALUATION,
            quote_verbatim(evaluation.method),
            0,
            evaluation.next,
            find_evaluation_gap(evaluation),
            evaluation.last,
        )
    for place, (key, grant) in enumerate(iter_grants(agreement)):
        accounts = grant.accounts
        if "accounts" not in grant.aside:
            days = (accounts.deadline, None, accounts.received) if accounts else (None, None, None)
            yield Notable(key, DutyKind.ACCOUNTS, quote_verbatim(grant.purpose), place, *days)
    for place, (key, deliverable) in enumerate(iter_deliverables(agreement)):
        gap = find_deliverable_gap(deliverable)
        due = None if gap else find_due_date(agreement, deliverable)
        yield Notable(key, DutyKind.DELIVERABLE, quote_verbatim(deliverable.text), place, due, gap, deliverable.delivered)
    yield from iter_people_notables(agreement)


def iter_people_notables(agreement: Agreement) -> Iterator[Notable]:
    """The declaration on child certificates, and the next step to the municipality's insurance."""
    certificate, cover = agreement.child_certificate, agreement.insurance
    if certificate and certificate.required:
        yield Notable("declaration", DutyKind.DECLARATION, quote_verbatim(certificate.responsible), noted=certificate.declaration)
    step = next((name for name in STEPS if getattr(cover, name) is None), None) if cover and cover.municipal else None
    if step:
        yield Notable(f"insurance.{step}", DutyKind.INSURANCE, STEPS[step])


def find_notables(word: str, every: tuple[Notable, ...]) -> tuple[Notable, ...]:
    """What a word names: a key, the key of an occasion, either of them without its kind, or a kind of which there is only one."""
    typed = transliterate(fold(word))
    for known in (is_key, is_key_without_kind, is_kind):
        if notables := tuple(notable for notable in every if known(typed, notable)):
            return notables
    return ()


def is_key(typed: str, notable: Notable) -> bool:
    """Whether a word is the key of a thing, or of an occasion of it."""
    return typed == fold(notable.key) or is_occasion(typed, notable)


def is_key_without_kind(typed: str, notable: Notable) -> bool:
    """Whether a word is a key without its first part."""
    return is_key(f"{notable.key.partition('.')[0]}.{typed}", notable)


def is_kind(typed: str, notable: Notable) -> bool:
    """Whether a word is what such things are called in general: `regnskab`, `accounts`."""
    return typed in {transliterate(notable.kind.value.key), notable.kind.name.lower()}


def strip_occasion(key: str) -> str:
    """The key of a series, of the key of one of its occasions; a thing that comes once has no other."""
    return OCCASION.sub("", key) if key.startswith(COMING_ROUND) else key


def is_occasion(typed: str, notable: Notable) -> bool:
    """Whether a word is the key of an occasion of a series."""
    key = fold(notable.key)
    return typed.startswith(key) and bool(OCCASION.fullmatch(typed[len(key) :]))


def quote_verbatim(words: str | None) -> Text:
    """The agreement's own words in both languages."""
    return Text(words or "", words or "")
