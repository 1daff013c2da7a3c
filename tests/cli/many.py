"""A record of more files than a run is as quick without a memory of, and how many texts a command parses."""

import os
import subprocess
import sys
from pathlib import Path

COUNT = 120
TEXT = """\
id: aftale-{number}
titel: Kaffe nummer {number}
formalitet: mundtlig
status: aktiv
formål: Et sted at mødes i gade nummer {number}.
parter:
  - {{id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {{rolle: frivilligkonsulent, stedfortræder: områdeleder}}}}
  - {{id: venner, navn: Venner nummer {number}, side: frivillig, form: netværk, kontakt: {{rolle: tovholder, stedfortræder: vært}}}}
hændelser: {{dato: 2026-02-01, tekst: Vi begyndte.}}
"""
SHIPPED = 1
"""The neutral profile is read in every run."""
COUNTING = """
import sys
from partnerskab_cli.source import parser
parsed = []
loader = parser.Loader
parser.Loader = lambda text: parsed.append(text) or loader(text)
from partnerskab_cli.cli.main import run
run(sys.argv[1:])
print(len(parsed), file=sys.stderr)
"""


def written(folder: Path) -> Path:
    """A record in that folder; one of its files has a fault."""
    (folder / "agreements").mkdir(exist_ok=True)
    for number in range(COUNT):
        (folder / "agreements" / f"aftale-{number}.yaml").write_text(TEXT.format(number=number), "utf-8")
    (folder / "agreements" / "aftale-7.yaml").write_text(TEXT.format(number=7).replace("status: aktiv", "status: aktvi"), "utf-8")
    return folder


def parsed(record: Path, *words: str) -> int:
    """How many texts a command parses there."""
    env = os.environ | {"XDG_CACHE_HOME": str(record / "cache")}
    done = subprocess.run([sys.executable, "-c", COUNTING, *words], cwd=record, env=env, capture_output=True, text=True, check=True)
    return int(done.stderr.split()[-1])
