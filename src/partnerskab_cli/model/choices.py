"""The word lists: Danish key, printed label, old spellings. English key = the member's name."""

from .field import Choice, choice_label


class Formality(Choice):
    """The form of agreement, least formal first (S3 Samarbejdet kan have mange former)."""

    ORAL = choice_label("mundtlig", "Mundtlig aftale", "Oral agreement")
    GRANT = choice_label("tilskud", "Tilskud", "Grant")
    COOPERATION = choice_label("samarbejdsaftale", "Samarbejdsaftale", "Cooperation agreement")
    PARTNERSHIP = choice_label("partnerskabsaftale", "Partnerskabsaftale", "Partnership agreement")


class Status(Choice):
    """How far the agreement has come."""

    IDEA = choice_label("idé", "Idé", "Idea")
    DRAFT = choice_label("udkast", "Udkast", "Draft")
    ACTIVE = choice_label("aktiv", "Aktiv", "Active", also=("underskrevet", "signed"))
    RENEGOTIATION = choice_label("genforhandling", "Genforhandling", "Renegotiation")
    ENDED = choice_label("ophørt", "Ophørt", "Ended")


class PartnershipType(Choice):
    """The three types of partnership (S1); it describes, it does not permit."""

    DELEGATION = choice_label("uddelegering", "Uddelegering", "Delegation")
    CO_CREATION = choice_label("samskabelse", "Samskabelse", "Co-creation")
    CO_PRODUCTION = choice_label("samproduktion", "Samproduktion", "Co-production")
    NOT_CHOSEN = choice_label("ikke_valgt", "Ikke valgt", "Not chosen")


class Theme(Choice):
    """What the cooperation is about."""

    OLDER_PEOPLE = choice_label("ældre", "Ældre", "Older people")
    CHILDREN_YOUTH = choice_label("børn_unge", "Børn og unge", "Children and young people")
    DISABILITY = choice_label("handicap", "Handicap", "Disability")
    MENTAL_HEALTH = choice_label("psykiatri", "Psykiatri", "Mental health")
    ADDICTION_HOMELESSNESS = choice_label("misbrug_hjemløshed", "Misbrug og hjemløshed", "Addiction and homelessness")
    INTEGRATION = choice_label("integration", "Integration", "Integration")
    HEALTH = choice_label("sundhed", "Sundhed", "Health")
    LONELINESS = choice_label("ensomhed", "Ensomhed", "Loneliness")
    RELATIVES = choice_label("pårørende", "Pårørende", "Relatives")
    FAMILY = choice_label("familie", "Familie", "Family")
    OTHER = choice_label("andet", "Andet", "Other")


class Initiative(Choice):
    """Whose idea it was."""

    PUBLIC = choice_label("offentlig", "Den offentlige part", "The public party", also=("kommune",))
    ASSOCIATION = choice_label("forening", "Foreningen", "The association")
    CITIZENS = choice_label("borgere", "Borgere", "Citizens")
    JOINT = choice_label("fælles", "Fælles", "Joint")


class DocumentLanguage(Choice):
    """The language of the printed document."""

    DA = choice_label("da", "Dansk", "Danish")
    EN = choice_label("en", "Engelsk", "English")


class Side(Choice):
    """The side a party stands on."""

    PUBLIC = choice_label("offentlig", "Offentlig", "Public", also=("kommune",))
    VOLUNTARY = choice_label("frivillig", "Frivillig", "Voluntary")
    OTHER = choice_label("anden", "Anden", "Other")


class PartyForm(Choice):
    """What kind of organisation a party is."""

    MUNICIPALITY = choice_label("kommune", "Kommune", "Municipality")
    REGION = choice_label("region", "Region", "Region")
    STATE = choice_label("stat", "Statslig myndighed", "State authority")
    ASSOCIATION = choice_label("forening", "Forening", "Association")
    SELF_GOVERNING = choice_label("selvejende", "Selvejende institution", "Self-governing institution")
    FOUNDATION = choice_label("fond", "Fond", "Foundation")
    NETWORK = choice_label("netværk", "Netværk", "Network")
    INDIVIDUALS = choice_label("enkeltpersoner", "Enkeltpersoner", "Individuals")
    CONGREGATION = choice_label("menighed", "Menighed", "Congregation")
    OTHER = choice_label("andet", "Andet", "Other")


class RoleKind(Choice):
    """What an outside role does."""

    FUNDER = choice_label("bidragyder", "Bidragyder", "Funder")
    REFERRER = choice_label("henviser", "Henviser", "Referrer")
    FOLLOWER = choice_label("følger", "Følger arbejdet", "Follows the work")
    SUPERVISOR = choice_label("tilsyn", "Fører tilsyn", "Supervisor")
    ADVISER = choice_label("rådgiver", "Rådgiver", "Adviser")
    OTHER = choice_label("andet", "Andet", "Other")


class Closeness(Choice):
    """How often volunteers and staff work side by side."""

    DAILY = choice_label("dagligt", "Hver dag", "Every day")
    WEEKLY = choice_label("ugentligt", "Hver uge", "Every week")
    SELDOM = choice_label("sjældnere", "Sjældnere", "Less often")


class Level(Choice):
    """The level that meets."""

    POLITICAL = choice_label("politisk", "Politisk", "Political")
    MANAGEMENT = choice_label("ledelse", "Ledelse", "Management")
    DAILY = choice_label("daglig", "Daglig", "Daily")


class ContributionKind(Choice):
    """What a contribution consists of (S2 Samarbejde)."""

    MONEY = choice_label("penge", "Penge", "Money")
    WAGES = choice_label("løn", "Løn", "Wages")
    HOURS = choice_label("timer", "Timer", "Hours")
    PREMISES = choice_label("lokaler", "Lokaler", "Premises")
    EQUIPMENT = choice_label("udstyr", "Udstyr", "Equipment")
    KNOWLEDGE = choice_label("viden", "Viden", "Knowledge")
    COURSES = choice_label("kurser", "Kurser", "Courses")
    TRANSPORT = choice_label("transport", "Transport", "Transport")
    NETWORK = choice_label("netværk", "Netværk", "Network")
    CONTACT_PERSON = choice_label("kontaktperson", "Kontaktperson", "Contact person")
    ADVICE = choice_label("rådgivning", "Rådgivning", "Advice")
    JOINT_PROJECT = choice_label("fælles_projekt", "Fælles projekt", "Joint project")
    INSURANCE = choice_label("forsikring", "Forsikring", "Insurance")
    REFERRAL = choice_label("henvisning", "Henvisning", "Referral")
    COMMUNICATION = choice_label("formidling", "Formidling", "Communication")
    OTHER = choice_label("andet", "Andet", "Other")


class Per(Choice):
    """What an amount or a number of hours is counted per."""

    TOTAL = choice_label("i_alt", "i alt", "in all")
    YEAR = choice_label("år", "om året", "a year")
    QUARTER = choice_label("kvartal", "i kvartalet", "a quarter")
    MONTH = choice_label("måned", "om måneden", "a month")
    WEEK = choice_label("uge", "om ugen", "a week")
    OCCASION = choice_label("gang", "pr. gang", "each time")
    PERSON = choice_label("person", "pr. person", "per person")


class NoticeForm(Choice):
    """How notice is given."""

    WRITTEN = choice_label("skriftligt", "Skriftligt", "In writing")
    SPOKEN = choice_label("mundtligt", "Mundtligt", "By word of mouth")


class ValueKind(Choice):
    """The three kinds of added value (S1 Merværdien)."""

    QUALITY = choice_label("kvalitet", "Styrket kvalitet i opgaveløsningen", "Better quality in the work")
    PREVENTION = choice_label("forebyggelse", "Styrket tidlig forebyggelse", "Stronger early prevention")
    COPING = choice_label("mestring", "Styrket mestringsevne", "Stronger ability to cope")


class VoluntaryBenefit(Choice):
    """What organisations get out of it (S3)."""

    COMMUNITY = choice_label("lokalsamfund", "Aktivt og demokratisk lokalsamfund", "Active and democratic community")
    ATTENTION = choice_label("opmærksomhed", "Opmærksomhed på målgruppens behov", "Attention to the needs of the target group")
    INFLUENCE = choice_label("indflydelse", "Præge den lokale indsats", "Shape the local effort")
    KNOWLEDGE = choice_label("viden", "Mere viden om målgruppen", "More knowledge of the target group")
    RESOURCES = choice_label("ressourcer", "Økonomi, kurser, lokaler og faciliteter", "Money, courses, premises and facilities")


class PublicBenefit(Choice):
    """What the public side gets out of it (S3)."""

    COMMUNITY = choice_label("lokalsamfund", "Velfungerende lokalsamfund", "Well-functioning community")
    COVERAGE = choice_label("dækning", "Bedre og mere dækkende indsats", "Better and fuller effort")
    POLICY = choice_label("politik", "Handling bag frivilligpolitikken", "Action behind the volunteer policy")
    METHODS = choice_label("metoder", "Inspiration til nye metoder", "Inspiration for new methods")
    DIVERSITY = choice_label("mangfoldighed", "Mangfoldighed og flere valgmuligheder", "Diversity and more to choose from")
    KNOWLEDGE = choice_label("viden", "Mere viden om målgruppen", "More knowledge of the target group")


def list_law_spellings(number: str, *laws: str) -> tuple[str, ...]:
    """How people write a section of a law: `§ 18`, `§18`, `serviceloven § 18`, with a hard blank too."""
    named = (spelt for law in laws for spelt in (f"{law} ", f"{law[:1].upper()}{law[1:]} "))
    return tuple(dict.fromkeys(f"{law}§{blank}{number}" for law in ("", *named) for blank in (" ", "\N{NO-BREAK SPACE}", "")))


class LegalBasis(Choice):
    """The legal basis of a grant."""

    SOCIAL_SERVICES_18 = choice_label(
        "sel_18",
        "Serviceloven § 18",
        "Social Services Act section 18",
        also=list_law_spellings("18", "serviceloven", "servicelovens", "sel", "SEL"),
    )
    SOCIAL_SERVICES_79 = choice_label(
        "sel_79",
        "Serviceloven § 79",
        "Social Services Act section 79",
        also=list_law_spellings("79", "serviceloven", "servicelovens", "sel", "SEL"),
    )
    ADULT_EDUCATION_ACT = choice_label("folkeoplysningsloven", "Folkeoplysningsloven", "Non-formal Education Act")
    HEALTH_119 = choice_label(
        "sundhedsloven_119",
        "Sundhedsloven § 119",
        "Health Act section 119",
        also=list_law_spellings("119", "sundhedsloven", "sundhedslovens"),
    )
    ELDER_ACT = choice_label("ældreloven", "Ældreloven", "Elder Act")
    MUNICIPAL_MANDATE = choice_label("kommunalfuldmagt", "Kommunalfuldmagten", "Unwritten municipal powers")
    STATE_POOL = choice_label("statslig_pulje", "Statslig pulje", "State funding pool")
    FOUNDATION = choice_label("fond", "Fond", "Foundation")
    OTHER = choice_label("andet", "Andet", "Other")


class PaymentPlan(Choice):
    """In one sum or in instalments."""

    SINGLE = choice_label("engang", "På én gang", "In one sum")
    INSTALMENTS = choice_label("rater", "I rater", "In instalments")


class Unspent(Choice):
    """What happens to unspent money."""

    REPAID = choice_label("tilbagebetales", "Betales tilbage", "Paid back")
    CARRIED_OVER = choice_label("overføres", "Overføres til næste år", "Carried over to the next year")
    AGREED_LATER = choice_label("aftales", "Aftales fra gang til gang", "Agreed each time")


class Outcome(Choice):
    """How far a goal was reached."""

    REACHED = choice_label("nået", "Nået", "Reached")
    PARTLY = choice_label("delvist", "Delvist nået", "Partly reached")
    MISSED = choice_label("ikke", "Ikke nået", "Not reached")


class Controller(Choice):
    """Who is the data controller."""

    PUBLIC = choice_label("offentlig", "Den offentlige part", "The public party", also=("kommune",))
    VOLUNTARY = choice_label("frivillig", "Den frivillige part", "The voluntary party")
    EACH = choice_label("hver_for_sig", "Hver for sig", "Each on their own")
    JOINT = choice_label("fælles", "Fælles", "Jointly")


class CountedFrom(Choice):
    """What a relative deadline is counted from."""

    SIGNATURE = choice_label("underskrift", "underskriften", "the signature")
    START = choice_label("start", "starten", "the start")
    END = choice_label("slut", "slutningen", "the end")


class Binding(Choice):
    """Whether the agreement is legally binding."""

    YES = choice_label("ja", "Ja", "Yes")
    NO = choice_label("nej", "Nej", "No")
    NOT_STATED = choice_label("ikke_angivet", "Ikke angivet", "Not stated")
