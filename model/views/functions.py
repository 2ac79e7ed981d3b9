"""The functions view (7): who is responsible for each function, in which way, and what is not stated."""

from collections.abc import Iterable, Iterator

from ..facts.functions import IN_HAND
from ..facts.graph import Graph
from ..facts.holding import ENDED, NOW, coming_word, state_of_role, with_role
from ..facts.role_disputes import role_disputes_of
from ..facts.vacant import stated_word, vacancies_of
from ..format.modes import MODES, ROLE_NOT_STATED, Mode, mode_of, order_of
from ..format.records import Relation
from ..structure.layers import extent_words
from ..structure.order import by_sibling, sibling_key
from .below import nest_of, of_kinds
from .forest import Forest
from .layout import DELEGATION, Heading, Row, lay_out


def make(graph: Graph) -> Forest:
    """Return the functions view of a graph at its date."""
    kind_of, nested = graph.kind, nest_of(graph).below
    owners = [
        each
        for each, below in nested.items()
        if "function" in below and kind_of(each) != "function" and _placed(graph, each)
    ]
    functions = {each for each in graph.all_shown() if kind_of(each) == "function"}
    functions.difference_update(*(_placed(graph, owner) for owner in owners))
    found: list[Row] = [(each, None, _owner) for each in by_sibling(graph, owners)]
    found.extend((each, None, _function) for each in by_sibling(graph, functions))
    return lay_out("functions", graph, found)


def _owner(graph: Graph, entity_id: str) -> list[Row]:
    return [(each, None, _function) for each in _placed(graph, entity_id)]


def _placed(graph: Graph, entity_id: str) -> list[str]:
    """Return the functions below an entity, without those that stand there only because it has them in hand."""
    below = of_kinds(graph, entity_id, ("function",))
    return [each for each, relation in below.items() if relation.subject == each]


def _function(graph: Graph, function: str) -> list[Row]:
    """Return who has a function in hand, how far it is delegated, then what the documents do not say of that.

    What is only planned is a row, and no answer to who does it.
    """
    holders, delegations = _holders(graph, function), list(_delegations(graph, function))
    said = {_mode(each).name for each in holders if state_of_role(graph, each)[0] == NOW}
    vacant = vacancies_of(graph, function)
    said.update(each.mode.name for each in vacant)
    if said & _DECIDING:
        said.update(_DECIDING)
    found: list[Row] = [*((each.subject, each, None) for each in holders), *delegations]
    found.extend(
        Heading(f"the documents disagree, undecided: {graph.name(each)}")
        for each in _undecided(graph, holders)
    )
    found.extend(
        Heading(f"{stated_word(graph, each.word, each.relation.evidence)}: {each.asks}") for each in vacant
    )
    whole = any(each.mode is ROLE_NOT_STATED for each in vacant)
    unsaid = [way.asks for mode, way in MODES.items() if way.expected and mode not in said and not whole]
    if unsaid:
        found.append(Heading(f"not stated: {', '.join(unsaid)}"))
    return found


def _undecided(graph: Graph, holders: Iterable[Relation]) -> list[str]:
    """Return the undecided disagreements about who has a function."""
    disputes = (one for each in holders for one in role_disputes_of(graph, each))
    return by_sibling(graph, (each.id for each in disputes if not each.follows))


_DECIDING = frozenset(mode.name for mode in MODES.values() if mode.decides)


def _mode(relation: Relation) -> Mode:
    return mode_of(relation.details.get("mode"))


def _holders(graph: Graph, function: str) -> list[Relation]:
    """Return who has a function in hand at the date, those that decide first."""
    relations = with_role(graph, graph.relations(function, IN_HAND, "in"))
    found = [
        each for each in relations if graph.shown(each.subject) and state_of_role(graph, each)[0] != ENDED
    ]
    return sorted(found, key=lambda each: (order_of(_mode(each)), sibling_key(graph, each.subject)))


def _delegations(graph: Graph, function: str) -> Iterator[Row]:
    for relation in graph.once(_delegated).get(function, ()):
        known = relation.subject in graph
        if graph.shown(relation.object) and (not known or graph.shown(relation.subject)):
            how = f"delegated to {graph.name(relation.object)}, {extent_words(graph, relation)}"
            coming = coming_word(graph, relation.subject) if known else ""
            giver = f"{graph.name(relation.subject)} ({coming})" if coming else graph.name(relation.subject)
            by = f"by {giver}" if known else "by whom is not stated"
            yield Heading(f"{how}, {by}", (), DELEGATION, relation)


def _delegated(graph: Graph) -> dict[str, list[Relation]]:
    """Return by function the delegations that name it and hold at the date."""
    by_function: dict[str, list[Relation]] = {}
    for of_subject in graph.relations_by_subject():
        for relation in of_subject:
            if relation.kind == "delegates_to" and graph.holds(relation):
                by_function.setdefault(str(relation.details.get("function")), []).append(relation)
    for found in by_function.values():
        found.sort(key=lambda each: (each.subject, each.object))
    return by_function
