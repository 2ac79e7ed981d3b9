"""The words of the search index: which texts are indexed, how spellings are matched, which entity has which word."""
