"""Agreements that look alike, end at once, or together cost more than there is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.amounts import Money
from ..model.record import Finding, field_path, make_finding
from ..model.summary import AgreementSummary
from ..profile.profile import Profile
from ..text.localized import MONTHS, Text
from .required_fields import A_GRANT
from .rule import IN_FORCE, CheckDates, PortfolioFinding, Rule, Scope

WARNING, ADVICE = Severity.WARNING, Severity.ADVICE
PURPOSE, PERIOD = field_path(Agreement.purpose, Agreement.period)


def alike(rows: Sequence[AgreementSummary], _: Profile, __: CheckDates) -> Iterator[PortfolioFinding]:
    """Agreements in force with the same parties and the same purpose, unless one says that it replaces the other."""
    first: dict[int, AgreementSummary] = {}
    for row in rows:
        if not row.in_force or row.likeness is None:
            continue
        other = first.setdefault(row.likeness, row)
        if other is not row and other.id not in row.replaces and row.id not in other.replaces:
            yield PortfolioFinding(row, PURPOSE, None, {"id": row.id, "other_id": other.id})


POR05 = Rule(
    "POR05",
    WARNING,
    says=Text(da="{id} og {other_id} ligner hinanden.", en="{id} and {other_id} are alike."),
    cure=Text(
        da="skal den ene erstatte den anden? Så skriv det under `erstatter`",
        en="shall one replace the other? Then write it under `replaces`",
    ),
    why=Text(
        da="To aftaler om det samme mellem de samme giver to varsler, to regnskaber og to sandheder.",
        en="Two agreements on the same between the same give two notices, two accounts and two truths.",
    ),
    source="practice",
    bad="# kaffe.yaml\nformål: Et kor for alle, der gerne vil synge.\n---\n# musik.yaml\nformål: Et kor for alle, der gerne vil synge.",
    good="# kaffe.yaml\nformål: Et sted at drikke kaffe.\n---\n# musik.yaml\nformål: Et kor for alle, der gerne vil synge.",
    statuses=IN_FORCE,
    scope=Scope.PORTFOLIO,
    check_all=alike,
)


def crowded_months(rows: Sequence[AgreementSummary], profile: Profile, moment: CheckDates) -> Iterator[PortfolioFinding]:
    """Months still to come in which more agreements end than the profile allows."""
    ending: dict[tuple[int, int], list[AgreementSummary]] = defaultdict(list)
    for row in rows:
        if row.in_force and row.end and row.end >= moment.today:
            ending[row.end.year, row.end.month].append(row)
    for month, theirs in sorted(ending.items()):
        if len(theirs) > profile.limits.ends_per_month:
            yield PortfolioFinding(theirs[-1], PERIOD, None, {"count": len(theirs), "month": format_month(*month)})


def format_month(year: int, month: int) -> Text:
    """`december 2026`."""
    return Text(*(f"{name} {year}" for name in MONTHS[month - 1]))


POR06 = Rule(
    "POR06",
    ADVICE,
    says=Text(da="{count} aftaler udløber i {month}.", en="{count} agreements end in {month}."),
    cure=Text(
        da="spred genforhandlingerne, fx ved at forlænge nogle af dem et halvt år",
        en="spread the renegotiations, for instance by extending some of them by six months",
    ),
    why=Text(
        da="En god genforhandling tager tid hos de samme mennesker; mange på én gang bliver til underskrifter uden samtale.",
        en="A good renegotiation takes the time of the same people; many at once become signatures without a talk.",
    ),
    source="practice",
    bad="# partnerskab.yaml\ntærskler: {udløb_pr_måned: 1}\n---\n"
    "# kaffe.yaml\nformål: Et sted at drikke kaffe.\nperiode: {start: 2026-01-01, slut: 2026-12-31}\n---\n"
    "# musik.yaml\nformål: Et kor for alle, der gerne vil synge.\nperiode: {start: 2026-01-01, slut: 2026-12-15}",
    good="# partnerskab.yaml\ntærskler: {udløb_pr_måned: 1}\n---\n"
    "# kaffe.yaml\nformål: Et sted at drikke kaffe.\nperiode: {start: 2026-01-01, slut: 2026-12-31}\n---\n"
    "# musik.yaml\nformål: Et kor for alle, der gerne vil synge.\nperiode: {start: 2026-01-01, slut: 2027-06-30}",
    statuses=IN_FORCE,
    scope=Scope.PORTFOLIO,
    check_all=crowded_months,
)


def overspent(rows: Sequence[AgreementSummary], profile: Profile, _: CheckDates) -> Iterator[Finding]:
    """Years whose grants under § 18 come to more than the profile's frame."""
    frame = profile.frame_18 or {}
    sums: dict[int, int] = defaultdict(int)
    for row in rows:
        for year, cents in row.section_18 if row.in_force else ():
            sums[year] += cents
    for year, money in frame.items():
        if sums[year] > money.cents:
            yield make_finding(profile, Profile.frame_18, int(year), year=year, sum=Money(sums[year]), frame=money)


POR07 = Rule(
    "POR07",
    ADVICE,
    says=Text(
        da="Tilskuddene efter § 18 er {sum} i {year}, og rammen på {frame} er brugt op.",
        en="The section 18 grants are {sum} in {year}, and the frame of {frame} is used up.",
    ),
    cure=Text(da="tjek beløbene eller rammen", en="check the amounts or the frame"),
    why=Text(
        da="Kommunalbestyrelsen sætter hvert år et beløb af; her ses, om aftalerne lover mere væk.",
        en="The council sets an amount aside each year; here one sees whether the agreements promise more.",
    ),
    source="S2 Lovgrundlag",
    bad=f"# partnerskab.yaml\nramme_18: {{2026: 20000}}\n---\n# kaffe.yaml\n{A_GRANT}",
    good=f"# partnerskab.yaml\nramme_18: {{2026: 30000}}\n---\n# kaffe.yaml\n{A_GRANT}",
    statuses=IN_FORCE,
    scope=Scope.PORTFOLIO,
    check_all=overspent,
)

RULES = (POR05, POR06, POR07)
