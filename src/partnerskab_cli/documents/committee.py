"""The case for the committee: on one page what it is, with whom, for what money, and what is asked of those who decide."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ..diagnostics import CompletionStatus
from ..model.agreement import Agreement
from ..model.amounts import Money, group_thousands
from ..model.checklist import CHECKLIST, rate_checklist
from ..model.choices import Per, Side, Status
from ..model.contributions import Contribution
from ..model.field import Field
from ..model.grants import NO_YEAR, allocate_grant_by_year, find_closed_period, find_grant_period, is_before_indexation
from ..model.money import Grant, GrantPeriod
from ..model.purpose import Goal, Needs, PolicySupport, TargetGroup
from ..model.record import BLANK, field_path, list_items
from ..model.terms import Risk
from ..model.time import Evaluation, Termination
from ..text.blocks import (
    Block,
    Document,
    KeyValues,
    LabeledValue,
    Paragraph,
    Section,
    Words,
    anchor_sections,
    join_lines,
    make_inlines,
    make_paragraph,
    to_plain_text,
)
from ..text.localized import Language, Text, decapitalize, format_value, join_words
from .answers import AnswerContent, AnswerList, AnswerRecords, FieldAnswer, NestedAnswer, ShortAnswer, collect_answers, open_text
from .context import RenderContext, add_every_party
from .contract import choose_title, format_parties
from .layout import build_cell, build_records_table, join_inlines
from .status_and_signatures import build_status_callouts, choose_draft_word
from .table_layout import build_answer_rows, build_answer_section, select_answers

A = Agreement
WANTED = frozenset(field_path(
    A.purpose, A.needs, Needs.text, A.geography, A.period, A.goals, Goal.text, Goal.target, Goal.deadline, Goal.result, A.risks, Risk.text,
    Risk.mitigation, A.policy, PolicySupport.goals, A.termination, Termination.notice, Termination.notice_per_party, A.evaluation,
    Evaluation.result, Evaluation.learning,
))  # fmt: skip
WHY, WHERE = field_path(A.purpose, A.needs), field_path(A.geography, A.period)
MONEY = field_path(
    Grant.amount, Grant.currency, Grant.per, Grant.legal_basis, Grant.giver, Grant.grant_period, GrantPeriod.start, GrantPeriod.end
)
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


def build_case_page(agreement: Agreement, context: RenderContext) -> Document:
    """An agreement as a case on one page."""
    language = context.language
    answers = select_answers(agreement, WANTED, context)
    why = (*build_party_rows(agreement, language), *build_answer_rows(answers, WHY, language), *build_target_rows(agreement, language))
    what = KeyValues((*why, *build_answer_rows(answers, WHERE, language), *build_condition_rows(answers, language)))
    return anchor_sections(
        Document(
            language,
            "udvalg",
            agreement.id or "",
            CASE.localize(language, committee=context.committee or COMMITTEE),
            choose_title(agreement, language),
            build_subtitle(agreement, language),
            build_status_callouts(agreement, language),
            (
                Section(
                    ASKED.localize(language), tuple(make_paragraph(make_inlines(words)) for words in list_decisions(agreement, context))
                ),
                Section(WHAT.localize(language), (what,)),
                Section(ECONOMY.localize(language), tuple(build_economy_blocks(agreement, context))),
                *build_answer_section(GOALS.localize(language), answers, field_path(A.goals), language),
                *(
                    build_answer_section(RISKS.localize(language), answers, field_path(A.risks), language)
                    or build_empty_section(RISKS, NO_RISKS, language)
                ),
                *build_answer_section(LEARNT.localize(language), answers, field_path(A.evaluation), language),
                Section(
                    CHECKED.localize(language),
                    tuple(make_paragraph(make_inlines(words)) for words in describe_completeness(agreement, language)),
                ),
            ),
            choose_draft_word(agreement, language),
        )
    )


def build_subtitle(agreement: Agreement, language: Language) -> Words:
    """What kind of agreement it is, and between whom."""
    return make_inlines(f"{agreement.formality.localize(language)} {to_plain_text(format_parties(agreement, language))}".rstrip())


def build_empty_section(title: Text, words: Text, language: Language) -> tuple[Section, ...]:
    """A heading that says that there is nothing below it."""
    return (Section(title.localize(language), (make_paragraph(make_inlines(words.localize(language))),)),)


def build_party_rows(agreement: Agreement, language: Language) -> tuple[LabeledValue, ...]:
    """Who takes part, and on which side."""
    lines = tuple(
        make_inlines(f"{party.name} ({decapitalize(party.side.value.label).localize(language) if party.side else BLANK})")
        for party in add_every_party(agreement).parties
    )
    return (LabeledValue(make_inlines(WITH.localize(language)), (Paragraph(lines),)),) if lines else ()


def build_target_rows(agreement: Agreement, language: Language) -> Iterator[LabeledValue]:
    """Whom it is for, and how many."""
    group = agreement.target_group
    text = group and (open_text(group, TargetGroup.names["tekst"]) or group.text)
    if group and text:
        number = f" ({group_thousands(group.number, language)})" if group.number else ""
        yield LabeledValue(make_inlines(A.names["målgruppe"].label.localize(language)), (make_paragraph(make_inlines(f"{text}{number}")),))


def build_condition_rows(answers_by_field: Mapping[Field, FieldAnswer], language: Language) -> Iterator[LabeledValue]:
    """How it can end, and what of the policy it supports, each in a line."""
    for field in field_path(A.termination, A.policy):
        content = answers_by_field[field].content if field in answers_by_field else None
        for answer in content.answers if isinstance(content, NestedAnswer) else ():
            yield LabeledValue(
                make_inlines(POLICY.localize(language) if field is A.names["politik"] else answer.label),
                (make_paragraph(shorten_answer(answer.content)),),
            )


def shorten_answer(answer: AnswerContent) -> Words:
    """An answer in one line, its parts apart by `;`."""
    match answer:
        case ShortAnswer(words):
            return words
        case AnswerList(items):
            return join_inlines(items, "; ")
        case AnswerRecords(_, records):
            return join_inlines((join_inlines((build_cell(item) for item in record), ": ") for record in records), "; ")
        case _:
            return ()


def list_decisions(agreement: Agreement, context: RenderContext) -> Iterator[str]:
    """What the committee is to do, and what was decided before."""
    language = context.language
    yield REQUESTS[agreement.status].localize(language, municipality=context.municipality or MUNICIPALITY)
    political = agreement.anchoring.political if agreement.anchoring else None
    if political and political.date:
        where = (political.committee, format_value(political.date, language), political.case)
        yield DECIDED.localize(language, where=", ".join(part for part in where if part))


def build_economy_blocks(agreement: Agreement, context: RenderContext) -> Iterator[Block]:
    """The grants, what they come to in each year, and what else is given."""
    language = context.language
    fields = frozenset(MONEY)
    if grants := list_items(agreement, A.grant):
        records = tuple(tuple(answer for answer in collect_answers(grant, context) if answer.field in fields) for grant in grants)
        title = GRANTS.localize(language)
        yield build_records_table(title, title, AnswerRecords(Grant, tuple(record for record in records if record)), language)
    else:
        yield make_paragraph(make_inlines(NO_GRANT.localize(language)))
    given = (*build_yearly_grant_rows(agreement, language), *build_contribution_rows(agreement, language))
    if given:
        yield KeyValues(given)


def build_yearly_grant_rows(agreement: Agreement, language: Language) -> tuple[LabeledValue, ...]:
    """What the grants come to in each calendar year, where they can be counted and the amounts do not say it themselves."""
    counted = [allocate_grant_by_year(agreement, grant, NO_YEAR) for grant in agreement.grant]
    currencies = {grant.currency for grant in agreement.grant}
    years: Counter[int] = Counter()
    for by_year in counted:
        years.update(by_year or {})
    content = len(years) == 1 and all(grant.per is Per.TOTAL for grant in agreement.grant)
    if None in counted or len(currencies) != 1 or not years or content or has_open_end(agreement):
        return ()
    (currency,) = currencies
    words = join_words([f"{year}: {Money(years[year], currency).localize(language)}" for year in sorted(years)], language)
    before = BEFORE.localize(language) if any(is_before_indexation(agreement, grant) for grant in agreement.grant) else ""
    return (LabeledValue(make_inlines(BY_YEAR.localize(language)), (make_paragraph(make_inlines(f"{words}{before}")),)),)


def has_open_end(agreement: Agreement) -> bool:
    """Whether a grant runs without a known end."""
    return any(find_closed_period(find_grant_period(agreement, grant)) is None for grant in agreement.grant)


def build_contribution_rows(agreement: Agreement, language: Language) -> Iterator[LabeledValue]:
    """What each side gives besides the grants."""
    sides = {party.id: party.side for party in list_items(agreement, A.parties)}
    for side, title in GIVES.items():
        given = [
            describe_contribution(contribution, language)
            for contribution in list_items(agreement, A.contributions)
            if contribution.party and sides.get(contribution.party) is side
        ]
        if given:
            yield LabeledValue(make_inlines(title.localize(language)), (make_paragraph(make_inlines("; ".join(given))),))


def describe_contribution(contribution: Contribution, language: Language) -> str:
    """A contribution in a few words."""
    kind = decapitalize(contribution.kind.value.label).localize(language) if contribution.kind else ""
    return join_lines(open_text(contribution, Contribution.names["tekst"]) or contribution.text or kind)


def describe_completeness(agreement: Agreement, language: Language) -> Iterator[str]:
    """How far the agreement answers the thirteen points, and which it leaves open."""
    statuses = rate_checklist(agreement)
    yield MARKED.localize(language, answered=sum(status.is_answer for status in statuses), all=len(statuses))
    for mark, words in ((CompletionStatus.NOT_RELEVANT, ASIDE), (CompletionStatus.PARTLY, PARTLY), (CompletionStatus.NO, OPEN)):
        points = [item.title.localize(language) for item, status in zip(CHECKLIST, statuses, strict=True) if status is mark]
        if points:
            yield words.localize(language, points="; ".join(points))
