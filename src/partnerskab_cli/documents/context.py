"""What ids, keys and numbers stand for in one document."""

from collections.abc import Mapping
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.field import Field
from ..model.parties import Party, Role
from ..model.purpose import PolicySupport
from ..model.record import BLANK, Scrap, list_items
from ..profile.policy import PolicyAction, PolicyGoal
from ..profile.profile import Profile
from ..text.localized import Language

NO_NAMES: Mapping[str, str] = {}


class RenderContext(NamedTuple):
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

    def describe_rule(self, code: str) -> str:
        """A rule by its code and its reason."""
        from ..rules.registry import BY_CODE  # noqa: PLC0415 - only an agreement with waivers needs the rules

        return f"{code}: {BY_CODE[code].why.localize(self.language)}" if code in BY_CODE else code


def build_render_context(agreement: Agreement, profile: Profile, agreements: Mapping[str, str] = NO_NAMES) -> RenderContext:
    """What the ids of an agreement stand for under a profile; `agreements` are titles of others, by id."""
    language: Language = "en" if agreement.language.name == "EN" else "da"
    goals, actions = (profile.policy.goals, profile.policy.actions) if profile.policy else ((), ())
    return RenderContext(
        language,
        map_party_names(agreement),
        {principle.key: principle.titles.localize(language) for principle in profile.principles},
        {
            PolicySupport.names["mål"]: map_policy_by_number(goals, language),
            PolicySupport.names["handlinger"]: map_policy_by_number(actions, language),
        },
        agreements,
        profile.municipality or "",
        profile.committee or "",
    )


def map_party_names(agreement: Agreement) -> Mapping[str, str]:
    """The names behind the ids of the parties and the outside roles, those still to be filled in among them."""
    roles = {str(role.id): name_of(role) for role in list_items(agreement, Agreement.other_roles) if role.id}
    return roles | {str(party.id): name_of(party) for party in list_items(agreement, Agreement.parties) if party.id}


def name_of(party: Party | Role) -> str:
    """The name of a party or a role, or what stands in its place: a line to write it on where it is still to be filled in."""
    (scrap, *_) = party.written.get("name") or (None,)
    return scrap.text if isinstance(scrap, Scrap) else party.name or BLANK


def add_every_party(agreement: Agreement) -> Agreement:
    """The same agreement with all its parties, those of whom something is still to be filled in among them; one without a name has a line to write it on."""
    if "parties" not in agreement.written:
        return agreement
    values = {field.name: getattr(agreement, field.name) for field in Agreement.fields}
    values["parties"] = tuple(name_party(party) for party in list_items(agreement, Agreement.parties))
    return Agreement.of(values, agreement.aside, agreement.written, agreement.others)


def name_party(party: Party) -> Party:
    """A party under the name that paper gives it."""
    values = {field.name: getattr(party, field.name) for field in Party.fields}
    return Party.of(values | {"name": name_of(party), "id": party.id or BLANK}, party.aside, party.written, party.others)


def map_policy_by_number(points: tuple[PolicyGoal, ...] | tuple[PolicyAction, ...], language: Language) -> Mapping[int, str]:
    """The points of the policy in one language, Danish where there is no English."""
    return {point.number: point.words.localize(language) for point in points}
