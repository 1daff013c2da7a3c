"""A comparison without the CPR numbers of the files it speaks of."""

from collections.abc import Iterable

from ..difference import AgreementDiff, Difference, FieldDiff
from ..model.agreement import Agreement
from ..rules.cpr import find_cpr_numbers, iter_numbers, mask_numbers
from ..source.source_file import SourceFile
from .engine import make_text_source


def redact_difference(difference: Difference, sheets: Iterable[SourceFile[Agreement]]) -> Difference:
    """A comparison that repeats none of the CPR numbers of the files it speaks of."""
    secret = frozenset(number.number for source in sheets for number in find_cpr_numbers(make_text_source(source)))
    return (
        difference._replace(entries=tuple(redact_agreement_diff(entry, secret) for entry in difference.entries)) if secret else difference
    )


def redact_agreement_diff(diff: AgreementDiff, numbers: frozenset[str]) -> AgreementDiff:
    """An agreement's changes without the numbers."""
    path, former, own_id, title = (mask_numbers(words, numbers) for words in (diff.path, diff.former, diff.id, diff.title))
    names = tuple(mask_numbers(name, numbers) for name in diff.must_sign)
    lines = tuple(redact_field_diff(line, numbers) for line in diff.lines)
    return diff._replace(path=path, former=former, id=own_id, title=title, must_sign=names, lines=lines)


def redact_field_diff(diff: FieldDiff, numbers: frozenset[str]) -> FieldDiff:
    """A change without the numbers; told word by word one could fall apart and slip through, so such a text is told whole."""
    title, before, after = (mask_numbers(words, numbers) for words in (diff.title, diff.before, diff.after))
    whole = (before, after) == (diff.before, diff.after)
    return diff._replace(title=title, before=before, after=after, parts=diff.parts if whole else ())


def redact_text(words: str) -> str:
    """A text without the CPR numbers that stand in it."""
    return mask_numbers(words, frozenset(number for _, _, number, _ in iter_numbers(words)))
