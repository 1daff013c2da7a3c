"""The page for citizens: plain questions and what is public, nothing else."""

from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.cooperation import Boundaries
from ..agreement.finding import Way, way
from ..agreement.money import Grant
from ..agreement.parties import Contact, Party, Role
from ..agreement.people import Communication, UserInfluence
from ..agreement.purpose import Goal, Needs, TargetGroup
from ..agreement.terms import Term
from ..text import Language, Text, listed, lowered
from .choosing import chosen, under
from .contract import title_of
from .document import Document, anchored, plain
from .lexicon import Lexicon
from .standing import draft_word, notices


class Question(NamedTuple):
    """What a citizen may ask, and where it is answered."""

    asks: Text
    fields: Way


A = Agreement
QUESTIONS = (
    Question(Text(da="Hvad er formålet?", en="What is the purpose?"), way(A.purpose)),
    Question(Text(da="Hvem er det for?", en="Who is it for?"), way(A.target_group)),
    Question(Text(da="Hvorfor er det sat i gang?", en="Why was it started?"), way(A.needs)),
    Question(Text(da="Hvor foregår det?", en="Where is it?"), way(A.geography)),
    Question(Text(da="Hvornår?", en="When?"), way(A.period)),
    Question(Text(da="Hvad skal der komme ud af det?", en="What shall come of it?"), way(A.goals)),
    Question(Text(da="Hvad gør de frivillige, og hvad gør de ikke?", en="What do the volunteers do, and what not?"), way(A.boundaries)),
    Question(Text(da="Hvordan er brugerne med til at bestemme?", en="How do the users have a say?"), way(A.user_influence)),
    Question(
        Text(da="Hvem står bag, og hvem kan man spørge?", en="Who is behind it, and whom can one ask?"), way(A.parties, A.other_roles)
    ),
    Question(Text(da="Hvilke penge er der i det?", en="What money is in it?"), way(A.grant)),
    Question(Text(da="Hvor kan man følge med?", en="Where can one follow it?"), way(A.communication)),
    Question(Text(da="Hvad betyder ordene?", en="What do the words mean?"), way(A.glossary)),
    Question(Text(da="Hvad hænger det sammen med?", en="What is it linked with?"), way(A.related)),
)
INSIDE = way(
    TargetGroup.text, TargetGroup.age, Needs.text, Goal.text, Boundaries.volunteers_do,
    Boundaries.volunteers_do_not, Boundaries.out_of_scope, Boundaries.statutory, UserInfluence.text, UserInfluence.who, UserInfluence.when,
    UserInfluence.peer_to_peer, Party.name, Party.values, Party.contacts, Contact.role, Contact.name, Contact.mail, Contact.phone,
    Contact.deputy, Role.name, Role.text, Grant.amount, Grant.per, Grant.legal_basis, Grant.purpose, Communication.citizens, Communication.channels,
    Term.term, Term.meaning,
)  # fmt: skip
"""What a citizen sees of the records inside."""
WANTED = frozenset((*INSIDE, *(one for question in QUESTIONS for one in question.fields)))
COOPERATION = Text(da="Samarbejde om {themes}", en="Cooperation on {themes}")
A_COOPERATION = Text(da="Samarbejde", en="Cooperation")


def page(agreement: Agreement, lexicon: Lexicon) -> Document:
    """The public part of an agreement, for anyone. Only that part may be given here."""
    language = lexicon.language
    found = chosen(agreement, WANTED, lexicon)
    told = agreement.communication.overview if agreement.communication else None
    sections = tuple(section for one in QUESTIONS for section in under(one.asks.said(language), found, one.fields, language))
    return anchored(
        Document(
            language,
            "borger",
            agreement.id or "",
            kind(agreement, language),
            title_of(agreement, language),
            plain(" ".join(told.split())) if told else (),
            notices(agreement, language),
            sections,
            draft_word(agreement, language),
        )
    )


def kind(agreement: Agreement, language: Language) -> str:
    """What the cooperation is about, in a line."""
    themes = [lowered(one.value.label).said(language) for one in agreement.theme]
    return COOPERATION.said(language, themes=listed(themes, language)) if themes else A_COOPERATION.said(language)
