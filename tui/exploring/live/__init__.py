"""The model's files while the explorer runs: detects changes, reads complete files, and opens an editor."""
