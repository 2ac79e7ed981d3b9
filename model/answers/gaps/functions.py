"""Gaps of functions: nobody named as responsible, or who decides or has another role is not stated."""

from collections.abc import Iterable, Iterator, Sequence

from ...facts.functions import IN_HAND
from ...facts.graph import Graph
from ...facts.holding import ENDED, NOW, PLANNED, PRESENT, Holding, holdings_of
from ...facts.statements import Statements
from ...facts.vacant import vacancies_of
from ...format import NONE, NOT_STATED, OPEN, UNKNOWN
from ...format.modes import MODES
from ...format.records import Evidence
from .gap import NOT_RECORDED, Gap, note_of


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    return (each for each in ids if statements.kind(each) == "function")


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield the gaps of each function.

    A function has no gap where documents disagree about it or state that it is nobody's. A function that only
    describes how to raise a concern, step by step, has no gap for who decides.
    """
    for each in may_have(graph, ids):
        held, vacant = holdings_of(graph, each), vacancies_of(graph, each)
        stated = [one for one in held if one.state in PRESENT and one.told and not one.rejected]
        unknown = next((one.relation for one in vacant if one.deciding and one.word == UNKNOWN), None)
        none = [one for one in vacant if one.word == NONE]
        settled = any(one.undecided for one in held) or any(one.deciding for one in none)
        empowered = any(one.mode.empowers for one in stated)
        if unknown is not None and not settled and not empowered:
            question = "Who decides about {}?"
            yield _gap(graph, "function-decider", each, question, unknown.evidence, note_of(graph, unknown))
        elif not stated and not settled and not vacant:
            yield from _nobody(graph, each, held)
        elif not settled and not empowered and not _is_step_by_step(graph, each):
            question, evidence = "Who decides about {}?", graph.entity(each).evidence
            yield _gap(graph, "function-decider", each, question, evidence, _other_holders(graph, held))
        known = {one.mode.name for one in stated} | {one.mode.name for one in none}
        yield from _roles(graph, each, known)


def _is_step_by_step(graph: Graph, function: str) -> bool:
    """Whether a function has points, which describe it step by step."""
    return bool(graph.entity(function).claims("points"))


def _nobody(graph: Graph, function: str, held: Sequence[Holding]) -> Iterator[Gap]:
    """Yield the gap of a function for which no document names anybody at the date."""
    silent = [each for each in graph.relations(function, IN_HAND, "in") if each.subject in OPEN]
    if held:
        code, question = "function-decider", "Who decides about {}?"
    else:
        code, question = "responsible-for-unknown", "Who is responsible for {}?"
    note = _other_holders(graph, held) or (note_of(graph, silent[0]) if silent else NOT_RECORDED)
    evidence = silent[0].evidence if silent else graph.entity(function).evidence
    yield _gap(graph, code, function, question, evidence, note)


def _roles(graph: Graph, function: str, known: set[str]) -> Iterator[Gap]:
    """Yield a gap for each role other than deciding whose holder is recorded as not stated or unknown."""
    for each in graph.relations(function, IN_HAND, "in"):
        mode = MODES.get(str(each.details.get("mode", NOT_STATED)))
        if each.subject in OPEN and mode is not None and not mode.decides and mode.name not in known:
            question = f"Who {mode.one}?"
            yield _gap(graph, "function-role", function, question, each.evidence, note_of(graph, each))


def _other_holders(graph: Graph, held: Sequence[Holding]) -> str:
    """Return a sentence on who has a function by inference, is planned to have it, or had it; empty for nobody."""
    for each in held:
        if each.state == NOW and each.inferred:
            return f"That {graph.name(each.id)} {each.mode.one.format('it')} is inferred."
        if each.state == PLANNED:
            return f"That {graph.name(each.id)} is to {each.mode.base.format('it')} is only planned."
        if each.state == ENDED:
            when = each.date.after("until") if each.date is not None else "before it ended"
            return f"{graph.name(each.id)} {each.mode.past.format('it')} {when}."
    return ""


def _gap(graph: Graph, code: str, function: str, question: str, evidence: Evidence, note: str) -> Gap:
    return Gap(code, function, question.format(graph.name(function)), evidence, note)
