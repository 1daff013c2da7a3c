"""What is shown of a check: severities, places, diagnostics, and the report that gathers them."""

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from .text.localized import Language, Text

YamlPath = tuple[str | int, ...]
"""The way from the top of a file to a value: `("parter", 0, "navn")`."""


class Severity(IntEnum):
    """How heavy a finding is; a higher number is heavier."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def key(self) -> str:
        """The word of machine formats: `advice`, `warning`, `error`."""
        return self.name.lower()

    def localize(self, language: Language) -> str:
        """The word a reader sees: `fejl`, `advarsel`, `råd`."""
        return SEVERITY_WORDS[self].localize(language)


SEVERITY_WORDS = {
    Severity.ADVICE: Text(da="råd", en="advice"),
    Severity.WARNING: Text(da="advarsel", en="warning"),
    Severity.ERROR: Text(da="fejl", en="error"),
}


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def shift_down(self, lines: int) -> "Span":
        """The same stretch with so many more lines above it."""
        return self._replace(line=self.line + lines, end_line=self.end_line + lines)


TOP = Span(1, 1, 1, 1)


def split_lines(text: str) -> list[str]:
    """The lines of a text as git, code hosts and editors count them: a form feed ends none."""
    return re.split("\r\n|\r|\n", text)


class Edit(NamedTuple):
    """A stretch of a file and the text that mends it."""

    span: Span
    text: str


class Diagnostic(NamedTuple):
    """One finding with its place and its words, ready to be shown."""

    path: str
    span: Span
    code: str
    severity: Severity
    message: Text
    cure: Text
    why: Text
    source: Text
    route: YamlPath = ()
    item: int | None = None
    """The checklist item it belongs to, 1 to 13."""
    subject: str = ""
    """The id of the agreement it speaks of, as far as it is known."""
    hint: Text | None = None
    """A few words right below the place: `mente I »aktiv«?`."""
    edits: tuple[Edit, ...] = ()
    """What a safe fix would write."""


class CompletionStatus(IntEnum):
    """How far a point of the checklist is answered."""

    NO = 0
    PARTLY = 1
    YES = 2
    NOT_RELEVANT = 3

    @property
    def key(self) -> str:
        """The word of machine formats."""
        return self.name.lower()

    @property
    def is_answer(self) -> bool:
        """Whether the point counts as answered; a conscious no does, half an answer does not."""
        return self in {CompletionStatus.YES, CompletionStatus.NOT_RELEVANT}

    def localize(self, language: Language) -> str:
        """The word a reader sees."""
        return MARK_WORDS[self].localize(language)


MARK_WORDS = {
    CompletionStatus.NO: Text(da="nej", en="no"),
    CompletionStatus.PARTLY: Text(da="delvist", en="partly"),
    CompletionStatus.YES: Text(da="ja", en="yes"),
    CompletionStatus.NOT_RELEVANT: Text(da="ikke relevant", en="not relevant"),
}


class CheckedFile(NamedTuple):
    """A file that was looked at."""

    path: str
    lines: tuple[str, ...] = ()
    """Its lines where something is shown of them, else nothing."""
    checklist: tuple[CompletionStatus, ...] = ()
    """The marks of the thirteen points, or nothing for what is no agreement."""
    unshown: int = 0
    """Pieces of advice beyond what is shown of one file."""
    subject: str = ""
    agreement: bool = True
    """False for the profile and for whatever else the findings about the whole record stand in."""
    repeated: int = 0
    """Findings beyond the most that one rule is heard with in one file."""


class RuleSummary(NamedTuple):
    """A rule that spoke, as a reader meets it apart from any one finding."""

    code: str
    severity: Severity
    title: Text
    """Its message, with an ellipsis for every value."""
    cure: Text
    why: Text
    source: Text
    bad: str
    good: str


class Report(NamedTuple):
    """All that a check has to say: sorted diagnostics, what was looked at, and what the two refer to."""

    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[CheckedFile, ...] = ()
    rules: tuple[RuleSummary, ...] = ()
    """The rules of the diagnostics, by code."""
    points: tuple[Text, ...] = ()
    """The titles of the checklist, in its order."""
    earlier: frozenset[Diagnostic] = frozenset()
    """Those of the diagnostics that were there before the change a check was asked about."""

    @property
    def new(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are not known to be older."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic not in self.earlier) if self.earlier else self.diagnostics

    @property
    def old(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that were there before."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic in self.earlier) if self.earlier else ()

    def count_severity(self, severity: Severity) -> int:
        """How many diagnostics have that severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def looked(self) -> Mapping[str, CheckedFile]:
        """The files by path."""
        return {file.path: file for file in self.files}
