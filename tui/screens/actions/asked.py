"""What the palette does with a question that names things: it goes to them, and shows the page of the key there."""

import re
from collections.abc import Callable

from tiers.model import Graph
from tiers.model.finding.naming import find
from tiers.model.structure.membership import MEMBERSHIP

from ...exploring.exploration import Exploration
from ...exploring.pages.page import Seen
from ..modes.date import DateMode
from ..panes import PanedScreen, Side
from .dates import choose_date
from .detail import compare, show_changes, show_gaps, show_promises
from .going import go, see
from .search import stop_typing

_BETWEEN = re.compile(r"\s+(?:with|and|to|beside|against|versus|vs\.?|v\.?|&)\s+", re.IGNORECASE)
"""What stands between the names of two that are compared."""

_JOINING = frozenset(("in", "since", "on", "from", "of", "for", "during", "between"))
"""Words between a name and the dates after it."""

_MANY = 40
"""How many entities of a name are looked at for one that fits."""


def compare_named(screen: PanedScreen, typed: str) -> None:
    """Show two that a question names side by side; where it names one, that and the entity of the cursor."""
    exploration, graph = screen.exploration, screen.exploration.graph
    names = [each for each in _BETWEEN.split(typed, maxsplit=1) if each.strip()]
    one = _named(exploration, names[0]) if len(names) > 1 else exploration.subject
    other = (
        None
        if one is None
        else _named(exploration, names[-1], lambda each: graph.kind(each) == graph.kind(one))
    )
    if one is None or other is None or one == other:
        if not typed:
            compare(screen)
            return
        screen.message = f"no two names in `{typed}`; `x` marks one, on another it compares both"
        screen.show()
        return
    from ...exploring.pages.pairs import compared  # noqa: PLC0415 - paid for when two are compared

    exploration.history.leave(screen.place())
    stop_typing(screen)
    exploration.page = compared(exploration, Seen(one, graph.at), Seen(other, graph.at))
    screen.pane = Side.DETAIL
    screen.show()


def show_in_view(screen: PanedScreen, typed: str, *, view: str) -> None:
    """Show in a view what a question names, with all that is below it; only the view where nothing is called so."""
    exploration, graph = screen.exploration, screen.exploration.graph
    found = (
        _named(exploration, typed, lambda each: bool(graph.relations(each, MEMBERSHIP))) if typed else None
    )
    see(screen, view)
    if found is None:
        screen.message = f"nothing is called `{typed}`" if typed else screen.message
        screen.show()
        return
    go(screen, found)
    exploration.walk.unfold_below()
    screen.show()


def show_promises_of(screen: PanedScreen, typed: str) -> None:
    """Show what was promised by the entity that a question names; that of the cursor where it names none."""
    _at_named(screen, typed, show_promises)


def show_gaps_of(screen: PanedScreen, typed: str) -> None:
    """Show what no document states about the entity that a question names; that of the cursor where it names none."""
    _at_named(screen, typed, show_gaps)


def show_changes_of(screen: PanedScreen, typed: str) -> None:
    """Show the changes in the entity that a question names, between the dates at its end; both may be left out."""
    from ...exploring.pages.changes import between  # noqa: PLC0415 - paid for when changes are asked for
    from .dates import dates_at_hand  # noqa: PLC0415 - as above

    dates = dates_at_hand(screen)
    words = typed.split()
    at = len(words)
    if dates is not None:
        page = between(*dates)
        readable = (each for each in range(at) if not page.asked(" ".join(words[each:])).wrong)
        at = next(readable, at)
    name, days = words[:at], " ".join(words[at:])
    while name and name[-1].casefold() in _JOINING:
        name.pop()
    _at_named(screen, " ".join(name), lambda at_entity: show_changes(at_entity, days))


def _at_named(screen: PanedScreen, name: str, show: Callable[[PanedScreen], None]) -> None:
    """Go to the entity of a name and show its page; if nothing is called so, that of the cursor, and say so."""
    wanted = _plain(name)
    graph = screen.exploration.graph
    ids = [each for each in find(graph, name).ids if graph.shown(each)] if name else []
    like = screen.exploration.like(name, _MANY) if name and not ids else ()
    alike = (each for each in like if graph.shown(each) and wanted in _plain(graph.name(each)))
    found = next(iter(ids), None) or next(alike, None)
    if found is not None:
        go(screen, found)
    show(screen)
    if name and found is None:
        stop_typing(screen)
        screen.message = f"nothing is called `{name}`; this is about the row of the cursor"
        screen.show()


def _plain(text: str) -> str:
    return text.casefold().replace("&", "and")


def show_day(screen: PanedScreen, typed: str) -> None:
    """Show the model on the day that a question names; ask for a day where it names none."""
    choose_date(screen)
    if typed and isinstance(screen.mode, DateMode):
        screen.mode.pastes(typed)
        screen.mode.keep()


def _named(exploration: Exploration, text: str, fits: Callable[[str], bool] | None = None) -> str | None:
    """Return the entity that a text names; where none is called so, the first that is found and fits."""
    graph: Graph = exploration.graph
    ids = [each for each in find(graph, text).ids if graph.shown(each)]
    found = [*ids, *(each for each in exploration.like(text, _MANY) if graph.shown(each))]
    return next((each for each in found if fits is None or fits(each)), next(iter(ids), None))
