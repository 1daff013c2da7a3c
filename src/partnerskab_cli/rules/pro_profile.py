"""Chapter PRO: the municipality's own profile. What is noticed while it is read gets its words here."""

from ..diagnostics import Severity
from ..text.localized import Text
from .rule import Rule, Scope

ERROR, WARNING = Severity.ERROR, Severity.WARNING

PRO01 = Rule(
    "PRO01",
    ERROR,
    says=Text(da="Profilen har et felt, jeg ikke kender: »{key}«.", en="The profile has a field I do not know: “{key}”."),
    cure=Text(da="mente I »{suggestion}«?", en="did you mean “{suggestion}”?"),
    why=Text(da="Et felt, der ikke bliver læst, gælder ikke.", en="A field that is not read does not hold."),
    source="practice",
    bad="stedder: [Tønder]",
    good="steder: [Tønder]",
    scope=Scope.PROFILE,
)
PRO01B = Rule(
    "PRO01b",
    ERROR,
    says=Text(da="Profilen har et felt, jeg ikke kender: »{key}«.", en="The profile has a field I do not know: “{key}”."),
    cure=Text(da="slet det, eller lad navnet begynde med `x_`", en="delete it, or let the name begin with `x_`"),
    why=Text(da="Et felt, der ikke bliver læst, gælder ikke.", en="A field that is not read does not hold."),
    source="practice",
    bad="bordtennis: ja",
    good="x_bordtennis: ja",
    scope=Scope.PROFILE,
)
PRO02 = Rule(
    "PRO02",
    ERROR,
    says=Text(da="»{value}« kan ikke stå i {field}.", en="“{value}” cannot stand in {field}."),
    cure=Text(da="skriv fx {example}", en="write for instance {example}"),
    why=Text(
        da="Reglerne læser de lokale tal her; et tal, der ikke kan læses, gælder ikke.",
        en="The rules read the local figures here; a figure that cannot be read does not hold.",
    ),
    source="practice",
    bad="tærskler: {varsel_dage: mange}",
    good="tærskler: {varsel_dage: 90}",
    scope=Scope.PROFILE,
)
PRO02B = Rule(
    "PRO02b",
    ERROR,
    says=Text(da="Der mangler {field}: {question}", en="{field} is missing: {question}"),
    cure=Text(da="skriv fx {example}", en="write for instance {example}"),
    why=Text(da="Uden det kan linjen ikke bruges.", en="Without it the line is of no use."),
    source="practice",
    bad="ignorer: {regel: POR06}",
    good="ignorer: {regel: POR06, fordi: Vi genforhandler alle aftaler i december.}",
    scope=Scope.PROFILE,
)
PRO03 = Rule(
    "PRO03",
    ERROR,
    says=Text(da="Jeg kender ikke profilen »{value}«.", en="I do not know the profile “{value}”."),
    cure=Text(da="vælg mellem: {choices}", en="choose from: {choices}"),
    why=Text(da="Profilen bygger på en anden, og den skal kunne findes.", en="The profile builds on another one, which must be found."),
    source="practice",
    bad="bygger_på: tonder",
    good="bygger_på: tønder",
    scope=Scope.PROFILE,
)
PRO04 = Rule(
    "PRO04",
    ERROR,
    says=Text(da="Kommunekoden {value} findes ikke.", en="The municipality code {value} does not exist."),
    cure=Text(da="{suggestion}", en="{suggestion}"),
    why=Text(da="Der er 98 kommuner, og hver har sin kode.", en="There are 98 municipalities, each with its code."),
    source="practice",
    bad='kommunekode: "551"',
    good='kommunekode: "550"',
    after=("PRO02",),
    scope=Scope.PROFILE,
)
PRO05 = Rule(
    "PRO05",
    WARNING,
    says=Text(da="Profilen ignorerer {rule}, som ikke findes.", en="The profile ignores {rule}, which does not exist."),
    cure=Text(da="slet linjen", en="delete the line"),
    why=Text(
        da="Koden er måske skrevet forkert, og så taler reglen stadig.", en="The code may be misspelt, and then the rule still speaks."
    ),
    source="practice",
    bad="ignorer: {regel: TJK99, fordi: Den passer ikke til os.}",
    good="ignorer: {regel: TJK13, fordi: Den passer ikke til os.}",
    scope=Scope.PROFILE,
)
PRO05B = Rule(
    "PRO05b",
    ERROR,
    says=Text(da="{rule} kan ikke slås fra.", en="{rule} cannot be switched off."),
    cure=Text(da="slet linjen", en="delete the line"),
    why=Text(
        da="Uden en fil, der kan læses, og uden beskyttelse af CPR-numre er resten intet værd.",
        en="Without a file that can be read, and without protection of CPR numbers, the rest is worth nothing.",
    ),
    source="practice",
    bad="ignorer: {regel: STR02, fordi: Vi vil have vores egne felter.}",
    good="ignorer: {regel: TJK13, fordi: Den passer ikke til os.}",
    scope=Scope.PROFILE,
)

RULES = (PRO01, PRO01B, PRO02, PRO02B, PRO03, PRO04, PRO05, PRO05B)
