"""What a shell offers, quickly and without reading a single agreement."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import PROJECT, Runner, needs

from partnerskab_cli.cli.complete import VALUES, read_parameters
from partnerskab_cli.cli.main import build_parser
from partnerskab_cli.cli.registry import COMMANDS
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
def test_options_and_arguments_read_from_the_source_are_those_of_the_parser(command: str) -> None:
    built = build_parser(command)
    own = sorted(name for part in read_parameters(command) for name in part.names)
    assert own == sorted(
        name for param in built.params if param.param_type_name == "option" for name in (*param.opts, *param.secondary_opts)
    )
    arguments = [part.metavar for part in read_parameters(command) if not part.names]
    assert arguments == [param.metavar for param in built.params if param.param_type_name == "argument"]


WITH: dict[str, tuple[str, ...]] = {
    "guide": ("--for", "forening"),
    "render": ("kaffe-paa-kanden",),
    "agenda": ("kaffe-paa-kanden",),
    "init": ("--dry-run",),
}
"""What a command needs before it looks at the option."""


@pytest.mark.parametrize(("command", "option"), VALUES)
def test_the_words_of_an_option_are_those_the_command_takes(run: Runner, command: str, option: str) -> None:
    before = () if option == "--for" else WITH.get(command, ())
    refused = [run(command, *before, option, "nonsens", "--lang", language, cwd=PROJECT) for language in LANGUAGES]
    assert [ran.code for ran in refused] == [2, 2]
    content = "".join(ran.err for ran in refused)
    for word in VALUES[command, option]:
        assert word in content, content


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
