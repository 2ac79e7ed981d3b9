"""The gist of a chain: upward in one line, who decides, and who sits where."""

from collections.abc import Iterable, Iterator

import attrs

from ...facts.graph import Graph
from ...facts.holding import PLANNED, PRESENT, Holding, coming_word, state_of, state_with_subject, with_doubt
from ...facts.relation_disputes import followed_instead, relation_disputes
from ...facts.standing import ENDED, MAY_HAVE_BEGUN
from ...format import KINDS
from ...format.groups import SEATED, STRANDS
from ...format.nouns import last_noun, reads_plural
from ...format.records import Relation
from ...structure.limits import limit_of
from ...structure.membership import MEMBERSHIP, counts_as_member, names_nobody, seat_rank
from ...structure.order import by_sibling
from .answers import Chain
from .disagreeing import sides_in_short, undecided_of
from .steps import Step
from .verbs import joined

_FEW = 3
_WORDS = 2
"""The fewest words of a name that are kept when the name of its place is left out of it."""


@attrs.frozen
class Rung:
    """One rank of a chain as a short text.

    Attributes:
        ids: What stands there.
        text: Its name or names, or how many they are.
        inferred: Whether it is our reading that it stands above the rank below.
        planned: What of that is only planned, in words: `planned delegation`; empty for nothing.
        disputed: Whether documents disagree, undecided, that any of them stands above the rank below.
    """

    ids: tuple[str, ...]
    text: str
    inferred: bool = False
    planned: str = ""
    disputed: bool = False


def rungs(chain: Chain) -> list[Rung]:
    """Return the ranks of a chain from the topic upward, each as a short text."""
    ranks: dict[int, list[Step]] = {}
    for step in chain.steps:
        ranks.setdefault(step.rank, []).append(step)
    return [
        Rung(
            tuple(each.id for each in steps),
            _called(chain, steps),
            any(link.inferred for each in steps for link in each.links),
            _planned(chain, steps),
            any(relation_disputes(chain.graph, link.relation, "") for each in steps for link in each.links),
        )
        for steps in ranks.values()
    ]


def _planned(chain: Chain, steps: Iterable[Step]) -> str:
    """Return what of the links to a rank is only planned, where all of them are: not of what delegates, or is above, now too."""
    links = [link for each in steps for link in each.links]
    if not links or any(state_of(chain.graph, link.relation)[0] != PLANNED for link in links):
        return ""
    return "planned delegation" if {link.how for link in links} == {"delegates_to"} else "planned link"


def deciders(chain: Chain) -> list[str]:
    """Return the bodies that are stated to decide now about the functions of the topic."""
    return by_sibling(chain.graph, {each.id for each in _empowered(chain) if each.mode.decides})


def deciding_words(chain: Chain) -> str:
    """Return who is stated to decide now, then who by delegation and how far; empty for nobody.

    For example `Place Board by delegation, up to £500,000; above that Finance Committee`.
    """
    graph = chain.graph
    disagreed = _disagreed(chain)
    names = [with_doubt(graph, each) for each in deciders(chain)]
    by_limit: dict[str, list[Holding]] = {}
    for each in _empowered(chain):
        if each.mode.delegated:
            by_limit.setdefault(limit_of(graph, each), []).append(each)
    if not names and not disagreed and len(by_limit) == 1:
        ((limit, held),) = by_limit.items()
        return ", ".join(filter(None, (f"{_names(graph, held)} by delegation", limit)))
    several = len({each.function for each in chain.holdings}) > 1
    said = [joined(names)] if names else []
    for limit, held in by_limit.items():
        of = f" of {joined(graph.name(each.function) for each in held)}" if several else ""
        said.append(f"{_names(graph, held)} by delegation{of}{f' ({limit})' if limit else ''}")
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
    return joined(with_doubt(graph, each.id) for each in held)


def _empowered(chain: Chain) -> Iterator[Holding]:
    """Yield the roles by which somebody is stated to decide now about the functions of the topic, by delegation or not."""
    return (
        each
        for each in chain.holdings
        if each.state in PRESENT and each.mode.empowers and not each.inferred and each.settled
    )


def who_sits(chain: Chain) -> list[tuple[str, list[Relation]]]:
    """Return the bodies of a chain whose members are named in the first lines, each with its seats: the chair first, then the vice-chair, who votes, the others.

    Where some decide, or hold by delegation, or bodies were asked for themselves, all of those are meant and no other, also
    without seats; else the first of which members are named, nothing for none. Of a partnership they count where it leads on the
    topic itself: that it stands above is another matter. For a post the seats are what says who holds it.
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
    """Return the entities of a chain of which members are named, each with its seats, lowest first; of a post whoever holds it."""
    seated = ((step.id, _seats(chain.graph, step.id)) for step in chain.steps)
    return [(each, seats) for each, seats in seated if seats]


def _seats(graph: Graph, entity_id: str) -> list[Relation]:
    """Return the seats of a body, or who holds a post; also the seats of which a document names the role and nobody who has it."""
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


def _called(chain: Chain, steps: list[Step]) -> str:
    graph, place = chain.graph, chain.place
    if len(steps) <= _FEW:
        apart = not _planned(chain, steps)  # of all of them it is said once
        return ", ".join(
            f"{_short(graph, each.id, place)}{_standing(graph, each.id)}{_link_standing(chain, each) if apart else ''}"
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
    """Whether all that stands in a layer is of the kind that the last noun of its name says, such as organisations."""
    kinds = {graph.kind(each.id) for each in steps}
    return len(kinds) == 1 and last_noun(name).casefold() == KINDS[kinds.pop()].plural.casefold()


def _standing(graph: Graph, entity_id: str) -> str:
    """Return in brackets that a body is itself only planned or proposed, may not have begun or has ended; empty for any other."""
    state = graph.standing(entity_id).state
    word = state if state in (MAY_HAVE_BEGUN, ENDED) else coming_word(graph, entity_id)
    return f" ({word})" if word else ""


def _link_standing(chain: Chain, step: Step) -> str:
    """Return in brackets that all by which a body stands in its rank is only planned; empty for any other."""
    word = _planned(chain, (step,))
    return f" ({word})" if word else ""


def _short(graph: Graph, entity_id: str, place: str | None) -> str:
    """Return a name without the name of its place at its beginning, if at least `_WORDS` words are left."""
    words = graph.name(entity_id).split()
    shared = 0
    if place is not None and place != entity_id:
        for one, other in zip(words, graph.name(place).split(), strict=False):
            if one != other:
                break
            shared += 1
    rest = words[shared:]
    return " ".join(words if len(rest) < _WORDS or rest[0].islower() or rest[0] == "&" else rest)
