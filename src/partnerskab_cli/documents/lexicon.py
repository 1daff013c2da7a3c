"""What ids, keys and numbers stand for in one document."""

from collections.abc import Mapping
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.field import Field
from ..agreement.purpose import PolicySupport
from ..profile.policy import PolicyAction, PolicyGoal
from ..profile.profile import Profile
from ..text import Language

NO_NAMES: Mapping[str, str] = {}


class Lexicon(NamedTuple):
    """The language of a document, and the names behind what an agreement only points at."""

    language: Language
    parties: Mapping[str, str]
    """Of parties and outside roles, by id."""
    principles: Mapping[str, str]
    """Titles by key."""
    texts: Mapping[Field, Mapping[int, str]]
    """Of the policy's goals and actions: the field that gives a number → the number → its text."""
    agreements: Mapping[str, str] = NO_NAMES
    """Titles by id."""
    municipality: str = ""
    committee: str = ""
    """Who decides, by name."""

    def rule(self, code: str) -> str:
        """A rule by its code and its reason."""
        from ..rules.catalogue import BY_CODE  # noqa: PLC0415 - only an agreement with waivers needs the rules

        return f"{code}: {BY_CODE[code].why.said(self.language)}" if code in BY_CODE else code


def lexicon(agreement: Agreement, profile: Profile, agreements: Mapping[str, str] = NO_NAMES) -> Lexicon:
    """What the ids of an agreement stand for under a profile; `agreements` are titles of others, by id."""
    language: Language = "en" if agreement.language.name == "EN" else "da"
    goals, actions = (profile.policy.goals, profile.policy.actions) if profile.policy else ((), ())
    return Lexicon(
        language,
        agreement.party_names,
        {one.key: one.titles.said(language) for one in profile.principles},
        {PolicySupport.names["mål"]: by_number(goals, language), PolicySupport.names["handlinger"]: by_number(actions, language)},
        agreements,
        profile.municipality or "",
        profile.committee or "",
    )


def by_number(points: tuple[PolicyGoal, ...] | tuple[PolicyAction, ...], language: Language) -> Mapping[int, str]:
    """The points of the policy in one language, Danish where there is no English."""
    return {one.number: one.words.said(language) for one in points}
