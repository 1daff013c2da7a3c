"""What signatures are worth, in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..agreement.agreement import Agreement
from ..agreement.parties import Signature
from ..checking.discreet import hushed
from ..difference import Weight
from ..errors import Exit
from ..formats.differences.text import plainly
from ..formats.look import BOLD, DIM, Look, folded, painted
from ..history.compare import compare
from ..history.lives import Lives, life_of
from ..history.log import Step
from ..history.past import bearing, written
from ..history.signature import Standing, fingerprint, standing
from ..history.wording import line
from ..text import LANGUAGES, Language, Text, shown
from .screen import say, tell

Life = tuple[tuple[Step, Agreement], ...]
STANDINGS = {
    Standing.HOLDS: Text(da="gælder", en="holds"),
    Standing.CHANGED: Text(da="gælder ikke", en="does not hold"),
    Standing.UNBOUND: Text(da="ikke bundet", en="not bound"),
    Standing.UNKNOWN: Text(da="ukendt", en="unknown"),
}
COLOURS = {Standing.HOLDS: "32", Standing.CHANGED: "31", Standing.UNBOUND: "33", Standing.UNKNOWN: "33"}
MEANING = {
    Standing.UNBOUND: Text(da="uden fingeraftryk, som på papir", en="without a fingerprint, as on paper"),
    Standing.UNKNOWN: Text(da="fingeraftrykket kan ikke sammenlignes", en="the fingerprint cannot be compared"),
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


def vouched(chosen: Sequence[str], present: Mapping[str, Agreement], known: Lives, look: Look) -> str:
    """The signatures of the agreements: what each is worth today, who wrote it in and when, and what has changed since."""
    blocks = []
    worth: list[Standing] = []
    for path in chosen:
        agreement = present.get(path)
        if agreement is None:
            blocks.append("\n".join(folded(f"{shown(path)}: {UNREADABLE.said(look.language)}", look, rest="  ")))
        elif agreement.signatures or len(chosen) == 1:
            life, now = life_of(known, path, agreement, present), fingerprint(agreement)
            blocks.append("\n".join(block(path, agreement, life, now, look)))
            worth += [standing(one.fingerprint, now) for one in agreement.signatures]
    sums = folded(counted(worth, one=len(chosen) == 1).said(look.language), look)
    return "\n\n".join([*blocks, "\n".join(painted(line, BOLD, look) if worth else line for line in sums)]) + "\n\n"


def counted(worth: list[Standing], *, one: bool) -> Text:
    """How many signatures hold."""
    if not worth:
        return NONE_HERE if one else NONE
    holding, lost = worth.count(Standing.HOLDS), worth.count(Standing.CHANGED)
    counts = [(HOLDING, holding), *((words, count) for words, count in ((LOST, lost), (OPEN, len(worth) - holding - lost)) if count)]
    return Text(*(", ".join(words.said(language, count=count) for words, count in counts) + "." for language in LANGUAGES))


def block(path: str, agreement: Agreement, life: Life, now: str | None, look: Look) -> Iterator[str]:
    """One agreement."""
    yield from (painted(line, BOLD, look) for line in folded(shown(f"{path}: {hushed(agreement.title or '')}"), look, rest="  "))
    yield from row("", CONTENT.said(look.language, fingerprint=now) if now else UNPRINTED.said(look.language), look)
    for one in agreement.signatures:
        yield from signature(one, agreement, life, now, look)
    signed = {one.party for one in agreement.signatures}
    for party in agreement.parties:
        if party.id not in signed:
            yield from row(MISSING.said(look.language), hushed(party.name), look)


def signature(one: Signature, agreement: Agreement, life: Life, now: str | None, look: Look) -> Iterator[str]:
    """One signature, and what has changed since it was given."""
    worth = standing(one.fingerprint, now)
    words = STANDINGS[worth].said(look.language)
    first, *rest = row(words, "; ".join(about(one, agreement, life, worth, look.language)), look)
    yield first.replace(words, painted(words, COLOURS[worth], look), 1)
    yield from rest
    then = bearing(str(one.fingerprint), life) if worth is Standing.CHANGED else None
    for said in changes(then[1], agreement, look.language) if then else ():
        yield from row("", SINCE.said(look.language, change=said), look)


def about(one: Signature, agreement: Agreement, life: Life, worth: Standing, language: Language) -> Iterator[str]:
    """Who signed when, and who wrote it into the record."""
    whom = ", ".join(hushed(word) for word in (one.name, one.role) if word)
    yield Text(da="{party}{whom}, {date}", en="{party}{whom}, {date}").said(
        language, party=hushed(agreement.party_name(one.party)), whom=f" ({whom})" if whom else "", date=one.date
    )
    if worth in MEANING:
        yield MEANING[worth].said(language)
    if step := written(one, life):
        yield WRITTEN.said(language, author=step.author, date=date.fromisoformat(step.date), commit=step.commit[:COMMIT])


def changes(then: Agreement, now: Agreement, language: Language) -> Iterator[str]:
    """What the signed content says otherwise."""
    for change in compare(then, now):
        if change.weight is Weight.MATERIAL:
            yield hushed(plainly(line(change, language)))


def row(word: str, words: str, look: Look) -> list[str]:
    """A word and what belongs to it, in two columns."""
    return folded(shown(words), look, f"  {word:<{COLUMN}}", " " * (COLUMN + 2))


IS_NOW = Text(da="Det er, hvad der står i {path} nu: {title}.", en="That is what {path} says now: {title}.")
WAS = Text(
    da="Det er, hvad der stod i {path} efter commit {commit}, {date}. Nu står der noget andet:",
    en="That is what {path} said after commit {commit}, {date}. Now it says something else:",
)
NOWHERE = Text(
    da="Det fingeraftryk har ingen af aftalerne, hverken nu eller så langt tilbage jeg kan se.",
    en="None of the agreements has that fingerprint, now or as far back as I can see.",
)


def matches(print_: str, present: Mapping[str, Agreement], known: Lives, look: Look) -> int:
    """Say which agreement a fingerprint belongs to; found only where it is what the agreement says now."""
    language = look.language
    if path := holder(print_, present):
        tell(shown(IS_NOW.said(language, path=path, title=hushed(present[path].title or ""))), look)
        return Exit.DONE
    for path, agreement in present.items():
        if then := bearing(print_, life_of(known, path, agreement, present)):
            day = date.fromisoformat(then[0].date)
            tell(shown(WAS.said(language, path=path, commit=then[0].commit[:COMMIT], date=day)), look)
            lines = [part for said in changes(then[1], agreement, language) for part in folded(shown(said), look, "  ", "    ")]
            say("".join(f"{painted(one, DIM, look)}\n" for one in lines))
            return Exit.FOUND
    tell(NOWHERE.said(language), look)
    return Exit.FOUND


def holder(print_: str, present: Mapping[str, Agreement]) -> str | None:
    """The path of the agreement that has a fingerprint today."""
    return next((path for path, one in present.items() if standing(print_, fingerprint(one)) is Standing.HOLDS), None)
