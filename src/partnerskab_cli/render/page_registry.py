"""The formats of a page by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping

from ..formats.terminal_style import TerminalStyle
from ..lazy import lazy
from ..text.page import Page

PageFormat = Callable[[Page, TerminalStyle], str]
PAGE_FORMATS: Mapping[str, PageFormat] = {
    "text": lazy("render.text:render"),
    "md": lazy("render.page_markdown:render"),
    "html": lazy("render.page_html:render"),
}
