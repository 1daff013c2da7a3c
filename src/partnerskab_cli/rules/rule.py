"""What a rule is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Severity, Span
from ..model.agreement import Agreement
from ..model.choices import Formality, Status
from ..model.field import Field
from ..model.free_text import Prose
from ..model.record import Finding
from ..model.summary import AgreementSummary
from ..privacy.text_source import TextSource
from ..profile.profile import Profile
from ..text.localized import Text

if TYPE_CHECKING:
    from ..model.history import AgreementHistory


class Scope(Enum):
    """Where a rule looks."""

    FILE = "file"
    PORTFOLIO = "portfolio"
    PROFILE = "profile"
    HISTORY = "history"


class CheckDates(NamedTuple):
    """The day it is, and the day the file was last changed, as far as that is known."""

    today: date
    changed: date | None = None


class FileContext(NamedTuple):
    """What is known of a file besides its content."""

    stem: str
    """Its name without the ending."""
    missing: frozenset[str] = frozenset()
    """Annexes that are named but not there."""
    prose: Prose = Prose()
    """The free text of the agreement."""
    fingerprint: str | None = None
    """Of its signed content as it is now, where a signature asks for it and all of it can be read."""
    past: "AgreementHistory | None" = None
    """What git knows of it, where it was asked."""


class TextFinding(NamedTuple):
    """Something a rule found in a file as text."""

    span: Span
    values: Mapping[str, object]


class PortfolioFinding(NamedTuple):
    """Something a rule found in an agreement beside the others, at a field of its top."""

    row: AgreementSummary
    field: Field
    position: int | None
    values: Mapping[str, object]


WORKING = frozenset(Status) - {Status.ENDED}
NOT_IDEA = WORKING - {Status.IDEA}
IN_FORCE = frozenset({Status.ACTIVE, Status.RENEGOTIATION})
IN_DRAFT = frozenset({Status.IDEA, Status.DRAFT})
WHEN_ENDED = frozenset({Status.ENDED})
ALWAYS = frozenset(Status)

LETTERS = dict(zip("MTSP", Formality, strict=True))


class Rule(NamedTuple):
    """A demand: its code, its words in both languages, its reason, its source, and an example of each kind.

    Laid over a clean agreement of the first of its forms, `bad` gives exactly this finding and `good` gives none.
    In the words, field names in backticks are shown as the file writes them; both languages name the same fields in order.
    """

    code: str
    severity: Severity
    says: Text
    cure: Text
    why: Text
    source: str
    bad: str
    good: str
    forms: str = "MTSP"
    statuses: frozenset[Status] = WORKING
    after: tuple[str, ...] = ()
    """Silent where one of these has spoken on the same place."""
    sinks: bool = False
    """A missing required answer: as heavy as the status allows."""
    scope: Scope = Scope.FILE
    item: int | None = None
    """The checklist item."""
    check: Callable[[Agreement], Iterable[Finding]] | None = None
    check_by: Callable[[Agreement, Profile], Iterable[Finding]] | None = None
    check_on: Callable[[Agreement, CheckDates], Iterable[Finding]] | None = None
    check_by_on: Callable[[Agreement, Profile, CheckDates], Iterable[Finding]] | None = None
    check_file: Callable[[Agreement, FileContext], Iterable[Finding]] | None = None
    check_prose: Callable[[Prose, Profile], Iterable[Finding]] | None = None
    """Sees every piece of free text of an agreement."""
    check_script: Callable[[TextSource, Profile], Iterable[TextFinding]] | None = None
    """Sees the file as text."""
    check_all: Callable[[Sequence[AgreementSummary], Profile, CheckDates], Iterable[PortfolioFinding | Finding]] | None = None
    """Sees all agreements of a record at once; a `Finding` is about what the profile demands."""

    @property
    def chapter(self) -> str:
        """The letters of its chapter."""
        return self.code[:3]

    @property
    def formalities(self) -> frozenset[Formality]:
        """The forms it speaks of."""
        return frozenset(LETTERS[letter] for letter in self.forms)

    @property
    def fixed(self) -> bool:
        """Whether nothing silences it: STR01 to STR05 with their letters, and JUR01."""
        return self.code[:5] in {"STR01", "STR02", "STR03", "STR04", "STR05", "JUR01"}
