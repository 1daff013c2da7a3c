"""What is shown of a comparison: agreement by agreement, each change in the words of one language."""

from enum import Enum, IntEnum
from typing import Literal, NamedTuple

from .text.localized import Language, Text


class ChangeSignificance(IntEnum):
    """How much a change means; a higher number is heavier."""

    EDITORIAL = 1
    """The same said otherwise: line breaks, punctuation, the order of a list that has none."""
    CONTENT = 2
    """Something else is said, but nothing that was signed."""
    MATERIAL = 3
    """The signed content: it needs new signatures."""

    @property
    def key(self) -> str:
        """The word of machine formats."""
        return self.name.lower()

    def localize(self, language: Language) -> str:
        """The word a reader sees."""
        return WEIGHT_WORDS[self].localize(language)


WEIGHT_WORDS = {
    ChangeSignificance.EDITORIAL: Text(da="redaktionel", en="editorial"),
    ChangeSignificance.CONTENT: Text(da="indhold", en="content"),
    ChangeSignificance.MATERIAL: Text(da="væsentlig", en="material"),
}


class ChangeKind(Enum):
    """What was done to an answer or to an item of a list."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class AgreementChange(Enum):
    """What became of an agreement."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"
    """Its file is written otherwise, or lies elsewhere, and says the same."""
    UNREADABLE = "unreadable"


What = Literal["same", "removed", "added"]
Part = tuple[What, str]
"""A stretch of a text, and what became of it."""


class FieldDiff(NamedTuple):
    """One change."""

    route: str
    """`goals[2].deadline`, in English names; numbers from 0, as the newer file has them."""
    deed: ChangeKind
    weight: ChangeSignificance
    item: int | None
    """The point of the checklist."""
    title: str
    before: str
    after: str
    note: str
    """How it moved: `kortere`, `5.000 kr. mere`, `tilføjet`."""
    parts: tuple[Part, ...] = ()
    """Word by word, where a long text has changed; else nothing."""


class AgreementDiff(NamedTuple):
    """One agreement."""

    path: str
    former: str
    """The path it had, where that was another one."""
    id: str
    title: str
    fate: AgreementChange
    lines: tuple[FieldDiff, ...] = ()
    must_sign: tuple[str, ...] = ()
    """The parties whose signatures no longer cover what it says."""
    answered: tuple[int | None, int | None] = (None, None)
    """How many of the thirteen points of the checklist are answered, before and after."""
    unread: int = 0
    """Places of both files that cannot be read, and so are not compared."""
    broken_now: bool = False
    """Whether the newer version cannot be read."""
    binding: bool = False
    """Whether it is gone while it bound the parties."""

    @property
    def weight(self) -> ChangeSignificance | None:
        """How much the heaviest change means; an agreement that comes or goes takes all it says with it."""
        if self.fate in {AgreementChange.ADDED, AgreementChange.REMOVED}:
            return ChangeSignificance.MATERIAL
        return max((line.weight for line in self.lines), default=None)


class Difference(NamedTuple):
    """Two states of a record, side by side."""

    old: str
    new: str
    entries: tuple[AgreementDiff, ...]
    """Only agreements whose files differ."""

    @property
    def changed(self) -> tuple[AgreementDiff, ...]:
        """The agreements in which something means something else, or cannot be told."""
        return tuple(entry for entry in self.entries if entry.fate is not AgreementChange.SAME)
