"""What libyaml complains of, in plain words."""

from ..text.localized import Text

REASONS = {
    "mapping values are not allowed": Text(
        da="her står et kolon, hvor der ikke kan stå et felt; sæt anførselstegn om tekst med kolon",
        en="there is a colon where no field can stand; put quotation marks round text with a colon",
    ),
    "cannot start any token": Text(
        da="her står et tegn, som YAML ikke kan begynde med, fx et tabulatortegn eller @; brug mellemrum, eller sæt anførselstegn om teksten",
        en="there is a character that YAML cannot begin with, such as a tab or @; use blanks, or put quotation marks round the text",
    ),
    "while parsing a block mapping": Text(
        da="linjen passer ikke ind; ofte er indrykningen forskudt, eller et anførselstegn mangler",
        en="the line does not fit in; often the indentation is off, or a quotation mark is missing",
    ),
    "while parsing a block collection": Text(
        da="listen er brudt; hvert punkt skal begynde med en bindestreg lige langt inde",
        en="the list is broken; each item must begin with a hyphen at the same indentation",
    ),
    "sequence entries are not allowed": Text(
        da="her står en bindestreg, hvor der ikke kan begynde en liste; sæt listen på næste linje",
        en="there is a hyphen where no list can begin; put the list on the next line",
    ),
    "expected ',' or": Text(
        da="en parentes er ikke lukket, der mangler et komma, eller en tekst i parentesen skal have anførselstegn om sig",
        en="a bracket is not closed, a comma is missing, or a text in the brackets needs quotation marks round it",
    ),
    "unexpected end of stream": Text(da="et anførselstegn er ikke lukket", en="a quotation mark is not closed"),
    "unknown escape": Text(
        da="en omvendt skråstreg kan ikke stå i dobbelte anførselstegn; brug enkelte",
        en="a backslash cannot stand in double quotation marks; use single ones",
    ),
    "control characters are not allowed": Text(da="her står et usynligt styretegn", en="there is an invisible control character"),
    "special characters are not allowed": Text(da="her står et usynligt styretegn", en="there is an invisible control character"),
    "while scanning a block scalar": Text(
        da="| eller > i begyndelsen af en tekst betyder noget andet i YAML; sæt anførselstegn om teksten",
        en="| or > at the beginning of a text means something else in YAML; put quotation marks round the text",
    ),
    "while scanning an a": Text(
        da="* eller & i begyndelsen af en tekst betyder noget andet i YAML; sæt anførselstegn om teksten",
        en="* or & at the beginning of a text means something else in YAML; put quotation marks round the text",
    ),
}
UNCLEAR = Text(da="YAML kan ikke tyde det, der står her", en="YAML cannot make sense of what stands here")


def explain_parser_error(complaint: str) -> Text:
    """The complaint of the YAML reader as a person would say it."""
    return next((words for known, words in REASONS.items() if known in complaint), UNCLEAR)
