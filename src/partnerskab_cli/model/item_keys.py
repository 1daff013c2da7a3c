"""What a thing in an agreement is called, so that it keeps its name when others come, go or change places."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from ..text.localized import fold, slugify

LONGEST = 24
"""Letters of a name; a longer one is cut at a word, and a digest tells it from others that begin alike."""
DIGITS = 4


def make_short_name(words: str) -> str:
    """A text as a short name that can be typed: `Statusmøde` → `statusmoede`; nothing where there is no text."""
    plain = fold(words)
    slug = slugify(plain)
    if not plain or (slug and len(slug) <= LONGEST):
        return slug
    digest = sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    return f"{slug[: LONGEST - DIGITS].rpartition('-')[0] or slug[: LONGEST - DIGITS]}-{digest}".strip("-")


def list_names(own: str | None, *texts: str | None, other: Sequence[str | None] = (), day: date | None = None) -> tuple[str, ...]:
    """What a thing may be called, the best first: its own id, else its first text, with its other texts, and with its day.

    A thing with an id never goes by anything else.
    """
    if own:
        return (own,) * 3
    title = make_short_name(next((text for text in texts if text), ""))
    whole = make_short_name(" ".join(filter(None, (*texts, *other))))
    dated = ".".join(filter(None, (title, day.isoformat() if day else "")))
    return title or whole or dated or "1", whole or title or dated or "1", dated or "1"


def list_unique_names(every: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Of each thing, the first of its names that no other goes by; where two are alike in everything, they are numbered."""
    levels = [Counter(item[level] for item in every) for level in range(len(every[0]) if every else 0)]
    chosen = [next((name for name, known in zip(item, levels, strict=True) if known[name] == 1), item[-1]) for item in every]
    met: Counter[str] = Counter()
    words = []
    for name in chosen:
        met[name] += 1
        words.append(name if met[name] == 1 else f"{name}.{met[name]}")
    return tuple(words)
