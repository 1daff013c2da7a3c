"""A page of help as text for a terminal, as Markdown and as HTML."""
