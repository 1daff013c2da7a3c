"""`check --fix` and `check --diff`: mend what can be mended, or show what would be."""

from collections.abc import Sequence

from ..checking.mending import mend
from ..checking.spoken import Settings
from ..errors import Exit
from ..formats.look import Look
from ..text import Text, alternatives
from .changing import MENDED, Change, apart, changes, hold, idle, preview, written
from .manner import Manner
from .record import Found, Setting, agreements
from .screen import hand, remark


def mended(paths: Sequence[str], where: Setting, settings: Settings, *, unsafe: bool) -> list[Change]:
    """What mending makes of the agreements."""

    def change(data: bytes, one: Found) -> tuple[bytes, int]:
        """One file, mended."""
        return mend(data, one.shown, settings, unsafe=unsafe)

    return list(changes(agreements(paths), where, change))


def would_fix(paths: Sequence[str], where: Setting, settings: Settings, manner: Manner, look: Look, *, unsafe: bool) -> int:  # noqa: PLR0913 - what, where and how
    """Show what would be mended."""
    every = mended(paths, where, settings, unsafe=unsafe)
    hand(preview(every, look))
    if not every:
        remark(NOTHING.said(look.language), manner)
    return Exit.FOUND if every else Exit.DONE


NOTHING = Text(da="Der er intet, jeg kan rette.", en="There is nothing that I can mend.")


def fixed(paths: Sequence[str], where: Setting, settings: Settings, manner: Manner, look: Look, *, unsafe: bool) -> None:  # noqa: PLR0913 - what, where and how
    """Mend the agreements, and say how much that was."""
    with hold(agreements(paths)) as lock:
        every = mended(paths, where, settings, unsafe=unsafe)
        written(every, where, lock)
    if every:
        remark(MENDED.said(look.language, count=sum(one.number for one in every), files=len(every)), manner)


def refuse_idle_fixes(*, fix: bool, unsafe: bool, diff: bool, stdin: bool, formats: bool) -> None:
    """Stop where options about mending could not act."""
    if unsafe and not (fix or diff):
        raise idle("--unsafe-fixes", alternatives(("--fix", "--diff")))
    if fix and diff:
        raise apart("--fix", "--diff", Text(da="--diff viser, hvad --fix ville skrive", en="--diff shows what --fix would write"))
    if stdin:
        raise apart("--fix" if fix else "--diff", "-", Text(da="nævn filen i stedet", en="name the file instead"))
    if diff and formats:
        raise apart("--diff", "--output-format, -o, --statistics", Text(da="kør dem hver for sig", en="run them one by one"))
