"""Realistic agreements by the thousand, the same for the same seed: `python bench/generate.py FOLDER COUNT [--broken] [--diverse] [--linked]`.

A diverse record has an association and a village for each agreement; a linked one has annexes, references that lead nowhere, rings and
chains of agreements that replace one another.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

TOWNS = ("Tønder", "Toftlund", "Løgumkloster", "Skærbæk", "Bredebro", "Højer", "Agerskov", "Møgeltønder", "Rømø")
ACTS = (
    "Kaffe",
    "Besøgsvenner",
    "Gåture",
    "Læsehjælp",
    "Højtlæsning",
    "Cykelture",
    "Fællesspisning",
    "Sorggruppe",
    "Lektiehjælp",
    "Havegruppe",
)
GROUPS = ("Ældre, der bor alene", "Familier med små børn", "Unge uden job", "Nye borgere", "Pårørende til syge", "Mænd over 60")
THEMES = ("ældre", "børn_unge", "handicap", "psykiatri", "integration", "sundhed", "ensomhed", "pårørende", "familie")
NEEDS = (
    "taler sjældent med nogen i weekenden",
    "mangler et sted at gå hen",
    "kender ikke deres naboer",
    "har svært ved at komme af sted alene",
)
GAINS = ("har et fast sted at komme hver uge", "har fået en at ringe til", "kommer ud mindst to gange om ugen", "har lært en nabo at kende")
WHO = ("Vi", "De frivillige", "Gæsterne", "Kommunen og foreningen", "Naboerne", "Værterne")
DOES = ("mødes hvor folk er", "tager sig tid til at lytte", "siger til i god tid", "ringer hellere en gang for meget", "begynder i det små", "deler kaffe og ansvar",
        "lukker ingen ude", "finder en løsning sammen", "holder det enkelt", "spørger før de gætter")  # fmt: skip
WHEN = ("hver uge", "når det passer gæsterne", "også om sommeren", "fra første dag", "så længe lysten er der", "uden papirarbejde")
PLACES = 98
"""As many folders as there are municipalities."""


def agreement(number: int, *, broken: bool = False, diverse: bool = False, linked: bool = False) -> str:
    """One agreement of three to six kilobytes; a broken one has about ten faults of different kinds."""
    dice = random.Random(number)  # noqa: S311 - the same corpus every time
    text = "\n".join((*lines(number, dice, diverse=diverse), *(list_links(number) if linked else ()))) + "\n"
    return damaged(text) if broken else text


def list_links(number: int) -> Iterator[str]:
    """What an agreement of a linked record refers to, by the last digit of its number.

    Of ten agreements one names an agreement that does not exist, two are a ring, five are a chain, and one has annexes.
    """
    tens, last = divmod(number, 10)
    if last == 0:
        yield f"relaterede: [aftale-{number:05}-som-ingen-har]"
    elif last in {1, 2}:
        yield f"erstatter: [aftale-{tens * 10 + 3 - last:05}]"
    elif last in range(4, 8):
        yield f"erstatter: [aftale-{number - 1:05}]"
    elif last == 8:  # noqa: PLR2004 - the digit of those with annexes
        yield from ("bilag:", "  - {titel: Kort, fil: bilag/kort.pdf}", f"  - {{titel: Plan, fil: bilag/plan-{number}.pdf}}")


def calm(dice: random.Random) -> str:
    """A sentence that is hardly ever said twice."""
    return f"{dice.choice(WHO)} {dice.choice(DOES)} {dice.choice(WHEN)}, og det holder vi i {dice.randrange(2, 99)} uger ad gangen."


def lines(number: int, dice: random.Random, *, diverse: bool = False) -> Iterator[str]:
    """The agreement line by line."""
    town, act, group = dice.choice(TOWNS), dice.choice(ACTS), dice.choice(GROUPS)
    if diverse:
        town, act = f"{town}kær {number}", f"{act} {number}"
    year = dice.choice((2025, 2026))
    amount = dice.randrange(5, 90) * 1000
    yield from (
        f"id: aftale-{number:05}",
        f"titel: {act} i {town}",
        "formalitet: samarbejdsaftale",
        "status: aktiv",
        f"område: [{dice.choice(THEMES)}]",
    )
    yield from ("parter:", "  - id: kommunen", "    navn: Tønder Kommune", "    side: offentlig", "    form: kommune")
    yield from ("    kontakt: {rolle: frivilligkonsulent, stedfortræder: områdeleder}", "  - id: foreningen", f"    navn: {act} i {town}")
    yield from ("    side: frivillig", "    form: forening", f"    værdigrundlag: {calm(dice)}", "    kontakt:")
    yield from ("      - rolle: formand", "        mail: kontakt@forening.example", "        stedfortræder: næstformand")
    yield from (
        f"periode: {{start: {year}-01-01, slut: {year + 2}-12-31}}",
        "behov:",
        f"  tekst: {group} {dice.choice(NEEDS)}.",
        "  kilde: kommunens sundhedsprofil",
    )
    yield from ("målgruppe:", f"  tekst: {group}", f"  antal: {dice.randrange(10, 80)}", "  børn_under_15: nej", f"geografi: [{town}]")
    yield from ("formål: >-", f"  {calm(dice)}", f"  {calm(dice)}", "mål:")
    for goal in range(dice.randint(1, 3)):
        yield from (
            f"  - id: maal-{goal}",
            f"    tekst: {dice.randrange(10, 50)} borgere {dice.choice(GAINS)}.",
            f"    frist: {year + 1}-12-31",
        )
        yield from (
            f"    opfølgning: Vi tæller i uge {dice.randrange(10, 50)}. {calm(dice)}",
            "    ansvarlig: foreningen",
            f'    nu: "{dice.randrange(9)}"',
        )
        yield from ("    delmål:", f"      - {{tekst: De første ti er kommet igen., frist: {year + 1}-06-30}}")
    yield from (
        "succeskriterier:",
        f"  frivillig: {calm(dice)}",
        f"  offentlig: {calm(dice)}",
        "organisering:",
        "  tovholder: frivilligkonsulenten",
    )
    yield from (f"  beslutninger: {calm(dice)}", "  problemvej: {frivillige: formanden, ansatte: områdelederen}")
    yield from (
        "samspil: {tæthed: ugentligt, personer: 14, udvikling: ja}",
        "møder:",
        f"  - {{navn: Statusmøde, hyppighed: 2 om året, næste: {year + 1}-05-20}}",
    )
    yield from ("bidrag:", "  - {part: kommunen, art: lokaler, tekst: Salen hver torsdag, værdi: 12000, pr: år}")
    yield from (
        f"  - {{part: foreningen, art: timer, timer: {dice.randrange(2, 20)}, pr: uge}}",
        "grænser:",
        "  frivillige_gør: [drikker kaffe og taler med gæsterne]",
    )
    yield from (
        "  frivillige_gør_ikke: [hjælper med bad og toilet]",
        "  lovpligtigt: Pleje og praktisk hjælp efter loven er altid kommunens.",
    )
    yield from (
        "ophør:",
        f"  varsel: {dice.choice((1, 2, 3, 6))} måneder",
        "  form: skriftligt",
        f"  afvikling: Gæsterne får besked. {calm(dice)}",
    )
    yield from ("brugerindflydelse:", f"  tekst: Gæsterne vælger selv. {calm(dice)}", "  hvem: alle faste gæster", "forankring:")
    yield from (
        f"  politisk: {{udvalg: Socialudvalget, dato: {year - 1}-11-20, sag: punkt 7}}",
        "  ledelse: Områdelederen tager den op hvert halve år.",
    )
    yield from ("  medarbejdere: Fortalt på personalemødet i marts.", "  medlemmer: Fremlagt på generalforsamlingen.", "formidling:")
    yield from (
        "  kanaler: [ugeavisen, biblioteket]",
        f"  oversigt: {act} i {town} hver torsdag kl. 14. Alle er velkomne.",
        "tilskud:",
        "  lovgrundlag: sel_18",
    )
    yield from (
        f"  beløb: {amount}",
        f"  bevillingsperiode: {{start: {year}-01-01, slut: {year}-12-31}}",
        f"  udbetalinger: {{dato: {year}-02-01, beløb: {amount}}}",
    )
    yield from (
        f"  regnskab: {{frist: {year + 1}-04-01}}",
        "  ubrugt: tilbagebetales",
        "evaluering:",
        "  hvornår: 1 om året",
        f"  metode: {calm(dice)}",
    )
    yield from (
        f"  næste: {year + 1}-10-01",
        "forsikring: {kommunal: nej, egen: Foreningens egen ulykkesforsikring}",
        "tavshedspligt: Det, vi hører, bliver mellem os.",
    )
    yield from ("risici:", f"  - {{tekst: For få frivillige om sommeren, afhjælpning: {dice.choice(DOES)}}}", "hændelser:")
    yield from (f"  - {{dato: 2026-02-{dice.randrange(1, 28):02}, tekst: Vi holdt møde.}}",)


FAULTS = (
    ("formål:", "formåll:"), ("status: aktiv", "status: aktvi"), ("side: frivillig", "side: frivilig"), ("opfølgning:", "opfoelgnig:"),
    ("slut: 2", "slut: 31.02.2"), ("antal: ", "antal: mange "), ("ophør:", "x_ophør:"), ("part: foreningen", "part: naboerne"),
    ("succeskriterier:", "succes:"), ("beløb: ", "beløb: ca. "),
)  # fmt: skip


def damaged(text: str) -> str:
    """The text with a fault of every kind."""
    for right, wrong in FAULTS:
        text = text.replace(right, wrong, 1)
    return text


def write(folder: Path, count: int, *, broken: bool = False, diverse: bool = False, linked: bool = False) -> None:
    """So many agreements below a folder, in as many folders as there are municipalities."""
    for number in range(count):
        place = folder / f"kommune-{number % PLACES:02}"
        place.mkdir(parents=True, exist_ok=True)
        text = agreement(number, broken=broken, diverse=diverse, linked=linked)
        (place / f"aftale-{number:05}.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    write(
        Path(sys.argv[1]),
        int(sys.argv[2]),
        broken="--broken" in sys.argv,
        diverse="--diverse" in sys.argv,
        linked="--linked" in sys.argv,
    )
