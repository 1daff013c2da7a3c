"""YAML and spreadsheets in: files within limits, parser with places, decoder, issues."""
