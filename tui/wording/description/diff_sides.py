"""The records of `tiers diff`: the two sides, and a row of the answer."""

import attrs

from tiers.model import Graph


@attrs.frozen(eq=False)
class Sides:
    """The two states of a model that `diff` compares.

    Attributes:
        old: The old model, at its date where it has one.
        new: The new model, at its date where it has one.
        names: The names shown for the two.
        dated: Whether they are one model at two dates, and not two versions of it.
    """

    old: Graph
    new: Graph
    names: tuple[str, str]
    dated: bool

    @property
    def backward(self) -> bool:
        """Whether the second of two dates is the earlier one."""
        old, new = self.old.at, self.new.at
        return self.dated and new is not None and (old is None or new.last < old.last)

    @property
    def title(self) -> str:
        """The two names; of dates of which the earlier is second that one goes back."""
        old, new = self.names
        return f"{old} {'back to' if self.backward else 'to'} {new}"


@attrs.frozen
class Row:
    """One entity with a difference.

    Attributes:
        id: The entity.
        name: Its name.
        words: The words after the name, such as its kind.
        label: The attribute or relation that differs, in words; empty where the entity itself is new or gone.
        old: The old values.
        new: The new values.
        note: The note of the evidence.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    label: str = ""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    note: str = ""
