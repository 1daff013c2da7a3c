"""Bytes → Document → Agreement: limits, encoding, YAML with places, and the shape of a record."""
