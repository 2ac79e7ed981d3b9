"""The functions view (7): each function with those who decide, hold it by delegation, oversee, deliver and so on."""

from collections.abc import Iterable, Iterator

from ..facts.functions import IN_HAND
from ..facts.graph import Graph
from ..facts.holding import (
    ENDED,
    PRESENT,
    Holding,
    coming_word,
    holdings_of,
    is_rejected,
    state_of_role,
    with_role,
)
from ..facts.relation_disputes import followed_instead
from ..facts.vacant import stated_word, vacancies_of
from ..format.modes import MODES, Mode, mode_of, order_of
from ..format.records import Relation
from ..structure.layers import extent_words
from ..structure.order import by_sibling, sibling_key
from .below import of_kinds
from .forest import Forest
from .layout import DELEGATION, Heading, Row, lay_out
from .nest import nest_of


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
    """Return the functions placed below an entity, without those that are there because it is responsible for them."""
    below = of_kinds(graph, entity_id, ("function",))
    return [each for each, relation in below.items() if relation.subject == each]


def _function(graph: Graph, function: str) -> list[Row]:
    """Return the rows below a function: who has a role, delegations, disagreements, then roles stated to be nobody's."""
    return [
        *((each.subject, each, None) for each in _holders(graph, function)),
        *_delegations(graph, function),
        *_disputes_and_vacancies(graph, function),
    ]


COLUMNS = tuple(mode for mode in MODES.values() if mode.expected)
"""The columns of the view: decides, holds by delegation, oversees, delivers."""

_DECIDES = next(mode for mode in COLUMNS if mode.decides)
DECIDES = _DECIDES.name
"""The column for who decides."""


def column_of(relation: Relation) -> Mode | None:
    """Return the column for the role of a `responsible_for` relation; `None` for a role without a column."""
    mode = _mode(relation)
    if mode.decides:
        return _DECIDES
    return mode if mode.expected else None


def holders_by_column(graph: Graph, function: str) -> list[tuple[Mode, list[Relation]]]:
    """Return the present roles in a function, column by column; empty where none is stated.

    A planned role does not answer who does it.
    """
    now = [each for _, each in holders_by_role(graph, function)]
    return [(column, [each for each in now if column_of(each) is column]) for column in COLUMNS]


def holders_by_role(graph: Graph, function: str) -> list[tuple[Mode, Relation]]:
    """Return the present roles in a function, in the order of roles."""
    found = _holders(graph, function)
    return [(_mode(each), each) for each in found if state_of_role(graph, each)[0] in PRESENT]


def silent_roles(graph: Graph, function: str) -> dict[str, str]:
    """Return the roles whose recorded holder is `not_stated`, `unknown` or `none`, each with that word."""
    found: dict[str, str] = {}
    for each in graph.relations(function, IN_HAND, "in"):
        if each.subject not in graph:
            for mode in (_mode(each),) if _mode(each).told else COLUMNS:
                found.setdefault(mode.name, each.subject)
    return found


BY_DELEGATION = "by delegation"
"""The text in the column for who decides, where the function is held by delegation."""


def decides_by_delegation(graph: Graph, function: str) -> bool:
    """Whether the holder by delegation decides about a function: no other decider is stated, and nothing is undecided."""
    by_column = dict(holders_by_column(graph, function))
    if by_column[_DECIDES] or _DECIDES in vacant_columns(graph, function):
        return False
    return any(
        each.mode.delegated and each.told and each.settled and each.state in PRESENT
        for each in holdings_of(graph, function)
    )


def vacant_columns(graph: Graph, function: str) -> dict[Mode, str]:
    """Return the words for roles that a source states to be nobody's, by column: `none (stated in the minutes)`."""
    found: dict[Mode, str] = {}
    for each in vacancies_of(graph, function):
        word = stated_word(graph, each.word, each.relation.evidence)
        if not each.mode.told:
            found.update((column, word) for column in COLUMNS if column not in found)
        elif each.deciding or each.mode.expected:
            found[_DECIDES if each.mode.decides else each.mode] = word
    return found


def _disputes_and_vacancies(graph: Graph, function: str) -> Iterator[Row]:
    """Yield rows for a function's disputed roles, roles that are not followed, and roles stated to be vacant."""
    held = holdings_of(graph, function)
    for each in _undecided(graph, held):
        yield Heading(f"the documents disagree, undecided: {graph.name(each)}")
    for other in (each for each in held if each.rejected):
        from ..answers.who.clauses import does  # noqa: PLC0415 - of few functions documents disagree

        said = does(graph, [other.id], other.mode, other.state, other.date, "it")
        yield Heading(f"another document, not followed: {graph.name(other.id)} {said}")
    for vacancy in vacancies_of(graph, function):
        yield Heading(f"{stated_word(graph, vacancy.word, vacancy.relation.evidence)}: {vacancy.asks}")


def _undecided(graph: Graph, held: Iterable[Holding]) -> list[str]:
    """Return the undecided disagreements about who has a function."""
    disputes = (one for each in held for one in each.disputes)
    return by_sibling(graph, (each.id for each in disputes if not each.follows))


def _mode(relation: Relation) -> Mode:
    return mode_of(relation.details.get("mode"))


def _holders(graph: Graph, function: str) -> list[Relation]:
    """Return the roles in a function at the date, deciders first; of disputed roles the one that is followed."""
    relations = with_role(graph, graph.relations(function, IN_HAND, "in"))
    found = [
        each
        for each in relations
        if graph.shown(each.subject)
        and state_of_role(graph, each)[0] != ENDED
        and not is_rejected(graph, each)
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
            other = "another document, not followed: " if followed_instead(graph, relation) else ""
            yield Heading(f"{other}{how}, {by}", (), DELEGATION, relation)


def _delegated(graph: Graph) -> dict[str, list[Relation]]:
    """Return the delegations at the date by the function that they name."""
    by_function: dict[str, list[Relation]] = {}
    for of_subject in graph.relations_by_subject():
        for relation in of_subject:
            if relation.kind == "delegates_to" and graph.holds(relation):
                by_function.setdefault(str(relation.details.get("function")), []).append(relation)
    for found in by_function.values():
        found.sort(key=lambda each: (each.subject, each.object))
    return by_function
