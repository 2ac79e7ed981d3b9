"""The ranking of search hits: which entities each query word finds, and which hit comes first."""
