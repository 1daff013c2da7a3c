"""The formats of a page by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping

from ...lazy import lazy
from ...page import Page
from ..look import TerminalStyle

PageFormat = Callable[[Page, TerminalStyle], str]
PAGE_FORMATS: Mapping[str, PageFormat] = {
    "text": lazy("formats.pages.text:render"),
    "md": lazy("formats.pages.markdown:render"),
    "html": lazy("formats.pages.html:render"),
}
