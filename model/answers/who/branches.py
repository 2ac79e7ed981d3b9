"""Tell the chain upward in one line, or in a line for each branch."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

import attrs

from ...facts.graph import Graph
from ...facts.holding import PLANNED, coming_word, state_of
from ...facts.relation_disputes import relation_disputes
from ...facts.reports import stood_down
from ...facts.standing import ENDED, MAY_HAVE_BEGUN
from ...format import KINDS
from ...format.attributes import STOOD_DOWN
from ...format.nouns import last_noun, reads_plural
from .answers import Chain
from .steps import Link, Step

_FEW = 3
_WORDS = 2
"""How many words a name must keep when the name of its place is cut from its beginning."""

MOST = 4
"""The most branches that have a line each."""


@attrs.frozen
class Rung:
    """Steps of a branch that stand side by side, as a short text.

    Attributes:
        ids: The ids of the steps.
        text: Their name or names, or their number.
        inferred: Whether it is our reading that they stand above the rung below.
        planned: How the link is only planned, in words such as `planned delegation`; empty for a link that
            exists.
        disputed: Whether documents disagree, undecided, that any of them stands above the rung below.
    """

    ids: tuple[str, ...]
    text: str
    inferred: bool = False
    planned: str = ""
    disputed: bool = False


def branches(chain: Chain) -> list[list[Rung]]:
    """Return the branches of a chain from the topic upward, each from its lowest rung to its highest.

    If there are more than `MOST`, some are left out. Entities that are above the same and below the same
    others stand in one rung, and each rung is above the whole rung before it.
    """
    steps = {each.id: each for each in chain.steps}
    below = _next_below(chain.steps)
    above: dict[str, set[str]] = {each: set() for each in steps}
    for each, ends in below.items():
        for end in ends:
            above[end].add(each)
    rungs: dict[tuple[frozenset[str], frozenset[str]], list[str]] = {}
    for each in steps:
        rungs.setdefault((frozenset(below[each]), frozenset(above[each])), []).append(each)
    of = {each: rung for rung in map(tuple, rungs.values()) for each in rung}
    found: list[list[Rung]] = []
    for way in _ways(of, above, [each for each in steps if not below[each]]):
        found.append([*_rungs(chain, [[steps[each] for each in alike] for alike in way])])
        if len(found) > MOST:
            break
    return found


def lowest(chain: Chain) -> Rung:
    """Return the lowest steps of a chain as one rung."""
    steps = [each for each in chain.steps if not each.below]
    return Rung(tuple(each.id for each in steps), _called(chain, steps, ()))


def all_above(chain: Chain, ids: Collection[str]) -> set[str]:
    """Return all steps that are above some entities in a chain."""
    found = set(ids)
    for step in chain.steps:  # the lowest first
        if not found.isdisjoint(step.below):
            found.add(step.id)
    return found.difference(ids)


def _next_below(steps: Iterable[Step]) -> Mapping[str, set[str]]:
    """Return for each step the steps directly below it, without those that reach it through another of them as well."""
    bits: dict[str, int] = {}
    under: dict[str, int] = {}  # sets as bits: of a chain of thousands each step has all those below it
    found: dict[str, set[str]] = {}
    for each in steps:  # the lowest first
        farther = reduce(or_, (under[end] for end in each.below), 0)
        found[each.id] = {end for end in each.below if not farther & bits[end]}
        bits[each.id] = 1 << len(bits)
        under[each.id] = reduce(or_, (bits[end] for end in each.below), farther)
    return found


def _ways(
    of: Mapping[str, tuple[str, ...]], above: Mapping[str, Iterable[str]], starts: Iterable[str]
) -> Iterator[list[tuple[str, ...]]]:
    """Yield each way from a rung of lowest entities to one that nothing is above."""
    order = {rung: number for number, rung in enumerate(dict.fromkeys(of.values()))}
    waiting = [[rung] for rung in reversed(dict.fromkeys(of[each] for each in starts))]
    while waiting:
        way = waiting.pop()
        after = {of[each] for each in above[way[-1][0]]}
        if after:
            waiting.extend([*way, rung] for rung in sorted(after, key=order.__getitem__, reverse=True))
        else:
            yield way


def _rungs(chain: Chain, way: list[list[Step]]) -> Iterator[Rung]:
    """Yield the rungs of a way upward, the lowest first; the steps of each rung stand side by side."""
    before: frozenset[str] = frozenset()
    for steps in way:
        ids = tuple(each.id for each in steps)
        links = [link for each in steps for link in _links(each, before)]
        yield Rung(
            ids,
            _called(chain, steps, before),
            any(link.inferred for link in links),
            _planned(chain.graph, links),
            any(relation_disputes(chain.graph, link.relation, "") for link in links),
        )
        before = frozenset(ids)


def _links(step: Step, before: Collection[str]) -> list[Link]:
    """Return the links to a step from those before it, and links that skip them, such as to the owner of layers."""
    if not before:
        return []
    named = [each for each in step.links if each.below in before]
    return named or [each for each in step.links if each.below not in step.below] or [*step.links]


def _planned(graph: Graph, links: Collection[Link]) -> str:
    """Return words such as `planned delegation` if all links are only planned; empty if one exists now."""
    if not links or any(state_of(graph, link.relation)[0] != PLANNED for link in links):
        return ""
    return "planned delegation" if {link.how for link in links} == {"delegates_to"} else "planned link"


def _called(chain: Chain, steps: list[Step], before: Collection[str]) -> str:
    graph, place = chain.graph, chain.place
    if len(steps) <= _FEW:
        every = [link for each in steps for link in _links(each, before)]
        apart = not _planned(graph, every)  # of all of them it is said once
        return ", ".join(
            f"{_short(graph, each.id, place)}{_standing(graph, each.id)}{_link_standing(graph, each, before) if apart else ''}"
            for each in steps
        )
    layers = {each.layer for each in steps}
    layer = layers.pop() if len(layers) == 1 else None
    if layer is not None:
        for name in (
            graph.name(layer),
            *(str(each.value) for each in graph.entity(layer).claims("other_names")),
        ):
            if reads_plural(name):
                counted = "" if _are_all(graph, steps, name) else "listed as "
                return f"{len(steps)} {counted}{name[:1].lower()}{name[1:]}"
        return f"{len(steps)} in {graph.name(layer)}"
    return f"{len(steps)} on the same level"


def _are_all(graph: Graph, steps: Iterable[Step], name: str) -> bool:
    """Whether all members of a layer are of the kind that its name ends with, such as organisations."""
    kinds = {graph.kind(each.id) for each in steps}
    return len(kinds) == 1 and last_noun(name).casefold() == KINDS[kinds.pop()].plural.casefold()


def _standing(graph: Graph, entity_id: str) -> str:
    """Return in brackets that a body is planned, proposed, possibly begun, stood down or ended; empty for any other."""
    state = graph.standing(entity_id).state
    word = state if state in (MAY_HAVE_BEGUN, ENDED) else coming_word(graph, entity_id)
    word = word or (STOOD_DOWN if stood_down(graph, entity_id, graph.at) is not None else "")
    return f" ({word})" if word else ""


def _link_standing(graph: Graph, step: Step, before: Collection[str]) -> str:
    """Return in brackets that all links to a body from the rung below are only planned; empty for any other."""
    word = _planned(graph, _links(step, before))
    return f" ({word})" if word else ""


def _short(graph: Graph, entity_id: str, place: str | None) -> str:
    """Return a name without its place's name at the beginning, if at least `_WORDS` words are left."""
    words = graph.name(entity_id).split()
    shared = 0
    if place is not None and place != entity_id:
        for one, other in zip(words, graph.name(place).split(), strict=False):
            if one != other:
                break
            shared += 1
    rest = words[shared:]
    return " ".join(words if len(rest) < _WORDS or rest[0].islower() or rest[0] == "&" else rest)
