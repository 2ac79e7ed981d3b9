"""`tiers who --raise`: where to take a concern, as the documents say.

A function with the topic `raise a concern` describes how: its points are the steps, and those responsible for
it are the people to turn to. A concern goes on to the bodies that these feed into.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format.groups import PLACES, SCRUTINISED
from ...format.records import Claim, Relation
from ...format.text import fold
from ...structure.inside import below
from ...structure.order import by_sibling
from ...structure.placing import ancestors_of, home_of
from .answering import who, who_has
from .answers import Answer
from .verbs import joined

TOPIC = "raise a concern"


@attrs.frozen(repr=False)
class Route:
    """How to raise a concern in one place.

    Attributes:
        place: The place or system.
        function: The function that describes how; `None` where no document does.
        points: What to do, step by step; points about the topic itself first.
        holders: The people and bodies to turn to, as relations to the function.
        onward: The relations by which a concern goes on from these, step by step.
        scrutiny: Who scrutinises the bodies that decide there.
    """

    place: str | None
    function: str | None
    points: tuple[Claim, ...] = ()
    holders: tuple[Relation, ...] = ()
    onward: tuple[Relation, ...] = ()
    scrutiny: tuple[Relation, ...] = ()


@attrs.frozen(repr=False)
class Raising:
    """The answer of `tiers who --raise`: where a concern about a topic can be taken.

    Attributes:
        topic: The topic as asked, with each mistyped word as it was read.
        verdict: The answer in one sentence.
        routes: One route for each place: where the reader stands, then documented ones first.
        typed: The topic as it was typed.
    """

    topic: str
    verdict: str
    routes: tuple[Route, ...]
    typed: str = attrs.field(default=attrs.Factory(lambda self: self.topic, takes_self=True))

    @property
    def documented(self) -> bool:
        """Whether a document says where to go."""
        return any(each.function for each in self.routes)


def raise_concern(graph: Graph, topic: str, within: str | None = None, *, here: str | None = None) -> Raising:
    """Return where a concern about a topic can be taken, in every place concerned.

    Args:
        graph: The model, at its date.
        topic: What the concern is about; see `who`.
        within: Only the routes of this place.
        here: The reader's own place or system, which comes first whatever the topic leads to.

    Raises:
        QueryError: The topic is written as a filter that does not exist.
    """
    answer = who(graph, topic, within)
    if not answer.chains and answer.parts:  # a concern is taken to a place, and each part has its own
        chains = tuple(chain for part in answer.parts for chain in part.chains)
        answer = attrs.evolve(answer, chains=chains)
    return attrs.evolve(_raising(graph, answer.topic, answer, within, here), typed=answer.typed)


def raise_about(graph: Graph, entity_id: str) -> Raising:
    """Return where a concern about one entity can be taken, in every place concerned."""
    return _raising(graph, graph.name(entity_id), who_has(graph, entity_id), None, None)


def _raising(graph: Graph, topic: str, answer: Answer, within: str | None, here: str | None) -> Raising:
    places: dict[str | None, set[str]] = {}
    for chain in answer.chains:
        places.setdefault(chain.place, set()).update(each.id for each in chain.steps)
    for match in answer.matches:
        if match.id in _functions(graph):
            places.setdefault(home_of(graph, match.id), set())
    if within is not None:
        scope = below(graph, within) | set(ancestors_of(graph, within))
        places = {place: steps for place, steps in places.items() if place in scope} or {within: {within}}
    elif not places and answer.found:
        places[None] = set()
    if here is not None and places and not any(each and here in ancestors_of(graph, each) for each in places):
        places.setdefault(here, set())
    routes = _routes(graph, topic, places)
    at = {here, *(home_of(graph, each) for each in _functions_of(graph, here))} - {None}
    routes.sort(key=lambda route: (route.place not in at, route.function is None))
    return Raising(topic, _verdict(graph, topic, routes, here if here in places else within), tuple(routes))


def _verdict(graph: Graph, topic: str, routes: Sequence[Route], asked: str | None) -> str:
    """Return the sentence on where a concern can be taken and where that is not stated; the asked-for place first."""
    stated = list(dict.fromkeys(each.place for each in routes if each.function and each.place))
    unstated = list(dict.fromkeys(each.place for each in routes if not each.function and each.place))
    named = joined(map(graph.name, stated)) if stated else ""
    if asked in unstated or not stated:
        where = ""  # nobody takes a concern about beds "in" a person, a term or a committee
        if asked is not None and asked in unstated and graph.kind(asked) in PLACES:
            where = f" in {graph.name(asked)}"
        elsewhere = f"; they do in {named}" if stated else ""
        return f"The documents do not say where to take a concern about {topic}{where}{elsewhere}."
    but = f", not in {joined(map(graph.name, unstated))}" if unstated else ""
    return f"The documents say where to take a concern in {named}{but}."


def _routes(graph: Graph, topic: str, places: dict[str | None, set[str]]) -> list[Route]:
    found: list[Route] = []
    taken: set[str] = set()
    for place in sorted(places, key=lambda each: each or ""):
        functions = [each for each in _functions_of(graph, place) if each not in taken]
        taken.update(functions)
        scrutiny = tuple(_scrutiny(graph, place, places[place]))
        found.extend(_route(graph, topic, home_of(graph, each), each, scrutiny) for each in functions)
        if not functions and not _functions_of(graph, place):
            found.append(Route(place, None, scrutiny=scrutiny))
    return found


def _route(
    graph: Graph, topic: str, place: str | None, function: str, scrutiny: tuple[Relation, ...]
) -> Route:
    words = set(fold(topic).split())
    points = sorted(
        graph.entity(function).claims("points"),
        key=lambda each: words.isdisjoint(fold(str(each.value)).split()),
    )
    holders = [each for each in graph.relations(function, "responsible_for", "in") if each.subject in graph]
    order = by_sibling(graph, (each.subject for each in holders))
    holders.sort(key=lambda each: order.index(each.subject))
    return Route(place, function, tuple(points), tuple(holders), tuple(_onward(graph, order)), scrutiny)


def _functions(statements: Statements) -> frozenset[str]:
    """Return all functions that describe how concerns are raised."""
    return frozenset(
        each.id for each in statements.entities_of_kind("function") if TOPIC in each.texts("topics")
    )


def _functions_of(graph: Graph, place: str | None) -> list[str]:
    """Return the functions that describe how concerns are raised in a place: its own, else those of an ancestor."""
    if place is None:
        return []
    homes = {place, *ancestors_of(graph, place)}
    return by_sibling(
        graph,
        (
            each
            for each in graph.once_for_all(_functions)
            if graph.shown(each) and home_of(graph, each) in homes
        ),
    )


def _onward(graph: Graph, starts: Iterable[str]) -> Iterator[Relation]:
    waiting = list(starts)
    seen = set(waiting)
    while waiting:
        for relation in graph.relations(waiting.pop(0), "feeds_into", "out"):
            if relation.object in graph:
                yield relation
                if relation.object not in seen:
                    seen.add(relation.object)
                    waiting.append(relation.object)


def _scrutiny(graph: Graph, place: str | None, steps: Collection[str]) -> Iterator[Relation]:
    watched = ([place] if place is not None else []) + sorted(set(steps) - {place})
    for each in watched:
        if graph.kind(each) in SCRUTINISED:
            found = graph.relations(each, "scrutinises", "in")
            yield from sorted((one for one in found if graph.shown(one.subject)), key=lambda one: one.subject)
