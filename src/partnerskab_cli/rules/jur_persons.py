"""Single citizens: a sensitive word beside a person's name."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ..diagnostics import Severity, Span
from ..privacy.text_source import TextSource
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import compile_phrases, filter_possible_phrases
from .rule import Rule, TextFinding

FIRST_NAMES = ["Ahmed", "Aisha", "Albert", "Alexander", "Ali", "Alma", "Amalie", "Amina", "Anders", "Andreas", "Ane", "Anette", "Anna", "Anne", "Annette", "Annie", "Arne", "Asger", "Asta", "Astrid", "August", "Bendt", "Bent", "Bente", "Benjamin", "Berit", "Birgit", "Birgitte", "Birthe", "Bjarne", "Bodil", "Britta", "Camilla", "Carl", "Carsten", "Caroline", "Cecilie", "Charlotte", "Christian", "Christina", "Christine", "Christoffer", "Clara", "Claus", "Conny", "Connie", "Dagmar", "Daniel", "Ditte", "Dorthe", "Ebbe", "Edith", "Egon", "Ejner", "Eigil", "Elisabeth", "Ellen", "Elly", "Emil", "Emilie", "Emma", "Erik", "Erling", "Esther", "Eva", "Fatima", "Finn", "Flemming", "Freja", "Frederik", "Frederikke", "Frida", "Fritz", "Gerda", "Gitte", "Grethe", "Gunnar", "Gunhild", "Hanne", "Harald", "Hassan", "Heidi", "Helena", "Helene", "Helge", "Helle", "Henning", "Henrik", "Henriette", "Henry", "Holger", "Hussein", "Ibrahim", "Ida", "Inga", "Inge", "Inger", "Ingrid", "Irene", "Isabella", "Jacob", "Jakob", "Jan", "Janne", "Jens", "Jeppe", "Jesper", "Johan", "Johanne", "Johannes", "John", "Johnny", "Jonas", "Josefine", "Julie", "Jytte", "Jørgen", "Kaj", "Karen", "Karin", "Karl", "Karla", "Karoline", "Kasper", "Katrine", "Keld", "Kenneth", "Kirsten", "Kirstine", "Kjeld", "Klaus", "Knud", "Kristian", "Kristina", "Kristine", "Kristoffer", "Kurt", "Laila", "Lars", "Lasse", "Laura", "Laurits", "Leif", "Lena", "Lene", "Lilly", "Lillian", "Lis", "Lisbeth", "Lise", "Lone", "Lotte", "Louise", "Lærke", "Mads", "Magnus", "Maja", "Malene", "Margit", "Margrethe", "Maria", "Marianne", "Marie", "Martin", "Mathias", "Mathilde", "Mehmet", "Merete", "Mette", "Michael", "Mikkel", "Mogens", "Mohammad", "Mohammed", "Morten", "Muhammad", "Mustafa", "Nadia", "Nanna", "Niels", "Nikolaj", "Ole", "Olga", "Oliver", "Omar", "Oscar", "Otto", "Palle", "Pernille", "Peter", "Philip", "Pia", "Poul", "Preben", "Rasmus", "Rikke", "Robert", "Rosa", "Rune", "Ruth", "Sara", "Sebastian", "Signe", "Simon", "Sofia", "Sofie", "Solveig", "Steen", "Stefan", "Stine", "Stig", "Susanne", "Svend", "Søren", "Tanja", "Thomas", "Thorkild", "Tina", "Tobias", "Tommy", "Torben", "Tove", "Trine", "Troels", "Uffe", "Ulla", "Valdemar", "Verner", "Vibeke", "Viggo", "Viktor", "Vilhelm", "Villy", "Vivi", "Yusuf", "Zahra", "Åge", "Aage", "Åse"]  # fmt: skip
"""Common first names in Denmark that are no other word as well (so not Bo, Dan, Else, Hans, Liv, Per, Sol)."""
BOUND = r"[.!?;](?=\s)|\n\s*(?:-\s|#|[\w]+\s*:(?=\s))|[{}]|\n\s*\n"
"""Where a sentence, an item of a list or a field ends."""


@cache
def compile_name_pattern() -> re.Pattern[str]:
    """A person's name; not that of a place or a house."""
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(FIRST_NAMES)})(?!\w|[- ](?:Kirke|Skole|Hus|Centret|Sogn)\b|(?: \w+)? ?(?:[Vv]ej|[Gg]ade|[Pp]lads)\b)"
        r"|(?<!\w)(?:[Hh]r[.]|[Ff]ru|[Ff]rk[.]|Mrs?[.]?|Ms[.]?) [A-ZÆØÅ]\w+"
    )


MOST = 500
"""Sensitive words looked at; an agreement that holds more has another trouble."""


def single_citizens(script: TextSource, profile: Profile) -> Iterator[TextFinding]:
    """Sentences that hold both a sensitive word and a person's name, one finding a line."""
    words = filter_possible_phrases(script.seen, profile.get_word_list("sensitive_words"))
    lines: set[int] = set()
    for match in islice(compile_phrases(words).finditer(script.text), MOST) if words else ():
        line = script.text.count("\n", 0, match.start()) + 1
        if line not in lines and compile_name_pattern().search(cut_sentence(script.text, match)):
            lines.add(line)
            column = match.start() - script.text.rfind("\n", 0, match.start())
            span = Span(line, column, line, column + len(match[0])).shift_down(script.above)
            yield TextFinding(span, {"line": span.line})


def cut_sentence(text: str, match: re.Match[str]) -> str:
    """The sentence round a word."""
    bound = re.compile(BOUND)
    start = max(
        (match.end() for match in bound.finditer(text, max(0, match.start() - LONGEST), match.start())), default=match.start() - LONGEST
    )
    end = bound.search(text, match.end(), match.end() + LONGEST)
    return text[max(0, start) : end.start() if end else match.end() + LONGEST]


LONGEST = 200
"""Letters on either side; a sentence is rarely longer."""

JUR02 = Rule(
    "JUR02",
    Severity.WARNING,
    says=Text(da="Linje {line} ser ud til at handle om en bestemt person.", en="Line {line} seems to be about a certain person."),
    cure=Text(
        da="skriv om målgruppen i stedet; aftaler skal ikke fortælle om enkelte borgere",
        en="write about the target group instead; agreements should not tell of single citizens",
    ),
    why=Text(
        da="Helbred, straf og sociale problemer er følsomme oplysninger; sammen med et navn hører de ikke til i en fil, som mange kan læse.",
        en="Health, offences and social problems are sensitive information; with a name they do not belong in a file that many can read.",
    ),
    source="databeskyttelsesloven",
    bad="hændelser: {dato: 2026-02-04, tekst: Jens Eksempelsen har fået demens og kommer ikke mere.}",
    good="hændelser: {dato: 2026-02-04, tekst: To gæster med demens kommer nu sammen med en følgeven.}",
    after=("JUR01",),
    check_script=single_citizens,
)

RULES = (JUR02,)
