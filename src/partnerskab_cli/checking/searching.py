"""Any text file → report: what the rules say that see a file as text, where only those are asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from ..agreement.glance import glance
from ..diagnostics import Diagnostic, Looked, Report
from ..profile.profile import Profile
from ..reading.document import Fault, document
from ..reading.sheet import Sheet
from ..reading.stretches import Stretch, decoded_pieces, read_stretches
from ..rules.rule import Rule, Script, Word
from ..rules.singly import ALONE, reading
from .file import MOST_OF_ONE, words
from .hiding import hidden
from .report import in_order
from .spoken import Settings, Spoken, diagnostic, named

ESCAPING = (".yaml", ".yml", ".json")
"""Files whose values may hold what their lines do not show."""


def search_file(path: Path | str, shown: str, settings: Settings, root: Path) -> Report:
    """Search one file of the disk, whatever it holds."""
    return search(read_stretches(path, root), shown, settings)


def search_bytes(data: bytes, shown: str, settings: Settings) -> Report:
    """Search content that lies in no file."""
    return search((Stretch(text, 0) for text in ("".join(decoded_pieces(iter([data]))),)), shown, settings)


def search(stretches: Iterable[Stretch | Fault], shown: str, settings: Settings) -> Report:
    """What the rules find in a text, as much of it as is worth reading; the rest is counted. Its lines are kept where it is short enough."""
    found: dict[Diagnostic, None] = {}
    files: list[Looked] = []
    repeated = 0
    for one in stretches:
        report = search_stretch(one, shown, settings)
        new = [diagnostic for diagnostic in report.diagnostics if diagnostic not in found]
        room = MOST_OF_ONE - len(found)
        found |= dict.fromkeys(new[:room])
        repeated += len(new[room:])
        files = [*files[:1], report.files[0]]
    lines = files[0].lines if len(files) == 1 else ()
    looked = Looked(files[0].path if files else shown, lines, agreement=False, repeated=repeated)
    return Report(tuple(sorted(found, key=in_order)), (looked,))


def search_stretch(one: Stretch | Fault, shown: str, settings: Settings) -> Report:
    """What the rules find in a part of a text, no number repeated."""
    sheet: Sheet[Profile] = Sheet(shown)
    if isinstance(one, Fault):
        rule = ALONE[one.code]
        spoken = Spoken(rule, rule.severity, one.span, (), one.values)
        return Report((diagnostic(spoken, sheet),), (Looked(shown, agreement=False),))
    script = Script(one.text, glance(one.text), PurePath(shown).name, lambda: values_of(one, shown), one.above)
    found = tuple(diagnostic(spoken, sheet) for spoken in spotted(script, settings))
    looked = Looked(shown, tuple(one.text.splitlines()) if found and not one.above else (), agreement=False)
    return hidden(Report(found, (looked,)), script)


def values_of(one: Stretch, shown: str) -> Iterator[Word]:
    """The values of a file that may spell them otherwise than its lines do."""
    root = document(one.text).root if not one.above and shown.lower().endswith(ESCAPING) else None
    return words(root) if root else iter(())


def spotted(script: Script, settings: Settings) -> Iterator[Spoken]:
    """What the chosen rules say of a text."""
    for rule in wanted_rules(settings):
        for spot in rule.check_script(script, settings.profile) if rule.check_script else ():
            yield Spoken(rule, rule.severity, spot.span, (), spot.values)


def wanted_rules(settings: Settings) -> Iterator[Rule]:
    """The rules that see a file as text and are asked for; a CPR number is always looked for."""
    return (rule for rule in reading() if rule.code == "JUR01" or (named(rule, settings.select) and not named(rule, settings.ignore)))
