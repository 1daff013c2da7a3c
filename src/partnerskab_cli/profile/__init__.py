"""What a municipality decides for itself, and the profiles that ship with the tool."""
