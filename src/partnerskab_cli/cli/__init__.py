"""The command line: one file a command, which gathers, shows and exits."""
