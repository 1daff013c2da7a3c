"""The types of partnership, the forms of agreement, and what comes of them, by the words of an agreement (S1, S3)."""

from collections.abc import Mapping
from typing import NamedTuple

from ..model.choices import Formality, PartnershipType, PublicBenefit, ValueKind, VoluntaryBenefit
from ..model.field import Choice
from ..text.localized import Text
from .point import AdvicePoint

FORMS_SOURCE = "S3 Forskellige slags aftaler om samarbejde"
BOTH_GAIN = "S3 Begge parter skal have noget ud af samarbejdet"
ADDED = "S1 Merværdien"


class PartnershipTypeAdvice(NamedTuple):
    """A type of partnership (S1 Forskellige typer af partnerskaber)."""

    title: Text
    text: Text
    attention: Text
    """What to beware of."""
    degrees: tuple[int, int]
    """The usual degree of control, from 1 (try freely) to 5 (fixed frame)."""
    source: str


class FormalityAdvice(NamedTuple):
    """A form of agreement."""

    text: Text
    enough_when: Text
    """Our own explanation, as the rest of a sentence: enough when …"""
    source: str = FORMS_SOURCE


TYPES: Mapping[Choice, PartnershipTypeAdvice] = {
    PartnershipType.DELEGATION: PartnershipTypeAdvice(
        Text(da="Det traditionelle partnerskab", en="The traditional partnership"),
        Text(
            da="Kommunen planlægger og sætter rammen, og foreningen løser opgaven alene, ofte med et tilskud og et ønske om evaluering.",
            en="The municipality plans and frames, and the association does the work alone, often with a grant and a demand for evaluation.",
        ),
        Text(
            da="Pas på, at de frivillige ikke får opgaver, som kommunen har pligt til at løse.",
            en="Take care that the volunteers are not given what the municipality is bound to do.",
        ),
        (4, 5),
        "S1 Det traditionelle partnerskab; S2 Målsætninger 8",
    ),
    PartnershipType.CO_CREATION: PartnershipTypeAdvice(
        Text(da="Det samskabende partnerskab", en="The co-creating partnership"),
        Text(
            da="I finder sammen kernen i problemet og løser det sammen. Alle lærer og får noget ud af det.",
            en="Together you find the heart of the problem and solve it. All learn and gain.",
        ),
        Text(
            da="Det er oftest kommunen, der sætter rammen. Så bliver løsningen let forudsigelig, og modet til at prøve noget nyt bliver mindre.",
            en="It is mostly the municipality that sets the frame. So the solution easily becomes predictable, and the courage to try something new smaller.",
        ),
        (3, 4),
        "S1 Det samskabende partnerskab",
    ),
    PartnershipType.CO_PRODUCTION: PartnershipTypeAdvice(
        Text(da="Det samproducerende partnerskab", en="The co-producing partnership"),
        Text(
            da="I er ligeværdige, ser langsigtet og på det hele og kender ikke svaret på forhånd.",
            en="You are equals, look far ahead and at the whole, and do not know the answer beforehand.",
        ),
        Text(
            da="Relationen skal passes hele tiden. Borgerne er med, men styrer ikke alene.",
            en="The relation needs care all the time. Citizens take part but do not steer alone.",
        ),
        (1, 2),
        "S1 Det samproducerende partnerskab",
    ),
}

FORMS: Mapping[Choice, FormalityAdvice] = {
    Formality.ORAL: FormalityAdvice(
        Text(da="I er enige og nøjes med et kort notat.", en="You agree and make do with a short note."),
        Text(da="opgaven er lille, og I kender hinanden", en="the task is small and you know each other"),
    ),
    Formality.GRANT: FormalityAdvice(
        Text(
            da="Foreningen får penge til noget, den selv sætter i gang. Sammen med en samtale kan det ofte være nok.",
            en="The association gets money for something it starts itself. With a talk it can often be enough.",
        ),
        Text(
            da="I ikke deler en opgave, men kommunen støtter den",
            en="you do not share a task, but the municipality supports it",
        ),
    ),
    Formality.COOPERATION: FormalityAdvice(
        Text(
            da="En slags kontrakt om, hvad I yder hinanden. Der er ingen fast skabelon; tjeklisten er et godt sted at begynde.",
            en="A kind of contract on what you give each other. There is no fixed template; the checklist is a good start.",
        ),
        Text(
            da="I er fælles om en opgave og vil vide, hvad I kan regne med",
            en="you share a task and want to know what you can count on",
        ),
    ),
    Formality.PARTNERSHIP: FormalityAdvice(
        Text(
            da="En samarbejdsaftale med vægt på det ligeværdige: fælles mål gennem dialog, begge bidrager, begge får noget ud af det, "
            "og begge skriver under.",
            en="A cooperation agreement with weight on equality: common goals through dialogue, both contribute, both gain, and both sign.",
        ),
        Text(da="I vil udvikle noget nyt sammen over tid", en="you want to develop something new together over time"),
    ),
}

VOLUNTARY_BENEFITS: Mapping[Choice, AdvicePoint] = {
    VoluntaryBenefit.COMMUNITY: AdvicePoint(
        Text(da="Være med til at skabe et aktivt og demokratisk lokalsamfund", en="Help to create an active and democratic community"),
        BOTH_GAIN,
    ),
    VoluntaryBenefit.ATTENTION: AdvicePoint(
        Text(da="Gøre opmærksom på målgruppens situation og behov", en="Draw attention to the situation and needs of the target group"),
        BOTH_GAIN,
    ),
    VoluntaryBenefit.INFLUENCE: AdvicePoint(
        Text(
            da="Præge den lokale indsats, så kommunens og de frivilliges tilbud hænger bedre sammen",
            en="Shape the local effort so that municipal and voluntary offers fit better together",
        ),
        BOTH_GAIN,
    ),
    VoluntaryBenefit.KNOWLEDGE: AdvicePoint(
        Text(da="Vide mere om målgruppen og dens behov", en="Know more about the target group and its needs"), BOTH_GAIN
    ),
    VoluntaryBenefit.RESOURCES: AdvicePoint(
        Text(
            da="Få adgang til penge, kurser, lokaler og andre faciliteter",
            en="Gain access to money, courses, premises and other facilities",
        ),
        BOTH_GAIN,
    ),
}

PUBLIC_BENEFITS: Mapping[Choice, AdvicePoint] = {
    PublicBenefit.COMMUNITY: AdvicePoint(
        Text(
            da="Et lokalsamfund, der fungerer, med aktive foreninger og borgere",
            en="A community that works, with active associations and citizens",
        ),
        BOTH_GAIN,
    ),
    PublicBenefit.COVERAGE: AdvicePoint(
        Text(
            da="En bedre indsats, der også når det, kommunen ikke selv dækker, fx ensomhed og kriser",
            en="A better effort that also reaches what the municipality does not cover itself, such as loneliness and crises",
        ),
        BOTH_GAIN,
    ),
    PublicBenefit.POLICY: AdvicePoint(
        Text(
            da="Et ligeværdigt samarbejde, der gør frivilligpolitikken til handling",
            en="Cooperation as equals that turns the volunteer policy into action",
        ),
        BOTH_GAIN,
    ),
    PublicBenefit.METHODS: AdvicePoint(Text(da="Idéer til at arbejde på nye måder", en="Ideas for working in new ways"), BOTH_GAIN),
    PublicBenefit.DIVERSITY: AdvicePoint(
        Text(da="Flere slags tilbud og mere at vælge imellem for borgerne", en="More kinds of offers and more for citizens to choose from"),
        BOTH_GAIN,
    ),
    PublicBenefit.KNOWLEDGE: AdvicePoint(
        Text(da="Vide mere om målgruppen og dens behov", en="Know more about the target group and its needs"), BOTH_GAIN
    ),
}

ADDED_VALUE: Mapping[Choice, AdvicePoint] = {
    ValueKind.QUALITY: AdvicePoint(
        Text(
            da="Ny viden, nye måder at gøre det på og et blik for helheden i svære problemer",
            en="New knowledge, new ways of doing it and an eye for the whole of hard problems",
        ),
        ADDED,
    ),
    ValueKind.PREVENTION: AdvicePoint(
        Text(
            da="Borgerne har tillid til foreningerne, og derfor bliver sårbare fundet tidligere",
            en="Citizens trust the associations, and so vulnerable people are found earlier",
        ),
        ADDED,
    ),
    ValueKind.COPING: AdvicePoint(
        Text(
            da="Foreningen vejleder, og borgeren klarer og bestemmer mere selv",
            en="The association guides, and the citizen copes and decides more",
        ),
        ADDED,
    ),
}

MEANINGS: Mapping[Choice, AdvicePoint] = {**VOLUNTARY_BENEFITS, **PUBLIC_BENEFITS, **ADDED_VALUE}
"""Words of an agreement with what the sources say of them."""
