"""Agreements that name one another."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.field import Field
from ..model.record import field_path
from ..model.summary import AgreementSummary
from ..profile.profile import Profile
from ..text.localized import Text
from ..text.matching import find_nearest
from .rule import WORKING, CheckDates, PortfolioFinding, Rule, Scope

ERROR = Severity.ERROR
REPLACES, FRAMEWORK, RELATED, ID = field_path(Agreement.replaces, Agreement.framework, Agreement.related, Agreement.id)
NONE_ALIKE = Text(da="ret henvisningen, eller slet den", en="mend the reference, or delete it")


def iter_references(row: AgreementSummary) -> Iterator[tuple[Field, int | None, str]]:
    """The ids an agreement points to: the field, which of a list it is, and the id."""
    yield from ((REPLACES, position, replace) for position, replace in enumerate(row.replaces))
    yield from ((FRAMEWORK, None, row.framework),) if row.framework else ()
    yield from ((RELATED, position, word) for position, word in enumerate(row.related))


def dangling(rows: Sequence[AgreementSummary], _: Profile, __: CheckDates) -> Iterator[PortfolioFinding]:
    """References to an agreement that the record does not have."""
    known = {row.id for row in rows}
    missed = [
        (row, *reference)
        for row in rows
        if row.refers and row.status in WORKING
        for reference in iter_references(row)
        if reference[2] not in known
    ]
    ids = IdIndex.of(known) if missed else IdIndex((), ())
    for row, field, position, name in missed:
        yield PortfolioFinding(row, field, position, {"id": name, "suggestion": suggest_alternative(name, ids, row.id)})


NEIGHBOURS = 20
"""Ids that are compared on each side of where a misspelt one would stand; in a smaller record that is all of them."""


class IdIndex(NamedTuple):
    """The ids of a record by how they begin, and turned round by how they end: a slip leaves one of the two as it was."""

    forwards: Sequence[str]
    backwards: Sequence[str]

    @classmethod
    def of(cls, known: set[str]) -> "IdIndex":
        """In their two orders."""
        return cls(sorted(known), sorted(item[::-1] for item in known))

    def find_near(self, name: str) -> list[str]:
        """Those that begin or end most like a name, in order."""
        return sorted(
            {*list_neighbours(name, self.forwards), *(neighbour[::-1] for neighbour in list_neighbours(name[::-1], self.backwards))}
        )


def list_neighbours(name: str, ids: Sequence[str]) -> Sequence[str]:
    """The ids round the place where one would stand."""
    place = bisect(ids, name)
    return ids[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]


def suggest_alternative(name: str, ids: IdIndex, own: str) -> Text:
    """What to do about an id that does not exist."""
    meant = find_nearest(name, [word for word in ids.find_near(name) if word != own])
    return Text(da=f"mente I »{meant}«?", en=f"did you mean “{meant}”?") if meant else NONE_ALIKE


POR04 = Rule(
    "POR04",
    ERROR,
    says=Text(da="{field} peger på »{id}«, som ikke findes.", en="{field} points to “{id}”, which does not exist."),
    cure=Text(da="{suggestion}", en="{suggestion}"),
    why=Text(
        da="En henvisning skal kunne følges, også af den, der kommer til om fem år.",
        en="A reference must be possible to follow, also for whoever comes in five years.",
    ),
    source="practice",
    bad="# kaffe.yaml\nrelaterede: [sankt-musik]\n---\n# musik.yaml\nformål: Et kor for alle, der gerne vil synge.",
    good="# kaffe.yaml\nrelaterede: [musik]\n---\n# musik.yaml\nformål: Et kor for alle, der gerne vil synge.",
    scope=Scope.PORTFOLIO,
    check_all=dangling,
)


def circling(rows: Sequence[AgreementSummary], _: Profile, __: CheckDates) -> Iterator[PortfolioFinding]:
    """Agreements that replace one another in a ring, or are one another's framework; relatives may well be mutual."""
    working = [row for row in rows if row.status in WORKING]
    places = {row.id: place for place, row in enumerate(working)}
    for field, targets in (
        (REPLACES, {row.id: row.replaces for row in working if row.replaces}),
        (FRAMEWORK, {row.id: (row.framework,) for row in working if row.framework}),
    ):
        for ring in iter_cycles(targets):
            yield PortfolioFinding(working[max(places[name] for name in ring)], field, None, {"ids": ring})


def iter_cycles(targets: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The rings in a net of references, one after another; each reference is taken away once."""
    left = {name: dict.fromkeys(text for text in to if text in targets) for name, to in targets.items()}
    pointing: dict[str, list[str]] = defaultdict(list)
    for name, to in left.items():
        for word in to:
            pointing[word].append(name)
    remove_names([name for name, to in left.items() if not to], left, pointing)
    for name in targets:
        while name in left:
            ring = follow_references(name, left)
            yield ring
            remove_names(ring, left, pointing)


def remove_names(names: Sequence[str], left: dict[str, dict[str, None]], pointing: Mapping[str, Sequence[str]]) -> None:
    """Take names out of a net, and with them all that then lead nowhere."""
    leading_nowhere = list(names)
    while leading_nowhere:
        gone = leading_nowhere.pop()
        if left.pop(gone, None) is None:
            continue
        for name in pointing.get(gone, ()):
            if name in left:
                del left[name][gone]
                leading_nowhere += [] if left[name] else [name]


def follow_references(name: str, targets: Mapping[str, Mapping[str, None]]) -> list[str]:
    """The ring that one comes into by following the first reference each time."""
    path: dict[str, None] = {}
    while name not in path:
        path[name] = None
        name = next(iter(targets[name]))
    ring = list(path)
    return ring[ring.index(name) :]


POR04B = Rule(
    "POR04b",
    ERROR,
    says=Text(da="Aftalerne peger i ring: {ids}.", en="The agreements point in a circle: {ids}."),
    cure=Text(da="fjern den ene henvisning", en="remove one of the references"),
    why=Text(
        da="Når to aftaler hver især afløser den anden, ved ingen, hvilken der gælder.",
        en="When two agreements each replace the other, nobody knows which one holds.",
    ),
    source="practice",
    bad="# kaffe.yaml\nerstatter: musik\n---\n# musik.yaml\nformål: Et kor for alle, der gerne vil synge.\nerstatter: kaffe",
    good="# kaffe.yaml\nerstatter: musik\n---\n# musik.yaml\nformål: Et kor for alle, der gerne vil synge.",
    after=("POR04",),
    scope=Scope.PORTFOLIO,
    check_all=circling,
)

RULES = (POR04, POR04B)
