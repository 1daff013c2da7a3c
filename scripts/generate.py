"""Write what the project's declarations say once more for others: the pages of commands, rules and fields, and the JSON Schemas.

`python scripts/generate.py` writes them; a test holds that they are written.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from partnerskab_cli.agreement.agreement import Agreement
from partnerskab_cli.cli.reference import commands_reference
from partnerskab_cli.explaining.catalogue import rules_reference
from partnerskab_cli.explaining.reference import fields_reference
from partnerskab_cli.formats.look import Look
from partnerskab_cli.formats.pages.markdown import markdown
from partnerskab_cli.page import Page
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.text import Language
from partnerskab_cli.writing.schema import schema_text

PROJECT = Path(__file__).parent.parent


def page(made: Callable[[], Page], language: Language) -> str:
    """A page of the documentation."""
    return markdown(made(), Look(language))


FILES: Mapping[str, Callable[[], str]] = {
    "docs/commands.da.md": partial(page, commands_reference, "da"),
    "docs/commands.en.md": partial(page, commands_reference, "en"),
    "docs/rules.da.md": partial(page, rules_reference, "da"),
    "docs/rules.en.md": partial(page, rules_reference, "en"),
    "docs/fields.da.md": partial(page, fields_reference, "da"),
    "docs/fields.en.md": partial(page, fields_reference, "en"),
    "schema/aftale.da.schema.json": partial(schema_text, Agreement, "da"),
    "schema/agreement.en.schema.json": partial(schema_text, Agreement, "en"),
    "schema/profil.da.schema.json": partial(schema_text, Profile, "da"),
    "schema/profile.en.schema.json": partial(schema_text, Profile, "en"),
}

if __name__ == "__main__":
    for name, content in FILES.items():
        path = PROJECT / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content(), encoding="utf-8", newline="\n")
