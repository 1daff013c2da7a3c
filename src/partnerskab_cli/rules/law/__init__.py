"""Chapter JUR, second part: what the law asks of an agreement, and numbers that must be right."""

from . import contacts, duties, identifiers

RULES = (*duties.RULES, *identifiers.RULES, *contacts.RULES)
