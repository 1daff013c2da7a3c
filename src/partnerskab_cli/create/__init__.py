"""Whole new files: scaffold, interview, drafts of a list, renewals, a new workspace, the JSON Schema."""
