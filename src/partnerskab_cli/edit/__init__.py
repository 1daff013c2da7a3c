"""YAML out with its comments kept: a tree of what stands where, small edits in place, the formatter."""
