"""The top level of a view: which entities are its roots. With it a view can be laid out again in part, see `patching`."""

from collections.abc import Callable, Sequence
from typing import Any

from ..facts.graph import Graph
from ..format.unchanging import Unchanging
from .layout import Inside, Row


class Top(Unchanging):
    """The top level of a view.

    Attributes:
        is_root: Whether an entity in the trees is a root, by itself.
        inside: Gives the rows below a root.
        key: The sort key of a root; `None` where `rows` orders them.
        rows: The rows for roots that have groups above them; `None` where a root's row has nothing above it.
        reach: How many relations away from an entity that turns on a day the rows below another may change.
        names_others: Whether headings have names of entities without a relation to the one they are below.
        leading: The kinds of which an entity has another place below its parent if something is below it.
        is_complete: Whether every entity in the trees has a row, and each of its rows could have rows below it.
    """

    is_root: Callable[[Graph, str], bool]
    inside: Inside
    key: Callable[[Graph, str], Any] | None = None
    rows: Callable[[Graph, Sequence[str]], list[Row]] | None = None
    reach: int = 1
    names_others: bool = False
    leading: tuple[str, ...] = ()
    is_complete: bool = False
