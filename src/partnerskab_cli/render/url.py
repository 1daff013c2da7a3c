"""Addresses that may be followed."""

from urllib.parse import quote, urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
KEPT = ":/?#[]@!$&'()*+,;=%~"
"""Letters that mean something in an address."""


def sanitize_url(value: str) -> str:
    """An address that leads to a page, a mailbox or a telephone; nothing where it leads anywhere else."""
    try:
        scheme = urlsplit(value).scheme.lower()
    except ValueError:
        return ""
    return quote(value, safe=KEPT) if scheme in SCHEMES else ""
