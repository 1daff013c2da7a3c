"""A record written out is the record that is read back, in either language, whatever it holds."""

import pytest
from conftest import PROJECT
from everything import DANISH, answers, written

from partnerskab_cli.edit.dump import dump_record
from partnerskab_cli.edit.scalars import format_record
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import ContributionKind
from partnerskab_cli.model.people import Anchoring
from partnerskab_cli.model.record import UNREAD
from partnerskab_cli.model.time import Period
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import LANGUAGES, Language

WHOLE = [written(answers(Agreement, DANISH, turn)) for turn in range(len(ContributionKind))]
EXAMPLES = [path.read_text("utf-8") for path in sorted((PROJECT / "agreements").rglob("*.yaml"))]


def read(text: str) -> Agreement:
    agreement = parse_text(text, "a.yaml", Agreement).record
    assert agreement
    return agreement


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [*WHOLE, *EXAMPLES])
def test_what_is_written_is_what_was_read(text: str, language: Language) -> None:
    item = read(text)
    sheet = parse_text("\n".join(format_record(dump_record(item, language), 0)), "a.yaml", Agreement)
    assert sheet.faults == ()
    answers = {field.name: getattr(item, field.name) for field in Agreement.fields}
    assert sheet.record == Agreement.of(answers, item.aside), "keys of the file's own are no answers"
    assert sheet.language == language


def test_only_what_was_answered_is_written() -> None:
    assert dump_record(Agreement.of({"id": "kaffe", "title": "Kaffe"}), "da").keys() >= {"id", "titel"}
    assert dump_record(Period.of({}), "da") == {}
    assert "periode" not in dump_record(Agreement.of({"period": Period.of({})}), "da")
    assert dump_record(Anchoring.of({"management": "Lederen"}, {"staff": "ingen ansatte", "members": UNREAD}), "en") == {
        "management": "Lederen",
        "staff": {"not_relevant": "ingen ansatte"},
    }
