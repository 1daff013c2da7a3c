"""How work grows with a file: `python bench/growth.py [--rounds 3]`, the seconds of 1 MiB over those of half, for every shape there is."""

import argparse
import sys
import time
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).parent.parent
sys.path.insert(0, str(PROJECT / "tests" / "robustness"))

from bombs import GROWING, SECTIONS  # noqa: E402 - from the tests

from partnerskab_cli.check import CheckOptions, check_bytes  # noqa: E402 - after the path is set
from partnerskab_cli.rules.rule import CheckDates  # noqa: E402 - likewise
from partnerskab_cli.source.files import LARGEST  # noqa: E402 - likewise
from partnerskab_cli.source.profiles import read_profile  # noqa: E402 - likewise

BAR = 2.5
SHORTEST = 0.02
"""Seconds below which a ratio says more about the machine than about us."""
SETTINGS = CheckOptions(read_profile("tønder")[0], CheckDates(date(2026, 3, 1)))


def seconds(data: bytes, rounds: int) -> float:
    """The least seconds of work that a check of the data took."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        check_bytes(data, "a.yaml", SETTINGS)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> int:
    """Print the shapes with the largest ratios, and answer whether all are below the bar."""
    rounds = argparse.ArgumentParser(description=__doc__)
    rounds.add_argument("--rounds", type=int, default=3)
    count = rounds.parse_args().rounds
    figures = [(name, seconds(make(LARGEST // 2), count), seconds(make(LARGEST), count)) for name, make in (GROWING | SECTIONS).items()]
    ratios = sorted(((twice / once, twice, name) for name, once, twice in figures if once >= SHORTEST), reverse=True)
    for ratio, twice, name in ratios[:10]:
        print(f"{ratio:5.2f}  {twice:6.3f} s  {name}")
    slowest = max(figures, key=lambda figure: figure[2])
    print(f"{len(figures)} shapes, {len(ratios)} of them long enough to tell; the slowest takes {slowest[2]:.2f} s ({slowest[0]})")
    return int(ratios[0][0] >= BAR)


if __name__ == "__main__":
    sys.exit(main())
