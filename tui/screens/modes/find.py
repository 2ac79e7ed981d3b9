"""The mode for finding a text in the detail; each letter shows the next line that contains it."""

from ...widgets.key_line import Prompt
from .mode import Host, TypingMode

_KEYS = "↵ keep  ↓↑ next, previous  esc leave"


class FindMode(TypingMode):
    """The text to find in the detail, being typed."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._top = host.detail.top

    def step(self, by: int) -> None:
        """Go to the next match for 1, to the previous one for -1."""
        self._host.detail.step_found(by)
        self._host.show()

    def keep(self) -> None:
        """End the mode; the matches stay marked."""
        self._host.mode = None
        if self.typed.text and not self._host.detail.found[1]:
            self._host.message = "not in the detail"
        self._host.show()

    def give_up(self) -> None:
        """End the mode and restore the previous position of the detail."""
        self._host.detail.find("")
        self._host.detail.scroll_lines_to(self._top)
        self._host.mode = None
        self._host.show()

    def prompt(self) -> Prompt:
        """Return the typed text, with the number of its matches."""
        number, count = self._host.detail.found
        note = (
            f"{number} of {count}"
            if count
            else "not in the detail"
            if self.typed.text
            else "find in the detail"
        )
        return Prompt("/", self.typed.text, self.typed.at, f"{note}  {_KEYS}", short=note)

    def changed(self) -> None:
        """Mark the typed text in the detail."""
        self._host.detail.find(self.typed.text)
        self._host.show()
