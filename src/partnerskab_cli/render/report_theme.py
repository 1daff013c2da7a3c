"""What a paper wears when it is printed: its language, the municipality's look, and a record's own templates."""

from collections.abc import Mapping
from typing import NamedTuple

from ..text.localized import Language
from .theme import DocumentTheme


class ReportStyle(NamedTuple):
    """How a paper is to look."""

    language: Language = "da"
    look: DocumentTheme = DocumentTheme()
    own: Mapping[str, str] = {}
    """A record's own templates by name; they go before ours."""
