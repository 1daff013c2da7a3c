"""Chapter TJK: the thirteen points of the checklist; the number of a rule is the number of its point (S3 Tjekliste)."""

from . import closing, exchange, frames, goals, needs

RULES = (*needs.RULES, *goals.RULES, *frames.RULES, *exchange.RULES, *closing.RULES)
