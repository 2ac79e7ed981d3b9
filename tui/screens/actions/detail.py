"""What the detail tells beside the entity itself: every statement, who decides, what is not said, two side by side."""

from textual.events import Resize

from ...exploring.aspect import COMPARISON, ENTITY, Aspect, Seen
from ..modes.search import Finding
from ..panes import DETAIL, TREE
from .going import Going

_ROOM_FOR_TREE = 140
"""From so many columns two side by side have room enough beside the tree."""


class Told(Going, Finding):
    """The keys that say what the detail tells, and those that compare."""

    @property
    def tells(self) -> bool:
        """Whether the detail tells something beside the entity, in sight of the reader."""
        in_sight = self.pane == DETAIL or not self.has_class("-narrow")
        return in_sight and self.exploration.aspect != ENTITY

    def action_tell(self, name: str) -> None:
        """Tell something else in the detail; told already, tell of the entity again."""
        exploration = self.exploration
        again = exploration.aspect.name == name and self.tells
        exploration.aspect = ENTITY if again else Aspect(name)
        self.typed = None
        self.pane = TREE if again else DETAIL
        self.show()
        if not again:
            self.detail.choose_first()

    def action_compare(self) -> None:
        """Mark what is looked at; where something is marked, show the two side by side."""
        exploration = self.exploration
        subject = exploration.subject
        if subject is None:
            self.message = "there is nothing here to compare"
            self.show()
            return
        seen, marked = Seen(subject, self.graph.at), exploration.marked
        if marked is None:
            exploration.marked = seen
            self.message = "marked: `x` on another compares both"
        elif marked == seen:
            exploration.marked = None
            self.message = "nothing is marked any more"
        else:
            exploration.history.leave(self.here())
            exploration.marked = None
            exploration.aspect = Aspect(COMPARISON, (marked, seen))
            self.pane = DETAIL
        self.show()

    def action_leave(self) -> None:
        """Leave what the detail tells beside the entity, else the detail, else what was found."""
        told, self.exploration.aspect = self.tells, ENTITY
        if not told:
            super().action_leave()
            return
        self.pane = TREE
        self.show()

    def show(self) -> None:
        """Draw where the reader is; two being read side by side have the whole width where half is too narrow."""
        self._give_room()
        super().show()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - the handler of every class is called with it
        """Give two side by side the room they need."""
        self._give_room()

    def _give_room(self) -> None:
        compares = self.exploration.aspect.name == COMPARISON and self.pane == DETAIL
        self.set_class(compares and self.size.width < _ROOM_FOR_TREE, "-comparison")
