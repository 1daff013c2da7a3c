"""Agreements that nobody wrote by hand: the sound ones give no error and no warning, and a planted fault is found."""

from pathlib import Path

import pytest
from generator import planted, spurious

SOUND = 250
FAULTY = 150


@pytest.mark.thorough
def test_sound_agreements_give_no_error_and_no_warning(tmp_path: Path) -> None:
    assert dict(spurious(SOUND, tmp_path)) == {}


@pytest.mark.thorough
def test_a_planted_fault_is_found_and_nearly_always_alone(tmp_path: Path) -> None:
    faults = [planted(seed, tmp_path) for seed in range(FAULTY)]
    assert [fault for fault in faults if fault.expected not in fault.new] == []
    assert sum(fault.exact for fault in faults) >= FAULTY * 95 // 100
