"""Points 5 to 7: organisation, how much to write down, and control against willingness to take risks."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.checklist import is_coordinated
from ..model.choices import Closeness, Formality
from ..model.cooperation import Organisation
from ..model.record import Finding, field_path, make_finding
from ..profile.profile import Profile
from ..profile.recommend_form import FROM_COOPERATION, recommend_form
from ..text.localized import LANGUAGES, Text
from .phrases import FORM_WORDS
from .required_fields import make_required_check
from .rule import NOT_IDEA, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def nobody_in_charge(agreement: Agreement) -> Iterator[Finding]:
    """No organisation, and no contact whose role says who keeps things together."""
    if not is_coordinated(agreement):
        yield from NO_ORGANISATION(agreement)


NO_ORGANISATION = make_required_check(field_path(Agreement.organisation))

TJK05 = Rule(
    "TJK05",
    WARNING,
    says=Text(
        da="Hvem er tovholder?",
        en="Who is in charge of coordination?",
    ),
    cure=Text(
        da="skriv en `tovholder` under `organisering`",
        en="add a `coordinator` under `organisation`",
    ),
    why=Text(
        da="Uden en tovholder tror hver part let, at den anden gør det.",
        en="Without one, each side assumes the other will do it.",
    ),
    source="S3 Tjekliste 5",
    bad="organisering:",
    good="organisering: {tovholder: frivilligkonsulenten}",
    forms="S",
    statuses=NOT_IDEA,
    after=("STR02",),
    item=5,
    check=nobody_in_charge,
)


def no_way_for_problems(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """Close work or many people, and nowhere to turn (S3's rule of thumb)."""
    interplay = agreement.interplay
    close = interplay and interplay.closeness in {Closeness.DAILY, Closeness.WEEKLY}
    crowded = interplay and (interplay.people or 0) > profile.limits.many_people
    if (close or crowded) and not (agreement.organisation and agreement.organisation.problem_path):
        if agreement.organisation:
            yield make_finding(agreement.organisation, Organisation.problem_path)
        else:
            yield make_finding(agreement, Agreement.organisation)


TJK05B = Rule(
    "TJK05b",
    WARNING,
    says=Text(
        da="Hvor går frivillige og ansatte hen, hvis noget driller?",
        en="Where do volunteers and staff turn if something goes wrong?",
    ),
    cure=Text(
        da="skriv det under `organisering.problemvej`",
        en="write it under `organisation.problem_path`",
    ),
    why=Text(
        da="Jo tættere frivillige og ansatte arbejder sammen, og jo flere de er, desto vigtigere er det at vide, hvor man går hen.",
        en="The more closely volunteers and staff work together, and the more of them, the more it matters to know where to turn.",
    ),
    source="S3 Organiseringen skal sikre samarbejdet over tid",
    bad="organisering: {tovholder: frivilligkonsulenten}\nsamspil: {tæthed: ugentligt, personer: 14, udvikling: ja}\nforsikring: {egen: Foreningens ulykkesforsikring}",
    good="organisering: {tovholder: frivilligkonsulenten, problemvej: {frivillige: formanden, ansatte: områdelederen}}\nsamspil: {tæthed: ugentligt, personer: 14, udvikling: ja}\nforsikring: {egen: Foreningens ulykkesforsikring}",
    forms="SP",
    statuses=NOT_IDEA,
    after=("TJK05", "TJK05c"),
    item=5,
    check_by=no_way_for_problems,
)

TJK05C = Rule(
    "TJK05c",
    ERROR,
    says=Text(
        da="Et partnerskab har brug for en tovholder.",
        en="A partnership needs someone in charge of coordination.",
    ),
    cure=Text(
        da="skriv en `tovholder` under `organisering`",
        en="add a `coordinator` under `organisation`",
    ),
    why=Text(
        da="Et partnerskab er et struktureret samarbejde, og det kræver en tovholder.",
        en="A partnership is structured cooperation, and that needs someone in charge of coordination.",
    ),
    source="S3 Tjekliste 5",
    bad="organisering:",
    good="organisering: {tovholder: frivilligkonsulenten, problemvej: {frivillige: formanden, ansatte: områdelederen}}",
    forms="P",
    after=("STR02",),
    sinks=True,
    item=5,
    check=nobody_in_charge,
)


def too_light(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """A form lighter than the one that seems to be enough."""
    enough = recommend_form(agreement, profile)
    talking = any(grant.dialogue for grant in agreement.grant)
    if enough.form in {Formality.COOPERATION, Formality.PARTNERSHIP} and not talking:
        reasons = Text(*("; ".join(reason.says.localize(each) for reason in enough.reasons) for each in LANGUAGES))
        yield make_finding(agreement, Agreement.formality, reasons=reasons, form=FORM_WORDS[enough.form])


TJK06 = Rule(
    "TJK06",
    ADVICE,
    says=Text(
        da="Der er flere grunde til at skrive mere ned: {reasons}.",
        en="There are several reasons to write more down: {reasons}.",
    ),
    cure=Text(
        da="overvej {form}; det er et bud, og I bestemmer selv",
        en="consider {form}; it is a suggestion, and the choice is yours",
    ),
    why=Text(
        da="Formen skal passe til opgaven, deltagerne og størrelsen.",
        en="The form must fit the task, the participants and the size.",
    ),
    source="S3 Samarbejdet kan have mange former",
    bad="samspil: {tæthed: dagligt, personer: 14}\nforsikring: {egen: Foreningens ulykkesforsikring}",
    good="samspil: {tæthed: sjældnere, personer: 4}",
    forms="MT",
    item=6,
    check_by=too_light,
)


def too_heavy(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """A written agreement where little speaks for one; only where the closeness is known."""
    if agreement.interplay and recommend_form(agreement, profile).points < FROM_COOPERATION:
        yield make_finding(agreement, Agreement.formality, form=FORM_WORDS[agreement.formality])


TJK06B = Rule(
    "TJK06b",
    ADVICE,
    says=Text(
        da="Måske er {form} mere, end I har brug for.",
        en="Perhaps {form} is more than you need.",
    ),
    cure=Text(
        da="kan en kortere form være nok? Det er et bud",
        en="could a shorter form be enough? It is a suggestion",
    ),
    why=Text(
        da="Mindst muligt bureaukrati er et af holdepunkterne.",
        en="Least possible bureaucracy is one of the principles.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="samspil: {tæthed: sjældnere}\nperiode: {start: 2026-01-01, slut: 2026-12-31}\ntilskud:\npersondata:\ngenforhandling:",
    good="samspil: {tæthed: ugentligt, personer: 14, udvikling: ja}\nforsikring: {egen: Foreningens ulykkesforsikring}\nperiode: {start: 2026-01-01, slut: 2026-12-31}\ntilskud:\npersondata:\ngenforhandling:",
    forms="SP",
    item=6,
    check_by=too_heavy,
)

TJK07 = Rule(
    "TJK07",
    WARNING,
    says=Text(
        da="Hvor meget vil I styre, og hvor meget tør I prøve?",
        en="How much will you steer, and how much do you dare to try?",
    ),
    cure=Text(
        da="sæt en `grad` fra 1 til 5, og skriv en linje",
        en="set a `degree` from 1 to 5 and write a line",
    ),
    why=Text(
        da="Hvor meget I styrer, og hvor meget I tør, skal I veje af sammen; ellers gør kommunen det alene.",
        en="How much you control and how much you dare is for you to weigh together; otherwise the municipality does it alone.",
    ),
    source="S3 Tjekliste 7",
    bad="styring:",
    good="styring: {grad: 2, tekst: Vi prøver os frem.}",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR02",),
    item=7,
    check=make_required_check(field_path(Agreement.control_and_risk)),
)

RULES = (TJK05, TJK05B, TJK05C, TJK06, TJK06B, TJK07)
