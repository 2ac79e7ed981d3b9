"""How much of a model is looked at for an answer: counted, since times say little on a busy machine."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType

from tiers.model import Entity, Evidence, Graph, Relation


class Counted(Mapping[str, Sequence[Relation]]):
    """Relations by entity that remember the entities for which they were asked."""

    def __init__(self, inside: Mapping[str, Sequence[Relation]]) -> None:
        self.inside = inside
        self.asked: set[str] = set()

    def __getitem__(self, entity_id: str) -> Sequence[Relation]:
        self.asked.add(entity_id)
        return self.inside[entity_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.inside)

    def __len__(self) -> int:
        return len(self.inside)


def counted(graph: Graph) -> tuple[Graph, Counted]:
    """Return a graph that counts, with what it has counted; what was found for all its dates is kept."""
    inside = Counted({borne[0].subject: borne for borne in graph.relations_by_subject()})
    return graph.but(outgoing=inside), inside


def country(systems: int, places: int, practices: int) -> Graph:
    """Return a made-up country: systems, in each places with layers, a board and workstreams, in each practices."""
    entities: dict[str, Entity] = {}
    relations: list[Relation] = []

    def add(entity_id: str, kind: str, name: str, **values: str | int) -> None:
        entities[entity_id] = Entity(entity_id, kind, {"name": name, **values}, Evidence())

    def relate(kind: str, subject: str, target: str) -> None:
        relations.append(Relation(kind, subject, target, Evidence()))

    add("england", "area", "England", tier="national")
    add("gp", "type", "General practice")
    for number in range(systems):
        system = f"s{number}"
        add(system, "partnership", f"System {number}", tier="system")
        relate("part_of", system, "england")
        for index in range(places):
            place = f"{system}p{index}"
            add(place, "partnership", f"Place {number} {index}", tier="place")
            relate("part_of", place, system)
            for order in (1, 2, 3):
                add(f"{place}l{order}", "layer", f"Layer {order}", order=order)
                relate("of", f"{place}l{order}", place)
            add(f"{place}o", "organisation", f"Council {number} {index}")
            relate("in_layer", f"{place}o", f"{place}l1")
            add(f"{place}b", "body", f"Board {number} {index}")
            relate("in_layer", f"{place}b", f"{place}l2")
            relate("delegates_to", f"{place}l1", f"{place}b")
            for topic in ("Frailty", "Carers"):
                strand = f"{place}{topic.lower()}"
                add(strand, "workstream", f"{topic} {number} {index}")
                relate("part_of", strand, place)
                relate("in_layer", strand, f"{place}l3")
                relate("accountable_to", strand, f"{place}b")
            for each in range(practices):
                practice = f"{place}g{each}"
                add(practice, "organisation", f"Surgery {number} {index} {each}")
                relate("part_of", practice, place)
                relate("instance_of", practice, "gp")
    return Graph.of(entities, relations)


def steps(call: Callable[[], object]) -> int:
    """Return how many lines of code a call runs."""
    count = 0

    def _trace(*_: object) -> object:
        nonlocal count
        count += 1
        return _trace

    before = sys.gettrace()
    sys.settrace(_trace)  # type: ignore[arg-type] # a function that goes on with itself
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def runs_of_lines(call: Callable[[], object]) -> Counter[str]:
    """Return how often a call runs each line of the product, by file and line; the rounds of a loop in one line count too."""
    count: Counter[tuple[str, int]] = Counter()

    def _line(frame: FrameType, *_: object) -> object:
        count[frame.f_code.co_filename, frame.f_lineno] += 1
        return _line

    def _called(frame: FrameType, *_: object) -> object:
        return _line if "/tiers/" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(_called)  # type: ignore[arg-type] # a function that goes on with itself
    try:
        call()
    finally:
        sys.settrace(before)
    return Counter({f"{file.rpartition('/tiers/')[2]}:{line}": runs for (file, line), runs in count.items()})
