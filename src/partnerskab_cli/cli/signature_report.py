"""What signatures are worth, in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..difference import ChangeSignificance
from ..errors import Exit
from ..formats.diff_text import format_plain_change
from ..formats.terminal_style import BOLD, DIM, TerminalStyle, colorize, wrap_cells
from ..history.describe import describe_change
from ..history.diff import compare_agreements
from ..history.index import HistoryIndex, read_versions
from ..history.log import FileRevision
from ..history.predecessors import find_signing_commit, find_version_with_fingerprint
from ..history.signature import compute_content_fingerprint
from ..model.agreement import Agreement
from ..model.parties import Signature
from ..model.signing import DIGITS, Validity, compare_fingerprints, count_digits, determine_validity, find_signings, has_prefix
from ..privacy.redact import redact_text
from ..text.localized import LANGUAGES, Language, Text, escape_control_characters
from .terminal import print_paragraph, print_text

Life = tuple[tuple[FileRevision, Agreement], ...]
WORDS = {
    Validity.HOLDS: Text(da="gælder", en="holds"),
    Validity.UNBOUND: Text(da="ikke bundet", en="not bound"),
    Validity.CHANGED: Text(da="gælder ikke", en="does not hold"),
    Validity.CUT: Text(da="beviser intet", en="proves nothing"),
    Validity.UNKNOWN: Text(da="ukendt", en="unknown"),
    Validity.TO_COME: Text(da="gælder ikke", en="does not hold"),
}
REPLACED = Text(da="afløst", en="replaced")
"""Of an earlier text, where the party has signed the present one too."""
COLOURS = {Validity.HOLDS: "32", Validity.CHANGED: "31", Validity.CUT: "31", Validity.TO_COME: "31"}
OTHER_COLOUR = "33"
MEANING = {
    Validity.UNBOUND: Text(da="uden fingeraftryk, som på papir", en="without a fingerprint, as on paper"),
    Validity.CUT: Text(da="fingeraftrykket er ikke helt", en="the fingerprint is not whole"),
    Validity.UNKNOWN: Text(da="fingeraftrykket kan ikke sammenlignes", en="the fingerprint cannot be compared"),
    Validity.TO_COME: Text(da="den dag er ikke kommet", en="that day has not come"),
}
MISSING = Text(da="mangler", en="missing")
CONTENT = Text(da="Indholdets fingeraftryk: {fingerprint}", en="Fingerprint of the content: {fingerprint}")
SINCE = Text(da="siden da: {change}", en="since then: {change}")
WRITTEN = Text(da="skrevet ind af {author} {date}, commit {commit}", en="written in by {author} {date}, commit {commit}")
UNREADABLE = Text(da="kan ikke læses; hvorfor står nedenfor", en="cannot be read; why stands below")
UNPRINTED = Text(
    da="intet fingeraftryk: noget i aftalen mangler eller kan ikke læses",
    en="no fingerprint: something in the agreement is missing or cannot be read",
)
NONE = Text(da="Ingen af aftalerne har underskrifter.", en="None of the agreements has signatures.")
NONE_HERE = Text(da="Aftalen har ingen underskrifter.", en="The agreement has no signatures.")
HOLDING = Text(da="{count} {count:underskrift|underskrifter} gælder", en="{count} {count:signature holds|signatures hold}")
LOST = Text(da="{count} gælder ikke mere", en="{count} no longer {count:holds|hold}")
OPEN = Text(da="{count} kan ikke prøves", en="{count} cannot be tested")
COMMIT = 10
"""Digits that are enough to find a commit."""
COLUMN = 15


class FingerprintReference(NamedTuple):
    """What signatures are held against: the fingerprint of the content, and the day."""

    now: str | None
    today: date


def format_signature_report(
    chosen: Sequence[str], present: Mapping[str, Agreement], known: HistoryIndex, style: TerminalStyle, today: date
) -> str:
    """The signatures of the agreements: what each is worth today, who wrote it in and when, and what has changed since."""
    blocks = []
    worth: list[Validity | None] = []
    for path in chosen:
        agreement = present.get(path)
        if agreement is None:
            blocks.append(
                "\n".join(wrap_cells(f"{escape_control_characters(path)}: {UNREADABLE.localize(style.language)}", style, rest="  "))
            )
        elif agreement.signatures or len(chosen) == 1:
            life, against = (
                read_versions(known, path, agreement, present),
                FingerprintReference(compute_content_fingerprint(agreement), today),
            )
            blocks.append("\n".join(format_agreement_signatures(path, agreement, life, against, style)))
            worth += [determine_signature_validity(signature, agreement, against) for signature in agreement.signatures]
    sums = wrap_cells(describe_signature_count(worth, single=len(chosen) == 1).localize(style.language), style)
    return "\n\n".join([*blocks, "\n".join(colorize(line, BOLD, style) if worth else line for line in sums)]) + "\n\n"


def determine_signature_validity(signature: Signature, agreement: Agreement, against: FingerprintReference) -> Validity | None:
    """What a signature is worth; nothing where it covers an earlier text and its party has signed the present one."""
    validity = determine_validity(signature, *against)
    if validity is not Validity.CHANGED:
        return validity
    signed = {each.party.id for each in find_signings(agreement, *against) if each.is_signed}
    return None if signature.party in signed else validity


def describe_signature_count(worth: list[Validity | None], *, single: bool) -> Text:
    """How many signatures hold."""
    if not worth:
        return NONE_HERE if single else NONE
    holding, lost = worth.count(Validity.HOLDS), worth.count(Validity.CHANGED) + worth.count(Validity.TO_COME)
    rest = len(worth) - holding - lost - worth.count(None)
    counts = [(HOLDING, holding), *((words, count) for words, count in ((LOST, lost), (OPEN, rest)) if count)]
    return Text(*(", ".join(words.localize(language, count=count) for words, count in counts) + "." for language in LANGUAGES))


def format_agreement_signatures(
    path: str, agreement: Agreement, life: Life, against: FingerprintReference, style: TerminalStyle
) -> Iterator[str]:
    """One agreement: its signatures, and who has still to sign what it says now."""
    yield from (
        colorize(line, BOLD, style)
        for line in wrap_cells(escape_control_characters(f"{path}: {redact_text(agreement.title or '')}"), style, rest="  ")
    )
    now = against.now
    yield from format_label_row("", CONTENT.localize(style.language, fingerprint=now) if now else UNPRINTED.localize(style.language), style)
    for signature in agreement.signatures:
        yield from format_signature(signature, agreement, life, against, style)
    for each in find_signings(agreement, *against):
        for name in each.missing_names:
            yield from format_label_row(MISSING.localize(style.language), redact_text(name), style)


def format_signature(
    signature: Signature, agreement: Agreement, life: Life, against: FingerprintReference, style: TerminalStyle
) -> Iterator[str]:
    """One signature, and what has changed since it was given."""
    worth = determine_signature_validity(signature, agreement, against)
    words = (WORDS[worth] if worth else REPLACED).localize(style.language)
    first, *rest = format_label_row(words, "; ".join(describe_signature(signature, agreement, life, worth, style.language)), style)
    yield first.replace(words, colorize(words, COLOURS.get(worth, OTHER_COLOUR) if worth else DIM, style), 1)
    yield from rest
    then = find_version_with_fingerprint(str(signature.fingerprint), life) if worth is Validity.CHANGED else None
    for change in describe_changes_since(then[1], agreement, style.language) if then else ():
        yield from format_label_row("", SINCE.localize(style.language, change=change), style)


def describe_signature(signature: Signature, agreement: Agreement, life: Life, worth: Validity | None, language: Language) -> Iterator[str]:
    """Who signed when, and who wrote it into the record."""
    whom = ", ".join(redact_text(word) for word in (signature.name, signature.role) if word)
    yield Text(da="{party}{whom}, {date}", en="{party}{whom}, {date}").localize(
        language, party=redact_text(agreement.find_party_name(signature.party)), whom=f" ({whom})" if whom else "", date=signature.date
    )
    if worth in MEANING:
        yield MEANING[worth].localize(language)
    if step := find_signing_commit(signature, life):
        yield WRITTEN.localize(language, author=step.author, date=date.fromisoformat(step.date), commit=step.commit[:COMMIT])


def describe_changes_since(then: Agreement, now: Agreement, language: Language) -> Iterator[str]:
    """What the signed content says otherwise."""
    for change in compare_agreements(then, now):
        if change.weight is ChangeSignificance.MATERIAL:
            yield redact_text(format_plain_change(describe_change(change, language)))


def format_label_row(word: str, words: str, style: TerminalStyle) -> list[str]:
    """A word and what belongs to it, in two columns."""
    return wrap_cells(escape_control_characters(words), style, f"  {word:<{COLUMN}}", " " * (COLUMN + 2))


IS_NOW = Text(da="Det er, hvad der står i {path} nu: {title}.", en="That is what {path} says now: {title}.")
WAS = Text(
    da="Det er, hvad der stod i {path} efter commit {commit}, {date}. Nu står der noget andet:",
    en="That is what {path} said after commit {commit}, {date}. Now it says something else:",
)
NOWHERE = Text(
    da="Det fingeraftryk har ingen af aftalerne, hverken nu eller så langt tilbage jeg kan se.",
    en="None of the agreements has that fingerprint, now or as far back as I can see.",
)
BEGINS = Text(
    da="{path} begynder ligesom: {title}. Hele fingeraftrykket er {fingerprint}.",
    en="{path} begins like that: {title}. The whole fingerprint is {fingerprint}.",
)
BEGAN = Text(
    da="{path} begyndte ligesom efter commit {commit}, {date}, og har et andet fingeraftryk nu.",
    en="{path} began like that after commit {commit}, {date}, and has another fingerprint now.",
)
FEW = Text(
    da="Så få tegn kan finde en aftale, men ikke bevise, hvad den siger. Sammenlign alle {all} tegn.",
    en="So few digits can find an agreement but not prove what it says. Compare all {all} digits.",
)
SEVERAL = Text(da="{count} aftaler passer på de tegn.", en="{count} agreements match those digits.")


def report_fingerprint_matches(print_: str, present: Mapping[str, Agreement], known: HistoryIndex, style: TerminalStyle) -> int:
    """Say which agreement a fingerprint belongs to; found only where it is what the agreement says now, with all its digits."""
    if count_digits(print_) < DIGITS:
        return print_candidates(print_, present, known, style)
    language = style.language
    if path := find_fingerprint_holder(print_, present):
        print_paragraph(
            escape_control_characters(IS_NOW.localize(language, path=path, title=redact_text(present[path].title or ""))), style
        )
        return Exit.DONE
    for path, agreement in present.items():
        if then := find_version_with_fingerprint(print_, read_versions(known, path, agreement, present)):
            day = date.fromisoformat(then[0].date)
            print_paragraph(escape_control_characters(WAS.localize(language, path=path, commit=then[0].commit[:COMMIT], date=day)), style)
            lines = [
                part
                for change in describe_changes_since(then[1], agreement, language)
                for part in wrap_cells(escape_control_characters(change), style, "  ", "    ")
            ]
            print_text("".join(f"{colorize(line, DIM, style)}\n" for line in lines))
            return Exit.FOUND
    print_paragraph(NOWHERE.localize(language), style)
    return Exit.FOUND


def print_candidates(digits: str, present: Mapping[str, Agreement], known: HistoryIndex, style: TerminalStyle) -> int:
    """Say which agreements have a fingerprint that begins with some digits, now or before. So few digits confirm nothing."""
    texts: list[Text] = []
    for path, agreement in present.items():
        now = compute_content_fingerprint(agreement)
        if now and has_prefix(now, digits):
            texts.append(BEGINS.format(path=path, title=redact_text(agreement.title or ""), fingerprint=now))
        elif then := find_version_with_fingerprint(digits, read_versions(known, path, agreement, present)):
            texts.append(BEGAN.format(path=path, commit=then[0].commit[:COMMIT], date=date.fromisoformat(then[0].date)))
    lead = (SEVERAL.format(count=len(texts)),) if len(texts) > 1 else ()
    for words in (*lead, *texts, FEW.format(all=DIGITS)) if texts else (NOWHERE,):
        print_paragraph(escape_control_characters(words.localize(style.language)), style)
    return Exit.FOUND


def find_fingerprint_holder(print_: str, present: Mapping[str, Agreement]) -> str | None:
    """The path of the agreement that has a fingerprint today."""
    return next(
        (
            path
            for path, agreement in present.items()
            if compare_fingerprints(print_, compute_content_fingerprint(agreement)) is Validity.HOLDS
        ),
        None,
    )
