"""A municipality's profile: its own file, laid over the shipped one it builds on."""

from pathlib import Path

from ..errors import CommandError
from ..profile.profile import Profile
from ..profile.words import WordLists
from ..text import Text, alternatives
from .document import Fault
from .sheet import Sheet, read_bytes, read_file, read_text
from .source import own_text, referred_content

SHIPPED = {"danmark": "danmark.yaml", "tønder": "toender.yaml", "toender": "toender.yaml"}
KNOWN = ("danmark", "tønder")
NEUTRAL = "danmark"
EXTENDS = Profile.names["bygger_på"]
MOST_BASES = 4
SHIPPED_FOLDER = Path(__file__).parent.parent / "profile"


def read_profile(name: str, shown: str | None = None) -> tuple[Profile, Sheet[Profile] | None]:
    """A shipped profile by its name, or the profile in a file, with the sheet where it has faults to show.

    Raises:
        CommandError: the file cannot be read as a profile at all.

    """
    if name in SHIPPED:
        return shipped(name), None
    sheet = read_file(Path(name), shown or name, Profile, Path(name).parent)
    if sheet.record is None:
        raise CommandError(
            unreadable(sheet), Text(da="ret filen, eller vælg en anden med --profile", en="mend the file, or choose another with --profile")
        )
    base = base_of(sheet.record, Path(name).parent, Path(name).parent)
    if base:
        return laid_over(base, sheet.record), sheet
    fault = Fault("PRO03", sheet.span(sheet.record, EXTENDS), {"value": sheet.record.extends, "choices": alternatives(KNOWN)})
    return laid_over(shipped(NEUTRAL), sheet.record), sheet._replace(faults=(*sheet.faults, fault))


def unreadable(sheet: Sheet[Profile]) -> Text:
    """Why a profile is of no use."""
    fault = sheet.faults[0]
    reason = (
        fault.values.get("reason") or fault.values.get("what") or fault.values.get("found") or fault.values.get("encoding") or fault.code
    )
    return Text(
        da="Profilen {path} kan ikke læses, fra linje {line}: {reason}.",
        en="The profile {path} cannot be read, from line {line}: {reason}.",
    ).filled(path=sheet.path, line=fault.span.line, reason=reason)


def shipped(name: str) -> Profile:
    """A profile that ships with the tool, with what it builds on."""
    file = SHIPPED[name]
    profile = read_text(own_text(SHIPPED_FOLDER / file), file, Profile).record or Profile.of({})
    return profile if name == NEUTRAL else laid_over(shipped(profile.extends), profile)


def base_of(profile: Profile, folder: Path, root: Path, left: int = MOST_BASES) -> Profile | None:
    """What a profile builds on: a shipped profile or another file of the record; nothing where there is no such."""
    name = profile.extends
    if name in SHIPPED:
        return shipped(name)
    path = folder / name
    data = referred_content(path, root) if left and name.endswith((".yaml", ".yml")) and not Path(name).is_absolute() else None
    own = read_bytes(data, name, Profile).record if isinstance(data, bytes) else None
    base = own and base_of(own, path.parent, root, left - 1)
    return laid_over(base, own) if own and base else None


def laid_over(base: Profile, own: Profile) -> Profile:
    """A profile with its own answers where it gives them, else the inherited ones; word lists add up."""
    values = {one.name: getattr(own if getattr(own, one.name) != one.default else base, one.name) for one in Profile.fields}
    values["word_lists"] = joined(base.word_lists, own.word_lists)
    return Profile.of(values, own.aside)


def joined(base: WordLists | None, own: WordLists | None) -> WordLists | None:
    """Word lists added up; a word with a minus in front is taken away."""
    if base is None or own is None:
        return own or base
    return WordLists.of({one.name: added(getattr(base, one.name), getattr(own, one.name)) for one in WordLists.fields})


def added(words: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """A list with its additions, without what is taken away."""
    away = {word[1:].strip() for word in own if word.startswith("-")}
    return tuple(word for word in dict.fromkeys((*words, *own)) if word not in away and not word.startswith("-"))
