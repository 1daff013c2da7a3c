"""What was signed stays signed: agreements with the canonical text and the fingerprint they had in version 0.1.

`vectors.json` is written once and never again: a line of it that no longer holds is a broken signature, not an old expectation.
It has every agreement of the example record, of the clean agreements and of the cases of the sources as they stood, one that
answers every question, each signed field alone, and the notations that later readers may understand better than 0.1 did.
"""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from telling import agreement

from partnerskab_cli.history.signature import compute_content_fingerprint, dump_canonical_json, extract_signed_content


class Vector(NamedTuple):
    """An agreement as it was signed."""

    name: str
    yaml: str
    canonical: str
    fingerprint: str


VECTORS = [Vector(**row) for row in json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_what_was_signed_keeps_its_canonical_text_and_its_fingerprint(vector: Vector) -> None:
    signed = agreement(vector.yaml)
    assert dump_canonical_json(extract_signed_content(signed)) == vector.canonical
    assert compute_content_fingerprint(signed) == vector.fingerprint


def test_the_vectors_are_as_many_as_were_written() -> None:
    assert len({vector.name for vector in VECTORS}) == 234
