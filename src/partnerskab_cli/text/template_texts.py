"""The words that a document says of itself."""

from collections.abc import Mapping

from .localized import Language, Text

WORDING = {
    "contents": Text(da="Indhold", en="Contents"),
    "skip": Text(da="Gå til indholdet", en="Skip to the content"),
    "page": Text(da="Side", en="Page"),
    "of": Text(da="af", en="of"),
    "accessibility": Text(da="Tilgængelighedserklæring", en="Accessibility statement"),
    "logo": Text(da="Logo for", en="Logo of"),
    "fingerprint": Text(da="Indholdets fingeraftryk", en="Fingerprint of the content"),
    "revision": Text(da="Udgave", en="Revision"),
}


def localize_template_texts(language: Language) -> Mapping[str, str]:
    """The words in one language, by the names that templates know."""
    return {name: words.localize(language) for name, words in WORDING.items()}
