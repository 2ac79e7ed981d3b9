"""The interface of a mode: an object that the screen holds while keys have another meaning."""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from ...exploring.exploration import Exploration
from ...exploring.history import Place
from ...exploring.typed_line import TypedLine
from ...widgets.detail_pane import DetailPane
from ...widgets.key_line import Prompt
from ...widgets.structure_tree import StructureTree
from ...wording.description import Line
from ..key import Key


class Mode:
    """A mode: the screen asks it first, and handles as usual what the mode leaves.

    Attributes:
        only_own_keys: Whether the other keys of the screen do nothing during the mode, except help and quit.
        is_typing: Whether its typed text may be left for a command.
    """

    only_own_keys: ClassVar[bool] = False
    is_typing: ClassVar[bool] = False

    def takes(self, name: str, character: str | None) -> bool:
        """Return whether the mode used a key as typed text."""
        raise NotImplementedError

    def pastes(self, text: str) -> None:
        """Type a pasted text."""

    def clicked(self, link: int) -> bool:  # noqa: ARG002 - for modes whose lines have links of their own
        """Return whether the mode handled a click on the link of the detail with a number."""
        return False

    def prompt(self) -> Prompt | None:
        """Return the line being typed, for the last line; `None` for none."""
        return None

    def remark(self) -> str:
        """Return the message of the last line while nothing is typed."""
        return ""

    def hints(self, live: Sequence[Key[Any]]) -> Sequence[Key[Any]]:
        """Return the keys that the last line names, out of those that do something now."""
        return live

    def covers(self) -> bool | None:
        """Return whether the detail covers the tree in a narrow terminal; `None` to leave it to the screen."""
        return None

    def lines(self) -> Sequence[Line]:
        """Return the lines of the detail; empty for the usual ones."""
        return ()

    def drawn(self, top: int) -> None:
        """Called after the screen is drawn.

        Args:
            top: The first visible line of the detail before.
        """

    def indexed(self) -> bool:
        """Called when more is indexed; return whether the mode has repeated its search."""
        return False


class TypingMode(Mode):
    """A mode in which a line is typed; every letter is text.

    Attributes:
        typed: The line being typed.
    """

    is_typing: ClassVar[bool] = True

    def __init__(self) -> None:
        self.typed = TypedLine()

    def takes(self, name: str, character: str | None) -> bool:
        """Return whether a key edited the line."""
        if not self.typed.press(name, character):
            return False
        self.changed()
        return True

    def pastes(self, text: str) -> None:
        """Add a pasted text to the line; several lines become one."""
        self.typed.insert(text)
        self.changed()

    def changed(self) -> None:
        """Called when the line has changed."""
        raise NotImplementedError


class Host(Protocol):
    """The part of the screen that a mode uses.

    Attributes:
        exploration: The state of the explorer.
        mode: The mode; `None` ends it.
        message: The message of the last line until the next key.
        structure: The tree.
        detail: The detail.
    """

    exploration: Exploration
    mode: Mode | None
    message: str
    structure: StructureTree
    detail: DetailPane

    def show(self) -> None:
        """Draw the present place of the reader."""

    def live_keys(self) -> Sequence[Key[Any]]:
        """Return the keys that do something now."""

    def place(self) -> Place:
        """Return the present place of the reader."""

    def return_to(self, place: Place) -> None:
        """Return to a previous place."""
