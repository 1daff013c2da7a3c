"""What a rule said, and how it becomes a diagnostic."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from ..diagnostics import Diagnostic, Edit, Severity, Span, YamlPath
from ..model.field import Choice, Field
from ..model.record import Record
from ..profile.profile import Profile
from ..rules.per_agreement import ALONE
from ..rules.rule import CheckDates, Rule
from ..source.source_file import SourceFile
from ..text.localized import LANGUAGES, Language, Text, join_words


class CheckOptions(NamedTuple):
    """What a check is run with, besides the files."""

    profile: Profile
    moment: CheckDates
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def set_change_date(self, changed: date | None) -> "CheckOptions":
        """The same, for a file that was last changed that day."""
        return self._replace(moment=self.moment._replace(changed=changed))


class RuleHit(NamedTuple):
    """What one rule said, and where."""

    rule: Rule
    severity: Severity
    span: Span
    route: YamlPath
    values: Mapping[str, object]
    hint: Text | None = None
    edits: tuple[Edit, ...] = ()
    unsafe: tuple[Edit, ...] = ()


class ExamplePlaceholder(NamedTuple):
    """Stands for the example of a field, until the language of the file is known."""

    field: Field


def is_unsuppressible(code: str) -> bool:
    """Whether a rule cannot be silenced."""
    return code in ALONE and ALONE[code].fixed


def list_ignored_rules(profile: Profile) -> set[str]:
    """The rules that the profile leaves out."""
    return {ignored.rule for ignored in profile.ignore if not is_unsuppressible(ignored.rule)}


def is_selected(rule: Rule, settings: CheckOptions) -> bool:
    """Whether a rule is asked for on the command line; a CPR number always speaks, and so does what hides the file from those asked for."""
    if rule.code == "JUR01" or (rule.code.startswith("STR01") and not (is_text_search(settings.select) and rule.code not in NOT_READ)):
        return True
    return (not settings.select or is_rule_named(rule, settings.select)) and not (is_rule_named(rule, settings.ignore) and not rule.fixed)


NOT_READ = ("STR01c", "STR01g")
"""What keeps even the text of a file from being seen."""


@cache
def is_text_search(codes: tuple[str, ...]) -> bool:
    """Whether only rules are asked for that see a file as text: then it need be no agreement."""
    if not codes:
        return False
    from ..rules.registry import BY_CODE  # noqa: PLC0415 - only chosen codes need all rules

    return all(rule.check_script for rule in BY_CODE.values() if is_rule_named(rule, codes))


def is_rule_named(rule: Rule, codes: tuple[str, ...]) -> bool:
    """Whether a rule is named, by its exact code or its chapter."""
    return rule.code in codes or rule.chapter in codes


def make_diagnostic(hit: RuleHit, source: SourceFile[Record]) -> Diagnostic:
    """A finding in words."""
    values = {name: localize_value(value, source.language) for name, value in hit.values.items()}
    says, cure = (localize_field_names(words, source.language).format(**values) for words in (hit.rule.says, hit.rule.cure))
    return Diagnostic(
        source.path, hit.span, hit.rule.code, hit.severity, says, cure, hit.rule.why, Text(da=hit.rule.source, en=hit.rule.source),
        route=hit.route, item=hit.rule.item, subject=getattr(source.record, "id", None) or "", hint=hit.hint, edits=hit.edits,
    )  # fmt: skip


def localize_value(value: object, language: Language) -> object:
    """A value as this file would write it: fields under their keys, examples in its language."""
    if isinstance(value, ExamplePlaceholder):
        from ..model.examples import dump_example  # noqa: PLC0415 - only a finding shows one

        return dump_example(value.field, language)
    if isinstance(value, Choice):
        return value.get_key(language)
    if isinstance(value, Field):
        return f"`{value.get_key(language)}`"
    if type(value) is tuple and value and all(isinstance(part, Field) for part in value):
        return Text(*(join_words([f"`{part.get_key(language)}`" for part in value], each) for each in LANGUAGES))
    return value


QUOTED = "`[^`]*`"


def localize_field_names(words: Text, language: Language) -> Text:
    """Words whose field names, in backticks, are those of the file's language, whoever reads them."""
    keys = re.findall(QUOTED, words.localize(language))
    return Text(*(replace_backticked(each, keys) for each in words))


def replace_backticked(words: str, keys: list[str]) -> str:
    """Words with their backticked names replaced in order."""
    names = iter(keys)
    return re.sub(QUOTED, lambda match: next(names, match[0]), words)
