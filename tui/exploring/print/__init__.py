"""Printing from the explorer: what is printed, in which format, to a file or the clipboard."""
