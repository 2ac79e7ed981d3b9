"""Workarounds for Textual 8, one module each: check these first when upgrading Textual."""
