"""Switch each rule off in turn: does a test notice?

Run as a script it lays every example of every rule with each rule switched off, and says how many expectations break:

    python tests/rules/switch_off.py

`test_switch_off.py` looks at each rule's own examples only.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from laying import LAID, tried

from partnerskab_cli.check import engine as file, hits as spoken, portfolio, profile, silence
from partnerskab_cli.rules.rule import Rule


@contextmanager
def switched_off(code: str) -> Iterator[None]:
    """The tool as if that rule never found anything, so that others may speak in its place."""

    def quiet(real: Callable[..., Iterable[Any]], named: Callable[[Any], str]) -> Callable[..., Iterable[Any]]:
        return lambda result, *rest: real([item for item in result if named(item) != code], *rest)

    by_rule, by_code = (lambda item: item.rule.code), (lambda item: item.code)
    with (
        patch.object(file, "suppress_consequences", quiet(silence.suppress_consequences, by_rule)),
        patch.object(profile, "suppress_consequences", quiet(silence.suppress_consequences, by_rule)),
        patch.object(portfolio, "drop_repeated_causes", quiet(portfolio.drop_repeated_causes, by_code)),
        patch.object(file, "is_selected", lambda rule, settings: rule.code != code and spoken.is_selected(rule, settings)),
    ):
        yield


def broken(rules: Iterable[Rule]) -> list[str]:
    """The expectations of those rules' examples that do not hold."""
    lost = []
    for rule in rules:
        for name, snippet, expected in (("bad", rule.bad, [rule.code]), ("good", rule.good, [])):
            with tempfile.TemporaryDirectory() as folder:
                words = [diagnostic.code for diagnostic in tried(rule, snippet, Path(folder))]
            if words != expected:
                lost.append(f"{rule.code} {name}")
    return lost


def main() -> int:
    unnoticed = []
    for rule in LAID:
        with switched_off(rule.code):
            lost = broken(LAID)
        sys.stdout.write(f"{rule.code:8} {len(lost)} {' '.join(lost)}\n")
        unnoticed += [] if lost else [rule.code]
    sys.stdout.write(f"{len(LAID)} rules, unnoticed: {', '.join(unnoticed) or 'none'}\n")
    return bool(unnoticed)


if __name__ == "__main__":
    sys.exit(main())
