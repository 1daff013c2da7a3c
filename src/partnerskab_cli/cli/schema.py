"""`partnerskab schema`: the JSON Schema that editors check and complete with."""

from typing import Annotated

import typer

from ..agreement.agreement import Agreement
from ..agreement.record import Record
from ..errors import Exit
from ..profile.profile import Profile
from ..text import Text
from ..writing.schema import schema_text
from .manner import Manner, keys_asked, one_of
from .options import option
from .record import language_of, setting
from .screen import hand

KINDS = Text(da="aftale eller profil", en="agreement or profile")
RECORDS: dict[str, type[Record]] = {"agreement": Agreement, "aftale": Agreement, "profile": Profile, "profil": Profile}


def schema(
    context: typer.Context,
    keys: Annotated[
        str | None, option("--keys", metavar="SPROG", da="nøglernes sprog: da eller en", en="the language of the keys: da or en")
    ] = None,
    record: Annotated[str, option("--for", metavar="HVAD", da="aftale eller profil", en="agreement or profile")] = "agreement",
) -> int:
    """Print the schema of agreements or of profiles."""
    manner: Manner = context.obj
    kind = RECORDS[one_of("--for", record, tuple(RECORDS), KINDS)]
    hand(schema_text(kind, keys_asked(keys) or language_of(manner, setting([]).profile)))
    return Exit.DONE
