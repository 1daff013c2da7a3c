"""Which form is enough: the points of the suggestion, and what they add up to."""

import pytest

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality
from partnerskab_cli.profile.recommend_form import recommend_form
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text

HEAD = "id: a\ntitel: A\nformalitet: samarbejdsaftale\nstatus: aktiv\n"
YEAR = "periode: {start: 2026-01-01, slut: 2026-12-31}\n"
GRANT = "tilskud: {beløb: 25000, bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}}\n"
BIG = GRANT.replace("25000", "100001")


@pytest.mark.parametrize(
    ("text", "points", "form"),
    [
        ("", 0, Formality.ORAL),
        (YEAR, 0, Formality.ORAL),
        (GRANT, 1, Formality.GRANT),
        (BIG, 2, Formality.COOPERATION),
        (BIG.replace("100001", "100000"), 1, Formality.GRANT),
        ("tilskud: {beløb: 30000, pr: kvartal}\n", 2, Formality.COOPERATION),
        ("tilskud: {efter_budget: ja}\n", 0, Formality.GRANT),
        ("målgruppe: {tekst: Børn, børn_under_15: ja, sårbare: ja}\n", 1, Formality.ORAL),
        ("samspil: {tæthed: dagligt}\n", 2, Formality.COOPERATION),
        ("samspil: {tæthed: ugentligt}\n", 1, Formality.ORAL),
        ("samspil: {personer: 10}\n", 0, Formality.ORAL),
        ("samspil: {personer: 11}\n", 1, Formality.ORAL),
        ("periode: {start: 2026-01-01, slut: 2027-01-01}\n", 0, Formality.ORAL),
        ("periode: {start: 2026-01-01, slut: 2027-01-31}\n", 1, Formality.ORAL),
        ("periode: {start: 2026-01-01, løbende: ja}\n", 1, Formality.ORAL),
        ("persondata: {behandles: ja}\n", 1, Formality.ORAL),
        ("samspil: {udvikling: ja}\n", 2, Formality.COOPERATION),
        ("samspil: {tæthed: dagligt, personer: 20, udvikling: ja}\n", 5, Formality.PARTNERSHIP),
        (
            "samspil: {tæthed: dagligt, personer: 20}\npersondata: {behandles: ja}\nmålgruppe: {tekst: B, børn_under_15: ja}\n",
            5,
            Formality.COOPERATION,
        ),
    ],
)
def test_the_points_add_up_to_a_form(text: str, points: int, form: Formality) -> None:
    agreement = parse_text(HEAD + text, "a.yaml", Agreement).record
    assert agreement is not None
    result = recommend_form(agreement, read_profile("danmark")[0])
    assert (result.points, result.form) == (points, form)
    assert result.points == sum(reason.points for reason in result.reasons)
