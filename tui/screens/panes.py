"""The explorer's screen as it is drawn: tree, detail, what stands above and below, all from one exploration."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Resize

from tiers.model import Graph

from ..describing import Line
from ..exploring.exploration import Exploration
from ..exploring.telling import tell
from ..widgets.detail_pane import DetailPane
from ..widgets.key_line import KeyLine, Prompt
from ..widgets.masthead import Masthead
from ..widgets.structure_tree import StructureTree
from .heading import heading_of
from .keyed_screen import KeyedScreen
from .keys import EXPLORER_KEYS

TREE, DETAIL = "tree", "detail"

_NARROW = 60
"""Below so many columns the detail covers the tree."""

_SOON = 0.1
"""Seconds after which the index is begun: not before what was pressed is seen."""

_SLICE, _PAUSE = 0.005, 0.002
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
        self._indexing = True

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
        """Draw where the reader begins; the index for searching is begun when that is seen."""
        self.show()
        self.call_after_refresh(self.set_timer, _SOON, self.index)

    def on_resize(self, event: Resize) -> None:
        """Show tree and detail side by side where there is room."""
        self.set_class(event.size.width < _NARROW, "-narrow")

    def show(self) -> None:
        """Draw where the reader is."""
        in_tree = self.pane == TREE
        self.set_class(self.covers(), "-detail")
        exploration = self.exploration
        self.structure.show(
            self.graph,
            exploration.walk,
            active=in_tree,
            differences=exploration.differences,
            marked=None if exploration.marked is None else exploration.marked.id,
        )
        self.detail.show(self._description(), active=not in_tree)
        self.masthead.show(heading_of(exploration))
        self.key_line.show(self.hints(), prompt=self.prompt(), message=self.message or self.remark())
        if not self._indexing and not exploration.is_prepared:  # for another date or view
            self._indexing = True
            self.set_timer(_SOON, self.index)

    def covers(self) -> bool:
        """Whether the detail covers the tree where there is no room for both."""
        return self.pane == DETAIL

    def index(self) -> None:
        """Go on with the index for searching while the reader thinks, a little at a time."""
        exploration = self.exploration
        stage = exploration.stage
        self._indexing = exploration.work(_SLICE)
        if self._indexing:
            self.set_timer(_PAUSE, self.index)
        if exploration.stage > stage or not self._indexing:  # help and palette may have had the rest read
            self.indexed()

    def indexed(self) -> None:
        """More has been indexed, so that more can be answered."""

    def prompt(self) -> Prompt | None:
        """Return what is being asked for in the last line; `None` for nothing."""
        return None

    def remark(self) -> str:
        """Return what is said in the last line where nothing else is."""
        return ""

    def _description(self) -> Sequence[Line]:
        """Return what the detail tells, the same as before where it is to tell the same."""
        exploration = self.exploration
        walk = exploration.walk
        key = (self.graph, exploration.against, exploration.view, exploration.aspect)
        key = (*key, *(() if exploration.aspect.pair else (walk.cursor, exploration.visiting)))
        if key != self._described[0]:
            self._described = (key, tell(exploration))
        return self._described[1]
