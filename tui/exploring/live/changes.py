"""The changes made by a save: the marks of rows, and the words for the last line."""

from collections.abc import Mapping

import attrs

from tiers.model import Graph
from tiers.model.answers.diff import may_differ

from ...wording.legend import CHANGED, NEW

_NEW = (NEW, "new")
_CHANGED = (CHANGED, "changed")


@attrs.frozen(eq=False, repr=False)
class Changes:
    """The differences of a model from before its files were saved.

    Attributes:
        marks: The sign and the word for the row of each new or changed entity.
        gone: How many entities were removed.
    """

    marks: Mapping[str, tuple[str, str]]
    gone: int

    @property
    def words(self) -> str:
        """The number of new, changed and removed entities; empty without differences."""
        new = sum(each is _NEW for each in self.marks.values())
        counts = ((new, "new"), (len(self.marks) - new, "changed"), (self.gone, "gone"))
        return ", ".join(f"{number:,} {word}" for number, word in counts if number)


def changes_between(old: Graph, new: Graph) -> Changes:
    """Return the differences between a model and the same model after a save, at any date."""
    differing = may_differ(old, new)
    marks = {each: _CHANGED if each in old else _NEW for each in sorted(differing) if each in new}
    return Changes(marks, len(differing) - len(marks))
