"""Filters of a search, such as `kind:` and `tier:`: how they are read, what they leave over, what is suggested."""
