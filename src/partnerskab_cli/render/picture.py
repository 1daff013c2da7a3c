"""Whether a picture can be drawn: whole, of bearable size, and drawing on nothing but itself. PNG, JPEG and SVG."""

import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ..text.localized import Text

MOST_BYTES = 2_000_000
MOST_PIXELS = 16_000_000
"""Four thousand by four thousand; drawing one takes four bytes of memory for each."""
MOST_UNITS = 10_000
"""The width or height of a drawing in its own units."""
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""The bits of a channel that each kind of colour may have (ISO/IEC 15948, table 11.1)."""
INDEXED, LAST_FILTER = 3, 4
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The JPEG markers that say how large the picture is (ITU-T T.81, table B.1)."""
START_OF_SCAN = 0xDA
MOST_USES = 100
"""How often a drawing may use a part of itself again."""
ALIVE = frozenset({"script", "foreignObject", "image", "filter", "animate", "set"})
"""What a drawing may not hold: it runs, fetches, carries another picture, or can be made to reckon without end."""
NUMBER = re.compile(r"[0-9.]+(?:[eE][-+]?[0-9]+)?")
DEEPEST = 100
"""How deep the parts of a drawing may lie in each other."""
MOST_DOTS = 100_000
"""Pixels a metre, the larger of what a PNG may say of its print; one side may have ten times those of the other."""

UNKNOWN = Text(da="det er hverken PNG, JPEG eller SVG", en="it is neither PNG, JPEG nor SVG")
BROKEN = Text(da="billedet er i stykker eller ikke helt", en="the picture is damaged or incomplete")
TOO_LARGE = Text(da="det fylder mere end 2 MB eller 16 millioner billedpunkter", en="it takes more than 2 MB or 16 million pixels")
NOT_ALONE = Text(
    da="tegningen henter eller kører noget, eller den er viklet for meget ind i sig selv",
    en="the drawing fetches or runs something, or refers to itself too deeply",
)


def find_picture_fault(data: bytes) -> Text | None:
    """Why a picture cannot be drawn, if it cannot."""
    if len(data) > MOST_BYTES:
        return TOO_LARGE
    try:
        if data.startswith(PNG):
            return check_pixels(*measure_png(data))
        if data.startswith(JPEG):
            return check_pixels(*measure_jpeg(data))
        return find_drawing_fault(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return UNKNOWN
    except (ValueError, struct.error, zlib.error, ET.ParseError):
        return BROKEN


def check_pixels(width: int, height: int) -> Text | None:
    """What is wrong with the size of a picture."""
    if not width or not height:
        return BROKEN
    return TOO_LARGE if width * height > MOST_PIXELS else None


def measure_png(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG whose pieces are whole (ISO/IEC 15948, 5.3).

    Raises:
        ValueError, struct.error, zlib.error: one is not.

    """
    pieces = list(iter_png_pieces(data))
    width, height, depth, colour, *_, laced = struct.unpack(">IIBBBBB", pieces[0][1])
    kinds = {kind for kind, _ in pieces}
    if (
        pieces[0][0] != b"IHDR"
        or pieces[-1][0] != b"IEND"
        or depth not in DEPTHS.get(colour, ())
        or (colour == INDEXED and b"PLTE" not in kinds)
    ):
        raise ValueError
    for profile in (content for kind, content in pieces if kind == b"iCCP"):
        check_inflated(profile.partition(b"\0")[2][1:], 0, MOST_BYTES)
    for across, down, _ in (struct.unpack(">IIB", content) for kind, content in pieces if kind == b"pHYs"):
        if max(across, down) > min(MOST_DOTS, 10 * min(across, down)):
            raise ValueError
    if width * height <= MOST_PIXELS:
        row = 1 + (width * CHANNELS[colour] * depth + 7) // 8
        pixels = b"".join(content for kind, content in pieces if kind == b"IDAT")
        check_inflated(pixels, 1 if laced else row * height, MOST_PIXELS * 8, 0 if laced else row)
    return width, height


def iter_png_pieces(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the content of each piece.

    Raises:
        ValueError, struct.error: a piece is cut off or damaged.

    """
    place = len(PNG)
    kind = b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, place + 8 + length)
        if checksum != zlib.crc32(kind + content):
            raise ValueError
        yield kind, content
        place += length + 12


def check_inflated(data: bytes, least: int, most: int, row: int = 0) -> None:
    """Unpack a stream without keeping it; each `row` of pixels begins with the number of its filter.

    Raises:
        ValueError, zlib.error: it is damaged, incomplete, or holds less or more than it may.

    """
    stream, length = zlib.decompressobj(), 0
    while not stream.eof:
        piece = stream.decompress(data, 1 << 16)
        data = stream.unconsumed_tail
        if row and max(piece[-length % row :: row], default=0) > LAST_FILTER:
            raise ValueError
        length += len(piece)
        if length > most or not (piece or data):
            raise ValueError
    if length < least:
        raise ValueError


def measure_jpeg(data: bytes) -> tuple[int, int]:
    """Width and height of a JPEG (ITU-T T.81, B.2.2).

    Raises:
        ValueError, struct.error: it has none, or does not end.

    """
    if b"\xff\xd9" not in data[-64:]:
        raise ValueError
    place = 2
    while True:
        sign, marker, length = struct.unpack_from(">BBH", data, place)
        if sign != 0xFF or marker == START_OF_SCAN:  # noqa: PLR2004 - every marker begins so
            raise ValueError
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        place += length + 2


def find_drawing_fault(text: str) -> Text | None:
    """Why an SVG cannot be drawn, if it cannot.

    Raises:
        ParseError: it is no XML.

    """
    if not text.lstrip().startswith(("<svg", "<?xml", "<!--")):
        return UNKNOWN
    if "<!DOCTYPE" in text or "<!ENTITY" in text or re.match(r"\s*<\?xml[^>]*encoding=(?![\"']utf-8)", text, re.IGNORECASE):
        return NOT_ALONE
    root = ET.fromstring(text)  # noqa: S314 - no entity can be declared without a DOCTYPE
    if name_of(root) != "svg":
        return UNKNOWN
    if not is_bearable(root):
        return TOO_LARGE
    if is_deep(root):
        return NOT_ALONE
    return None if is_self_contained(root) else NOT_ALONE


def name_of(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_bearable(root: ET.Element) -> bool:
    """Whether the size of a drawing is one that can be drawn."""
    given = [root.get("width", "1"), root.get("height", "1"), *re.split("[ ,]+", root.get("viewBox", "0 0 1 1").strip())[2:]]
    sizes = [float(match[0]) for match in map(NUMBER.match, given) if match]
    return len(sizes) == len(given) and all(0 < size <= MOST_UNITS for size in sizes)


def is_deep(root: ET.Element) -> bool:
    """Whether its parts lie deeper in each other than a drawing needs."""
    level = [root]
    for _ in range(DEEPEST):
        level = [part for element in level for part in element]
    return bool(level)


def is_self_contained(root: ET.Element) -> bool:
    """Whether a drawing runs nothing, fetches nothing and uses no part of itself that uses another in turn."""
    elements = list(root.iter())
    uses = [element for element in elements if name_of(element) == "use"]
    parts = {element.get("id"): element for element in elements if element.get("id")}
    if len(uses) > MOST_USES or any(is_alive(element) for element in elements):
        return False
    used = (parts.get(get_href(use)[1:]) for use in uses)
    return not any(name_of(inner) == "use" for part in used if part is not None for inner in part.iter())


def is_alive(element: ET.Element) -> bool:
    """Whether an element runs something, or takes something from elsewhere."""
    words = [element.text or "", *element.attrib.values()]
    return (
        name_of(element) in ALIVE
        or get_href(element)[:1] not in {"", "#"}
        or any(name.lower().startswith("on") for name in element.attrib)
        or any("@import" in word or re.search(r"url\(\s*[\"']?[^#\"'\s]", word) for word in words)
    )


def get_href(element: ET.Element) -> str:
    """What an element refers to."""
    return next((value for name, value in element.attrib.items() if name.rpartition("}")[2] == "href"), "")
