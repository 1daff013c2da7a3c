"""Advice to both sides before they meet for the first time: questions to ask oneself, and where to make contact (S3)."""

from ..text.localized import Text
from .point import AdvicePoint

FOR_VOLUNTARY = "S3 Råd til de frivillige organisationer"
FOR_PUBLIC = "S3 Råd til kommuner/amter"
CONTACT = "S3 Etablering af kontakt"

VOLUNTARY_QUESTIONS = (
    AdvicePoint(
        Text(da="Hvem kan I hente inspiration hos?", en="From whom can you take inspiration?"),
        FOR_VOLUNTARY,
        Text(
            da="Andre frivillige og andre samarbejder har prøvet det før.",
            en="Other volunteers and other cooperations have tried it before.",
        ),
    ),
    AdvicePoint(
        Text(da="Hvad vil I opnå med at henvende jer?", en="What do you want to achieve by making contact?"),
        FOR_VOLUNTARY,
        Text(da="Jo mere præcise I er, jo lettere er I at høre.", en="The more precise you are, the easier you are to hear."),
    ),
    AdvicePoint(
        Text(da="Hvor meget tid og hvilke kræfter kan I sætte af?", en="How much time and effort can you set aside?"),
        FOR_VOLUNTARY,
        Text(da="At arbejde sammen koster noget hos jer begge.", en="Working together costs something for you both."),
    ),
    AdvicePoint(
        Text(da="Hvad ved I om kommunens særlige vilkår?", en="What do you know of the municipality's special conditions?"),
        FOR_VOLUNTARY,
        Text(
            da="En kommune er politisk ledet og skal kunne vise, hvad pengene går til.",
            en="A municipality is politically led and must be able to show where the money goes.",
        ),
    ),
    AdvicePoint(
        Text(da="Hvad betyder jeres værdier for det, I gør?", en="What do your values mean for what you do?"),
        FOR_VOLUNTARY,
        Text(da="Fortæl om det. Det er ikke sikkert, at andre kan se det.", en="Tell about it. Others may not see it."),
    ),
    AdvicePoint(
        Text(da="Hvad betyder jeres indsats for lokalsamfundet?", en="What does your effort mean for the community?"),
        FOR_VOLUNTARY,
        Text(da="Det er værd at fortælle.", en="It is worth telling."),
    ),
    AdvicePoint(
        Text(da="Hvilke opgaver løser I allerede, og hvilke kunne I løse?", en="Which tasks do you do already, and which could you do?"),
        FOR_VOLUNTARY,
        Text(da="Så ved kommunen, hvad I kan tale om.", en="Then the municipality knows what there is to talk about."),
    ),
    AdvicePoint(
        Text(da="Hvad kan I være med til, og hvad kan I ikke?", en="What can you take part in, and what can you not?"),
        FOR_VOLUNTARY,
        Text(da="Vær åbne og afklarede, før I mødes.", en="Be open and clear before you meet."),
        (
            Text(da="af hensyn til jeres værdier", en="for the sake of your values"),
            Text(da="af hensyn til jeres ressourcer", en="for the sake of your resources"),
            Text(da="fordi indsatsen er frivillig", en="because the effort is voluntary"),
            Text(da="fordi I også er målgruppens talerør", en="because you also speak for the target group"),
        ),
    ),
)

VOLUNTARY_CONTACT = (
    AdvicePoint(Text(da="Den bedste vej ind afhænger af opgaven.", en="The best way in depends on the task."), CONTACT),
    AdvicePoint(Text(da="En politiker på målgruppens område", en="A politician in the target group's field"), CONTACT),
    AdvicePoint(Text(da="En medarbejder på målgruppens område", en="An official in the target group's field"), CONTACT),
    AdvicePoint(
        Text(
            da="Kommunens frivilligkoordinator, hvis der er en",
            en="The municipality's volunteer coordinator, if there is one",
        ),
        CONTACT,
    ),
    AdvicePoint(
        Text(
            da="Dialogmøder om den frivillige indsats, fx om § 18-midler",
            en="Dialogue meetings on the voluntary effort, for instance on section 18 money",
        ),
        CONTACT,
    ),
)

PUBLIC_QUESTIONS = (
    AdvicePoint(
        Text(
            da="Hvilke kommuner og samarbejder kan I hente inspiration hos?",
            en="From which municipalities and cooperations can you take inspiration?",
        ),
        FOR_PUBLIC,
        Text(da="Andre har prøvet det før.", en="Others have tried it before."),
    ),
    AdvicePoint(
        Text(da="Hvad ved I om foreningernes særlige vilkår?", en="What do you know of the special conditions of associations?"),
        FOR_PUBLIC,
        Text(
            da="Lysten driver værket, og medlemmerne skal være med.",
            en="People give what they like to give, and the members must be with you.",
        ),
    ),
    AdvicePoint(
        Text(
            da="Hvordan kan jeres idé åbne en samtale om, hvordan opgaven bedst gribes an?",
            en="How can your idea open a talk about how best to go about the task?",
        ),
        FOR_PUBLIC,
        Text(
            da="Kommunen er den stærkeste part og kan let virke styrende, også uden at ville det.",
            en="The municipality is the stronger party and easily seems to be in charge, even without meaning to.",
        ),
    ),
    AdvicePoint(
        Text(da="Hvor meget tid og hvilke kræfter kan I sætte af?", en="How much time and effort can you set aside?"),
        FOR_PUBLIC,
        Text(da="At arbejde sammen koster noget hos jer begge.", en="Working together costs something for you both."),
    ),
    AdvicePoint(
        Text(
            da="Hvordan passer samarbejdet ind i den samlede indsats for målgruppen?",
            en="How does the cooperation fit into the whole effort for the target group?",
        ),
        FOR_PUBLIC,
        Text(da="Ellers bliver det en ø.", en="Otherwise it becomes an island."),
    ),
    AdvicePoint(
        Text(
            da="Hvordan skal frivillige og ansatte arbejde sammen, og hvor går grænsen for de frivillige?",
            en="How shall volunteers and staff work together, and where is the limit for the volunteers?",
        ),
        FOR_PUBLIC,
        Text(da="Gør jer de første tanker, før I inviterer.", en="Think the first thoughts before you invite."),
    ),
    AdvicePoint(
        Text(da="Hvilke rammer er I bundet af som myndighed?", en="Which frames bind you as an authority?"),
        FOR_PUBLIC,
        Text(da="Sig det åbent fra begyndelsen.", en="Say so openly from the start."),
    ),
)

PUBLIC_CONTACT = (
    AdvicePoint(
        Text(
            da="Kig i den sociale vejviser, hos frivilligcentret og blandt dem, der har søgt støtte.",
            en="Look in the social directory, at the volunteer centre and among those who have applied for support.",
        ),
        CONTACT,
    ),
    AdvicePoint(
        Text(da="Se også de små og de nye foreninger.", en="See the small and the new associations too."),
        CONTACT,
    ),
    AdvicePoint(
        Text(
            da="Lav et katalog over opgaver, I gerne vil tale om. Et dialogmøde kan give de første.",
            en="Make a catalogue of tasks you would like to discuss. A dialogue meeting can give the first.",
        ),
        CONTACT,
    ),
)
