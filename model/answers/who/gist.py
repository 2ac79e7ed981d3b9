"""Tell the gist of a chain: who decides, and who sits where."""

from collections.abc import Iterable, Iterator, Sequence

from ...facts.graph import Graph
from ...facts.holding import PLANNED, PRESENT, Holding, state_of, state_with_subject, with_doubt
from ...facts.relation_disputes import followed_instead
from ...format.groups import SEATED, STRANDS
from ...format.records import Relation
from ...structure.limits import limit_of
from ...structure.membership import MEMBERSHIP, counts_as_member, names_nobody, seat_rank
from ...structure.order import by_sibling
from .answers import Chain
from .disagreeing import sides_in_short, undecided_of
from .verbs import joined


def deciders(chain: Chain) -> list[str]:
    """Return the bodies that are stated to decide now about the functions of the topic."""
    return by_sibling(chain.graph, {each.id for each in _empowered(chain) if each.mode.decides})


def deciding_words(chain: Chain) -> str:
    """Return who is stated to decide now, then who decides by delegation and with which limit; empty for nobody.

    For example `Place Board by delegation, up to £500,000; above that Finance Committee`.
    """
    graph = chain.graph
    disagreed = _disagreed(chain)
    held = list(_empowered(chain))
    names = [
        _named(graph, [one for one in held if one.id == each and one.mode.decides])
        for each in deciders(chain)
    ]
    by_limit: dict[str, list[Holding]] = {}
    for each in held:
        if each.mode.delegated:
            by_limit.setdefault(limit_of(graph, each), []).append(each)
    if not names and not disagreed and len(by_limit) == 1:
        ((limit, delegated),) = by_limit.items()
        return ", ".join(filter(None, (f"{_names(graph, delegated)} by delegation", limit)))
    several = len({each.function for each in chain.holdings}) > 1
    said = [joined(names)] if names else []
    for limit, delegated in by_limit.items():
        of = f" of {joined(graph.name(each.function) for each in delegated)}" if several else ""
        said.append(f"{_names(graph, delegated)} by delegation{of}{f' ({limit})' if limit else ''}")
    return "; ".join([*said, *disagreed])


def _disagreed(chain: Chain) -> list[str]:
    """Return the sides of each undecided disagreement about who decides."""
    graph, deciding = (
        chain.graph,
        [each for each in chain.holdings if each.mode.empowers and each.state in PRESENT],
    )
    return [
        f"undecided, the documents disagree: {sides_in_short(graph, each, deciding)}"
        for each in undecided_of(graph, deciding)
    ]


def _names(graph: Graph, held: Iterable[Holding]) -> str:
    held = list(held)
    return joined(_named(graph, [one for one in held if one.id == each.id]) for each in held)


def _named(graph: Graph, held: Sequence[Holding]) -> str:
    """Return the names of role holders, each with its doubt; a remark follows if all are our reading."""
    name = with_doubt(graph, held[0].id)
    return f"{name} (inferred)" if all(each.inferred for each in held) else name


def _empowered(chain: Chain) -> Iterator[Holding]:
    """Yield the stated roles by which somebody decides now about the functions of the topic, by delegation or not."""
    return (
        each
        for each in chain.holdings
        if each.state in PRESENT and each.mode.empowers and each.told and each.settled
    )


def who_sits(chain: Chain) -> list[tuple[str, list[Relation]]]:
    """Return the bodies of a chain whose members the first lines name, each with its seats.

    Seats are ordered: chair, vice-chair, voting members, others. If some bodies decide or hold a delegation,
    or bodies were asked for themselves, the result is all of these and no others, even without seats; else
    the first body with named members. A partnership counts only where it leads on the topic itself. For a
    post the seats are its holders.
    """
    graph = chain.graph
    delegated = by_sibling(graph, {each.id for each in _empowered(chain)})
    asked = [each.id for each in chain.holders if chain.everything and graph.kind(each.id) != "person"]
    meant = list(dict.fromkeys((*deciders(chain), *delegated, *asked)))
    if meant:
        return [(each, _seats(graph, each)) for each in meant]
    others = (step.id for step in chain.steps if graph.kind(step.id) in (STRANDS if step.rank else SEATED))
    for each in others:
        seats = _seats(graph, each)
        if seats:
            return [(each, seats)]
    return []


def with_members(chain: Chain) -> list[tuple[str, list[Relation]]]:
    """Return the entities of a chain with named members, lowest first, with seats; a post with its holders."""
    seated = ((step.id, _seats(chain.graph, step.id)) for step in chain.steps)
    return [(each, seats) for each, seats in seated if seats]


def members_of_place(chain: Chain) -> list[tuple[str, list[Relation]]]:
    """Return the partnership in which a chain is, with its seats, if it is no step of the chain; empty without seats.

    Where layers lead past the partnership, as from a workstream to an executive, it has no step of its own,
    and yet its members are the nearest that a document names.
    """
    place = chain.place
    if place is None or any(step.id == place for step in chain.steps):
        return []
    seats = _seats(chain.graph, place)
    return [(place, seats)] if seats else []


def _seats(graph: Graph, entity_id: str) -> list[Relation]:
    """Return the seats of a body, also those of which only the role is named; the holders of a post."""
    kind = "holds" if graph.kind(entity_id) == "post" else MEMBERSHIP
    named = [
        each
        for each in graph.relations(entity_id, kind, "in")
        if (each.subject in graph or names_nobody(each))
        and counts_as_member(each)
        and (state_with_subject(graph, each)[0] in PRESENT or state_of(graph, each)[0] == PLANNED)
        and not followed_instead(graph, each)
    ]
    return sorted(
        named,
        key=lambda each: (
            seat_rank(each),
            each.subject not in graph,
            graph.name(each.subject).casefold(),
            each.subject,
            str(each.details.get("role", "")),
        ),
    )
