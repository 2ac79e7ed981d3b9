"""Finds the entity that a person names on the command line: the NODE argument of `tiers show` and others.

It is looked up by id, then code, name, other name or acronym, former name; the first type with a match wins.
Without a match, a leading `NHS` or `the` may be missing or superfluous, an `and` or `&` missing, and an acronym of the glossary may
stand for its term: `West and North London ICB`. Case, accents and punctuation are ignored.
"""

from typing import NamedTuple

from ..facts.graph import Graph

ID = "id"


class Found(NamedTuple):
    """The entities that a text names.

    Attributes:
        ids: One entity where the text is clear, several where it is ambiguous, none where nothing matches.
        rank: The type of match, such as `code` or `former name`; empty when nothing matches.
        nearest: Up to three entities with the most similar names, when nothing matches.
    """

    ids: tuple[str, ...]
    rank: str = ""
    nearest: tuple[str, ...] = ()


def find(graph: Graph, node: str) -> Found:
    """Return the entities that a text names at the date of the graph, including ended ones."""
    wanted = node.strip()
    if wanted.lower() in graph:
        return Found((wanted.lower(),), ID)
    from .names import look_up, most_similar  # noqa: PLC0415 - an id does not pay for names

    rank, ids = look_up(graph, wanted)
    return Found(ids, rank) if ids else Found((), nearest=most_similar(graph, wanted))


def covering(graph: Graph, area: str, kind: str) -> str | None:
    """Return the one entity of a kind that covers an area, such as its partnership; `None` for none or several."""
    found = {each.subject for each in graph.relations(area, "covers", "in") if graph.shown(each.subject)}
    of_kind = [each for each in found if graph.kind(each) == kind]
    return of_kind[0] if len(of_kind) == 1 else None


def of_one_kind(graphs: tuple[Graph, Graph], ids: tuple[str, str]) -> tuple[str, str]:
    """Return the two entities to compare; an area is replaced by the entity that covers it, if that is of the other's kind.

    Args:
        graphs: The models of the two, each at its date.
        ids: The two entities, as they were named.
    """
    one, other = ids
    kinds = graphs[0].kind(one), graphs[1].kind(other)
    if kinds[0] == kinds[1]:
        return ids
    return covering(graphs[0], one, kinds[1]) or one, covering(graphs[1], other, kinds[0]) or other
