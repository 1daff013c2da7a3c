"""The formats of a comparison by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping

from ...difference import Difference
from ...lazy import lazy
from ..look import Look

DifferenceFormat = Callable[[Difference, Look], str]
DIFFERENCE_FORMATS: Mapping[str, DifferenceFormat] = {
    "text": lazy("formats.differences.text:text"),
    "md": lazy("formats.differences.markdown:markdown"),
    "json": lazy("formats.differences.json:json"),
}
