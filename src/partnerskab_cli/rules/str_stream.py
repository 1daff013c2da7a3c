"""The file as a whole: whether it can be read, and is one agreement."""

from ..diagnostics import Severity
from ..text.localized import Text
from .rule import ALWAYS, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

STR01 = Rule(
    "STR01",
    ERROR,
    says=Text(da="Filen kan ikke læses fra linje {line}: {reason}.", en="The file cannot be read from line {line}: {reason}."),
    cure=Text(da="tjek indrykning, kolon og anførselstegn", en="check indentation, colons and quotes"),
    why=Text(
        da="En fil, der ikke kan læses, siger ingenting, hverken til mennesker eller værktøjer.",
        en="A file that cannot be read says nothing, neither to people nor to tools.",
    ),
    source="practice",
    bad='titel: "Kaffe på kanden',
    good='titel: "Kaffe på kanden"',
    statuses=ALWAYS,
)

STR01B = Rule(
    "STR01b",
    ERROR,
    says=Text(da="{thing} bruges ikke i aftaler.", en="{thing} is not used in agreements."),
    cure=Text(
        da="skriv værdien helt ud, eller sæt anførselstegn om teksten",
        en="write the value out in full, or put quotation marks round the text",
    ),
    why=Text(
        da="Genveje i YAML gør filen svær at læse for andre, og de kan misbruges til at få værktøjer til at gå i stå.",
        en="Shortcuts in YAML make the file hard to read for others, and can be abused to bring tools to a halt.",
    ),
    source="practice",
    bad="titel: &kaffe Kaffe på kanden",
    good="titel: Kaffe & kage",
    statuses=ALWAYS,
)

STR01C = Rule(
    "STR01c",
    ERROR,
    says=Text(
        da="Filen er større, end en aftale kan være: {size}, og grænsen er {limit}.",
        en="The file is larger than an agreement can be: {size}, and the limit is {limit}.",
    ),
    cure=Text(da="læg det lange i et bilag", en="move the long parts to an annex"),
    why=Text(da="En aftale skal kunne læses af dem, der skriver under.", en="An agreement must be readable for those who sign it."),
    source="practice",
    bad=f"x_dybt: {'[' * 33}{']' * 33}",
    good="x_dybt: [[[]]]",
    statuses=ALWAYS,
)

STR01D = Rule(
    "STR01d",
    ERROR,
    says=Text(da="Filen er gemt som {encoding}.", en="The file is saved as {encoding}."),
    cure=Text(
        da="gem den igen som UTF-8; Windows-1252 retter `partnerskab check --fix`",
        en="save it again as UTF-8; `partnerskab check --fix` does so for Windows-1252",
    ),
    why=Text(da="Kun i UTF-8 bliver æ, ø og å læst ens alle steder.", en="Only in UTF-8 are æ, ø and å read the same everywhere."),
    source="practice",
    bad="titel: Kaffe p\N{REPLACEMENT CHARACTER} kanden",
    good="titel: Kaffe på kanden",
    statuses=ALWAYS,
)

STR01E = Rule(
    "STR01e",
    ERROR,
    says=Text(da="Her skal stå én aftale; jeg finder {found}.", en="One agreement should stand here; I find {found}."),
    cure=Text(da="begynd med `id:` og `titel:`", en="begin with `id:` and `title:`"),
    why=Text(
        da="Én fil er én aftale; så kan den følges, rettes og underskrives for sig.",
        en="One file is one agreement; so it can be followed, mended and signed by itself.",
    ),
    source="practice",
    bad="---\ntitel: En aftale til",
    good="titel: Den eneste aftale i filen",
    statuses=ALWAYS,
)

STR01F = Rule(
    "STR01f",
    ERROR,
    says=Text(da="Der står flettemærker fra git i linje {line}.", en="There are conflict markers from git in line {line}."),
    cure=Text(da="vælg den ene udgave, og slet mærkerne", en="choose one version and delete the markers"),
    why=Text(da="To udgaver af den samme tekst kan ikke gælde på én gang.", en="Two versions of the same text cannot both hold."),
    source="practice",
    bad="<<<<<<< HEAD\ntitel: Den ene\n=======\ntitel: Den anden\n>>>>>>> gren",
    good="titel: Den ene",
    statuses=ALWAYS,
)

STR01G = Rule(
    "STR01g",
    ERROR,
    says=Text(da="Her ligger {what}, ikke en almindelig fil.", en="Here lies {what}, not a plain file."),
    cure=Text(da="læg aftalen som en fil i mappen", en="put the agreement in the folder as a file"),
    why=Text(
        da="Kun almindelige filer i mappen kan gemmes i git og læses ens af alle.",
        en="Only plain files in the folder can be kept in git and read the same by everyone.",
    ),
    source="practice",
    bad="titel: Et rør",
    good="titel: En fil",
    statuses=ALWAYS,
)

STR11 = Rule(
    "STR11",
    ADVICE,
    says=Text(da="Nogle danske bogstaver er gemt i to dele.", en="Some Danish letters are stored in two parts."),
    cure=Text(da="`partnerskab check --fix` samler dem", en="`partnerskab check --fix` joins them"),
    why=Text(
        da="De ser rigtige ud, men søgning og sammenligning finder dem ikke.",
        en="They look right, but search and comparison do not find them.",
    ),
    source="practice",
    bad="titel: Kaffe på kanden".replace("å", "a\N{COMBINING RING ABOVE}"),
    good="titel: Kaffe på kanden",
    statuses=ALWAYS,
)

STR13 = Rule(
    "STR13",
    ERROR,
    says=Text(
        da="Filen er skrevet til skema {version}; dette værktøj kender {known}.",
        en="The file is written for schema {version}; this tool knows {known}.",
    ),
    cure=Text(da="brug en nyere version af partnerskab", en="use a newer version of partnerskab"),
    why=Text(da="Et ældre værktøj ville læse nyere felter forkert.", en="An older tool would misread newer fields."),
    source="practice",
    bad="skema: 2",
    good="skema: 1",
    statuses=ALWAYS,
)

STR15 = Rule(
    "STR15",
    WARNING,
    says=Text(
        da="»{found}« er gemt med forkert tegnkodning; der skulle stå »{meant}«.",
        en="“{found}” was saved in the wrong encoding; it should be “{meant}”.",
    ),
    cure=Text(
        da="brug `partnerskab check --fix`, som retter hele filen", en="use `partnerskab check --fix`, which corrects the whole file"
    ),
    why=Text(da="Ødelagte bogstaver kommer med på papiret og i søgninger.", en="Damaged letters end up on paper and in searches."),
    source="practice",
    bad="brugerindflydelse: GÃ¦sterne vÃ¦lger selv.",
    good="brugerindflydelse: Gæsterne vælger selv.",
    statuses=ALWAYS,
)

STR15B = Rule(
    "STR15b",
    WARNING,
    says=Text(
        da="»{found}« er ødelagt: bogstaver eller tal er gået tabt.",
        en="“{found}” is damaged: letters or figures have been lost.",
    ),
    cure=Text(da="skriv det igen efter kilden, og gem filen som UTF-8", en="write it again from the source, and save the file as UTF-8"),
    why=Text(
        da="Et program har ikke kunnet læse teksten og skrevet et mærke i stedet.",
        en="A program could not read the text and wrote a mark instead.",
    ),
    source="practice",
    bad="brugerindflydelse: G?sterne vælger selv.",
    good="brugerindflydelse: Gæsterne vælger selv.",
    statuses=ALWAYS,
)

STR16 = Rule(
    "STR16",
    ADVICE,
    says=Text(
        da="Filen har {count} {count:usynligt bogstav|usynlige bogstaver}, det første er {letter}.",
        en="The file has {count} invisible {count:letter|letters}, the first is {letter}.",
    ),
    cure=Text(da="fjern dem med `partnerskab check --fix`", en="remove them with `partnerskab check --fix`"),
    why=Text(
        da="De følger med, når tekst kopieres, og en søgning finder ikke det ord, de står i.",
        en="They come along when text is copied, and a search does not find the word they are in.",
    ),
    source="practice",
    bad="brugerindflydelse: Gæs\N{SOFT HYPHEN}terne vælger selv.",
    good="brugerindflydelse: Gæsterne vælger selv.",
    statuses=ALWAYS,
)

RULES = (STR01, STR01B, STR01C, STR01D, STR01E, STR01F, STR01G, STR11, STR13, STR15, STR15B, STR16)
