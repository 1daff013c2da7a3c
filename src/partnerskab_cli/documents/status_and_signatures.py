"""How far an agreement has come, as its document must say it: never more finished than it is."""

from collections.abc import Iterator

from ..history.signature import fingerprint_if_signed
from ..model.agreement import Agreement
from ..model.choices import Status
from ..model.parties import Signature
from ..model.record import BLANK, UNREAD, Record, list_items
from ..model.signing import SIGNED_FORMS, PartySigning, Validity, determine_validity, find_signings
from ..text.blocks import Callout, LabeledValue, SignatureLine, Signatures, join_lines, make_inlines, make_paragraph
from ..text.localized import Language, Text, join_words
from .answers import collect_answers
from .context import RenderContext, add_every_party
from .layout import build_answer_row

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


def build_status_callouts(agreement: Agreement, language: Language) -> tuple[Callout, ...]:
    """What a reader must know before the rest."""
    says = STANDINGS.get(agreement.status)
    status = (Callout(agreement.status.localize(language), says.localize(language)),) if says else ()
    left = (Callout(INCOMPLETE.localize(language), LINES_LEFT.localize(language)),) if has_unread(agreement) else ()
    return (*status, *left)


def choose_draft_word(agreement: Agreement, language: Language) -> str:
    """The word on every page of what is not agreed yet."""
    return agreement.status.localize(language) if agreement.status in UNAGREED else ""


def has_unread(record: Record) -> bool:
    """Whether something is still to be filled in or could not be read."""
    values = (getattr(record, field.name) for field in record.fields)
    inner = (part for value in values for part in (value if type(value) is tuple else (value,)))
    return UNREAD in record.aside.values() or any(isinstance(part, Record) and has_unread(part) for part in inner)


def is_for_signing(agreement: Agreement) -> bool:
    """Whether the paper needs lines to sign on."""
    return agreement.formality in SIGNED_FORMS and agreement.status not in {Status.IDEA, Status.ENDED}


def build_signed_row(agreement: Agreement, language: Language) -> LabeledValue | None:
    """Who has signed what it says now, and who has not; nothing of a form that nobody signs."""
    if not (agreement.signatures or is_for_signing(agreement)):
        return None
    signings = find_signings(add_every_party(agreement), fingerprint_if_signed(agreement))
    given, lacking = (
        [name for signing in signings for name in signing.given],
        [name for signing in signings for name in signing.missing_names],
    )
    words = join_words(given, language) if given else NOBODY.localize(language)
    if given and lacking:
        words = SOME.localize(language, signed=words, missing=join_words(lacking, language))
    return LabeledValue(make_inlines(SIGNED_BY.localize(language)), (make_paragraph(make_inlines(words)),))


def build_signature_block(agreement: Agreement, context: RenderContext) -> Signatures | None:
    """A place for every party and every signature; nothing where nobody has signed and nobody is to."""
    now, agreement = fingerprint_if_signed(agreement), add_every_party(agreement)
    written = list_items(agreement, Agreement.signatures)
    if not (written or (agreement.parties and is_for_signing(agreement))):
        return None
    slots = [slot for signing in find_signings(agreement, now) for slot in build_signature_lines(signing, written, now, context)]
    known = {party.id for party in agreement.parties}
    strange = [
        build_signature_line(signature, signature.party or BLANK, now, context) for signature in written if signature.party not in known
    ]
    lines = tuple(words.localize(context.language) for words in LINES) if is_for_signing(agreement) else ()
    return Signatures((*slots, *strange), lines, UNSIGNED.localize(context.language))


def build_signature_lines(
    signing: PartySigning, given: tuple[Signature, ...], now: str | None, context: RenderContext
) -> Iterator[SignatureLine]:
    """The signatures of a party, and a place for each that is missing for what the agreement says now."""
    party = signing.party
    yield from (build_signature_line(signature, party.name, now, context) for signature in given if signature.party == party.id)
    rule = party.signing_rule[0] if len(party.signing_rule) == 1 else ""
    yield from (SignatureLine(join_lines(signing.format_label(role or rule))) for role in signing.missing)


def build_signature_line(signature: Signature, party: str, now: str | None, context: RenderContext) -> SignatureLine:
    """A signature that was given, with what must be known of it where it does not count."""
    rest = (answer for answer in collect_answers(signature, context) if answer.field is not Signature.names["part"])
    rows = [labeled for answer in rest if (labeled := build_answer_row(answer, context.language))]
    if words := NOT_VALID.get(determine_validity(signature, now)):
        rows.append(
            LabeledValue(make_inlines(NOTE.localize(context.language)), (make_paragraph(make_inlines(words.localize(context.language))),))
        )
    return SignatureLine(join_lines(party), tuple(rows))
