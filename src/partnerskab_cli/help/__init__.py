"""Help for those who write: pages on rules, fields, the checklist and the policy, made of what they declare themselves."""
