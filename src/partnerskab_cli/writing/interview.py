"""The questions of a new agreement: which are asked, in which order, given what was answered so far. Nothing is shown or read here."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, takewhile
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.checklist import CHECKLIST
from ..agreement.choices import Closeness, Formality, Side
from ..agreement.field import Choice, Field, Many, choices
from ..agreement.guidance.forms import FORMS
from ..profile.profile import Profile
from ..profile.recommendation import CHILDREN, DAILY, DATA, LONG, MANY, MONEY, MUCH_MONEY, NEW, WEEKLY, Recommendation, weighed
from ..text import Language, Text, lowered, slug
from .lines import Tree
from .scaffold import HEAD_FIELDS, USUAL_IDS, Order, Part, Partner, Steps, part, plan

Answers = Mapping[Steps, Tree]
"""What was answered, under English keys; an empty answer was left for later."""


class Option(NamedTuple):
    """One of the answers to choose from."""

    key: str
    label: Text


class Question(NamedTuple):
    """A question, and how it may be answered."""

    at: Steps
    ask: Text
    section: Text | None = None
    """The heading under which it stands."""
    part: Part | None = None
    """The place in the file that it fills."""
    options: tuple[Option, ...] = ()
    yes_no: bool = False
    usual: str = ""
    """What an empty answer means; without it, an empty answer leaves the question for later."""


class Start(NamedTuple):
    """What is known before the first question."""

    profile: Profile
    language: Language
    name: str | None = None
    """The id of the agreement, where it was given."""


TITLE, NAME, FORM = ("title",), ("id",), ("formality",)
UNSURE = "unsure"
SUGGESTED, INSTEAD = ("suggested",), ("instead",)
BEGIN = Text(da="Først det vigtigste", en="First things first")
PARTIES = Text(da="Hvem er I?", en="Who are you?")
WHICH_NAME = Text(da="Hvilket korte navn skal filen have?", en="Which short name shall the file have?")
IN_DOUBT = Text(da="Vi er i tvivl: giv os et bud", en="We are in doubt: give us a suggestion")
DOUBTS = Text(
    da="Otte hurtige spørgsmål om, hvor meget I har brug for at skrive ned", en="Eight quick questions on how much you need to write down"
)
USE_IT = Text(
    da="Et bud: {form}. {points} point{reasons}. Skal vi bruge den?", en="A suggestion: {form}. {points} points{reasons}. Shall we use it?"
)
BECAUSE = Text(da=", fordi {reasons}", en=", because {reasons}")
WHICH_INSTEAD = Text(da="Hvilken form så?", en="Which form then?")
PUBLIC_NAME = Text(da="Hvad hedder den offentlige part?", en="What is the public party called?")
VOLUNTARY_NAME = Text(da="Hvad hedder foreningen eller de frivillige?", en="What is the association called, or the volunteers?")
ANOTHER = Text(da="Er der en part mere?", en="Is there one more party?")
OTHER_NAME = Text(da="Hvad hedder den?", en="What is it called?")
ITS_SIDE = Text(da="Er den offentlig, frivillig eller noget andet?", en="Is it public, voluntary or something else?")
ONE_MORE = Text(da="Er der et til?", en="Is there one more?")
ANYTHING_ELSE = Text(da="Vil I svare på mere nu?", en="Do you want to answer more now?")
MORE = Text(da="Mere", en="More")
OF_PARTY = Text(da="{section}: {party}", en="{section}: {party}")
WITHIN = Text(da="{section} · {part}", en="{section} · {part}")
TITLED = Text(da="{label}: {ask}", en="{label}: {ask}")
POINT = Text(da="{title} (tjekliste {number})", en="{title} (checklist {number})")
UNNAMED = Text(da="ny-aftale", en="new-agreement")
MOST = 12
"""Parties, or items of a list, that anyone wants to type one after the other."""

WEIGHED: tuple[tuple[str, Text, Text], ...] = (
    ("grant", Text(da="Er der et tilskud?", en="Is there a grant?"), MONEY),
    ("large", Text(da="Er tilskuddet stort?", en="Is the grant large?"), MUCH_MONEY),
    ("vulnerable", Text(da="Er der børn under 15 eller sårbare borgere med?", en="Do children under 15 or vulnerable citizens take part?"), CHILDREN),
    ("closeness", Text(da="Hvor tæt arbejder frivillige og ansatte sammen?", en="How closely do volunteers and staff work together?"), DAILY),
    ("many", Text(da="Er der mange med?", en="Do many people take part?"), MANY),
    ("long", Text(da="Skal det vare mere end et år?", en="Shall it run for more than a year?"), LONG),
    ("data", Text(da="Deler I oplysninger om borgere?", en="Do you share information on citizens?"), DATA),
    ("new", Text(da="Vil I udvikle noget nyt sammen?", en="Do you want to develop something new together?"), NEW),
)  # fmt: skip
"""What is asked of those in doubt, and the reason that a yes gives."""


def questions(start: Start, answers: Answers) -> Iterator[Question]:
    """The questions in their order; an answer may bring further ones, but only after itself."""
    yield Question(TITLE, Agreement.names["titel"].ask, BEGIN, head_part("titel", start))
    if start.name is None:
        yield Question(NAME, WHICH_NAME, BEGIN, usual=slug(str(answers.get(TITLE, "")))[:60].strip("-") or UNNAMED.said(start.language))
    yield Question(FORM, Agreement.names["formalitet"].ask, BEGIN, options=(*form_options(), Option(UNSURE, IN_DOUBT)), usual=UNSURE)
    if answers.get(FORM) == UNSURE:
        yield from in_doubt(answers)
    yield from who(start, answers)
    order = order_of(start, answers)
    asked: set[str] = set()
    for one in plan(order._replace(extra=frozenset())):
        asked.add(one.field.name)
        yield from of_section(one, order.parties)
    yield from besides(order, answers, asked)


def head_part(key: str, start: Start) -> Part:
    """A field of the head of the file."""
    one = Agreement.names[key]
    return Part(one, one.word(start.language), (one.name,), one.ask)


def form_options() -> tuple[Option, ...]:
    """The four forms, each with when it is enough."""
    return tuple(Option(form.name.lower(), TITLED.filled(label=form, ask=FORMS[form].text)) for form in Formality)


def word_options(choice: type[Choice]) -> tuple[Option, ...]:
    """The words of a list."""
    return tuple(Option(one.name.lower(), Text(da=one.said("da"), en=one.said("en"))) for one in choice)


def in_doubt(answers: Answers) -> Iterator[Question]:
    """What helps to find the form, and the suggestion that comes of it."""
    for key, ask, _ in WEIGHED:
        if key == "closeness":
            yield Question(("weighed", key), ask, DOUBTS, options=word_options(Closeness), usual=Closeness.SELDOM.name.lower())
        elif key != "large" or answers.get(("weighed", "grant")) == "yes":
            yield Question(("weighed", key), ask, DOUBTS, yes_no=True, usual="no")
    made = suggestion(answers)
    reasons = BECAUSE.filled(reasons=[reason.says for reason in made.reasons]) if made.reasons else ""
    yield Question(
        SUGGESTED, USE_IT.filled(form=lowered(made.form.value.label), points=made.points, reasons=reasons), DOUBTS, yes_no=True, usual="yes"
    )
    if answers.get(SUGGESTED) == "no":
        yield Question(INSTEAD, WHICH_INSTEAD, DOUBTS, options=form_options(), usual=made.form.name.lower())


def suggestion(answers: Answers) -> Recommendation:
    """The form that is enough, as far as has been answered."""
    close = answers.get(("weighed", "closeness"))
    said_yes = [reason for key, _, reason in WEIGHED if answers.get(("weighed", key)) == "yes"]
    together = {"daily": [DAILY], "weekly": [WEEKLY]}.get(str(close), [])
    return weighed([*said_yes, *together], granted=answers.get(("weighed", "grant")) == "yes")


def form_of(answers: Answers) -> Formality:
    """The form that was chosen or suggested; a cooperation agreement where nothing was said of it, as files without one are read."""
    chosen = str(answers.get(INSTEAD) or answers.get(FORM) or Formality.COOPERATION.name.lower())
    return next((form for form in Formality if form.name.lower() == chosen), suggestion(answers).form)


def who(start: Start, answers: Answers) -> Iterator[Question]:
    """Who agrees: one public and one voluntary party, and as many more as there are."""
    yield Question(("partner", 0), PUBLIC_NAME, PARTIES, usual=start.profile.municipality or "")
    yield Question(("partner", 1), VOLUNTARY_NAME, PARTIES)
    for number in range(2, MOST):
        yield Question(("partner", number, "more"), ANOTHER, PARTIES, yes_no=True, usual="no")
        if answers.get(("partner", number, "more")) != "yes":
            return
        yield Question(("partner", number), OTHER_NAME, PARTIES)
        yield Question(("partner", number, "side"), ITS_SIDE, PARTIES, options=word_options(Side), usual="voluntary")


ANOTHER_ID = Text(da="part-{number}", en="party-{number}")


def partners(answers: Answers, language: Language) -> tuple[Partner, ...]:
    """The parties as far as they are known, each with an id of its own."""
    sides = {0: Side.PUBLIC, 1: Side.VOLUNTARY}
    more = takewhile(lambda number: answers.get(("partner", number, "more")) == "yes", range(2, MOST))
    found: list[Partner] = []
    for number in (0, 1, *more):
        name = str(answers.get(("partner", number), ""))
        side = sides.get(number) or choices(Side)[str(answers.get(("partner", number, "side")) or "voluntary")]
        assert isinstance(side, Side)
        own = slug(name)[:40].strip("-") if number else ""
        usual = USUAL_IDS[side] if number < len(USUAL_IDS) else ANOTHER_ID.filled(number=number + 1)
        found.append(Partner(unlike(own or usual.said(language), {one.id for one in found}), side, name))
    return tuple(found)


def unlike(wanted: str, taken: set[str]) -> str:
    """A name that no other party has."""
    return next(name for name in (wanted, *(f"{wanted}-{number}" for number in range(2, MOST + 2))) if name not in taken)


def order_of(start: Start, answers: Answers) -> Order:
    """The agreement that the answers so far ask for."""
    form = form_of(answers)
    granted = ["grant"] if answers.get(("weighed", "grant")) == "yes" and form is not Formality.GRANT else []
    extra = {name for chosen in (*granted, *chosen_besides(answers)) for name in (chosen, *BROUGHT_ALONG.get(chosen, ()))}
    several = {one.name: 1 + yeses(answers, one.name) for one in Agreement.fields if isinstance(one.kind, Many)}
    return Order(form, start.language, partners(answers, start.language), start.profile.principles, frozenset(extra), several)


def yeses(answers: Answers, name: str) -> int:
    """How often there was one more of a list."""
    return next(number for number in range(MOST) if number == MOST - 1 or answers.get((name, number, "more")) != "yes")


def chosen_besides(answers: Answers) -> Iterator[str]:
    """The sections that were wanted besides those of the form, up to the first time that none was."""
    return map(str, takewhile(bool, (answers.get(("besides", number)) for number in count())))


def of_section(one: Part, parties: Sequence[Partner]) -> Iterator[Question]:
    """The questions of a section, party by party where each has its own; of a list, whether there is one more."""
    section = heading(one.field)
    by_party = one.field.name in BY_PARTY
    for number, parts in enumerate(((one,),) if one.bare else one.items or ((one,),)):
        title = OF_PARTY.filled(section=section, party=parties[number].name or parties[number].id) if by_party else section
        for each in parts:
            yield from inside(each, title)
        if one.listed and one.items and not by_party:
            yield Question((one.field.name, number, "more"), ONE_MORE, section, yes_no=True, usual="no")


def inside(one: Part, section: Text) -> Iterator[Question]:
    """The questions of a part; what it falls into stands under a heading of its own."""
    if one.bare or not one.items:
        yield from (Question(leaf.at, leaf.ask, section, leaf) for leaf in one.leaves() if not named_already(leaf))
        return
    deeper = WITHIN.filled(section=section, part=one.field.label)
    for parts in one.items:
        for each in parts:
            yield from inside(each, deeper)


BY_PARTY = frozenset({"parties", "contributions", "signatures"})
"""Lists that have as many items as there are parties."""


def named_already(leaf: Part) -> bool:
    """Whether a question was asked among the first: what a party is called."""
    return leaf.at[0] == "parties" and leaf.at[-1] == "name"


def heading(one: Field) -> Text:
    """The name of a section, with its point of the checklist."""
    item = next((item for item in CHECKLIST if one in item.fields), None)
    return POINT.filled(title=one.label, number=item.number) if item else one.label


def besides(order: Order, answers: Answers, asked: set[str]) -> Iterator[Question]:
    """Sections that the form does not ask for: first those that an answer calls for, then others as long as there is a wish for more."""
    if ("weighed", "grant") in answers and "grant" in order.extra:
        yield from further("grant", order, asked)
    yield from more(order, answers, asked, 0)


def more(order: Order, answers: Answers, asked: set[str], number: int) -> Iterator[Question]:
    """Whether another section is wanted, its questions, and so on."""
    left = [one for one in Agreement.fields if one.name not in asked | HEAD_FIELDS | UNASKED]
    options = tuple(Option(one.name, TITLED.filled(label=one.label, ask=one.ask)) for one in left)
    yield Question(("besides", number), ANYTHING_ELSE, MORE, options=options)
    chosen = str(answers.get(("besides", number), ""))
    if chosen in {one.name for one in left}:
        yield from further(chosen, order, asked)
        yield from more(order, answers, asked, number + 1)


def further(name: str, order: Order, asked: set[str]) -> Iterator[Question]:
    """The questions of a section that the form does not ask for, and of those that it brings along."""
    for each in (name, *BROUGHT_ALONG.get(name, ())):
        if each not in asked:
            asked.add(each)
            yield from of_section(part(next(one for one in Agreement.fields if one.name == each), order), order.parties)


BROUGHT_ALONG: Mapping[str, tuple[str, ...]] = {"grant": ("evaluation",)}
"""Sections that another gives reason to: a grant wants a simple look at what came of it."""
UNASKED = frozenset({"signatures", "waivers", "log", "replaces", "framework", "related", "principles", "policy", "glossary", "annexes"})
"""What a new agreement has no use for yet, or what is easier to write in the file."""
