"""What no agreement reaches, and who carries many of them alone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.record import Finding, field_path, make_finding
from ..model.summary import AgreementSummary, ContactRole, fold_case
from ..profile.policy import PolicyAction, PolicyGoal
from ..profile.profile import Profile
from ..text.localized import Text
from .rule import IN_FORCE, CheckDates, PortfolioFinding, Rule, Scope

ADVICE = Severity.ADVICE
GOAL = Text(da="mål", en="goal")
ACTION = Text(da="handling", en="action")


def unsupported(rows: Sequence[AgreementSummary], profile: Profile, _: CheckDates) -> Iterator[Finding]:
    """Goals and actions of the policy that no agreement in force supports; before the first one there is nothing to count."""
    active = [row for row in rows if row.in_force]
    if not profile.policy or not active:
        return
    goals, actions = {number for row in active for number in row.goals}, {number for row in active for number in row.actions}
    for goal in profile.policy.goals:
        if goal.number not in goals:
            yield make_finding(goal, PolicyGoal.number, kind=GOAL, number=goal.number, text=goal.words)
    for action in profile.policy.actions:
        if action.number not in actions:
            yield make_finding(action, PolicyAction.number, kind=ACTION, number=action.number, text=action.words)


POR01 = Rule(
    "POR01",
    ADVICE,
    says=Text(da="Ingen aktive aftaler støtter {kind} {number}: {text}.", en="No active agreement supports {kind} {number}: {text}."),
    cure=Text(
        da="tag det med på dialogmødet; måske støtter en aftale det allerede, så skriv det under `politik`",
        en="bring it to the dialogue meeting; perhaps an agreement supports it already, then write it under `policy`",
    ),
    why=Text(
        da="Politikken bliver først til noget, når nogen arbejder for den; her ses hullerne, før den skal revideres.",
        en="The policy comes to something only when somebody works for it; here the holes show before it is revised.",
    ),
    source="S2 Målsætninger; S2 Handlinger",
    bad="# partnerskab.yaml\npolitik: {mål: {nummer: 1, tekst: Støtte netværk mellem foreningerne}}\n---\n# kaffe.yaml\npolitik:",
    good="# partnerskab.yaml\npolitik: {mål: {nummer: 1, tekst: Støtte netværk mellem foreningerne}}\n---\n# kaffe.yaml\npolitik: {mål: [1]}",
    statuses=IN_FORCE,
    scope=Scope.PORTFOLIO,
    check_all=unsupported,
)

EVERYWHERE = frozenset({"hele kommunen", "the whole municipality"})


def uncovered(rows: Sequence[AgreementSummary], profile: Profile, _: CheckDates) -> Iterator[Finding]:
    """Places that no agreement in force reaches; before the first one there is nothing to count."""
    active = [row for row in rows if row.in_force]
    reached = {place for row in active for place in row.places}
    if not active or reached & (EVERYWHERE | {fold_case(profile.municipality or "")}):
        return
    for position, place in enumerate(profile.places):
        if fold_case(place) not in reached:
            yield make_finding(profile, Profile.places, position, place=place)


POR02 = Rule(
    "POR02",
    ADVICE,
    says=Text(da="{place} er ikke dækket af nogen aktiv aftale.", en="{place} is not covered by any active agreement."),
    cure=Text(
        da="kender I nogen, der kunne tænke sig at begynde? Gælder en aftale også dér, så skriv stedet under `geografi`",
        en="do you know someone who might like to begin? If an agreement reaches there too, write the place under `geography`",
    ),
    why=Text(
        da="Indsatserne skal nå hele kommunen, til gavn for alle borgere.",
        en="The efforts should reach the whole municipality, for the good of all citizens.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="# partnerskab.yaml\nsteder: [Løgumkloster, Højer]\n---\n# kaffe.yaml\ngeografi: Løgumkloster",
    good="# partnerskab.yaml\nsteder: [Løgumkloster, Højer]\n---\n# kaffe.yaml\ngeografi: [Løgumkloster, Højer]",
    statuses=IN_FORCE,
    scope=Scope.PORTFOLIO,
    check_all=uncovered,
)


def overburdened(rows: Sequence[AgreementSummary], profile: Profile, _: CheckDates) -> Iterator[PortfolioFinding]:
    """Contacts that carry more agreements than the profile allows, with nobody to step in."""
    carried: dict[ContactRole, list[AgreementSummary]] = defaultdict(list)
    for row in rows:
        for carrier in row.carriers if row.in_force else ():
            carried[carrier._replace(party=fold_case(carrier.party), role=fold_case(carrier.role))].append(row)
    (parties,) = field_path(Agreement.parties)
    for carrier, theirs in carried.items():
        if len(theirs) > profile.limits.agreements_per_contact:
            first = next(
                role for role in theirs[-1].carriers if fold_case(role.role) == carrier.role and fold_case(role.party) == carrier.party
            )
            yield PortfolioFinding(theirs[-1], parties, None, {"role": first.role, "party": first.party, "count": len(theirs)})


POR03 = Rule(
    "POR03",
    ADVICE,
    says=Text(
        da="Rollen {role} hos {party} bærer {count} aftaler alene.",
        en="The role {role} at {party} carries {count} agreements alone.",
    ),
    cure=Text(da="find en `stedfortræder`", en="find a `deputy`"),
    why=Text(
        da="Relationen er partnerskabets styrke og svaghed: den hænger på enkelte mennesker, som kan blive syge og skifte job.",
        en="The relation is the strength and the weakness of a partnership: it hangs on single people who may fall ill and change jobs.",
    ),
    source="S1 Tøndermodellen",
    bad="# partnerskab.yaml\ntærskler: {aftaler_pr_kontakt: 1}\n---\n"
    "# kaffe.yaml\nparter:\n  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent}}\n"
    "  - {id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}\n---\n"
    "# musik.yaml\nparter:\n  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent}}\n"
    "  - {id: sangere, navn: Sangvennerne, side: frivillig, form: netværk, kontakt: {rolle: korleder}}",
    good="# partnerskab.yaml\ntærskler: {aftaler_pr_kontakt: 1}\n---\n"
    "# kaffe.yaml\nparter:\n  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent}}\n"
    "  - {id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}\n---\n"
    "# musik.yaml\nparter:\n  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent, stedfortræder: områdeleder}}\n"
    "  - {id: sangere, navn: Sangvennerne, side: frivillig, form: netværk, kontakt: {rolle: korleder}}",
    statuses=IN_FORCE,
    scope=Scope.PORTFOLIO,
    check_all=overburdened,
)

RULES = (POR01, POR02, POR03)
