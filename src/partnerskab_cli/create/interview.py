"""The questions of a new agreement: which are asked, in which order, given what was answered so far. Nothing is shown or read here."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, takewhile
from typing import NamedTuple

from ..edit.scalars import Tree, format_record as record_lines
from ..guidance.forms import FORMS
from ..model.agreement import Agreement
from ..model.checklist import CHECKLIST
from ..model.choices import Formality, Side
from ..model.field import Choice, Field, ListType, map_spellings_to_choices
from ..model.people import PersonalData
from ..model.purpose import TargetGroup
from ..model.record import Record, field_path, iter_record_types
from ..profile.profile import Profile
from ..profile.recommend_form import Recommendation, recommend_form
from ..source.source_file import parse_text
from ..text.localized import Language, Text, decapitalize, slugify
from .scaffold import (
    HEAD_FIELDS,
    PLACEHOLDER,
    USUAL_IDS,
    PartySeed,
    ScaffoldOptions,
    ScaffoldQuestion,
    Steps,
    is_lifted,
    make_question,
    plan_sections,
)

Answers = Mapping[Steps, Tree]
"""What was answered, under English keys; an empty answer was left for later."""


class AnswerOption(NamedTuple):
    """One of the answers to choose from."""

    key: str
    label: Text


class Question(NamedTuple):
    """A question, and how it may be answered."""

    at: Steps
    ask: Text
    section: Text | None = None
    """The heading under which it stands."""
    part: ScaffoldQuestion | None = None
    """The place in the file that it fills."""
    options: tuple[AnswerOption, ...] = ()
    yes_no: bool = False
    usual: str = ""
    """What an empty answer means; without it, an empty answer leaves the question for later."""


class InterviewStart(NamedTuple):
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
    da="Nogle hurtige spørgsmål om, hvor meget I har brug for at skrive ned", en="A few quick questions on how much you need to write down"
)
HAS_GRANT = Text(da="Er der et tilskud?", en="Is there a grant?")
USE_IT = Text(
    da="Et bud: {form}. {points} point{reasons}. Skal vi bruge den?",
    en="A suggestion: {form}. {points} {points:point|points}{reasons}. Shall we use it?",
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

IN_EVERY_FORM = field_path(TargetGroup.children_under_15, TargetGroup.vulnerable, PersonalData.processed)
"""What the law asks of every cooperation, however little is written down of it: certificates, care, data protection."""
GRANTED: Steps = ("weighed", "grant")
OF_GRANT: tuple[Steps, ...] = (("grant", 0, "amount"), ("grant", 0, "per"))
ROOM_IN_GRANT: tuple[Steps, ...] = (("amount",), ("grant_period", "start"), ("grant_period", "end"))
"""What every form leaves room for in a grant, and what decides how large it is."""
WEIGHED: tuple[Steps, ...] = (
    ("target_group", "children_under_15"), ("target_group", "vulnerable"), ("interplay", "closeness"), ("interplay", "people"),
    ("period", "start"), ("period", "ongoing"), ("period", "end"), ("personal_data", "processed"), ("interplay", "development"),
)  # fmt: skip
"""What those in doubt are asked first. Every answer belongs to a field, so that it stands in the file and is weighed there again."""


def iter_questions(start: InterviewStart, answers: Answers) -> Iterator[Question]:
    """The questions in their order, each once; an answer may bring further ones, but only after itself."""
    asked: set[Steps] = set()
    for question in iter_all_questions(start, answers):
        if question.at not in asked and not (question.part and is_lifted(question.part, answers, start.language)):
            asked.add(question.at)
            yield question


def iter_all_questions(start: InterviewStart, answers: Answers) -> Iterator[Question]:
    """The questions as each part of the interview asks them."""
    yield Question(TITLE, Agreement.names["titel"].ask, BEGIN, make_head_question("titel", start))
    if start.name is None:
        yield Question(
            NAME, WHICH_NAME, BEGIN, usual=slugify(str(answers.get(TITLE, "")))[:60].strip("-") or UNNAMED.localize(start.language)
        )
    yield Question(
        FORM, Agreement.names["formalitet"].ask, BEGIN, options=(*list_form_options(), AnswerOption(UNSURE, IN_DOUBT)), usual=UNSURE
    )
    if answers.get(FORM) == UNSURE:
        yield from iter_form_questions(start, answers)
    yield from iter_party_questions(start, answers)
    order = make_scaffold_options(start, answers)
    asked: set[str] = set()
    for question in plan_sections(order._replace(extra=frozenset())):
        asked.add(question.field.name)
        yield from iter_section_questions(question, order.parties)
    yield from iter_optional_questions(order, answers, asked)


def make_head_question(key: str, start: InterviewStart) -> ScaffoldQuestion:
    """A field of the head of the file."""
    field = Agreement.names[key]
    return ScaffoldQuestion(field, field.get_key(start.language), (field.name,), field.ask)


def list_form_options() -> tuple[AnswerOption, ...]:
    """The four forms, each with when it is enough."""
    return tuple(AnswerOption(form.name.lower(), TITLED.format(label=form, ask=FORMS[form].text)) for form in Formality)


def list_word_options(choices: type[Choice]) -> tuple[AnswerOption, ...]:
    """The words of a list."""
    return tuple(AnswerOption(choice.name.lower(), Text(da=choice.localize("da"), en=choice.localize("en"))) for choice in choices)


def iter_form_questions(start: InterviewStart, answers: Answers) -> Iterator[Question]:
    """What helps to find the form, and the suggestion that comes of it."""
    yield Question(GRANTED, HAS_GRANT, DOUBTS, yes_no=True, usual="no")
    for at in (*(OF_GRANT if answers.get(GRANTED) == "yes" else ()), *WEIGHED):
        field = get_field_at(at)
        yield Question(at, field.ask, DOUBTS, ScaffoldQuestion(field, field.get_key(start.language), at, field.ask))
    recommendation = suggest_form(start, answers)
    reasons = BECAUSE.format(reasons=[reason.says for reason in recommendation.reasons]) if recommendation.reasons else ""
    yield Question(
        SUGGESTED,
        USE_IT.format(form=decapitalize(recommendation.form.value.label), points=recommendation.points, reasons=reasons),
        DOUBTS,
        yes_no=True,
        usual="yes",
    )
    if answers.get(SUGGESTED) == "no":
        yield Question(INSTEAD, WHICH_INSTEAD, DOUBTS, options=list_form_options(), usual=recommendation.form.name.lower())


def get_field_at(at: Steps) -> Field:
    """The field of an answer."""
    record: type[Record] = Agreement
    for step in at[:-1]:
        record = record if isinstance(step, int) else next(iter_record_types(get_field(record, step).kind))
    return get_field(record, str(at[-1]))


def get_field(record: type[Record], name: str) -> Field:
    """A field of a record by its English key."""
    return next(field for field in record.fields if field.name == name)


def suggest_form(start: InterviewStart, answers: Answers) -> Recommendation:
    """The form that is enough, as far as has been answered: weighed as the file will be."""
    read = parse_text("\n".join(record_lines(collect_weighed_answers(start.language, answers), 0)), "", Agreement, start.profile.vocabulary)
    return recommend_form(read.record or Agreement.of({}), start.profile)


def collect_weighed_answers(language: Language, answers: Answers) -> dict[str, Tree]:
    """What is weighed of the answers, as the file has it: of a grant also the room for what is left for later."""
    room = PLACEHOLDER.localize(language)
    answered = {at: tree for at, tree in answers.items() if tree}
    grants = {at[1] for at in answered if at[0] == "grant" and at[-1] != "more"} | ({0} if answers.get(GRANTED) == "yes" else set())
    given: dict[Steps, Tree] = {("grant", number, *way): room for number in grants for way in ROOM_IN_GRANT} | answered
    return {
        get_field(Agreement, section).get_key(language): tree
        for section in dict.fromkeys(str(at[0]) for at in (*OF_GRANT, *WEIGHED))
        if (tree := nest_answers(Agreement, (section,), given, language))
    }


def nest_answers(record: type[Record], at: Steps, given: Answers, language: Language) -> Tree:
    """The answers at a place and below it, under the keys of the file."""
    candidate = get_field(record, str(at[-1]))
    if at in given:
        return given[at]
    inner = next(iter_record_types(candidate.kind), None)
    if inner is None:
        return ""
    numbers = sorted(
        {each[len(at)] for each in given if each[: len(at)] == at and len(each) > len(at) + 1 and isinstance(each[len(at)], int)}
    )
    places = [(*at, number) for number in numbers] if isinstance(candidate.kind, ListType) else [at]
    items: list[Tree] = [
        {field.get_key(language): tree for field in inner.fields if (tree := nest_answers(inner, (*place, field.name), given, language))}
        for place in places
    ]
    return [item for item in items if item] if isinstance(candidate.kind, ListType) else items[0]


def get_chosen_form(start: InterviewStart, answers: Answers) -> Formality:
    """The form that was chosen or suggested; a cooperation agreement where nothing was said of it, as files without one are read."""
    chosen = str(answers.get(INSTEAD) or answers.get(FORM) or Formality.COOPERATION.name.lower())
    return next((form for form in Formality if form.name.lower() == chosen), None) or suggest_form(start, answers).form


def iter_party_questions(start: InterviewStart, answers: Answers) -> Iterator[Question]:
    """Who agrees: one public and one voluntary party, and as many more as there are."""
    yield Question(("partner", 0), PUBLIC_NAME, PARTIES, usual=start.profile.municipality or "")
    yield Question(("partner", 1), VOLUNTARY_NAME, PARTIES)
    for number in range(2, MOST):
        yield Question(("partner", number, "more"), ANOTHER, PARTIES, yes_no=True, usual="no")
        if answers.get(("partner", number, "more")) != "yes":
            return
        yield Question(("partner", number), OTHER_NAME, PARTIES)
        yield Question(("partner", number, "side"), ITS_SIDE, PARTIES, options=list_word_options(Side), usual="voluntary")


ANOTHER_ID = Text(da="part-{number}", en="party-{number}")


def list_party_seeds(answers: Answers, language: Language) -> tuple[PartySeed, ...]:
    """The parties as far as they are known, each with an id of its own."""
    sides = {0: Side.PUBLIC, 1: Side.VOLUNTARY}
    more = takewhile(lambda number: answers.get(("partner", number, "more")) == "yes", range(2, MOST))
    seeds: list[PartySeed] = []
    for number in (0, 1, *more):
        name = str(answers.get(("partner", number), ""))
        side = sides.get(number) or map_spellings_to_choices(Side)[str(answers.get(("partner", number, "side")) or "voluntary")]
        assert isinstance(side, Side)
        own = slugify(name)[:40].strip("-") if number else ""
        usual = USUAL_IDS[side] if number < len(USUAL_IDS) else ANOTHER_ID.format(number=number + 1)
        seeds.append(PartySeed(make_unused_id(own or usual.localize(language), {seed.id for seed in seeds}), side, name))
    return tuple(seeds)


def make_unused_id(wanted: str, taken: set[str]) -> str:
    """A name that no other party has."""
    return next(name for name in (wanted, *(f"{wanted}-{number}" for number in range(2, MOST + 2))) if name not in taken)


def make_scaffold_options(start: InterviewStart, answers: Answers) -> ScaffoldOptions:
    """The agreement that the answers so far ask for."""
    form = get_chosen_form(start, answers)
    granted = ["grant"] if answers.get(GRANTED) == "yes" and form is not Formality.GRANT else []
    extra = {name for chosen in (*granted, *iter_extra_sections(answers)) for name in (chosen, *BROUGHT_ALONG.get(chosen, ()))}
    several = {field.name: 1 + count_yeses(answers, field.name) for field in Agreement.fields if isinstance(field.kind, ListType)}
    return ScaffoldOptions(
        form, start.language, list_party_seeds(answers, start.language), start.profile.principles, frozenset(extra), several, IN_EVERY_FORM
    )


def count_yeses(answers: Answers, name: str) -> int:
    """How often there was one more of a list."""
    return next(number for number in range(MOST) if number == MOST - 1 or answers.get((name, number, "more")) != "yes")


def iter_extra_sections(answers: Answers) -> Iterator[str]:
    """The sections that were wanted besides those of the form, up to the first time that none was."""
    return map(str, takewhile(bool, (answers.get(("besides", number)) for number in count())))


def iter_section_questions(question: ScaffoldQuestion, parties: Sequence[PartySeed]) -> Iterator[Question]:
    """The questions of a section, party by party where each has its own; of a list, whether there is one more."""
    section = format_section_heading(question.field)
    by_party = question.field.name in BY_PARTY
    for number, parts in enumerate(((question,),) if question.bare else question.items or ((question,),)):
        title = OF_PARTY.format(section=section, party=parties[number].name or parties[number].id) if by_party else section
        for each in parts:
            yield from iter_part_questions(each, title)
        if question.listed and question.items and not by_party:
            yield Question((question.field.name, number, "more"), ONE_MORE, section, yes_no=True, usual="no")


def iter_part_questions(question: ScaffoldQuestion, section: Text) -> Iterator[Question]:
    """The questions of a part; what it falls into stands under a heading of its own."""
    if question.bare or not question.items:
        yield from (Question(leaf.at, leaf.ask, section, leaf) for leaf in question.iter_leaves() if not is_already_asked(leaf))
        return
    deeper = WITHIN.format(section=section, part=question.field.label)
    for parts in question.items:
        for each in parts:
            yield from iter_part_questions(each, deeper)


BY_PARTY = frozenset({"parties", "contributions", "signatures"})
"""Lists that have as many items as there are parties."""


def is_already_asked(leaf: ScaffoldQuestion) -> bool:
    """Whether a question was asked among the first: what a party is called."""
    return leaf.at[0] == "parties" and leaf.at[-1] == "name"


def format_section_heading(field: Field) -> Text:
    """The name of a section, with its point of the checklist."""
    point = next((item for item in CHECKLIST if field in item.fields), None)
    return POINT.format(title=field.label, number=point.number) if point else field.label


def iter_optional_questions(order: ScaffoldOptions, answers: Answers, asked: set[str]) -> Iterator[Question]:
    """Sections that the form does not ask for: first those that an answer calls for, then others as long as there is a wish for more."""
    if GRANTED in answers and "grant" in order.extra:
        yield from iter_added_section("grant", order, asked)
    yield from iter_more_questions(order, answers, asked, 0)


def iter_more_questions(order: ScaffoldOptions, answers: Answers, asked: set[str], number: int) -> Iterator[Question]:
    """Whether another section is wanted, its questions, and so on."""
    left = [field for field in Agreement.fields if field.name not in asked | HEAD_FIELDS | UNASKED]
    options = tuple(AnswerOption(field.name, TITLED.format(label=field.label, ask=field.ask)) for field in left)
    yield Question(("besides", number), ANYTHING_ELSE, MORE, options=options)
    chosen = str(answers.get(("besides", number), ""))
    if chosen in {field.name for field in left}:
        yield from iter_added_section(chosen, order, asked)
        yield from iter_more_questions(order, answers, asked, number + 1)


def iter_added_section(name: str, order: ScaffoldOptions, asked: set[str]) -> Iterator[Question]:
    """The questions of a section that the form does not ask for, and of those that it brings along."""
    for each in (name, *BROUGHT_ALONG.get(name, ())):
        if each not in asked:
            asked.add(each)
            yield from iter_section_questions(
                make_question(next(field for field in Agreement.fields if field.name == each), order), order.parties
            )


BROUGHT_ALONG: Mapping[str, tuple[str, ...]] = {"grant": ("evaluation",)}
"""Sections that another gives reason to: a grant wants a simple look at what came of it."""
UNASKED = frozenset({"signatures", "waivers", "log", "replaces", "framework", "related", "principles", "policy", "glossary", "annexes"})
"""What a new agreement has no use for yet, or what is easier to write in the file."""
