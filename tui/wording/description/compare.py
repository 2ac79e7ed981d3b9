"""Two places side by side as lines: what `tiers compare` prints as text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from tiers.model import Graph, Relation
from tiers.model.answers.compare import Comparison, Fact, Section
from tiers.model.answers.compared import Tie
from tiers.model.facts.disputes import UNDECIDED
from tiers.model.facts.holding import PLANNED, is_planned, state_of
from tiers.model.format.keys import SAID_NOT_RECORDED

from ..labels import standing_words
from ..relation_words import relation_words
from ..safe_text import safe
from .facts import fact_words, tie_words
from .line import BLANK, Line
from .values import joined, value_words

_DISTRICT = re.compile(r"(?:.*\b)?(?:borough|city|county|district) of (.+)", re.IGNORECASE)
"""The name of an area that begins with its type, such as `London Borough of`."""

_Part = TypeVar("_Part", Fact, Section)


def describe_compare(
    graphs: tuple[Graph, Graph], names: tuple[str, str], where: tuple[str, str], comparison: Comparison
) -> tuple[Line, ...]:
    """Return a comparison as lines: a summary line for each side, then values and kinds, differences first.

    Args:
        graphs: The models of the two, each at its date.
        names: The names shown for the two.
        where: The words for what only one of the two has: `in Harrow`, `at 2021`.
        comparison: The answer of `compare`.
    """
    lines = [Line("title", safe(" and ".join(names)))]
    facts, sections = in_order(comparison.facts), in_order(comparison.sections)
    differing = [fact for fact in facts if not _is_alike(fact)]
    lines.extend(_gist(graphs, where, sections))
    if differing:
        lines.extend((BLANK, Line("heading", "Different")))
        for fact in differing:
            lines.append(Line("text", f"{fact.label}:", indent=1))
            lines.extend(
                Line("text", safe(f"{place}: {value}"), indent=2)
                for place, value in zip(where, values_words(graphs, fact), strict=True)
            )
    for section in sections:
        if section.differs:
            lines.extend((BLANK, Line("heading", safe(f"{section.title}: {counts(section, where)}"))))
            lines.extend(_section(graphs, where, section))
    alike = [fact for fact in facts if _is_alike(fact)]
    if alike:
        lines.extend((BLANK, Line("heading", "The same for both, or not recorded of either")))
        lines.extend(
            Line("text", safe(f"{fact.label}: {values_words(graphs, fact)[0]}"), indent=1) for fact in alike
        )
    for section in sections:
        if not section.differs:
            lines.extend((BLANK, Line("heading", safe(f"{section.title}: {counts(section, where)}"))))
            lines.extend(_section(graphs, where, section))
    return tuple(lines)


def instead_words(graph: Graph, named: str, compared: str) -> str:
    """Return the sentence that says that the entity which covers the named area is compared in its place."""
    kind, area = graph.kind(compared), graph.kind(named)
    return f"the {kind} {graph.name(compared)}, which covers the {area} {graph.name(named)}, is compared"


def _gist(graphs: tuple[Graph, Graph], where: tuple[str, str], sections: Sequence[Section]) -> Iterator[Line]:
    """Yield a line for each side with the numbers of what only it has, by kind, and one for what both have."""
    for side, place in enumerate(where):
        said = [
            f"{_of(each)} {_number(graphs[side], each, side, ids)}"
            for each in sections
            if (ids := (each.one, each.other)[side])
        ]
        if said:
            yield Line("text", safe(f"Only {place}: {', '.join(said)}"))
    both = [
        f"{_of(each)} {_number(graphs[0], each, 0, [mine for mine, _ in each.both])}"
        for each in sections
        if each.both
    ]
    if both:
        yield Line("text", safe(f"In both: {', '.join(both)}"))


def _of(section: Section) -> str:
    return f"{section.title[:1].lower()}{section.title[1:]}"


def _number(graph: Graph, section: Section, side: int, ids: Sequence[str]) -> str:
    """Return how many entities a section has on a side, and how many of them are planned or have only a planned seat."""
    seats = section.seats[side]
    planned = sum(
        is_planned(graph, each)
        or (each in seats and all(state_of(graph, one)[0] == PLANNED for one in seats[each]))
        for each in ids
    )
    return f"{len(ids)} ({planned} planned)" if planned else str(len(ids))


def in_order(parts: Iterable[_Part]) -> Sequence[_Part]:
    """Return facts or sections with those that differ first, otherwise in the given order."""
    return sorted(parts, key=_is_alike)


def _is_alike(part: Fact | Section) -> bool:
    if isinstance(part, Section):
        return not part.differs
    return part.alike


def where_words(graphs: tuple[Graph, Graph], ids: tuple[str, str]) -> tuple[str, str]:
    """Return the words for what only one of the two has: `in Harrow`; for one place at two dates `at 2021`."""
    if ids[0] == ids[1]:
        return _dated(graphs[0]), _dated(graphs[1])
    return f"in {_short(graphs[0], ids[0])}", f"in {_short(graphs[1], ids[1])}"


def _dated(graph: Graph) -> str:
    return "at the latest date" if graph.at is None else f"at {graph.at.words()}"


def _short(graph: Graph, entity_id: str) -> str:
    """Return the short form of a place: the one area that it covers, else its short name, else its name."""
    areas = [each.object for each in graph.relations(entity_id, "covers", "out") if each.object in graph]
    if len(areas) == 1:
        name = graph.name(areas[0])
        found = _DISTRICT.fullmatch(name)
        return name if found is None else found[1]
    claims = graph.entity(entity_id).claims("other_names")
    short = (str(each.value) for each in claims if each.details.get("use") == "short")
    return next(short, graph.name(entity_id))


def values_words(graphs: tuple[Graph, Graph], fact: Fact) -> tuple[str, str]:
    """Return the values of both in words, marked where they are our reading or undecided."""
    one, other = (
        joined(
            f"{UNDECIDED}, the documents disagree" if is_undecided else words(graph, value),
            "inferred" if is_read and not is_undecided else "",
        )
        for graph, value, is_read, is_undecided in zip(
            graphs, (fact.one, fact.other), fact.inferred, fact.undecided, strict=True
        )
    )
    return one, other


def words(graph: Graph, value: object) -> str:
    """Return a value in words, relations and statements joined by semicolons; `not recorded` for `None`."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        said = (
            tie_words(graph, each) if isinstance(each, Tie) else fact_words(graph, each) for each in value
        )
        return "; ".join(dict.fromkeys(said))
    return SAID_NOT_RECORDED if value is None else value_words(graph, value)


def counts(section: Section, where: tuple[str, str]) -> str:
    """Return how many entities of a section only the first has, only the second has, and both have."""
    parts = [
        f"{len(ids)} only {place}"
        for place, ids in zip(where, (section.one, section.other), strict=True)
        if ids
    ]
    differing = sum(section.seats_differ(*each) for each in section.both)
    otherwise = f", {differing} of them different" if differing else ""
    return ", ".join([*parts, f"{len(section.both)} in both{otherwise}"] if section.both else parts)


def named(graph: Graph, entity_id: str, read: Collection[str] = (), seats: Sequence[Relation] = ()) -> str:
    """Return the name of an entity with its seat, and with its state unless it is simply documented.

    Args:
        graph: The model, at its date.
        entity_id: The entity.
        read: The entities that are listed by our reading, which are marked as inferred.
        seats: The seats by which it is listed.
    """
    inferred = "inferred" if entity_id in read else ""
    return joined(
        graph.name(entity_id), *sitting(graph, entity_id, seats), *standing_words(graph, entity_id), inferred
    )


def named_in(graphs: tuple[Graph, Graph], section: Section, side: int, entity_id: str) -> str:
    """Return the name of an entity in a section, with its seat on the first (0) or the second (1) of the two compared."""
    seats = section.seats[side].get(entity_id, ())
    return named(graphs[side], entity_id, section.inferred[side], seats)


def sitting(graph: Graph, entity_id: str, seats: Sequence[Relation]) -> list[str]:
    """Return the capacity of an entity's seats, whether it votes, and whether the seat is only planned."""
    said = (" · ".join(relation_words(graph, each, entity_id)) for each in seats)
    return [each for each in dict.fromkeys(said) if each]


def named_in_both(
    graphs: tuple[Graph, Graph], where: tuple[str, str], section: Section, mine: str, theirs: str
) -> str:
    """Return the name of an entity that both have, with both of its seats if they differ."""
    if not section.seats_differ(mine, theirs):
        return named_in(graphs, section, 0, mine)
    said = (
        f"{place}: {' and '.join(sitting(graph, each, seats.get(each, ()))) or 'no capacity recorded'}"
        for graph, place, each, seats in zip(graphs, where, (mine, theirs), section.seats, strict=True)
    )
    return joined(named(graphs[0], mine, section.inferred[0]), "; ".join(said))


def _section(graphs: tuple[Graph, Graph], where: tuple[str, str], section: Section) -> Iterator[Line]:
    for side, (place, ids) in enumerate(zip(where, (section.one, section.other), strict=True)):
        if ids:
            yield Line("text", safe(f"only {place}"), indent=1)
            for each in ids:
                words = named_in(graphs, section, side, each)
                yield Line("relation", safe(words), target=each, indent=2)
    if section.both:
        yield Line("text", "in both", indent=1)
        for mine, theirs in section.both:
            words = named_in_both(graphs, where, section, mine, theirs)
            yield Line("relation", safe(words), target=mine, indent=2)
