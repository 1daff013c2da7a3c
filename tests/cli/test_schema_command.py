"""`schema` from the command line."""

from pathlib import Path

import pytest
from conftest import Runner

COMMITTED = {
    ("da", "agreement"): "aftale.da",
    ("en", "aftale"): "agreement.en",
    ("da", "profil"): "profil.da",
    ("en", "profile"): "profile.en",
}


@pytest.mark.parametrize(("keys", "record"), COMMITTED)
def test_the_printed_schema_is_the_committed_one(run: Runner, project: Path, keys: str, record: str) -> None:
    ran = run("schema", "--keys", keys, "--for", record)
    assert ran.code == 0
    assert ran.out == (project / "schema" / f"{COMMITTED[keys, record]}.schema.json").read_text("utf-8")


def test_without_a_word_the_keys_are_in_the_language_of_the_reader(run: Runner) -> None:
    assert '"formål"' in run("skema").out
    assert '"purpose"' in run("schema", "--lang", "en").out


def test_another_language_or_record_is_wrong_use(run: Runner) -> None:
    assert run("schema", "--keys", "de").code == 2
    assert run("schema", "--for", "brev").code == 2
