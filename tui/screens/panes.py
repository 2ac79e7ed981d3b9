"""The layout of the explorer's screen: heading, tree, detail and last line, all drawn from one exploration."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.events import Resize

from tiers.model import Mistake

from ..exploring.exploration import Exploration
from ..exploring.history import Place
from ..exploring.kept.beginning import FirstWords
from ..exploring.pages.page import ENTITY
from ..widgets.detail_pane import DetailPane
from ..widgets.key_line import KeyHint, KeyLine, Prompt
from ..widgets.masthead import Masthead
from ..widgets.structure_tree import StructureTree
from ..wording.description import Line
from ..wording.labels import weighted_words
from .heading import heading_of
from .key import Key
from .keyed_screen import KeyedScreen
from .match_words import broken_words, search_words
from .modes.mode import Mode

if TYPE_CHECKING:
    from ..exploring.live.reloader import News
    from ..widgets.tour_strip import TourStrip

_NARROW = 60
"""The width in columns from which tree and detail are side by side; below it the detail covers the tree."""

ALONE = "-alone"
"""The class of a screen on which the reader wants the tree alone, and the detail in its place."""

_ROOM_FOR_TREE = 140
"""The width in columns from which a comparison fits beside the tree."""

_SOON = 0.1
"""The seconds before indexing starts, so that the frame of a key is drawn first."""

_SLICE, _PAUSE = 0.005, 0.002
"""The seconds of one slice of indexing, and between slices, so that no key waits for long."""


class Side(StrEnum):
    """The two panes that keys move in."""

    TREE = "tree"
    DETAIL = "detail"


class PanedScreen(KeyedScreen[None]):
    """The tree and detail of an exploration.

    Every change ends with `show`, which gives each widget its contents: one key, one frame.

    Attributes:
        exploration: The state of the explorer.
        mode: The present mode, which gets keys first; `None` while keys are commands.
        pane: The pane in which keys move: the tree or the detail.
        message: The message of the last line until the next key.
        news: The last result of changed model files; `None` while they are unchanged.
        mistakes: The mistakes of the last save; while there are any, the model from before it is shown.
        fresh: The sign and the word for the row of each entity that the last save made or changed.
        tour: The question of the tour above the last line; `None` outside a tour.
        structure: The tree.
        detail: The detail.
    """

    def __init__(self, exploration: Exploration) -> None:
        super().__init__()
        self.exploration = exploration
        self.mode: Mode | None = None
        self.pane = Side.TREE
        self.message = ""
        self.news: News | None = None
        self.mistakes: Sequence[Mistake] = ()
        self.fresh: Mapping[str, tuple[str, str]] = {}
        self.tour: TourStrip | None = None
        self.masthead = Masthead()
        self.structure = StructureTree(exploration.graph, exploration.walk)
        self.detail = DetailPane()
        self.key_line = KeyLine()
        self._described: tuple[tuple[object, ...], Sequence[Line]] = ((), ())
        self._is_begun = False
        """Whether the first frame is drawn."""
        self._indexing = True

    @property
    def tells(self) -> bool:
        """Whether the detail is visible with a page other than that of the entity."""
        in_sight = self.pane is Side.DETAIL or not self.has_class("-narrow")
        return in_sight and self.exploration.page != ENTITY

    def compose(self) -> ComposeResult:
        """Yield the parts of the screen."""
        yield self.masthead
        yield self.structure
        yield self.detail
        yield self.key_line

    def on_mount(self) -> None:
        """Draw the first frame with only the visible part of a long page; then the rest, and start the search index."""
        self.structure.words = words = FirstWords(self.exploration.graph, self.exploration.walk.forest)
        self.show()
        self.call_after_refresh(self._draw_the_rest, words)
        self.call_after_refresh(self.set_timer, _SOON, self.index)

    def _draw_the_rest(self, words: FirstWords) -> None:
        """Give the detail its whole page, for which the first frame did not wait, and keep what that said."""
        words.keep()
        self.structure.words = weighted_words
        self._is_begun = True
        self._described = ((), ())
        self.show()

    def on_resize(self, event: Resize) -> None:
        """Show tree and detail side by side if there is room."""
        self._give_room()
        self.fold_panes(event.size.width)

    def fold_panes(self, width: int) -> None:
        """Let the detail cover the tree if there is no room for both, or the reader wants it so."""
        self.set_class(width < _NARROW or self.has_class(ALONE), "-narrow")

    def show(self) -> None:
        """Draw the screen from the exploration."""
        top = self.detail.top
        in_tree = self.pane is Side.TREE
        self._give_room()
        self.set_class(self._covers(), "-detail")
        exploration = self.exploration
        exploration.spare.note_key()
        self.structure.show(
            exploration.graph,
            exploration.walk,
            active=in_tree,
            differences=exploration.differences,
            marked=None if exploration.marked is None else exploration.marked.id,
            fresh=self.fresh,
        )
        self.detail.show(self._description(), active=not in_tree)
        self.masthead.show(heading_of(exploration))
        if self.tour is not None:
            self._show_tour(self.tour)
        self.key_line.show(self.hints(), prompt=self._prompt(), message=self.message or self._remark())
        self.index_soon()
        if self.mode is not None:
            self.mode.drawn(top)

    def place(self) -> Place:
        """Return the present place, to return to."""
        return self.exploration.place(self.detail.link if self.pane is Side.DETAIL else None)

    def return_to(self, place: Place) -> None:
        """Go back to a place, in the tree or at a link of the detail."""
        self.exploration.return_to(place)
        self.pane = Side.TREE if place.link is None else Side.DETAIL
        self.show()
        if place.link is not None:
            self.detail.choose(place.link)

    def live_keys(self) -> list[Key[Any]]:
        """Return the keys that do something now."""
        return [each for each in self.KEYS if self.is_live(each)]

    def hints(self) -> list[KeyHint]:
        """Return the hints of the keys that do something now, for the last line."""
        live = self.live_keys()
        return [each.key_hint for each in (live if self.mode is None else self.mode.hints(live)) if each.hint]

    def on_screen_suspend(self) -> None:
        """Build the search index while another screen, such as the palette, searches with it."""
        self.exploration.like.is_wanted = True
        self.index_soon()

    def index_soon(self) -> None:
        """Go on with the search index if it is not complete, as for another date or view."""
        if not self._indexing and not self.exploration.is_prepared:
            self._indexing = True
            self.set_timer(_SOON, self.index)

    def index(self) -> None:
        """Build a slice of the search index between key presses."""
        exploration = self.exploration
        stage = exploration.stage
        self._indexing = exploration.work(_SLICE)
        if self._indexing:
            self.set_timer(_PAUSE, self.index)
        if exploration.stage > stage or not self._indexing:  # help and palette may have completed it
            self.indexed()

    def indexed(self) -> None:
        """Repeat the present search after more is indexed."""
        walk = self.exploration.walk
        if walk.found is None or not walk.found.meant.reading:
            return
        if self.mode is None or not self.mode.indexed():
            walk.find_again()
            self.show()

    def _show_tour(self, tour: "TourStrip") -> None:
        """Draw how the tour continues from here."""
        typing = self.mode is not None and self.mode.is_typing
        if typing or self.pane is Side.DETAIL or self.tells:
            tour.show(asking=typing and not self.is_prompt_empty, leaving="goes back")
        else:
            tour.show(asking=False)

    @property
    def is_prompt_empty(self) -> bool:
        """Whether the present page asks for text and none is typed yet."""
        prompt = self._prompt()
        return self.mode is not None and self.mode.is_typing and prompt is not None and not prompt.text

    def _prompt(self) -> Prompt | None:
        return None if self.mode is None else self.mode.prompt()

    def _remark(self) -> str:
        """Return the last line without a message: the words of the mode, else those of the search."""
        if self.mode is not None and (remark := self.mode.remark()):
            return remark
        if self.mistakes:
            return broken_words(self.mistakes, self.size.width - 2)
        return search_words(self.exploration)

    def _covers(self) -> bool:
        """Whether the detail covers the tree in a narrow terminal."""
        covers = None if self.mode is None else self.mode.covers()
        return self.pane is Side.DETAIL if covers is None else covers

    def _description(self) -> Sequence[Line]:
        """Return the lines of the detail; the same object as before if nothing has changed, so that it is not redrawn."""
        lines = () if self.mode is None else self.mode.lines()
        if lines:
            return lines
        exploration = self.exploration
        walk = exploration.walk
        key = (exploration.graph, exploration.against, exploration.view, exploration.page)
        key = (*key, *(() if exploration.page.is_fixed else (walk.cursor, exploration.visiting)))
        if key != self._described[0]:
            page = exploration.page
            whole = self._is_begun
            lines = page.lines(exploration) if whole else page.beginning(exploration, self.app.size.height)
            self._described = (key, lines)
        return self._described[1]

    def _give_room(self) -> None:
        """Give a comparison the whole width while the detail is active and half the width is too narrow."""
        compares = self.exploration.page.is_wide and self.pane is Side.DETAIL
        self.set_class(compares and self.size.width < _ROOM_FOR_TREE, "-comparison")
