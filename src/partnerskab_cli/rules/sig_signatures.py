"""Chapter SIG: signatures, and the content they are bound to."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.parties import Signature
from ..model.record import Finding, make_finding
from ..model.signing import ANYONE, DIGITS, Validity, count_digits, determine_validity, is_by, list_signing_roles, parse_method
from ..text.localized import Text
from .rule import ALWAYS, WORKING, CheckDates, FileContext, Rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING
CONTENT = Text(da="Det underskrevne indhold", en="The signed content")


def outdated(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """Content that parties have signed and that says something else now; one finding for all who signed the same."""
    groups: dict[str, list[Signature]] = {}
    for signature in iter_outdated_signatures(agreement, facts.fingerprint) if facts.fingerprint else ():
        groups.setdefault(str(signature.fingerprint), []).append(signature)
    for fingerprint, signatures in groups.items():
        names = tuple(dict.fromkeys(agreement.find_party_name(signature.party) for signature in signatures))
        fields = facts.past.signed.get(fingerprint) if facts.past else None
        yield make_finding(signatures[0], Signature.fingerprint, fields=fields or CONTENT, party=names, parties=names)


def iter_outdated_signatures(agreement: Agreement, now: str) -> Iterator[Signature]:
    """The newest signature of each who must sign, where it is bound to other content than today's and no other one is bound to that.

    So is that of somebody whom the party's signing rule does not name, until all whom it names have signed what stands now.
    """
    parties = {party.id: party for party in agreement.parties}
    for name in {signature.party: None for signature in agreement.signatures}:
        own = [signature for signature in agreement.signatures if signature.party == name]
        roles = list_signing_roles(parties[name]) if name in parties else (ANYONE,)
        groups = [[signature for signature in own if is_by(signature, role)] for role in roles]
        settled = all(is_held(group, now) for group in groups)
        groups += [] if settled else [[signature for signature in own if not any(is_by(signature, role) for role in roles)]]
        for group in groups:
            newest = max(group, key=lambda signature: signature.date, default=None)
            if newest and determine_validity(newest, now) is Validity.CHANGED and not is_held(group, now):
                yield newest


def is_held(signatures: list[Signature], now: str) -> bool:
    """Whether one of the signatures is bound to the content of today."""
    return any(determine_validity(signature, now) is Validity.HOLDS for signature in signatures)


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
    bad='underskrifter: {part: kommunen, rolle: afdelingsleder, dato: 2026-01-15, fingeraftryk: "1:9f2c41d07b6a53e8d4417c9026bfa1e0"}',
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
            yield make_finding(signature, Signature.party, party=signature.party)


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


def old_method(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """Signatures whose fingerprint was made with an older method than today's."""
    for signature in agreement.signatures:
        if facts.fingerprint and signature.fingerprint and parse_method(signature.fingerprint) < parse_method(facts.fingerprint):
            yield make_finding(signature, Signature.fingerprint, party=agreement.find_party_name(signature.party))


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
    bad='underskrifter: {part: venner, rolle: formand, dato: 2026-01-15, fingeraftryk: "0:9f2c41d07b6a53e8d4417c9026bfa1e0"}',
    good="underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    statuses=ALWAYS,
    after=("SIG01",),
    check_file=old_method,
)


def cut_short(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """Signatures whose fingerprint is not whole: content with the same few digits can be made on purpose."""
    for signature in agreement.signatures:
        if signature.fingerprint and determine_validity(signature, facts.fingerprint) is Validity.CUT:
            digits = count_digits(signature.fingerprint)
            yield make_finding(
                signature, Signature.fingerprint, party=agreement.find_party_name(signature.party), digits=digits, all=DIGITS
            )


SIG03B = Rule(
    "SIG03b",
    ERROR,
    says=Text(
        da="Fingeraftrykket ved underskriften fra {party} har {digits} tegn og ikke {all}, så det beviser ikke, hvad der er skrevet under på.",
        en="The fingerprint of {party}’s signature has {digits} digits, not {all}, so it does not prove what was signed.",
    ),
    cure=Text(
        da="hent hele fingeraftrykket fra git, eller lad {party} skrive under igen med `partnerskab sign`",
        en="restore the whole fingerprint from git, or have {party} sign again with `partnerskab sign`",
    ),
    why=Text(
        da="En anden tekst med de samme få tegn kan laves på under et minut. Kun alle 32 tegn beviser indholdet.",
        en="A different text with the same few digits can be made in under a minute. Only all 32 digits prove the content.",
    ),
    source="practice",
    bad='underskrifter: {part: venner, rolle: formand, dato: 2026-01-15, fingeraftryk: "1:2eee13fd03ff"}',
    good="underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    statuses=ALWAYS,
    after=("SIG01",),
    check_file=cut_short,
)


def newer_method(agreement: Agreement, facts: FileContext) -> Iterator[Finding]:
    """Signatures whose fingerprint names a method that is not known yet; raising that number must not silence SIG01."""
    for signature in agreement.signatures:
        if facts.fingerprint and signature.fingerprint and parse_method(signature.fingerprint) > parse_method(facts.fingerprint):
            yield make_finding(signature, Signature.fingerprint, party=agreement.find_party_name(signature.party))


SIG03C = Rule(
    "SIG03c",
    ERROR,
    says=Text(
        da="Fingeraftrykket ved underskriften fra {party} er lavet med en metode, der ikke kendes, så det beviser ikke, hvad der er skrevet under på.",
        en="The fingerprint of {party}’s signature was made with an unknown method, so it does not prove what was signed.",
    ),
    cure=Text(
        da="hent fingeraftrykket fra git, brug en nyere udgave af værktøjet, eller lad {party} skrive under igen med `partnerskab sign`",
        en="restore the fingerprint from git, use a newer version of the tool, or have {party} sign again with `partnerskab sign`",
    ),
    why=Text(
        da="Tallet før kolon siger, hvordan fingeraftrykket er regnet ud. Er metoden ukendt, kan en ændring af det underskrevne ikke opdages.",
        en="The number before the colon says how the fingerprint was computed. If the method is unknown, changes to what was signed go unnoticed.",
    ),
    source="practice",
    bad='underskrifter: {part: venner, rolle: formand, dato: 2026-01-15, fingeraftryk: "2:9f2c41d07b6a53e8d4417c9026bfa1e0"}',
    good="underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    statuses=ALWAYS,
    after=("SIG01",),
    check_file=newer_method,
)


def signed_in_the_future(agreement: Agreement, moment: CheckDates) -> Iterator[Finding]:
    """Signatures dated after today."""
    for signature in agreement.signatures:
        if signature.date > moment.today:
            yield make_finding(signature, Signature.date, party=agreement.find_party_name(signature.party), date=signature.date)


SIG04 = Rule(
    "SIG04",
    ERROR,
    says=Text(
        da="Underskriften fra {party} er dateret {date}, og den dag er ikke kommet.",
        en="The signature of {party} is dated {date}, which has not come yet.",
    ),
    cure=Text(
        da="skriv den dag, der blev skrevet under; `partnerskab sign` afløser underskriften",
        en="write the day it was signed; `partnerskab sign` replaces the signature",
    ),
    why=Text(
        da="Ingen har skrevet under på en dag, der ikke er kommet, så underskriften gælder ikke.",
        en="Nobody can have signed on a day that has not come, so the signature does not count.",
    ),
    source="practice",
    bad="underskrifter: {part: venner, rolle: formand, dato: 2027-11-15}",
    good="underskrifter: {part: venner, rolle: formand, dato: 2026-01-15}",
    statuses=ALWAYS,
    after=("DAT01b",),
    check_on=signed_in_the_future,
)

RULES = (SIG01, SIG02, SIG03, SIG03B, SIG03C, SIG04)
