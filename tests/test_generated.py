"""What is generated from the declarations is committed as it would be generated now."""

import runpy

import pytest
from conftest import PROJECT

FILES = runpy.run_path(str(PROJECT / "scripts" / "generate.py"))["FILES"]


@pytest.mark.parametrize("name", FILES)
def test_a_generated_file_is_up_to_date(name: str) -> None:
    assert (PROJECT / name).read_text("utf-8") == FILES[name](), "run: python scripts/generate.py"
