"""The case for the committee: on one page what it is, with whom, for what money, and what is asked of those who decide."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ..agreement.agreement import Agreement
from ..agreement.amounts import Money, grouped
from ..agreement.checklist import CHECKLIST, marks
from ..agreement.choices import Per, Side, Status
from ..agreement.contributions import Contribution
from ..agreement.field import Field
from ..agreement.finding import every_item, way
from ..agreement.money import Grant, GrantPeriod
from ..agreement.purpose import Goal, Needs, PolicySupport, TargetGroup
from ..agreement.record import BLANK
from ..agreement.sums import NO_YEAR, before_indexation, closed_period, grant_by_year, period_of
from ..agreement.terms import Risk
from ..agreement.time import Evaluation, Termination
from ..diagnostics import Mark
from ..text import Language, Text, in_words, listed, lowered
from .answers import Answer, Each, Inner, Several, Short, Told, answers, open_text
from .choosing import chosen, rows, under
from .contract import between, title_of
from .document import Block, Document, Paragraph, Row, Rows, Section, Words, anchored, in_line, line, plain, text_of
from .layout import cell, joined, table
from .lexicon import Lexicon, with_every_party
from .standing import draft_word, notices

A = Agreement
WANTED = frozenset(way(
    A.purpose, A.needs, Needs.text, A.geography, A.period, A.goals, Goal.text, Goal.target, Goal.deadline, Goal.result, A.risks, Risk.text,
    Risk.mitigation, A.policy, PolicySupport.goals, A.termination, Termination.notice, Termination.notice_per_party, A.evaluation,
    Evaluation.result, Evaluation.learning,
))  # fmt: skip
WHY, WHERE = way(A.purpose, A.needs), way(A.geography, A.period)
MONEY = way(Grant.amount, Grant.currency, Grant.per, Grant.legal_basis, Grant.giver, Grant.grant_period, GrantPeriod.start, GrantPeriod.end)
"""What the committee sees of a grant."""

CASE = Text(da="Sag til {committee}", en="Case for {committee}")
COMMITTEE = Text(da="udvalget", en="the committee")
ASKED = Text(da="Hvad udvalget skal tage stilling til", en="What the committee is asked")
WHAT = Text(da="Hvad det går ud på", en="What it is about")
ECONOMY = Text(da="Penge", en="Money")
GOALS = Text(da="Mål", en="Goals")
RISKS = Text(da="Risici", en="Risks")
LEARNT = Text(da="Erfaringer", en="Experience")
CHECKED = Text(da="Tjeklisten", en="The checklist")
WITH = Text(da="Med hvem", en="With whom")
GRANTS = Text(da="Tilskud", en="Grants")
BY_YEAR = Text(da="Tilskud fordelt på år", en="Grants by year")
BEFORE = Text(da=" (før regulering)", en=" (before indexation)")
POLICY = Text(da="Støtter politikkens mål", en="Supports the policy's goals")
GIVES = {
    Side.PUBLIC: Text(da="Den offentlige part bidrager med", en="The public party contributes"),
    Side.VOLUNTARY: Text(da="Den frivillige part bidrager med", en="The voluntary party contributes"),
}
NO_GRANT = Text(da="Der er intet tilskud i aftalen.", en="There is no grant in the agreement.")
NO_RISKS = Text(da="Parterne har ikke skrevet nogen risici ned.", en="The parties have written down no risks.")

REQUESTS = {
    Status.IDEA: Text(
        da="Udvalget orienteres om idéen. Der skal ikke besluttes noget endnu.", en="The committee is told of the idea. Nothing is to be decided yet."
    ),
    Status.DRAFT: Text(
        da="Udvalget bedes tage stilling til, om {municipality} skal indgå aftalen.",
        en="The committee is asked whether {municipality} shall enter into the agreement.",
    ),
    Status.ACTIVE: Text(da="Udvalget orienteres om aftalen.", en="The committee is told of the agreement."),
    Status.RENEGOTIATION: Text(
        da="Udvalget bedes tage stilling til, om aftalen skal fornyes, ændres eller slutte.",
        en="The committee is asked whether the agreement shall be renewed, changed or ended.",
    ),
    Status.ENDED: Text(
        da="Udvalget orienteres om, at samarbejdet er slut, og om hvad der blev lært.",
        en="The committee is told that the cooperation has ended, and what was learnt.",
    ),
}  # fmt: skip
MUNICIPALITY = Text(da="kommunen", en="the municipality")
DECIDED = Text(da="Tidligere behandlet: {where}.", en="Considered before: {where}.")
MARKED = Text(da="{answered} af {all} punkter er besvaret.", en="{answered} of {all} points are answered.")
PARTLY = Text(da="Delvist besvaret: {points}.", en="Partly answered: {points}.")
ASIDE = Text(da="Ikke relevant for parterne: {points}.", en="Not relevant to the parties: {points}.")
OPEN = Text(da="Ubesvaret: {points}.", en="Unanswered: {points}.")


def case(agreement: Agreement, lexicon: Lexicon) -> Document:
    """An agreement as a case on one page."""
    language = lexicon.language
    found = chosen(agreement, WANTED, lexicon)
    why = (*parties(agreement, language), *rows(found, WHY, language), *for_whom(agreement, language))
    what = Rows((*why, *rows(found, WHERE, language), *in_lines(found, language)))
    return anchored(
        Document(
            language,
            "udvalg",
            agreement.id or "",
            CASE.said(language, committee=lexicon.committee or COMMITTEE),
            title_of(agreement, language),
            subtitle(agreement, language),
            notices(agreement, language),
            (
                Section(ASKED.said(language), tuple(line(plain(words)) for words in asked(agreement, lexicon))),
                Section(WHAT.said(language), (what,)),
                Section(ECONOMY.said(language), tuple(economy(agreement, lexicon))),
                *under(GOALS.said(language), found, way(A.goals), language),
                *(under(RISKS.said(language), found, way(A.risks), language) or none(RISKS, NO_RISKS, language)),
                *under(LEARNT.said(language), found, way(A.evaluation), language),
                Section(CHECKED.said(language), tuple(line(plain(words)) for words in verdict(agreement, language))),
            ),
            draft_word(agreement, language),
        )
    )


def subtitle(agreement: Agreement, language: Language) -> Words:
    """What kind of agreement it is, and between whom."""
    return plain(f"{agreement.formality.said(language)} {text_of(between(agreement, language))}".rstrip())


def none(title: Text, words: Text, language: Language) -> tuple[Section, ...]:
    """A heading that says that there is nothing below it."""
    return (Section(title.said(language), (line(plain(words.said(language))),)),)


def parties(agreement: Agreement, language: Language) -> tuple[Row, ...]:
    """Who takes part, and on which side."""
    lines = tuple(
        plain(f"{one.name} ({lowered(one.side.value.label).said(language) if one.side else BLANK})")
        for one in with_every_party(agreement).parties
    )
    return (Row(plain(WITH.said(language)), (Paragraph(lines),)),) if lines else ()


def for_whom(agreement: Agreement, language: Language) -> Iterator[Row]:
    """Whom it is for, and how many."""
    group = agreement.target_group
    text = group and (open_text(group, TargetGroup.names["tekst"]) or group.text)
    if group and text:
        number = f" ({grouped(group.number, language)})" if group.number else ""
        yield Row(plain(A.names["målgruppe"].label.said(language)), (line(plain(f"{text}{number}")),))


def in_lines(found: Mapping[Field, Answer], language: Language) -> Iterator[Row]:
    """How it can end, and what of the policy it supports, each in a line."""
    for field in way(A.termination, A.policy):
        told = found[field].told if field in found else None
        for one in told.answers if isinstance(told, Inner) else ():
            yield Row(plain(POLICY.said(language) if field is A.names["politik"] else one.label), (line(in_brief(one.told)),))


def in_brief(told: Told) -> Words:
    """An answer in one line, its parts apart by `;`."""
    match told:
        case Short(words):
            return words
        case Several(items):
            return joined(items, "; ")
        case Each(_, records):
            return joined((joined((cell(one) for one in record), ": ") for record in records), "; ")
        case _:
            return ()


def asked(agreement: Agreement, lexicon: Lexicon) -> Iterator[str]:
    """What the committee is to do, and what was decided before."""
    language = lexicon.language
    yield REQUESTS[agreement.status].said(language, municipality=lexicon.municipality or MUNICIPALITY)
    political = agreement.anchoring.political if agreement.anchoring else None
    if political and political.date:
        where = (political.committee, in_words(political.date, language), political.case)
        yield DECIDED.said(language, where=", ".join(part for part in where if part))


def economy(agreement: Agreement, lexicon: Lexicon) -> Iterator[Block]:
    """The grants, what they come to in each year, and what else is given."""
    language = lexicon.language
    fields = frozenset(MONEY)
    if grants := every_item(agreement, A.grant):
        records = tuple(tuple(one for one in answers(grant, lexicon) if one.field in fields) for grant in grants)
        title = GRANTS.said(language)
        yield table(title, title, Each(Grant, tuple(record for record in records if record)), language)
    else:
        yield line(plain(NO_GRANT.said(language)))
    given = (*by_year(agreement, language), *contributions(agreement, language))
    if given:
        yield Rows(given)


def by_year(agreement: Agreement, language: Language) -> tuple[Row, ...]:
    """What the grants come to in each calendar year, where they can be counted and the amounts do not say it themselves."""
    counted = [grant_by_year(agreement, grant, NO_YEAR) for grant in agreement.grant]
    currencies = {grant.currency for grant in agreement.grant}
    years: Counter[int] = Counter()
    for one in counted:
        years.update(one or {})
    told = len(years) == 1 and all(grant.per is Per.TOTAL for grant in agreement.grant)
    if None in counted or len(currencies) != 1 or not years or told or open_ended(agreement):
        return ()
    (currency,) = currencies
    words = listed([f"{year}: {Money(years[year], currency).said(language)}" for year in sorted(years)], language)
    before = BEFORE.said(language) if any(before_indexation(agreement, grant) for grant in agreement.grant) else ""
    return (Row(plain(BY_YEAR.said(language)), (line(plain(f"{words}{before}")),)),)


def open_ended(agreement: Agreement) -> bool:
    """Whether a grant runs without a known end."""
    return any(closed_period(period_of(agreement, grant)) is None for grant in agreement.grant)


def contributions(agreement: Agreement, language: Language) -> Iterator[Row]:
    """What each side gives besides the grants."""
    sides = {party.id: party.side for party in every_item(agreement, A.parties)}
    for side, title in GIVES.items():
        given = [words_of(one, language) for one in every_item(agreement, A.contributions) if one.party and sides.get(one.party) is side]
        if given:
            yield Row(plain(title.said(language)), (line(plain("; ".join(given))),))


def words_of(one: Contribution, language: Language) -> str:
    """A contribution in a few words."""
    kind = lowered(one.kind.value.label).said(language) if one.kind else ""
    return in_line(open_text(one, Contribution.names["tekst"]) or one.text or kind)


def verdict(agreement: Agreement, language: Language) -> Iterator[str]:
    """How far the agreement answers the thirteen points, and which it leaves open."""
    found = marks(agreement)
    yield MARKED.said(language, answered=sum(one.is_answer for one in found), all=len(found))
    for mark, words in ((Mark.NOT_RELEVANT, ASIDE), (Mark.PARTLY, PARTLY), (Mark.NO, OPEN)):
        points = [item.title.said(language) for item, one in zip(CHECKLIST, found, strict=True) if one is mark]
        if points:
            yield words.said(language, points="; ".join(points))
