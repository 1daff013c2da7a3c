"""What the sources advise beyond fields and rules, as data in the sources' own order."""
