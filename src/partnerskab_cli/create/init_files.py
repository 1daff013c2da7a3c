"""The files a new record begins with: profile, an example, and what editors, git and CI need to know."""

import json
import re
from collections.abc import Callable
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.municipalities import format_municipality_name
from ..profile.profile import Profile
from ..profile.shipped import NEUTRAL
from ..source.agreements_folder import PROFILE_FILE
from ..text.localized import Language, Text
from ..text.page import make_text
from .ci_files import EDITORCONFIG, GITATTRIBUTES, GITHUB, GITLAB, INSTALLED, ON_PATH, PRE_COMMIT, add_comment_script
from .json_schema import dump_schema
from .scaffold import SCHEMA

OWN_PROFILE = {"550": "tønder"}
"""Municipalities whose own profile ships with the tool."""
PROFILE_SCHEMA = Text(da="schema/profil.da.schema.json", en="schema/profile.en.schema.json")
SOME_MUNICIPALITY = Text(da="Eksempel Kommune", en="Example Kommune")

PROFILE = Text(
    da="""# yaml-language-server: $schema=schema/profil.da.schema.json
# Kommunens egne oplysninger. `partnerskab explain profil.steder` og så videre siger mere om hvert felt.
skema: 1
bygger_på: {base}
{municipality}
# Disse kan I skrive til, når I har brug for dem:
# udvalg: Socialudvalget
# steder: [Byen, Landsbyen]
# ramme_18: {{2026: 1200000}}
""",
    en="""# yaml-language-server: $schema=schema/profile.en.schema.json
# The municipality's own facts. `partnerskab explain profile.places` and so on says more of each field.
schema: 1
extends: {base}
{municipality}
language: en

# These you can add when you need them:
# committee: The Social Committee
# places: [The Town, The Village]
# frame_18: {{2026: 1200000}}
""",
)
OWN_NAME = Text(da='kommune: {name}\nkommunekode: "{code}"\n', en='municipality: {name}\nmunicipality_code: "{code}"')
NO_NAME = Text(da='# kommune: {name}\n# kommunekode: "000"\n', en='# municipality: {name}\n# municipality_code: "000"')
EXAMPLE = Text(
    da="""# yaml-language-server: $schema=../schema/aftale.da.schema.json
# Et eksempel: den mindste aftale, en mundtlig. Ret den til, eller slet den.
id: kaffe-paa-kanden
titel: Kaffe på kanden
formalitet: mundtlig
status: udkast

parter:
  - {{id: kommunen, navn: {name}, side: offentlig, kontakt: {{rolle: frivilligkonsulent}}}}
  - {{id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {{rolle: tovholder}}}}

formål: Et sted at mødes hver torsdag for borgere, der savner selskab.
""",
    en="""# yaml-language-server: $schema=../schema/agreement.en.schema.json
# An example: the smallest agreement, an oral one. Change it, or delete it.
id: coffee-in-the-pot
title: Coffee in the pot
formality: oral
status: draft

parties:
  - {{id: municipality, name: {name}, side: public, contacts: {{role: volunteer consultant}}}}
  - {{id: friends, name: The Thursday Friends, side: voluntary, form: network, contacts: {{role: coordinator}}}}

purpose: A place to meet every Thursday for citizens who miss company.
""",
)


class InitOptions(NamedTuple):
    """What a new record is begun with."""

    code: str | None
    """The municipality's code, where it is known."""
    keys: Language
    source: str
    """What pip installs: a name with its version, or an address; nothing where nobody has said."""
    ci: str
    """`github`, `gitlab` or `none`."""
    branch: str | None = None
    """The branch that CI listens to, where it is known; else all of them."""

    @property
    def municipality(self) -> str:
        """The municipality's name, or one that stands for it."""
        return format_municipality_name(self.code) if self.code else SOME_MUNICIPALITY.localize(self.keys)


class InitFileText(NamedTuple):
    """A file of a new record."""

    path: str
    text: str
    what: Text


class FileTemplate(NamedTuple):
    """A file that a new record may begin with: where it lies, what it says, and what it is for."""

    path: Text
    text: Callable[[InitOptions], str]
    what: Text
    host: str = ""
    """Where CI must run for it; else every record has it."""


def make_init_files(start: InitOptions) -> tuple[InitFileText, ...]:
    """All files of a new record, the most important first."""
    return tuple(InitFileText(file.path.localize(start.keys), file.text(start), file.what) for file in FILES if file.host in {"", start.ci})


def render_profile(start: InitOptions) -> str:
    """The municipality's own facts, as far as they are known."""
    own = (OWN_NAME if start.code else NO_NAME).localize(start.keys, name=start.municipality, code=start.code)
    return PROFILE.localize(start.keys, base=OWN_PROFILE.get(start.code or "", NEUTRAL), municipality=own)


def format_hooks(start: InitOptions) -> str:
    """The hooks, fetched where it was said, else run as the tool is installed here."""
    return (PRE_COMMIT if start.source else PRE_COMMIT.replace(INSTALLED, ON_PATH)).replace("PACKAGE", start.source)


def make_workflow(template: str) -> Callable[[InitOptions], str]:
    """A file for CI, with what pip is to install and the branch it listens to."""
    return lambda start: add_comment_script(template).replace("PACKAGE", start.source).replace("BRANCHES", format_branches(start.branch))


def format_branches(name: str | None) -> str:
    """The filter of a workflow: the one branch, or nothing, so that it listens to all."""
    return f"\n    branches: [{name}]" if name and re.fullmatch(PLAIN_BRANCH, name) else ""


PLAIN_BRANCH = r"[A-Za-z_][A-Za-z0-9_./-]*"
"""A name that means itself in YAML and in a pattern."""


def dump_editor_settings(start: InitOptions) -> str:
    """Which schema belongs to which files, for the YAML extension of VS Code."""
    agreements, own = (f"./{schema.localize(start.keys)}" for schema in (SCHEMA, PROFILE_SCHEMA))
    return dump_settings(
        {
            "yaml.schemas": {agreements: ["agreements/**/*.yaml", "agreements/**/*.yml"], own: PROFILE_FILE},
            "files.encoding": "utf8",
            "files.eol": "\n",
            "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
        }
    )


def dump_settings(value: object) -> str:
    """A settings file."""
    return json.dumps(value, indent=2) + "\n"


CI = Text(da="tjek af hver ændring, og frister hver mandag", en="a check of every change, and deadlines every Monday")
FILES = (
    FileTemplate(make_text(PROFILE_FILE), render_profile, Text(da="kommunens profil", en="the municipality's profile")),
    FileTemplate(
        Text(da="agreements/kaffe-paa-kanden.yaml", en="agreements/coffee-in-the-pot.yaml"),
        lambda start: EXAMPLE.localize(start.keys, name=start.municipality),
        Text(da="en første aftale", en="a first agreement"),
    ),
    FileTemplate(
        SCHEMA,
        lambda start: dump_schema(Agreement, start.keys),
        Text(da="hjælp til aftaler i editoren", en="help with agreements in the editor"),
    ),
    FileTemplate(
        PROFILE_SCHEMA,
        lambda start: dump_schema(Profile, start.keys),
        Text(da="hjælp til profilen i editoren", en="help with the profile in the editor"),
    ),
    FileTemplate(make_text(".vscode/settings.json"), dump_editor_settings, Text(da="VS Code finder hjælpen", en="VS Code finds the help")),
    FileTemplate(
        make_text(".vscode/extensions.json"),
        lambda _: dump_settings({"recommendations": ["redhat.vscode-yaml"]}),
        Text(da="VS Code foreslår YAML-udvidelsen", en="VS Code suggests the YAML extension"),
    ),
    FileTemplate(
        make_text(".editorconfig"),
        lambda _: EDITORCONFIG,
        Text(da="UTF-8 og to mellemrum i alle editorer", en="UTF-8 and two blanks in all editors"),
    ),
    FileTemplate(
        make_text(".gitattributes"), lambda _: GITATTRIBUTES, Text(da="git viser ændringer i ord", en="git shows changes in words")
    ),
    FileTemplate(
        make_text(".pre-commit-config.yaml"),
        format_hooks,
        Text(da="tjek, før I gemmer i git", en="a check before you commit"),
    ),
    FileTemplate(make_text(".github/workflows/partnerskab.yml"), make_workflow(GITHUB), CI, host="github"),
    FileTemplate(make_text(".gitlab-ci.yml"), make_workflow(GITLAB), CI, host="gitlab"),
)
"""The files of a new record, the most important first."""
