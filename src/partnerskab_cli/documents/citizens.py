"""The page for citizens: plain questions and what is public, nothing else."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.cooperation import Boundaries
from ..model.money import Grant
from ..model.parties import Contact, Party, Role
from ..model.people import Communication, UserInfluence
from ..model.purpose import Goal, Needs, TargetGroup
from ..model.record import Way, field_path
from ..model.terms import Term
from ..text.blocks import Block, BulletList, Document, KeyValues, Paragraph, Section, anchor_sections, make_inlines, to_plain_text
from ..text.localized import Language, Text, decapitalize, join_words
from .context import RenderContext
from .contract import choose_title
from .status_and_signatures import build_status_callouts, choose_draft_word
from .table_layout import build_answer_section, select_answers


class CitizenQuestion(NamedTuple):
    """What a citizen may ask, and where it is answered."""

    asks: Text
    fields: Way


A = Agreement
QUESTIONS = (
    CitizenQuestion(Text(da="Hvad er formålet?", en="What is the purpose?"), field_path(A.purpose)),
    CitizenQuestion(Text(da="Hvem er det for?", en="Who is it for?"), field_path(A.target_group)),
    CitizenQuestion(Text(da="Hvorfor er det sat i gang?", en="Why was it started?"), field_path(A.needs)),
    CitizenQuestion(Text(da="Hvor foregår det?", en="Where is it?"), field_path(A.geography)),
    CitizenQuestion(Text(da="Hvornår?", en="When?"), field_path(A.period)),
    CitizenQuestion(Text(da="Hvad skal der komme ud af det?", en="What shall come of it?"), field_path(A.goals)),
    CitizenQuestion(
        Text(da="Hvad gør de frivillige, og hvad gør de ikke?", en="What do the volunteers do, and what not?"), field_path(A.boundaries)
    ),
    CitizenQuestion(Text(da="Hvordan er brugerne med til at bestemme?", en="How do the users have a say?"), field_path(A.user_influence)),
    CitizenQuestion(
        Text(da="Hvem står bag, og hvem kan man spørge?", en="Who is behind it, and whom can one ask?"),
        field_path(A.parties, A.other_roles),
    ),
    CitizenQuestion(Text(da="Hvilke penge er der i det?", en="What money is in it?"), field_path(A.grant)),
    CitizenQuestion(Text(da="Hvor kan man følge med?", en="Where can one follow it?"), field_path(A.communication)),
    CitizenQuestion(Text(da="Hvad betyder ordene?", en="What do the words mean?"), field_path(A.glossary)),
    CitizenQuestion(Text(da="Hvad hænger det sammen med?", en="What is it linked with?"), field_path(A.related)),
)
INSIDE = field_path(
    TargetGroup.text, TargetGroup.age, Needs.text, Goal.text, Boundaries.volunteers_do,
    Boundaries.volunteers_do_not, Boundaries.out_of_scope, Boundaries.statutory, UserInfluence.text, UserInfluence.who, UserInfluence.when,
    UserInfluence.peer_to_peer, Party.name, Party.values, Party.contacts, Contact.role, Contact.name, Contact.mail, Contact.phone,
    Contact.deputy, Role.name, Role.text, Grant.amount, Grant.per, Grant.legal_basis, Grant.purpose, Communication.citizens, Communication.channels,
    Term.term, Term.meaning,
)  # fmt: skip
"""What a citizen sees of the records inside."""
WANTED = frozenset((*INSIDE, *(field for question in QUESTIONS for field in question.fields)))
COOPERATION = Text(da="Samarbejde om {themes}", en="Cooperation on {themes}")
A_COOPERATION = Text(da="Samarbejde", en="Cooperation")


def build_citizen_page(agreement: Agreement, context: RenderContext) -> Document:
    """The public part of an agreement, for anyone. Only that part may be given here."""
    language = context.language
    answers = select_answers(agreement, WANTED, context)
    prose = agreement.communication.overview if agreement.communication else None
    sections = tuple(
        section
        for question in QUESTIONS
        for section in build_answer_section(question.asks.localize(language), answers, question.fields, language)
    )
    return anchor_sections(
        Document(
            language,
            "borger",
            agreement.id or "",
            describe_cooperation(agreement, language),
            choose_title(agreement, language),
            make_inlines(" ".join(prose.split())) if prose else (),
            build_status_callouts(agreement, language),
            sections,
            choose_draft_word(agreement, language),
        )
    )


def describe_cooperation(agreement: Agreement, language: Language) -> str:
    """What the cooperation is about, in a line."""
    themes = [decapitalize(theme.value.label).localize(language) for theme in agreement.theme]
    return COOPERATION.localize(language, themes=join_words(themes, language)) if themes else A_COOPERATION.localize(language)


LONG = 6
"""A word of more letters is long."""
WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W_]+(?:[-'’][^\W_]+)*")
STOP = re.compile("[.!?:](?=\\s*$|\\s+[»“]?[A-ZÆØÅ])")
"""The end of a sentence, not of an abbreviation."""
LEVELS = (
    (25, Text(da="meget let at læse", en="very easy to read")),
    (35, Text(da="let at læse", en="easy to read")),
    (45, Text(da="middelsvær, som en avis", en="of medium difficulty, like a newspaper")),
    (55, Text(da="svær, som en rapport", en="hard, like a report")),
)
HARDEST = Text(da="meget svær at læse", en="very hard to read")
GOAL = 35
"""Pages for everyone should stay at or below it."""


def compute_lix(document: Document) -> int:
    """Words for each sentence, plus the share of long words in per cent. What stands alone counts as a sentence."""
    pieces = [piece for piece in iter_sentences(document) if WORD.search(piece)]
    words = [word for piece in pieces for word in WORD.findall(piece)]
    stops = sum(max(1, len(STOP.findall(piece))) for piece in pieces)
    if not words:
        return 0
    return round(len(words) / stops + 100 * sum(len(word) > LONG for word in words) / len(words))


def describe_lix(number: int) -> Text:
    """The number in words."""
    return next((words for most, words in LEVELS if number <= most), HARDEST)


def iter_sentences(document: Document) -> Iterator[str]:
    """Everything that is told in the document; names, headings and tables are left out."""
    yield to_plain_text(document.subtitle)
    yield from iter_block_text(document.blocks)
    yield from iter_block_text(document.sections)


def iter_block_text(blocks: Iterable[Block]) -> Iterator[str]:
    """What blocks tell."""
    for block in blocks:
        match block:
            case Paragraph(lines):
                yield " ".join(to_plain_text(each) for each in lines)
            case BulletList(items):
                yield from (to_plain_text(each) for each in items)
            case KeyValues(rows):
                for each in rows:
                    yield from iter_block_text(each.blocks)
            case Section(_, inner):
                yield from iter_block_text(inner)
            case _:
                pass
