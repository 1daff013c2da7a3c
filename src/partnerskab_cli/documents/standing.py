"""How far an agreement has come, as its document must say it: never more finished than it is."""

from collections.abc import Iterator

from ..agreement.agreement import Agreement
from ..agreement.choices import Status
from ..agreement.finding import every_item
from ..agreement.parties import Signature
from ..agreement.record import BLANK, UNREAD, Record
from ..agreement.signing import SIGNED_FORMS, PartySigning, Validity, find_signings, validity_of
from ..history.signature import fingerprint_if_signed
from ..text import Language, Text, listed
from .answers import answers
from .document import Notice, Row, Signatures, Slot, in_line, line, plain
from .layout import row
from .lexicon import Lexicon, with_every_party

STANDINGS = {
    Status.IDEA: Text(da="Dette er en idé. Ingen har lovet hinanden noget endnu.", en="This is an idea. Nobody has promised anything yet."),
    Status.DRAFT: Text(
        da="Parterne arbejder stadig på teksten. Den gælder ikke endnu.", en="The parties are still working on the text. It does not hold yet."
    ),
    Status.RENEGOTIATION: Text(
        da="Parterne er ved at tage aftalen op igen, så teksten kan ændre sig.", en="The parties are taking the agreement up again, so the text may change."
    ),
    Status.ENDED: Text(
        da="Samarbejdet er slut. Dokumentet viser, hvad der var aftalt, og hvordan det gik.",
        en="The cooperation has ended. The document shows what was agreed, and how it went.",
    ),
}  # fmt: skip
"""What a reader must know at once; of an active agreement nothing."""
UNAGREED = frozenset({Status.IDEA, Status.DRAFT})
SIGNED_BY = Text(da="Underskrevet af", en="Signed by")
NOBODY = Text(da="ingen endnu", en="nobody yet")
SOME = Text(da="{signed}; endnu ikke af {missing}", en="{signed}; not yet by {missing}")
LINES = (Text(da="Dato", en="Date"), Text(da="Underskrift", en="Signature"))
UNSIGNED = Text(da="Ikke underskrevet", en="Not signed")
NOTE = Text(da="Bemærk", en="Note")
NOT_VALID = {
    Validity.CHANGED: Text(da="Gælder en tidligere tekst", en="Applies to an earlier text"),
    Validity.CUT: Text(da="Fingeraftrykket er ikke helt og beviser intet", en="The fingerprint is not whole and proves nothing"),
    Validity.UNKNOWN: Text(da="Fingeraftrykket kan ikke sammenlignes", en="The fingerprint cannot be compared"),
}
"""What must be said of a signature that does not count for the text as it is."""
INCOMPLETE = Text(da="Ikke udfyldt endnu", en="Not complete yet")
LINES_LEFT = Text(
    da="Linjerne er til det, der mangler. Det, der er mærket »kan ikke læses«, står, som det er skrevet i filen.",
    en="The lines are for what is missing. Text marked “cannot be read” is shown as it is in the file.",
)


def notices(agreement: Agreement, language: Language) -> tuple[Notice, ...]:
    """What a reader must know before the rest."""
    says = STANDINGS.get(agreement.status)
    status = (Notice(agreement.status.said(language), says.said(language)),) if says else ()
    left = (Notice(INCOMPLETE.said(language), LINES_LEFT.said(language)),) if has_unread(agreement) else ()
    return (*status, *left)


def draft_word(agreement: Agreement, language: Language) -> str:
    """The word on every page of what is not agreed yet."""
    return agreement.status.said(language) if agreement.status in UNAGREED else ""


def has_unread(record: Record) -> bool:
    """Whether something is still to be filled in or could not be read."""
    values = (getattr(record, one.name) for one in record.fields)
    inner = (part for value in values for part in (value if type(value) is tuple else (value,)))
    return UNREAD in record.aside.values() or any(isinstance(part, Record) and has_unread(part) for part in inner)


def is_for_signing(agreement: Agreement) -> bool:
    """Whether the paper needs lines to sign on."""
    return agreement.formality in SIGNED_FORMS and agreement.status not in {Status.IDEA, Status.ENDED}


def signed_by(agreement: Agreement, language: Language) -> Row | None:
    """Who has signed what it says now, and who has not; nothing of a form that nobody signs."""
    if not (agreement.signatures or is_for_signing(agreement)):
        return None
    signings = find_signings(with_every_party(agreement), fingerprint_if_signed(agreement))
    given, lacking = [name for one in signings for name in one.given], [name for one in signings for name in one.lacking]
    words = listed(given, language) if given else NOBODY.said(language)
    if given and lacking:
        words = SOME.said(language, signed=words, missing=listed(lacking, language))
    return Row(plain(SIGNED_BY.said(language)), (line(plain(words)),))


def signatures(agreement: Agreement, lexicon: Lexicon) -> Signatures | None:
    """A place for every party and every signature; nothing where nobody has signed and nobody is to."""
    now, agreement = fingerprint_if_signed(agreement), with_every_party(agreement)
    written = every_item(agreement, Agreement.signatures)
    if not (written or (agreement.parties and is_for_signing(agreement))):
        return None
    slots = [slot for one in find_signings(agreement, now) for slot in slots_of(one, written, now, lexicon)]
    known = {party.id for party in agreement.parties}
    strange = [of_signature(one, one.party or BLANK, now, lexicon) for one in written if one.party not in known]
    lines = tuple(words.said(lexicon.language) for words in LINES) if is_for_signing(agreement) else ()
    return Signatures((*slots, *strange), lines, UNSIGNED.said(lexicon.language))


def slots_of(signing: PartySigning, given: tuple[Signature, ...], now: str | None, lexicon: Lexicon) -> Iterator[Slot]:
    """The signatures of a party, and a place for each that is missing for what the agreement says now."""
    party = signing.party
    yield from (of_signature(one, party.name, now, lexicon) for one in given if one.party == party.id)
    rule = party.signing_rule[0] if len(party.signing_rule) == 1 else ""
    yield from (Slot(in_line(signing.label(role or rule))) for role in signing.missing)


def of_signature(signature: Signature, party: str, now: str | None, lexicon: Lexicon) -> Slot:
    """A signature that was given, with what must be known of it where it does not count."""
    rest = (one for one in answers(signature, lexicon) if one.field is not Signature.names["part"])
    rows = [found for one in rest if (found := row(one, lexicon.language))]
    if words := NOT_VALID.get(validity_of(signature, now)):
        rows.append(Row(plain(NOTE.said(lexicon.language)), (line(plain(words.said(lexicon.language))),)))
    return Slot(in_line(party), tuple(rows))
