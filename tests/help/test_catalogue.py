"""The rules all together."""

import json

from partnerskab_cli.help.field_reference import build_fields_reference
from partnerskab_cli.help.rule_list import build_rules_page, build_rules_reference, dump_rules
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.rules.chapters import CHAPTERS
from partnerskab_cli.rules.registry import RULES
from partnerskab_cli.text.localized import LANGUAGES
from partnerskab_cli.text.page import Heading, HelpTable


def test_the_table_has_every_rule_once_in_the_order_of_the_catalogue() -> None:
    (table,) = build_rules_page().blocks
    assert isinstance(table, HelpTable)
    assert [row[0].da for row in table.rows] == [rule.code for rule in RULES]


def test_every_chapter_has_a_title() -> None:
    assert {rule.chapter for rule in RULES} <= set(CHAPTERS)


def test_the_reference_has_a_heading_for_every_rule() -> None:
    headings = [
        block.text.da.split(" · ")[0] for block in build_rules_reference().blocks if isinstance(block, Heading) and block.level == 3
    ]
    assert sorted(headings) == sorted(rule.code for rule in RULES)


def test_the_value_for_machines_is_json_with_english_names_in_both_languages() -> None:
    danish, english = (json.loads(json.dumps(dump_rules(language))) for language in LANGUAGES)
    assert [rule["code"] for rule in danish["rules"]] == [rule.code for rule in RULES]
    assert set(danish["rules"][0]) == set(english["rules"][0])
    assert danish["rules"][0]["why"] != english["rules"][0]["why"]


def test_the_reference_has_a_row_for_every_field() -> None:
    rows = [row[0].da for block in build_fields_reference().blocks if isinstance(block, HelpTable) for row in block.rows]
    assert sorted(rows) == sorted(f"`{point.format_path()}`" for record in (Agreement, Profile) for point in walk_fields(record))
