"""Search: from half a name, an old name, an acronym, a code or a question to the entities meant, best first."""

from .hits import Hit, Matches
from .index import Index
from .query import Filter, Query, QueryError, parse_query, query_of

__all__ = ["Filter", "Hit", "Index", "Matches", "Query", "QueryError", "parse_query", "query_of"]
