"""Everything about one entity as lines: what `tiers show` prints and the explorer's detail pane draws.

`entity` defines the order. The heading of relations is the reading of their kind, that of claims the label of
their key; both are defined in `model/format`. `relations` and `statements` add them, with a few headings of
their own.
"""

from typing import TYPE_CHECKING

from .line import Line

if TYPE_CHECKING:
    from .entity import describe

__all__ = ["Line", "describe"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return `describe`, importing all that it needs: the first frame of the explorer has its lines kept."""
        if name != "describe":
            message = f"module `{__name__}` has no attribute `{name}`"
            raise AttributeError(message)
        from .entity import describe  # noqa: PLC0415 - as above

        globals()[name] = describe
        return describe
