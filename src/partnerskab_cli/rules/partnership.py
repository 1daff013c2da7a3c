"""Chapter PRT: the partnership, the relation and the principles behind it."""

from collections.abc import Iterator

from ..agreement.agreement import Agreement
from ..agreement.choices import Side
from ..agreement.finding import Finding, found
from ..diagnostics import Severity
from ..text import Text
from .rule import IN_FORCE, Rule

ERROR = Severity.ERROR
ENOUGH = 2


def alone(agreement: Agreement) -> Iterator[Finding]:
    """Fewer than two parties, or one side that is not there."""
    if "parties" in agreement.aside:
        return
    sides = {party.side for party in agreement.parties}
    if len(agreement.parties) < ENOUGH or not {Side.PUBLIC, Side.VOLUNTARY} <= sides:
        public, voluntary = (sum(party.side is side for party in agreement.parties) for side in (Side.PUBLIC, Side.VOLUNTARY))
        yield found(agreement, Agreement.parties, found=COUNTED.filled(public=public, voluntary=voluntary))


COUNTED = Text(da="{public} offentlig og {voluntary} frivillig", en="{public} public and {voluntary} voluntary")


PRT01 = Rule(
    "PRT01",
    ERROR,
    says=Text(
        da="En aftale har mindst én offentlig og én frivillig part; jeg finder {found}.",
        en="An agreement has at least one public and one voluntary party; I find {found}.",
    ),
    cure=Text(da="skriv den, der mangler, under `parter`", en="write the missing one under `parties`"),
    why=Text(
        da="Et samarbejde går mellem sektorer: en offentlig part og en forening, et netværk eller enkelte borgere.",
        en="A cooperation runs between sectors: a public party and an association, a network or single citizens.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde; S1 Nye visioner",
    bad="parter: {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent}}",
    good="parter:\n  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent}}\n"
    "  - {id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}",
    forms="MTSP",
    after=("STR02", "STR04"),
    sinks=True,
    check=alone,
)


def unsigned(agreement: Agreement) -> Iterator[Finding]:
    """Parties that have not signed."""
    if "signatures" in agreement.aside:
        return
    signed = {signature.party for signature in agreement.signatures}
    for party in agreement.parties:
        if party.id not in signed:
            yield found(agreement, Agreement.signatures, party=party.name)


PRT06 = Rule(
    "PRT06",
    ERROR,
    says=Text(da="{party} har ikke skrevet under.", en="{party} has not signed."),
    cure=Text(
        da="et partnerskab bekræftes med underskrift; brug `partnerskab sign`",
        en="a partnership is confirmed by signature; use `partnerskab sign`",
    ),
    why=Text(
        da="Et partnerskab bliver bindende, når alle parter bekræfter det med en underskrift.",
        en="A partnership becomes binding when all parties confirm it with a signature.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad="underskrifter: {part: kommunen, rolle: udvalgsformand, dato: 2026-01-10}",
    good="underskrifter: [{part: kommunen, rolle: udvalgsformand, dato: 2026-01-10}, {part: venner, rolle: formand, dato: 2026-01-10}]",
    forms="P",
    statuses=IN_FORCE,
    sinks=True,
    check=unsigned,
)

RULES = (PRT01, PRT06)
