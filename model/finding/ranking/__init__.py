"""Ranks search hits: finds the entities for each query word, then decides which hit comes first."""
