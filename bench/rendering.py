"""What a document costs in each format, against reading the same file: `python bench/rendering.py [--files 40] [--rounds 7]`.

In one process, after one document of each kind that does not count; every round takes the steps in turn, and each is the CPU time of all files.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml
from generate import agreement

from partnerskab_cli.documents.citizens import build_citizen_page
from partnerskab_cli.documents.committee import build_case_page
from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.public_view import extract_public_record
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.blocks import Document

LOAD, READ = "CSafeLoader.load", "our own reading"
FORMS = ("md", "html", "docx", "pdf")
BARS = {"aftale as html": 0.5, "udvalg as html": 0.5, "borger as html": 0.5}
"""Against `CSafeLoader.load` of the same file."""
EXAMPLES = Path(__file__).parent.parent / "agreements"


class Step(NamedTuple):
    """Something done to every file."""

    name: str
    do: Callable[[], object]


def steps(texts: list[str], profile: Profile) -> list[Step]:
    """The two yardsticks, the way from record to document, and each document in each format."""
    records = [read(text, profile) for text in texts]
    papers = {name: [draw(record, profile) for record in records] for name, draw in DRAWN.items()}
    appearance = build_theme(profile)

    def as_files(variant: str, form: str) -> Callable[[], object]:
        return lambda: [render_document(paper, form, appearance, {}) for paper in papers[variant]]

    def as_papers(variant: str) -> Callable[[], object]:
        return lambda: [DRAWN[variant](record, profile) for record in records]

    return [
        Step(LOAD, lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]),
        Step(READ, lambda: [read(text, profile) for text in texts]),
        *(Step(f"{variant}, the document itself", as_papers(variant)) for variant in DRAWN),
        *(Step(f"{variant} as {form}", as_files(variant, form)) for form in FORMS for variant in DRAWN),
    ]


def read(text: str, profile: Profile) -> Agreement:
    """A file as an agreement."""
    agreement = parse_text(text, "x.yaml", Agreement, profile.vocabulary).record
    assert agreement
    return agreement


DRAWN: Mapping[str, Callable[[Agreement, Profile], Document]] = {
    "aftale": lambda agreement, profile: build_contract(agreement, build_render_context(agreement, profile)),
    "udvalg": lambda agreement, profile: build_case_page(agreement, build_render_context(agreement, profile)),
    "borger": lambda agreement, profile: build_citizen_page(extract_public_record(agreement), build_render_context(agreement, profile)),
}


def measured(every: list[Step], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of each step, round by round, in turn, after a round that does not count."""
    figures: dict[str, list[float]] = {item.name: [] for item in every}
    for number in range(rounds + 1):
        for step in every:
            start = time.process_time()
            step.do()
            if number:
                figures[step.name].append(time.process_time() - start)
    return figures


def table(title: str, figures: Mapping[str, list[float]], files: int) -> None:
    """Print medians and spread for each file, and the ratios of the medians to both yardsticks."""
    print(f"\n{title}\n{'step':<30}{'ms':>8}{'min':>8}{'max':>8}{'x load':>9}{'x read':>9}{'bar':>6}")
    load, own = (statistics.median(figures[name]) for name in (LOAD, READ))
    for name, figure in figures.items():
        middle = statistics.median(figure)
        times = "".join(f"{1000 * seconds / files:>8.2f}" for seconds in (middle, min(figure), max(figure)))
        print(f"{name:<30}{times}{middle / load:>9.2f}{middle / own:>9.2f}{BARS.get(name, ''):>6}")


def rendering(title: str, texts: list[str], rounds: int) -> None:
    """Measure and print what the documents of some files cost."""
    profile = read_profile("tønder")[0]
    table(title, measured(steps(texts, profile), rounds), len(texts))


def main() -> None:
    """Print the table of the generated agreements, and that of the example record."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--files", type=int, default=40)
    asked.add_argument("--rounds", type=int, default=7)
    words = asked.parse_args()
    rendering(f"Documents of {words.files} generated agreements", [agreement(number) for number in range(words.files)], words.rounds)
    examples = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))]
    rendering(f"Documents of the {len(examples)} examples", examples, words.rounds)


if __name__ == "__main__":
    main()
