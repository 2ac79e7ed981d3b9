"""Printing from the explorer: the contents, the format, and the destination (a file, the clipboard or stdout)."""
