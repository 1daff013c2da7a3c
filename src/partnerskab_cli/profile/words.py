"""The word lists that rules read."""

from ..model.field import field
from ..model.record import Record
from ..model.types import Line
from ..text.localized import Text


class WordLists(Record):
    """Words added to the shipped lists, or with a minus in front taken away."""

    statutory_tasks: tuple[Line, ...] = field(
        "lovpligtige_opgaver",
        ask=Text(da="Hvilke opgaver er klart kommunens?", en="Which tasks are clearly the municipality's?"),
        example="[medicingivning, sårpleje]",
    )
    possible_statutory_tasks: tuple[Line, ...] = field(
        "mulige_lovpligtige",
        ask=Text(da="Hvilke opgaver er måske kommunens?", en="Which tasks may be the municipality's?"),
        example="[tilsyn, støttekontakt]",
    )
    replacement_words: tuple[Line, ...] = field(
        "erstatningsord",
        ask=Text(da="Hvilke ord lyder, som om frivillige erstatter ansatte?", en="Which words sound as if volunteers replace staff?"),
        example="[i stedet for, overtager]",
    )
    instruction_words: tuple[Line, ...] = field(
        "anvisningsord",
        ask=Text(da="Hvilke ord lyder som en ordre til de frivillige?", en="Which words sound like an order to the volunteers?"),
        example="[kommunen anviser]",
    )
    method_words: tuple[Line, ...] = field(
        "metodeord",
        ask=Text(da="Hvilke ord binder metoden?", en="Which words tie the method?"),
        example="[skal anvende metoden]",
    )
    informed_words: tuple[Line, ...] = field(
        "orienteringsord",
        ask=Text(da="Hvilke ord siger, at brugerne kun får besked?", en="Which words say that users are only told?"),
        example="[orienteres, informeres]",
    )
    broad_target_groups: tuple[Line, ...] = field(
        "brede_målgrupper",
        ask=Text(da="Hvilke målgrupper er for brede?", en="Which target groups are too broad?"),
        example="[alle, borgere]",
    )
    activity_words: tuple[Line, ...] = field(
        "aktivitetsord",
        ask=Text(da="Hvilke ord beskriver kun en aktivitet?", en="Which words describe only an activity?"),
        example="[afholde, lave]",
    )
    sensitive_words: tuple[Line, ...] = field(
        "følsomme_ord",
        ask=Text(da="Hvilke ord er følsomme ved et navn?", en="Which words are sensitive beside a name?"),
        example="[diagnose, misbrug]",
    )
    private_mail_domains: tuple[Line, ...] = field(
        "private_maildomæner",
        ask=Text(da="Hvilke maildomæner er private?", en="Which mail domains are private?"),
        example="[gmail.com, hotmail.com]",
    )
