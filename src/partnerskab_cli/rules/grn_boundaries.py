"""Chapter GRN: what is never for volunteers to do, and who decides over them."""

from collections.abc import Callable, Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import Side
from ..model.contributions import Contribution
from ..model.cooperation import Boundaries
from ..model.free_text import Passage
from ..model.record import Finding, field_path
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import find_affirmed_phrase, make_claim_check
from .required_fields import make_required_check
from .rule import NOT_IDEA, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def iter_volunteer_passages(agreement: Agreement) -> Iterator[Passage]:
    """What volunteers do, text by text: what stands under their boundaries, and the contributions of voluntary parties."""
    limits = agreement.boundaries
    if limits:
        yield from (Passage(limits, DO, position, text) for position, text in enumerate(limits.volunteers_do))
    voluntary = {party.id for party in agreement.parties if party.side is Side.VOLUNTARY}
    yield from (
        Passage(contribution, GIVEN, None, contribution.text or "")
        for contribution in agreement.contributions
        if contribution.party in voluntary
    )


DO, GIVEN = field_path(Boundaries.volunteers_do, Contribution.text)


def make_phrase_check(value: str, word_list: str) -> Callable[[Agreement, Profile], Iterator[Finding]]:
    """A check for words of a list in what volunteers do; sentences that deny it are left alone."""

    def check(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
        words = profile.get_word_list(word_list)
        for passage in iter_volunteer_passages(agreement):
            if phrase := find_affirmed_phrase(passage.text, words):
                yield Finding(passage.record, passage.field, passage.position, {value: phrase})

    return check


GRN01 = Rule(
    "GRN01",
    ERROR,
    says=Text(
        da="»{task}« er en opgave, kommunen skal løse efter loven.",
        en="“{task}” is a task the municipality must do by law.",
    ),
    cure=Text(
        da="skriv det om, eller flyt det til kommunens `bidrag`",
        en="rewrite it, or move it to the municipality's `contributions`",
    ),
    why=Text(
        da="Frivillige må ikke løse opgaver, som kommunen har pligt til: det er utrygt for borgeren og urimeligt for den frivillige.",
        en="Volunteers must not do what the municipality is bound to do: it is unsafe for the citizen and unfair to the volunteer.",
    ),
    source="S2 Målsætninger 8; S3 Ligeværdighed og respekt",
    bad="grænser: {frivillige_gør: [drikker kaffe, giver medicin om aftenen], frivillige_gør_ikke: gør rent, lovpligtigt: Pleje er kommunens.}",
    good="grænser: {frivillige_gør: [drikker kaffe, giver ikke medicin], frivillige_gør_ikke: gør rent, lovpligtigt: Pleje er kommunens.}",
    forms="SPTM",
    check_by=make_phrase_check("task", "statutory_tasks"),
)

GRN01B = Rule(
    "GRN01b",
    WARNING,
    says=Text(
        da="»{task}« kan være en opgave, kommunen har pligt til.",
        en="“{task}” may be a task the municipality is bound to do.",
    ),
    cure=Text(
        da="aftal, hvor grænsen går, og skriv den under `grænser`",
        en="agree where the limit is and write it under `boundaries`",
    ),
    why=Text(
        da="Det samme ord kan dække et venligt besøg og en lovbestemt opgave; derfor skal det være sagt, hvilket I mener.",
        en="The same word can cover a friendly visit and a statutory task; so it must be said which one you mean.",
    ),
    source="S2 Målsætninger 8",
    bad="grænser: {frivillige_gør: [fører tilsyn med de ældre], frivillige_gør_ikke: gør rent, lovpligtigt: Pleje er kommunens.}",
    good="grænser: {frivillige_gør: [kigger forbi og hilser på], frivillige_gør_ikke: gør rent, lovpligtigt: Pleje er kommunens.}",
    forms="SPTM",
    after=("GRN01",),
    check_by=make_phrase_check("task", "possible_statutory_tasks"),
)

GRN02 = Rule(
    "GRN02",
    WARNING,
    says=Text(
        da="»{word}« kan læses, som om frivillige erstatter ansatte.",
        en="“{word}” can be read as if volunteers replace staff.",
    ),
    cure=Text(da="skriv, hvad de frivillige supplerer med", en="write what the volunteers add"),
    why=Text(
        da="Den frivillige indsats er et supplement; den skal ikke træde i stedet for den offentlige.",
        en="The voluntary effort is a supplement; it must not take the place of the public one.",
    ),
    source="S2 Værdigrundlag; S3 Ligeværdighed og respekt",
    bad="grænser: {frivillige_gør: [overtager aftenkaffen på plejehjemmet], frivillige_gør_ikke: gør rent, lovpligtigt: Pleje er kommunens.}",
    good="grænser: {frivillige_gør: [drikker aftenkaffe med beboerne], frivillige_gør_ikke: gør rent, lovpligtigt: Pleje er kommunens.}",
    forms="SPTM",
    after=("GRN01",),
    check_by=make_phrase_check("word", "replacement_words"),
)

GRN03 = Rule(
    "GRN03",
    ADVICE,
    says=Text(
        da="Hvordan sikrer I, at frivillige ikke løser lovpligtige opgaver?",
        en="How do you make sure that volunteers do no statutory tasks?",
    ),
    cure=Text(
        da="skriv én linje under `grænser.lovpligtigt`; det er nok",
        en="write one line under `boundaries.statutory`; that is enough",
    ),
    why=Text(
        da="Det er et af politikkens mål, og det er lettest at sige, før nogen er i tvivl.",
        en="It is one of the policy's goals, and easiest to say before anyone is in doubt.",
    ),
    source="S2 Målsætninger 8",
    bad="grænser: {frivillige_gør_ikke: [giver råd om sygdom]}",
    good="grænser: {frivillige_gør_ikke: [giver råd om sygdom], lovpligtigt: Træning og behandling er kommunens opgave.}",
    forms="SP",
    statuses=NOT_IDEA,
    after=("TJK09",),
    check=make_required_check(field_path(Agreement.boundaries, Boundaries.statutory)),
)


GRN04 = Rule(
    "GRN04",
    ADVICE,
    says=Text(
        da="Foreningen sætter selv rammen for sine frivillige, og her står »{text}«.",
        en="The association sets the frame for its volunteers itself, and here it says “{text}”.",
    ),
    cure=Text(da="kan det skrives som noget, I aftaler?", en="can it be written as something you agree on?"),
    why=Text(
        da="Rammerne for de frivilliges indsats sætter foreningerne selv, ud fra brugernes behov.",
        en="The frames for the volunteers' effort are set by the associations themselves, from the users' needs.",
    ),
    source="S2 Værdigrundlag",
    bad="øvrige_vilkår: {titel: Vagter, tekst: Kommunen anviser de frivillige deres opgaver.}",
    good="øvrige_vilkår: {titel: Vagter, tekst: Kommunen anviser ikke opgaver; vi aftaler dem ved kaffen om mandagen.}",
    check_prose=make_claim_check("text", "instruction_words"),
)

RULES = (GRN01, GRN01B, GRN02, GRN03, GRN04)
