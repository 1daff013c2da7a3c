"""The volunteer policy beyond its goals and actions, which a profile holds (S2), and what serves the principles (S1)."""

from collections.abc import Mapping
from typing import NamedTuple

from ..model.choices import ContributionKind
from ..text.localized import Text
from .point import AdvicePoint

FOREWORD = "S2 Forord"
PURPOSES = "S2 Formål"
INTRODUCTION = "S2 Indledning"
COOPERATION = "S2 Samarbejde"


class Support(NamedTuple):
    """A way in which the municipality supports the associations."""

    text: Text
    kind: ContributionKind | None = None
    """The contribution it is in one agreement; some support is given to all alike."""
    source: str = COOPERATION


PURPOSE = (
    AdvicePoint(Text(da="Holde fast i det, der er i gang, og få det videre", en="Keep what is under way and carry it on"), PURPOSES),
    AdvicePoint(Text(da="Inspirere til udvikling og fornyelse", en="Inspire development and renewal"), PURPOSES),
    AdvicePoint(Text(da="Styrke vilkår og mangfoldighed", en="Strengthen conditions and diversity"), PURPOSES),
    AdvicePoint(
        Text(
            da="Fremme, at foreningerne forebygger de mest påtrængende problemer",
            en="Further the associations' prevention of the most pressing problems",
        ),
        PURPOSES,
    ),
)

FOCUS = (
    AdvicePoint(Text(da="Foreningernes arbejde skal ses mere", en="The associations' work should be seen more"), INTRODUCTION),
    AdvicePoint(
        Text(
            da="Foreningernes evne, mulighed og vilje til at arbejde sammen",
            en="The associations' ability, opportunity and will to work together",
        ),
        INTRODUCTION,
    ),
)

CHANNELS = (
    AdvicePoint(
        Text(da="Frivillighedsrådet og frivilligcentret som talerør", en="The volunteer council and the volunteer centre as voices"),
        INTRODUCTION,
    ),
    AdvicePoint(Text(da="Stormøder med foreningerne", en="Large meetings with the associations"), INTRODUCTION),
    AdvicePoint(
        Text(
            da="Et årligt dialogmøde mellem Frivillighedsrådet og Socialudvalget",
            en="A yearly dialogue meeting of the volunteer council and the social committee",
        ),
        INTRODUCTION,
    ),
)

RENEWAL = (
    AdvicePoint(
        Text(
            da="Frivillighedsrådet lægger op til det, én gang i hver valgperiode, ud fra erfaringer og ny viden",
            en="The volunteer council proposes it, once in each council term, from experience and new knowledge",
        ),
        INTRODUCTION,
    ),
)
"""How the goals are adjusted; the report on the policy is the material for it."""

RECOGNITION = (
    AdvicePoint(
        Text(da="Frivillig Fredag, en fest for alle frivillige", en="Frivillig Fredag, a celebration for all volunteers"), FOREWORD
    ),
    AdvicePoint(Text(da="Kåringen af Årets Forening", en="The choice of the association of the year"), FOREWORD),
)

SUPPORT = (
    Support(Text(da="Økonomisk støtte efter § 18", en="Money under section 18"), ContributionKind.MONEY),
    Support(Text(da="En særlig kontaktperson", en="A special contact person"), ContributionKind.CONTACT_PERSON),
    Support(Text(da="En årlig oversigt over foreningerne", en="A yearly overview of the associations"), ContributionKind.COMMUNICATION),
    Support(
        Text(da="Råd og hjælp til at søge kommunale midler", en="Advice and help with applying for municipal funds"),
        ContributionKind.ADVICE,
    ),
    Support(Text(da="Samarbejde om konkrete projekter", en="Cooperation on concrete projects"), ContributionKind.JOINT_PROJECT),
    Support(Text(da="Et frivillighedsråd, der rådgiver", en="A volunteer council that advises")),
    Support(
        Text(
            da="Ansvars- og ulykkesforsikring for indsatser, der hænger sammen med kommunens og står på forsikringslisten",
            en="Liability and accident insurance for efforts linked to the municipality's own and put on the insurance list",
        ),
        ContributionKind.INSURANCE,
    ),
)

PRINCIPLES = ("læring", "relationer", "dna", "effekt", "frivillighed")
"""The keys of the five principles (holdepunkter) in the source's order: H1 to H5."""

SERVING_RULES: Mapping[str, tuple[str, ...]] = {
    "H3.1": ("PRT03", "PRT04", "PRT04b"),
    "H3.2": ("PRT12",),
    "H3.3": ("BUR01", "BUR03", "BUR04"),
    "H3.4": ("BUR02",),
    "H4.3": ("POR02",),
}
"""The rules behind a sub-point; which fields answer it, the fields themselves say. A sub-point with neither is for the talk between the parties."""
