"""Who has signed what the agreement says now: the one answer that rules, card, reports, papers and `verify` give."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from .agreement import Agreement
from .choices import Formality
from .parties import Party, Signature
from .summary import fold_case

DIGITS = 32
"""128 bits: nobody finds other content with the same ones."""
FEWEST_DIGITS = 12
"""So many find an agreement; a text with the same ones can be made on purpose, so they prove nothing."""
SIGNED_FORMS = frozenset({Formality.COOPERATION, Formality.PARTNERSHIP})
"""The forms that are signed on paper."""
ANYONE = ""
"""Stands for the role of a signatory where the party has no list of them."""


class Validity(Enum):
    """What a signature is worth for what the agreement says now."""

    HOLDS = "holds"
    UNBOUND = "unbound"
    """It has no fingerprint, as one on paper; nothing speaks against it."""
    CHANGED = "changed"
    """The content is another than the one that was signed."""
    CUT = "cut"
    """Its fingerprint begins like that of the content, but is not whole."""
    UNKNOWN = "unknown"
    """Its fingerprint cannot be compared: another method, or content that cannot be read."""
    TO_COME = "to_come"
    """It is dated after today."""


VALID = frozenset({Validity.HOLDS, Validity.UNBOUND})


def parse_method(fingerprint: str) -> int:
    """The method that a fingerprint was made with."""
    return int(fingerprint.partition(":")[0])


def count_digits(fingerprint: str) -> int:
    """How many digits a fingerprint has."""
    return len(fingerprint.partition(":")[2])


def has_prefix(whole: str, fingerprint: str) -> bool:
    """Whether content with the whole fingerprint is what a fingerprint, perhaps cut, was written to find. It proves nothing."""
    return whole.startswith(fingerprint) and count_digits(fingerprint) >= FEWEST_DIGITS


def compare_fingerprints(signed: str | None, now: str | None) -> Validity:
    """What a signature with one fingerprint is worth for content with the other; only all digits prove anything."""
    if signed is None:
        return Validity.UNBOUND
    if now is None or parse_method(signed) != parse_method(now):
        return Validity.UNKNOWN
    if signed == now and count_digits(signed) == DIGITS:
        return Validity.HOLDS
    return Validity.CUT if has_prefix(now, signed) else Validity.CHANGED


def determine_validity(signature: Signature, now: str | None, today: date | None = None) -> Validity:
    """What a signature is worth for content with that fingerprint; without a day, any date is taken."""
    if today and signature.date > today:
        return Validity.TO_COME
    return compare_fingerprints(signature.fingerprint, now)


class PartySigning(NamedTuple):
    """How far a party has come with its signatures."""

    party: Party
    signatures: tuple[Signature, ...]
    """Those that count."""
    missing: tuple[str, ...]
    """The roles that have still to sign; `ANYONE` where one signature is enough and there is none."""

    @property
    def is_signed(self) -> bool:
        """Whether all have signed who must."""
        return not self.missing

    def format_label(self, role: str) -> str:
        """The party, with the role where it is one of several that must sign."""
        return f"{self.party.name} ({role})" if role else str(self.party.name)

    @property
    def given(self) -> tuple[str, ...]:
        """Who has signed: the party, or those of its roles that have."""
        roles = tuple(role for role in list_signing_roles(self.party) if role not in self.missing)
        return (str(self.party.name),) if self.is_signed else tuple(self.format_label(role) for role in roles)

    @property
    def missing_names(self) -> tuple[str, ...]:
        """Who has still to sign, by party and role."""
        return tuple(self.format_label(role) for role in self.missing)


def find_signings(agreement: Agreement, now: str | None, today: date | None = None) -> tuple[PartySigning, ...]:
    """Who has signed what the agreement says now, party by party. `now` is the fingerprint of its content.

    A signature without a fingerprint counts, as one on paper does; one dated after today does not.
    """
    return list_party_signings(
        agreement, (signature for signature in agreement.signatures if determine_validity(signature, now, today) in VALID)
    )


def list_party_signings(agreement: Agreement, signatures: Iterable[Signature]) -> tuple[PartySigning, ...]:
    """How far each party has come by those signatures."""
    counted = tuple(signatures)
    return tuple(
        check_party_signing(party, tuple(signature for signature in counted if signature.party == party.id)) for party in agreement.parties
    )


def check_party_signing(party: Party, signatures: tuple[Signature, ...]) -> PartySigning:
    """How far one party has come."""
    return PartySigning(
        party, signatures, tuple(role for role in list_signing_roles(party) if not any(is_by(signature, role) for signature in signatures))
    )


def list_signing_roles(party: Party) -> tuple[str, ...]:
    """The roles that must sign for a party: each of its list; of a single text, or without a rule, anyone."""
    return tuple(dict.fromkeys(party.signing_rule)) if len(party.signing_rule) > 1 else (ANYONE,)


def is_by(signature: Signature, role: str) -> bool:
    """Whether a signature was given in a role."""
    return role == ANYONE or fold_case(signature.role or "") == fold_case(role)


def is_signed(signings: Iterable[PartySigning]) -> bool:
    """Whether there are parties, and all of them have signed."""
    every = tuple(signings)
    return bool(every) and all(signing.is_signed for signing in every)


def find_signed_day(agreement: Agreement) -> date | None:
    """The day of the last signature, once all have signed who must; whether it still covers the content is another question."""
    given = agreement.signatures
    return max((signature.date for signature in given), default=None) if is_signed(list_party_signings(agreement, given)) else None
