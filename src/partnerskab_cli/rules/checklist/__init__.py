"""Chapter TJK: the thirteen points of the checklist; the number of a rule is the number of its point (S3 Tjekliste)."""

from . import aims, closing, frames

RULES = (*aims.RULES, *frames.RULES, *closing.RULES)
