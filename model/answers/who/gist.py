"""The summary of a chain: the ranks upward in one line, who decides, and who sits where."""

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
"""How many words a name must keep when the name of its place is cut from its beginning."""


@attrs.frozen
class Rung:
    """One rank of a chain as a short text.

    Attributes:
        ids: The entities of that rank.
        text: Their names, or their number.
        inferred: Whether it is our reading that the rank is above the one below.
        planned: What is only planned of the link to the rank below: `planned delegation`; empty for nothing.
        disputed: Whether documents disagree, undecided, whether one of them is above the rank below.
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
    """Return `planned delegation` or `planned link` where all links to a rank are only planned; else empty."""
    links = [link for each in steps for link in each.links]
    if not links or any(state_of(chain.graph, link.relation)[0] != PLANNED for link in links):
        return ""
    return "planned delegation" if {link.how for link in links} == {"delegates_to"} else "planned link"


def deciders(chain: Chain) -> list[str]:
    """Return the bodies that are stated to decide now about the functions of the topic."""
    return by_sibling(chain.graph, {each.id for each in _empowered(chain) if each.mode.decides})


def deciding_words(chain: Chain) -> str:
    """Return who is stated to decide now, then who decides by delegation and with which limit; empty for nobody.

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
    """Yield the stated roles by which somebody decides now about the functions of the topic, by delegation or not."""
    return (
        each
        for each in chain.holdings
        if each.state in PRESENT and each.mode.empowers and not each.inferred and each.settled
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


def _called(chain: Chain, steps: list[Step]) -> str:
    graph, place = chain.graph, chain.place
    if len(steps) <= _FEW:
        apart = not _planned(chain, steps)  # said once for all of them
        return ", ".join(
            f"{_short(graph, each.id, place)}{_state_in_brackets(graph, each.id)}{_link_in_brackets(chain, each) if apart else ''}"
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


def _state_in_brackets(graph: Graph, entity_id: str) -> str:
    """Return the state of a body that is planned, proposed, possibly begun or ended, in brackets; empty for any other."""
    state = graph.standing(entity_id).state
    word = state if state in (MAY_HAVE_BEGUN, ENDED) else coming_word(graph, entity_id)
    return f" ({word})" if word else ""


def _link_in_brackets(chain: Chain, step: Step) -> str:
    """Return that the links above a body are only planned, in brackets; empty if a link is not a plan."""
    word = _planned(chain, (step,))
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
