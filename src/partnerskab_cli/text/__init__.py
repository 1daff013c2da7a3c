"""What can be said: texts in two languages, matching of words, blocks of a page and of a document, escaping for Markdown."""
