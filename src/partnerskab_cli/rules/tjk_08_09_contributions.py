"""Points 8 and 9: what each side gives, and where the limits are."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.checklist import has_limits
from ..model.choices import Side
from ..model.cooperation import Boundaries
from ..model.payers import iter_payers
from ..model.record import Finding, field_path, make_finding
from ..model.requirements import is_unanswered
from ..text.localized import Text
from .required_fields import make_required_check
from .rule import Rule

ERROR = Severity.ERROR

TJK08 = Rule(
    "TJK08",
    ERROR,
    says=Text(
        da="Hvad bidrager I hver især med?",
        en="What does each of you contribute?",
    ),
    cure=Text(
        da="skriv mindst ét bidrag fra hver side; tid, lokaler og viden tæller også",
        en="write at least one contribution from each side; time, premises and knowledge count too",
    ),
    why=Text(
        da="En samarbejdsaftale handler om ydelser og modydelser.",
        en="A cooperation agreement is about services and services in return.",
    ),
    source="S3 Tjekliste 8",
    bad="bidrag:",
    good="bidrag: [{part: kommunen, art: lokaler}, {part: venner, art: timer}]",
    forms="SP",
    after=("STR02",),
    sinks=True,
    item=8,
    check=make_required_check(field_path(Agreement.contributions)),
)


STARTING = {
    Side.PUBLIC: Text(da="Den offentlige part", en="The public party"),
    Side.VOLUNTARY: Text(da="Den frivillige part", en="The voluntary party"),
}


def idle_side(agreement: Agreement) -> Iterator[Finding]:
    """A side that is there and gives nothing, and pays nothing either."""
    if not agreement.contributions:
        return
    giving = {*(contribution.party for contribution in agreement.contributions), *iter_payers(agreement)}
    for side, words in STARTING.items():
        members = {party.id for party in agreement.all_parties if party.side is side}
        if members and not members & giving:
            yield make_finding(agreement, Agreement.contributions, side=words)


TJK08B = Rule(
    "TJK08b",
    ERROR,
    says=Text(
        da="{side} bidrager ikke med noget i aftalen.",
        en="{side} contributes nothing in the agreement.",
    ),
    cure=Text(
        da="skriv, hvad parten bidrager med; tid, lokaler og viden tæller også",
        en="write what it contributes; time, premises and knowledge count",
    ),
    why=Text(
        da="I et ligeværdigt samarbejde bidrager begge.",
        en="In an equal partnership both contribute.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad="bidrag: {part: kommunen, art: lokaler}",
    good="bidrag: [{part: kommunen, art: lokaler}, {part: venner, art: timer}]",
    forms="SP",
    after=("TJK08", "PRT01", "STR04e"),
    sinks=True,
    item=8,
    check=idle_side,
)


def no_limit(agreement: Agreement) -> Iterator[Finding]:
    """Nothing that the volunteers do not do, nothing on statutory tasks, and nothing that falls outside."""
    limits = agreement.boundaries
    if is_unanswered(agreement, Agreement.names["grænser"]):
        yield make_finding(agreement, Agreement.boundaries)
    elif limits and not (has_limits(limits) or limits.aside.keys() & {"volunteers_do_not", "statutory", "out_of_scope"}):
        yield make_finding(limits, Boundaries.volunteers_do_not)


TJK09 = Rule(
    "TJK09",
    ERROR,
    says=Text(
        da="Hvor går grænsen for de frivillige?",
        en="What are volunteers not expected to do?",
    ),
    cure=Text(
        da="skriv mindst én ting under `frivillige_gør_ikke`",
        en="write at least one thing under `volunteers_do_not`",
    ),
    why=Text(
        da="Klare grænser beskytter borgeren, de frivillige og de ansatte.",
        en="Clear limits protect users, volunteers and staff.",
    ),
    source="S3 Tjekliste 9",
    bad="grænser:",
    good="grænser: {frivillige_gør_ikke: giver medicin, lovpligtigt: Pleje er kommunens opgave.}",
    forms="SP",
    after=("STR02",),
    sinks=True,
    item=9,
    check=no_limit,
)

RULES = (TJK08, TJK08B, TJK09)
