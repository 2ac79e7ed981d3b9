"""Gaps of bodies, workstreams and posts: unknown members, chairs, leads, accountable bodies and holders."""

from collections.abc import Iterable, Iterator

from ...facts.graph import Graph
from ...format import RELATIONS
from ...format.groups import STAFFED
from ...format.records import Relation
from .gap import Gap

_LEADING = ("chair", "lead", "convenor", "director", "manager")
_ACCOUNTABILITY = tuple(name for name, kind in RELATIONS.items() if kind.answers)


def may_have(graph: Graph, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    return (each for each in ids if graph.kind(each) in STAFFED)


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield gaps: bodies without members or chair, workstreams without lead or accountable body, posts without holder."""
    for each in ids:
        kind = graph.kind(each)
        if kind == "body":
            yield from _body(graph, each)
        elif kind == "workstream":
            yield from _workstream(graph, each)
        elif kind == "post":
            yield from _post(graph, each)


def _body(graph: Graph, entity_id: str) -> Iterator[Gap]:
    name = graph.name(entity_id)
    members = _known(graph, graph.relations(entity_id, "member_of", "in"))
    if not members:
        yield _gap(graph, "body-members", entity_id, f"Who sits on {name}?")
    elif not any("chair" in str(each.details.get("role", "")) for each in members) and not _posts(
        graph, entity_id, ("chair",)
    ):
        yield _gap(graph, "body-chair", entity_id, f"Who chairs {name}?")


def _workstream(graph: Graph, entity_id: str) -> Iterator[Gap]:
    name = graph.name(entity_id)
    members = _known(graph, graph.relations(entity_id, "member_of", "in"))
    leads = any(_leads(str(each.details.get("role", ""))) for each in members)
    if not leads and not _posts(graph, entity_id, _LEADING):
        yield _gap(graph, "workstream-lead", entity_id, f"Who leads the workstream {name}?")
    above = [each for kind in _ACCOUNTABILITY for each in graph.relations(entity_id, kind, "out")]
    known = [each for each in above if each.object in graph]
    if not any(not each.evidence.inferred for each in known):
        note = f"That it answers to {graph.name(known[0].object)} is inferred." if known else ""
        yield _gap(
            graph, "workstream-accountable", entity_id, f"To whom does the workstream {name} answer?", note
        )


def _post(graph: Graph, entity_id: str) -> Iterator[Gap]:
    holders = [each for each in graph.relations(entity_id, "holds", "in") if each.subject in graph]
    if not holders:
        yield _gap(graph, "post-holder", entity_id, f"Who holds this post: {graph.name(entity_id)}?")


def _known(graph: Graph, relations: Iterable[Relation]) -> list[Relation]:
    return [each for each in relations if graph.shown(each.subject)]


def _posts(graph: Graph, entity_id: str, words: tuple[str, ...]) -> bool:
    posts = (each.subject for each in graph.relations(entity_id, "post_in", "in"))
    return any(word in graph.name(each).casefold() for each in posts for word in words)


def _leads(role: str) -> bool:
    return any(word in role for word in _LEADING)


def _gap(graph: Graph, code: str, entity_id: str, question: str, note: str = "") -> Gap:
    return Gap(code, entity_id, question, graph.entity(entity_id).evidence, note)
