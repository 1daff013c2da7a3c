"""Chapter HIS: what an agreement has been. It is asked only where git was, in `verify` and `check --since`."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import Status
from ..model.history import AgreementHistory, Predecessor
from ..model.record import Finding, make_finding
from ..model.time import Period
from ..text.localized import Text
from .rule import ALWAYS, IN_FORCE, FileContext, Rule, Scope

ERROR, WARNING = Severity.ERROR, Severity.WARNING
IDEA, DRAFT, ACTIVE, RENEGOTIATION, ENDED = Status
MOVES = frozenset({(IDEA, DRAFT), (DRAFT, ACTIVE), (ACTIVE, RENEGOTIATION), (RENEGOTIATION, ACTIVE)})
"""The moves of an agreement's life, besides staying and ending."""

OVER = Text(
    da="behold ophørt; en ny aftale får sit eget id og `erstatter`", en="keep it ended; a new agreement gets its own id and `replaces`"
)
TALK = Text(da="sæt den til genforhandling, mens I taler om den", en="set it to renegotiation while you talk about it")
FIRST = Text(da="sæt den til udkast først, så begge parter kan læse den", en="set it to draft first, so that both parties can read it")
BEGIN = Text(da="sæt den til aktiv; kun en aktiv aftale kan genforhandles", en="set it to active; only an active agreement is renegotiated")


def forbidden_move(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """A status that cannot follow the last one that could stand. A move that was taken back is forgotten."""
    lawful, *later = (*facts.past.statuses, agreement.status) if facts.past else (agreement.status,)
    for status in later:
        lawful = status if is_allowed_transition(lawful, status) else lawful
    if lawful is not agreement.status:
        cure = suggest_transition(lawful)
        yield make_finding(agreement, Agreement.status, before=quote_status(lawful), after=quote_status(agreement.status), cure=cure)


def quote_status(status: Status) -> Text:
    """A status as it is written."""
    return Text(da=status.get_key("da"), en=status.get_key("en"))


def is_allowed_transition(before: Status, after: Status) -> bool:
    """Whether an agreement may go from one status to another."""
    return before is after or (before, after) in MOVES or (after is ENDED and before is not ENDED)


def suggest_transition(before: Status) -> Text:
    """What to do instead."""
    if before is ENDED:
        return OVER
    if before in IN_FORCE:
        return TALK
    return FIRST if before is IDEA else BEGIN


HIS01 = Rule(
    "HIS01",
    ERROR,
    says=Text(da="Aftalen gik fra {before} til {after}.", en="The agreement went from {before} to {after}."),
    cure=Text(da="{cure}", en="{cure}"),
    why=Text(
        da="En aftale går fra idé over udkast til aktiv, kan genforhandles og er slut, når den er ophørt. Så ved alle, hvad der gælder.",
        en="An agreement goes from idea by draft to active, can be renegotiated, and is over when it has ended. So everyone knows what holds.",
    ),
    source="S3 Kom godt i gang",
    bad="# før\nstatus: idé\n---\nstatus: aktiv",
    good="# før\nstatus: udkast\n---\nstatus: aktiv",
    statuses=ALWAYS,
    scope=Scope.HISTORY,
    check_file=forbidden_move,
)


def changed_id(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """An id that was another before."""
    before = facts.past.ids[0] if facts.past and facts.past.ids else agreement.id
    if agreement.id and before and before != agreement.id:
        yield make_finding(agreement, Agreement.id, before=before, after=agreement.id)


HIS02 = Rule(
    "HIS02",
    ERROR,
    says=Text(da="id er ændret fra »{before}« til »{after}«.", en="The id changed from “{before}” to “{after}”."),
    cure=Text(da="behold id; en ny aftale får sit eget og `erstatter`", en="keep the id; a new agreement gets its own and `replaces`"),
    why=Text(
        da="Andre aftaler, referater og links kender aftalen på dens id.",
        en="Other agreements, minutes and links know the agreement by its id.",
    ),
    source="practice",
    bad="# før\nid: kaffe\n---\nstatus: aktiv",
    good="# før\nstatus: udkast\n---\nstatus: aktiv",
    statuses=ALWAYS,
    scope=Scope.HISTORY,
    check_file=changed_id,
)


def used_again(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """An id that belonged to an agreement which is gone."""
    if agreement.id and facts.past and agreement.id in facts.past.strangers:
        yield make_finding(agreement, Agreement.id, id=agreement.id)


HIS02B = Rule(
    "HIS02b",
    ERROR,
    says=Text(da="id »{id}« har hørt til en anden aftale.", en="id “{id}” has belonged to another agreement."),
    cure=Text(da="vælg et nyt", en="choose a new one"),
    why=Text(
        da="Den, der slår op i gamle referater, skal ikke finde en anden aftale end den, de handlede om.",
        en="Whoever looks up old minutes should not find another agreement than the one they were about.",
    ),
    source="practice",
    bad="# borte\ntitel: Svømning for sjov\nparter: {id: klub, navn: Svømmeklubben, side: frivillig, kontakt: {rolle: formand}}\n"
    "formål: Vi svømmer om onsdagen.\nområde:\ngeografi:\nformidling:\nhændelser:\n---\nstatus: aktiv",
    good="# borte\nid: svoemning\n---\nstatus: aktiv",
    statuses=ALWAYS,
    scope=Scope.HISTORY,
    check_file=used_again,
)


def iter_renewals(agreement: Agreement, past: AgreementHistory | None) -> Iterator[tuple[Period, Predecessor, int]]:
    """The agreements this one replaces and that have a last day, with the days from there to its own first day."""
    for name in agreement.replaces if past and agreement.period else ():
        predecessor = past.predecessors.get(name) if past else None
        if predecessor and predecessor.end and agreement.period:
            yield agreement.period, predecessor, (agreement.period.start - predecessor.end).days - 1


def gap(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """Days between an agreement and the one that replaces it."""
    for period, predecessor, days in iter_renewals(agreement, facts.past):
        if days > 0:
            yield make_finding(period, Period.start, days=days, predecessor=predecessor.id, id=agreement.id)


HIS03 = Rule(
    "HIS03",
    WARNING,
    says=Text(
        da="Der er {days} {days:dag|dage} mellem {predecessor} og {id}.",
        en="There {days:is|are} {days} {days:day|days} between {predecessor} and {id}.",
    ),
    cure=Text(da="gælder noget i mellemtiden?", en="does anything hold in between?"),
    why=Text(
        da="Mellem to aftaler er der ingen aftale: hverken forsikring, tilskud eller pligter.",
        en="Between two agreements there is none: no insurance, no grant, no duties.",
    ),
    source="practice",
    bad="# kaffe-2024.yaml\nstatus: ophørt\nperiode: {start: 2024-01-01, slut: 2025-12-15}\n---\n"
    "erstatter: kaffe-2024\nperiode: {start: 2026-01-01, slut: 2027-12-31}",
    good="# kaffe-2024.yaml\nstatus: ophørt\nperiode: {start: 2024-01-01, slut: 2025-12-31}\n---\n"
    "erstatter: kaffe-2024\nperiode: {start: 2026-01-01, slut: 2027-12-31}",
    forms="SPTM",
    statuses=IN_FORCE,
    after=("DAT01",),
    scope=Scope.HISTORY,
    check_file=gap,
)


def overlap(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """Days on which an agreement and the one that replaces it both hold; where two replace it, that is the matter."""
    for period, predecessor, days in iter_renewals(agreement, facts.past):
        if days < 0 and len(predecessor.successors) < 2:  # noqa: PLR2004 - it and another
            yield make_finding(period, Period.start, days=-days, predecessor=predecessor.id, id=agreement.id)


HIS03B = Rule(
    "HIS03b",
    WARNING,
    says=Text(
        da="{predecessor} og {id} gælder samtidig i {days} {days:dag|dage}.",
        en="{predecessor} and {id} hold at the same time for {days} {days:day|days}.",
    ),
    cure=Text(da="ret den ene periode", en="mend one of the periods"),
    why=Text(
        da="Gælder to aftaler om det samme, ved ingen, hvilken man skal følge.",
        en="If two agreements hold for the same thing, nobody knows which one to follow.",
    ),
    source="practice",
    bad="# kaffe-2024.yaml\nstatus: ophørt\nperiode: {start: 2024-01-01, slut: 2026-01-31}\n---\n"
    "erstatter: kaffe-2024\nperiode: {start: 2026-01-01, slut: 2027-12-31}",
    good="# kaffe-2024.yaml\nstatus: ophørt\nperiode: {start: 2024-01-01, slut: 2025-12-31}\n---\n"
    "erstatter: kaffe-2024\nperiode: {start: 2026-01-01, slut: 2027-12-31}",
    forms="SPTM",
    statuses=IN_FORCE,
    after=("DAT01", "HIS04"),
    scope=Scope.HISTORY,
    check_file=overlap,
)


def two_successors(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """An agreement that another one in force replaces too; the last of them in order says so."""
    for index, name in enumerate(agreement.replaces):
        predecessor = facts.past.predecessors.get(name) if facts.past else None
        before = [successor for successor in predecessor.successors if agreement.id and successor < agreement.id] if predecessor else []
        if before:
            yield make_finding(agreement, Agreement.replaces, index, id=agreement.id, other_id=before[0], predecessor=name)


HIS04 = Rule(
    "HIS04",
    ERROR,
    says=Text(da="Både {id} og {other_id} erstatter {predecessor}.", en="Both {id} and {other_id} replace {predecessor}."),
    cure=Text(da="lad den ene stoppe", en="let one of them stop"),
    why=Text(
        da="En aftale har én afløser. Er der to i kraft, er der to svar på, hvad der gælder.",
        en="An agreement has one successor. With two in force there are two answers to what holds.",
    ),
    source="practice",
    bad="# kaffe-2024.yaml\nstatus: ophørt\nperiode: {start: 2024-01-01, slut: 2025-12-31}\n---\n"
    "# kaffe-2026.yaml\nerstatter: kaffe-2024\nperiode: {start: 2026-01-01, slut: 2027-12-31}\n---\nerstatter: kaffe-2024\n"
    "periode: {start: 2026-01-01, slut: 2027-12-31}",
    good="# kaffe-2024.yaml\nstatus: ophørt\nperiode: {start: 2024-01-01, slut: 2025-12-31}\n---\nerstatter: kaffe-2024\n"
    "periode: {start: 2026-01-01, slut: 2027-12-31}",
    forms="SPTM",
    statuses=IN_FORCE,
    scope=Scope.HISTORY,
    check_file=two_successors,
)


HIS05 = Rule(
    "HIS05",
    ERROR,
    says=Text(
        da="Aftalen »{id}« er slettet, men den gælder (status {status}).",
        en="The agreement “{id}” has been deleted, but it is in force (status {status}).",
    ),
    cure=Text(
        da="hent filen igen, og afslut aftalen med partnerskab afslut; en afsluttet aftale bliver liggende",
        en="restore the file, and close the agreement with partnerskab end; an agreement that has ended stays",
    ),
    why=Text(
        da="Aftalen binder stadig parterne, men ingen kan længere se, hvad der er aftalt.",
        en="The agreement still binds the parties, but nobody can see any longer what was agreed.",
    ),
    source="practice",
    bad="# slettet\nstatus: aktiv",
    good="status: ophørt",
    statuses=ALWAYS,
    scope=Scope.HISTORY,
)
HIS05B = HIS05._replace(
    code="HIS05b",
    severity=Severity.ADVICE,
    says=Text(
        da="Aftalen »{id}« er slettet (status {status}).",
        en="The agreement “{id}” has been deleted (status {status}).",
    ),
    cure=Text(
        da="var det meningen? En afsluttet aftale gør mest nytte, når den bliver liggende",
        en="was that intended? An agreement that has ended is most useful where it is",
    ),
    why=Text(
        da="Den næste aftale bygger på erfaringerne fra den forrige.",
        en="The next agreement builds on what was learned from the last one.",
    ),
    bad="# slettet\nstatus: ophørt",
)


def unbound(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """A signature that was bound to the content and has been taken out, or its fingerprint with it: then nothing tells of a change."""
    for party in facts.past.bound if facts.past else ():
        yield make_finding(agreement, Agreement.signatures, party=party)


HIS06 = Rule(
    "HIS06",
    ERROR,
    says=Text(
        da="Underskriften fra {party} var bundet til indholdet og er det ikke længere.",
        en="The signature of {party} was bound to the content and no longer is.",
    ),
    cure=Text(
        da="hent underskriften med hele fingeraftrykket fra git, eller lad {party} skrive under igen",
        en="restore the signature with its whole fingerprint from git, or have {party} sign again",
    ),
    why=Text(
        da="Uden fingeraftrykket kan ingen se, om indholdet er ændret efter underskriften.",
        en="Without the fingerprint no one can tell whether the content was changed after the signature.",
    ),
    source="practice",
    bad='# før\nunderskrifter: {part: venner, rolle: formand, dato: 2026-01-15, fingeraftryk: "1:9f2c41d07b6a53e8d4417c9026bfa1e0"}\n---\n'
    "underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    good="# før\nunderskrifter: {part: venner, rolle: formand, dato: 2026-01-15}\n---\n"
    "underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    statuses=IN_FORCE,
    scope=Scope.HISTORY,
    check_file=unbound,
)

RULES = (HIS01, HIS02, HIS02B, HIS03, HIS03B, HIS04, HIS05, HIS05B, HIS06)
