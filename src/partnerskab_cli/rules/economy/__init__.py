"""Chapter ØKO: the money of every grant, whatever the form of agreement."""

from . import accounts, grants

RULES = (*grants.RULES, *accounts.RULES)
