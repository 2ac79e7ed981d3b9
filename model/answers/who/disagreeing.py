"""The undecided disagreements about who has a function, with the sides next to each other."""

from collections.abc import Iterable, Iterator, Sequence

from ...facts.functions import IN_HAND
from ...facts.graph import Graph
from ...facts.holding import NOW, Holding
from ...facts.relation_disputes import not_yet_mark
from ...facts.role_disputes import RoleDispute
from ...format.modes import MODES, mode_of
from ...format.records import Claim
from ...structure.order import by_sibling
from .clauses import IT, Placed, clauses, does
from .verbs import joined


def disagreeing(graph: Graph, held: Sequence[Placed]) -> Iterator[str]:
    """Yield a sentence for each undecided disagreement about who has some functions, with what each side says."""
    for dispute in undecided_of(graph, (each for each, _ in held)):
        touched = [one for one in held if dispute in one[0].disputes]
        functions = joined(graph.name(each.function) for each, _ in touched)
        sides = dict.fromkeys(_side(graph, dispute, each, touched) for each in _positions(graph, dispute))
        yield f"The documents disagree on {functions}, undecided: {'; or '.join(sides)}."


def not_followed(graph: Graph, held: Iterable[Placed]) -> Iterator[str]:
    """Yield what documents say about who has some functions, where they disagree and another side is followed."""
    rejected = [one for one in held if one[0].rejected]
    if rejected:
        yield f"Not followed, where the documents disagree: {'; '.join(clauses(graph, rejected))}."


def undecided_of(graph: Graph, held: Iterable[Holding]) -> list[RoleDispute]:
    """Return the undecided disagreements about some roles, each once."""
    found = {one.id: one for each in held for one in each.disputes if not one.follows}
    return [found[each] for each in by_sibling(graph, found)]


def sides_in_short(graph: Graph, dispute: RoleDispute, held: Iterable[Holding]) -> str:
    """Return what the sides of a disagreement say: `Board; or Ward Group`."""
    return "; or ".join(
        dict.fromkeys(
            f"{_role(graph, dispute, each, held) or _value(graph, each)}{not_yet_mark(graph, each)}"
            for each in _positions(graph, dispute)
        )
    )


def _positions(graph: Graph, dispute: RoleDispute) -> Sequence[Claim]:
    return graph.entity(dispute.id).claims("positions")


def _value(graph: Graph, position: Claim) -> str:
    """Return the value of a side by its name, else the side's text."""
    value = str(position.details.get("value", ""))
    return graph.name(value) if value in graph else str(position.value).rstrip(".")


def _role(graph: Graph, dispute: RoleDispute, position: Claim, held: Iterable[Holding]) -> str:
    """Return what the agent does by a side that gives a role in one function; empty for any other side."""
    value = str(position.details.get("value", ""))
    ends = list(dict.fromkeys((each.id, each.function) for each in held if dispute in each.disputes))
    if value not in MODES or len(ends) != 1:
        return ""
    ((agent, function),) = ends
    return f"{graph.name(agent)} {does(graph, [agent], MODES[value], NOW, None, graph.name(function))}"


def _side(graph: Graph, dispute: RoleDispute, position: Claim, touched: Sequence[Placed]) -> str:
    """Return what one side says: who does what, as far as the model records it; else its value or text."""
    value, mark = str(position.details.get("value", "")), not_yet_mark(graph, position)
    own = [one for one in touched if value in {one[0].id, one[0].function}]
    if own:
        called = len({each.function for each, _ in touched}) == 1
        return f"{' and '.join(clauses(graph, own, called=called))}{mark}"
    said = _role(graph, dispute, position, [each for each, _ in touched]) or _later(graph, value, touched)
    return f"{said or _value(graph, position)}{mark}"


def _later(graph: Graph, agent: str, touched: Sequence[Placed]) -> str:
    """Return an agent's role in a disagreement's one function by a statement of any date; empty for none."""
    functions = list(dict.fromkeys(each.function for each, _ in touched))
    if len(functions) != 1 or agent not in graph:
        return ""
    found = (each for each in graph.every_relation(agent, IN_HAND, "out") if each.object == functions[0])
    modes = dict.fromkeys(mode_of(each.details.get("mode")) for each in found)
    return " and ".join(f"{graph.name(agent)} {does(graph, [agent], each, NOW, None, IT)}" for each in modes)
