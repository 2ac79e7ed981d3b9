"""The explorer's screen as it is drawn: tree, detail, what stands above and below, all from one exploration."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Resize

from tiers.model import Graph

from ..describing import Line, describe
from ..exploring.exploration import Exploration
from ..exploring.row_detail import describe_row
from ..widgets.detail_pane import DetailPane
from ..widgets.key_line import KeyLine, Prompt
from ..widgets.masthead import Masthead
from ..widgets.structure_tree import StructureTree
from .heading import heading_of
from .keyed import KeyedScreen
from .keys import EXPLORER_KEYS

TREE, DETAIL = "tree", "detail"

_NARROW = 60
"""Below so many columns the detail covers the tree."""

_SLICE, _PAUSE = 0.005, 0.01
"""Seconds that are indexed for at a time, and seconds between, so that a key never waits."""


class PanedScreen(KeyedScreen[None]):
    """Tree and detail of an exploration.

    Whatever changes it ends with `show`, which hands every widget what it draws: one key, one frame.

    Attributes:
        exploration: Where the reader is.
        pane: Whether the keys move in the tree or in the detail.
        link: The link chosen in the detail; `None` for none.
        message: What is said in the last line until the next key.
        structure: The tree.
        detail: The detail.
    """

    KEYS: ClassVar[Sequence[Binding]] = EXPLORER_KEYS

    def __init__(self, exploration: Exploration) -> None:
        super().__init__()
        self.exploration = exploration
        self.pane = TREE
        self.message = ""
        self.masthead = Masthead()
        self.structure = StructureTree(exploration.graph, exploration.walk)
        self.detail = DetailPane()
        self.key_line = KeyLine()
        self._described: tuple[tuple[object, ...], Sequence[Line]] = ((), ())

    @property
    def graph(self) -> Graph:
        """The model."""
        return self.exploration.graph

    def compose(self) -> ComposeResult:
        """Yield the parts of the screen."""
        yield self.masthead
        yield self.structure
        yield self.detail
        yield self.key_line

    def on_mount(self) -> None:
        """Draw where the reader begins."""
        self.show()

    def on_resize(self, event: Resize) -> None:
        """Show tree and detail side by side where there is room."""
        self.set_class(event.size.width < _NARROW, "-narrow")

    def show(self) -> None:
        """Draw where the reader is."""
        in_tree = self.pane == TREE
        self.set_class(not in_tree, "-detail")
        self.structure.show(self.exploration.walk, active=in_tree)
        self.detail.show(self._description(), active=not in_tree)
        self.masthead.show(heading_of(self.exploration))
        self.key_line.show(self.hints(), prompt=self.prompt(), message=self.message or self.remark())

    def index(self) -> None:
        """Go on with the index for searching while the reader thinks, a little at a time."""
        if self.exploration.like.work(_SLICE):
            self.set_timer(_PAUSE, self.index)

    def prompt(self) -> Prompt | None:
        """Return what is being asked for in the last line; `None` for nothing."""
        return None

    def remark(self) -> str:
        """Return what is said in the last line where nothing else is."""
        return ""

    def _description(self) -> Sequence[Line]:
        walk, visiting = self.exploration.walk, self.exploration.visiting
        key = (self.exploration.view, walk.cursor, visiting)
        if key != self._described[0]:
            if visiting is not None:
                lines = describe(self.graph, visiting)
            else:
                lines = describe_row(self.graph, walk.forest, walk.cursor) if walk.cursor >= 0 else ()
            self._described = (key, lines)
        return self._described[1]
