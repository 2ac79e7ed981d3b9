"""Searching as one types."""

from ..exploring.typed_line import TypedLine
from ..safe_text import safe
from ..widgets.key_line import Prompt
from .paned import TREE, PanedScreen

_SOON = 0.1
"""Seconds after which the index is begun: not before what was pressed is seen."""


class Finding(PanedScreen):
    """The keys that search in the view, and what is typed."""

    def action_search(self) -> None:
        """Begin to type what is looked for."""
        self.pane = TREE
        self.typed = TypedLine()
        self.exploration.walk.begin_finding()
        self.show()
        self.set_timer(_SOON, self.index)

    def typed_on(self) -> None:
        """Look for what has been typed by now."""
        if self.typed is not None:
            self.exploration.walk.find_from_where_begun(self.typed.text)
        self.show()

    def keep_finding(self) -> None:
        """Leave off typing and keep what was found; where nothing was, go back to where the reader was."""
        found = self.exploration.walk.found
        if found is not None and not found.rows:
            self.message = self.count_words()
            self.give_up_finding()
            return
        self.typed = None
        self.show()

    def give_up_finding(self) -> None:
        """Leave off typing and go back to where the reader was."""
        self.typed = None
        self.exploration.walk.give_up_finding()
        self.show()

    def action_step_found(self, back: bool = False) -> None:  # noqa: FBT001, FBT002 - a binding has no keywords
        """Go to the next match, or the one before."""
        self.pane = TREE
        self.exploration.walk.to_found(back=back)
        self.show()

    def action_toggle_filtering(self) -> None:
        """Show only the matches, or everything with the matches marked."""
        self.exploration.walk.toggle_filtering()
        self.show()

    def action_leave(self) -> None:
        """Leave the detail, else what was found."""
        if self.pane != TREE:
            self.pane = TREE
        else:
            self.exploration.walk.stop_finding()
        self.show()

    def takes(self, key: str, character: str | None) -> bool:
        """Whether a key ended the typing."""
        if self.typed is None or key not in {"enter", "escape"}:
            return super().takes(key, character)
        if key == "enter":
            self.keep_finding()
        else:
            self.give_up_finding()
        return True

    def prompt(self) -> Prompt | None:
        """Return what is being typed, with how many rows bear it."""
        if self.typed is None:
            return super().prompt()
        return Prompt("/", self.typed.text, self.typed.at, self.count_words())

    def remark(self) -> str:
        """Return what was found, as long as it is kept."""
        found = self.exploration.walk.found
        return super().remark() if found is None else f"/{safe(found.query)}  {self.count_words()}"

    def count_words(self) -> str:
        """Return how many rows were found, and which of them the cursor is on."""
        walk = self.exploration.walk
        if walk.found is None:
            return ""
        count = len(walk.found.rows)
        if not count:
            return "nothing in this view is called that"
        number = walk.found.number(walk.cursor)
        of = f"{number:,} of {count:,}" if number else f"{count:,} found"
        return f"nothing is called that; alike: {of}" if walk.found.alike else of
