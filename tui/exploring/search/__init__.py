"""Search in the explorer: the query that is typed, its matches, their rows and what Tab completes."""
