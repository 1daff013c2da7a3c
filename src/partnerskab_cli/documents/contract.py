"""The agreement itself, for the parties to read and sign: all of it, in the order in which a reader asks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.checklist import CHECKLIST, rate_checklist
from ..model.field import Field
from ..model.record import Way, field_path
from ..text.blocks import (
    Block,
    Document,
    DocumentColumn,
    DocumentTable,
    KeyValues,
    LabeledValue,
    Section,
    Words,
    anchor_sections,
    join_lines,
    make_inlines,
    make_paragraph,
    number_sections,
)
from ..text.localized import Language, Text
from .answers import FieldAnswer, ShortAnswer, build_other_answer, collect_answers, open_text
from .context import RenderContext, add_every_party
from .layout import build_answer_row, join_names, lay_out_answers
from .signed import split_answers
from .status_and_signatures import build_signature_block, build_signed_row, build_status_callouts, choose_draft_word


class ContractChapter(NamedTuple):
    """A chapter and the questions it answers."""

    title: Text
    fields: Way


A = Agreement
CHAPTERS = (
    ContractChapter(Text(da="Om samarbejdet", en="About the cooperation"), field_path(A.partnership_type, A.theme, A.initiative)),
    ContractChapter(Text(da="Parterne", en="The parties"), field_path(A.parties, A.other_roles)),
    ContractChapter(Text(da="Formål og behov", en="Purpose and need"), field_path(A.purpose, A.needs, A.target_group, A.geography)),
    ContractChapter(Text(da="Mål og udbytte", en="Goals and benefits"), field_path(A.goals, A.success_criteria, A.added_value, A.benefits)),
    ContractChapter(Text(da="Samarbejdet i hverdagen", en="Working together"),
            field_path(A.organisation, A.interplay, A.meetings, A.control_and_risk, A.user_influence)),
    ContractChapter(Text(da="Bidrag og økonomi", en="Contributions and money"), field_path(A.contributions, A.grant, A.budget, A.deliverables)),
    ContractChapter(Text(da="Grænser og ansvar", en="Boundaries and responsibility"),
            field_path(A.boundaries, A.insurance, A.child_certificate, A.confidentiality, A.personal_data, A.risks)),
    ContractChapter(Text(da="Forankring og formidling", en="Anchoring and communication"),
            field_path(A.anchoring, A.communication, A.principles, A.policy)),
    ContractChapter(Text(da="Evaluering og læring", en="Evaluation and learning"), field_path(A.evaluation, A.log)),
    ContractChapter(Text(da="Varighed, uenighed og ophør", en="Duration, disagreement and end"),
            field_path(A.period, A.renegotiation, A.extension, A.dispute_steps, A.termination, A.new_parties)),
    ContractChapter(Text(da="Øvrige vilkår", en="Other terms"),
            field_path(A.legally_binding, A.precedence, A.replaces, A.framework, A.related, A.glossary, A.annexes, A.other_terms)),
    ContractChapter(Text(da="Undtagelser", en="Waivers"), field_path(A.waivers)),
)  # fmt: skip
FRONT = field_path(A.period, A.status, A.case_number)
"""What stands below the title."""
FRAME = frozenset(field_path(A.title, A.status, A.case_number, A.signatures))
"""What is not signed, and stands in its own place none the less."""
BACK = field_path(A.id, A.language, A.schema)
"""What tells of the document more than of the cooperation."""
HEAD = field_path(A.title, A.formality)
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


def build_contract(agreement: Agreement, context: RenderContext) -> Document:
    """The whole agreement as a document."""
    language = context.language
    answers = collect_answers(agreement, context)
    by_field, (signed, beside) = group_by_field(answers), split_answers(answers)
    document = Document(
        language,
        "aftale",
        agreement.id or "",
        agreement.formality.localize(language),
        choose_title(agreement, language),
        format_parties(agreement, language),
        (*build_status_callouts(agreement, language), build_front_rows(agreement, by_field, language)),
        (
            *build_chapters(signed, language),
            *build_signing_sections(agreement, by_field, context),
            build_not_covered(agreement, by_field, [answer for answer in beside if answer.field not in FRAME], context),
        ),
        choose_draft_word(agreement, language),
    )
    return anchor_sections(number_sections(document))


def group_by_field(answers: Iterable[FieldAnswer]) -> Mapping[Field, Sequence[FieldAnswer]]:
    """Answers by their questions."""
    by_field: dict[Field, list[FieldAnswer]] = {}
    for answer in answers:
        by_field.setdefault(answer.field, []).append(answer)
    return by_field


def build_chapters(answers: Iterable[FieldAnswer], language: Language) -> tuple[Section, ...]:
    """Answers in the chapters they belong to."""
    by_field = group_by_field(answers)
    sections = (build_chapter(chapter.title.localize(language), pick_answers(by_field, chapter.fields), language) for chapter in CHAPTERS)
    return tuple(section for section in sections if section.blocks)


def build_not_covered(
    agreement: Agreement, by_field: Mapping[Field, Sequence[FieldAnswer]], beside: Iterable[FieldAnswer], context: RenderContext
) -> Section:
    """What the paper says beside the signed content, told apart from it, and what else the signatures do not cover."""
    language = context.language
    blocks: tuple[Block, ...] = (
        make_paragraph(make_inlines(NOT_COVERED_NOTE.localize(language))),
        *build_chapters(beside, language),
        Section(CHECKLIST_TITLE.localize(language), (build_checklist_table(agreement, language),)),
        Section(ABOUT.localize(language), (KeyValues(build_contract_rows(by_field, BACK, language)),)),
        *build_own_section(agreement, context),
    )
    return Section(NOT_COVERED.localize(language), blocks)


def pick_answers(by_field: Mapping[Field, Sequence[FieldAnswer]], fields: Way) -> list[FieldAnswer]:
    """The answers to some of the questions."""
    return [answer for field in fields for answer in by_field.get(field, ())]


def choose_title(agreement: Agreement, language: Language) -> str:
    """What the parties call it."""
    return join_lines(open_text(agreement, A.names["titel"]) or agreement.title or UNTITLED.localize(language))


def format_parties(agreement: Agreement, language: Language) -> Words:
    """Who agrees."""
    names = tuple(make_inlines(party.name) for party in add_every_party(agreement).parties)
    return (*make_inlines(BETWEEN.localize(language)), *join_names(names, language)) if names else ()


def build_front_rows(agreement: Agreement, by_field: Mapping[Field, Sequence[FieldAnswer]], language: Language) -> KeyValues:
    """What a reader wants to know first."""
    signed = build_signed_row(agreement, language)
    return KeyValues((*build_contract_rows(by_field, FRONT, language), *((signed,) if signed else ())))


def build_contract_rows(by_field: Mapping[Field, Sequence[FieldAnswer]], fields: Way, language: Language) -> tuple[LabeledValue, ...]:
    """Some answers beside their names, also where they say only what is usual."""
    return tuple(labeled for answer in pick_answers(by_field, fields) if (labeled := build_answer_row(show_default(answer), language)))


def show_default(answer: FieldAnswer) -> FieldAnswer:
    """An answer that is told though it is the usual one."""
    return answer._replace(content=answer.content._replace(usual=False)) if isinstance(answer.content, ShortAnswer) else answer


def build_chapter(title: str, answers: Sequence[FieldAnswer], language: Language) -> Section:
    """A chapter; a part with the chapter's own name needs no heading of its own."""
    blocks: list[Block] = []
    for paragraph in lay_out_answers(answers, language):
        blocks += paragraph.blocks if isinstance(paragraph, Section) and paragraph.title == title else (paragraph,)
    return Section(title, tuple(blocks))


def build_signing_sections(
    agreement: Agreement, by_field: Mapping[Field, Sequence[FieldAnswer]], context: RenderContext
) -> tuple[Section, ...]:
    """Where the parties sign, and why where they do not."""
    places = build_signature_block(agreement, context)
    aside = [answer for answer in pick_answers(by_field, field_path(A.signatures)) if isinstance(answer.content, ShortAnswer)]
    blocks = (*lay_out_answers(aside, context.language), *((places,) if places else ()))
    return (Section(SIGNATURES.localize(context.language), blocks),) if blocks else ()


def build_own_section(agreement: Agreement, context: RenderContext) -> tuple[Section, ...]:
    """What stands under keys that no field has, last of all."""
    others = [build_other_answer(key, scrap, context) for key, scrap in agreement.others.items()]
    labeleds = tuple(labeled for answer in others if (labeled := build_answer_row(answer, context.language)))
    return (Section(OTHERS.localize(context.language), (KeyValues(labeleds),)),) if labeleds else ()


def build_checklist_table(agreement: Agreement, language: Language) -> DocumentTable:
    """The thirteen points and how far each is answered."""
    columns = tuple(DocumentColumn(column.localize(language)) for column in CHECKLIST_COLUMNS)
    lines = tuple(
        (make_inlines(f"{item.number}. {item.title.localize(language)}"), make_inlines(mark.localize(language)))
        for item, mark in zip(CHECKLIST, rate_checklist(agreement), strict=True)
    )
    return DocumentTable(CHECKLIST_TITLE.localize(language), columns, lines)
