"""A piece of guidance: what it says, why, and where it stands."""

from typing import NamedTuple

from ..text.localized import Text


class AdvicePoint(NamedTuple):
    """One point of a list in a source, in our words."""

    text: Text
    source: str
    why: Text | None = None
    """Our own explanation."""
    parts: tuple[Text, ...] = ()
    """What the point falls into."""
    rule_of_thumb: bool = False
