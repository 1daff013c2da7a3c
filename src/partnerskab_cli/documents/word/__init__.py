"""A document as Word: real styles and headings, its language, header rows that come again, and the same bytes each time."""
