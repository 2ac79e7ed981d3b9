"""Finds the entity that a person names on the command line, the NODE argument of `tiers show` and others.

It is looked for by id, then code, name, other name or acronym, former name; the first of these that fits wins. Where
none does, a leading `NHS` or `the` may be missing or too many, an `and` or `&` may be missing, and a term of the glossary may stand for what it means:
`West and North London ICB`. Case, accents and punctuation are ignored.
"""

from typing import NamedTuple

from ..facts.graph import Graph

ID = "id"


class Found(NamedTuple):
    """The entities that a text names.

    Attributes:
        ids: The entities: one where the text is clear, several where it is ambiguous, none where nothing fits.
        rank: What the text is of them, such as `code` or `former name`; empty when nothing fits.
        nearest: Up to three entities with the most similar names, when nothing fits.
    """

    ids: tuple[str, ...]
    rank: str = ""
    nearest: tuple[str, ...] = ()


def find(graph: Graph, node: str) -> Found:
    """Return the entities that a text names, at the date of the graph; ended ones are found too."""
    wanted = node.strip()
    if wanted.lower() in graph:
        return Found((wanted.lower(),), ID)
    from .names import look_up, most_similar  # noqa: PLC0415 - an id does not pay for names

    rank, ids = look_up(graph, wanted)
    return Found(ids, rank) if ids else Found((), nearest=most_similar(graph, wanted))


def covering(graph: Graph, area: str, kind: str) -> str | None:
    """Return the one entity of a kind that covers an area, as a partnership covers its borough; `None` for none or several."""
    found = {each.subject for each in graph.relations(area, "covers", "in") if graph.shown(each.subject)}
    of_kind = [each for each in found if graph.kind(each) == kind]
    return of_kind[0] if len(of_kind) == 1 else None


def of_one_kind(graphs: tuple[Graph, Graph], ids: tuple[str, str]) -> tuple[str, str]:
    """Return two entities to compare: for an area the one that covers it, where that is of the kind of the other.

    Args:
        graphs: The models of the two, each at its date.
        ids: The two, as they were named.
    """
    one, other = ids
    kinds = graphs[0].kind(one), graphs[1].kind(other)
    if kinds[0] == kinds[1]:
        return ids
    return covering(graphs[0], one, kinds[1]) or one, covering(graphs[1], other, kinds[0]) or other
