"""The partnership agreements of a municipality: written, checked, shown and followed as plain files in git."""
