"""The keys `@` and `d`: choose the date of the model, and the date to compare with."""

from typing import TYPE_CHECKING

from tiers.model import Date

from ..heading import last_evidence
from ..modes.date import DateMode
from ..panes import PanedScreen, Side

if TYPE_CHECKING:
    from ...exploring.dates.dating import Dating


def choose_date(screen: PanedScreen) -> None:
    """Start choosing the date of the model."""
    _begin(screen, _dating(screen, screen.exploration.graph.at))


def stop_comparing(screen: PanedScreen) -> None:
    """End the comparison with another date."""
    screen.exploration.against = None
    screen.message = "no longer comparing with another date"
    screen.show()


def choose_other_date(screen: PanedScreen) -> None:
    """Start choosing a date to compare with; end a comparison that is shown."""
    exploration = screen.exploration
    if exploration.against is not None:
        stop_comparing(screen)
        return
    dating = _dating(screen, _date_near(screen), against=True)
    dating.step(-1 if dating.at else 1)
    _begin(screen, dating).follow()


def dates_at_hand(screen: PanedScreen) -> tuple[Date, Date | None] | None:
    """Return the two dates that are compared; without a comparison, the previous date of change and the one shown.

    `None` if the model has no dates.
    """
    exploration = screen.exploration
    if exploration.against is not None:
        one, other = exploration.against.at, exploration.graph.at
        return (one, other) if one is not None else None if other is None else (other, one)
    dating = _dating(screen, _date_near(screen))
    dating.step(-1 if dating.at else 1)
    return None if dating.date is None else (dating.date, exploration.graph.at)


def _date_near(screen: PanedScreen) -> Date | None:
    """Return the date shown; for the last known state the last evidence of the present entity."""
    exploration = screen.exploration
    return last_evidence(exploration) if exploration.graph.at is None else exploration.graph.at


def _dating(screen: PanedScreen, date: Date | None, *, against: bool = False) -> "Dating":
    from tiers.model.facts.change_dates import changes  # noqa: PLC0415 - paid for when a date is chosen

    from ...exploring.dates.dating import Dating  # noqa: PLC0415 - as above
    from ...wording.date_reasons import reasons_for  # noqa: PLC0415 - as above

    graph = screen.exploration.graph
    found = changes(graph)
    reasons = [reasons_for(graph, each) for each in found]
    return Dating([each.date for each in found], date, against=against, reasons=reasons)


def _begin(screen: PanedScreen, dating: "Dating") -> DateMode:
    mode = screen.mode = DateMode(screen, dating)
    screen.pane = Side.TREE
    screen.show()
    return mode
