"""Each rule is missed when it is switched off."""

import pytest
from laying import LAID
from switch_off import broken, switched_off

from partnerskab_cli.rules.rule import Rule


@pytest.mark.parametrize("rule", LAID, ids=lambda rule: rule.code)
def test_a_rule_that_is_switched_off_is_missed(rule: Rule) -> None:
    with switched_off(rule.code):
        assert broken([rule]) == [f"{rule.code} bad"]
