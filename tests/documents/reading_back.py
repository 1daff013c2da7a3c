"""Documents read back by other people's parsers: what stands where, and whether anything in it is alive."""

import io
import re
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

import docx
import html5lib
import pikepdf
import pypdf
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from markdown_it.token import Token


class Piece(NamedTuple):
    """Words, and where in the structure they stand."""

    place: str
    text: str


Pieces: TypeAlias = tuple[Piece, ...]


def told(place: str, text: str) -> Piece:
    """Words without the breaks of lines."""
    return Piece(place, " ".join(text.split()))


# HTML, by the rules of a browser

ELEMENTS = frozenset({
    "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "footer", "p", "h1", "h2", "h3", "h4", "h5",
    "h6", "div", "dl", "dt", "dd", "ol", "ul", "li", "span", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "time",
    "strong", "br", "img", "a", "wbr", "bdi",
})  # fmt: skip
ATTRIBUTES = frozenset({
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "tabindex", "href", "aria-label", "aria-labelledby", "scope",
    "data-label", "datetime", "src", "alt",
})  # fmt: skip
FOLLOWED = re.compile(r"(https?|mailto|tel):|#")


def from_html(data: bytes) -> Pieces:
    """The page as a browser has it: every element and attribute, and the words between them. A link, and what a line may be broken in, is only its words."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=True)
    tree: ET.Element = parser.parse(data.decode())
    found = groupby(in_html(tree), key=lambda one: one.place)
    return tuple(told(place, "".join(one.text for one in pieces)) for place, pieces in found)


def in_html(tree: ET.Element, above: str = "", number: int = 0) -> Iterator[Piece]:
    assert isinstance(tree.tag, str), f"a comment: {tree.text!r}"
    here = above if is_words(tree) else f"{above}/{number}:{tree.tag}"
    for key, value in sorted(tree.attrib.items()):
        if here != above:
            yield Piece(f"{here}@{key}", re.sub(r"sha256-[\w+/=]+", "", value))
    yield Piece(here, unescaped(tree.text or "") if tree.tag == "style" else tree.text or "")
    for place, one in enumerate(tree):
        yield from in_html(one, here, sum(not is_words(before) for before in list(tree)[:place]))
        yield Piece(here, one.tail or "")


def is_words(tree: ET.Element) -> bool:
    """Whether an element only says of words where they lead, where they may be broken, or which way they are read."""
    return tree.tag in {"a", "bdi", "wbr"} or tree.get("class") == "long"


def unescaped(sheet: str) -> str:
    """A style sheet with the letters that it names by number."""
    return re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), sheet)


def dead_html(data: bytes) -> None:
    """Nothing in a page acts, fetches or leads anywhere but to a page, a mailbox or itself, and its one style is the one it names."""
    tree: ET.Element = html5lib.parse(data.decode(), treebuilder="etree", namespaceHTMLElements=False)
    every = list(tree.iter())
    assert {one.tag for one in every} <= ELEMENTS
    assert {key for one in every for key in one.attrib} <= ATTRIBUTES
    assert [one.get("href") for one in tree.iter("a") if not FOLLOWED.match(one.get("href", ""))] == []
    assert [one for one in tree.iter("img") if not one.get("src", "").startswith("data:image/")] == []
    (style,) = tree.iter("style")
    (policy,) = [one.get("content", "") for one in tree.iter("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert f"style-src 'sha256-{b64encode(sha256((style.text or '').encode()).digest()).decode()}'" in policy


# Markdown, as its readers on the web show it


def from_markdown(data: bytes) -> Pieces:
    """Every block with its depth, and of its words those that are words; anything else in it becomes part of its place."""
    return tuple(told(f"{one.level}:{one.type}:{one.tag}{marks(one)}", words(one)) for one in tokens(data))


def tokens(data: bytes) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(data.decode())


BREAKS = ("softbreak", "hardbreak")
QUIET = frozenset({"text", "text_special", *BREAKS, "link_open", "link_close"})
"""What a line may hold without any mark of its own; a link is only its words."""


def words(token: Token) -> str:
    return "".join("\n" if one.type in BREAKS else one.content for one in token.children or ()) or token.content * (not token.children)


def marks(token: Token) -> str:
    return "".join(f" {one.type}" for one in token.children or () if one.type not in QUIET)


def dead_markdown(data: bytes) -> None:
    """No HTML but the line that says whose it is, no picture, no link but to a page or a mailbox."""
    blocks = tokens(data)
    every = [*blocks, *(child for one in blocks for child in one.children or ())]
    assert [one.content[:17] for one in every if one.type.startswith("html")] == ["<!-- partnerskab:"]
    assert not [one for one in every if one.type in {"image", "fence", "code_block", "code_inline"}]
    assert [one.attrs["href"] for one in every if one.type == "link_open" and not FOLLOWED.match(str(one.attrs["href"]))] == []


# Word, by the library that writes it and by the package itself


def from_word(data: bytes) -> Pieces:
    """Every paragraph of the text, the headers and the footers with its style, and whether it stands in a table; and the title."""
    paper = docx.Document(io.BytesIO(data))
    edges = [part._element for section in paper.sections for part in (section.header, section.footer)]  # noqa: SLF001 - the library's own way in
    found = [
        told(f"{style_of(one)}{' in a cell' if next(one.iterancestors(qn('w:tc')), None) is not None else ''}", "".join(runs(one)))
        for root in (paper.element.body, *edges)
        for one in root.iter(qn("w:p"))
    ]
    return (told("title", paper.core_properties.title), *found)


def style_of(paragraph: ET.Element) -> str:
    return next((str(one.get(qn("w:val"))) for one in paragraph.iter(qn("w:pStyle"))), "Normal")


def runs(paragraph: ET.Element) -> Iterator[str]:
    for one in paragraph.iter():
        if one.tag in {qn("w:t"), qn("w:tab"), qn("w:br")}:
            yield one.text or "" if one.tag == qn("w:t") else " "


FIELDS = frozenset({"PAGE", "NUMPAGES"})


def dead_word(data: bytes) -> None:
    """No field but page numbers, nothing taken in from elsewhere, no link but to a page or a mailbox, nothing that runs."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        texts = {name: ET.fromstring(packed.read(name)) for name in names if name.endswith((".xml", ".rels"))}  # noqa: S314 - our own file
    every = [one for tree in texts.values() for one in tree.iter()]
    assert not [name for name in names if re.search(r"vba|macro|embed|activeX|altChunk", name, re.IGNORECASE)]
    assert {(one.text or "").strip() for one in every if one.tag == qn("w:instrText")} <= FIELDS
    assert not [
        one.tag
        for one in every
        if one.tag in {qn("w:fldSimple"), qn("w:altChunk"), qn("w:object"), qn("w:vanish"), qn("w:del"), qn("w:comment")}
    ]
    away = [one.get("Target", "") for one in every if one.get("TargetMode") == "External"]
    assert [one for one in away if not re.match("https?:|mailto:", one)] == []


# PDF: its structure as it is read aloud

PARTED = frozenset({
    "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LI", "/TD", "/TH", "/Caption", "/TOCI", "/Div", "/Table", "/TR", "/L",
})  # fmt: skip
"""The elements that part one text from the next; all others only mark words in it."""
Texts: TypeAlias = Mapping[tuple[tuple[int, int], int], str]
"""The words of a page's marked stretches, by the page and the number of the stretch."""


def from_pdf(data: bytes) -> Pieces:
    """The words of every paragraph, heading, point and cell in the order of reading, without blanks; the title and the bookmarks."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    known = [Piece("title", str(reader.metadata.title if reader.metadata else ""))]
    named = [Piece("bookmark", str(one.title)) for one in flat(reader.outline)]
    with pikepdf.open(io.BytesIO(data)) as opened:
        texts = {(page.obj.objgen, number): text for page in opened.pages for number, text in stretches(page).items()}
        found = groupby(structure(opened.Root.StructTreeRoot, texts), key=lambda one: one.place)
        read = [Piece(place.rpartition(" ")[2], right_to_left("".join(one.text for one in pieces))) for place, pieces in found]
    return tuple(one._replace(text=text) for one in (*known, *named, *read) if (text := "".join(one.text.split())))


def flat(outline: object) -> Iterator[pypdf.generic.Destination]:
    for one in outline if isinstance(outline, list) else ():
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield one


def structure(node: pikepdf.Object, texts: Texts, place: str = "", page: tuple[int, int] = (0, 0)) -> Iterator[Piece]:
    """The words of an element and of those in it, by where it stands."""
    held = node.get("/K")
    kind = str(node.get("/S", ""))
    page = node.Pg.objgen if "/Pg" in node else page
    place = f"{place.partition(' ')[0]}/{node.objgen[0]} {kind}" if kind in PARTED or not place else place
    for one in list(held) if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield from structure(one, texts, place, page)
        elif isinstance(one, pikepdf.Dictionary) and "/MCID" in one:
            yield Piece(place, texts[one.Pg.objgen if "/Pg" in one else page, int(one.MCID)])
        elif isinstance(one, int):
            yield Piece(place, texts[page, int(one)])


def stretches(page: pikepdf.Page) -> dict[int, str]:
    """What the marked stretches of a page say: what they say that they mean, else the meanings of their letters."""
    meanings: Mapping[str, str] = {}
    known = {name: letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    open_now: list[tuple[int | None, bool]] = []
    found: dict[int, str] = {}

    def say(text: str) -> None:
        number = next((number for number, _ in reversed(open_now) if number is not None), None)
        if number is not None:
            found[number] = found.get(number, "") + text

    for one in pikepdf.parse_content_stream(page):
        name = str(one.operator)
        if name in {"BDC", "BMC"}:
            marked = one.operands[-1] if isinstance(one.operands[-1], pikepdf.Dictionary) else pikepdf.Dictionary()
            open_now.append((int(marked.MCID) if "/MCID" in marked else None, "/ActualText" in marked))
            say(str(marked.get("/ActualText", "")))
        elif name == "EMC":
            open_now.pop()
        elif name == "Tf":
            meanings = known[str(one.operands[0])]
        elif name in {"Tj", "TJ"} and not any(meant for _, meant in open_now):
            shown = one.operands[0] if name == "TJ" else [one.operands[0]]
            codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
            say("".join(meanings[codes[at : at + 2].hex()] for at in range(0, len(codes), 2)))
    return found


def letters(font: pikepdf.Object) -> Mapping[str, str]:
    """What each number of a font means."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    single = re.findall(r"^<(\w{4})> *<(\w+)>$", table, re.MULTILINE)
    ranges = re.findall(r"^<(\w{4})> *<(\w{4})> *<(\w+)>$", table, re.MULTILINE)
    made = {f"{int(code, 16):04x}": bytes.fromhex(meant).decode("utf-16-be") for code, meant in single}
    for first, last, meant in ranges:
        start = bytes.fromhex(meant).decode("utf-16-be")
        made |= {
            f"{code:04x}": start[:-1] + chr(ord(start[-1]) + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)
        }
    return made


def right_to_left(text: str) -> str:
    """Without the hyphens of the typesetter, which are soft, and with what is read from the right, and stands in the order of the page, turned."""
    return re.sub("[\u0590-\u08ff]+", lambda match: match[0][::-1], text.replace("\u00ad", ""))


ALIVE = frozenset({
    "/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFiles", "/EF", "/RichMedia", "/SubmitForm", "/ImportData",
    "/GoToR", "/GoToE", "/AcroForm",
})  # fmt: skip


def dead_pdf(data: bytes) -> None:
    """No action but leading to a page or a mailbox, no other annotation than such a link, nothing attached."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        every = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        assert not {name for one in every for name in one.keys()} & ALIVE  # noqa: SIM118 - a PDF dictionary is no dict
        notes = [note for page in opened.pages for note in page.get("/Annots", [])]
        assert {str(note.Subtype) for note in notes} <= {"/Link"}
        acts = [note.A for note in notes if "/A" in note]
        assert {str(act.S) for act in acts} <= {"/URI", "/GoTo"}
        assert [str(act.URI) for act in acts if "/URI" in act and not re.match("https?:|mailto:", str(act.URI))] == []


class Reader(NamedTuple):
    """How a format is read back."""

    pieces: Callable[[bytes], Pieces]
    dead: Callable[[bytes], None]


READERS: Mapping[str, Reader] = {
    "html": Reader(from_html, dead_html),
    "md": Reader(from_markdown, dead_markdown),
    "docx": Reader(from_word, dead_word),
    "pdf": Reader(from_pdf, dead_pdf),
}
