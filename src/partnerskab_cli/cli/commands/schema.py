"""`partnerskab schema`: the JSON Schema that editors check and complete with."""

from typing import Annotated

import typer

from ...create.json_schema import dump_schema
from ...errors import Exit
from ...model.agreement import Agreement
from ...model.record import Record
from ...profile.profile import Profile
from ...text.localized import Text
from ...workspace.files import choose_language, open_workspace
from ...workspace.global_options import GlobalOptions, parse_keys_option
from ..options import KeysLanguage, option
from ..terminal import print_document

KINDS = Text(da="aftale eller profil", en="agreement or profile")
RECORDS: dict[str, type[Record]] = {"agreement": Agreement, "aftale": Agreement, "profile": Profile, "profil": Profile}
FOR = option("--for", metavar="HVAD", da=KINDS.da, en=KINDS.en, choices=tuple(RECORDS), offered=KINDS)


def schema(
    context: typer.Context,
    keys: KeysLanguage = None,
    record: Annotated[str, FOR] = "agreement",
) -> int:
    """Print the schema of agreements or of profiles."""
    options: GlobalOptions = context.obj
    kind = RECORDS[FOR.parse(record)]
    print_document(dump_schema(kind, parse_keys_option(keys) or choose_language(options, open_workspace([]).profile)))
    return Exit.DONE
