"""Chapter JUR, first part: what must never stand in a file that many can read. These rules see the file as text."""

from . import numbers, persons

RULES = (*numbers.RULES, *persons.RULES)
