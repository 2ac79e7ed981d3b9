"""Everything about one entity as lines: what `tiers show` prints and the explorer's detail pane draws."""

from .entity import describe
from .line import Line

__all__ = ["Line", "describe"]
