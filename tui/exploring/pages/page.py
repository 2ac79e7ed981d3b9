"""The interface of a page of the detail, and the pages about one entity: its description, and all its statements."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tiers.model import Date
from tiers.model.format.unchanging import Value

from ...wording.at_date import LAST_KNOWN
from ...wording.description.line import BLANK, Line
from ..kept.beginning import beginning_of

if TYPE_CHECKING:
    from ..exploration import Exploration


class Seen(Value):
    """An entity at a date.

    Attributes:
        id: The entity.
        at: The date; `None` for the last known state.
    """

    id: str
    at: Date | None


class Page(Value):
    """A page of the detail. Equal pages show the same for the same row.

    Attributes:
        asks: The words before the typed text; empty for a page without input.
        wants: What may be typed, in a few words.
    """

    asks: ClassVar[str] = ""
    wants: ClassVar[str] = ""

    @property
    def about(self) -> tuple[str, ...]:
        """The entities that the page is about, whatever row the cursor is on; the page is left if one of them is gone."""
        return ()

    @property
    def is_fixed(self) -> bool:
        """Whether the page stays unchanged while the cursor moves in the tree."""
        return False

    @property
    def is_wide(self) -> bool:
        """Whether the page also needs the room of the tree."""
        return False

    def lines(self, exploration: "Exploration") -> Sequence[Line]:
        """Return the lines of the page."""
        raise NotImplementedError

    def beginning(self, exploration: "Exploration", enough: int) -> Sequence[Line]:  # noqa: ARG002 - for long pages
        """Return the first lines of the page, at least `enough` of them."""
        return self.lines(exploration)

    def asked(self, typed: str) -> "Page":  # noqa: ARG002 - for pages that ask for something
        """Return the page that answers the typed text."""
        return self

    def understood(self, typed: str) -> str:  # noqa: ARG002 - for pages that read what is typed
        """Return the typed text as the page understands it, safe to draw; empty if that is obvious."""
        return ""


class EntityPage(Page):
    """The description of the entity of the cursor; while two dates are compared, its differences come first."""

    def beginning(self, exploration: "Exploration", enough: int) -> Sequence[Line]:
        """Return the first sections of the description."""
        subject = exploration.subject
        if subject is None or exploration.differences is not None:
            return self.lines(exploration)
        return beginning_of(exploration.graph, subject, enough)

    def lines(self, exploration: "Exploration") -> Sequence[Line]:
        """Return the description of the entity, or of a row that is no entity."""
        graph, subject, walk = exploration.graph, exploration.subject, exploration.walk
        if subject is None and walk.cursor < 0:
            return _empty(exploration)
        if subject is None:
            from ..detail.row_detail import describe_row  # noqa: PLC0415 - paid for by the first row that is no entity

            lines = describe_row(graph, walk.forest, walk.cursor)
        else:
            from ...wording.description import describe  # noqa: PLC0415 - the first frame has its beginning kept

            lines = describe(graph, subject, ways=False)
        if exploration.differences is None:
            return lines
        row = -2 if exploration.visiting else walk.cursor  # an entity that no view shows has no row
        return (*lines[:2], *exploration.differences.lines(subject, row), *lines[2:])


def _empty(exploration: "Exploration") -> Sequence[Line]:
    """Return why a view is empty at a date, from when something is documented, and how to return."""
    from tiers.model.facts.change_dates import change_dates  # noqa: PLC0415 - paid for when a view is empty

    at = exploration.graph.at
    if at is None:
        return ()
    first = next(iter(change_dates(exploration.graph)), None)
    whole = first is not None and at.last < first.last
    lines = [Line("title", f"Nothing here as of {at.words()}"), BLANK]
    if whole and first is not None:
        said = (
            f"No document of this model mentions anything by then; the first date in it is {first.words()}."
        )
        lines.append(Line("text", said))
    else:
        lines.append(Line("text", "This view has nothing at that date; others may."))
    lines.append(Line("text", f"To return: `@`, type `{LAST_KNOWN}`, ↵. Or `@` and ↓ to the next date."))
    return tuple(lines)


class StatementsPage(Page):
    """Every statement about the entity of the cursor with its source: what `tiers show --sources` adds."""

    def lines(self, exploration: "Exploration") -> Sequence[Line]:
        """Return the name and kind of the entity, then its statements."""
        from ...wording.description import describe  # noqa: PLC0415 - paid for when it is asked for
        from ...wording.description.provenance import provenance  # noqa: PLC0415 - as above

        subject = exploration.subject
        if subject is None:
            return ENTITY.lines(exploration)
        lines = describe(exploration.graph, subject, ways=False)
        return (*lines[:2], *provenance(exploration.graph, subject))


ENTITY = EntityPage()
