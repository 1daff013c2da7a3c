"""Where something is taken from, as a fact of a page."""

from ..model.citations import cite_sources
from ..text.localized import Text

SOURCE = Text(da="Kilde", en="Source")


def describe_source(sections: str) -> tuple[Text, Text]:
    """`S3 Tjekliste 10` in words, under its name."""
    return SOURCE, cite_sources(sections)
