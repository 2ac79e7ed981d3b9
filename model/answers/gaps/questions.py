"""Gaps that somebody raised: unanswered questions, undecided disagreements, names that may mean the same entity."""

from collections.abc import Iterable, Iterator

from ...facts.followed import followed
from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format.dates import Date
from ...format.groups import ISSUES
from .gap import Gap

_OPEN = frozenset(("open", "promised", "not seen since", "not answered"))


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    return (
        each
        for each in ids
        if statements.kind(each) in ISSUES or statements.is_end_of(each, ("possibly_same_as",), "out")
    )


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield gaps: open questions, disagreements with no side followed, names that may mean the same entity."""
    for each in ids:
        kind = graph.kind(each)
        if kind == "issue" and graph.value(each, "state") in _OPEN:
            yield asked(graph, each)
        elif kind == "disagreement" and not followed(graph, each):
            yield _disagreement(graph, each)
        for relation in graph.relations(each, "possibly_same_as", "out"):
            if graph.shown(relation.object):
                names = f"{graph.name(each)} the same as {graph.name(relation.object)}"
                yield Gap("possibly-same", each, f"Is {names}?", relation.evidence, relation.evidence.note)


def asked(graph: Graph, issue: str) -> Gap:
    """Return the gap of a question, with who raised it."""
    relations = graph.relations(issue, "raised_by", "out")
    raised = {each.object for each in relations}
    stated = {each.object for each in relations if not each.evidence.inferred}
    question = graph.text(issue, "question") or f"What became of this: {graph.name(issue)}?"
    own = graph.entity(issue).evidence
    due = graph.value(issue, "due")
    return Gap(
        "open-question",
        issue,
        question,
        own,
        graph.name(issue),
        tuple(sorted(raised)),
        frozenset(raised - stated),
        due if isinstance(due, Date) else None,
    )


def _disagreement(graph: Graph, disagreement: str) -> Gap:
    question = f"{graph.name(disagreement)}: which document is right?"
    return Gap(
        "disagreement",
        disagreement,
        question,
        graph.entity(disagreement).evidence,
        graph.text(disagreement, "reason"),
    )
