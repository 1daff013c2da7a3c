"""Agreements that name one another."""

from collections.abc import Iterator, Mapping, Sequence

from ...agreement.agreement import Agreement
from ...agreement.field import Field
from ...agreement.finding import way
from ...agreement.nearest import nearest
from ...agreement.row import Row
from ...diagnostics import Severity
from ...profile.profile import Profile
from ...text import Text
from ..rule import WORKING, Beside, Moment, Rule, Scope

ERROR = Severity.ERROR
REPLACES, FRAMEWORK, RELATED, ID = way(Agreement.replaces, Agreement.framework, Agreement.related, Agreement.id)
NONE_ALIKE = Text(da="ret henvisningen, eller slet den", en="mend the reference, or delete it")


def references(row: Row) -> Iterator[tuple[Field, int | None, str]]:
    """The ids an agreement points to: the field, which of a list it is, and the id."""
    yield from ((REPLACES, position, one) for position, one in enumerate(row.replaces))
    yield from ((FRAMEWORK, None, row.framework),) if row.framework else ()
    yield from ((RELATED, position, one) for position, one in enumerate(row.related))


def dangling(rows: Sequence[Row], _: Profile, __: Moment) -> Iterator[Beside]:
    """References to an agreement that the record does not have."""
    known = {row.id for row in rows}
    for row in rows:
        for one, position, name in references(row) if row.refers and row.status in WORKING else ():
            if name not in known:
                yield Beside(row, one, position, {"id": name, "suggestion": alternative(name, known - {row.id})})


def alternative(name: str, known: set[str]) -> Text:
    """What to do about an id that does not exist."""
    meant = nearest(name, sorted(known))
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


def circling(rows: Sequence[Row], _: Profile, __: Moment) -> Iterator[Beside]:
    """Agreements that replace one another in a ring, or are one another's framework; relatives may well be mutual."""
    working = [row for row in rows if row.status in WORKING]
    for one, targets in (
        (REPLACES, {row.id: row.replaces for row in working}),
        (FRAMEWORK, {row.id: (row.framework,) if row.framework else () for row in working}),
    ):
        for ring in rings(targets):
            last = next(row for row in reversed(working) if row.id in ring)
            yield Beside(last, one, None, {"ids": ring})


def rings(targets: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The rings in a net of references, one after another."""
    left = leading_on(targets)
    while left:
        ring = followed(next(iter(left)), left)
        yield ring
        left = leading_on({name: to for name, to in left.items() if name not in ring})


def leading_on(targets: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """The names from which one can go on for ever; those that lead nowhere are taken away until none is left."""
    left = {name: tuple(to) for name, to in targets.items() if to}
    while True:
        kept = {name: within for name, to in left.items() if (within := tuple(one for one in to if one in left))}
        if len(kept) == len(left):
            return kept
        left = kept


def followed(name: str, targets: Mapping[str, Sequence[str]]) -> list[str]:
    """The ring that one comes into by following the first reference each time."""
    path: list[str] = []
    while name not in path:
        path.append(name)
        name = targets[name][0]
    return path[path.index(name) :]


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
