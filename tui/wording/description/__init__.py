"""Everything about one entity as lines: what `tiers show` prints and the explorer's detail pane draws.

`entity` has the order. A heading over relations is the reading of their kind, one over claims the label of their key:
both stand in `model/format`. `relations` and `statements` put them there, with the few headings of their own.
"""

from .entity import describe
from .line import Line

__all__ = ["Line", "describe"]
