"""The filters of a search, such as `kind:` and `tier:`: which entities fit, and which values are suggested."""
