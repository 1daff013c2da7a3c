"""A municipality's profile: its own file, laid over the shipped one it builds on."""

from pathlib import Path

from ..errors import CommandError
from ..profile.profile import Profile
from ..profile.shipped import KNOWN, NEUTRAL, SHIPPED
from ..profile.words import WordLists
from ..text.localized import Text, join_alternatives
from .files import read_own_text, read_referred_file
from .parser import SourceFault
from .source_file import SourceFile, parse_bytes, parse_text, read_file

EXTENDS = Profile.names["bygger_på"]
MOST_BASES = 4
SHIPPED_FOLDER = Path(__file__).parent.parent / "profile"


def read_profile(name: str, shown: str | None = None) -> tuple[Profile, SourceFile[Profile] | None]:
    """A shipped profile by its name, or the profile in a file, with the sheet where it has faults to show.

    Raises:
        CommandError: the file cannot be read as a profile at all.

    """
    if name in SHIPPED:
        return load_shipped_profile(name), None
    source = read_file(Path(name), shown or name, Profile, Path(name).parent)
    if source.record is None:
        raise CommandError(
            describe_unreadable_profile(source),
            Text(da="ret filen, eller vælg en anden med --profile", en="mend the file, or choose another with --profile"),
        )
    base = load_base_profile(source.record, Path(name).parent, Path(name).parent)
    if base:
        return merge_profiles(base, source.record), source
    fault = SourceFault(
        "PRO03", source.find_span(source.record, EXTENDS), {"value": source.record.extends, "choices": join_alternatives(KNOWN)}
    )
    return merge_profiles(load_shipped_profile(NEUTRAL), source.record), source._replace(faults=(*source.faults, fault))


def describe_unreadable_profile(source: SourceFile[Profile]) -> Text:
    """Why a profile is of no use."""
    fault = source.faults[0]
    reason = (
        fault.values.get("reason") or fault.values.get("what") or fault.values.get("found") or fault.values.get("encoding") or fault.code
    )
    return Text(
        da="Profilen {path} kan ikke læses, fra linje {line}: {reason}.",
        en="The profile {path} cannot be read, from line {line}: {reason}.",
    ).format(path=source.path, line=fault.span.line, reason=reason)


def load_shipped_profile(name: str) -> Profile:
    """A profile that ships with the tool, with what it builds on."""
    file = SHIPPED[name]
    profile = parse_text(read_own_text(SHIPPED_FOLDER / file), file, Profile).record or Profile.of({})
    return profile if name == NEUTRAL else merge_profiles(load_shipped_profile(profile.extends), profile)


def load_base_profile(profile: Profile, folder: Path, root: Path, left: int = MOST_BASES) -> Profile | None:
    """What a profile builds on: a shipped profile or another file of the record; nothing where there is no such."""
    name = profile.extends
    if name in SHIPPED:
        return load_shipped_profile(name)
    path = folder / name
    data = read_referred_file(path, root) if left and name.endswith((".yaml", ".yml")) and not Path(name).is_absolute() else None
    own = parse_bytes(data, name, Profile).record if isinstance(data, bytes) else None
    base = own and load_base_profile(own, path.parent, root, left - 1)
    return merge_profiles(base, own) if own and base else None


def merge_profiles(base: Profile, own: Profile) -> Profile:
    """A profile with its own answers where it gives them, else the inherited ones; word lists add up."""
    values = {field.name: getattr(own if getattr(own, field.name) != field.default else base, field.name) for field in Profile.fields}
    values["word_lists"] = merge_word_lists(base.word_lists, own.word_lists)
    return Profile.of(values, own.aside)


def merge_word_lists(base: WordLists | None, own: WordLists | None) -> WordLists | None:
    """Word lists added up; a word with a minus in front is taken away."""
    if base is None or own is None:
        return own or base
    return WordLists.of({field.name: merge_words(getattr(base, field.name), getattr(own, field.name)) for field in WordLists.fields})


def merge_words(words: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """A list with its additions, without what is taken away."""
    away = {word[1:].strip() for word in own if word.startswith("-")}
    return tuple(word for word in dict.fromkeys((*words, *own)) if word not in away and not word.startswith("-"))
