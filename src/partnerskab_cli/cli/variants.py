"""An agreement of the record as the document of a variant."""

from collections.abc import Callable, Mapping

from ..agreement.agreement import Agreement
from ..agreement.publication import showable
from ..documents.citizens import page
from ..documents.committee import case
from ..documents.contract import contract
from ..documents.document import Document, collected
from ..documents.lexicon import Lexicon, lexicon
from ..documents.readability import GOAL, level, lix
from ..errors import CommandError
from ..history.signature import fingerprint
from ..text import Language, Text, slug
from .named import named, read_agreement
from .record import Found, Setting

VARIANTS: Mapping[str, Callable[[Agreement, Lexicon], Document]] = {"aftale": contract, "udvalg": case, "borger": page}
TITLES = {
    "aftale": Text(da="Aftaler", en="Agreements"),
    "udvalg": Text(da="Sager til udvalget", en="Cases for the committee"),
    "borger": Text(da="Samarbejder", en="Cooperations"),
}
"""What several documents in one are called."""
PUBLIC = "borger"
"""The variant for everyone."""


def in_one(documents: list[Document], name: str, variant: str, language: Language) -> Document:
    """Several documents in one; a single one stays as it is."""
    if len(documents) == 1:
        return documents[0]
    title = TITLES[variant].said(language)
    return collected(tuple(documents), slug(name) or variant, "", title, language)


def document(one: Found, where: Setting, variant: str, revision: str | None) -> Document | None:
    """An agreement as the document of a variant; nothing of what is not for everyone, where the variant is."""
    agreement = read_agreement(one, where)
    seen = showable(agreement) if variant == PUBLIC else agreement
    if seen is None:
        return None
    known = titles(seen, where, variant)
    if variant == PUBLIC:
        seen = with_related(seen, known)
    paper = VARIANTS[variant](seen, lexicon(agreement, where.profile, known))
    return paper._replace(name=paper.name or slug(one.path.stem), fingerprint=fingerprint(agreement), revision=revision)


def with_related(agreement: Agreement, known: Mapping[str, str]) -> Agreement:
    """The same agreement, linked only with what its readers may know of."""
    values = {one.name: getattr(agreement, one.name) for one in Agreement.fields}
    return Agreement.of(values | {"related": tuple(one for one in agreement.related if one in known)}, written=agreement.written)


def told(paper: Document, one: Found, language: Language) -> str:
    """How hard a page for everyone is to read."""
    number = lix(paper)
    return READS.said(language, path=one.shown, number=number, level=level(number)) + (SHORTEN.said(language) if number > GOAL else "")


HELD_BACK = Text(da="{path} er ikke med: den skal ikke vises offentligt.", en="{path} is left out: it is not to be shown in public.")
READS = Text(da="{path}: lixtal {number}, {level}.", en="{path}: LIX {number}, {level}.")
SHORTEN = Text(da=" Korte ord og sætninger gør den lettere.", en=" Short words and sentences make it easier.")


def titles(agreement: Agreement, where: Setting, variant: str) -> Mapping[str, str]:
    """What the agreements that it points at are called, as far as they are in the record and its readers may know."""
    framework = (agreement.framework,) if agreement.framework else ()
    found: dict[str, str] = {}
    for name in (*agreement.related, *agreement.replaces, *framework):
        try:
            other = read_agreement(named(name, where), where)
        except CommandError:
            continue
        if other.title and (variant != PUBLIC or showable(other)):
            found[name] = other.title if variant == PUBLIC else f"{other.title} ({name})"
    return found
