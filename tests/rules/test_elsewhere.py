"""Rules whose subject is written in another field than the usual one, and those that are about something else than it seems."""

import pytest
from laying import TODAY, laid, profile

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.rules.rule import CheckDates

SETTINGS = CheckOptions(profile("danmark"), CheckDates(TODAY))
KOMMUNEN = "  - {id: kommunen, navn: Tønder Kommune, side: offentlig, form: kommune, kontakt: {rolle: konsulent, stedfortræder: leder}}\n"
VENNER = "  - {id: venner, navn: Vennerne, side: frivillig, form: netværk, kontakt: {rolle: formand, stedfortræder: kasserer}}\n"
KLUBBEN = "  - {id: klubben, navn: Klubben, side: frivillig, form: netværk, kontakt: {rolle: formand, stedfortræder: kasserer}}\n"
FONDEN = "  - {id: fonden, navn: Fonden, side: anden, form: fond, kontakt: {rolle: direktør, stedfortræder: sekretær}}\n"
OPEN = '"[udfyld]"'
BOTH = f"parter:\n{KOMMUNEN}{VENNER}"
THREE = f"{BOTH}{KLUBBEN}"


def contact(role: str) -> str:
    """The two parties, the voluntary one with a contact of that role."""
    return BOTH.replace("rolle: formand", f"rolle: {role}")


def given(*, to: str = "", by: str = "", currency: str = "DKK", more: str = "") -> str:
    """A grant without accounts, without an evaluation and without a word on what is left."""
    ways = f"{f'giver: {by}, ' if by else ''}{f'modtager: {to}, ' if to else ''}"
    return (
        f"{BOTH.replace('netværk', 'forening')}tilskud: {{beløb: 5000, valuta: {currency}, {ways}lovgrundlag: andet, udbetaling: engang, "
        f"bevillingsperiode: {{start: 2026-01-01, slut: 2026-12-31}}}}\nevaluering:\n{more}"
    )


def gifts(**counts: int) -> str:
    """So many contributions of each party, all of them different."""
    lines = [
        f"  - {{part: {party}, art: andet, tekst: Noget {party} gør for nummer {number}}}\n"
        for party, count in counts.items()
        for number in range(count)
    ]
    return f"bidrag:\n{''.join(lines)}"


A_GRANT = "tilskud: {beløb: 5000, lovgrundlag: andet, udbetaling: engang, bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}, regnskab: {frist: 2027-04-01}, ubrugt: tilbagebetales}\n"
SAME = "bidrag:\n" + "".join(
    f"  - {{part: {party}, art: andet, tekst: En fælles temaaften om året}}\n" for party in ("kommunen", "venner", "klubben")
)
POLITICIANS = "møder: [{navn: Dialogmøde, niveau: politisk, hyppighed: 1 om året}]\n"
OTHERS = "ledelse: Lederen ved det., medarbejdere: De ved det., medlemmer: De ved det."
CASES = [
    # TJK05 and TJK05c: who keeps things together
    ("TJK05", "S", "organisering:", True),
    ("TJK05", "S", f"organisering:\n{contact('tovholder')}", False),
    ("TJK05", "S", f"organisering:\n{contact('Koordinator')}", False),
    ("TJK05", "S", f"organisering:\n{contact('frivilligkoordinator')}", False),
    ("TJK05", "S", f"organisering:\n{contact('liaison officer')}", False),
    ("TJK05", "S", f"organisering:\n{contact('formand')}", True),
    ("TJK05c", "P", f"organisering:\n{contact('tovholderen')}", False),
    ("TJK05c", "P", f"organisering:\n{contact('kasserer')}", True),
    # what volunteers do not do, TJK09
    ("TJK09", "S", "grænser: {frivillige_gør: [kører ture]}", True),
    ("TJK09", "S", "grænser: {udenfor: [kørsel til lægen]}", False),
    ("TJK09", "P", "grænser: {udenfor: {ikke_relevant: Vi er enige om alt.}}", False),
    ("TJK09", "S", "grænser: {frivillige_gør_ikke: [giver medicin]}", False),
    # TJK12 and TJK12b: the politicians
    ("TJK12b", "P", f"forankring: {{{OTHERS}}}", True),
    ("TJK12b", "P", f"{POLITICIANS}forankring: {{{OTHERS}}}", False),
    ("TJK12b", "P", f"{POLITICIANS.replace('politisk', 'ledelse')}forankring: {{{OTHERS}}}", True),
    ("TJK12", "S", f"{POLITICIANS}forankring: {{{OTHERS}}}", False),
    # TJK03b: follow-up, once for all goals
    ("TJK03b", "S", "mål: [Ti gæster har en ven., Fem gæster er værter., Tre gæster synger i kor.]", True),
    ("TJK03b", "S", "mål: [{tekst: Ti gæster har en ven., opfølgning: {ikke_relevant: Det ses.}}]", False),
    # PRT01 and PRT01b: who agrees
    ("PRT01", "S", f"parter:\n{VENNER}", True),
    ("PRT01", "S", f"parter:\n{VENNER}{KLUBBEN}", False),
    ("PRT01b", "S", f"parter:\n{VENNER}{KLUBBEN}", True),
    ("PRT01b", "S", f"parter:\n{VENNER}{FONDEN}", True),
    ("PRT01b", "S", BOTH, False),
    # PRT04b: duties of all kinds, and between any two
    ("PRT04b", "S", f"{BOTH}{gifts(kommunen=1, venner=3)}", True),
    ("PRT04b", "S", f"{BOTH}{gifts(kommunen=1, venner=3)}{A_GRANT}", False),
    ("PRT04b", "S", f"{BOTH}{gifts(kommunen=1, venner=3)}budget: [{{post: Mad, beløb: 500, part: kommunen}}]", False),
    ("PRT04b", "S", f"{THREE}{SAME}", False),
    ("PRT04b", "S", f"{THREE}{SAME}{gifts(venner=2).partition(chr(10))[2]}", True),
    ("PRT04b", "S", f"parter:\n{FONDEN}{VENNER}{gifts(fonden=1, venner=4)}", True),
    ("PRT04b", "S", f"parter:\n{FONDEN}{VENNER}{gifts(fonden=2, venner=4)}", False),
    ("PRT04b", "S", f"{BOTH}{gifts(kommunen=1, venner=2)}leverancer: [{{part: venner, tekst: Et kort notat, frist: 2026-12-01}}]", True),
    ("PRT04b", "S", f"{BOTH}{gifts(kommunen=3, venner=1)}", True),
    ("PRT04b", "S", f"{BOTH}{gifts(kommunen=2, venner=1)}{A_GRANT}", False),
    ("PRT04b", "S", f"{BOTH}{gifts(kommunen=1, venner=6)}{A_GRANT}", True),
    ("PRT01", "S", f"parter:\n{VENNER.replace('Vennerne', OPEN)}", True),
    ("PRT01", "S", f"{BOTH.replace('Vennerne', OPEN)}", False),
    ("PRT04b", "S", f"{BOTH.replace('Tønder Kommune', OPEN)}{gifts(kommunen=1, venner=3)}", True),
    ("PRT04b", "S", f"{BOTH.replace('Tønder Kommune', OPEN)}{gifts(kommunen=2, venner=3)}", False),
    ("TJK08b", "S", f"{BOTH.replace('Tønder Kommune', OPEN)}{gifts(venner=1)}", True),
    # TJK08b: what a side gives
    ("TJK08b", "S", f"{BOTH}{gifts(venner=1)}", True),
    ("TJK08b", "S", f"{BOTH}{gifts(venner=1)}{A_GRANT}", False),
    ("TJK08b", "S", f"{BOTH}{gifts(venner=1)}budget: [{{post: Mad, beløb: 500, part: kommunen}}]", False),
    ("TJK08b", "S", f"{BOTH}{gifts(kommunen=1)}{A_GRANT}", True),
    # ØKO04, ØKO06 and ØKO07: only what a public party gives a voluntary one
    ("PRT11", "S", given(), True),
    *((code, "S", given(), True) for code in ("ØKO04", "ØKO06", "ØKO07")),
    *((code, "S", given(by="kommunen", to="venner"), True) for code in ("ØKO04", "ØKO06", "ØKO07")),
    *((code, "S", given(by="venner", to="kommunen"), False) for code in ("ØKO04", "ØKO06", "ØKO07", "PRT11")),
    *((code, "S", given(by="puljen", more="roller: [{id: puljen, navn: Puljen}]\n"), False) for code in ("ØKO04", "ØKO06", "ØKO07", "PRT11")),
    *((code, "S", given(to="huset", more="roller: [{id: huset, navn: Huset}]\n"), True) for code in ("ØKO04", "ØKO06", "ØKO07")),
    *((code, "S", given(currency="EUR"), False) for code in ("ØKO04", "ØKO06", "ØKO07", "PRT11")),
]  # fmt: skip
BASES = {"S": "samarbejdsaftale", "P": "partnerskabsaftale"}


def found(snippet: str, form: str) -> list[str]:
    """The codes of the findings, a cvr number of the clean agreement aside."""
    name = BASES[form]
    _, report = check_bytes(laid(snippet.rstrip("\n"), name).encode(), f"{name}.yaml", SETTINGS)
    return [diagnostic.code for diagnostic in report.diagnostics]


@pytest.mark.parametrize(("code", "form", "snippet", "speaks"), CASES)
def test_a_rule_is_tried_where_its_subject_is_written_elsewhere(code: str, form: str, snippet: str, speaks: bool) -> None:  # noqa: FBT001 - a column
    assert found(snippet, form).count(code) == int(speaks)
