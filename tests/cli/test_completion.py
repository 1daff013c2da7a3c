"""What a shell offers, quickly and without reading a single agreement."""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import PROJECT, Runner, needs

from partnerskab_cli.cli.complete import read_parameters
from partnerskab_cli.cli.options import Parameter
from partnerskab_cli.cli.parser import build_parser, iter_parameters
from partnerskab_cli.cli.registry import COMMANDS
from partnerskab_cli.errors import Exit
from partnerskab_cli.portfolio.registry import REPORTS
from partnerskab_cli.rules.registry import RULES
from partnerskab_cli.text.localized import LANGUAGES


def offered(run: Runner, *words: str, cwd: Path = PROJECT, lang: str = "da") -> list[str]:
    ran = run("--complete", *words, cwd=cwd, env={"PARTNERSKAB_LANG": lang})
    assert (ran.code, ran.err) == (0, "")
    return [line.split("\t")[0] for line in ran.out.splitlines()]


def test_commands_are_offered_in_the_readers_language_and_in_the_other_once_it_is_typed(run: Runner) -> None:
    assert offered(run, "") == [listed.danish for listed in COMMANDS.values()]
    assert offered(run, "", lang="en") == list(COMMANDS)
    assert "check" in offered(run, "ch")
    assert "tjek" in offered(run, "tj", lang="en")


def test_ids_are_the_names_of_the_files(run: Runner, tmp_path: Path) -> None:
    folder = tmp_path / "agreements" / "2026"
    folder.mkdir(parents=True)
    for name in ("café-ærø.yaml", "te.yml", ".skjult.yaml", "læs mig.yaml", "note.txt", "a$(id).yaml"):
        (folder / name).write_text("ikke: [yaml", encoding="utf-8")
    assert offered(run, "show", "", cwd=tmp_path) == ["café-ærø", "te"]
    assert offered(run, "vis", "te", cwd=folder) == ["te"]


def test_codes_reports_municipalities_and_shells_are_offered(run: Runner) -> None:
    assert set(offered(run, "explain", "TJK")) >= {rule.code for rule in RULES if rule.chapter == "TJK"}
    assert offered(run, "portfolio", "") == [listed.danish for listed in REPORTS.values()]
    assert offered(run, "init", "Tø") == ["Tønder"]
    assert offered(run, "completion", "") == ["bash", "zsh", "fish"]
    assert "ophør.varsel" in offered(run, "explain", "ophør.")


def test_files_are_left_to_the_shell(run: Runner) -> None:
    assert offered(run, "check", "agree") == []


@pytest.mark.parametrize(
    "words", [("rules", "--format", ""), ("rules", "--format="), ("rules", "--format", "="), ("regler", "--format", "")]
)
def test_the_words_of_an_option_are_offered_however_it_is_typed(run: Runner, words: Sequence[str]) -> None:
    assert [word.rpartition("=")[2] for word in offered(run, *words)] == ["table", "md", "json"]


def test_what_may_stand_everywhere_is_offered_everywhere(run: Runner) -> None:
    assert offered(run, "check", "--lang", "") == ["da", "en"]
    assert offered(run, "--color", "a") == ["auto", "always"]
    assert "--quiet" in offered(run, "check", "--q")
    assert offered(run, "check", "--profile", "t") == ["tønder"]


@pytest.mark.parametrize("command", COMMANDS)
def test_options_and_arguments_of_the_table_are_those_of_the_parser(command: str) -> None:
    built = build_parser(command)
    own = sorted(name for part in read_parameters(command) for name in part.names)
    assert own == sorted(
        name for param in built.params if param.param_type_name == "option" for name in (*param.opts, *param.secondary_opts)
    )
    arguments = [part.metavar for part in read_parameters(command) if not part.names]
    assert arguments == [param.metavar for param in built.params if param.param_type_name == "argument"]


NEEDS: dict[str, tuple[str, ...]] = {
    "new": ("ny", "--no-input"),
    "render": ("kaffe", "-o", "papir/"),
    "portfolio": ("-o", "papir/"),
    "deadlines": ("-o", "papir/"),
    "guide": ("--for", "forening"),
    "done": ("kaffe",),
    "show": ("kaffe",),
    "site": ("-o", "side"),
    "sign": ("kaffe", "--party", "kommunen"),
    "renew": ("kaffe",),
    "end": ("kaffe",),
    "import": ("liste.csv",),
}
"""What a command needs before it looks at the option."""
OF_THE_RECORD = {"PART", "TABEL"}
"""Values to choose from that no declaration can know: the parties of an agreement, the tables of a report."""
VALUES = {
    f"{command} {parameter.names[-1] if parameter.names else parameter.metavar}": (command, parameter)
    for command in COMMANDS
    for parameter in iter_parameters(command)
    if parameter.metavar and parameter.metavar not in OF_THE_RECORD
}
LISTED = {name: value for name, value in VALUES.items() if value[1].choices or value[1].suggestions or "RAPPORT" in value[1].metavar}
"""Those of a few words; ids, codes and topics are read from what they name."""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A record of one agreement, and a list beside it."""
    (tmp_path / "agreements").mkdir()
    shutil.copy(PROJECT / "agreements" / "kaffe-paa-kanden.yaml", tmp_path / "agreements" / "kaffe.yaml")
    (tmp_path / "liste.csv").write_text("titel;formål\nTe;At mødes\n", encoding="utf-8")
    return tmp_path


def given(command: str, parameter: Parameter, value: str) -> tuple[str, ...]:
    """A command with a value for one of its options or arguments."""
    return (command, *NEEDS.get(command, ()), parameter.names[-1], value) if parameter.names else (command, value)


def all_offered(run: Runner, command: str, parameter: Parameter, cwd: Path) -> set[str]:
    """What is offered for a value, to readers of either language."""
    words = (command, *parameter.names[-1:], "")
    return {word for language in LANGUAGES for word in offered(run, *words, cwd=cwd, lang=language)}


@pytest.mark.parametrize(("command", "parameter"), VALUES.values(), ids=VALUES)
def test_what_a_command_takes_is_offered(quick: Runner, shelf: Path, command: str, parameter: Parameter) -> None:
    refused = [quick(*given(command, parameter, "nonsens"), "--lang", language, cwd=shelf).err for language in LANGUAGES]
    named = {word for err in refused for line in re.findall("(?:vælg mellem|choose from): (.+)", err) for word in SPLIT.split(line)}
    assert named == (all_offered(quick, command, parameter, shelf) if named else set(parameter.choices)), refused
    assert named >= set(parameter.choices)


SPLIT = re.compile(", | eller | or ")


@pytest.mark.parametrize(("command", "parameter"), LISTED.values(), ids=LISTED)
def test_what_is_offered_is_taken(quick: Runner, shelf: Path, command: str, parameter: Parameter) -> None:
    for word in all_offered(quick, command, parameter, shelf):
        ran = quick(*given(command, parameter, word), cwd=shelf)
        assert (ran.code == Exit.BUG, f"»{word}«" in ran.err) == (False, False), word


def test_an_option_of_several_commands_is_declared_once() -> None:
    calls = [
        node
        for path in sorted((PROJECT / "src" / "partnerskab_cli" / "cli").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "option"
    ]
    names = Counter(ast.unparse(call.args[-1]) for call in calls)
    twice = {ast.unparse(call.args[-1]) for call in calls if not any(word.arg == "choices" for word in call.keywords)}
    assert {name for name in twice if names[name] > 1} == set(), "options of one name may differ in their choices alone"


def test_neither_yaml_nor_the_parser_is_loaded(tmp_path: Path) -> None:
    for words in (["show", ""], ["check", "--"], ["explain", ""], ["portfolio", ""], ["rules", "--format", ""], [""]):
        code = (
            "import sys, json; from partnerskab_cli.cli.main import run; "
            f"run(['--complete', *json.loads({json.dumps(json.dumps(words))})]); "
            "sys.stderr.write(json.dumps(sorted({'yaml', 'typer', 'rich', 'jinja2'} & set(sys.modules))))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
        assert json.loads(done.stderr) == [], words


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two files, and the tool on the path."""
    (tmp_path / "agreements").mkdir()
    for name in ("kaffe-paa-kanden", "kaffe-til-ti"):
        (tmp_path / "agreements" / f"{name}.yaml").touch()
    (tmp_path / "bin").mkdir()
    tool = tmp_path / "bin" / "partnerskab"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m partnerskab_cli "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    return tmp_path


def in_shell(shell: str, script: str, record: Path) -> list[str]:
    needs(shutil.which(shell), f"{shell} is needed to see what it offers")
    options = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [shell, *options, "-c", f'export PATH="{record}/bin:$PATH"; {script}'], cwd=record, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


LINES = [
    (["show", "kaf"], ["kaffe-paa-kanden", "kaffe-til-ti"]),
    (["rules", "--format", ""], ["table", "md", "json"]),
    (["compl"], ["completion"]),
]


@pytest.mark.parametrize(("words", "expected"), LINES)
def test_bash_completes(record: Path, words: list[str], expected: list[str]) -> None:
    typed = " ".join(f"'{word}'" for word in ["partnerskab", *words])
    ask = f"COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _partnerskab; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    assert in_shell("bash", f'eval "$(partnerskab completion bash)"; {ask}', record) == expected


def test_bash_completes_a_word_behind_the_sign_of_an_option(record: Path) -> None:
    ask = "COMP_WORDS=(partnerskab rules --format = m); COMP_CWORD=4; _partnerskab; printf '%s\\n' \"${COMPREPLY[@]}\""
    assert in_shell("bash", f'eval "$(partnerskab completion bash)"; {ask}', record) == ["md"]


@pytest.mark.outside
@pytest.mark.parametrize(("words", "expected"), LINES)
def test_zsh_completes(record: Path, words: list[str], expected: list[str]) -> None:
    typed = " ".join(f"'{word}'" for word in ["partnerskab", *words])
    stand_in = "compdef() { }; _describe() { print -l -- ${found%%:*}; }; _files() { }"
    ask = f"words=({typed}); CURRENT={len(words) + 1}; _partnerskab"
    assert in_shell("zsh", f'{stand_in}; eval "$(partnerskab completion zsh)"; {ask}', record) == expected


@pytest.mark.outside
@pytest.mark.parametrize(("words", "expected"), LINES)
def test_fish_completes(record: Path, words: list[str], expected: list[str]) -> None:
    line = " ".join(["partnerskab", *words])
    lines = in_shell("fish", f"partnerskab completion fish | source; complete -C '{line}'", record)
    assert sorted(word.split("\t")[0] for word in lines) == sorted(expected)


def test_another_shell_is_wrong_use(run: Runner) -> None:
    assert run("completion", "cmd").code == 2
