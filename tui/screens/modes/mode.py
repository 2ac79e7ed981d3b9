"""What a mode of the explorer is: an object that the screen holds while keys mean something else than usual."""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from ...exploring.exploration import Exploration
from ...exploring.history import Place
from ...widgets.detail_pane import DetailPane
from ...widgets.key_line import Prompt
from ...widgets.structure_tree import StructureTree
from ...wording.description import Line
from ..key import Key


class Mode:
    """A mode: the screen asks it first, and does what it does without a mode where the mode leaves that alone.

    Attributes:
        only_own_keys: Whether the keys of the screen do nothing while the mode lasts, those for help and leaving apart.
    """

    only_own_keys: ClassVar[bool] = False

    def takes(self, name: str, character: str | None) -> bool:
        """Whether the mode took a key as typed."""
        raise NotImplementedError

    def pastes(self, text: str) -> None:
        """Take a pasted text as typed."""

    def clicked(self, link: int) -> bool:  # noqa: ARG002 - for modes whose lines have links of their own
        """Whether the mode took a click on a link of the detail, by the number of the link."""
        return False

    def prompt(self) -> Prompt | None:
        """Return what the last line asks for; `None` for nothing."""
        return None

    def remark(self) -> str:
        """Return what the last line says where it asks for nothing."""
        return ""

    def hints(self, live: Sequence[Key[Any]]) -> Sequence[Key[Any]]:
        """Return which of the keys that do something now the last line names."""
        return live

    def covers(self) -> bool | None:
        """Whether the detail covers the tree in a narrow terminal; `None` leaves it to the screen."""
        return None

    def lines(self) -> Sequence[Line]:
        """Return what the detail shows instead of the entity; nothing leaves it the entity."""
        return ()

    def drawn(self, top: int) -> None:
        """Complete the screen once it is drawn.

        Args:
            top: The first line of the detail that was seen before.
        """

    def indexed(self) -> bool:
        """Whether the mode itself has searched again, now that more is indexed."""
        return False


class Host(Protocol):
    """What a mode asks of the screen that holds it.

    Attributes:
        exploration: Where the reader is.
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
        """Draw where the reader is."""

    def place(self) -> Place:
        """Return where the reader is."""

    def return_to(self, place: Place) -> None:
        """Go to a place where the reader was."""
