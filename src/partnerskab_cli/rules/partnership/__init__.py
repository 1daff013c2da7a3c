"""Chapter PRT: the partnership, the relation and the principles behind it."""

from . import equality, parties, relation

RULES = (*parties.RULES, *relation.RULES, *equality.RULES)
