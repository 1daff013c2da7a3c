"""Who pays, and which grants go from the public side to the voluntary one."""

from collections.abc import Iterator

from .agreement import Agreement
from .choices import Side
from .money import Grant
from .parties import Party


def iter_payers(agreement: Agreement) -> Iterator[str]:
    """Who pays each grant, the first public party where nobody is named, and each line of the budget."""
    first = next((str(party.id) for party in agreement.all_parties if party.side is Side.PUBLIC), "")
    yield from (grant.giver or first for grant in agreement.grant)
    yield from (line.paid_by for line in agreement.budget if line.paid_by)


def list_public_grants(agreement: Agreement) -> tuple[Grant, ...]:
    """The grants that a public party gives a voluntary one, or somebody outside; Danish grant practice is about no others.

    Another currency between parties without a Danish number is a grant under other rules.
    """
    return tuple(grant for grant in agreement.grant if is_public_grant(agreement, grant))


def is_public_grant(agreement: Agreement, grant: Grant) -> bool:
    """Whether it goes from a public party to the voluntary side or to somebody outside, under Danish practice."""
    parties: dict[str, Party] = {party.id: party for party in agreement.parties}
    giver, recipient = (
        parties.get(named) if named else next((party for party in agreement.parties if party.side is side), None)
        for named, side in ((grant.giver, Side.PUBLIC), (grant.recipient, Side.VOLUNTARY))
    )
    danish = grant.currency == "DKK" or any(party and (party.cvr or party.gln or party.municipality_code) for party in (giver, recipient))
    sides = (giver.side if giver else None, recipient.side if recipient else Side.VOLUNTARY if grant.recipient else None)
    return danish and sides == (Side.PUBLIC, Side.VOLUNTARY)
