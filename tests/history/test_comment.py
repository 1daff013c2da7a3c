"""The comment for a pull request: the verdict first, nothing alive in it, never too long."""

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from telling import BASE, edited, sheet

from partnerskab_cli.difference import Difference
from partnerskab_cli.formats.diff_markdown import render
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.history.versions import build_difference, match_versions

LONGEST = 60_000
"""Letters; GitHub takes 65,536, and has some of its own to add."""
MANY = 150
Edits = list[tuple[str, str]]


def compared(*edits: tuple[str, str], old: str = "main", new: str = "HEAD", base: str = BASE) -> Difference:
    return build_difference(old, new, match_versions([sheet(base)], [sheet(edited(*edits, text=base))]), "da")


def comment(*edits: tuple[str, str], old: str = "main", base: str = BASE) -> str:
    return render(compared(*edits, old=old, base=base), TerminalStyle("da"))


def test_a_comment_begins_with_the_verdict_and_tells_each_change() -> None:
    assert comment(("  varsel: 5 måneder", "  varsel: 1 måned"), ("tovholder: lampepasseren", "tovholder: formanden")) == (
        "**1 aftale er ændret: 1 væsentligt. 1 aftale skal underskrives igen.**\n\n"
        "Fra main til HEAD.\n\n"
        "### fuld-aftale · Lanterneholdet i Bredebro\n\n"
        "- Skal skrive under igen: Tønder Kommune.\n\n"
        "- **Organisering · Tovholder**: »lampepasseren« → »formanden« (indhold, tjekliste 5)\n"
        "- **Ophør · Opsigelsesvarsel**: 5 måneder → 1 måned, kortere (væsentlig, tjekliste 10)\n"
    )


def test_no_change_is_one_sentence() -> None:
    assert comment() == "**Ingen ændring i betydning.**\n\nFra main til HEAD.\n"


LONG = "Vi går en tur hver aften, når mørket falder på, og tænder lygterne en for en, indtil hele stien er lyst op. " * 3


def test_a_long_text_is_told_word_by_word_behind_a_fold() -> None:
    base = edited(("nye_parter: Andre må bære med, når de siger hej.", f"nye_parter: {LONG}"))
    result = comment((("lygterne en for en, indtil hele stien er lyst op. Vi går en tur hver aften, når mørket falder på, og tænder "
                     "lygterne en for en, indtil hele stien er lyst op. Vi"), "lamperne en for en, indtil stien er lyst op. Vi"), base=base)  # fmt: skip
    assert "- **Nye parter** (væsentlig)\n" in result
    assert "<details>\n<summary>Nye parter: ord for ord</summary>\n\n**Nye parter**: Vi går en tur" in result
    assert "~~lygterne~~ **lamperne**" in result
    assert result.endswith("\n\n</details>\n")


def test_editorial_changes_are_folded_away_together() -> None:
    result = comment(
        ("område: [ældre, ensomhed]", "område: [ensomhed, ældre]"), ("Broen fik sin første lampe.", "Broen fik sin første lampe")
    )
    assert "<summary>2 redaktionelle ændringer</summary>" in result


EVIL = [
    "@somebody se her",
    "hej @org/team",
    "closes #12",
    "fixes org/repo#3",
    "GH-7",
    "https://ond.example/sti",
    "www.ond.example",
    "ond@mail.example",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details><details open>",
    "</summary>",
    "<!-- skjul resten",
    "```",
    "~~~",
    "**fed** og *kursiv* og ~~væk~~",
    "[her](javascript:alert(1))",
    "![billede](https://ond.example/p.png)",
    "| a | b |",
    "# overskrift",
    "- punkt",
    "- [x] godkendt",
    "1. punkt",
    "> citat",
    "--- ---",
    "===",
    "&lt;b&gt; &#64;navn",
    "[^1] [ref]: https://ond.example",
    "$x^2$ og $$y$$",
    "/close",
    "!12 ~bug %v1 &5",
    "$(touch x) `touch x`",
    "\\",
    "\\@navn \\# \\<b>",
    "e\u202evil\u202c og \u200bskjult",
    ":tada: :warning:",
    "_under_ __streg__",
    "{{ 7*7 }} {% raw %}",
]
PLACES: list[Callable[[str], Edits]] = [
    lambda evil: [("titel: Lanterneholdet i Bredebro", f"titel: {quoted(evil)}"), ("grad: 2", "grad: 3")],
    lambda evil: [("formål: At ingen går alene hjem i mørke.", f"formål: {quoted(evil)}")],
    lambda evil: [("navn: Lygtetænderne", f"navn: {quoted(evil)}")],
    lambda evil: [("navn: Lygtetænderne", f"navn: {quoted(evil + ' ' + LONG)}")],
    lambda evil: [("geografi: [Bredebro, Rømø]", f"geografi: [Bredebro, Rømø, {quoted(evil)}]")],
    lambda evil: [
        (
            "nye_parter: Andre må bære med, når de siger hej.",
            f"nye_parter: Andre må bære med, når de {quoted(evil)[1:-1]} siger hej til alle de andre.",
        )
    ],
]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def shape(text: str) -> list[str]:
    """What a reader of Markdown makes of a comment: every block and every mark, without the words."""
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    words = []
    for token in reader.parse(text):
        words.append(token.type)
        words += [
            f"{child.type} {child.content}" if child.type == "html_inline" else child.type
            for child in token.children or ()
            if child.type != "text"
        ]
        words += [token.content] if token.type == "html_block" and token.content.startswith(("<details", "</details")) else []
    return [word for word in words if word != "text_special"]


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("place", range(len(PLACES) - 1))
def test_nothing_that_somebody_wrote_comes_alive(evil: str, place: int) -> None:
    wild, tame = (comment(*PLACES[place](words)) for words in (evil, "et ord"))
    assert shape(wild) == shape(tame)


@pytest.mark.parametrize("evil", EVIL)
def test_nobody_is_called_and_nothing_is_linked(evil: str) -> None:
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    for place in PLACES[:-1]:
        words = "".join(
            child.content
            for token in reader.parse(comment(*place(evil)))
            for child in token.children or ()
            if child.type in {"text", "text_special"}
        )
        assert "ond" in words or "ond" not in evil
        assert not re.search(r"@\w|#\d|GH-\d|://|www\.\w|[!~%&]\d", words), words


@pytest.mark.parametrize("evil", EVIL)
def test_no_line_of_a_comment_begins_with_what_somebody_wrote(evil: str) -> None:
    starts = ("**", "Fra ", "### ", "- ", "<details>", "<summary>", "</details>")
    for place in PLACES[:-1]:
        assert all(not line or line.startswith(starts) for line in comment(*place(evil)).split("\n"))


@pytest.mark.parametrize("name", ["@somebody", "x;touch${IFS}y", "<b>", "feature/#12", "`x y`"])
def test_the_name_of_a_revision_is_text_too(name: str) -> None:
    assert shape(comment(old=name)) == shape(comment(old="main"))


def test_a_comment_is_never_too_long() -> None:
    whole = " ".join(f"ord{number}" for number in range(9000))
    result = comment(("formål: At ingen går alene hjem i mørke.", f"formål: {whole}"))
    assert len(result) <= LONGEST
    assert "1 aftale er for lange til at stå her" in result
    assert "### fuld-aftale" in result


def test_many_changes_keep_the_verdict_and_the_heaviest() -> None:
    many = [sheet(BASE.replace("id: fuld-aftale", f"id: nr-{number}")) for number in range(MANY)]
    light = ("titel: Lanterneholdet i Bredebro", "titel: " + "Et nyt navn til det hele. " * 20)
    heavy = ("  varsel: 5 måneder", "  varsel: 1 måned")
    after = [
        sheet(edited(light, *([heavy] if number == MANY - 1 else []), text=BASE.replace("id: fuld-aftale", f"id: nr-{number}")))
        for number in range(MANY)
    ]
    paths = [
        (source._replace(path=f"nr-{number}.yaml"), two._replace(path=f"nr-{number}.yaml"))
        for number, (source, two) in enumerate(zip(many, after, strict=True))
    ]
    result = render(
        build_difference("a", "b", match_versions([source for source, _ in paths], [two for _, two in paths]), "da"), TerminalStyle("da")
    )
    assert len(result) <= LONGEST
    assert result.startswith(f"**{MANY} aftaler er ændret: 1 væsentligt og {MANY - 1} i indhold.")
    assert result.index(f"### nr-{MANY - 1} ") < result.index("### nr-0 ")
    assert "aftaler er for lange til at stå her; partnerskab diff viser alt." in result
