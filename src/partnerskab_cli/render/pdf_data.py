"""A document as plain data, for what draws it in another language than Python."""

import json
from collections.abc import Mapping

from ..text.blocks import Document, Section
from .theme import DocumentTheme
from .url import sanitize_url


def dump_document(document: Document, theme: DocumentTheme, words: Mapping[str, str]) -> str:
    """A document, how it looks and the words it says of itself, as JSON."""
    return json.dumps({"document": to_json_value(document), "look": to_json_value(theme), "words": words}, ensure_ascii=False)


def to_json_value(value: object) -> object:
    """A value of dictionaries, lists and words; an address that may not be followed is left out."""
    fields = getattr(value, "_fields", None)
    if fields:
        results = {name: to_json_value(getattr(value, name)) for name in fields}
        if "target" in results:
            results["target"] = sanitize_url(str(results["target"]))
        if isinstance(value, Section):
            results["heading"] = value.heading
        return results
    if isinstance(value, tuple):
        return [to_json_value(item) for item in value]
    return list(value) if isinstance(value, bytes) else value
