"""What an agreement is: frozen records in which each field declares itself once. No input or output."""
