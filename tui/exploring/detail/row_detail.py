"""The detail of a row that is no entity: a group, a delegation or a seat without a named holder."""

from collections.abc import Iterable, Iterator
from itertools import islice

from tiers.model import Graph, Relation
from tiers.model.structure.membership import MEMBERSHIP, seat_words
from tiers.model.views.forest import Forest

from ...wording.description import Line
from ...wording.description.footnotes import Footnotes
from ...wording.description.line import BLANK
from ...wording.description.relations import delegation_details
from ...wording.labels import number_in_group
from ...wording.relation_words import relation_words
from ...wording.safe_text import safe

_MANY = 50
"""How many rows of a group the detail lists; the tree has all of them."""


def describe_row(graph: Graph, forest: Forest, row: int) -> tuple[Line, ...]:
    """Return the lines of the detail for a group, a delegation or a seat without a named holder."""
    relation = forest.relations[row]
    if relation is not None and relation.kind == MEMBERSHIP:
        return _seat(graph, forest.names[row], relation)
    if relation is not None:
        return _delegation(graph, forest.names[row], relation)
    return _group(graph, forest, row)


def _group(graph: Graph, forest: Forest, row: int) -> tuple[Line, ...]:
    above = forest.entity_above(row)
    children = forest.entities(row)
    lines = [Line("title", safe(forest.names[row]))]
    count = f"{number_in_group(graph, forest, row)} in this group"
    lines.append(Line("subtitle", safe(count if above is None else f"{count} of {graph.name(above)}")))
    lines.append(BLANK)
    from tiers.model.views.tiers import NOT_PLACED  # noqa: PLC0415 - a stored view comes without its module

    if above is None and forest.names[row] == NOT_PLACED:
        by_then = "" if graph.at is None else f" up to {graph.at.words()}"
        lines += [Line("text", f"No document{by_then} says what these belong to."), BLANK]
    lines.extend(
        Line("relation", safe(forest.names[child]), target=forest.ids[child], indent=1)
        for child in islice(children, _MANY)
    )
    if len(children) > _MANY:
        lines.append(Line("note", f"and {len(children) - _MANY:,} more in the tree", indent=1))
    return tuple(lines)


def _delegation(graph: Graph, name: str, relation: Relation) -> tuple[Line, ...]:
    footnotes = Footnotes(graph)
    inferred = "delegation · inferred" if relation.evidence.inferred else "delegation"
    lines = [
        Line("title", safe(name[:1].upper() + name[1:]), notes=footnotes.of(relation.evidence)),
        Line("subtitle", inferred),
    ]
    for heading, end in (("From", relation.subject), ("To", relation.object)):
        target = end if end in graph else None
        lines += [
            BLANK,
            Line("heading", heading),
            Line("relation", safe(graph.name(end)), target=target, indent=1),
        ]
    return (*lines, *_details(delegation_details(graph, relation), relation), *_sources(footnotes))


def _seat(graph: Graph, name: str, relation: Relation) -> tuple[Line, ...]:
    """Return the detail of a seat: its description, its body, and that its holder is not named."""
    footnotes = Footnotes(graph)
    what = seat_words(relation)
    lines = (
        Line("title", safe(what[:1].upper() + what[1:]), notes=footnotes.of(relation.evidence)),
        Line("subtitle", "seat · inferred" if relation.evidence.inferred else "seat"),
        BLANK,
        Line("text", safe(f"Who has it: {name}")),
        BLANK,
        Line("heading", "Seat on"),
        Line("relation", safe(graph.name(relation.object)), target=relation.object, indent=1),
    )
    details = relation_words(graph, relation, None)
    return (*lines, *_details(details, relation), *_sources(footnotes))


def _details(details: Iterable[str], relation: Relation) -> Iterator[Line]:
    """Yield the details of a relation and the note of its author, under a heading."""
    said = [safe(each) for each in (*details, relation.evidence.note) if each]
    if said:
        yield BLANK
        yield Line("heading", "Details")
        yield from (Line("text", each, indent=1) for each in said)


def _sources(footnotes: Footnotes) -> Iterator[Line]:
    """Yield the cited sources, under a heading."""
    sources = footnotes.lines()
    if sources:
        yield BLANK
        yield Line("heading", "Sources")
        yield from sources
