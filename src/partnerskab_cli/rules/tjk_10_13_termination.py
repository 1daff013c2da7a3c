"""Points 10 to 13: the end, the users, the anchoring and the citizens."""

import re
from collections.abc import Iterable, Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.checklist import LEVELS, find_backing
from ..model.people import UserInfluence
from ..model.record import Finding, field_path, make_finding
from ..model.requirements import is_unanswered
from ..model.time import Termination
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import find_first_phrase
from .required_fields import make_required_check
from .rule import NOT_IDEA, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
TJK10 = Rule(
    "TJK10",
    ERROR,
    says=Text(
        da="Hvordan stopper I ordentligt, hvis I får brug for det?",
        en="How do you stop in good order, if you need to?",
    ),
    cure=Text(
        da="skriv fx {example}",
        en="write for instance {example}",
    ),
    why=Text(
        da="Det er lettest at aftale, mens I er gode venner.",
        en="It is easiest to agree on while you are on good terms.",
    ),
    source="S3 Tjekliste 10",
    bad="ophør:",
    good="ophør: {varsel: 3 måneder, afvikling: Gæsterne får en hånd med videre.}",
    forms="SP",
    after=("STR02",),
    sinks=True,
    item=10,
    check=make_required_check(field_path(Agreement.termination)),
)


def nobody_told(agreement: Agreement) -> Iterator[Finding]:
    """Nothing about the citizens when it stops."""
    if agreement.termination and not agreement.termination.wind_down:
        yield make_finding(agreement.termination, Termination.wind_down)


TJK10B = Rule(
    "TJK10b",
    WARNING,
    says=Text(
        da="Hvad sker der med borgerne, hvis samarbejdet stopper?",
        en="What happens to the citizens if the cooperation stops?",
    ),
    cure=Text(
        da="skriv én linje under `afvikling`; det er nok",
        en="write one line under `wind_down`; that is enough",
    ),
    why=Text(
        da="Borgerne er der stadig, når aftalen ikke er det mere.",
        en="The citizens are still there when the agreement is not.",
    ),
    source="S3 Tjekliste 10",
    bad="ophør: {varsel: 3 måneder}",
    good="ophør: {varsel: 3 måneder, afvikling: Gæsterne får en hånd med videre.}",
    forms="SP",
    statuses=NOT_IDEA,
    after=("TJK10",),
    item=10,
    check=nobody_told,
)

TJK11 = Rule(
    "TJK11",
    ERROR,
    says=Text(
        da="Hvordan får brugerne indflydelse?",
        en="How do the users have a say?",
    ),
    cure=Text(
        da="skriv det under `brugerindflydelse`, også hvis det er enkelt",
        en="write it under `user_influence`, even if it is simple",
    ),
    why=Text(
        da="De, det handler om, ved mest om, hvad der virker.",
        en="Those whom it is about know best what works.",
    ),
    source="S3 Tjekliste 11",
    bad="brugerindflydelse:",
    good="brugerindflydelse: Gæsterne vælger selv emner og mad.",
    forms="SP",
    after=("STR02",),
    sinks=True,
    item=11,
    check=make_required_check(field_path(Agreement.user_influence)),
)


def only_told(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """Users who hear of decisions and take part in none."""
    influence = agreement.user_influence
    if influence and find_first_phrase(influence.text, profile.get_word_list("informed_words")) and not re.search(DECIDING, influence.text):
        yield make_finding(influence, UserInfluence.text)


DECIDING = r"(?i)\b(?:vælger|bestemmer|beslutter|medbestem\w*|foreslår|er med til|stemmer|choose|decide|propose|vote)\b"

TJK11B = Rule(
    "TJK11b",
    ADVICE,
    says=Text(
        da="Brugerne får kun besked.",
        en="The users are only told.",
    ),
    cure=Text(
        da="kan de også være med til at bestemme noget?",
        en="can they help to decide something too?",
    ),
    why=Text(
        da="Indflydelse er mere end information: det er medbestemmelse over eget liv.",
        en="A say is more than information: it is a part in deciding over one’s own life.",
    ),
    source="S1 Merværdien",
    bad="brugerindflydelse: Gæsterne orienteres hvert halve år.",
    good="brugerindflydelse: Gæsterne vælger selv emner og mad.",
    forms="SP",
    after=("TJK11",),
    item=11,
    check_by=only_told,
)


def unanchored(agreement: Agreement) -> Iterator[Finding]:
    """Levels that do not know the agreement."""
    anchoring = agreement.anchoring
    aside = set(anchoring.aside) if anchoring else set()
    lacking = tuple(words for level, words in LEVELS.items() if level not in aside and not find_backing(agreement, level))
    if lacking:
        yield make_finding(agreement, Agreement.anchoring, levels=lacking)


TJK12 = Rule(
    "TJK12",
    ADVICE,
    says=Text(
        da="Aftalen er ikke forankret hos {levels}.",
        en="No backing is recorded from {levels}.",
    ),
    cure=Text(
        da="skriv, hvem der skal kende aftalen hos dem",
        en="write who should know about it there",
    ),
    why=Text(
        da="En aftale, som kun to personer kender, er sårbar.",
        en="An agreement known to only two people depends on those two.",
    ),
    source="S3 Tjekliste 12",
    bad="forankring:",
    good="forankring: {politisk: {udvalg: Socialudvalget, dato: 2025-11-20}, ledelse: Områdelederen følger med., medarbejdere: Fortalt på personalemødet., medlemmer: Fremlagt på generalforsamlingen.}",
    forms="S",
    statuses=NOT_IDEA,
    after=("STR02",),
    item=12,
    check=unanchored,
)

TJK12B = Rule(
    "TJK12b",
    WARNING,
    says=Text(
        da="Partnerskabet er ikke forankret hos {levels}.",
        en="No backing for the partnership is recorded from {levels}.",
    ),
    cure=Text(
        da="skriv én linje for hver under `forankring`",
        en="write one line for each under `anchoring`",
    ),
    why=Text(
        da="Et partnerskab forpligter hele organisationen, ikke kun dem, der mødes.",
        en="A partnership binds the whole organisation, not only those who meet.",
    ),
    source="S3 Tjekliste 12",
    bad="forankring:",
    good="forankring: {politisk: {udvalg: Socialudvalget, dato: 2025-06-19}, ledelse: Områdelederen følger med., medarbejdere: Fortalt på personalemødet., medlemmer: Fremlagt på generalforsamlingen.}",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR02",),
    item=12,
    check=unanchored,
)


def unseen(agreement: Agreement) -> Iterable[Finding]:
    """No text for the citizens' overview, and no wish to be left out of it."""
    telling = agreement.communication
    if telling is None:
        return [make_finding(agreement, Agreement.communication)]
    field = type(telling).names["oversigt"]
    return [Finding(telling, field, None, {})] if is_unanswered(telling, field) else []


TJK13 = Rule(
    "TJK13",
    ADVICE,
    says=Text(
        da="Der er ingen tekst til borgerne.",
        en="There is no text for the citizens.",
    ),
    cure=Text(
        da="skriv et par linjer under `formidling.oversigt`, så I kommer med i kommunens oversigt",
        en="write a few lines under `communication.overview`, so that you appear in the municipal overview",
    ),
    why=Text(
        da="Borgerne skal kunne finde jer, og foreningernes arbejde skal ses.",
        en="The citizens must be able to find you, and the work of the associations should be seen.",
    ),
    source="S3 Tjekliste 13; S2 Handlinger 7",
    bad="formidling:",
    good="formidling: {oversigt: Kom og drik kaffe hver torsdag kl. 14.}",
    forms="SPT",
    statuses=NOT_IDEA,
    after=("STR02",),
    item=13,
    check=unseen,
)

RULES = (TJK10, TJK10B, TJK11, TJK11B, TJK12, TJK12B, TJK13)
