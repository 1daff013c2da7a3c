"""Two states of a record side by side, as text, Markdown and JSON. One file each."""
