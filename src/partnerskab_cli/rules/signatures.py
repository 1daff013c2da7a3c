"""Chapter SIG: signatures, and the content they are bound to."""

from collections.abc import Iterator

from ..agreement.agreement import Agreement
from ..agreement.finding import Finding, found
from ..agreement.parties import Signature, covers, method_of
from ..diagnostics import Severity
from ..text import Text
from .rule import ALWAYS, WORKING, FileFacts, Rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING
CONTENT = Text(da="Det underskrevne indhold", en="The signed content")


def outdated(agreement: Agreement, facts: FileFacts) -> Iterator[Finding]:
    """Content that parties have signed and that says something else now; one finding for all who signed the same."""
    groups: dict[str, list[Signature]] = {}
    for signature in binding(agreement, facts.fingerprint) if facts.fingerprint else ():
        groups.setdefault(str(signature.fingerprint), []).append(signature)
    for fingerprint, signatures in groups.items():
        names = tuple(agreement.party_name(one.party) for one in signatures)
        fields = facts.past.signed.get(fingerprint) if facts.past else None
        yield found(signatures[0], Signature.fingerprint, fields=fields or CONTENT, party=names, parties=names)


def binding(agreement: Agreement, now: str) -> Iterator[Signature]:
    """The newest signature of each party, where it is bound to other content than today's by the same method."""
    for party in {one.party: None for one in agreement.signatures}:
        own = [one for one in agreement.signatures if one.party == party]
        newest = max(own, key=lambda one: one.date)
        held = any(one.fingerprint and covers(one.fingerprint, now) for one in own)
        if newest.fingerprint and method_of(newest.fingerprint) == method_of(now) and not held:
            yield newest


SIG01 = Rule(
    "SIG01",
    ERROR,
    says=Text(da="{fields} er ændret, efter at {party} skrev under.", en="{fields} has changed since {party} signed."),
    cure=Text(
        da="{parties} skal skrive under igen; brug `partnerskab sign`",
        en="{parties} must sign again; use `partnerskab sign`",
    ),
    why=Text(
        da="En underskrift gælder det, der stod, da den blev sat. Er indholdet et andet, har ingen sagt ja til det.",
        en="A signature covers what was written when it was given. If the content is another, nobody has said yes to it.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad='underskrifter: {part: kommunen, rolle: afdelingsleder, dato: 2026-01-15, fingeraftryk: "1:9f2c41d07b6a"}',
    good="underskrifter: {part: kommunen, rolle: afdelingsleder, dato: 2026-01-15}",
    statuses=WORKING,  # ending an agreement early changes its end, which nobody signs for again
    after=("DAT01b",),
    check_file=outdated,
)


def unknown_signer(agreement: Agreement) -> Iterator[Finding]:
    """Signatures of somebody who is not among the parties."""
    if "parties" in agreement.aside:
        return
    parties = {party.id for party in agreement.parties}
    for signature in agreement.signatures:
        if signature.party not in parties:
            yield found(signature, Signature.party, party=signature.party)


SIG02 = Rule(
    "SIG02",
    ERROR,
    says=Text(da="»{party}« har skrevet under, men står ikke blandt parterne.", en="“{party}” has signed but is not among the parties."),
    cure=Text(da="ret underskriften eller parterne", en="mend the signature or the parties"),
    why=Text(
        da="Den, der skriver under, lover noget. Det skal stå i aftalen, hvem det er.",
        en="Whoever signs makes a promise. The agreement must say who it is.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad="underskrifter: {part: naboerne, rolle: formand, dato: 2026-01-15}",
    good="underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    statuses=ALWAYS,
    check=unknown_signer,
)


def old_method(agreement: Agreement, facts: FileFacts) -> Iterator[Finding]:
    """Signatures whose fingerprint was made with an older method than today's."""
    for signature in agreement.signatures:
        if facts.fingerprint and signature.fingerprint and method_of(signature.fingerprint) < method_of(facts.fingerprint):
            yield found(signature, Signature.fingerprint, party=agreement.party_name(signature.party))


SIG03 = Rule(
    "SIG03",
    WARNING,
    says=Text(
        da="Underskriften fra {party} er lavet med en ældre metode, og jeg kan ikke sammenligne den.",
        en="The signature of {party} was made with an older method, and I cannot compare it.",
    ),
    cure=Text(da="skriv under igen ved lejlighed", en="sign again when convenient"),
    why=Text(
        da="Fingeraftrykket siger, hvordan det er regnet ud. Kender værktøjet ikke metoden mere, kan det hverken sige ja eller nej.",
        en="A fingerprint says how it was computed. If the tool no longer knows the method, it can say neither yes nor no.",
    ),
    source="practice",
    bad='underskrifter: {part: venner, rolle: formand, dato: 2026-01-15, fingeraftryk: "0:9f2c41d07b6a"}',
    good="underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    statuses=ALWAYS,
    after=("SIG01",),
    check_file=old_method,
)

RULES = (SIG01, SIG02, SIG03)
