"""Numbers that do not belong in an agreement: CPR numbers and bank accounts."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ..diagnostics import TOP, Severity, Span
from ..privacy.cpr import MASK, find_cpr_numbers, make_digit_shape
from ..privacy.text_source import TextSource
from ..profile.profile import Profile
from ..text.localized import Text
from .rule import ALWAYS, Rule, TextFinding

ERROR, ADVICE = Severity.ERROR, Severity.ADVICE
IN_NAME = Text(da="filens navn", en="the name of the file")
ON_LINE = Text(da="linje {line}", en="line {line}")


MOST = 100
MOST_COUNTED = 1000
"""More numbers than these are not counted; the report shows a hundred of them and says how many more there are."""


def civil_numbers(script: TextSource, _: Profile) -> Iterator[TextFinding]:
    """Every CPR number, without a digit of it; of a file full of them the first thousand."""
    for number in islice(find_cpr_numbers(script), MOST_COUNTED):
        span = number.span if number.span == TOP else number.span.shift_down(script.above)
        where = IN_NAME if number.span == TOP else ON_LINE.format(line=span.line)
        yield TextFinding(span, {"mask": MASK, "where": where})


JUR01 = Rule(
    "JUR01",
    ERROR,
    says=Text(da="Der står et CPR-nummer ({mask}) i {where}.", en="There is a CPR number ({mask}) in {where}."),
    cure=Text(
        da="slet det; aftalen har ikke brug for det. Er filen allerede gemt i git, så få det også fjernet fra historikken, før filen deles; "
        "spørg jeres it-afdeling. Er den delt, så sig det til jeres databeskyttelsesrådgiver med det samme",
        en="delete it; the agreement does not need it. If the file is already committed to git, have it removed from the history too before "
        "the file is shared; ask your IT department. If it has been shared, tell your data protection officer at once",
    ),
    why=Text(
        da="Git glemmer ikke: et nummer, der én gang er gemt, kan hentes frem igen, også når linjen er slettet. "
        "Et CPR-nummer må kun behandles, hvor loven siger det.",
        en="Git does not forget: a number that was once committed can be brought back, even when the line is deleted. "
        "A CPR number may be processed only where the law says so.",
    ),
    source="databeskyttelsesloven § 11",
    bad="tavshedspligt: Vi ringer til 010160-5123, hvis døren er låst.",
    good="tavshedspligt: Vi ringer til tovholderen, hvis døren er låst.",
    statuses=ALWAYS,
    check_script=civil_numbers,
)

LONG = (b"00000", b"0000 0000")
"""Without such a row of digits a line holds no account."""


@cache
def compile_account_pattern() -> re.Pattern[str]:
    """A registration number of four digits with an account of up to ten, an account that is called one, or a Danish IBAN."""
    return re.compile(
        r"\breg(?:istrerings)?[.]?[- ]?(?:nr|nummer)\b\D{0,4}\d{4}\D{1,20}\d{5,10}\b"
        r"|\b(?:bank)?konto(?:nr|nummer)?\b\W{0,4}\d{4}[ -]*\d{5,10}\b"
        r"|\b(?:bank)?konto(?:nr|nummer)\b\W{0,4}\d{6,10}\b"
        r"|\b(?:account|sort)[ -](?:number|no|code)\b\W{0,4}\d{4}[ -]*\d{5,10}\b"
        r"|\bDK\d{2}(?: ?\d{4}){3} ?\d{2}\b",
        re.IGNORECASE,
    )


CALLED = ("konto", "reg", "account", "sort", "dk")
"""Without any of these a line names no account."""


def accounts(script: TextSource, _: Profile) -> Iterator[TextFinding]:
    """Bank accounts, on the first hundred lines that hold enough digits in a row."""
    for start, end in islice(sorted(set(iter_digit_lines(script.text))), MOST):
        line, plain = script.text[start:end], script.text[start:end].casefold()
        for match in compile_account_pattern().finditer(line) if any(word in plain for word in CALLED) else ():
            number = script.text.count("\n", 0, start) + 1 + script.above
            yield TextFinding(Span(number, match.start() + 1, number, match.end() + 1), {"line": number})


def iter_digit_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end that hold long rows of digits."""
    shape = make_digit_shape(text)
    for form in LONG:
        place = shape.find(form)
        while place >= 0:
            end = shape.find(b"\n", place)
            end = end if end >= 0 else len(shape)
            yield shape.rfind(b"\n", 0, place) + 1, end
            place = shape.find(form, end)


JUR10C = Rule(
    "JUR10c",
    ADVICE,
    says=Text(da="Der står et kontonummer i linje {line}.", en="There is a bank account number in line {line}."),
    cure=Text(
        da="tag det ud; penge går normalt til NemKonto, og så er der ét sted mindre at rette det",
        en="take it out; money normally goes to the NemKonto, and then there is one place less to mend it",
    ),
    why=Text(
        da="Et kontonummer i en fil, som mange kan se, kan misbruges og bliver glemt, når banken skifter.",
        en="An account number in a file that many can see can be abused, and is forgotten when the bank changes.",
    ),
    source="practice",
    bad="øvrige_vilkår: {titel: Kassen, tekst: Pengene sættes ind på reg.nr. 1234 konto 0012345678.}",
    good="øvrige_vilkår: {titel: Kassen, tekst: Pengene går til foreningens NemKonto.}",
    check_script=accounts,
)

RULES = (JUR01, JUR10C)
