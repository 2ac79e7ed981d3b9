"""The words of the search index: which texts are indexed, how spellings match, which entity has which word."""
