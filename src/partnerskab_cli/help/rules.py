"""A page on a rule: the rule is its own documentation."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..diagnostics import SEVERITY_WORDS, Severity
from ..model.choices import Formality, Status
from ..model.citations import cite_sources
from ..model.field import Choice
from ..model.grant_examples import sum_blocks
from ..model.requirements import relax_severity
from ..rules.chapters import CHAPTERS
from ..rules.registry import RULES
from ..rules.rule import WORKING, Rule, Scope
from ..text.localized import AND, LANGUAGES, OR, Text, join_words
from ..text.page import Block, CodeBlock, Facts, Heading, HelpParagraph, HelpTable, Page, make_text

TITLE = Text(da="{code} · {severity}", en="{code} · {severity}")
WHY = Text(da="Hvorfor", en="Why")
CURE = Text(da="Gør sådan", en="What to do")
CHAPTER = Text(da="Kapitel", en="Chapter")
ITEM = Text(da="Tjekliste", en="Checklist")
SPEAKS = Text(da="Gælder", en="Holds for")
LOOKS = Text(da="Ser på", en="Looks at")
WEIGHT = Text(da="Vægt", en="Weight")
QUIET_AFTER = Text(da="Tier efter", en="Silent after")
SILENCED = Text(da="Kan tie", en="Can be silenced")
BAD = Text(da="Det giver fundet:", en="This gives the finding:")
GOOD = Text(da="Det er i orden:", en="This is fine:")

ALL_FORMS = Text(da="alle aftaleformer", en="all forms of agreement")
WHENEVER = Text(da="uanset status", en="whatever the status")
UNTIL_ENDED = Text(da="til aftalen er ophørt", en="until the agreement has ended")
AT = Text(da="når status er {statuses}", en="when the status is {statuses}")
SINKING = Text(
    da="fejl i en aktiv aftale, advarsel i et udkast og under genforhandling, råd i en idé",
    en="an error in an active agreement, a warning in a draft and in renegotiation, advice in an idea",
)
NEVER_SILENT = Text(da="nej, reglen siger altid til", en="no, this rule always speaks")
BY_WAIVER = Text(
    da="ja, i aftalen med en grund (nedenfor), eller for hele kommunen under `ignorer` i partnerskab.yaml",
    en="yes, in the agreement with a reason (below), or for the whole municipality under `ignore` in partnerskab.yaml",
)
BY_PROFILE = Text(
    da="ja, for hele kommunen under `ignorer` i partnerskab.yaml (nedenfor)",
    en="yes, for the whole municipality under `ignore` in partnerskab.yaml (below)",
)
WAIVER = Text(
    da="undtagelser:\n  - regel: {code}\n    fordi: Skriv jeres egen grund, så andre kan forstå den",
    en="waivers:\n  - rule: {code}\n    because: Write your own reason, so that others can understand it",
)
IGNORED = Text(
    da="ignorer:\n  - regel: {code}\n    fordi: Skriv kommunens egen grund, så andre kan forstå den",
    en="ignore:\n  - rule: {code}\n    because: Write the municipality's own reason, so that others can understand it",
)
SCOPES = {
    Scope.FILE: Text(da="én aftale ad gangen", en="one agreement at a time"),
    Scope.PORTFOLIO: Text(da="alle aftaler under ét", en="all agreements together"),
    Scope.PROFILE: Text(da="kommunens profil", en="the municipality's profile"),
    Scope.HISTORY: Text(da="aftalens historik i git", en="the history of the agreement in git"),
}


def build_rule_page(rule: Rule) -> Page:
    """All there is to say of a rule."""
    return Page(format_rule_heading(rule), tuple(build_rule_blocks(rule)))


def format_rule_heading(rule: Rule) -> Text:
    """`TJK10 · fejl`."""
    return TITLE.format(code=rule.code, severity=rule.severity)


def build_rule_blocks(rule: Rule) -> Iterator[Block]:
    """Message, reason, cure, facts, the two examples, and how to silence it."""
    yield HelpParagraph(format_message_template(rule.says))
    yield Facts(((WHY, rule.why), (CURE, format_message_template(rule.cure)), describe_source(rule.source), *list_rule_facts(rule)))
    if rule.bad:
        yield Heading(BAD, 3)
        yield CodeBlock(make_text(rule.bad))
    if rule.good:
        yield Heading(GOOD, 3)
        yield CodeBlock(make_text(rule.good))
    if rule.code in MORE:
        yield from MORE[rule.code]()
    if not rule.fixed:
        yield Heading(SILENCED, 3)
        yield CodeBlock((WAIVER if rule.scope is Scope.FILE else IGNORED).format(code=rule.code))


MORE: Mapping[str, Callable[[], tuple[Block, ...]]] = {"ØKO03": sum_blocks}
"""What the page of a rule shows besides."""


def list_rule_facts(rule: Rule) -> Iterator[tuple[Text, Text]]:
    """Where it stands, when it speaks and how heavily."""
    yield CHAPTER, CHAPTERS[rule.chapter]
    if rule.item:
        yield ITEM, make_text(str(rule.item))
    yield LOOKS, SCOPES[rule.scope]
    if rule.scope is Scope.FILE:
        yield SPEAKS, describe_scope(rule)
    if rule.sinks:
        yield WEIGHT, describe_severity_by_status(rule)
    if rule.after:
        yield QUIET_AFTER, make_text(", ".join(rule.after))
    yield SILENCED, NEVER_SILENT if rule.fixed else BY_WAIVER if rule.scope is Scope.FILE else BY_PROFILE


def describe_severity_by_status(rule: Rule) -> Text:
    """The severity at every status, heaviest first; one that stays the same is said once."""
    weights = {relax_severity(rule.severity, status) for status in (Status.ACTIVE, Status.DRAFT, Status.IDEA)}
    return SINKING if weights == set(Severity) else SEVERITY_WORDS[rule.severity]


def describe_scope(rule: Rule) -> Text:
    """The forms and the statuses it holds for."""
    forms = (
        ALL_FORMS
        if rule.formalities == frozenset(Formality)
        else join_choices([formality for formality in Formality if formality in rule.formalities])
    )
    return Text(*(f"{forms.localize(language)}, {describe_statuses(rule).localize(language)}" for language in LANGUAGES))


def describe_statuses(rule: Rule) -> Text:
    """The statuses it holds for."""
    if rule.statuses in {frozenset(Status), WORKING}:
        return UNTIL_ENDED if rule.statuses == WORKING else WHENEVER
    return AT.format(statuses=join_choices([status for status in Status if status in rule.statuses], OR))


def join_choices(words: Sequence[Choice], joint: Text = AND) -> Text:
    """Words as a file writes them: `aktiv og genforhandling`."""
    return Text(*(join_words([word.get_key(language) for word in words], language, joint) for language in LANGUAGES))


EXAMPLE = re.compile(r"^(?:skriv fx|write for instance) \{example\}$")
AS_BELOW = Text(da="skriv fx som i det gode eksempel", en="write for instance as in the good example")


def format_message_template(words: Text) -> Text:
    """A message with its blanks left open: what a file says is not known here."""
    if EXAMPLE.match(words.da):
        return AS_BELOW
    return Text(*(text.replace("….", "…") for text in words.insert_placeholders()))


def build_chapter_page(chapter: str) -> Page:
    """The rules of a chapter, in their order."""
    rows = tuple(
        (make_text(rule.code), SEVERITY_WORDS[rule.severity], format_message_template(rule.says))
        for rule in RULES
        if rule.chapter == chapter
    )
    return Page(Text(*(f"{chapter} · {CHAPTERS[chapter].localize(language)}" for language in LANGUAGES)), (HelpTable(RULE_HEAD, rows),))


RULE_HEAD = (Text(da="Kode", en="Code"), Text(da="Vægt", en="Weight"), Text(da="Siger", en="Says"))


SOURCE = Text(da="Kilde", en="Source")


def describe_source(sections: str) -> tuple[Text, Text]:
    """`S3 Tjekliste 10` in words, under its name."""
    return SOURCE, cite_sources(sections)
