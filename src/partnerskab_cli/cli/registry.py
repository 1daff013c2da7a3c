"""The commands: English name → Danish name, and what each does."""

from collections.abc import Mapping
from typing import NamedTuple

from ..text.localized import Text


class CommandInfo(NamedTuple):
    """A command: its Danish name, the function that runs it, and what it does."""

    danish: str
    function: str
    """As `lazy.load` takes it; typer reads the options from its signature."""
    does: Text


COMMANDS: Mapping[str, CommandInfo] = {
    "check": CommandInfo(
        "tjek",
        "cli.commands.check:check",
        Text(da="gennemgå aftaler, og sig hvad der mangler og hvorfor", en="review agreements: what is missing, and why"),
    ),
    "new": CommandInfo(
        "ny",
        "cli.commands.new:new",
        Text(da="skriv en ny aftale, spørgsmål for spørgsmål eller som skelet", en="write a new agreement, by questions or as a skeleton"),
    ),
    "fmt": CommandInfo(
        "formater",
        "cli.commands.fmt:fmt",
        Text(da="sæt aftaler pænt op, felterne i rækkefølge", en="lay agreements out, the fields in order"),
    ),
    "explain": CommandInfo(
        "forklar",
        "cli.commands.explain:explain",
        Text(
            da="forklar en regel, et felt, et punkt på tjeklisten, et ord eller et holdepunkt",
            en="explain a rule, a field, a point of the checklist, a word or a principle",
        ),
    ),
    "rules": CommandInfo(
        "regler",
        "cli.commands.rules:rules",
        Text(da="vis alle regler", en="show all rules"),
    ),
    "render": CommandInfo(
        "udskriv",
        "cli.commands.render:render",
        Text(da="vis en aftale som et dokument", en="show an agreement as a document"),
    ),
    "guide": CommandInfo(
        "vejled",
        "cli.commands.guide:guide",
        Text(da="spørgsmål til jer selv før det første møde", en="questions to ask yourselves before the first meeting"),
    ),
    "recommend": CommandInfo(
        "anbefal",
        "cli.commands.recommend:recommend",
        Text(da="giv et bud på, hvilken aftaleform der er nok", en="suggest which form of agreement is enough"),
    ),
    "diff": CommandInfo(
        "sammenlign",
        "cli.commands.diff:diff",
        Text(da="vis, hvad der er ændret i betydning", en="show what has changed in meaning"),
    ),
    "portfolio": CommandInfo(
        "portefølje",
        "cli.commands.portfolio:portfolio",
        Text(da="vis, hvad alle aftalerne siger tilsammen", en="show what all the agreements say together"),
    ),
    "list": CommandInfo(
        "liste",
        "cli.commands.list_ids:listing",
        Text(da="nævn aftalernes id, ét på hver linje", en="name the ids of the agreements, one a line"),
    ),
    "deadlines": CommandInfo(
        "frister",
        "cli.commands.deadlines:deadlines",
        Text(da="vis alt, der har en frist, også som kalender", en="show everything that has a deadline, also as a calendar"),
    ),
    "done": CommandInfo(
        "gjort",
        "cli.commands.done:done",
        Text(
            da="notér, at noget er sket: et møde, et regnskab, en evaluering",
            en="note that something is done: a meeting, accounts, an evaluation",
        ),
    ),
    "agenda": CommandInfo(
        "dagsorden",
        "cli.commands.agenda:agenda",
        Text(
            da="skriv dagsordenen til et møde om én aftale eller til dialogmødet",
            en="write the agenda of a meeting about one agreement, or of the dialogue meeting",
        ),
    ),
    "show": CommandInfo(
        "vis",
        "cli.commands.show:show",
        Text(da="vis én aftale på et kort", en="show one agreement on a card"),
    ),
    "site": CommandInfo(
        "hjemmeside",
        "cli.commands.site:site",
        Text(da="lav den offentlige oversigt som en hjemmeside", en="make the public overview as a web site"),
    ),
    "schema": CommandInfo(
        "skema",
        "cli.commands.schema:schema",
        Text(da="vis det JSON-skema, som editorer hjælper og tjekker med", en="print the JSON Schema that editors help and check with"),
    ),
    "sign": CommandInfo(
        "underskriv",
        "cli.commands.sign:sign",
        Text(da="skriv en parts underskrift, bundet til det, der står", en="write a party's signature, bound to what it says"),
    ),
    "verify": CommandInfo(
        "verificer",
        "cli.commands.verify:verify",
        Text(da="prøv, om underskrifterne gælder det, der står nu", en="test whether the signatures cover what it says now"),
    ),
    "renew": CommandInfo(
        "forny",
        "cli.commands.renew:renew",
        Text(da="skriv et udkast, der bygger videre på en aftale", en="write a draft that carries an agreement on"),
    ),
    "end": CommandInfo(
        "afslut",
        "cli.commands.end:end",
        Text(da="afslut en aftale, og gem hvad I lærte", en="close an agreement, and keep what you learnt"),
    ),
    "import": CommandInfo(
        "hent",
        "cli.commands.import_list:importing",
        Text(da="gør en liste fra et regneark til udkast", en="make drafts of a list from a spreadsheet"),
    ),
    "init": CommandInfo(
        "begynd",
        "cli.commands.init:init",
        Text(da="lav en ny mappe til aftaler klar: profil, editor, git og CI", en="make a new record ready: profile, editor, git and CI"),
    ),
    "completion": CommandInfo(
        "fuldfør",
        "cli.commands.completion:completion",
        Text(da="lad bash, zsh eller fish fuldføre kommandoer, valg og id", en="let bash, zsh or fish complete commands, options and ids"),
    ),
}
ENGLISH = {listed.danish: name for name, listed in COMMANDS.items()}
ASK = "--complete"
"""The word a shell asks with; what follows are the words typed so far, the last of them unfinished."""
