"""The data that the explorer keeps for the next session: its records, its file, and the way from and to a session."""
