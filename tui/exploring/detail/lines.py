"""The lines of the detail pane: the entity of the cursor, its gaps, who decides, or a comparison."""

from collections.abc import Sequence

from tiers.model import Graph

from ...wording.description import Line, describe
from ...wording.description.line import BLANK
from ...wording.safe_text import safe
from ..aspect import AspectKind, Seen
from ..exploration import Exploration
from .row_detail import describe_row

_MOST_GAPS = 200
"""How many gaps of one type are listed for the whole model; each place lists its own."""


def detail_lines(exploration: Exploration) -> Sequence[Line]:
    """Return the lines of the detail for the present entity and aspect."""
    match exploration.aspect.kind:
        case AspectKind.COMPARE:
            return _comparison(exploration, *exploration.aspect.pair)
        case AspectKind.ALL_GAPS:
            return _gaps(exploration.graph, None)
        case AspectKind.GAPS:
            return _gaps(exploration.graph, exploration.concerned)
        case AspectKind.WHO:
            return _who(exploration.graph, exploration.concerned)
        case _:
            return _entity(exploration)


def _entity(exploration: Exploration) -> Sequence[Line]:
    graph, subject, walk = exploration.graph, exploration.subject, exploration.walk
    if subject is None:
        return describe_row(graph, walk.forest, walk.cursor) if walk.cursor >= 0 else ()
    lines = describe(graph, subject, ways=False)
    if exploration.aspect.kind is AspectKind.STATEMENTS:
        from ...wording.description.provenance import provenance  # noqa: PLC0415 - paid for when it is asked for

        lines = (*lines[:2], *provenance(graph, subject))
    elif exploration.differences is not None:
        row = -2 if exploration.visiting else walk.cursor  # what no view shows stands at no row
        lines = (*lines[:2], *exploration.differences.lines(subject, row), *lines[2:])
    return lines


def _who(graph: Graph, entity_id: str | None) -> Sequence[Line]:
    from tiers.model.answers.who import who_has  # noqa: PLC0415 - paid for when it is asked for

    from ...wording.description.who import describe_who  # noqa: PLC0415 - as above

    if entity_id is None:
        return (
            Line("title", "Who decides"),
            BLANK,
            Line("text", "Select an entity: nobody decides about a heading."),
        )
    title, *lines = describe_who(graph, who_has(graph, entity_id))
    return (title, Line("subtitle", "who decides, here and in the bodies above"), BLANK, *lines)


def _gaps(graph: Graph, within: str | None) -> Sequence[Line]:
    from tiers.model.answers.gaps import gaps  # noqa: PLC0415 - paid for when it is asked for

    from ...wording.description.gaps import describe_gaps  # noqa: PLC0415 - as above

    found = gaps(graph, within)
    of = "the whole model" if within is None else graph.name(within)
    count = f"{len(found):,} {'gap' if len(found) == 1 else 'gaps'}" if found else "no gaps found"
    head = (Line("title", "What no document says"), Line("subtitle", safe(f"{of} · {count}")), BLANK)
    return (*head, *describe_gaps(graph, found, _MOST_GAPS))


def _comparison(exploration: Exploration, one: Seen, other: Seen) -> Sequence[Line]:
    from tiers.model.answers.compare import compare  # noqa: PLC0415 - paid for when it is asked for

    from .compare import describe_pair  # noqa: PLC0415 - as above

    graphs = exploration.graph_at(one.at), exploration.graph_at(other.at)
    found = compare(graphs[0], one.id, graphs[1], other.id)
    return describe_pair(graphs, (one.id, other.id), found)
