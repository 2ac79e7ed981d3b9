"""Help, made from the live bindings."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from ..describing import Line
from ..describing.line import BLANK
from ..widgets.detail_pane import DetailPane
from .keyed_screen import KeyedScreen, written
from .keys import GROUPS


def help_lines(bindings: Iterable[Binding]) -> tuple[Line, ...]:
    """Return what the keys do, group after group; keys that do the same stand together."""
    groups: dict[str, dict[str, list[str]]] = {}
    for each in bindings:
        if each.group is not None:
            keys = groups.setdefault(each.group.description, {}).setdefault(each.tooltip, [])
            keys.extend(key for key in map(written, each.key.split(",")) if key not in keys)
    lines = [BLANK, Line("title", "Keys"), Line("subtitle", "esc closes this help")]
    for group, meanings in sorted(groups.items(), key=lambda each: GROUPS.index(each[0])):
        lines += [BLANK, Line("heading", group)]
        lines += [Line("field", words, label=" ".join(keys), indent=1) for words, keys in meanings.items()]
    return tuple(lines)


class HelpPane(DetailPane):
    """Help, drawn as a detail is."""

    GROUND = "raised"


class HelpScreen(KeyedScreen[None], ModalScreen[None]):
    """What every key does."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 65%; }
    HelpPane { width: 76; max-width: 100%; height: 90%; background: $raised; }
    """

    KEYS: ClassVar[Sequence[Binding]] = (
        Binding("escape,question_mark,enter,ctrl+c", "close", "close"),
        Binding("q,ctrl+q", "app.quit", "quit"),
        Binding("down,j", "detail('step', 1)", "down"),
        Binding("up,k", "detail('step', -1)", "up"),
        Binding("pagedown,space", "detail('page', 1)", "a page down"),
        Binding("pageup", "detail('page', -1)", "a page up"),
        Binding("g,home", "detail('to_top')", "to the first line"),
        Binding("G,end", "detail('to_end')", "to the last line"),
    )

    def __init__(self, bindings: Iterable[Binding]) -> None:
        super().__init__()
        self._lines = help_lines(bindings)
        self._pane = HelpPane()

    def compose(self) -> ComposeResult:
        """Yield the help."""
        yield self._pane

    def on_mount(self) -> None:
        """Show it."""
        self._pane.show(self._lines, active=False)

    def action_detail(self, name: str, *arguments: int) -> None:
        """Scroll."""
        getattr(self._pane, name)(*arguments)

    def action_close(self) -> None:
        """Go back to the explorer."""
        self.dismiss(None)
