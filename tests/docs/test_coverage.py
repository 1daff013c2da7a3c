"""Nothing the tool can do is left for a reader to guess."""

import re
from pathlib import Path

import pytest
from prose import PROJECT, fences, headings, rows
from shell import Shell

from partnerskab_cli.cli.command_help import TOLD
from partnerskab_cli.cli.parser import build_parser, iter_parameters
from partnerskab_cli.cli.registry import COMMANDS
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.portfolio.registry import REPORTS
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.rules.registry import RULES
from partnerskab_cli.text.localized import LANGUAGES, Language

both = pytest.mark.parametrize("language", LANGUAGES)


def page(name: str, language: Language) -> Path:
    return PROJECT / "docs" / f"{name}.{language}.md"


@both
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_heading_and_all_its_options(name: str, language: Language) -> None:
    names = (COMMANDS[name].danish, name)
    sections = dict(part.partition("\n")[::2] for part in page("commands", language).read_text("utf-8").split("\n## ")[1:])
    content = sections[" · ".join(names if language == "da" else names[::-1])]
    written = {word for line in re.findall(r"^\| `(-[^`]+)`", content, re.MULTILINE) for word in line.replace(",", " ").split()}
    assert {word for param in build_parser(name).params for word in param.opts if word.startswith("-")} <= written
    assert all(parameter.help.localize(language) for parameter in iter_parameters(name))


@both
def test_every_rule_has_a_heading(language: Language) -> None:
    titles = {item.text.split(" · ")[0] for item in headings(page("rules", language))}
    assert {rule.code for rule in RULES} <= titles


@both
def test_every_field_has_a_row(language: Language) -> None:
    named = {row[0].strip("`") for row in rows(page("fields", language))}
    assert {point.format_path(language) for record in (Agreement, Profile) for point in walk_fields(record)} <= named


@both
def test_every_report_has_a_row_with_both_its_names(language: Language) -> None:
    named = {frozenset((row[0].strip("`"), row[1].strip("`"))) for row in rows(page("commands", language)) if len(row) == 3}
    assert {frozenset((name, report.danish)) for name, report in REPORTS.items()} <= named


@both
def test_every_report_has_a_heading_with_both_its_names_and_an_example(language: Language) -> None:
    titles = [item.text for item in headings(page("reports", language)) if item.level == 2]
    names = [(report.danish, name) for name, report in REPORTS.items()]
    assert titles == [" · ".join(both if language == "da" else both[::-1]) for both in names]
    commands = [fence.text.split()[2] for fence in fences(page("reports", language), "sh")]
    assert commands == [danish if language == "da" else name for danish, name in names]


EXAMPLES = [
    (name, example)
    for name, content in TOLD.items()
    if name != "completion"
    for example in dict.fromkeys(word for example in content.examples for word in example)
]
"""Completion is for the reader's own shell, and has tests of its own."""
COLUMNS = "Bevilget: tilskud.beløb\n"
LIST = "Titel;Forening;Bevilget\nSpis sammen;Bordvennerne;25.000\n"


@pytest.fixture
def desk(tmp_path: Path) -> Shell:
    """The example record, and what the examples call by other names: a reader's own agreement and list."""
    shell = Shell(tmp_path, empty=False)
    own = (PROJECT / "tests" / "clean" / "samarbejdsaftale.yaml").read_text("utf-8")
    (shell.here / "agreements" / "kaffe-2026.yaml").write_text(own.replace("id: samarbejdsaftale", "id: kaffe-2026"), "utf-8")
    (shell.here / "bevillinger.csv").write_text(LIST, "utf-8")
    (shell.here / "kolonner.yaml").write_text(COLUMNS, "utf-8")
    return shell


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_the_examples_of_the_help_run(name: str, example: str, desk: Shell) -> None:
    assert re.match(rf"partnerskab ({name}|{COMMANDS[name].danish})\b", example)
    if name == "new":
        (desk.here / "agreements" / "kaffe-paa-kanden.yaml").unlink()
    code, message = desk.run(example, "Spis sammen\n" + "\n" * 30)
    assert code in {0, 1}, message
