"""What is worth knowing about the other side, and what both build on (S3, S4)."""

from ..text.localized import Text
from .point import AdvicePoint

ABOUT_VOLUNTARY = "S3 Værd at overveje om de frivillige organisationer"
ABOUT_PUBLIC = "S3 Værd at overveje om kommuner og amter"
RESPECT = "S3 Ligeværdighed og respekt"
OVER_TIME = "S3 Organiseringen skal sikre samarbejdet over tid"
IN_THE_WAY = "S4 Viden og holdninger står i vejen"
DIALOGUE_IS_THE_WAY = "S4 Dialog er vejen frem"

CONSIDER_VOLUNTARY = (
    AdvicePoint(
        Text(
            da="Mange foreninger bygger på bestemte værdier, som præger alt, hvad de gør.",
            en="Many associations build on certain values that mark all they do.",
        ),
        ABOUT_VOLUNTARY,
    ),
    AdvicePoint(Text(da="Frivillige gør det, fordi de har lyst.", en="Volunteers do it because they want to."), ABOUT_VOLUNTARY),
    AdvicePoint(
        Text(da="Medlemmerne skal bakke op, og det kan tage tid.", en="The members must be behind it, and that can take time."),
        ABOUT_VOLUNTARY,
    ),
    AdvicePoint(
        Text(
            da="Den frivillige verden spænder fra det lille lokale initiativ til den store landsorganisation.",
            en="The voluntary world runs from the small local initiative to the large national organisation.",
        ),
        ABOUT_VOLUNTARY,
    ),
)
"""Shown to the public side."""

CONSIDER_PUBLIC = (
    AdvicePoint(
        Text(
            da="Kommuner er politisk ledede, og politikernes opbakning er vigtig.",
            en="Municipalities are politically led, and backing from the politicians matters.",
        ),
        ABOUT_PUBLIC,
    ),
    AdvicePoint(
        Text(da="En præcis henvendelse bliver lettere hørt.", en="A precise approach has a better chance of being heard."),
        ABOUT_PUBLIC,
    ),
    AdvicePoint(
        Text(
            da="Kommunen har ansvaret for, at borgerne får det, loven giver dem ret til, i god nok kvalitet.",
            en="The municipality is responsible for citizens getting what the law entitles them to, in good enough quality.",
        ),
        ABOUT_PUBLIC,
    ),
    AdvicePoint(
        Text(
            da="Kommunen skal kunne vise borgerne, at skattepengene bliver brugt godt.",
            en="The municipality must be able to show citizens that taxes are well used.",
        ),
        ABOUT_PUBLIC,
    ),
    AdvicePoint(
        Text(
            da="Nogle kommuner arbejder meget sammen med frivillige, andre kun lidt.",
            en="Some municipalities work much with volunteers, others only a little.",
        ),
        ABOUT_PUBLIC,
    ),
)
"""Shown to the voluntary side."""

CHARTER = (
    AdvicePoint(
        Text(
            da="Samspillet hviler på tillid, og I respekterer, at den anden har sine egne opgaver.",
            en="Interplay rests on trust, and you respect that the other has tasks of its own.",
        ),
        RESPECT,
    ),
    AdvicePoint(Text(da="Foreningerne vælger selv deres opgaver.", en="The associations choose their own tasks."), RESPECT),
    AdvicePoint(
        Text(
            da="Den frivillige indsats må ikke træde i stedet for den offentlige.",
            en="The voluntary effort must not take the place of the public one.",
        ),
        RESPECT,
    ),
    AdvicePoint(
        Text(
            da="En forening, der får offentlig støtte, bør have skrevet ned, hvad den står for og vil. Det gør den selv.",
            en="An association with public support should have written down what it stands for and wants. It does so itself.",
        ),
        RESPECT,
    ),
)
"""An extract of the charter of 2003."""

ORGANISING = (
    AdvicePoint(Text(da="Hvordan holder I arbejdet på sporet undervejs?", en="How do you keep the work on track?"), OVER_TIME),
    AdvicePoint(
        Text(
            da="Hvad gør I, når en frivillig og en ansat, eller en borger, kommer på kant med hinanden?",
            en="What do you do when a volunteer and an employee, or a citizen, fall out?",
        ),
        OVER_TIME,
    ),
    AdvicePoint(
        Text(
            da="Hvor tager I det op: i en følgegruppe, mellem formand og kommune eller et tredje sted?",
            en="Where do you take it up: in a follow-up group, between chair and municipality, or in a third place?",
        ),
        OVER_TIME,
    ),
    AdvicePoint(Text(da="Ved alle, hvor de går hen?", en="Does everyone know where to turn?"), OVER_TIME),
    AdvicePoint(
        Text(
            da="Jo tættere I arbejder sammen i hverdagen, og jo flere I er, jo mere omtanke kræver det.",
            en="The closer you work together in everyday life, and the more you are, the more thought it needs.",
        ),
        OVER_TIME,
        rule_of_thumb=True,
    ),
)

DIALOGUE = (
    AdvicePoint(
        Text(
            da="Mange ansatte kender for lidt til de frivillige og til, hvad man kan gøre sammen.",
            en="Many staff know too little of the volunteers and of what can be done together.",
        ),
        IN_THE_WAY,
    ),
    AdvicePoint(
        Text(
            da="Begge sider kan være skeptiske over for den andens måde at arbejde på.",
            en="Both sides can be sceptical of the other's way of working.",
        ),
        IN_THE_WAY,
    ),
    AdvicePoint(
        Text(
            da="Når frivilligpolitikken bliver til i dialog, lærer I hinanden at kende.",
            en="When the volunteer policy is made in dialogue, you come to know each other.",
        ),
        DIALOGUE_IS_THE_WAY,
    ),
    AdvicePoint(
        Text(
            da="Personlig kontakt, fx på dialogmøder, baner vejen.",
            en="Personal contact, for instance at dialogue meetings, clears the way.",
        ),
        DIALOGUE_IS_THE_WAY,
    ),
    AdvicePoint(
        Text(
            da="Sørg for klare rammer og roller, når et samarbejde begynder.",
            en="See to clear frames and roles when a cooperation begins.",
        ),
        DIALOGUE_IS_THE_WAY,
    ),
)
