"""An agreement as a paper: one view of it, and Markdown, HTML, PDF and Word made from that view."""
