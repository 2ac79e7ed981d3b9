"""The explorer's screen: which keys mean something when, and where each goes."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from ..widgets.key_line import KeyLine
from .actions.detail import Told
from .actions.moving import Moving
from .actions.printing import Taking
from .keys import EXPLORER_KEYS
from .modes.date import Dated
from .modes.letter import Lettered
from .panes import DETAIL, TREE

_TREE_ONLY = frozenset(("walk", "fold_out", "fold_up", "enter_detail", "root_here"))
_DETAIL_ONLY = frozenset(("detail", "follow", "to_tree"))
_FINDING_ONLY = frozenset(("step_found", "toggle_filtering"))
_DATING_ONLY = frozenset(("step_date", "keep_date", "drop_date"))
_WHY_NOT = {
    **dict.fromkeys(_TREE_ONLY, "for the tree; `tab` goes there"),
    **dict.fromkeys(_FINDING_ONLY, "nothing is looked for: `/` searches"),
    "back": "there is no place to go back to",
    "forward": "there is no place to go forward to",
}
"""What is said of a key of the help that does nothing here; Esc goes without saying."""

_DATING_TOO = frozenset(("help", "say_how_to_quit", "app.quit"))


class ExplorerScreen(Dated, Told, Lettered, Taking, Moving):
    """Tree and detail, side by side where there is room."""

    KEYS: ClassVar[Sequence[Binding]] = EXPLORER_KEYS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether an action means something now: in the tree, in the detail, with something found."""
        if self.dating is not None:
            return action in _DATING_ONLY or action in _DATING_TOO
        if action in _DATING_ONLY:
            return False
        if action in _TREE_ONLY:
            return self.pane == TREE
        if action in _DETAIL_ONLY:
            return self.pane == DETAIL
        if action in _FINDING_ONLY:
            return self.exploration.walk.found is not None
        if action == "leave":
            return self.pane == DETAIL or self.exploration.walk.found is not None or self.tells
        if action == "back":
            return bool(self.exploration.history.behind)
        if action == "forward":
            return bool(self.exploration.history.ahead)
        return True

    def takes(self, key: str, character: str | None) -> bool:
        """Whether a key was taken by what waits for one; what was said before is unsaid."""
        if self.message:
            self.message = ""
            self.show()  # the key may open a dialogue, below which it would still stand
        return super().takes(key, character)

    def missed(self, action: str) -> None:
        """Say why a key does nothing here; what was said before is unsaid in any case."""
        if self.dating is None:
            self.message = _WHY_NOT.get(action, "")
            self.show()

    def action_say_how_to_quit(self) -> None:
        """Say which key quits, to who expects another one to; who is typing leaves that."""
        if self.typed is not None:
            self.give_up_finding()
            return
        self.message = "`q` quits"
        self.show()

    async def on_key_line_clicked(self, message: KeyLine.Clicked) -> None:
        """Do what a key that was clicked does."""
        message.stop()
        self.message = ""
        await self.app.run_action(message.action, self)
