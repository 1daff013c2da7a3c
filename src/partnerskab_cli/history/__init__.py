"""What git knows of the agreements, and what it means: versions, changes of meaning, signatures bound to content."""
