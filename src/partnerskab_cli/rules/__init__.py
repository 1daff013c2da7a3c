"""The review rules, one file a chapter. A rule is a demand with its reason, its words and its examples."""
