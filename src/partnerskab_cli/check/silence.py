"""One cause, one finding: where a rule has spoken, those that come after it are silent."""

from collections.abc import Iterable, Iterator

from ..diagnostics import YamlPath
from .hits import RuleHit


def suppress_consequences(spoken: Iterable[RuleHit]) -> Iterator[RuleHit]:
    """What is left when every rule is silent where one that it comes after has spoken on the same place."""
    everything = list(spoken)
    places: dict[str, PathTree] = {}
    for hit in everything:
        places.setdefault(hit.rule.code, PathTree()).add(hit.route)
    for hit in everything:
        if not any(code in places and places[code].has_near(hit.route) for code in hit.rule.after):
            yield hit


class PathTree:
    """Routes as a tree, so that one is held against all of them at once."""

    __slots__ = ("ends", "items", "words")

    def __init__(self, routes: Iterable[YamlPath] = ()) -> None:
        self.ends = False
        self.items: dict[int, PathTree] = {}
        self.words: dict[str, PathTree] = {}
        for route in routes:
            self.add(route)

    def add(self, route: YamlPath) -> None:
        """Take in one more route."""
        here = self
        for step in route:
            here = here.items.setdefault(step, PathTree()) if isinstance(step, int) else here.words.setdefault(step, PathTree())
        here.ends = True

    def has_near(self, route: YamlPath) -> bool:
        """Whether one of them may have the same cause: both speak of one question, and not of two items of one list."""
        here: PathTree | None = self
        for depth, step in enumerate(route):
            if here is None or here.ends or (depth and here.has_other_branch(step)):
                return here is not None
            here = here.items.get(step) if isinstance(step, int) else here.words.get(step)
        return here is not None and bool(here.ends or here.items or here.words)

    def has_other_branch(self, step: str | int) -> bool:
        """Whether one of them goes another way here than this step, and not to another item of the same list."""
        if isinstance(step, int):
            return bool(self.words)
        return bool(self.items) or len(self.words) > (step in self.words)
