"""A CPR number leaves by no door: whatever it stands in, no command prints, writes, signs or keeps it.

The numbers are made up; their seventh digit places the birth in the years 1858-1867.
"""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from conftest import PROJECT, TODAY, Ran, Runner, example_record

from partnerskab_cli.cli.registry import COMMANDS

NUMBER, BARE = "150360-5003", "1503605003"
DIGITS = re.compile(r"150360[^0-9]{0,20}5003|5003[^0-9]{0,20}150360|15[^0-9]{0,8}03[^0-9]{0,8}60[^0-9]{1,8}50[^0-9]{0,8}03")
IDENTITY = ("-c", "user.name=Prøve", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
AGREEMENT = "kaffe-paa-kanden"


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *IDENTITY, *words], cwd=folder, check=True, capture_output=True)


def clean(folder: Path) -> Path:
    example_record(folder)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "begin")
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return clean(tmp_path)


def put_in_text(record: Path) -> None:
    path = record / "agreements" / f"{AGREEMENT}.yaml"
    path.write_text(path.read_text("utf-8").replace("titel: ", f"titel: {NUMBER} ", 1), "utf-8")


def put_in_id(record: Path) -> None:
    path = record / "agreements" / f"{AGREEMENT}.yaml"
    path.write_text(path.read_text("utf-8").replace(f"id: {AGREEMENT}", f"id: a-{NUMBER}", 1), "utf-8")


def put_in_file_name(record: Path) -> None:
    path = record / "agreements" / f"{AGREEMENT}.yaml"
    path.rename(path.with_name(f"a-{NUMBER}.yaml"))


def put_in_two_file_names(record: Path) -> None:
    path = record / "agreements" / f"{AGREEMENT}.yaml"
    for name in (f"{NUMBER}.yaml", f"{BARE}.yaml"):
        path.with_name(name).write_bytes(path.read_bytes())


def put_in_profile(record: Path) -> None:
    path = record / "partnerskab.yaml"
    path.write_text(f"{path.read_text('utf-8')}\n# {NUMBER}\nudvalg: [Udvalg {NUMBER}]\n", "utf-8")


def put_in_template(record: Path) -> None:
    (record / "templates").mkdir()
    for name in ("aftale.md.j2", "report.html.j2", "site.html.j2"):
        text = (PROJECT / "templates" / name).read_text("utf-8")
        (record / "templates" / name).write_text(f"{text}\n{NUMBER}\n", "utf-8")


def put_in_annex(record: Path) -> None:
    (record / "agreements" / "bilag" / "noter.md").write_text(f"Ring til {NUMBER}.\n", "utf-8")


def put_in_author(record: Path) -> None:
    path = record / "agreements" / f"{AGREEMENT}.yaml"
    path.write_text(path.read_text("utf-8").replace("titel: ", "titel: Ny ", 1), "utf-8")
    git(record, "-c", f"user.name=Jens {NUMBER}", "commit", "--quiet", "--all", "--message", f"by {NUMBER}")


PLACES = {
    "a text": put_in_text,
    "an id": put_in_id,
    "a file name": put_in_file_name,
    "two file names": put_in_two_file_names,
    "the profile": put_in_profile,
    "templates": put_in_template,
    "an annex": put_in_annex,
    "the author of a commit": put_in_author,
}
NAMED = f"agreements/{AGREEMENT}.yaml"
WORDS: tuple[tuple[str, ...], ...] = (
    ("check", "--today", TODAY, "--output-format", "full", "-o", "sarif=out.sarif", "-o", "junit=out.xml", "-o", "json=out.json"),
    ("check", "--today", TODAY, "--output-format", "concise", "--since", "HEAD"),
    ("check", "--today", TODAY, "--fix", "--diff"),
    ("fmt", "--diff"),
    ("list",),
    ("show", "{path}"),
    ("show", "--plain", "{path}"),
    ("deadlines", "--today", TODAY),
    ("deadlines", "--today", TODAY, "--format", "json", "-o", "frister.json"),
    ("deadlines", "--today", TODAY, "--format", "ics", "-o", "frister.ics"),
    ("portfolio", "--today", TODAY),
    ("portfolio", "--today", TODAY, "--format", "json"),
    ("portfolio", "--today", TODAY, "--format", "html", "-o", "overblik.html"),
    ("portfolio", "economy", "--today", TODAY, "--format", "csv", "-o", "penge.csv"),
    ("agenda", "{path}", "--today", TODAY),
    ("diff", "HEAD"),
    ("diff", "HEAD", "--format", "json"),
    ("verify",),
    ("verify", "{path}"),
    ("recommend", "{path}"),
    ("render", "{path}"),
    ("render", "agreements", "--to", "html", "-o", "ud"),
    ("render", "agreements", "--to", "html", "--variant", "borger", "-o", "ud"),
    ("site", "-o", "hjemmeside", "--today", TODAY),
    ("sign", "{path}", "--party", "kommunen", "--role", "direktør", "--date", TODAY),
    ("renew", "{path}", "--id", "ny-aftale"),
    ("end", "{path}", "--date", TODAY),
    ("explain", NUMBER),
    ("show", NUMBER),
    ("deadlines", "--today", NUMBER),
    ("import", f"{NUMBER}.csv"),
    ("schema", "--keys", "da"),
)


def leaks(record: Path, ran: Ran, before: dict[Path, bytes]) -> list[str]:
    """Where digits of a number stand that a command printed, or in a file that it wrote, in its name or within."""
    words = [line for text in (ran.out, ran.err) for line in text.splitlines() if DIGITS.search(line)]
    for path, data in list_files(record).items():
        if before.get(path) != data and path.suffix != ".yaml":
            words += [str(path)] if DIGITS.search(f"{path.relative_to(record)} {data.decode('utf-8', 'replace')}") else []
    return words


def list_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts}


@pytest.mark.parametrize("put", PLACES.values(), ids=PLACES)
def test_no_command_repeats_a_number_wherever_it_stands(quick: Runner, record: Path, put: object) -> None:
    assert callable(put)
    put(record)
    changed = sorted((record / "agreements").glob("*.yaml"), key=lambda path: path.name != f"{AGREEMENT}.yaml")
    path = next((item for item in changed if DIGITS.search(item.name)), changed[0]).relative_to(record)
    for words in WORDS:
        before = list_files(record)
        ran = quick(*(word.replace("{path}", path.as_posix()) for word in words), cwd=record, env={"XDG_CACHE_HOME": str(record / "kept")})
        assert leaks(record, ran, before) == [], words
        assert ran.code in {0, 1, 2}, ran.err


@pytest.mark.parametrize("place", ["a text", "an id", "a file name", "the profile", "templates"])
@pytest.mark.parametrize(
    "words",
    [("render", "{path}"), ("render", "agreements", "--to", "html", "-o", "ud"), ("sign", "{path}", "--party", "kommunen")],
    ids=" ".join,
)
def test_nothing_is_rendered_or_signed_while_a_number_stands_in_it(quick: Runner, record: Path, place: str, words: tuple[str, ...]) -> None:
    PLACES[place](record)
    path = next((path for path in (record / "agreements").glob("*.yaml") if DIGITS.search(path.name)), record / NAMED)
    before = list_files(record)
    ran = quick(*(word.replace("{path}", path.relative_to(record).as_posix()) for word in words), cwd=record)
    assert ran.code == 2
    assert "CPR-nummer" in ran.err
    assert list_files(record) == before


@pytest.mark.parametrize("place", ["a text", "a file name", "the profile", "templates", "an annex"])
def test_a_check_of_the_record_looks_where_the_hook_looks(quick: Runner, record: Path, place: str) -> None:
    assert "JUR01" not in quick("check", "--today", TODAY, cwd=record).out
    PLACES[place](record)
    ran = quick("check", "--today", TODAY, cwd=record)
    assert ran.code == 1
    assert "JUR01" in ran.out


def test_what_is_kept_between_runs_holds_no_number(quick: Runner, record: Path) -> None:
    text = (record / NAMED).read_text("utf-8")
    for number in range(101):
        name = f"a-{NUMBER}-{number}" if number % 3 == 0 else f"a-{number}"
        (record / "agreements" / f"{name}.yaml").write_text(text.replace("titel: ", f"titel: {NUMBER} ", 1), "utf-8")
    env = {"XDG_CACHE_HOME": str(record / "kept")}
    for words in (("check", "--today", TODAY), ("list",), ("portfolio", "--today", TODAY)):
        quick(*words, cwd=record, env=env)
    kept = list_files(record / "kept")
    assert len(kept) == 2
    assert [path for path, data in kept.items() if DIGITS.search(data.decode("latin-1"))] == []


def test_every_command_is_tried() -> None:
    untried = {"new", "guide", "rules", "init", "completion", "done", "lsp", "help"}
    assert set(COMMANDS) - untried <= {words[0] for words in WORDS}, "a command that prints what it reads is tried above"


def test_only_the_screen_writes_to_the_streams_and_covers_what_it_writes() -> None:
    """No other module names them but to ask what they are; the screen writes in two functions, and both cover the text."""
    source = PROJECT / "src" / "partnerskab_cli"
    writing = [
        f"{path.relative_to(source)}:{node.lineno}"
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"write", "writelines", "buffer"} and "sys.std" in ast.unparse(node.value)
    ]
    assert {place.split(":")[0] for place in writing} <= {"cli/terminal.py"} | {"workspace/run_check.py"}, "standard input is read as bytes"
    screen = ast.parse((source / "cli" / "terminal.py").read_text("utf-8"))
    covering = {
        node.name
        for node in ast.walk(screen)
        if isinstance(node, ast.FunctionDef) and "redact_output" in ast.unparse(node) and "stream.write" in ast.unparse(node)
    }
    writers = {node.name for node in ast.walk(screen) if isinstance(node, ast.FunctionDef) and "stream.write" in ast.unparse(node)}
    assert writers - covering == {"print_binary"}, "bytes that are no text are made of what is covered where it is read"


@pytest.mark.parametrize(
    "spelling",
    ["a010158-5123b", "0101 58 5123", "01.01.1958-5123", "5123-010158", "010158&#45;5123", "010158/5123", "010158\n  5123", "0101585123"],
    ids=repr,
)
def test_a_difference_of_layout_covers_every_spelling_that_a_check_finds(quick: Runner, record: Path, spelling: str) -> None:
    text = (record / NAMED).read_text("utf-8")
    (record / NAMED).write_text(text.replace("titel: ", f"titel:   >-\n  {spelling} ", 1), "utf-8")
    assert "JUR01" in quick("check", NAMED, "--today", TODAY, cwd=record).out
    for words in (("fmt", "--diff"), ("check", "--today", TODAY, "--fix", "--diff")):
        shown = quick(*words, cwd=record).out
        assert "5123" not in shown, words
    assert "+titel:" in quick("fmt", "--diff", cwd=record).out


@pytest.mark.parametrize("number", [NUMBER, "010158/5123", "a010158-5123b"])
@pytest.mark.parametrize(
    "words",
    [
        ("new", "ny", "--form", "tilskud", "--no-input", "--title", "Besøg hos {number}"),
        ("new", "ny", "--form", "tilskud", "--no-input", "--voluntary", "Jens {number}"),
        ("new", "ny", "--form", "tilskud", "--no-input", "--set", "formål=hos {number}"),
        ("sign", NAMED, "--party", "kommunen", "--role", "leder {number}"),
        ("sign", NAMED, "--party", "kommunen", "--role", "leder", "--name", "Jens {number}"),
        ("end", NAMED, "--date", TODAY, "--start", "2024-05-01", "--learning", "Ring til {number}."),
    ],
    ids=" ".join,
)
def test_no_command_writes_a_number_that_was_typed(quick: Runner, record: Path, words: tuple[str, ...], number: str) -> None:
    before = list_files(record)
    ran = quick(*(word.replace("{number}", number) for word in words), cwd=record)
    assert ran.code == 2
    assert "CPR-nummer" in ran.err
    assert list_files(record) == before


def test_an_interview_asks_again_where_an_answer_holds_a_number(run: Runner, record: Path) -> None:
    answers = f"Besøg {NUMBER}\nBesøg hos os\nJens {NUMBER}\nTønder Kommune\n"
    ran = run("new", "besoeg", "--form", "tilskud", given=answers.encode(), cwd=record)
    message = f"{ran.out}{ran.err}"
    assert message.count("svaret indeholder et CPR-nummer; skriv det uden nummeret") == answers.count(NUMBER)
    text = (record / "agreements" / "besoeg.yaml").read_text("utf-8")
    assert "Besøg hos os" in text
    assert not DIGITS.search(message + text)


def test_a_successor_does_not_carry_a_number_on(quick: Runner, record: Path) -> None:
    path = record / NAMED
    path.write_text(re.sub(r"^formål:.*$", f"formål: Hos {NUMBER}.", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    ran = quick("renew", NAMED, "--id", "ny-aftale", cwd=record)
    assert (record / "agreements" / "ny-aftale.yaml").exists() is False
    assert "CPR-nummer" in ran.err
