"""The profiles that ship with the tool, by the names they are chosen by."""

SHIPPED = {"danmark": "danmark.yaml", "tønder": "toender.yaml", "toender": "toender.yaml"}
"""Each with its file."""
KNOWN = ("danmark", "tønder")
"""The names that are offered; one of them is taken without its Danish letter too."""
NEUTRAL = "danmark"
"""What holds where a municipality has chosen none."""
