"""Report → text, one file a format. A format is a function of a report and of how it is to look."""
