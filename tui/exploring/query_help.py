"""Help while a query is typed: the filters, their values, mistakes, and where else to look."""

from collections.abc import Iterator, Sequence

import attrs

from tiers.model.finding.query import FILTERS
from tiers.model.format.kinds import capitalised

from ..wording.description import Line
from ..wording.description.line import BLANK
from ..wording.safe_text import safe
from ..wording.signs import SIGNS
from .exploration import Exploration
from .search.completion import Begun, begun, rest_of_name
from .search.finding import Found, elsewhere

_FEW = 8
"""How many matches in other views are named."""


@attrs.frozen(eq=False, repr=False)
class QueryHelp:
    """Help for the query being typed.

    Attributes:
        rest: The letters that Tab would add, shown after the cursor; empty if the value does not begin as
            typed.
        completed: The query after Tab; empty if there is nothing to complete.
        lines: The lines shown in place of the detail; none if nothing needs explaining.
    """

    rest: str = ""
    completed: str = ""
    lines: Sequence[Line] = ()


def query_help(exploration: Exploration, query: str) -> QueryHelp:
    """Return the help for a query whose matches the view shows."""
    if not query.strip():
        return QueryHelp(lines=_ALL)
    typing = begun(query, exploration.graph, exploration.like.named)
    if typing is not None and (typing.is_unfinished or not typing.value):
        completed = typing.completed(query) if typing.values else ""
        return QueryHelp(safe(typing.rest), completed, tuple(_of_filter(exploration, typing)))
    found = exploration.walk.found
    if found is not None and found.meant.wrong:
        return QueryHelp(lines=_wrong(found.meant.wrong, found.meant.hint))
    rest = rest_of_name(query)
    if found is not None and not found.rows and not rest and not found.meant.reading:
        return QueryHelp(lines=tuple(_nothing(exploration, found)))
    return QueryHelp(rest, f"{query}{rest}" if rest else "")


_EXAMPLES = {
    "kind": "workstream, body …",
    "tier": "place, system …",
    "in": "what it belongs to",
    "status": "planned, ended …",
    "source": "what it cites",
    "member": "who sits there",
    "has": "gap, disagreement …",
    "as-of": "2021, 2020-12-02 …",
}
"""A short example for each filter."""

_ALL = (
    Line("title", "Search"),
    Line("subtitle", "name, old name, acronym, code"),
    BLANK,
    *(Line("field", _EXAMPLES[name], label=f"{name}:", indent=1) for name in FILTERS),
    BLANK,
    Line("field", "these words together", label='"a b"', indent=1),
    Line("field", "not this word or filter", label="-a", indent=1),
    BLANK,
    Line("field", "complete a filter", label="tab", indent=1),
    Line("field", "earlier searches", label="↑ ↓", indent=1),
    Line("field", "next match", label="ctrl+n", indent=1),
    Line("field", "previous match", label="ctrl+p", indent=1),
    Line("field", "keep the matches", label="↵", indent=1),
    Line("field", "back to where you were", label="esc", indent=1),
)


def _of_filter(exploration: Exploration, typing: Begun) -> Iterator[Line]:
    yield Line("title", f"{typing.name}:")
    yield Line("subtitle", FILTERS[typing.name])
    if typing.values:
        yield BLANK
        yield Line("heading", "Possible values" if not typing.value else "Completions")
    graph = exploration.graph
    for value in typing.values:
        name = graph.name(value.entity) if value.entity else ""
        more = SIGNS[graph.kind(value.entity)].word if name == value.text else name
        yield Line("field", safe(more), label=safe(value.written), indent=1)
    if typing.name == "as-of":
        yield BLANK
        yield Line("text", "for example `2022`, `2022-02` or `2022-02-22`")


def _wrong(message: str, hint: str) -> tuple[Line, ...]:
    lines = [Line("title", "This filter is wrong"), BLANK, Line("text", safe(message))]
    return (*lines, BLANK, Line("text", safe(hint))) if hint else tuple(lines)


def _nothing(exploration: Exploration, found: Found) -> Iterator[Line]:
    """Yield the matches in other views; without any, similar words."""
    others, query = list(_elsewhere(exploration, found)), safe(found.query)
    yield Line("title", "Not in this view" if others else "Nothing found")
    yield Line("subtitle", f"nothing here matches {query}")
    yield BLANK
    if others:
        yield Line("heading", "In other views")
        yield from (Line("relation", words, indent=1) for words in others)
        yield BLANK
        yield Line("text", "`↵` goes to the first of them, `esc` back, `:` to any entity by its name")
        return
    for each in filter(None, exploration.like.nothing_found(found.query)):
        yield Line("text", safe(capitalised(each)))
    yield BLANK
    yield Line("text", "`esc` goes back to where you were")


def _elsewhere(exploration: Exploration, found: Found) -> Iterator[str]:
    """Yield the names of matches that this view does not show, best first."""
    ids = elsewhere(found)
    for number, each in enumerate(ids):
        if number == _FEW:
            yield f"and {len(ids) - _FEW:,} more"
            return
        kind = exploration.graph.kind(each)
        yield f"{safe(exploration.graph.name(each))} · {kind}"
