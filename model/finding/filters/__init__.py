"""The filters of a search, such as `kind:` and `tier:`: which entities match, and which values are suggested."""
