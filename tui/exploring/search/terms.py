"""Queries that are terms of the glossary, for which the meaning matters more than the rows."""

from tiers.model import Graph
from tiers.model.answers.glossary import Entry, look_up
from tiers.model.format.text import fold


def terms_of(graph: Graph, typed: str) -> list[Entry]:
    """Return the terms of the glossary with a typed name that have a meaning at the date of the model."""
    folded = fold(typed)
    found = look_up(graph, typed) if folded else []
    return [each for each in found if each.id and each.meanings and fold(each.name) == folded]


def is_term(graph: Graph, typed: str) -> bool:
    """Whether a text is the name of a term of the glossary."""
    return bool(terms_of(graph, typed))
