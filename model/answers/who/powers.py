"""The verdict about a body that is asked for by its own name: what it may decide."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...facts.disputes import undecided
from ...facts.graph import Graph
from ...facts.holding import NOW, Holding, coming_word, doubt_word, powers_of
from ...facts.standing import ENDED, MAY_HAVE_BEGUN, NOT_YET_DUE, PLANNED
from ...format import NONE, OPEN
from ...format.groups import ASKED_FOR
from .clauses import does
from .disagreeing import disagreeing
from .steps import Holder
from .verbs import agreeing, joined

_MAY = {
    "decides": ("The documents say that {} decides.", "The documents say that {} decide."),
    "recommends": (
        "The documents say that {} recommends; they do not say who decides.",
        "The documents say that {} recommend; they do not say who decides.",
    ),
    "advises": (
        "The documents say that {} advises; they do not say who decides.",
        "The documents say that {} advise; they do not say who decides.",
    ),
    NONE: (
        "The documents say that {} makes no decisions; they do not say who does.",
        "The documents say that {} make no decisions; they do not say who does.",
    ),
}
_FEW = 5
"""How many functions are named for each role."""

_SILENT = ("The documents do not say what {} may decide.",) * 2


def is_own_answer(graph: Graph, holder: Holder) -> bool:
    """Whether a body with the topic in its name is answered by its powers, as one asked for by its whole name is."""
    if not holder.named or holder.trail or graph.kind(holder.id) not in ASKED_FOR:
        return False
    power = graph.value(holder.id, "decides")
    return power not in {None, *OPEN} or bool(powers_of(graph, holder.id))


def power_of(graph: Graph, topic: str, ids: Sequence[str]) -> str:
    """Return the verdict on a body: the functions it decides about, else whether it decides or only advises.

    For several bodies of one name it only says how many they are.
    """
    if len(ids) > 1:
        return f"{topic} names {len(ids)} entities in these documents; what each may decide is said with it."
    own = ids[0]
    name, standing = graph.name(own), graph.standing(own)
    if standing.state in {PLANNED, NOT_YET_DUE} and standing.date is not None:
        verb = agreeing(graph, ids, "is", "are")
        return f"{name} {verb} {standing.date.after('planned for')}; no document says that it happened."
    coming = coming_word(graph, own)
    if coming:
        return f"{name} {agreeing(graph, ids, 'is', 'are')} {coming}; no document says that it happened."
    if standing.dropped:
        return f"{name} {agreeing(graph, ids, 'was', 'were')} {standing.words()}."
    if standing.state == ENDED:
        return f"{name} ended{f' {standing.date.on()}' if standing.date is not None else ''}."
    return f"{_in_doubt(graph, own)}{_power(graph, own)}"


def _in_doubt(graph: Graph, own: str) -> str:
    """Return a sentence that a body is in shadow form, or that it is unknown whether it had begun; else empty."""
    word, name = doubt_word(graph, own), graph.name(own)
    if word == MAY_HAVE_BEGUN:
        return f"{name}: {graph.standing(own).words()}. "
    return f"{name} {agreeing(graph, [own], 'is', 'are')} in {word} form. " if word else ""


def _power(graph: Graph, own: str) -> str:
    """Return what the documents say a body decides, or that they do not say."""
    ids, name, power = [own], graph.name(own), graph.value(own, "decides")
    held = powers_of(graph, own)
    certain = [each for each in held if not each.undecided and not each.inferred]
    followed = [each for each in held if not each.undecided and each.inferred]
    words = (
        [f"The documents say that {name} {', and '.join(_powers(graph, own, certain))}."] if certain else []
    )
    if followed:
        powers = ", and ".join(_powers(graph, own, followed))
        words.append(f"Where the documents disagree, the inferred side is followed: {name} {powers}.")
    said = " ".join((*disagreeing(graph, [(each, None) for each in held]), *words))
    if undecided(graph, own, "decides"):
        disagreed = f"The documents disagree on whether {name} {agreeing(graph, ids, 'decides', 'decide')}."
        return f"{disagreed} {said}".rstrip()
    if said:
        return said
    return agreeing(graph, ids, *_MAY.get(str(power), _SILENT)).format(name)


def _powers(graph: Graph, entity_id: str, held: Iterable[Holding]) -> Iterator[str]:
    """Yield what a body does with its functions; functions in which it has the same role share a clause."""
    for mode, alike in groupby(held, key=lambda each: each.mode):
        names = list(dict.fromkeys(graph.name(each.function) for each in alike))
        further = len(names) - _FEW
        if further > 0:
            names[_FEW:] = [f"{further} more {'function' if further == 1 else 'functions'}"]
        yield does(graph, [entity_id], mode, NOW, None, joined(names))
