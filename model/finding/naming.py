"""Finds the entity that a person names on the command line, the NODE argument of `tiers show` and others.

It is looked for by id, then code, name, other name or acronym, former name; the first of these that fits wins. Where
none does, a leading `NHS` or `the` may be missing or too many, and a term of the glossary may stand for what it means:
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
