"""Search in the explorer: the typed query, its matches, their rows, and the completion by Tab."""
