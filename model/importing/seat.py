"""One seat as a row of a sheet has it."""

import attrs

from ..format import RELATIONS
from ..structure.membership import MEMBERSHIP
from .cells import Value

ORDER = (*(part.name for part in RELATIONS[MEMBERSHIP].parts), "start_date", "end_date")
"""The keys of a seat in the order in which they are written."""


@attrs.frozen(eq=False)
class Seat:
    """A seat as a row of the sheet has it.

    Attributes:
        row: The number of the row.
        committee: The id of the body.
        member: The id of who sits there; a word such as `not_stated` where the row names nobody.
        values: What the row says of the seat, by key; what it says nothing of is not there.
        role: The role as it is written, also where it is taken as a capacity; empty for none.
        holder: The id of who holds the post that has the seat, or `none`; empty where the row does not say.
        person: The id of the person whom the row names; empty for none.
        home: The id of the organisation whose seat it is; empty where the row does not say.
        title: The name of the post, or a role that is no capacity; empty for none.
        vacant: Whether the row says that nobody sits there.
        office: Whether a column says which post it is.
    """

    row: int
    committee: str
    member: str
    values: dict[str, Value]
    role: str
    holder: str = ""
    person: str = ""
    home: str = ""
    title: str = ""
    vacant: bool = False
    office: bool = False

    @property
    def key(self) -> object:
        """What is equal for two rows that say the same."""
        return (self.committee, self.member, tuple(self.values.items()), self.role, self.holder)

    @property
    def capacity(self) -> str:
        """The capacity that the row gives; empty for none."""
        return str(self.values.get("capacity", ""))
