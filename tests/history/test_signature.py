"""The fingerprint of the signed content, recomputed without the tool's own code; and what a signature is worth."""

import json
import re
import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from telling import BASE, agreement, edited

from partnerskab_cli.history.signature import (
    compute_content_fingerprint,
    dump_canonical_json,
    extract_signed_content,
    iter_unread_fields,
)
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.signing import Validity, compare_fingerprints

PAGE = (Path(__file__).parents[2] / "docs" / "signatures.md").read_text("utf-8")


def shown(kind: str) -> str:
    """The last block of a kind on the page."""
    return str(re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)[-1])


WORDS = {"mundtlig": "oral", "offentlig": "public", "frivillig": "voluntary", "lokaler": "premises", "uge": "week", "år": "year"}


def by_hand() -> dict[str, object]:
    """The page's recipe followed for the page's example, with nothing of the tool's."""
    file = yaml.load(shown("yaml"), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    parties = [{"id": item["id"], "name": item["navn"], "side": WORDS[item["side"]]} for item in file["parter"]]
    premises, hours = file["bidrag"]
    return {
        "id": file["id"],
        "formality": WORDS[file["formalitet"]],
        "parties": ordered(parties),
        "period": {"start": "2026-03-01", "ongoing": file["periode"]["løbende"] == "ja"},
        "geography": ordered(file["geografi"]),
        "purpose": " ".join(file["formål"].split()),
        "contributions": ordered(
            [
                {"party": premises["part"], "kind": WORDS[premises["art"]], "text": premises["tekst"]},
                {"party": hours["part"], "hours": f"{float(hours['timer'].replace(',', '.')):.2f}", "per": WORDS[hours["pr"]]},
            ]
        ),
        "termination": {"notice": f"P{file['ophør']['varsel'].removesuffix(' måneder')}M"},
        "dispute_steps": {"not_relevant": file["uenighed"]["ikke_relevant"]},
        "grant": [
            {"amount": f"{int(file['tilskud']['beløb'].removesuffix(' kr.').replace('.', ''))}.00", "per": WORDS[file["tilskud"]["pr"]]}
        ],
        "evaluation": {"when": {"least": 2, "most": 2, "every": 1, "unit": "Y"}},
    }


def ordered(items: Sequence[object]) -> list[object]:
    return sorted(items, key=text_of)


def text_of(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def test_the_page_can_be_followed_by_hand() -> None:
    text = text_of(by_hand())
    assert text == shown("json").replace("\n", "")
    assert "1:" + sha256(f"partnerskab 1\n{text}".encode()).hexdigest()[:32] == shown("text").strip()


def test_the_tool_follows_the_page() -> None:
    assert dump_canonical_json(extract_signed_content(agreement(shown("yaml")))) == shown("json").replace("\n", "")
    assert compute_content_fingerprint(agreement(shown("yaml"))) == shown("text").strip()


def test_the_command_on_the_page_gives_it_too(tmp_path: Path) -> None:
    (tmp_path / "content.json").write_text(shown("json").replace("\n", ""), "utf-8")
    done = subprocess.run(["sh", "-c", shown("sh")], cwd=tmp_path, capture_output=True, check=True)
    assert f"1:{done.stdout.decode().strip()}" == shown("text").strip()


def test_a_field_that_is_left_out_is_the_same_as_its_default() -> None:
    message = edited(("  - {beløb: 900, ubrugt", "  - {beløb: 900, valuta: DKK, pr: i_alt, efter_budget: nej, ubrugt"))
    assert compute_content_fingerprint(agreement(message)) == compute_content_fingerprint(agreement(BASE))


def test_an_answer_set_aside_is_signed_with_its_reason() -> None:
    prints = {
        compute_content_fingerprint(agreement(edited(("tavshedspligt: Det vi hører på stien bliver på stien.\n", answer))))
        for answer in ("", "tavshedspligt: {ikke_relevant: Vi ved intet.}\n", "tavshedspligt: {ikke_relevant: Vi ser intet.}\n")
    }
    assert len(prints) == 3


@pytest.mark.parametrize(
    "edit",
    [
        ("  varsel: 5 måneder", "  varsel: længe"),
        ("tavshedspligt: Det", "tavshedspligt: [Det]\nx_tavs: Det"),
        ("    - {part: kommunen, varsel: 8 måneder}", "    - {part: kommunen}"),
        ("formål: At", "formmål: At"),
    ],
)
def test_what_cannot_be_read_has_no_fingerprint(edit: tuple[str, str]) -> None:
    result = agreement(edited(edit))
    assert compute_content_fingerprint(result) is None
    assert list(iter_unread_fields(result))


def test_what_cannot_be_read_and_is_not_signed_is_no_matter() -> None:
    result = agreement(edited(("registreret: 2026-01-13", "registreret: snart")))
    assert compute_content_fingerprint(result) == compute_content_fingerprint(agreement(BASE))


def test_two_agreements_never_share_a_fingerprint() -> None:
    assert compute_content_fingerprint(agreement(edited(("id: fuld-aftale", "id: anden-aftale")))) != compute_content_fingerprint(
        agreement(BASE)
    )


def test_an_empty_agreement_has_one_too() -> None:
    assert compute_content_fingerprint(Agreement.of({})) == "1:" + sha256(b"partnerskab 1\n{}").hexdigest()[:32]


NOW = "1:d31a50f8670ac1a12ff982ef5b3952c1"
WORTH = {
    None: Validity.UNBOUND,
    NOW: Validity.HOLDS,
    NOW[:14]: Validity.CUT,
    NOW[:-1]: Validity.CUT,
    NOW[:13]: Validity.CHANGED,
    NOW[:20] + "0": Validity.CHANGED,
    NOW + "0": Validity.CHANGED,
    NOW[:-1] + "0": Validity.CHANGED,
    "0:" + NOW[2:]: Validity.UNKNOWN,
    "2:" + NOW[2:]: Validity.UNKNOWN,
}


@pytest.mark.parametrize(("print_", "worth"), WORTH.items())
def test_a_signature_is_worth_what_its_fingerprint_says(print_: str | None, worth: Validity) -> None:
    assert compare_fingerprints(print_, NOW) is worth


def test_nothing_can_be_compared_with_what_cannot_be_read() -> None:
    assert compare_fingerprints(NOW, None) is Validity.UNKNOWN
