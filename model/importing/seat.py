"""One seat from a row of a sheet."""

import attrs

from ..format import RELATIONS
from ..structure.membership import MEMBERSHIP
from .cells import Value

ORDER = (*(part.name for part in RELATIONS[MEMBERSHIP].parts), "start_date", "end_date")
"""The keys of a seat in the order of writing."""


@attrs.frozen(eq=False)
class Seat:
    """A seat from a row of the sheet.

    Attributes:
        row: The number of the row.
        committee: The id of the body.
        member: The id of the member; a word such as `not_stated` if the row names nobody.
        values: The values of the row, by key; values that it does not have are left out.
        role: The role as written, even if it is read as a capacity; empty for none.
        holder: The id of the holder of the post that has the seat, or `none`; empty if the row does not say.
        person: The id of the person whom the row names; empty for none.
        home: The id of the organisation whose seat it is; empty if the row does not say.
        title: The name of the post, or a role that is no capacity; empty for none.
        vacant: Whether the row says that nobody has the seat.
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
        """A value that is equal for two rows with the same contents."""
        return (self.committee, self.member, tuple(self.values.items()), self.role, self.holder)

    @property
    def capacity(self) -> str:
        """The capacity in the row; empty for none."""
        return str(self.values.get("capacity", ""))
