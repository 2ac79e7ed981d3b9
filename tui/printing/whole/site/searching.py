"""The data for the search box of the page: the names of each entity, and the answers to plain words."""

from collections.abc import Iterator, Mapping, Sequence

from tiers.model import Graph
from tiers.model.finding.index import Index
from tiers.model.finding.words.spelling import keys, stem
from tiers.model.finding.words.texts import codes_of, names_of
from tiers.model.format import KINDS
from tiers.model.structure.placing import place_of

from ....wording.signs import SIGNS

_ANSWERS = 8
"""How many answers a plain expression has."""


def search_data(graph: Graph, ids: Sequence[str]) -> Mapping[str, object]:
    """Return the search data of entities, in addition to the names on the page; entities are numbered as in the page.

    `order` has them in the order in which equal hits are listed. `found` has their folded other names and
    codes, `|` between two of them and a line break between names and codes; `around` the words of their
    topics and their place; `ended` those that have ended; `records` the sources, terms and disagreements,
    which come last. `plain` has the answers of `tiers search` to each plain expression.

    Args:
        graph: The model.
        ids: The entities, in the order of the page.
    """
    index = Index(graph)
    while not index.whole:
        index.work(1.0)
    numbers = index.numbers or {}
    places = {each: place for place, each in enumerate(ids)}
    return {
        "order": sorted(range(len(ids)), key=lambda place: numbers[ids[place]]),
        "found": ["\n".join("|".join(group) for group in _folded(graph, each)).rstrip("\n") for each in ids],
        "around": [" ".join(dict.fromkeys(_around(graph, each))) for each in ids],
        "ended": [place for place, each in enumerate(ids) if not graph.shown(each)],
        "records": [place for place, each in enumerate(ids) if KINDS[graph.kind(each)].record],
        "plain": {
            " ".join(map(stem, keys(words))): [places[hit.id] for hit in index.search(words, limit=_ANSWERS)]
            for words in _plain_words(graph)
        },
    }


def _folded(graph: Graph, entity_id: str) -> tuple[list[str], list[str]]:
    """Return the folded other names of an entity, and its folded codes."""
    entity = graph.entity(entity_id)
    others = (name for _, name, _ in names_of(graph, entity))
    codes = (code for code, _ in codes_of(entity.values))
    return (
        list(dict.fromkeys(" ".join(keys(each)) for each in others)),
        list(dict.fromkeys(" ".join(keys(each)) for each in codes)),
    )


def _around(graph: Graph, entity_id: str) -> Iterator[str]:
    for topic in graph.entity(entity_id).texts("topics"):
        yield from keys(topic)
    place = place_of(graph, entity_id)
    if place is not None:
        yield from keys(graph.name(place))
    yield from keys(SIGNS[graph.kind(entity_id)].word)


def _plain_words(graph: Graph) -> list[str]:
    return sorted({word for term in graph.entities_of_kind("term") for word in term.texts("plain_words")})
