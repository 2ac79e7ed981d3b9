"""Reads a git repository directly: runs no program, writes nothing, and follows no setting."""
