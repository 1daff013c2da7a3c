"""The sources by the letters that fields, rules and guidance cite them with, and how a citation reads."""

from ..text import LANGUAGES, Language, Text

SOURCES = {
    "S0": Text(
        da="»Ny strategi for partnerskaber«, nyhed fra Tønder Kommune",
        en="“Ny strategi for partnerskaber”, news from Tønder Kommune",
    ),
    "S1": Text(
        da="»Strategi for partnerskaber med NGO'er og frivillige sociale foreninger«, Tønder Kommune",
        en="“Strategi for partnerskaber med NGO'er og frivillige sociale foreninger”, Tønder Kommune",
    ),
    "S2": Text(
        da="»Politik for det frivillige sociale arbejde«, Tønder Kommune, 2019",
        en="“Politik for det frivillige sociale arbejde”, Tønder Kommune, 2019",
    ),
    "S3": Text(da="»Velfærd på flere måder«, 2005", en="“Velfærd på flere måder”, 2005"),
    "S4": Text(
        da="»Dialogen skal styrkes«, Center for frivilligt socialt arbejde",
        en="“Dialogen skal styrkes”, Center for frivilligt socialt arbejde",
    ),
}
PRACTICE = Text(da="god praksis", en="good practice")


def cited(source: str) -> Text:
    """`S3 Tjekliste 10; S1 Nye visioner` in words; what names no source is left as it stands."""
    return Text(*("; ".join(citation(one.strip(), language) for one in source.split(";")) for language in LANGUAGES))


def citation(source: str, language: Language) -> str:
    """One citation: the section, then the work."""
    letters, _, section = source.partition(" ")
    if source == "practice":
        return PRACTICE.said(language)
    if letters not in SOURCES:
        return source
    work = SOURCES[letters].said(language)
    return f"{section} ({work})" if section else work
