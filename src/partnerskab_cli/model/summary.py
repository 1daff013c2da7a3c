"""What of an agreement matters beside the others: a thin row, so that a whole record fits in memory."""

from collections.abc import Container
from datetime import date
from functools import cache
from typing import NamedTuple, TypeVar

from ..text.localized import fold
from .agreement import Agreement
from .choices import LegalBasis, Status
from .grants import allocate_grant_by_year
from .parties import Party

T = TypeVar("T")


class ContactRole(NamedTuple):
    """A role that carries the contact of a party alone, without a deputy."""

    party: str
    role: str


class AgreementSummary(NamedTuple):
    """An agreement as the record sees it."""

    path: str
    id: str
    status: Status
    likeness: int | None
    """What it is about between whom, as a number to compare by; nothing where one of the two is missing."""
    carriers: tuple[ContactRole, ...]
    places: tuple[str, ...]
    goals: tuple[int, ...]
    actions: tuple[int, ...]
    end: date | None
    section_18: tuple[tuple[int, int], ...]
    """Year and hundredths of kroner, of grants under serviceloven § 18 in the years for which there is a frame."""
    replaces: tuple[str, ...]
    framework: str | None
    related: tuple[str, ...]

    @property
    def in_force(self) -> bool:
        """Whether it is called active, renegotiated or not."""
        return self.status is Status.ACTIVE or self.status is Status.RENEGOTIATION

    @property
    def refers(self) -> bool:
        """Whether it names other agreements."""
        return bool(self.replaces or self.framework or self.related)


def summarize_agreement(agreement: Agreement, path: str, year: int, framed: Container[int] = ()) -> AgreementSummary:
    """The row of an agreement in the file of that path.

    Money without an end is counted to the end of `year`; of the years only those that are `framed` matter.
    """
    policy, period = agreement.policy, agreement.period
    return AgreementSummary(
        path=path,
        id=agreement.id or "",
        status=agreement.status,
        likeness=make_duplicate_key(agreement),
        carriers=tuple(carrier for party in agreement.parties if (carrier := find_sole_contact(party))),
        places=intern_value(tuple([fold_case(place) for place in agreement.geography])),
        goals=policy.goals if policy else (),
        actions=policy.actions if policy else (),
        end=intern_value(period.end if period else None),
        section_18=tuple(sorted(item for item in sum_section_18_grants(agreement, year).items() if item[0] in framed)) if framed else (),
        replaces=agreement.replaces,
        framework=agreement.framework,
        related=agreement.related,
    )


@cache
def intern_value(value: T) -> T:
    """The same value, held once however many rows share it."""
    return value


def make_duplicate_key(agreement: Agreement) -> int | None:
    """The parties and the purpose as a number; different ones are as good as never the same."""
    parties, purpose = sorted({fold_case(party.name) for party in agreement.parties}), fold_case(agreement.purpose or "")
    if not (parties and purpose):
        return None
    from zlib import adler32, crc32  # noqa: PLC0415 - a single file is beside no other

    text = "\n".join((*parties, purpose)).encode("utf-8", "replace")
    return crc32(text) << 32 | adler32(text)


def fold_case(text: str) -> str:
    """Text without letter case and edges, to compare by."""
    return fold(text).strip(" .!")


def find_sole_contact(party: Party) -> ContactRole | None:
    """The one contact of a party, where nobody stands in."""
    (contact, *others) = party.contacts or (None,)
    return ContactRole(party.name, contact.role) if contact and not others and not contact.deputy else None


def sum_section_18_grants(agreement: Agreement, year: int) -> dict[int, int]:
    """What the grants under § 18 come to, year by year."""
    sums: dict[int, int] = {}
    for grant in agreement.grant:
        if grant.legal_basis is LegalBasis.SOCIAL_SERVICES_18 and grant.currency == "DKK":
            for number, cents in (allocate_grant_by_year(agreement, grant, year) or {}).items():
                sums[number] = sums.get(number, 0) + cents
    return sums
