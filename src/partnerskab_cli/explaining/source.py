"""Where something is taken from, as a fact of a page."""

from ..agreement.sources import cited
from ..text import Text

SOURCE = Text(da="Kilde", en="Source")


def source(sections: str) -> tuple[Text, Text]:
    """`S3 Tjekliste 10` in words, under its name."""
    return SOURCE, cited(sections)
