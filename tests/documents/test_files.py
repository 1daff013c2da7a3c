"""Whether a file is one of ours is told from a few of its bytes, whatever it is."""

import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from conftest import Runner, example_record

from partnerskab_cli.render.file_names import MOST_BYTES, PROPERTIES, is_own_output

LARGE = 1 << 26


def packed(name: str, content: bytes, times: int = 1) -> bytes:
    """A Word file with one part, its content so many times over."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file, file.open(name, "w", force_zip64=True) as part:
        for _ in range(times):
            part.write(content)
    return target.getvalue()


FOREIGN = {
    "nothing": b"",
    "no package": b"PK\x03\x04",
    "a package without properties": packed("word/document.xml", b"partnerskab"),
    "somebody else's": packed(PROPERTIES, b"<creator>Word</creator>"),
    "damaged within": packed(PROPERTIES, b"partnerskab" * 9).replace(b"\x00\x00\x00", b"\x01\x00\x00", 1)[:60] + bytes(90),
    "one that says so far too late": packed(PROPERTIES, b" " * MOST_BYTES + b"partnerskab"),
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_somebody_elses_file_is_none_of_ours(data: bytes) -> None:
    assert not is_own_output(data, "docx")


def test_a_word_file_that_unpacks_to_far_more_is_not_unpacked() -> None:
    data = packed(PROPERTIES, bytes(1 << 20), LARGE >> 20)
    tracemalloc.start()
    assert not is_own_output(data, "docx")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1 << 22


def test_our_own_is_known(run: Runner, tmp_path: Path) -> None:
    record = example_record(tmp_path)
    assert run("render", "kaffe-paa-kanden", "--to", "docx", "-o", "ud", cwd=record).code == 0
    assert is_own_output((record / "ud" / "kaffe-paa-kanden.docx").read_bytes(), "docx")
