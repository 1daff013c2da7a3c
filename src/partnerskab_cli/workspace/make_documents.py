"""An agreement of the record as the document of a variant."""

from collections.abc import Callable, Mapping

from ..documents.citizens import GOAL, build_citizen_page, compute_lix, describe_lix
from ..documents.committee import build_case_page
from ..documents.context import RenderContext, build_render_context
from ..documents.contract import build_contract
from ..errors import CommandError
from ..history.signature import compute_content_fingerprint
from ..model.agreement import Agreement
from ..model.public_view import extract_shareable
from ..text.blocks import Document, combine
from ..text.localized import Language, Text, slugify
from .files import AgreementFile, Workspace
from .lookup import find_agreement_file, load_usable_agreement

VARIANTS: Mapping[str, Callable[[Agreement, RenderContext], Document]] = {
    "aftale": build_contract,
    "udvalg": build_case_page,
    "borger": build_citizen_page,
}
TITLES = {
    "aftale": Text(da="Aftaler", en="Agreements"),
    "udvalg": Text(da="Sager til udvalget", en="Cases for the committee"),
    "borger": Text(da="Samarbejder", en="Cooperations"),
}
"""What several documents in one are called."""
PUBLIC = "borger"
"""The variant for everyone."""


def combine_documents(documents: list[Document], name: str, variant: str, language: Language) -> Document:
    """Several documents in one; a single one stays as it is."""
    if len(documents) == 1:
        return documents[0]
    title = TITLES[variant].localize(language)
    return combine(tuple(documents), slugify(name) or variant, "", title, language)


def make_agreement_document(file: AgreementFile, workspace: Workspace, variant: str, revision: str | None) -> Document | None:
    """An agreement as the document of a variant; nothing of what is not for everyone, where the variant is."""
    agreement = load_usable_agreement(file, workspace)
    seen = extract_shareable(agreement) if variant == PUBLIC else agreement
    if seen is None:
        return None
    known = load_related_titles(seen, workspace, variant)
    if variant == PUBLIC:
        seen = link_related(seen, known)
    paper = VARIANTS[variant](seen, build_render_context(agreement, workspace.profile, known))
    return paper._replace(name=paper.name or slugify(file.path.stem), fingerprint=compute_content_fingerprint(agreement), revision=revision)


def link_related(agreement: Agreement, known: Mapping[str, str]) -> Agreement:
    """The same agreement, linked only with what its readers may know of."""
    values = {field.name: getattr(agreement, field.name) for field in Agreement.fields}
    return Agreement.of(
        values | {"related": tuple(agreement_id for agreement_id in agreement.related if agreement_id in known)}, written=agreement.written
    )


def report_readability(paper: Document, file: AgreementFile, language: Language) -> str:
    """How hard a page for everyone is to read."""
    number = compute_lix(paper)
    return READS.localize(language, path=file.shown, number=number, level=describe_lix(number)) + (
        SHORTEN.localize(language) if number > GOAL else ""
    )


HELD_BACK = Text(da="{path} er ikke med: den skal ikke vises offentligt.", en="{path} is left out: it is not to be shown in public.")
READS = Text(da="{path}: lixtal {number}, {level}.", en="{path}: LIX {number}, {level}.")
SHORTEN = Text(da=" Korte ord og sætninger gør den lettere.", en=" Short words and sentences make it easier.")


def load_related_titles(agreement: Agreement, workspace: Workspace, variant: str) -> Mapping[str, str]:
    """What the agreements that it points at are called, as far as they are in the record and its readers may know."""
    framework = (agreement.framework,) if agreement.framework else ()
    titles: dict[str, str] = {}
    for name in (*agreement.related, *agreement.replaces, *framework):
        try:
            other = load_usable_agreement(find_agreement_file(name, workspace), workspace)
        except CommandError:
            continue
        if other.title and (variant != PUBLIC or extract_shareable(other)):
            titles[name] = other.title if variant == PUBLIC else f"{other.title} ({name})"
    return titles
