"""CVR, GLN and municipality codes, each with its check."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import Side
from ..model.parties import Party
from ..model.record import Finding, make_finding
from ..text.localized import Text
from .rule import ALWAYS, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)
GLN_WEIGHTS = (1, 3) * 6 + (1,)
VENNER = "  - {id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}"
CONTACT = "kontakt: {rolle: frivilligkonsulent, stedfortræder: områdeleder}"


def make_municipality_example(number: str) -> str:
    """Two parties, the municipality with a number."""
    return f"parter:\n  - {{id: kommunen, navn: Tønder Kommune, side: offentlig, {number}, {CONTACT}}}\n{VENNER}"


def make_association_example(number: str) -> str:
    """Two parties, the association with a number."""
    return (
        f"parter:\n  - {{id: kommunen, navn: Tønder Kommune, side: offentlig, {CONTACT}}}\n"
        f"  - {{id: venner, navn: Torsdagsvennerne, side: frivillig, form: forening, {number}, kontakt: {{rolle: formand}}}}"
    )


def has_valid_check_digit(digits: str, weights: tuple[int, ...], modulus: int) -> bool:
    """Whether the weighted sum of the digits is a multiple."""
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % modulus == 0


def find_misspelt_cvr(agreement: Agreement, *, public: bool) -> Iterator[Finding]:
    """CVR numbers whose check digit does not fit, of the public parties or of the others."""
    for party in agreement.parties:
        if party.cvr and (party.side is Side.PUBLIC) is public and not has_valid_check_digit(party.cvr, CVR_WEIGHTS, 11):
            yield make_finding(party, Party.cvr, value=party.cvr, party=party.name)


CVR_WHY = Text(
    da="Alle CVR-numre går op i kontrollen; gør et nummer det ikke, er et ciffer skrevet forkert, og regningen går et andet sted hen.",
    en="All CVR numbers pass the check; if one does not, a digit is mistyped, and the invoice goes elsewhere.",
)

JUR08 = Rule(
    "JUR08",
    ERROR,
    says=Text(
        da="CVR-nummeret {value} har nok en tastefejl; kontrolcifret passer ikke.",
        en="The CVR number {value} probably has a typing error; the check digit does not fit.",
    ),
    cure=Text(da="slå det op, og ret det", en="look it up and mend it"),
    why=CVR_WHY,
    source="practice",
    bad=make_municipality_example('cvr: "12345678"'),
    good=make_municipality_example('cvr: "12345674"'),
    statuses=ALWAYS,
    after=("STR04b",),
    check=lambda agreement: find_misspelt_cvr(agreement, public=True),
)

JUR08B = Rule(
    "JUR08b",
    ADVICE,
    says=Text(da="CVR-nummeret kan læses, men står med andre tegn i.", en="The CVR number can be read, but holds other signs."),
    cure=Text(da="skriv det helst som otte cifre: {plain}", en="better write it as eight digits: {plain}"),
    why=Text(da="Så kan andre systemer også finde det.", en="So other systems can find it too."),
    source="practice",
    bad=make_municipality_example("cvr: DK 12 34 56 74"),
    good=make_municipality_example('cvr: "12345674"'),
    statuses=ALWAYS,
    after=("JUR08", "JUR08c"),
)

JUR08C = Rule(
    "JUR08c",
    WARNING,
    says=Text(
        da="CVR-nummeret {value} hos {party} har nok en tastefejl.",
        en="The CVR number {value} of {party} probably has a typing error.",
    ),
    cure=Text(da="spørg foreningen, eller lad feltet være tomt", en="ask the association, or leave the field empty"),
    why=CVR_WHY,
    source="practice",
    bad=make_association_example('cvr: "12345678"'),
    good=make_association_example('cvr: "12345674"'),
    statuses=ALWAYS,
    after=("STR04b",),
    check=lambda agreement: find_misspelt_cvr(agreement, public=False),
)


def misspelt_gln(agreement: Agreement) -> Iterator[Finding]:
    """Global location numbers whose check digit does not fit."""
    for party in agreement.parties:
        if party.gln and not has_valid_check_digit(party.gln, GLN_WEIGHTS, 10):
            yield make_finding(party, Party.gln, value=party.gln)


JUR09 = Rule(
    "JUR09",
    ERROR,
    says=Text(da="EAN-nummeret {value} passer ikke.", en="The GLN {value} does not fit."),
    cure=Text(da="tjek, at alle 13 cifre er rigtige", en="check that all 13 digits are right"),
    why=Text(
        da="Det sidste ciffer regnes ud af de andre; passer det ikke, kommer regningen ikke frem.",
        en="The last digit is computed from the others; if it does not fit, the invoice does not arrive.",
    ),
    source="practice",
    bad=make_municipality_example('ean: "5790000000006"'),
    good=make_municipality_example('ean: "5790000000005"'),
    statuses=ALWAYS,
    after=("STR04b",),
    check=misspelt_gln,
)


def unknown_municipality(agreement: Agreement) -> Iterator[Finding]:
    """Municipality codes that none of the 98 has."""
    for party, code in ((party, party.municipality_code) for party in agreement.parties if party.municipality_code):
        from ..model.municipalities import MUNICIPALITIES, suggest_municipality  # noqa: PLC0415 - few agreements write a code

        if code not in MUNICIPALITIES:
            yield make_finding(party, Party.municipality_code, value=code, suggestion=suggest_municipality(code, party.name))


JUR09B = Rule(
    "JUR09b",
    ERROR,
    says=Text(da="Kommunekoden {value} findes ikke.", en="The municipality code {value} does not exist."),
    cure=Text(da="{suggestion}", en="{suggestion}"),
    why=Text(da="Der er 98 kommuner, og hver har sin kode.", en="There are 98 municipalities, each with its code."),
    source="practice",
    bad=make_municipality_example("kommunekode: 551"),
    good=make_municipality_example("kommunekode: 550"),
    statuses=ALWAYS,
    after=("STR04b",),
    check=unknown_municipality,
)

RULES = (JUR08, JUR08B, JUR08C, JUR09, JUR09B)
