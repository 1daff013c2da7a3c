"""The schema says what the reader says: of agreements made up at random, of the examples, and of itself."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from canonical import files
from conftest import PROJECT, Runner, needs, program
from jsonschema import Draft7Validator, FormatChecker

from partnerskab_cli.create.json_schema import make_schema
from partnerskab_cli.help.fields import iter_all_records, iter_word_lists
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.record import Record, walk_fields
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.source.source_file import SourceFile, parse_text
from partnerskab_cli.text.localized import LANGUAGES, Language

MANY = int(os.environ.get("PARTNERSKAB_MANY", "300"))
SHAPE = ("STR02", "STR03", "STR04", "STR10", "PRO02", "STR08")
VALIDATORS: dict[tuple[type[Record], Language], Draft7Validator] = {
    (record, language): Draft7Validator(make_schema(record, language), format_checker=FormatChecker(["date"]))
    for record in (Agreement, Profile)
    for language in LANGUAGES
}


def shape_faults(source: SourceFile[Record]) -> list[str]:
    return [fault.code for fault in source.faults if fault.code.startswith(SHAPE)]


@pytest.mark.parametrize("record", [Agreement, Profile])
def test_reader_and_schema_agree_on_files_made_up_at_random(record: type[Record]) -> None:
    apart = list(disagreements(record, MANY))
    assert apart == []


def disagreements(record: type[Record], count: int, seed: int = 7) -> Iterator[str]:
    valid = 0
    for language, value in files(record, count, seed):
        text = json.dumps(value, ensure_ascii=False)
        codes = shape_faults(parse_text(text, "x.yaml", record))
        errors = [error.message[:200] for error in VALIDATORS[record, language].iter_errors(value)]
        valid += not codes
        if bool(codes) != bool(errors):
            yield f"{language} reader {codes} schema {errors}: {text[:600]}"
    assert count * 0.3 < valid < count * 0.9


class TextLoader(yaml.SafeLoader):
    """Reads as editors do: dates are text, and so are the words that only YAML 1.1 takes for truth."""


TextLoader.yaml_implicit_resolvers = {
    letter: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}
    ]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
TextLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$", re.IGNORECASE), list("tTfF"))
TextLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
TextLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+[.][0-9]+$"), list("-+0123456789"))


EXAMPLES = sorted(
    path for folder in ("agreements", "tests/cases", "tests/clean") for path in (PROJECT / folder).glob("*.yaml") if path.stem != "expected"
)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_reader_and_schema_agree_on_the_examples(path: Path) -> None:
    text = path.read_text("utf-8")
    sheet = parse_text(text, path.name, Agreement)
    value = yaml.load(text, TextLoader)  # noqa: S506 - a subclass of the safe loader
    errors = [f"{list(error.absolute_path)}: {error.message[:120]}" for error in VALIDATORS[Agreement, sheet.language].iter_errors(value)]
    assert bool(errors) == bool(shape_faults(sheet)), (errors, shape_faults(sheet))


def test_reader_and_schema_agree_on_the_profile_of_the_example_and_the_shipped_ones() -> None:
    for path in (PROJECT / "partnerskab.yaml", *(PROJECT / "src" / "partnerskab_cli" / "profile").glob("*.yaml")):
        value = yaml.load(path.read_text("utf-8"), TextLoader)  # noqa: S506 - see above
        assert [error.message for error in VALIDATORS[Profile, "da"].iter_errors(value)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", [Agreement, Profile])
def test_the_schema_is_a_schema(record: type[Record], language: Language) -> None:
    Draft7Validator.check_schema(make_schema(record, language))


def properties(value: object) -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "properties" and isinstance(inner, dict):
                yield from inner.items()
            yield from properties(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from properties(inner)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_its_name_and_its_question(language: Language) -> None:
    result = dict(properties(make_schema(Agreement, language)))
    for point in walk_fields(Agreement):
        word = point.field.get_key(language)
        assert word in result
    assert [word for word, item in result.items() if not item.get("description")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_words_says_what_they_mean_and_what_to_choose(language: Language) -> None:
    definitions = make_schema(Agreement, language)["definitions"]
    assert isinstance(definitions, dict)
    result = list(enums(definitions))
    assert len(result) > 20
    for item in result:
        assert len(item["markdownEnumDescriptions"]) == len(item["enum"])  # type: ignore[arg-type]
        assert item["errorMessage"]


def enums(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if "enum" in value and True not in value["enum"]:
            yield value
        for inner in value.values():
            yield from enums(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from enums(inner)


def test_a_definition_means_one_thing() -> None:
    names = [kind.__name__ for kind in kinds()]
    assert sorted(names) == sorted(set(names))


def kinds() -> set[type]:
    records = set(iter_all_records(Agreement)) | set(iter_all_records(Profile))
    return {*records, *(choice for record in records for field in record.fields for choice in iter_word_lists(field.kind))}


@pytest.mark.thorough
def test_every_place_a_snippet_offers_can_stand_there() -> None:
    for language in LANGUAGES:
        for word, item in properties(make_schema(Agreement, language)):
            for example in item.get("examples", ()):  # type: ignore[attr-defined]
                definition = {"definitions": make_schema(Agreement, language)["definitions"], "$ref": item["$ref"]}
                assert Draft7Validator(definition).is_valid(example), (word, example)


def test_the_schemas_for_machines_describe_what_the_tool_writes(run: Runner, project: Path) -> None:
    described = json.loads((project / "schema" / "report.schema.json").read_text("utf-8"))
    Draft7Validator.check_schema(described)
    for words in (("agreements",), ("tests/cases",), ("tests/clean", "--lang", "en")):
        ran = run("check", *words, "--output-format", "json", "--today", "2026-03-01", cwd=project)
        errors = [f"{list(error.absolute_path)}: {error.message}" for error in Draft7Validator(described).iter_errors(json.loads(ran.out))]
        assert errors == []


@pytest.mark.outside
def test_every_pattern_is_one_that_editors_can_read() -> None:
    checker = program("check-jsonschema")
    needs(checker, "check-jsonschema is needed: pip install check-jsonschema")
    schemas = [str(path) for path in sorted((PROJECT / "schema").glob("*.json"))]
    done = subprocess.run([str(checker), "--check-metaschema", *schemas], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
