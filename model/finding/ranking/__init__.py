"""Ranking of search results: what each word of a query can mean, and which entity comes before which."""
