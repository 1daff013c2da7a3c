"""A document as a file: its name, and the sign by which we know our own."""

import zipfile
import zlib
from io import BytesIO

from ..text.blocks import Document
from ..text.localized import slugify

LONGEST = 80
USUAL = "aftale"
SIGN = "partnerskab"
SIGNS = {"md": b"<!-- partnerskab: ", "html": b'<meta name="generator" content="partnerskab">', "pdf": b"partnerskab"}
"""What stands in every document we write, and in few that we do not."""
PROPERTIES = "docProps/core.xml"
MOST_BYTES = 64 * 1024
"""Ours take less than a tenth; another program's, or a trap that unpacks to gigabytes, is not read on."""


def make_file_name(document: Document, form: str) -> str:
    """The name of a document's file: its id, then the variant where it is another than the agreement itself."""
    return f"{make_document_stem(document.name, document.variant)}.{form}"


def make_document_stem(name: str, variant: str) -> str:
    """The name of a document's file without its ending."""
    stem = slugify(name)[:LONGEST].strip("-") or USUAL
    return stem if variant == USUAL else f"{stem}-{variant}"


def is_own_output(data: bytes, form: str) -> bool:
    """Whether a file is one that we wrote, and may write again."""
    if form in SIGNS:
        return SIGNS[form] in data
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed, packed.open(PROPERTIES) as properties:
            return SIGN.encode() in properties.read(MOST_BYTES)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, ValueError, EOFError):
        return False
