"""A paper of tables → Markdown, HTML, CSV, Excel, JSON, a calendar, and the public site. Every format reads the same value."""
