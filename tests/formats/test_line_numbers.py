"""The line that every other program counts, in whole runs of the tool."""

import json
from pathlib import Path

import pytest
from conftest import TODAY, Runner
from reports import JSON_FORMATS

HEAD = "id: te\ntitel: {title}\nformalitet: mundtlig\n{line}formål: Et sted at mødes.\n"
PARTIES = "parter:\n  - {id: a, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: x}}\n  - {id: b, navn: Venner, side: frivillig, form: netværk, kontakt: {rolle: y}}\n"
TITLES = {
    "plain": "Te",
    "line separator": "'Te\u2028og kage'",
    "paragraph separator": "'Te\u2029og kage'",
    "next line": "'Te\x85og kage'",
    "wide": "Blåbærgrød 🍓🫐 語",
    "in two parts": "Cafe\u0301",
    "over three lines": "|\n  Te\n  og\n  kage",
}


def places(name: str, text: str) -> set[int]:
    """The lines a JSON format names for the slip."""
    value = json.loads(text)
    match name:
        case "json":
            return {item["line"] for item in value["findings"] if item["code"] == "STR04"}
        case "gitlab":
            return {item["location"]["lines"]["begin"] for item in value if item["check_name"] == "STR04"}
        case "rdjson":
            return {item["location"]["range"]["start"]["line"] for item in value["diagnostics"] if item["code"]["value"] == "STR04"}
        case _:
            results = value["runs"][0]["results"]
            return {result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results if result["ruleId"] == "STR04"}


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte-order mark"])
def test_every_format_names_the_line_that_git_counts(run: Runner, tmp_path: Path, title: str, ends: str, mark: bytes) -> None:
    text = HEAD.format(title=TITLES[title], line="status: aktvi\n") + PARTIES
    data = mark + text.replace("\n", ends).encode()
    (tmp_path / "te.yaml").write_bytes(data)
    expected = data.split(b"status:")[0].count(b"\n") + 1
    done = run("check", "te.yaml", "--today", TODAY, *(word for name in JSON_FORMATS for word in ("-o", f"{name}={name}.out")))
    assert f"te.yaml:{expected}:9: fejl STR04" in done.out
    for name in JSON_FORMATS:
        assert (name, places(name, (tmp_path / f"{name}.out").read_text("utf-8"))) == (name, {expected})


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"\xef\xbb\xbf", b"# kun en bem\xc3\xa6rkning", b"id: te", b"id: te\n\n\n", b"\tid: te", b"id: [", b"id: 'te"],
    ids=str,
)
@pytest.mark.parametrize("name", ["full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"])
def test_a_file_of_next_to_nothing_has_its_say_in_every_format(run: Runner, tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / "te.yaml").write_bytes(data)
    done = run("check", "te.yaml", "--output-format", name, "--today", TODAY)
    assert done.code == 1, done.err
    assert "STR" in done.out


def test_a_covered_number_leaves_every_column_where_it_is(run: Runner, tmp_path: Path) -> None:
    line = "{titel: 'Blåbær 070160-5123 🍓', status: aktvi}"
    (tmp_path / "te.yaml").write_text(line + "\n", "utf-8")
    result = json.loads(run("check", "te.yaml", "--output-format", "rdjson", "--today", TODAY).out)["diagnostics"]
    words = {}
    for item in result:
        place = item["location"]["range"]
        words[item["code"]["value"]] = line.encode()[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode()
    assert (words["JUR01"], words["STR04"]) == ("070160-5123", "aktvi")
