"""Chapter STR: the file and its structure. Most of it is noticed while the file is read; its words stand here."""

from . import keys, stream, values

RULES = (*stream.RULES, *keys.RULES, *values.RULES)
