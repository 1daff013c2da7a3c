"""What the machine offers: processors, and a place to keep what was found."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from ..check.parallel import CROSSING

CODE = Path(__file__).parent.parent
"""Where the tool's own sources lie; what was kept by others is not believed."""
WORTH_KEEPING = 100
"""With fewer files than this, a run is as quick without a memory."""


def find_cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The user's cache folder, after the custom of the system; nothing where there is none, for a record is no place to remember in."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "")
    usual = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    named = (Path(environment.get(name) or "") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"))
    return next((place / "partnerskab" for place in (*named, usual) if place.is_absolute()), None)


def count_processes(files: int, wanted: int | None = None) -> int:
    """How many processes look at that many files."""
    return wanted or ((os.cpu_count() or 1) if files >= CROSSING else 1)
