"""Relations of which an author wrote that the sources do not give the other end."""

from collections.abc import Iterable, Iterator, Mapping

from ..graph import Graph
from ..vocabulary import UNKNOWN
from .gap import Gap

_OUT: Mapping[str, str] = {
    "accountable_to": "To whom does {} answer?",
    "post_in": "Which organisation is this post in: {}?",
    "stands_for": "Who is meant by {}?",
    "made_by": "Who made {}?",
    "commits": "Who is to do this: {}?",
    "covers": "Which area does {} serve?",
}
_IN: Mapping[str, str] = {
    "provides": "Who provides {}?",
    "responsible_for": "Who has {} in hand?",
}
"""Questions by kind of relation; what is known of members, holders and delegations is asked elsewhere."""


def may_have(graph: Graph, ids: Iterable[str]) -> Iterator[str]:
    """Yield those of some entities that may have such a gap at some date."""
    silent = {relation.subject for relation in graph.incoming(UNKNOWN) if relation.kind in _OUT}
    silent.update(relation.object for relation in graph.outgoing(UNKNOWN) if relation.kind in _IN)
    for each in ids:
        entity = graph.entity(each)
        if each in silent or (
            entity.kind == "commitment" and any(claim.value == UNKNOWN for claim in entity.claims("due"))
        ):
            yield each


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a question for each relation whose other end is unknown, and for each promise without a day."""
    for each in ids:
        name = graph.name(each)
        for kinds, direction in ((_OUT, "out"), (_IN, "in")):
            for kind, question in kinds.items():
                for relation in graph.relations(each, kind, direction):
                    other = relation.object if direction == "out" else relation.subject
                    if other == UNKNOWN:
                        code = f"{kind.replace('_', '-')}-unknown"
                        yield Gap(
                            code, each, question.format(name), relation.evidence, relation.evidence.note
                        )
        if graph.kind(each) == "commitment":
            due = graph.claim(each, "due")
            if due is not None and due.value == UNKNOWN:
                yield Gap("due-unknown", each, f"When is this due: {name}?", due.evidence, due.evidence.note)
