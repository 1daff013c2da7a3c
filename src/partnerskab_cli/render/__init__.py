"""Documents, reports and pages → Markdown, HTML, PDF, Word, CSV, Excel, JSON, iCalendar, text, the web site. One file a format."""
