"""Any text file → report: what the rules say that see a file as text, where only those are asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from ..diagnostics import CheckedFile, Diagnostic, Report
from ..privacy.redact import redact_report
from ..privacy.text_source import SourceToken, TextSource
from ..privacy.tokens import iter_tokens
from ..profile.profile import Profile
from ..rules.per_agreement import ALONE, select_text_rules
from ..rules.rule import Rule
from ..source.chunks import TextChunk, iter_decoded, read_stretches
from ..source.parser import SourceFault, parse_yaml
from ..source.source_file import SourceFile
from ..text.prefilter import index_text
from .engine import MOST_OF_ONE
from .hits import CheckOptions, RuleHit, is_rule_named, make_diagnostic
from .report import sort_key_for_diagnostic

ESCAPING = (".yaml", ".yml", ".json")
"""Files whose values may hold what their lines do not show."""


def search_file(path: Path | str, shown: str, settings: CheckOptions, root: Path) -> Report:
    """Search one file of the disk, whatever it holds."""
    return search_chunks(read_stretches(path, root), shown, settings)


def search_bytes(data: bytes, shown: str, settings: CheckOptions) -> Report:
    """Search content that lies in no file."""
    return search_chunks((TextChunk(text, 0) for text in ("".join(iter_decoded(iter([data]))),)), shown, settings)


def search_chunks(stretches: Iterable[TextChunk | SourceFault], shown: str, settings: CheckOptions) -> Report:
    """What the rules find in a text, as much of it as is worth reading; the rest is counted. Its lines are kept where it is short enough."""
    diagnostics: dict[Diagnostic, None] = {}
    files: list[CheckedFile] = []
    repeated = 0
    for stretch in stretches:
        report = search_chunk(stretch, shown, settings)
        new = [diagnostic for diagnostic in report.diagnostics if diagnostic not in diagnostics]
        room = MOST_OF_ONE - len(diagnostics)
        diagnostics |= dict.fromkeys(new[:room])
        repeated += len(new[room:])
        files = [*files[:1], report.files[0]]
    lines = files[0].lines if len(files) == 1 else ()
    looked = CheckedFile(files[0].path if files else shown, lines, agreement=False, repeated=repeated)
    return Report(tuple(sorted(diagnostics, key=sort_key_for_diagnostic)), (looked,))


def search_chunk(chunk: TextChunk | SourceFault, shown: str, settings: CheckOptions) -> Report:
    """What the rules find in a part of a text, no number repeated."""
    source: SourceFile[Profile] = SourceFile(shown)
    if isinstance(chunk, SourceFault):
        rule = ALONE[chunk.code]
        spoken = RuleHit(rule, rule.severity, chunk.span, (), chunk.values)
        return Report((make_diagnostic(spoken, source),), (CheckedFile(shown, agreement=False),))
    script = TextSource(chunk.text, index_text(chunk.text), PurePath(shown).name, lambda: iter_spelled_values(chunk, shown), chunk.above)
    diagnostics = tuple(make_diagnostic(spoken, source) for spoken in iter_text_hits(script, settings))
    looked = CheckedFile(shown, tuple(chunk.text.splitlines()) if diagnostics and not chunk.above else (), agreement=False)
    return redact_report(Report(diagnostics, (looked,)), script)


def iter_spelled_values(chunk: TextChunk, shown: str) -> Iterator[SourceToken]:
    """The values of a file that may spell them otherwise than its lines do."""
    root = parse_yaml(chunk.text).root if not chunk.above and shown.lower().endswith(ESCAPING) else None
    return iter_tokens(root) if root else iter(())


def iter_text_hits(script: TextSource, settings: CheckOptions) -> Iterator[RuleHit]:
    """What the chosen rules say of a text."""
    for rule in iter_text_rules(settings):
        for spot in rule.check_script(script, settings.profile) if rule.check_script else ():
            yield RuleHit(rule, rule.severity, spot.span, (), spot.values)


def iter_text_rules(settings: CheckOptions) -> Iterator[Rule]:
    """The rules that see a file as text and are asked for; a CPR number is always looked for."""
    return (
        rule
        for rule in select_text_rules()
        if rule.code == "JUR01" or (is_rule_named(rule, settings.select) and not is_rule_named(rule, settings.ignore))
    )
