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
    result = groupby(in_html(tree), key=lambda piece: piece.place)
    return tuple(told(place, "".join(piece.text for piece in pieces)) for place, pieces in result)


def in_html(tree: ET.Element, above: str = "", number: int = 0) -> Iterator[Piece]:
    assert isinstance(tree.tag, str), f"a comment: {tree.text!r}"
    here = above if is_words(tree) else f"{above}/{number}:{tree.tag}"
    for key, value in sorted(tree.attrib.items()):
        if here != above:
            yield Piece(f"{here}@{key}", re.sub(r"sha256-[\w+/=]+", "", value))
    yield Piece(here, unescaped(tree.text or "") if tree.tag == "style" else tree.text or "")
    for place, element in enumerate(tree):
        yield from in_html(element, here, sum(not is_words(before) for before in list(tree)[:place]))
        yield Piece(here, element.tail or "")


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
    assert {element.tag for element in every} <= ELEMENTS
    assert {key for element in every for key in element.attrib} <= ATTRIBUTES
    assert [element.get("href") for element in tree.iter("a") if not FOLLOWED.match(element.get("href", ""))] == []
    assert [element for element in tree.iter("img") if not element.get("src", "").startswith("data:image/")] == []
    (style,) = tree.iter("style")
    (policy,) = [element.get("content", "") for element in tree.iter("meta") if element.get("http-equiv") == "Content-Security-Policy"]
    assert f"style-src 'sha256-{b64encode(sha256((style.text or '').encode()).digest()).decode()}'" in policy


# Markdown, as its readers on the web show it


def from_markdown(data: bytes) -> Pieces:
    """Every block with its depth, and of its words those that are words; anything else in it becomes part of its place."""
    return tuple(told(f"{token.level}:{token.type}:{token.tag}{marks(token)}", words(token)) for token in tokens(data))


def tokens(data: bytes) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(data.decode())


BREAKS = ("softbreak", "hardbreak")
QUIET = frozenset({"text", "text_special", *BREAKS, "link_open", "link_close"})
"""What a line may hold without any mark of its own; a link is only its words."""


def words(token: Token) -> str:
    return "".join("\n" if child.type in BREAKS else child.content for child in token.children or ()) or token.content * (
        not token.children
    )


def marks(token: Token) -> str:
    return "".join(f" {child.type}" for child in token.children or () if child.type not in QUIET)


def dead_markdown(data: bytes) -> None:
    """No HTML but the line that says whose it is, no picture, no link but to a page or a mailbox."""
    blocks = tokens(data)
    every = [*blocks, *(child for block in blocks for child in block.children or ())]
    assert [token.content[:17] for token in every if token.type.startswith("html")] == ["<!-- partnerskab:"]
    assert not [token for token in every if token.type in {"image", "fence", "code_block", "code_inline"}]
    assert [token.attrs["href"] for token in every if token.type == "link_open" and not FOLLOWED.match(str(token.attrs["href"]))] == []


# Word, by the library that writes it and by the package itself


def from_word(data: bytes) -> Pieces:
    """Every paragraph of the text, the headers and the footers with its style, and whether it stands in a table; and the title."""
    paper = docx.Document(io.BytesIO(data))
    edges = [part._element for section in paper.sections for part in (section.header, section.footer)]  # noqa: SLF001 - the library's own way in
    pieces = [
        told(
            f"{style_of(element)}{' in a cell' if next(element.iterancestors(qn('w:tc')), None) is not None else ''}",
            "".join(runs(element)),
        )
        for root in (paper.element.body, *edges)
        for element in root.iter(qn("w:p"))
    ]
    return (told("title", paper.core_properties.title), *pieces)


def style_of(paragraph: ET.Element) -> str:
    return next((str(element.get(qn("w:val"))) for element in paragraph.iter(qn("w:pStyle"))), "Normal")


def runs(paragraph: ET.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag in {qn("w:t"), qn("w:tab"), qn("w:br")}:
            yield element.text or "" if element.tag == qn("w:t") else " "


FIELDS = frozenset({"PAGE", "NUMPAGES"})


def dead_word(data: bytes) -> None:
    """No field but page numbers, nothing taken in from elsewhere, no link but to a page or a mailbox, nothing that runs."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        texts = {name: ET.fromstring(packed.read(name)) for name in names if name.endswith((".xml", ".rels"))}  # noqa: S314 - our own file
    every = [element for tree in texts.values() for element in tree.iter()]
    assert not [name for name in names if re.search(r"vba|macro|embed|activeX|altChunk", name, re.IGNORECASE)]
    assert {(element.text or "").strip() for element in every if element.tag == qn("w:instrText")} <= FIELDS
    assert not [
        element.tag
        for element in every
        if element.tag in {qn("w:fldSimple"), qn("w:altChunk"), qn("w:object"), qn("w:vanish"), qn("w:del"), qn("w:comment")}
    ]
    away = [element.get("Target", "") for element in every if element.get("TargetMode") == "External"]
    assert [word for word in away if not re.match("https?:|mailto:", word)] == []


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
    named = [Piece("bookmark", str(destination.title)) for destination in flat(reader.outline)]
    with pikepdf.open(io.BytesIO(data)) as opened:
        texts = {(page.obj.objgen, number): text for page in opened.pages for number, text in stretches(page).items()}
        result = groupby(structure(opened.Root.StructTreeRoot, texts), key=lambda piece: piece.place)
        read = [Piece(place.rpartition(" ")[2], right_to_left("".join(piece.text for piece in pieces))) for place, pieces in result]
    return tuple(piece._replace(text=text) for piece in (*known, *named, *read) if (text := "".join(piece.text.split())))


def flat(outline: object) -> Iterator[pypdf.generic.Destination]:
    for item in outline if isinstance(outline, list) else ():
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


def structure(node: pikepdf.Object, texts: Texts, place: str = "", page: tuple[int, int] = (0, 0)) -> Iterator[Piece]:
    """The words of an element and of those in it, by where it stands."""
    held = node.get("/K")
    kind = str(node.get("/S", ""))
    page = node.Pg.objgen if "/Pg" in node else page
    place = f"{place.partition(' ')[0]}/{node.objgen[0]} {kind}" if kind in PARTED or not place else place
    for obj in list(held) if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(obj, pikepdf.Dictionary) and "/S" in obj:
            yield from structure(obj, texts, place, page)
        elif isinstance(obj, pikepdf.Dictionary) and "/MCID" in obj:
            yield Piece(place, texts[obj.Pg.objgen if "/Pg" in obj else page, int(obj.MCID)])
        elif isinstance(obj, int):
            yield Piece(place, texts[page, int(obj)])


def stretches(page: pikepdf.Page) -> dict[int, str]:
    """What the marked stretches of a page say: what they say that they mean, else the meanings of their letters."""
    meanings: Mapping[str, str] = {}
    known = {name: letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    open_now: list[tuple[int | None, bool]] = []
    matches: dict[int, str] = {}

    def say(text: str) -> None:
        number = next((number for number, _ in reversed(open_now) if number is not None), None)
        if number is not None:
            matches[number] = matches.get(number, "") + text

    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            marked = instruction.operands[-1] if isinstance(instruction.operands[-1], pikepdf.Dictionary) else pikepdf.Dictionary()
            open_now.append((int(marked.MCID) if "/MCID" in marked else None, "/ActualText" in marked))
            say(str(marked.get("/ActualText", "")))
        elif name == "EMC":
            open_now.pop()
        elif name == "Tf":
            meanings = known[str(instruction.operands[0])]
        elif name in {"Tj", "TJ"} and not any(meant for _, meant in open_now):
            shown = instruction.operands[0] if name == "TJ" else [instruction.operands[0]]
            codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
            say("".join(meanings[codes[at : at + 2].hex()] for at in range(0, len(codes), 2)))
    return matches


def letters(font: pikepdf.Object) -> Mapping[str, str]:
    """What each number of a font means."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    single = re.findall(r"^<(\w{4})> *<(\w+)>$", table, re.MULTILINE)
    ranges = re.findall(r"^<(\w{4})> *<(\w{4})> *<(\w+)>$", table, re.MULTILINE)
    results = {f"{int(code, 16):04x}": bytes.fromhex(meant).decode("utf-16-be") for code, meant in single}
    for first, last, meant in ranges:
        start = bytes.fromhex(meant).decode("utf-16-be")
        results |= {
            f"{code:04x}": start[:-1] + chr(ord(start[-1]) + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)
        }
    return results


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
        every = [obj for obj in opened.objects if isinstance(obj, pikepdf.Dictionary)]
        assert not {name for dictionary in every for name in dictionary.keys()} & ALIVE  # noqa: SIM118 - a PDF dictionary is no dict
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
