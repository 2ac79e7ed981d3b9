"""Everything about one entity as lines: what `tiers show` prints and the explorer's detail pane draws.

`entity` defines the order. The heading of relations is the reading of their kind, that of claims the label of
their key; both are defined in `model/format`. `relations` and `statements` add them, with a few headings of
their own.
"""

from .entity import describe
from .line import Line

__all__ = ["Line", "describe"]
