"""The Textual app of the explorer, and the function that runs it."""

import gc
import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from .textual_fixes.start_up import App

# isort: split
# these imports come before any other of Textual, so that its palette is not imported

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.screen import Screen

from tiers.model import Graph
from tiers.model.views import VIEWS

from .exploring.exploration import Exploration
from .exploring.search.meaning import QueryMeanings
from .screens.actions.live import take
from .screens.explorer_screen import ExplorerScreen
from .screens.keyed_screen import KeyedScreen
from .screens.panes import PanedScreen
from .textual_fixes.app import MendedApp
from .themes import DARK, THEMES

if TYPE_CHECKING:
    from .exploring.kept.session import Session
    from .exploring.live.ahead import Ahead
    from .exploring.live.reloader import News
    from .exploring.live.watch import Watch
    from .printing import Subtree


_WHILE_READ = 30_000_000_000
"""The nanoseconds before the first look in which a save may have come while the model was read."""


LARGE = 3_000
"""The number of entities from which another process makes what the cache lacks of a model."""

_IDLE = 1.0
"""The seconds after the first frame, or after a save, when that process is started."""


class Explorer(MendedApp):
    """Explores a graph in the terminal."""

    TITLE = "tiers"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", priority=True)]

    def __init__(
        self,
        graph: Graph,
        *,
        view: str | None = None,
        node: str | None = None,
        model: Sequence[str] = (),
        files: Sequence[str] = (),
        session: "Session | None" = None,
        tours: bool = False,
    ) -> None:
        super().__init__()
        self._tours = tours
        self._files = files
        self._watch: Watch | None = None
        self._ahead: Ahead | None = None
        for theme in THEMES:
            self.register_theme(theme)
        kept = "" if session is None else session.theme
        # without Textual's theme watcher, which would lay out everything again before anything is visible
        self.set_reactive(App.theme, kept if kept in {each.name for each in THEMES} else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.animation_level = "none"
        like = QueryMeanings(graph, is_made_elsewhere=lambda: self._ahead is not None)
        self.exploration = Exploration(graph, VIEWS, like, view or next(iter(VIEWS)), model=model)
        self._session = session
        if session is not None:
            session.take_up(self.exploration, view=view is None and node is None, place=node is None)
        if node is not None:
            self.exploration.go(node)

    def get_default_screen(self) -> Screen[None]:
        """Return the explorer's screen."""
        session, tours = self._session, self._tours
        if session is None:
            return ExplorerScreen(self.exploration, tours=tours)
        introduces = not (session.introduced or tours)
        return ExplorerScreen(self.exploration, introduces=introduces, tours=tours, message=session.message)

    def caret(self) -> tuple[Offset, bool]:
        """Return the position of the terminal's own cursor, and whether it is shown."""
        screen = self.screen
        return screen.caret() if isinstance(screen, KeyedScreen) else super().caret()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return defaults for our own colours, which Textual's themes do not define."""
        return DARK.variables

    def on_mount(self) -> None:
        """Switch the garbage collector off until the first frame is drawn, which it would delay."""
        self.be_legible()
        self.call_after_refresh(_collect_again)
        if self._files:
            self.call_after_refresh(self._begin_watching)
        if not self.is_headless:
            self.call_after_refresh(self.make_ahead, self.exploration.graph)

    def on_unmount(self) -> None:
        """Stop watching the model's files, and completing its cache."""
        if self._watch is not None:
            self._watch.end()
        if self._ahead is not None:
            self._ahead.end()

    def _begin_watching(self) -> None:
        """Start watching the model's files, after the first frame."""
        from .exploring.live.reloader import Reloader  # noqa: PLC0415 - after the first frame
        from .exploring.live.watch import Watch, lay_out_ahead  # noqa: PLC0415 - as above

        reloader = Reloader(self._files, time.time_ns() - _WHILE_READ)
        explorer = self.screen_stack[0]
        if isinstance(explorer, PanedScreen):

            def tell(news: "News") -> None:
                lay_out_ahead(self.exploration, news)
                self.call_later(take, explorer, news)
                if news.model is not None and not self.is_headless:
                    self.call_later(self.make_ahead, news.model)

            fail = partial(self.call_later, self._handle_exception)
            self._watch = Watch(reloader, tell, fail, lambda: self.exploration.spare.keys)
            self._watch.start()

    def make_ahead(self, graph: Graph) -> None:
        """Have another process make what the cache lacks of a large model, and no longer of the one before it."""
        if self._ahead is not None:
            self._ahead.end()
            self._ahead = None
        if len(graph) < LARGE:
            return
        from .exploring.live.ahead import Ahead, can_be_made_ahead  # noqa: PLC0415 - only a large model pays for it

        if can_be_made_ahead(graph):
            self._ahead = Ahead(graph, partial(self.call_later, self._take_ahead))
            self.set_timer(_IDLE, self._ahead.start)

    def _take_ahead(self, ended: "Ahead") -> None:
        """Take the search index that the other process has stored; where it has stored none, index here."""
        explorer = self.screen_stack[0]
        if self._ahead is ended and isinstance(explorer, PanedScreen):
            self._ahead = None
            explorer.index_soon()


def _collect_again() -> None:
    gc.freeze()
    gc.enable()


def run(
    graph: Graph,
    *,
    view: str | None = None,
    node: str | None = None,
    model: Sequence[str] = (),
    files: Sequence[str] = (),
    keeps: bool = False,
    tours: bool = False,
) -> "tuple[int, Sequence[tuple[Subtree, str]]]":
    """Explore a graph.

    Args:
        graph: The model at its date.
        view: The name of the view to begin with; `None` for the first.
        node: The id of the entity to begin at.
        model: The paths of the model from the command line.
        files: The files and directories to watch for changes.
        keeps: Whether to continue where this reader was last, and to keep the place for the next time.
        tours: Whether to begin with the tour.

    Returns:
        The exit status (0, or 128 plus the number of a signal), and the prints to write to stdout now, each
        with its format.

    Raises:
        Exception: The explorer failed; the mistake is in tiers.
    """
    gc.disable()
    session = None
    if keeps:
        from .exploring.kept.session import Session  # noqa: PLC0415 - not for a session that keeps nothing

        session = Session.of(model)
    explorer = Explorer(graph, view=view, node=node, model=model, files=files, session=session, tours=tours)
    explorer.explore()
    if session is not None:
        session.keep(explorer.exploration, explorer.theme)
    return explorer.return_code or 0, explorer.exploration.later
