"""Chapter POR: all agreements of a record at once. These rules run when a folder is checked, not for single files."""

from . import coverage, planning, references

RULES = (*coverage.RULES, *references.RULES, *planning.RULES)
