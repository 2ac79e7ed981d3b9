"""Two places side by side as lines: what `tiers compare` prints as text."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.compare import Comparison, Section

from ..labels import standing_words
from ..safe_text import safe
from .line import BLANK, Line
from .values import joined, value_words

NOT_RECORDED = "not recorded"
_LETTERS = ("A", "B")


def describe_compare(
    graphs: tuple[Graph, Graph], names: tuple[str, str], comparison: Comparison
) -> tuple[Line, ...]:
    """Return a comparison as lines: the attributes of both, then kind by kind the entities of both and of only one.

    Args:
        graphs: The models of the two, each at its date.
        names: The names shown for the two.
        comparison: The answer of `compare`.
    """
    lines = [Line("title", safe(f"{letter}  {name}")) for letter, name in zip(_LETTERS, names, strict=True)]
    lines.append(BLANK)
    for fact in comparison.facts:
        values = [words(graph, value) for graph, value in zip(graphs, (fact.one, fact.other), strict=True)]
        if fact.one == fact.other:
            lines.append(Line("text", safe(f"{fact.label}: {values[0]}, both")))
        else:
            lines.append(Line("text", f"{fact.label}:"))
            lines.extend(
                Line("text", safe(f"{letter}  {value}"), indent=1)
                for letter, value in zip(_LETTERS, values, strict=True)
            )
    for section in comparison.sections:
        lines.extend((BLANK, Line("heading", f"{section.title}: {counts(section)}")))
        lines.extend(_section(graphs, section))
    return tuple(lines)


def words(graph: Graph, value: object) -> str:
    """Return a value in words; `not recorded` for `None`."""
    return NOT_RECORDED if value is None else value_words(graph, value)


def counts(section: Section) -> str:
    """Return how many entities of one section both have, how many only A and how many only B."""
    parts = [f"{len(section.both)} in both"] if section.both else []
    for letter, ids in zip(_LETTERS, (section.one, section.other), strict=True):
        parts.extend([f"{len(ids)} only in {letter}"] if ids else [])
    return ", ".join(parts)


def named(graph: Graph, entity_id: str) -> str:
    """Return the name of an entity with its state, such as planned or ended, where it is not simply documented."""
    return joined(graph.name(entity_id), *standing_words(graph, entity_id))


def _section(graphs: tuple[Graph, Graph], section: Section) -> Iterator[Line]:
    if section.both:
        yield Line("text", "in both", indent=1)
        yield from _listed(graphs[0], (mine for mine, _ in section.both))
    for graph, letter, ids in zip(graphs, _LETTERS, (section.one, section.other), strict=True):
        if ids:
            yield Line("text", f"only in {letter}", indent=1)
            yield from _listed(graph, ids)


def _listed(graph: Graph, ids: Iterable[str]) -> Iterator[Line]:
    yield from (Line("relation", safe(named(graph, each)), target=each, indent=2) for each in ids)
