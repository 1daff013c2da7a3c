"""Options and arguments as plain data: their names, their help in both languages, and the words they take."""

import re
from collections.abc import Mapping
from typing import Annotated, NamedTuple

from ..profile.shipped import KNOWN
from ..text.localized import LANGUAGES, Text, join_alternatives
from ..workspace.global_options import parse_choice


class Parameter(NamedTuple):
    """An option or an argument. The parser, the help, the documentation and completion read the same declaration."""

    names: tuple[str, ...]
    """As they are typed; a switch with an opposite is one name, `--grant/--no-grant`. None for an argument."""
    metavar: str
    """What stands for the value; empty for a switch."""
    help: Text
    choices: tuple[str, ...] = ()
    """The only words it takes; none where others may stand too."""
    offered: Text | None = None
    """What is named to choose from, where not all the choices are."""
    suggestions: tuple[str, ...] = ()
    """Words that completion offers where others may stand too."""
    required: bool = False
    """Whether the command cannot do without; its signature says so."""

    @property
    def is_argument(self) -> bool:
        """Whether it is known by its place and not by a name."""
        return not self.names

    @property
    def name(self) -> str:
        """What an error calls it: its long name."""
        return next((name for name in self.names if name.startswith("--")), self.metavar)

    def parse(self, value: str) -> str:
        """The value, which must be one of the choices.

        Raises:
            CommandError: it is none of them.

        """
        return parse_choice(self.name, value, self.choices, self.offered)

    def replace_help(self, *, da: str, en: str) -> "Parameter":
        """The same for a command where it means something slightly different."""
        return self._replace(help=format_help(da, en, self.choices))

    def replace_choices(self, choices: tuple[str, ...]) -> "Parameter":
        """The same for a command where it takes other words, which are its help."""
        return self._replace(choices=choices, help=join_alternatives(choices))


def option(  # noqa: PLR0913 - one parameter a property
    *names: str,
    da: str = "{choices}",
    en: str = "{choices}",
    metavar: str = "",
    choices: tuple[str, ...] = (),
    offered: Text | None = None,
    suggestions: tuple[str, ...] = (),
) -> Parameter:
    """An option; `{choices}` in its help stands for the words it takes."""
    return Parameter(names, metavar, format_help(da, en, choices), choices, offered, suggestions)


def argument(*, da: str = "{choices}", en: str = "{choices}", metavar: str, choices: tuple[str, ...] = ()) -> Parameter:
    """An argument; `{choices}` in its help stands for the words it takes."""
    return Parameter((), metavar, format_help(da, en, choices), choices)


def format_help(da: str, en: str, choices: tuple[str, ...]) -> Text:
    """The help of an option with the words it takes."""
    words = join_alternatives(choices)
    return Text(da.replace("{choices}", words.da), en.replace("{choices}", words.en))


AGREEMENT = argument(metavar="AFTALE", da="id eller sti", en="id or path")
PATHS = argument(metavar="[PATH…]", da="filer eller mapper; ellers agreements/", en="files or folders; else agreements/")
PARTY = option("--party", metavar="PART", da="partens id eller navn", en="the id or the name of the party")
TODAY = option("--today", metavar="DATO", da="som om det er den dag", en="as if it were that day")
DATE = option("--date", metavar="DATO", da="hvornår; ellers i dag", en="when; else today")
START = option("--start", metavar="DATO", da="hvornår I begynder", en="when you begin")
END = option("--end", metavar="DATO", da="hvornår den slutter", en="when it ends")
PROFILE = option(
    "--profile",
    metavar="PROFIL",
    da=f"{', '.join(KNOWN)} eller en fil",
    en=f"{', '.join(KNOWN)} or a file",
    suggestions=KNOWN,
)
KEYS = option("--keys", metavar="SPROG", da="nøglernes sprog: {choices}", en="the language of the keys: {choices}", choices=LANGUAGES)
WHERE = option("--where", metavar="FELT=VÆRDI", da="kun de aftaler; kan gentages", en="only those agreements; may be repeated")
SORT = option("--sort", metavar="FELT", da="sortér efter et felt; -felt er baglæns", en="sort by a field; -field is backwards")
GROUP_BY = option("--group-by", metavar="FELT", da="saml rækkerne efter et felt", en="gather the rows by a field")
OUTPUT = option(
    "-o",
    "--output",
    metavar="STED",
    da="skriv til en fil, hvis endelse bestemmer formatet, eller i en mappe",
    en="write to a file, whose ending decides the format, or into a folder",
)
OUTPUT_FOLDER = OUTPUT._replace(metavar="MAPPE")
CHECK = option("--check", da="sig kun, om filerne er, som de skal være", en="only say whether the files are as they should be")
DIFF = option("--diff", da="skriv intet; vis forskellen", en="write nothing; show the difference")
DRY_RUN = option("--dry-run", da="vis kun, hvad der ville blive skrevet", en="only show what would be written")

AgreementName = Annotated[str, AGREEMENT]
Paths = Annotated[list[str] | None, PATHS]
Today = Annotated[str | None, TODAY]
EndDate = Annotated[str | None, END]
ProfileName = Annotated[str | None, PROFILE]
KeysLanguage = Annotated[str | None, KEYS]
Where = Annotated[list[str] | None, WHERE]
SortField = Annotated[str | None, SORT]
GroupField = Annotated[str | None, GROUP_BY]
OutputPlace = Annotated[str | None, OUTPUT]
OnlyCheck = Annotated[bool, CHECK]
DryRun = Annotated[bool, DRY_RUN]

IN_ENGLISH: Mapping[str, str] = {
    "AFTALE": "AGREEMENT", "ANTAL": "NUMBER", "DATO": "DATE", "DOKUMENT": "DOCUMENT", "EMNE": "TOPIC", "FELT": "FIELD", "FIL": "FILE",
    "HVAD": "WHAT", "HVEM": "WHO", "KODE": "CODE", "KOMMUNE": "MUNICIPALITY", "MAPPE": "FOLDER", "NAVN": "NAME", "NØGLE": "KEY", "PAKKE": "PACKAGE",
    "PART": "PARTY", "PATH": "PATH", "PROFIL": "PROFILE", "RAPPORT": "REPORT", "ROLLE": "ROLE", "SPROG": "LANGUAGE", "STED": "PLACE",
    "STI": "PATH", "SVAR": "ANSWER", "TABEL": "TABLE", "TEKST": "TEXT", "TID": "TIME", "TITEL": "TITLE", "VÆGT": "WEIGHT", "VÆRDI": "VALUE",
    "VÆRT": "HOST",
}  # fmt: skip
"""The words that stand for what is typed; they are declared in Danish."""
STANDING = "[A-ZÆØÅ]+"


def split_metavar(metavar: str) -> Text:
    """What stands for a value, in both languages: `[AFTALE]` and `[AGREEMENT]`."""
    return Text(da=metavar.replace("PATH", "STI"), en=re.sub(STANDING, lambda word: IN_ENGLISH.get(word[0], word[0]), metavar))
