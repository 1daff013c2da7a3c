"""The rules all together: a table, a reference, and a value for machines."""

from collections.abc import Iterator

from ..diagnostics import SEVERITY_WORDS
from ..model.choices import Formality, Status
from ..model.citations import cite_sources
from ..rules.chapters import CHAPTERS
from ..rules.registry import RULES
from ..rules.rule import Rule, Scope
from ..text.localized import LANGUAGES, Language, Text
from ..text.page import Block, Heading, HelpParagraph, HelpTable, Page, make_text
from .rules import build_rule_blocks, format_message_template, format_rule_heading

SCHEMA_VERSION = 1
TITLE = Text(da="Regler", en="Rules")
HEAD = (Text(da="Kode", en="Code"), Text(da="Vægt", en="Weight"), Text(da="Pkt.", en="Item"), Text(da="Siger", en="Says"))
ABOUT = Text(
    da="{count} regler. Fejl får `partnerskab check` til at svare 1; advarsler og råd gør ikke. "
    "`partnerskab explain KODE` viser én af dem. Kildernes afsnit står med deres egne navne.",
    en="{count} rules. Errors make `partnerskab check` answer 1; warnings and advice do not. "
    "`partnerskab explain CODE` shows one of them. The sections of the sources stand with their own Danish names.",
)


def build_rules_page() -> Page:
    """Every rule on a line."""
    rows = tuple(
        (make_text(rule.code), SEVERITY_WORDS[rule.severity], make_text(str(rule.item or "")), format_message_template(rule.says))
        for rule in RULES
    )
    return Page(TITLE, (HelpTable(HEAD, rows),))


def build_rules_reference() -> Page:
    """Every rule at length, chapter by chapter."""
    return Page(TITLE, tuple(build_chapter_blocks()))


def build_chapter_blocks() -> Iterator[Block]:
    """The chapters with their rules."""
    yield HelpParagraph(ABOUT.format(count=len(RULES)))
    for chapter, title in CHAPTERS.items():
        rules = [rule for rule in RULES if rule.chapter == chapter]
        if rules:
            yield Heading(Text(*(f"{chapter} · {title.localize(language)}" for language in LANGUAGES)))
        for rule in rules:
            yield Heading(format_rule_heading(rule), 3)
            yield from (deepen_heading(block) for block in build_rule_blocks(rule))


def deepen_heading(block: Block) -> Block:
    """A block one heading further down."""
    return block._replace(level=block.level + 1) if isinstance(block, Heading) else block


def dump_rules(language: Language) -> dict[str, object]:
    """All rules for machines: English names, texts in one language."""
    return {"schema_version": SCHEMA_VERSION, "language": language, "rules": [dump_rule(rule, language) for rule in RULES]}


def dump_rule(rule: Rule, language: Language) -> dict[str, object]:
    """One rule for machines."""
    return {
        "code": rule.code,
        "chapter": rule.chapter,
        "severity": rule.severity.key,
        "sinks_with_status": rule.sinks,
        "scope": rule.scope.value,
        "forms": [formality.name.lower() for formality in Formality if formality in rule.formalities] if rule.scope is Scope.FILE else [],
        "statuses": [status.name.lower() for status in Status if status in rule.statuses] if rule.scope is Scope.FILE else [],
        "checklist_item": rule.item,
        "message": rule.says.localize(language),
        "cure": rule.cure.localize(language),
        "why": rule.why.localize(language),
        "source": cite_sources(rule.source).localize(language),
        "bad": rule.bad,
        "good": rule.good,
        "silent_after": list(rule.after),
        "can_be_silenced": not rule.fixed,
    }
