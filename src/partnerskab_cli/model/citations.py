"""The sources by the letters that fields, rules and guidance cite them with, and how a citation reads."""

from ..text.localized import LANGUAGES, Language, Text

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


def cite_sources(source: str) -> Text:
    """`S3 Tjekliste 10; S1 Nye visioner` in words, the sections of one work together; what names no source is left as it stands."""
    works: dict[str, list[str]] = {}
    for part in source.split("; "):
        letters, _, section = part.partition(" ")
        known = letters in SOURCES
        works.setdefault(letters if known else part, []).extend([section] if known and section else [])
    return Text(*("; ".join(format_citation(work, sections, language) for work, sections in works.items()) for language in LANGUAGES))


def format_citation(work: str, sections: list[str], language: Language) -> str:
    """The sections, then the work."""
    if work == "practice":
        return PRACTICE.localize(language)
    name = SOURCES[work].localize(language) if work in SOURCES else work
    return f"{', '.join(sections)} ({name})" if sections else name
