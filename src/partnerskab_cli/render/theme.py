"""How a municipality's documents look: its name, logo, colour and typeface, made fit for every reader."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..profile.profile import Profile
from ..text.localized import Language

BRAND = "#1b4965"
"""A sober blue where the profile names no colour."""
PAPER, NIGHT = "#ffffff", "#14181c"
"""What light and dark pages stand on."""
LEGIBLE = 5.5
"""The contrast that words in the municipality's colour have at least; WCAG 2.1 asks for 4.5, and panels are a shade off the page."""
STEPS = 50
KINDS = ((b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"<svg", "image/svg+xml"), (b"<?xml", "image/svg+xml"))
Colour = tuple[int, int, int]


class DocumentTheme(NamedTuple):
    """What documents take from the profile."""

    municipality: str = ""
    logo: str = ""
    """The picture itself, as a data: address."""
    picture: bytes = b""
    """The same picture as it lies in its file."""
    brand: str = BRAND
    on_paper: str = BRAND
    """The colour dark enough for words on white."""
    on_night: str = "#8ecae6"
    """The colour light enough for words on a dark page."""
    typeface: str = ""
    accessibility: str = ""
    """Where the accessibility statement is."""


def build_theme(profile: Profile, logo: bytes | None = None) -> DocumentTheme:
    """The look of a profile, with the bytes of its logo."""
    own = profile.appearance
    brand = (own and own.colour) or BRAND
    return DocumentTheme(
        profile.municipality or "",
        encode_picture(logo) if logo else "",
        logo if logo and encode_picture(logo) else b"",
        brand,
        ensure_contrast(brand, PAPER, darken),
        ensure_contrast(brand, NIGHT, lighten),
        re.sub(r"[^\w \-]", "", (own and own.typeface) or "").strip(),
        profile.accessibility_statement or "",
    )


def encode_picture(data: bytes) -> str:
    """A picture as an address that holds it; nothing for what is no PNG, JPEG or SVG."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    kind = next((kind for sign, kind in KINDS if start.startswith(sign)), None)
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}" if kind else ""


def ensure_contrast(colour: str, ground: str, step: Callable[[Colour, int], Colour]) -> str:
    """The nearest shade of a colour that reads well on a ground."""
    shades = [format_color(step(parse_color(colour), at)) for at in range(STEPS + 1)]
    return next((shade for shade in shades if compute_contrast(shade, ground) >= LEGIBLE), shades[-1])


def darken(colour: Colour, at: int) -> Colour:
    """A colour on its way to black."""
    red, green, blue = (part * (STEPS - at) // STEPS for part in colour)
    return red, green, blue


def lighten(colour: Colour, at: int) -> Colour:
    """A colour on its way to white."""
    red, green, blue = (part + (255 - part) * at // STEPS for part in colour)
    return red, green, blue


def parse_color(colour: str) -> Colour:
    """The red, green and blue of `#1b4965`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def format_color(colour: Colour) -> str:
    """`#1b4965`."""
    return "#" + "".join(f"{part:02x}" for part in colour)


def compute_contrast(text: str, other: str) -> float:
    """How clearly two colours stand apart, from 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((compute_luminance(text), compute_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def compute_luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1 (WCAG 2.1)."""
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parse_color(colour))  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class ReportStyle(NamedTuple):
    """How a paper is to look."""

    language: Language = "da"
    look: DocumentTheme = DocumentTheme()
    own: Mapping[str, str] = {}
    """A record's own templates by name; they go before ours."""
