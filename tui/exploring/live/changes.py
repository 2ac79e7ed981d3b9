"""What a save changed: the marks of rows, and the words for the last line."""

from collections.abc import Mapping

import attrs

from tiers.model import Graph
from tiers.model.answers.diff import may_differ

from ...wording.legend import CHANGED, NEW

_NEW = (NEW, "new")
_CHANGED = (CHANGED, "changed")


@attrs.frozen(eq=False, repr=False)
class Changes:
    """What is different in a model since its files were saved.

    Attributes:
        marks: By entity that is new or changed, the sign and the word of its row.
        gone: How many entities are no more.
    """

    marks: Mapping[str, tuple[str, str]]
    gone: int

    @property
    def words(self) -> str:
        """How many are new, changed and gone; empty where nothing is different."""
        new = sum(each is _NEW for each in self.marks.values())
        counts = ((new, "new"), (len(self.marks) - new, "changed"), (self.gone, "gone"))
        return ", ".join(f"{number:,} {word}" for number, word in counts if number)


def changes_between(old: Graph, new: Graph) -> Changes:
    """Return what differs between a model and the same model after a save, whatever the dates."""
    differing = may_differ(old, new)
    marks = {each: _CHANGED if each in old else _NEW for each in sorted(differing) if each in new}
    return Changes(marks, len(differing) - len(marks))
