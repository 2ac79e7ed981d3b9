"""What became of an entity as lines: its successors, each below the one that it followed."""

from collections.abc import Iterator, Sequence

from tiers.model import Entity, Graph
from tiers.model.answers.succession import Successor, name_as_follower, successors
from tiers.model.answers.who.verbs import joined as names_joined
from tiers.model.facts.holding import is_planned
from tiers.model.facts.times import end_of, start_of
from tiers.model.format.dates import period

from ..labels import standing_words
from ..safe_text import safe
from .footnotes import Footnotes
from .line import Line
from .values import joined


def what_became(graph: Graph, entity: Entity, footnotes: Footnotes) -> list[Line]:
    """Return a heading and a line for each successor of an entity; empty without any."""
    found = successors(graph, entity.id)
    before = {entity.id, *(each.id for each in found)}
    lines = [_line(graph, each, before, footnotes) for each in _nested(entity.id, found)]
    return [Line("heading", "What became of it"), *lines] if lines else []


def _nested(entity_id: str, found: Sequence[Successor]) -> Iterator[Successor]:
    """Yield the successors of an entity, each followed by its own; a successor of several appears once."""
    levels: dict[int, list[str]] = {0: [entity_id]}
    below: dict[str, list[Successor]] = {}
    for each in found:
        levels.setdefault(each.generation, []).append(each.id)
        followed = next(one for one in levels[each.generation - 1] if one in each.follows)
        below.setdefault(followed, []).append(each)
    waiting = below.get(entity_id, [])[::-1]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(below.get(each.id, [])[::-1])


def _line(graph: Graph, successor: Successor, before: set[str], footnotes: Footnotes) -> Line:
    """Return the line of a successor; it names predecessors that the nesting does not show."""
    grounds = [relation.evidence for said in successor.follows.values() for relation in said]
    others = [graph.name(each) for each in successor.follows if each not in before]
    also = f"which follows {', '.join(others)} too" if others else ""
    dates = period(start_of(graph, successor.id), end_of(graph, successor.id))
    planned = standing_words(graph, successor.id) if is_planned(graph, successor.id) else ()
    inferred = "inferred" if all(each.inferred for each in grounds) else ""
    notes = tuple(dict.fromkeys(number for each in grounds for number in footnotes.of(each)))
    return Line(
        "relation",
        safe(joined(f"followed by {graph.name(successor.id)}", dates, *planned, also, inferred)),
        target=successor.id,
        notes=notes,
        indent=successor.generation,
    )


def became_in_short(graph: Graph, entity_id: str) -> str:
    """Return the state at the date of an entity that is not shown, and who followed: `CCG: ended 2021, followed by A, then B`."""
    generations: dict[int, list[str]] = {}
    found = successors(graph, entity_id)
    for each in found:
        generations.setdefault(each.generation, []).append(name_as_follower(graph, each.id))
    said = f", followed by {', then '.join(map(names_joined, generations.values()))}" if generations else ""
    grounds = [relation for each in found for follows in each.follows.values() for relation in follows]
    inferred = ", inferred" if grounds and all(each.evidence.inferred for each in grounds) else ""
    return safe(f"{graph.name(entity_id)}: {graph.standing(entity_id).words()}{said}{inferred}")
