"""The screen of a picture: boxes and arrows with a cursor; Enter opens the entity of the box."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult

from ..exploring.pictures.walk import PictureWalk, Showing
from ..printing.tree.boxes import cut
from ..widgets.key_line import KeyHint, KeyLine
from ..widgets.pane import Pane, Run
from ..widgets.picture_pane import PicturePane
from ..widgets.shortening import shortened
from .key import Key, When
from .keyed_screen import KeyedScreen

_HINTS = (
    KeyHint("↵", "open", "enter"),
    KeyHint("r", "all or a part", "r"),
    KeyHint("esc", "close", "escape"),
)

_TOUR_HINTS = (*_HINTS[:-1], KeyHint(">", "next question", "greater_than_sign"), _HINTS[-1])
"""The hints during the tour; the last two stay however little room there is."""

_ROOM_FOR_TOUR = 34
"""The cells of the last line that a message leaves for these two."""

_ROOM_TO_CLOSE = 32
"""The cells that it leaves for the last two hints without the tour, so that the way out is always shown."""


class TitleLine(Pane):
    """The lines above a picture: its contents, its command on the right if there is room, then its head.

    Attributes:
        title: The contents of the picture.
        command: The command.
        head: The lines of the picture that do not scroll.
    """

    title = ""
    command = ""
    head: Sequence[str] = ()

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line."""
        if line:
            yield (f" {self.head[line - 1]}" if line <= len(self.head) else "", self.look("quiet"))
            return
        yield (f" {shortened(self.title, width - 2)}", self.look("strong"))
        room = width - cell_len(self.title) - cell_len(self.command) - 2
        if room > 1:
            yield (f"{' ' * room}{self.command}", self.look("quiet"))


def _is_touring(screen: "PictureScreen") -> bool:
    return screen.touring


_TOURING = When["PictureScreen"](_is_touring)


class PictureScreen(KeyedScreen[str | None]):
    """A picture over the whole terminal; dismissed with the entity that is opened, or `None`.

    Attributes:
        touring: Whether it is an answer of the running tour.
        walk: The picture and its cursor.
        onward: What follows it: 1 for the next question of the tour, -1 for the previous one, 0 for neither.
    """

    DEFAULT_CSS = """
    PictureScreen { background: $background; color: $ink; overflow: hidden; }
    TitleLine { dock: top; height: 1; width: 100%; }
    PicturePane { width: 100%; height: 1fr; }
    """

    KEYS: ClassVar[Sequence[Key["PictureScreen"]]] = (
        Key("down,j", lambda screen: screen.go(lambda walk: walk.up_or_down(1))),
        Key("up,k", lambda screen: screen.go(lambda walk: walk.up_or_down(-1))),
        Key("right,l,tab", lambda screen: screen.go(lambda walk: walk.left_or_right(1))),
        Key("left,h,shift+tab", lambda screen: screen.go(lambda walk: walk.left_or_right(-1))),
        Key("pagedown", lambda screen: screen.go(lambda walk: walk.page(screen.height))),
        Key("pageup", lambda screen: screen.go(lambda walk: walk.page(-screen.height))),
        Key("home,g", lambda screen: screen.go(lambda walk: walk.to_end(last=False))),
        Key("end,G", lambda screen: screen.go(lambda walk: walk.to_end(last=True))),
        Key("enter", lambda screen: screen.open()),
        Key("r", lambda screen: screen.widen()),
        Key("escape,ctrl+c,b,T,q", lambda screen: screen.leave()),
        Key("greater_than_sign", lambda screen: screen.go_on(1), when=_TOURING),
        Key("less_than_sign", lambda screen: screen.go_on(-1), when=_TOURING),
        Key("ctrl+q", lambda screen: screen.app.exit()),
    )

    def __init__(
        self, showing: Showing, entity_id: str | None, *, unicode: bool, touring: bool = False
    ) -> None:
        super().__init__()
        self._showing = showing
        self._entity_id: str | None = entity_id
        self._unicode = unicode
        self.touring: bool = touring
        self.onward = 0
        self._title = TitleLine()
        self._pane = PicturePane()
        self._key_line = KeyLine()
        self._said = ""
        self.walk = self._pane.walk

    @property
    def height(self) -> int:
        """How many lines of the picture are visible."""
        return max(self._pane.size.height - 1, 1)

    def compose(self) -> ComposeResult:
        """Yield title, picture and last line."""
        yield self._title
        yield self._pane
        yield self._key_line

    def on_resize(self) -> None:
        """Draw the picture in the new width, with the cursor on the same box."""
        picture = self._showing.drawn(max(self.size.width - 2, 1), unicode=self._unicode)
        again = bool(self.walk.picture.spots)
        self.walk = self.walk.again(picture) if again else PictureWalk.of(picture, self._entity_id)
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Draw the screen."""
        self._pane.show(self.walk)
        self._title.title, self._title.command = self._showing.title, self._showing.command
        picture = self.walk.picture
        self._title.head = [
            cut(line, self._pane.shift, self.size.width) for line in picture.lines[: picture.head]
        ]
        self._title.styles.height = 1 + picture.head
        self._title.refresh()
        spot = self.walk.spot
        words = "" if spot is None else f"{spot.node.name}{f': {spot.node.words}' if spot.node.words else ''}"
        message = self._said or words
        room = _ROOM_FOR_TOUR if self.touring else _ROOM_TO_CLOSE
        message = shortened(message, max(self.size.width - room, 0))
        self._key_line.show(_TOUR_HINTS if self.touring else _HINTS, message=message)

    def go(self, move: Callable[[PictureWalk], None]) -> None:
        """Move the cursor."""
        self._said = ""
        move(self.walk)
        self.draw()

    def open(self) -> None:
        """Open the entity of the box."""
        spot = self.walk.spot
        if spot is None or spot.node.id is None:
            self._said = "no entity: its name is all that is known"
            self.draw()
        else:
            self.dismiss(spot.node.id)

    def widen(self) -> None:
        """Show the whole model, or a part of it again."""
        self._said = self._showing.widen()
        self.on_resize()

    def leave(self) -> None:
        """Close the picture without opening anything."""
        self.dismiss(None)

    def go_on(self, by: int) -> None:
        """Close the picture and continue the tour."""
        self.onward = by
        self.dismiss(None)

    def missed(self, key: Key["PictureScreen"]) -> None:
        """Show which keys there are."""
        self.unknown(key.names[0])

    def unknown(self, name: str) -> None:  # noqa: ARG002 - which key it was makes no difference
        """Show which keys there are."""
        self._said = "the arrows move, esc closes"
        self.draw()

    def on_picture_pane_picked(self, message: PicturePane.Picked) -> None:
        """Put the cursor on a clicked box; if it is there already, open the box's entity."""
        message.stop()
        if message.at == self.walk.at:
            self.open()
        else:
            self.walk.put(message.at)
            self.draw()

    async def on_key_line_clicked(self, message: KeyLine.Clicked) -> None:
        """Handle a click on the hint of a key."""
        message.stop()
        await self.press(message.name, None)
