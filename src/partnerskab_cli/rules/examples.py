"""What the examples of rules in more than one chapter are made of."""

A_GRANT = (
    "tilskud: {lovgrundlag: sel_18, beløb: 25000, bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}, udbetaling: engang, "
    "regnskab: {frist: 2027-04-01}, ubrugt: tilbagebetales}"
)
"""A grant that nothing is missing from."""
AN_EVALUATION = "evaluering: {hvornår: 1 om året, næste: 2026-10-01}"
