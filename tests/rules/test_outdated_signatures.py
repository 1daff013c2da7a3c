"""Whose signature on another text than today's is named, where a party says who must sign for it."""

import pytest
from laying import TODAY, profile

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.history.signature import compute_content_fingerprint
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.source_file import parse_text

HEAD = """\
id: kaffe
titel: Kaffe
formalitet: mundtlig
status: aktiv
formål: Et sted at mødes.
parter:
  - {id: kommunen, navn: Eksempel Kommune, side: offentlig, kontakt: {rolle: konsulent}}
  - {id: venner, navn: Vennerne, side: frivillig, kontakt: {rolle: formand}RULE}
"""
OLD = "1:" + "0" * 32
CASES: dict[str, tuple[str, str, int]] = {
    "no rule, and an old signature": ("", "formand:old", 1),
    "no rule, and a newer one beside it": ("", "formand:old kasserer:now", 0),
    "one of two has signed what stands now": ("[formand, kasserer]", "formand:now kasserer:old", 1),
    "both have signed what stands now": ("[formand, kasserer]", "formand:now kasserer:now", 0),
    "somebody else signed another text": ("[formand, kasserer]", "sekretær:old", 1),
    "somebody else did, and one of the two what stands now": ("[formand, kasserer]", "sekretær:old formand:now", 1),
    "somebody else did, and both of the two what stands now": ("[formand, kasserer]", "sekretær:old formand:now kasserer:now", 0),
    "all signed another text": ("[formand, kasserer]", "formand:old kasserer:old sekretær:old", 1),
}
"""The rule, the signatures, and how many findings there are: one for all who signed the same."""


@pytest.mark.parametrize(("rule", "signatures", "findings"), CASES.values(), ids=CASES)
def test_an_outdated_signature_is_named_unless_all_who_must_have_signed_again(rule: str, signatures: str, findings: int) -> None:
    head = HEAD.replace("RULE", f", tegningsregel: {rule}" if rule else "")
    agreement = parse_text(head, "kaffe.yaml", Agreement).record
    assert agreement
    prints = {"old": OLD, "now": compute_content_fingerprint(agreement)}
    rows = [row.split(":") for row in signatures.split()]
    lines = [f'  - {{part: venner, rolle: {role}, dato: 2026-01-15, fingeraftryk: "{prints[when]}"}}' for role, when in rows]
    _, report = check_bytes(
        "\n".join((head + "underskrifter:", *lines)).encode(), "kaffe.yaml", CheckOptions(profile("danmark"), CheckDates(TODAY))
    )
    assert [finding.code for finding in report.diagnostics].count("SIG01") == findings
