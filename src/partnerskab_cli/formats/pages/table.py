"""The formats of a page by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping

from ...lazy import lazy
from ...page import Page
from ..look import Look

PageFormat = Callable[[Page, Look], str]
PAGE_FORMATS: Mapping[str, PageFormat] = {
    "text": lazy("formats.pages.text:text"),
    "md": lazy("formats.pages.markdown:markdown"),
    "html": lazy("formats.pages.html:html"),
}
