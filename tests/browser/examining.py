"""What is asked of every page: nothing fetched, nothing complained of, nothing cut off, and open to everyone."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from chromium import Browser
from conftest import needs, node_module

VIEWS = {"light": (1280, False), "dark": (1280, True), "half": (720, False), "narrow": (320, False)}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE, NU = node_module("axe-core", "axe.min.js"), node_module("vnu-jar", "build", "dist", "vnu.jar")
JAVA = shutil.which("java")


def violations(window: Browser) -> list[list[str]]:
    """What axe-core finds on the page that is open: each rule with the first place it is broken."""
    needs(AXE, "axe-core is not here: npm install axe-core")
    assert AXE
    window.asked(f"{AXE.read_text('utf-8')}; 0")
    words: list[list[str]] = window.asked(
        f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(found => found.violations.map(one => [one.id, one.nodes[0].html]))"
    )
    return words


def faults(window: Browser, paths: Sequence[Path], view: str) -> dict[str, object]:
    """The pages that fail, each with why."""
    width, dark = VIEWS[view]
    matches: dict[str, object] = {}
    for path in paths:
        window.open(path, width=width, dark=dark)
        fits = window.asked("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        met = [*window.requests, *window.complaints, *([] if fits else [f"wider than {width}"]), *violations(window)]
        if met:
            matches[path.name] = met
    return matches


def remarks(paths: Sequence[Path]) -> list[object]:
    """What the Nu HTML checker says of pages."""
    needs(NU, "The Nu HTML checker is not here: npm install vnu-jar")
    needs(JAVA, "Java is not here: apt-get install default-jre-headless")
    words = [str(JAVA), "-jar", str(NU), "--format", "json", *map(str, paths)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    values: list[object] = json.loads(done.stderr)["messages"]
    return values
