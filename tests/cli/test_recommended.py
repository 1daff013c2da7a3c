"""Every command that a screen recommends can be typed as it stands there."""

import shlex
import subprocess
from pathlib import Path

import pytest
from conftest import PROJECT, Runner

OVER = """id: forbi
titel: Forbi
formalitet: mundtlig
status: ophørt
formål: Et sted at mødes.
periode: {start: 2024-01-01, slut: 2025-12-31}
parter:
  - {id: kommunen, navn: Eksempel Kommune, side: offentlig, kontakt: {rolle: konsulent}}
  - {id: venner, navn: Vennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}
"""
SCREENS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a new record": (("init", "Tønder"), ("guide --for kommune", "new")),
    "a new record, dry": (("init", "Tønder", "--dry-run"), ("init",)),
    "a new agreement": (("new", "ny-ven", "--template", "tilskud"), ("check agreements/ny-ven.yaml --output-format grouped",)),
    "no id": (("new", "--no-input"), ("new gode-naboer --no-input",)),
    "a successor": (("renew", "kaffe-2025"), ("check agreements/kaffe-2026.yaml", "end kaffe-2025")),
    "a successor of what is over": (("renew", "forbi"), ("check agreements/forbi-2026.yaml",)),
    "an end": (("end", "kaffe-2025", "--date", "2026-02-01"), ('end kaffe-2025 --learning "…"',)),
    "an end without a beginning": (("end", "kaffe-paa-kanden"), ("end kaffe-paa-kanden --start 2024-05-01",)),
    "a signature": (("sign", "kaffe-2025", "--party", "venner"), ("verify kaffe-2025",)),
    "a signature too late": (("sign", "forbi", "--party", "venner"), ("renew forbi",)),
    "no form": (("recommend",), ("recommend --grant --weekly",)),
    "the forms": (("explain", "former"), ("recommend --help",)),
    "the first meeting": (("guide", "--for", "forening"), ("recommend --help", "new")),
    "no rule": (("check", "--select", "TJK99"), ("rules",)),
    "a broken file": (("render", "brudt"), ("check agreements/brudt.yaml",)),
    "a broken file to lay out": (("fmt", "agreements/brudt.yaml"), ("check",)),
    "a broken file to sign": (("sign", "brudt", "--party", "venner"), ("check agreements/brudt.yaml",)),
    "a development": (("portfolio", "development"), ("portfolio udvikling --compare-with 2025-03-01",)),
    "an option that is none": (("show", "--nope"), ("show --help",)),
    "a word that is no command": (("xyzzy",), ("--help",)),
    "drafts from a list": (("import", "liste.csv"), ("check",)),
    "drafts in a folder": (("import", "liste.csv", "-o", "udkast"), ("check udkast",)),
    "what differs and cannot be read": (("diff",), ("check",)),
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record in git: an agreement that runs, one that is over, the smallest of the example, one that is broken, and a list."""
    folder = tmp_path / "agreements"
    folder.mkdir()
    (folder / "forbi.yaml").write_text(OVER, "utf-8")
    (folder / "kaffe-2025.yaml").write_text(OVER.replace("forbi", "kaffe-2025").replace("ophørt", "aktiv"), "utf-8")
    (folder / "kaffe-paa-kanden.yaml").write_bytes((PROJECT / "agreements" / "kaffe-paa-kanden.yaml").read_bytes())
    (tmp_path / "liste.csv").write_text("Forening;Formål\nVennerne;Kaffe\n", "utf-8")
    for words in ("init -q", "add -A", "-c user.name=A -c user.email=a@b.example commit -q -m Begin"):
        subprocess.run(["git", *words.split()], cwd=tmp_path, check=True)
    (folder / "brudt.yaml").write_text("titel: [", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("words", "recommended"), SCREENS.values(), ids=SCREENS)
@pytest.mark.usefixtures("record")
def test_it_can_be_typed(run: Runner, words: tuple[str, ...], recommended: tuple[str, ...]) -> None:
    seen = run(*words)
    for command in recommended:
        assert f"partnerskab {command}" in seen.out + seen.err, seen
        ran = run(*shlex.split(command), given=b"")
        assert ran.code != 2 or "Der mangler et id." in ran.err, (command, ran)
