"""A document as plain data, for what draws it in another language than Python."""

import json
from collections.abc import Mapping

from .document import Document, Section
from .look import Look
from .url import url


def as_json(document: Document, look: Look, words: Mapping[str, str]) -> str:
    """A document, how it looks and the words it says of itself, as JSON."""
    return json.dumps({"document": plain(document), "look": plain(look), "words": words}, ensure_ascii=False)


def plain(value: object) -> object:
    """A value of dictionaries, lists and words; an address that may not be followed is left out."""
    fields = getattr(value, "_fields", None)
    if fields:
        made = {name: plain(getattr(value, name)) for name in fields}
        if "target" in made:
            made["target"] = url(str(made["target"]))
        if isinstance(value, Section):
            made["heading"] = value.heading
        return made
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return list(value) if isinstance(value, bytes) else value
