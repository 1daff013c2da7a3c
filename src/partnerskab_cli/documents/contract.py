"""The agreement itself, for the parties to read and sign: all of it, in the order in which a reader asks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.checklist import CHECKLIST, marks
from ..agreement.field import Field
from ..agreement.finding import Way, way
from ..text import Language, Text
from .answers import Answer, Short, answers, of_other, open_text
from .document import Block, Column, Document, Row, Rows, Section, Table, Words, anchored, in_line, line, numbered, plain
from .layout import in_a_row, row, sections
from .lexicon import Lexicon, with_every_party
from .signed import part_answers
from .standing import draft_word, notices, signatures, signed_by


class Chapter(NamedTuple):
    """A chapter and the questions it answers."""

    title: Text
    fields: Way


A = Agreement
CHAPTERS = (
    Chapter(Text(da="Om samarbejdet", en="About the cooperation"), way(A.partnership_type, A.theme, A.initiative)),
    Chapter(Text(da="Parterne", en="The parties"), way(A.parties, A.other_roles)),
    Chapter(Text(da="Formål og behov", en="Purpose and need"), way(A.purpose, A.needs, A.target_group, A.geography)),
    Chapter(Text(da="Mål og udbytte", en="Goals and benefits"), way(A.goals, A.success_criteria, A.added_value, A.benefits)),
    Chapter(Text(da="Samarbejdet i hverdagen", en="Working together"),
            way(A.organisation, A.interplay, A.meetings, A.control_and_risk, A.user_influence)),
    Chapter(Text(da="Bidrag og økonomi", en="Contributions and money"), way(A.contributions, A.grant, A.budget, A.deliverables)),
    Chapter(Text(da="Grænser og ansvar", en="Boundaries and responsibility"),
            way(A.boundaries, A.insurance, A.child_certificate, A.confidentiality, A.personal_data, A.risks)),
    Chapter(Text(da="Forankring og formidling", en="Anchoring and communication"),
            way(A.anchoring, A.communication, A.principles, A.policy)),
    Chapter(Text(da="Evaluering og læring", en="Evaluation and learning"), way(A.evaluation, A.log)),
    Chapter(Text(da="Varighed, uenighed og ophør", en="Duration, disagreement and end"),
            way(A.period, A.renegotiation, A.extension, A.dispute_steps, A.termination, A.new_parties)),
    Chapter(Text(da="Øvrige vilkår", en="Other terms"),
            way(A.legally_binding, A.precedence, A.replaces, A.framework, A.related, A.glossary, A.annexes, A.other_terms)),
    Chapter(Text(da="Undtagelser", en="Waivers"), way(A.waivers)),
)  # fmt: skip
FRONT = way(A.period, A.status, A.case_number)
"""What stands below the title."""
FRAME = frozenset(way(A.title, A.status, A.case_number, A.signatures))
"""What is not signed, and stands in its own place none the less."""
BACK = way(A.id, A.language, A.schema)
"""What tells of the document more than of the cooperation."""
HEAD = way(A.title, A.formality)
"""What the title and the line above it say."""

SIGNATURES = Text(da="Underskrifter", en="Signatures")
NOT_COVERED = Text(da="Ikke omfattet af underskrifterne", en="Not covered by the signatures")
NOT_COVERED_NOTE = Text(
    da="Dette afsnit er til orientering og kan ændres uden nye underskrifter. Underskrifterne omfatter heller ikke titlen, status, "
    "journalnummeret, dokumentets sprog, titler på andre aftaler, indholdet af bilagenes filer, rækkefølgen i lister (bortset fra trin ved "
    "uenighed og øvrige vilkår) eller det, kommunens profil bestemmer: navn, logo og ordene fra politikken.",
    en="This section is for information and may change without new signatures. Nor do the signatures cover the title, the status, the case "
    "number, the language of the document, the titles of other agreements, the contents of annex files, the order of lists (apart from the "
    "steps of a disagreement and other terms), or what the municipality’s profile decides: name, logo and the words of its policy.",
)
CHECKLIST_TITLE = Text(da="Tjekliste", en="Checklist")
CHECKLIST_COLUMNS = (Text(da="Punkt", en="Point"), Text(da="Besvaret", en="Answered"))
ABOUT = Text(da="Om dokumentet", en="About the document")
OTHERS = Text(da="Andet i aftalens fil", en="Other details in the agreement's file")
BETWEEN = Text(da="mellem ", en="between ")
UNTITLED = Text(da="Uden titel", en="Untitled")


def contract(agreement: Agreement, lexicon: Lexicon) -> Document:
    """The whole agreement as a document."""
    language = lexicon.language
    found = answers(agreement, lexicon)
    by_field, (signed, beside) = of_fields(found), part_answers(found)
    document = Document(
        language,
        "aftale",
        agreement.id or "",
        agreement.formality.said(language),
        title_of(agreement, language),
        between(agreement, language),
        (*notices(agreement, language), front(agreement, by_field, language)),
        (
            *chapters(signed, language),
            *signing(agreement, by_field, lexicon),
            not_covered(agreement, by_field, [one for one in beside if one.field not in FRAME], lexicon),
        ),
        draft_word(agreement, language),
    )
    return anchored(numbered(document))


def of_fields(found: Iterable[Answer]) -> Mapping[Field, Sequence[Answer]]:
    """Answers by their questions."""
    by_field: dict[Field, list[Answer]] = {}
    for one in found:
        by_field.setdefault(one.field, []).append(one)
    return by_field


def chapters(found: Iterable[Answer], language: Language) -> tuple[Section, ...]:
    """Answers in the chapters they belong to."""
    by_field = of_fields(found)
    made = (chapter(one.title.said(language), picked(by_field, one.fields), language) for one in CHAPTERS)
    return tuple(one for one in made if one.blocks)


def not_covered(agreement: Agreement, by_field: Mapping[Field, Sequence[Answer]], beside: Iterable[Answer], lexicon: Lexicon) -> Section:
    """What the paper says beside the signed content, told apart from it, and what else the signatures do not cover."""
    language = lexicon.language
    blocks: tuple[Block, ...] = (
        line(plain(NOT_COVERED_NOTE.said(language))),
        *chapters(beside, language),
        Section(CHECKLIST_TITLE.said(language), (checklist(agreement, language),)),
        Section(ABOUT.said(language), (Rows(rows(by_field, BACK, language)),)),
        *own_section(agreement, lexicon),
    )
    return Section(NOT_COVERED.said(language), blocks)


def picked(by_field: Mapping[Field, Sequence[Answer]], fields: Way) -> list[Answer]:
    """The answers to some of the questions."""
    return [answer for one in fields for answer in by_field.get(one, ())]


def title_of(agreement: Agreement, language: Language) -> str:
    """What the parties call it."""
    return in_line(open_text(agreement, A.names["titel"]) or agreement.title or UNTITLED.said(language))


def between(agreement: Agreement, language: Language) -> Words:
    """Who agrees."""
    names = tuple(plain(one.name) for one in with_every_party(agreement).parties)
    return (*plain(BETWEEN.said(language)), *in_a_row(names, language)) if names else ()


def front(agreement: Agreement, by_field: Mapping[Field, Sequence[Answer]], language: Language) -> Rows:
    """What a reader wants to know first."""
    signed = signed_by(agreement, language)
    return Rows((*rows(by_field, FRONT, language), *((signed,) if signed else ())))


def rows(by_field: Mapping[Field, Sequence[Answer]], fields: Way, language: Language) -> tuple[Row, ...]:
    """Some answers beside their names, also where they say only what is usual."""
    return tuple(found for one in picked(by_field, fields) if (found := row(told_anyway(one), language)))


def told_anyway(one: Answer) -> Answer:
    """An answer that is told though it is the usual one."""
    return one._replace(told=one.told._replace(usual=False)) if isinstance(one.told, Short) else one


def chapter(title: str, found: Sequence[Answer], language: Language) -> Section:
    """A chapter; a part with the chapter's own name needs no heading of its own."""
    blocks: list[Block] = []
    for one in sections(found, language):
        blocks += one.blocks if isinstance(one, Section) and one.title == title else (one,)
    return Section(title, tuple(blocks))


def signing(agreement: Agreement, by_field: Mapping[Field, Sequence[Answer]], lexicon: Lexicon) -> tuple[Section, ...]:
    """Where the parties sign, and why where they do not."""
    places = signatures(agreement, lexicon)
    aside = [one for one in picked(by_field, way(A.signatures)) if isinstance(one.told, Short)]
    blocks = (*sections(aside, lexicon.language), *((places,) if places else ()))
    return (Section(SIGNATURES.said(lexicon.language), blocks),) if blocks else ()


def own_section(agreement: Agreement, lexicon: Lexicon) -> tuple[Section, ...]:
    """What stands under keys that no field has, last of all."""
    others = [of_other(key, scrap, lexicon) for key, scrap in agreement.others.items()]
    found = tuple(made for one in others if (made := row(one, lexicon.language)))
    return (Section(OTHERS.said(lexicon.language), (Rows(found),)),) if found else ()


def checklist(agreement: Agreement, language: Language) -> Table:
    """The thirteen points and how far each is answered."""
    columns = tuple(Column(one.said(language)) for one in CHECKLIST_COLUMNS)
    lines = tuple(
        (plain(f"{item.number}. {item.title.said(language)}"), plain(mark.said(language)))
        for item, mark in zip(CHECKLIST, marks(agreement), strict=True)
    )
    return Table(CHECKLIST_TITLE.said(language), columns, lines)
