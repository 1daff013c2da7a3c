"""Whether the parties are equals: in notice, in leaving, and in duties. The rules count fields, not words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import Side
from ..model.deadlines import iter_notice_periods
from ..model.payers import iter_payers
from ..model.record import Finding, make_finding
from ..model.summary import fold_case
from ..model.time import Termination
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import SIDES
from .rule import Rule

WARNING = Severity.WARNING
ANY_DAY = date(2026, 1, 1)
"""To compare `3 måneder` with `90 dage`."""


def unequal_notice(agreement: Agreement) -> Iterator[Finding]:
    """Parties that must give notice of different lengths."""
    lengths = {
        notice.add_to(ANY_DAY): (notice, tuple(agreement.find_party_name(giver) for giver in givers))
        for notice, givers in iter_notice_periods(agreement)
    }
    if agreement.termination and len(lengths) > 1:
        (notice, party), (other_notice, other), *_ = lengths.values()
        where = Termination.notice_per_party
        yield make_finding(agreement.termination, where, party=party, notice=notice, other_party=other, other_notice=other_notice)


PRT03 = Rule(
    "PRT03",
    WARNING,
    says=Text(
        da="{party} har et varsel på {notice}, og {other_party} et på {other_notice}.",
        en="{party} has a notice of {notice}, and {other_party} one of {other_notice}.",
    ),
    cure=Text(
        da="er det meningen i et ligeværdigt samarbejde? Ellers skriv ét `varsel` for begge",
        en="is that what you mean between equals? Otherwise write one `notice` for both",
    ),
    why=Text(
        da="Samarbejdet skal blive ved med at være ligeværdigt, også når det skal slutte.",
        en="The cooperation should stay equal, also when it is to end.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="ophør: {varsel_pr_part: [{part: kommunen, varsel: 1 måned}, {part: venner, varsel: 6 måneder}], afvikling: Vi går turene færdig.}",
    good="ophør: {varsel: 3 måneder, afvikling: Vi går turene færdig.}",
    forms="SP",
    after=("TJK10",),
    check=unequal_notice,
)


def locked_in(agreement: Agreement) -> Iterator[Finding]:
    """Parties that may not end the agreement while others may."""
    termination = agreement.termination
    leaving = [party for party in agreement.parties if termination and party.id in termination.by]
    staying = [party for party in agreement.parties if party not in leaving]
    if termination and leaving and staying:
        party, other = (tuple(party.name for party in parties) for parties in (leaving, staying))
        yield make_finding(termination, Termination.by, party=party, other_party=other)


PRT04 = Rule(
    "PRT04",
    WARNING,
    says=Text(da="Kun {party} kan sige aftalen op.", en="Only {party} may end the agreement."),
    cure=Text(da="hvordan kan {other_party} komme ud af den?", en="how can {other_party} leave it?"),
    why=Text(
        da="Et partnerskab er frivilligt: I er med, fordi I vil, og kan begge sige fra.",
        en="A partnership is voluntary: you take part because you want to, and both can leave.",
    ),
    source="S1 De fem centrale holdepunkter; S3 Forskellige slags aftaler om samarbejde",
    bad="ophør: {varsel: 3 måneder, af: [kommunen], afvikling: Vi går turene færdig.}",
    good="ophør: {varsel: 3 måneder, af: [kommunen, venner], afvikling: Vi går turene færdig.}",
    forms="SP",
    after=("TJK10",),
    check=locked_in,
)


def lopsided(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """One side with many times the duties of the other; a side without any is another matter (TJK08b)."""
    names = map_sides(agreement)
    work = Counter(name for name, _ in dict.fromkeys(iter_duties(agreement, names)))
    paid = Counter(names[payer] for payer in {*iter_payers(agreement)} if payer in names)
    more, count = work.most_common(1)[0] if work else (None, 0)
    others = [(work[name] + paid[name], name) for name in {**work, **paid} if name != more]
    other_count, fewer = min(others, key=lambda item: item[0], default=(0, None))
    if other_count and count * 100 >= profile.limits.imbalance.hundredths * other_count:
        yield make_finding(agreement, Agreement.contributions, party=more, count=count, other_party=fewer, other_count=other_count)


def iter_duties(agreement: Agreement, names: Mapping[str, Text | str]) -> Iterator[tuple[Text | str, object]]:
    """Who has each duty, and what tells it from the others: the same words of the same side are one duty.

    What a party pays answers the duties of the other, but is none itself.
    """
    for place, contribution in enumerate(agreement.contributions):
        if contribution.party in names:
            yield names[contribution.party], fold_case(contribution.text) if contribution.text else place
    for deliverable in agreement.deliverables:
        if deliverable.party in names:
            yield names[deliverable.party], fold_case(deliverable.text)


def map_sides(agreement: Agreement) -> Mapping[str, Text | str]:
    """What each party is compared as, by its id: as its side where both are there, else as itself."""
    sides: dict[str, Side] = {party.id: party.side for party in agreement.all_parties}
    if SIDES.keys() <= set(sides.values()):
        return {party: SIDES[side] for party, side in sides.items() if side in SIDES}
    return {party.id: party.name or party.id for party in agreement.all_parties}


PRT04B = Rule(
    "PRT04b",
    WARNING,
    says=Text(
        da="Pligterne er skævt fordelt: {party} har {count}, {other_party} har {other_count}.",
        en="The duties are unevenly shared: {party} {count}, {other_party} {other_count}.",
    ),
    cure=Text(
        da="se dem igennem sammen; måske mangler der noget, som ingen fik skrevet",
        en="go through them together; perhaps something is missing that nobody wrote down",
    ),
    why=Text(
        da="En forening, der har de fleste pligter, bliver leverandør.",
        en="An association with most of the duties becomes a supplier.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="bidrag:\n  - {part: kommunen, art: lokaler}\n  - {part: venner, art: timer}\n  - {part: venner, art: netværk}\n  - {part: venner, art: transport}",
    good="bidrag:\n  - {part: kommunen, art: lokaler}\n  - {part: kommunen, art: kurser}\n  - {part: venner, art: timer}\n  - {part: venner, art: netværk}",
    forms="SP",
    after=("TJK08", "TJK08b"),
    check_by=lopsided,
)

RULES = (PRT03, PRT04, PRT04B)
