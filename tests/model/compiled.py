"""A model as it comes from the cache, without a file."""

from tiers.model import Graph
from tiers.model.cache.disk.mapped import Mapped
from tiers.model.cache.models import CacheEntry, compiled, model_of


def never() -> Mapped:
    """Stand for the files of a model that is not damaged."""
    raise AssertionError


def compiled_model(graph: Graph) -> Graph:
    """Return a graph compiled in memory; a record is made when it is first asked for."""
    return model_of(compiled(CacheEntry("model", b"token"), [], graph), never)
