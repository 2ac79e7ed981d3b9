"""The help screen, made from the table of keys."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.screen import ModalScreen

from ..widgets.detail_pane import DetailPane
from ..wording.description import Line
from ..wording.description.line import BLANK
from .key import Group, Key, written
from .keyed_screen import KeyedScreen


def help_lines(keys: Iterable[Key[Any]]) -> tuple[Line, ...]:
    """Return the lines of the help, group by group; keys with the same function share a line."""
    groups: dict[Group, dict[str, list[str]]] = {}
    for each in keys:
        if each.group is not None:
            names = groups.setdefault(each.group, {}).setdefault(each.words, [])
            names.extend(name for name in map(written, each.names) if name not in names)
    lines = [BLANK, Line("title", "Keys"), Line("subtitle", "esc closes this help")]
    for group in (each for each in Group if each in groups):
        lines += [BLANK, Line("heading", group.value)]
        lines += [
            Line("field", words, label=" ".join(names), indent=1) for words, names in groups[group].items()
        ]
    return tuple(lines)


class HelpPane(DetailPane):
    """The pane of the help, drawn like a detail."""

    GROUND = "raised"


class HelpScreen(KeyedScreen[None], ModalScreen[None]):
    """The help on every key.

    Attributes:
        pane: The lines of the help.
    """

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 65%; }
    HelpPane { width: 76; max-width: 100%; height: 90%; background: $raised; }
    """

    KEYS: ClassVar[Sequence[Key["HelpScreen"]]] = (
        Key("escape,question_mark,enter,ctrl+c", lambda screen: screen.leave()),
        Key("q,ctrl+q", lambda screen: screen.app.exit()),
        Key("down,j", lambda screen: screen.pane.step(1)),
        Key("up,k", lambda screen: screen.pane.step(-1)),
        Key("pagedown,space", lambda screen: screen.pane.page(1)),
        Key("pageup", lambda screen: screen.pane.page(-1)),
        Key("g,home", lambda screen: screen.pane.to_top()),
        Key("G,end", lambda screen: screen.pane.to_end()),
    )

    def __init__(self, keys: Iterable[Key[Any]]) -> None:
        super().__init__()
        self._lines = help_lines(keys)
        self.pane: DetailPane = HelpPane()

    def compose(self) -> ComposeResult:
        """Yield the help."""
        yield self.pane

    def on_mount(self) -> None:
        """Show it."""
        self.pane.show(self._lines, active=False)

    def leave(self) -> None:
        """Go back to the explorer."""
        self.dismiss(None)
