"""`partnerskab fmt`: agreements in canonical order and layout."""

from typing import Annotated

import typer

from ..errors import CommandError, Exit
from ..text import Text, shown
from ..writing.edit import edited
from ..writing.layout import laid_out
from .changing import apart, changes, hold, preview, written
from .manner import Manner, keys_asked
from .named import EMPTY, unreadable
from .options import argument, option
from .record import Found, agreements, language_of, setting
from .screen import complain, hand, look_of, remark, say

SKIPPED = Text(da="{path}: {says}", en="{path}: {says}")
DONE = Text(da="{count} {count:fil|filer} sat op.", en="{count} {count:file|files} laid out.")
TIDY = Text(da="Alt står allerede, som det skal.", en="Everything stands as it should already.")
DIFF_TOO = Text(da="--diff slutter også med 1, når noget ville blive ændret", en="--diff ends with 1 too when something would be changed")
WOULD = Text(da="{path} ville blive sat op", en="{path} would be laid out")


def fmt(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, argument(metavar="[PATH…]", da="filer eller mapper; ellers agreements/", en="files or folders; else agreements/")
    ] = None,
    keys: Annotated[
        str | None, option("--keys", metavar="SPROG", da="skriv alle feltnavne på da eller en", en="write all field names in da or en")
    ] = None,
    *,
    check: Annotated[
        bool, option("--check", da="skriv intet; sig, hvad der ville blive ændret", en="write nothing; say what would change")
    ] = False,
    diff: Annotated[bool, option("--diff", da="skriv intet; vis forskellen", en="write nothing; show the difference")] = False,
) -> int:
    """Lay agreements out; comments stay with what they speak of, and no answer changes."""
    manner: Manner = context.obj
    if check and diff:
        raise apart("--check", "--diff", DIFF_TOO)
    language = keys_asked(keys)
    where = setting(paths or [])
    look = look_of(manner, language_of(manner, where.profile))
    found = agreements(paths or [])
    if not found:
        raise EMPTY
    refused: list[CommandError] = []

    def change(data: bytes, one: Found) -> tuple[bytes, int]:
        """One file, laid out, or as it is where that cannot be."""
        try:
            return edited(data, lambda text: laid_out(text, language)), 1
        except CommandError as error:
            refused.append(CommandError(SKIPPED.filled(path=one.shown, says=error.says), error.cure))
            return data, 0

    with hold([] if check or diff else found) as lock:
        every = list(changes(found, where, change, lambda one: refused.append(unreadable(one))))
        if not (check or diff):
            written(every, where, lock)
    for error in refused:
        complain(error, look.language)
    if diff:
        hand(preview(every, look))
    elif check:
        say("".join(f"{shown(WOULD.said(look.language, path=one.found.shown))}\n" for one in every))
    if summary := summarise(len(every), len(refused), wrote=not (check or diff)):
        remark(summary.said(look.language), manner)
    return Exit.FOUND if refused or (every and (check or diff)) else Exit.DONE


def summarise(changed: int, refused: int, *, wrote: bool) -> Text | None:
    """What there is to say of all files together."""
    if changed:
        return DONE.filled(count=changed) if wrote else None
    return None if refused else TIDY
