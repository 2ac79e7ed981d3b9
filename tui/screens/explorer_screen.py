"""The explorer's screen: it receives keys and clicks and passes each to its function."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from ..exploring.exploration import Exploration
from ..widgets.detail_pane import DetailPane
from ..widgets.key_line import KeyHint, KeyLine
from ..widgets.masthead import Masthead
from ..widgets.structure_tree import StructureTree
from ..wording.safe_text import safe
from .actions.going import follow_clicked, see
from .actions.moving import put, toggle
from .actions.search import search
from .key import Key, written
from .keys import ALWAYS, EXPLORER_KEYS, FOOTER
from .panes import PanedScreen

_MOVES = frozenset(("up", "down", "left", "right", "j", "k", "h", "l", "pageup", "pagedown"))
"""The keys after which the introduction of the first run stays."""


class ExplorerScreen(PanedScreen):
    """Tree and detail, side by side where there is room."""

    KEYS: ClassVar[Sequence[Key[Any]]] = EXPLORER_KEYS

    def __init__(
        self, exploration: Exploration, *, introduces: bool = False, tours: bool = False, message: str = ""
    ) -> None:
        super().__init__(exploration)
        self._tours = tours
        self.message = message
        self._introduction: Widget | None = None
        if introduces:
            from ..widgets.introduction import Introduction  # noqa: PLC0415 - for the first run only

            self._introduction = Introduction()

    def compose(self) -> ComposeResult:
        """Yield the parts of the screen, and in the first run the introduction."""
        yield from super().compose()
        if self._introduction is not None:
            yield self._introduction

    def on_mount(self) -> None:
        """Begin the tour if it was asked for, and draw the first frame."""
        super().on_mount()
        if self._tours:
            from .actions.tour import begin_tour  # noqa: PLC0415 - only where it is asked for

            begin_tour(self)

    def is_live(self, key: Key[Any]) -> bool:
        """Whether a key does something now, in the present mode and pane."""
        if key.mode is not None:
            return isinstance(self.mode, key.mode) and super().is_live(key)
        if self.mode is not None and self.mode.only_own_keys:
            return key.when is ALWAYS
        return super().is_live(key)

    def hints(self) -> list[KeyHint]:
        """Return the hints of the keys that do something now; outside a mode the most useful ones come first."""
        hints = super().hints()
        if self.mode is None:
            hints.sort(key=lambda hint: FOOTER.index(hint.words))
        return hints

    async def press(self, name: str, character: str | None) -> None:
        """Handle a key, and remove the previous message."""
        if self.message:
            self.message = ""
            self.show()  # before the key opens a dialogue, below which the message would stay
        if self._introduction is not None and (name not in _MOVES or self._is_covered()):
            self._introduction.display = False
            self._introduction = None
        await super().press(name, character)

    def _is_covered(self) -> bool:
        """Whether the introduction of the first run covers the row of the cursor, or the row next to it."""
        structure, introduction = self.structure, self._introduction
        line = structure.cursor_line(self.exploration.walk)
        height = 0 if introduction is None else introduction.size.height
        return line is not None and line - structure.top >= structure.size.height - height - 1

    def takes(self, name: str, character: str | None) -> bool:
        """Whether the mode took a key as typed."""
        return self.mode is not None and self.mode.takes(name, character)

    def pastes(self, text: str) -> None:
        """Pass a pasted text to the mode; if nothing is being typed it becomes a query."""
        if self.mode is None and text.strip():
            search(self)
        if self.mode is not None:
            self.mode.pastes(text)

    def unknown(self, name: str) -> None:
        """Show that a key does nothing, and which key lists all keys."""
        if self.mode is None:
            self.message = f"`{safe(written(name))}` does nothing here; `?` lists the keys"
            self.show()

    def missed(self, key: Key[Any]) -> None:
        """Show why a key does nothing here."""
        if self.mode is None or not self.mode.only_own_keys:
            self.message = key.when.otherwise
            self.show()

    async def on_key_line_clicked(self, message: KeyLine.Clicked) -> None:
        """Handle a click on the hint of a key."""
        message.stop()
        await self.press(message.name, None)

    def on_detail_pane_followed(self, message: DetailPane.Followed) -> None:
        """Follow a clicked link, unless the mode takes the click."""
        message.stop()
        if self.mode is None or not self.mode.clicked(message.link):
            follow_clicked(self, message.link)

    def on_masthead_row_clicked(self, message: Masthead.RowClicked) -> None:
        """Go to a row of the path that was clicked."""
        message.stop()
        put(self, message.row)

    def on_masthead_view_clicked(self, message: Masthead.ViewClicked) -> None:
        """Show a view that was clicked."""
        message.stop()
        see(self, message.view)

    def on_structure_tree_chosen(self, message: StructureTree.Chosen) -> None:
        """Put the cursor on a row that was clicked."""
        message.stop()
        put(self, message.row)

    def on_structure_tree_toggled(self, message: StructureTree.Toggled) -> None:
        """Open or close a row whose mark was clicked."""
        message.stop()
        toggle(self, message.row)
