"""The model's files while they are explored: seen when they change, read when they are whole, opened in an editor."""
