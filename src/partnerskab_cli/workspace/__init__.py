"""The folder on disk, and what several commands share: find files, load a portfolio, run a check, make documents. Knows no terminal."""
