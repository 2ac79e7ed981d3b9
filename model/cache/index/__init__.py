"""The search index of a compiled model: its form on disk, how it is written, and where it is stored."""
