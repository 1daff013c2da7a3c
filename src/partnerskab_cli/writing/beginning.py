"""The files a new record begins with: profile, an example, and what editors, git and CI need to know."""

import json
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.municipalities import printed_name
from ..profile.profile import Profile
from ..text import Language, Text
from .schema import schema_text
from .surroundings import EDITORCONFIG, GITATTRIBUTES, GITHUB, GITLAB, PRE_COMMIT

OWN_PROFILE = {"550": "tønder"}
"""Municipalities whose own profile ships with the tool."""
NEUTRAL = "danmark"
SCHEMAS = {"da": ("aftale.da", "profil.da"), "en": ("agreement.en", "profile.en")}
EXAMPLES: dict[Language, str] = {"da": "kaffe-paa-kanden", "en": "coffee-in-the-pot"}
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
formål: Et sted at mødes hver torsdag for borgere, der savner selskab.
parter:
  - {{id: kommunen, navn: {name}, side: offentlig, kontakt: {{rolle: frivilligkonsulent}}}}
  - {{id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {{rolle: tovholder}}}}
""",
    en="""# yaml-language-server: $schema=../schema/agreement.en.schema.json
# An example: the smallest agreement, an oral one. Change it, or delete it.
id: coffee-in-the-pot
title: Coffee in the pot
formality: oral
status: draft
purpose: A place to meet every Thursday for citizens who miss company.
parties:
  - {{id: municipality, name: {name}, side: public, contacts: {{role: volunteer consultant}}}}
  - {{id: friends, name: The Thursday Friends, side: voluntary, form: network, contacts: {{role: coordinator}}}}
""",
)


class Beginning(NamedTuple):
    """What a new record is begun with."""

    code: str | None
    """The municipality's code, where it is known."""
    keys: Language
    package: str
    """What pip installs: `partnerskab-cli==1.2.3`, or an address."""
    ci: str
    """`github`, `gitlab` or `none`."""


class Laid(NamedTuple):
    """A file of a new record."""

    path: str
    text: str
    what: Text


def record_files(start: Beginning) -> tuple[Laid, ...]:
    """All files of a new record, the most important first."""
    agreement, profile = SCHEMAS[start.keys]
    name = printed_name(start.code) if start.code else SOME_MUNICIPALITY.said(start.keys)
    own = (OWN_NAME if start.code else NO_NAME).said(start.keys, name=name, code=start.code)
    base = OWN_PROFILE.get(start.code or "", NEUTRAL)
    return (
        Laid(
            "partnerskab.yaml",
            PROFILE.said(start.keys, base=base, municipality=own),
            Text(da="kommunens profil", en="the municipality's profile"),
        ),
        Laid(
            f"agreements/{EXAMPLES[start.keys]}.yaml",
            EXAMPLE.said(start.keys, name=name),
            Text(da="en første aftale", en="a first agreement"),
        ),
        Laid(
            f"schema/{agreement}.schema.json",
            schema_text(Agreement, start.keys),
            Text(da="hjælp til aftaler i editoren", en="help with agreements in the editor"),
        ),
        Laid(
            f"schema/{profile}.schema.json",
            schema_text(Profile, start.keys),
            Text(da="hjælp til profilen i editoren", en="help with the profile in the editor"),
        ),
        Laid(".vscode/settings.json", editor_settings(agreement, profile), Text(da="VS Code finder hjælpen", en="VS Code finds the help")),
        Laid(
            ".vscode/extensions.json",
            jsoned({"recommendations": ["redhat.vscode-yaml"]}),
            Text(da="VS Code foreslår YAML-udvidelsen", en="VS Code suggests the YAML extension"),
        ),
        Laid(".editorconfig", EDITORCONFIG, Text(da="UTF-8 og to mellemrum i alle editorer", en="UTF-8 and two blanks in all editors")),
        Laid(".gitattributes", GITATTRIBUTES, Text(da="git viser ændringer i ord", en="git shows changes in words")),
        Laid(
            ".pre-commit-config.yaml",
            PRE_COMMIT.replace("PACKAGE", start.package),
            Text(da="tjek, før I gemmer i git", en="a check before you commit"),
        ),
        *ci_files(start),
    )


def ci_files(start: Beginning) -> tuple[Laid, ...]:
    """The check of every change, and the weekly look at what falls due."""
    what = Text(da="tjek af hver ændring, og frister hver mandag", en="a check of every change, and deadlines every Monday")
    files = {
        "github": (Laid(".github/workflows/partnerskab.yml", GITHUB.replace("PACKAGE", start.package), what),),
        "gitlab": (Laid(".gitlab-ci.yml", GITLAB.replace("PACKAGE", start.package), what),),
    }
    return files.get(start.ci, ())


def editor_settings(agreement: str, profile: str) -> str:
    """Which schema belongs to which files, for the YAML extension of VS Code."""
    return jsoned({
        "yaml.schemas": {f"./schema/{agreement}.schema.json": ["agreements/**/*.yaml", "agreements/**/*.yml"], f"./schema/{profile}.schema.json": "partnerskab.yaml"},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
    })  # fmt: skip


def jsoned(value: object) -> str:
    """A settings file."""
    return json.dumps(value, indent=2) + "\n"
