"""Chapter BUR: least bureaucracy. The rules that ask for less."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.amounts import DAY, MONTH, QUARTER, WEEK, YEAR, Money, Recurrence
from ..model.choices import Side
from ..model.field import Field
from ..model.free_text import Prose
from ..model.grants import sum_yearly_grants
from ..model.purpose import Goal
from ..model.record import Finding, make_finding
from ..model.requirements import is_unanswered
from ..model.summary import fold_case
from ..model.time import Deliverable, RelativeDeadline
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import FORM_WORDS
from .required_fields import A_GRANT, AN_EVALUATION
from .rule import Rule

ADVICE = Severity.ADVICE
ERROR = Severity.ERROR


def many_goals(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """More goals than the profile finds bearable."""
    if len(agreement.goals) > profile.limits.max_goals:
        yield make_finding(agreement, Agreement.goals, count=len(agreement.goals))


def make_goals_example(*texts: str, indicators: str = "") -> str:
    """Goals with a follow-up each."""
    return "mål:\n" + "\n".join(f"  - {{tekst: {text}, {indicators}opfølgning: Vi spørger i uge 40.}}" for text in texts)


SIX = (
    "Ti gæster har fået en ven.", "Fem gæster er selv værter.", "Tre gæster synger i kor.", "To gæster er kommet i arbejde.",
    "Otte gæster spiser sundere.", "Ni gæster går flere ture.",
)  # fmt: skip

BUR01 = Rule(
    "BUR01",
    ADVICE,
    says=Text(da="{count} mål er mange at følge op på.", en="{count} goals are many to follow up."),
    cure=Text(da="vælg de tre vigtigste", en="choose the three most important"),
    why=Text(
        da="Så lidt dokumentation som muligt; få mål, som nogen ser på, er bedre end mange, som ingen husker.",
        en="As little documentation as possible; few goals that somebody looks at are better than many that nobody remembers.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad=make_goals_example(*SIX),
    good=make_goals_example(*SIX[:3]),
    forms="SPTM",
    check_by=many_goals,
)


def many_indicators(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """Goals with more indicators than the profile finds bearable."""
    for goal in agreement.goals:
        if len(goal.indicator) > profile.limits.max_indicators:
            yield make_finding(goal, Goal.indicator, goal=goal.text, count=len(goal.indicator))


BUR01B = Rule(
    "BUR01b",
    ADVICE,
    says=Text(da="Målet »{goal}« har {count} indikatorer.", en="The goal “{goal}” has {count} indicators."),
    cure=Text(da="vælg den, I kommer til at kigge på", en="choose the one you will look at"),
    why=Text(
        da="Én indikator for hvert mål er nok til at se, om det går den rigtige vej.",
        en="One indicator for each goal is enough to see whether it goes the right way.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad=make_goals_example(SIX[0], indicators="indikator: [antal gæster, antal ture, antal kopper kaffe], "),
    good=make_goals_example(SIX[0], indicators="indikator: [antal gæster], "),
    forms="SPTM",
    check_by=many_indicators,
)

TIMES_A_YEAR = {YEAR: 1, QUARTER: 4, MONTH: 12, WEEK: 52, DAY: 365}


def count_reports_a_year(agreement: Agreement) -> int:
    """How often a year the voluntary side must hand something in or look back: deliverables, accounts and evaluations."""
    voluntary = {party.id for party in agreement.parties if party.side is Side.VOLUNTARY}
    theirs = [deliverable for deliverable in agreement.deliverables if deliverable.party in voluntary]
    when = agreement.evaluation.when if agreement.evaluation else None
    return (
        sum(
            count_times_a_year(their.deadline.repeats)
            for their in theirs
            if isinstance(their.deadline, RelativeDeadline) and their.deadline.repeats
        )
        + count_single_deliverables(theirs)
        + sum(bool(grant.accounts) for grant in agreement.grant)
        + (count_times_a_year(when) if isinstance(when, Recurrence) else int(agreement.evaluation is not None))
    )


def count_times_a_year(how_often: Recurrence) -> int:
    """How many times a year, at the least; what comes more seldom counts as none."""
    return how_often.least * TIMES_A_YEAR[how_often.unit] // how_often.every


def count_single_deliverables(deliverables: Sequence[Deliverable]) -> int:
    """How many single deliverables fall in the fullest year; those without a day count there."""
    single = [
        deliverable
        for deliverable in deliverables
        if not (isinstance(deliverable.deadline, RelativeDeadline) and deliverable.deadline.repeats)
    ]
    years = Counter(
        deliverable.deadline.year
        for deliverable in single
        if deliverable.deadline and not isinstance(deliverable.deadline, RelativeDeadline)
    )
    return max(years.values(), default=0) + len(single) - years.total()


def many_reports(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """More reports a year than the profile finds fair for a small grant."""
    limit = profile.limits.small_grant
    granted, count = sum_yearly_grants(agreement, limit.currency), count_reports_a_year(agreement)
    if 0 < granted < limit.cents and count > profile.limits.max_reports:
        yield make_finding(agreement, Agreement.grant, count=count, amount=Money(granted, limit.currency))


BUR02 = Rule(
    "BUR02",
    ADVICE,
    says=Text(
        da="{count} afrapporteringer om året er mange for {amount} i tilskud.",
        en="{count} reports a year are many for a grant of {amount}.",
    ),
    cure=Text(da="kan én samtale gøre det?", en="could one talk do?"),
    why=Text(
        da="Så lidt dokumentation som muligt; den tid, der går med at skrive, går fra dem, det er til for.",
        en="As little documentation as possible; the time spent on writing is taken from those for whom it is meant.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad=f"{A_GRANT}\n{AN_EVALUATION}\nleverancer: {{part: venner, tekst: Et kort årsnotat, frist: 2027-01-31}}",
    good=f"{A_GRANT}\n{AN_EVALUATION}",
    forms="SPTM",
    check_by=many_reports,
)


def long_texts(prose: Prose, profile: Profile) -> Iterator[Finding]:
    """Texts with more words than the profile finds readable."""
    most = profile.limits.max_words
    for passage in prose.passages:
        words = len(passage.text.split()) if len(passage.text) > most else 0
        if words > most:
            yield Finding(passage.record, passage.field, passage.position, {"words": words})


BUR03 = Rule(
    "BUR03",
    ADVICE,
    says=Text(da="{field} er på {words} ord.", en="{field} has {words} words."),
    cure=Text(da="kan det siges kortere, eller ligge i et bilag?", en="can it be said more briefly, or lie in an annex?"),
    why=Text(
        da="Et fælles sprog er et, begge parter når at læse.",
        en="A common language is one that both parties find the time to read.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad=f"øvrige_vilkår: {{titel: Om stedet, tekst: {'Her er der plads til alle. ' * 42}}}",
    good="øvrige_vilkår: {titel: Om stedet, tekst: Her er der plads til alle.}",
    check_prose=long_texts,
)

ONLY_WRITTEN = tuple(
    field
    for field in Agreement.fields
    if ERROR in {field.need.cooperation, field.need.partnership} and ERROR not in {field.need.oral, field.need.grant}
)
"""What only a written agreement needs."""
MANY_SECTIONS = 3


def written_after_all(agreement: Agreement) -> Iterator[Finding]:
    """An oral agreement or a grant that answers much of what only a written agreement is asked."""
    answered: list[Field] = [field for field in ONLY_WRITTEN if not is_unanswered(agreement, field)]
    if len(answered) >= MANY_SECTIONS:
        yield make_finding(agreement, Agreement.formality, form=FORM_WORDS[agreement.formality])


BUR04 = Rule(
    "BUR04",
    ADVICE,
    says=Text(da="I har skrevet mere, end {form} kræver.", en="You have written more than {form} needs."),
    cure=Text(
        da="er det blevet en samarbejdsaftale? Så ret `formalitet`; ellers kan I roligt lade det stå",
        en="has it become a cooperation agreement? Then mend `formality`; otherwise you may safely let it stand",
    ),
    why=Text(
        da="Ofte er en bevilling og en mundtlig dialog nok; det, der står i filen, skal også holdes ved lige.",
        en="Often a grant and a spoken dialogue are enough; what stands in the file must be kept up too.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad="behov: Mange er alene i weekenden.\nbidrag: {part: venner, art: timer}\nophør: {varsel: 1 måned}",
    good="bidrag: {part: venner, art: timer}\nophør: {varsel: 1 måned}",
    forms="MT",
    after=("TJK06",),
    check=written_after_all,
)

LONG_ENOUGH = 5
"""Words; a role or a name may well stand twice."""
OPENING = 12
"""Letters that texts must share before they are compared as a whole."""


def said_twice(prose: Prose, _: Profile) -> Iterator[Finding]:
    """Texts that an earlier field has in the same words."""
    openings = Counter([passage.text[:OPENING] for passage in prose.passages])
    if len(openings) == len(prose.passages):
        return
    first: dict[str, Field] = {}
    for passage in prose.passages:
        if openings[passage.text[:OPENING]] > 1 and len(passage.text.split(maxsplit=LONG_ENOUGH)) >= LONG_ENOUGH:
            other = first.setdefault(fold_case(passage.text), passage.field)
            if other is not passage.field:
                yield Finding(passage.record, passage.field, passage.position, {"other_field": other})


BUR05 = Rule(
    "BUR05",
    ADVICE,
    says=Text(da="{field} og {other_field} siger det samme.", en="{field} and {other_field} say the same."),
    cure=Text(da="slet det ene sted; ét er nok", en="delete it in one place; one is enough"),
    why=Text(
        da="Det, der står to gange, bliver kun rettet det ene sted.",
        en="What stands twice is mended in only one place.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="titel: Et sted at mødes hver torsdag\nformål: Et sted at mødes hver torsdag.",
    good="titel: Torsdagscaféen\nformål: Et sted at mødes hver torsdag.",
    after=("PRT12",),
    check_prose=said_twice,
)

RULES = (BUR01, BUR01B, BUR02, BUR03, BUR04, BUR05)
