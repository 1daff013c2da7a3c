"""A logo is drawn whole or refused in a sentence: nothing broken, nothing huge, nothing that fetches or runs."""

import struct
import zlib
from pathlib import Path

import pytest
from conftest import Runner, example_record

from partnerskab_cli.render.picture import BROKEN, NOT_ALONE, TOO_LARGE, UNKNOWN, find_picture_fault
from partnerskab_cli.text.localized import Text


def piece(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 4, height: int = 4, *, rows: bytes | None = None, kind: bytes = b"\x08\x02", beside: bytes = b"") -> bytes:
    pixels = zlib.compress(rows if rows is not None else (b"\0" + b"\x1b\x49\x65" * width) * height)
    head = struct.pack(">II", width, height) + kind + bytes(3)
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + beside + piece(b"IDAT", pixels) + piece(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + frame + b"\xff\xda\x00\x02\xff\xd9"


def svg(inner: str = '<rect width="9" height="9"/>', size: str = 'viewBox="0 0 9 9"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{inner}</svg>'.encode()


PROFILE = b"x\0\0" + zlib.compress(bytes(60_000_000))

GOOD = {
    "a PNG": png(),
    "a PNG of two colours": png(rows=b"\0\xa0" * 4, kind=b"\x01\x00"),
    "a PNG with a palette": png(rows=b"\0\x1b" * 4, kind=b"\x02\x03", beside=piece(b"PLTE", bytes(12))),
    "a PNG with its size in print": png(beside=piece(b"pHYs", struct.pack(">IIB", 2835, 2835, 1))),
    "a JPEG": jpeg(40, 30),
    "a drawing with an exponent": svg(size='width="1e2" height="4.5e+1mm"'),
    "a drawing nested ten deep": svg("<g>" * 10 + "</g>" * 10),
    "a drawing": svg(),
    "a drawing with its declaration": b'<?xml version="1.0" encoding="utf-8"?>\n' + svg(),
    "a drawing with a mark of its encoding": b"\xef\xbb\xbf" + svg(),
    "a drawing with a style of its own": svg('<style>.a{fill:url(#b)}</style><path class="a" d="M0 0h9v9z"/>'),
    "a drawing that uses a part of itself": svg('<g id="a"><path d="M0 0h9v9z"/></g><use href="#a"/><use xlink:href="#a"/>'),
}
BAD: dict[str, tuple[bytes, Text]] = {
    "nothing": (b"", UNKNOWN),
    "a text": (b"Vores logo", UNKNOWN),
    "a GIF": (b"GIF89a" + bytes(20), UNKNOWN),
    "a page": (b"<html><body/></html>", UNKNOWN),
    "the stub of a PNG": (png()[:24], BROKEN),
    "a PNG without its end": (png()[:-12], BROKEN),
    "a PNG with a damaged letter": (png()[:45] + b"\0" + png()[46:], BROKEN),
    "a PNG whose pixels do not unpack": (png(rows=b"")[:41] + piece(b"IDAT", b"\x78\x9c\xff\xff") + piece(b"IEND", b""), BROKEN),
    "a PNG of no width": (png(0, 4, rows=b""), BROKEN),
    "a PNG of thirty thousand by thirty thousand": (png(30_000, 30_000, rows=bytes(1000)), TOO_LARGE),
    "a PNG that unpacks to more than it says": (png(rows=bytes(16_000_000 * 8 + 1)), BROKEN),
    "a PNG with too few rows": (png(rows=bytes(13 * 3)), BROKEN),
    "a PNG whose last row has an unknown filter": (png(rows=bytes(13 * 3) + b"\7" + bytes(12)), BROKEN),
    "a PNG of three bits": (png(kind=b"\x03\x00"), BROKEN),
    "a PNG of an unknown kind of colour": (png(kind=b"\x08\x05"), BROKEN),
    "a PNG whose palette is missing": (png(rows=bytes(5 * 4), kind=b"\x08\x03"), BROKEN),
    "a PNG whose colour profile unpacks to much": (png(beside=piece(b"iCCP", PROFILE)), BROKEN),
    "a PNG of a million dots to a metre": (png(beside=piece(b"pHYs", struct.pack(">IIB", 2**32 - 1, 1, 1))), BROKEN),
    "a drawing whose size has an exponent": (svg(size='width="1e300" height="1"'), TOO_LARGE),
    "a drawing nested twenty thousand deep": (svg("<g>" * 20_000 + "</g>" * 20_000), NOT_ALONE),
    "a JPEG without its end": (jpeg(4, 4)[:-2], BROKEN),
    "a JPEG of no size": (jpeg(0, 0), BROKEN),
    "a JPEG of sixty thousand by sixty thousand": (jpeg(60_000, 60_000), TOO_LARGE),
    "a drawing cut off": (svg()[:-8], BROKEN),
    "a drawing of no size": (svg(size='width="0" height="9"'), TOO_LARGE),
    "a drawing of a million by a million": (svg(size='width="1000000" height="1000000"'), TOO_LARGE),
    "a drawing with entities": (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"), UNKNOWN),
    "a drawing with entities after its declaration": (b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), NOT_ALONE),
    "a drawing in another encoding": (b'<?xml version="1.0" encoding="utf-7"?>' + svg(), NOT_ALONE),
    "a drawing that runs": (svg("<script>alert(1)</script>"), NOT_ALONE),
    "a drawing that runs when it is touched": (svg('<rect width="9" height="9" onclick="x()"/>'), NOT_ALONE),
    "a drawing with a linked picture": (svg('<image href="file:///etc/passwd"/>'), NOT_ALONE),
    "a drawing with a picture in it": (svg('<image xlink:href="data:image/png;base64,AAAA"/>'), NOT_ALONE),
    "a drawing that uses a part of another": (svg('<use href="other.svg#a"/>'), NOT_ALONE),
    "a drawing with a foreign colour": (svg('<rect fill="url(https://example.org/a.svg#b)"/>'), NOT_ALONE),
    "a drawing with a foreign style": (svg("<style>@import 'https://example.org/a.css';</style>"), NOT_ALONE),
    "a drawing that doubles itself": (svg('<g id="a"/><g id="b"><use href="#a"/></g><g id="c"><use href="#b"/></g>'), NOT_ALONE),
    "a drawing that uses itself a thousand times": (svg('<g id="a"/>' + '<use href="#a"/>' * 1000), NOT_ALONE),
    "a drawing with noise of a hundred thousand octaves": (
        svg('<filter id="f"><feTurbulence numOctaves="100000"/></filter><rect width="9" height="9" filter="url(#f)"/>'),
        NOT_ALONE,
    ),
    "more than two megabytes": (svg(" " * 2_000_000), TOO_LARGE),
}


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_a_good_picture_is_drawn(data: bytes) -> None:
    assert find_picture_fault(data) is None


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD)
def test_a_bad_picture_has_a_reason(data: bytes, reason: Text) -> None:
    assert find_picture_fault(data) == reason


@pytest.mark.parametrize("to", ["html", "pdf", "docx"])
@pytest.mark.parametrize(
    "name", ["the stub of a PNG", "a PNG of no width", "a drawing cut off", "a drawing with a linked picture", "nothing"]
)
def test_a_bad_logo_is_a_sentence_with_its_cure_in_every_format(run: Runner, tmp_path: Path, to: str, name: str) -> None:
    record = example_record(tmp_path)
    (record / "logo").write_bytes(BAD[name][0])
    profile = record / "partnerskab.yaml"
    profile.write_text(f"{profile.read_text('utf-8')}udseende: {{logo: logo}}\n", "utf-8")
    ran = run("render", "kaffe-paa-kanden", "--to", to, "-o", "ud", cwd=record)
    assert ran.code == 2
    assert BAD[name][1].da in " ".join(ran.err.split())
    assert not (record / "ud").exists()


@pytest.mark.parametrize("to", ["html", "pdf", "docx"])
@pytest.mark.parametrize("name", ["a PNG", "a drawing", "a drawing that uses a part of itself"])
def test_a_good_logo_is_drawn_in_every_format(run: Runner, tmp_path: Path, to: str, name: str) -> None:
    record = example_record(tmp_path)
    (record / "logo").write_bytes(GOOD[name])
    profile = record / "partnerskab.yaml"
    profile.write_text(f"{profile.read_text('utf-8')}udseende: {{logo: logo}}\n", "utf-8")
    assert run("render", "kaffe-paa-kanden", "--to", to, "-o", "ud", cwd=record).code == 0


def test_a_logo_that_only_the_drawing_finds_broken_is_a_sentence_too(run: Runner, tmp_path: Path) -> None:
    record = example_record(tmp_path)
    (record / "logo").write_bytes(jpeg(40, 30))
    profile = record / "partnerskab.yaml"
    profile.write_text(f"{profile.read_text('utf-8')}udseende: {{logo: logo}}\n", "utf-8")
    ran = run("render", "kaffe-paa-kanden", "--to", "pdf", "-o", "ud", cwd=record)
    assert ran.code == 2
    assert "Profilens logo kan ikke tegnes i en PDF." in ran.err
    assert not (record / "ud").exists()
