"""The word lists: Danish key, printed label, old spellings. English key = the member's name."""

from .field import Choice, word


class Formality(Choice):
    """The form of agreement, least formal first (S3 Samarbejdet kan have mange former)."""

    ORAL = word("mundtlig", "Mundtlig aftale", "Oral agreement")
    GRANT = word("tilskud", "Tilskud", "Grant")
    COOPERATION = word("samarbejdsaftale", "Samarbejdsaftale", "Cooperation agreement")
    PARTNERSHIP = word("partnerskabsaftale", "Partnerskabsaftale", "Partnership agreement")


class Status(Choice):
    """How far the agreement has come."""

    IDEA = word("idé", "Idé", "Idea")
    DRAFT = word("udkast", "Udkast", "Draft")
    ACTIVE = word("aktiv", "Aktiv", "Active", also=("underskrevet", "signed"))
    RENEGOTIATION = word("genforhandling", "Genforhandling", "Renegotiation")
    ENDED = word("ophørt", "Ophørt", "Ended")


class PartnershipType(Choice):
    """The three types of partnership (S1); it describes, it does not permit."""

    DELEGATION = word("uddelegering", "Uddelegering", "Delegation")
    CO_CREATION = word("samskabelse", "Samskabelse", "Co-creation")
    CO_PRODUCTION = word("samproduktion", "Samproduktion", "Co-production")
    NOT_CHOSEN = word("ikke_valgt", "Ikke valgt", "Not chosen")


class Theme(Choice):
    """What the cooperation is about."""

    OLDER_PEOPLE = word("ældre", "Ældre", "Older people")
    CHILDREN_YOUTH = word("børn_unge", "Børn og unge", "Children and young people")
    DISABILITY = word("handicap", "Handicap", "Disability")
    MENTAL_HEALTH = word("psykiatri", "Psykiatri", "Mental health")
    ADDICTION_HOMELESSNESS = word("misbrug_hjemløshed", "Misbrug og hjemløshed", "Addiction and homelessness")
    INTEGRATION = word("integration", "Integration", "Integration")
    HEALTH = word("sundhed", "Sundhed", "Health")
    LONELINESS = word("ensomhed", "Ensomhed", "Loneliness")
    RELATIVES = word("pårørende", "Pårørende", "Relatives")
    FAMILY = word("familie", "Familie", "Family")
    OTHER = word("andet", "Andet", "Other")


class Initiative(Choice):
    """Whose idea it was."""

    PUBLIC = word("offentlig", "Den offentlige part", "The public party", also=("kommune",))
    ASSOCIATION = word("forening", "Foreningen", "The association")
    CITIZENS = word("borgere", "Borgere", "Citizens")
    JOINT = word("fælles", "Fælles", "Joint")


class DocumentLanguage(Choice):
    """The language of the printed document."""

    DA = word("da", "Dansk", "Danish")
    EN = word("en", "Engelsk", "English")


class Side(Choice):
    """The side a party stands on."""

    PUBLIC = word("offentlig", "Offentlig", "Public", also=("kommune",))
    VOLUNTARY = word("frivillig", "Frivillig", "Voluntary")
    OTHER = word("anden", "Anden", "Other")


class PartyForm(Choice):
    """What kind of organisation a party is."""

    MUNICIPALITY = word("kommune", "Kommune", "Municipality")
    REGION = word("region", "Region", "Region")
    STATE = word("stat", "Statslig myndighed", "State authority")
    ASSOCIATION = word("forening", "Forening", "Association")
    SELF_GOVERNING = word("selvejende", "Selvejende institution", "Self-governing institution")
    FOUNDATION = word("fond", "Fond", "Foundation")
    NETWORK = word("netværk", "Netværk", "Network")
    INDIVIDUALS = word("enkeltpersoner", "Enkeltpersoner", "Individuals")
    CONGREGATION = word("menighed", "Menighed", "Congregation")
    OTHER = word("andet", "Andet", "Other")


class RoleKind(Choice):
    """What an outside role does."""

    FUNDER = word("bidragyder", "Bidragyder", "Funder")
    REFERRER = word("henviser", "Henviser", "Referrer")
    FOLLOWER = word("følger", "Følger arbejdet", "Follows the work")
    SUPERVISOR = word("tilsyn", "Fører tilsyn", "Supervisor")
    ADVISER = word("rådgiver", "Rådgiver", "Adviser")
    OTHER = word("andet", "Andet", "Other")


class Closeness(Choice):
    """How often volunteers and staff work side by side."""

    DAILY = word("dagligt", "Hver dag", "Every day")
    WEEKLY = word("ugentligt", "Hver uge", "Every week")
    SELDOM = word("sjældnere", "Sjældnere", "Less often")


class Level(Choice):
    """The level that meets."""

    POLITICAL = word("politisk", "Politisk", "Political")
    MANAGEMENT = word("ledelse", "Ledelse", "Management")
    DAILY = word("daglig", "Daglig", "Daily")


class ContributionKind(Choice):
    """What a contribution consists of (S2 Samarbejde)."""

    MONEY = word("penge", "Penge", "Money")
    WAGES = word("løn", "Løn", "Wages")
    HOURS = word("timer", "Timer", "Hours")
    PREMISES = word("lokaler", "Lokaler", "Premises")
    EQUIPMENT = word("udstyr", "Udstyr", "Equipment")
    KNOWLEDGE = word("viden", "Viden", "Knowledge")
    COURSES = word("kurser", "Kurser", "Courses")
    TRANSPORT = word("transport", "Transport", "Transport")
    NETWORK = word("netværk", "Netværk", "Network")
    CONTACT_PERSON = word("kontaktperson", "Kontaktperson", "Contact person")
    ADVICE = word("rådgivning", "Rådgivning", "Advice")
    JOINT_PROJECT = word("fælles_projekt", "Fælles projekt", "Joint project")
    INSURANCE = word("forsikring", "Forsikring", "Insurance")
    REFERRAL = word("henvisning", "Henvisning", "Referral")
    COMMUNICATION = word("formidling", "Formidling", "Communication")
    OTHER = word("andet", "Andet", "Other")


class Per(Choice):
    """What an amount or a number of hours is counted per."""

    TOTAL = word("i_alt", "i alt", "in all")
    YEAR = word("år", "om året", "a year")
    QUARTER = word("kvartal", "i kvartalet", "a quarter")
    MONTH = word("måned", "om måneden", "a month")
    WEEK = word("uge", "om ugen", "a week")
    OCCASION = word("gang", "pr. gang", "each time")
    PERSON = word("person", "pr. person", "per person")


class NoticeForm(Choice):
    """How notice is given."""

    WRITTEN = word("skriftligt", "Skriftligt", "In writing")
    SPOKEN = word("mundtligt", "Mundtligt", "By word of mouth")


class ValueKind(Choice):
    """The three kinds of added value (S1 Merværdien)."""

    QUALITY = word("kvalitet", "Styrket kvalitet i opgaveløsningen", "Better quality in the work")
    PREVENTION = word("forebyggelse", "Styrket tidlig forebyggelse", "Stronger early prevention")
    COPING = word("mestring", "Styrket mestringsevne", "Stronger ability to cope")


class VoluntaryBenefit(Choice):
    """What organisations get out of it (S3)."""

    COMMUNITY = word("lokalsamfund", "Aktivt og demokratisk lokalsamfund", "Active and democratic community")
    ATTENTION = word("opmærksomhed", "Opmærksomhed på målgruppens behov", "Attention to the needs of the target group")
    INFLUENCE = word("indflydelse", "Præge den lokale indsats", "Shape the local effort")
    KNOWLEDGE = word("viden", "Mere viden om målgruppen", "More knowledge of the target group")
    RESOURCES = word("ressourcer", "Økonomi, kurser, lokaler og faciliteter", "Money, courses, premises and facilities")


class PublicBenefit(Choice):
    """What the public side gets out of it (S3)."""

    COMMUNITY = word("lokalsamfund", "Velfungerende lokalsamfund", "Well-functioning community")
    COVERAGE = word("dækning", "Bedre og mere dækkende indsats", "Better and fuller effort")
    POLICY = word("politik", "Handling bag frivilligpolitikken", "Action behind the volunteer policy")
    METHODS = word("metoder", "Inspiration til nye metoder", "Inspiration for new methods")
    DIVERSITY = word("mangfoldighed", "Mangfoldighed og flere valgmuligheder", "Diversity and more to choose from")
    KNOWLEDGE = word("viden", "Mere viden om målgruppen", "More knowledge of the target group")


def section_of_law(number: str, *laws: str) -> tuple[str, ...]:
    """How people write a section of a law: `§ 18`, `§18`, `serviceloven § 18`, with a hard blank too."""
    named = (spelt for law in laws for spelt in (f"{law} ", f"{law[:1].upper()}{law[1:]} "))
    return tuple(dict.fromkeys(f"{law}§{blank}{number}" for law in ("", *named) for blank in (" ", "\N{NO-BREAK SPACE}", "")))


class LegalBasis(Choice):
    """The legal basis of a grant."""

    SOCIAL_SERVICES_18 = word(
        "sel_18",
        "Serviceloven § 18",
        "Social Services Act section 18",
        also=section_of_law("18", "serviceloven", "servicelovens", "sel", "SEL"),
    )
    SOCIAL_SERVICES_79 = word(
        "sel_79",
        "Serviceloven § 79",
        "Social Services Act section 79",
        also=section_of_law("79", "serviceloven", "servicelovens", "sel", "SEL"),
    )
    ADULT_EDUCATION_ACT = word("folkeoplysningsloven", "Folkeoplysningsloven", "Non-formal Education Act")
    HEALTH_119 = word(
        "sundhedsloven_119", "Sundhedsloven § 119", "Health Act section 119", also=section_of_law("119", "sundhedsloven", "sundhedslovens")
    )
    ELDER_ACT = word("ældreloven", "Ældreloven", "Elder Act")
    MUNICIPAL_MANDATE = word("kommunalfuldmagt", "Kommunalfuldmagten", "Unwritten municipal powers")
    STATE_POOL = word("statslig_pulje", "Statslig pulje", "State funding pool")
    FOUNDATION = word("fond", "Fond", "Foundation")
    OTHER = word("andet", "Andet", "Other")


class PaymentPlan(Choice):
    """In one sum or in instalments."""

    SINGLE = word("engang", "På én gang", "In one sum")
    INSTALMENTS = word("rater", "I rater", "In instalments")


class Unspent(Choice):
    """What happens to unspent money."""

    REPAID = word("tilbagebetales", "Betales tilbage", "Paid back")
    CARRIED_OVER = word("overføres", "Overføres til næste år", "Carried over to the next year")
    AGREED_LATER = word("aftales", "Aftales fra gang til gang", "Agreed each time")


class Outcome(Choice):
    """How far a goal was reached."""

    REACHED = word("nået", "Nået", "Reached")
    PARTLY = word("delvist", "Delvist nået", "Partly reached")
    MISSED = word("ikke", "Ikke nået", "Not reached")


class Controller(Choice):
    """Who is the data controller."""

    PUBLIC = word("offentlig", "Den offentlige part", "The public party", also=("kommune",))
    VOLUNTARY = word("frivillig", "Den frivillige part", "The voluntary party")
    EACH = word("hver_for_sig", "Hver for sig", "Each on their own")
    JOINT = word("fælles", "Fælles", "Jointly")


class CountedFrom(Choice):
    """What a relative deadline is counted from."""

    SIGNATURE = word("underskrift", "underskriften", "the signature")
    START = word("start", "starten", "the start")
    END = word("slut", "slutningen", "the end")


class Binding(Choice):
    """Whether the agreement is legally binding."""

    YES = word("ja", "Ja", "Yes")
    NO = word("nej", "Nej", "No")
    NOT_STATED = word("ikke_angivet", "Ikke angivet", "Not stated")
