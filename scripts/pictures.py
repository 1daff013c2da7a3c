"""Draw the pictures of the README: findings in a terminal, and an agreement as a paper.

`python scripts/pictures.py` draws them anew. What a picture shows lies beside it as text, and a test holds that the tool still says it.
A terminal is drawn as SVG that asks for nothing from elsewhere; a paper is drawn by Chromium.
"""

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent
FOLDER = PROJECT / "docs" / "pictures"
TODAY = "2026-03-01"
COLUMNS = 78


class Shown(NamedTuple):
    """What is shown in a language: an agreement of the example record, and two slips that somebody could make in it."""

    agreement: str
    typed: str
    slips: Mapping[str, str]
    ends: str


SHOWN: Mapping[str, Shown] = {
    "da": Shown(
        "agreements/foelgeven-til-fritid.yaml",
        "partnerskab tjek agreements/foelgeven-til-fritid.yaml",
        {"^status: aktiv$": "status: aktvi", "^  afvikling: .*\n": ""},
        "2. Formål og behov",
    ),
    "en": Shown(
        "agreements/language-cafe-toender.yaml",
        "partnerskab check agreements/language-cafe-toender.yaml",
        {"^status: active$": "status: actve", "^  wind_down: .*\n": ""},
        "2. Purpose and need",
    ),
}


def screen(language: str) -> str:
    """What a terminal shows when an agreement with two slips is checked, with its colours."""
    shown = SHOWN[language]
    text = (PROJECT / shown.agreement).read_text("utf-8")
    for slip, instead in shown.slips.items():
        text, times = re.subn(slip, instead, text, flags=re.MULTILINE)
        assert times == 1, slip
    with TemporaryDirectory() as folder:
        shutil.copy(PROJECT / "partnerskab.yaml", folder)
        path = Path(folder, shown.agreement)
        path.parent.mkdir()
        path.write_text(text, "utf-8")
        shown_text = on_terminal("check", shown.agreement, "--today", TODAY, "--lang", language, folder=folder)
    return f"$ {shown.typed}\n{shown_text}"


def on_terminal(*words: str, folder: str) -> str:
    """What the tool says on a terminal."""
    ours, theirs = pty.openpty()
    surroundings = {"COLUMNS": str(COLUMNS), "TERM": "xterm", "PATH": os.environ["PATH"], "PYTHONUTF8": "1"}
    with subprocess.Popen([*TOOL, *words], cwd=folder, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        heard = b"".join(iter(partial(heard_on, ours), b""))
    os.close(ours)
    return heard.decode("utf-8").replace("\r\n", "\n")


TOOL = (sys.executable, "-m", "partnerskab_cli")


def heard_on(terminal: int) -> bytes:
    """The next that comes, or nothing when the other end is closed (Linux calls that an error)."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def paper(language: str) -> str:
    """An agreement of the example record as a page."""
    words = ("render", SHOWN[language].agreement, "--to", "html")
    return subprocess.run([*TOOL, *words], cwd=PROJECT, check=True, capture_output=True).stdout.decode("utf-8")


class Words(HTMLParser):
    """The words of a page that a reader sees, block by block."""

    BLOCKS = frozenset({"p", "h1", "h2", "h3", "div", "li", "dt", "dd", "section", "header", "nav", "dl"})
    UNSEEN = frozenset({"head", "style", "script", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.localize: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser hands it over
        """Go into an element."""
        self.unseen += tag in self.UNSEEN
        self.localize += ["\n"] * (tag in self.BLOCKS)

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        self.unseen -= tag in self.UNSEEN
        self.localize += ["\n"] * (tag in self.BLOCKS)

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        self.localize += [re.sub(r"\s+", " ", data)] * (not self.unseen)


def said_in(page: str, ends: str) -> str:
    """What stands on a page, a line a block, down to where the picture ends; without the way past its head, which is only heard."""
    words = Words()
    words.feed(page)
    lines = [line.strip() for line in "".join(words.localize).splitlines() if line.strip()]
    return "\n".join(lines[1 : lines.index(ends)]) + "\n"


SGR = re.compile("\x1b\\[([0-9;]*)m")
STYLES = {"1": "bold", "2": "dim", "31": "error", "33": "warning", "36": "advice"}
LETTER, LINE, EDGE, BAR = 8.4, 20, 24, 36
"""How wide and high a letter is, and the room around, in pixels."""
TERMINAL = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">
<title>{title}</title>
<style>
text {{ font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; fill: #dde3e9; white-space: pre }}
.bold {{ font-weight: 700; fill: #ffffff }} .dim {{ fill: #93a1af }}
.error {{ fill: #ff8f80; font-weight: 700 }} .warning {{ fill: #f5c869; font-weight: 700 }} .advice {{ fill: #74d0e0; font-weight: 700 }}
</style>
<rect width="{width}" height="{height}" rx="8" fill="#17212b"/>
<g fill="#3d4b59"><circle cx="24" cy="20" r="5"/><circle cx="42" cy="20" r="5"/><circle cx="60" cy="20" r="5"/></g>
{lines}
</svg>
"""


def drawn(screen: str) -> str:
    """A screen as SVG: every line as wide as its letters, whichever face the reader's computer has."""
    rows = screen.rstrip("\n").split("\n")
    width, height = round(COLUMNS * LETTER) + 2 * EDGE, BAR + len(rows) * LINE + EDGE
    lines = "\n".join(line(row, BAR + LINE * number) for number, row in enumerate(rows, 1) if row)
    return TERMINAL.format(width=width, height=height, title=escape(plain(screen).split("\n")[0]), lines=lines)


def line(row: str, down: int) -> str:
    """A line of the screen, its colours as classes."""
    long = round(len(plain(row)) * LETTER, 1)
    return f'<text x="{EDGE}" y="{down}" textLength="{long}" xml:space="preserve">{"".join(spans(row))}</text>'


def spans(row: str) -> Iterator[str]:
    """The pieces of a line between the changes of colour."""
    style = ""
    for at, piece in enumerate(SGR.split(row)):
        if at % 2:
            style = STYLES.get(piece, "")
        elif piece:
            yield f'<tspan class="{style}">{escape(piece, quote=False)}</tspan>' if style else escape(piece, quote=False)


def plain(screen: str) -> str:
    """A screen without its colours."""
    return SGR.sub("", screen)


TEXTS: Mapping[str, Callable[[], str]] = {
    **{f"finding.{language}.txt": partial(lambda item: plain(screen(item)), language) for language in SHOWN},
    **{f"finding.{language}.svg": partial(lambda item: drawn(screen(item)), language) for language in SHOWN},
    **{f"paper.{language}.txt": partial(lambda item: said_in(paper(item), SHOWN[item].ends), language) for language in SHOWN},
}
"""The files that are text, and how each is made."""
CARD = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 24px 24px 0; background: #e4e9ed; overflow: hidden }}
iframe {{ width: 1160px; height: 2000px; border: 0; border-radius: 6px 6px 0 0; background: #fff; box-shadow: 0 2px 18px #17212b40 }}
</style><iframe src="{source}"></iframe>"""
SIZE = "1208,940"


def photographed(language: str) -> None:
    """Let Chromium draw the top of a paper, in light colours."""
    with TemporaryDirectory() as folder:
        Path(folder, "paper.html").write_text(paper(language), "utf-8")
        Path(folder, "card.html").write_text(CARD.format(source="paper.html"), "utf-8")
        picture = FOLDER / f"paper.{language}.png"
        subprocess.run(
            [
                browser(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--blink-settings=preferredColorScheme=1",
                f"--window-size={SIZE}", f"--screenshot={picture}", Path(folder, "card.html").as_uri(),
            ],
            check=True, capture_output=True,
        )  # fmt: skip


def browser() -> str:
    """The browser's program."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not program:
        sys.exit("The papers are drawn by Chromium, and it is not here: apt-get install chromium")
    return program


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in TEXTS.items():
        (FOLDER / name).write_text(content(), "utf-8", newline="\n")
    for one in SHOWN:
        photographed(one)
