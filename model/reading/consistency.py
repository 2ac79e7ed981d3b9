"""Checks between entities: ids are unique, references and citations exist, nothing is part of itself."""

from collections.abc import Iterable, Mapping

from ..format import RELATIONS
from ..format.errors import WARNING
from ..format.records import Entity, Relation
from .references import Reference, Tables
from .report import Place, Report, steps_of
from .values import quoted

_RING = 12
"""How many entities of a ring are named."""


def check_ids(tables: Tables, report: Report) -> dict[str, Entity]:
    """Return the entities by id; report a second entity with the same id, naming both places."""
    entities: dict[str, Entity] = {}
    places: dict[str, Place] = {}
    for entity, place in tables.entities:
        if entity.id in entities:
            first = places[entity.id]
            report.add(
                "duplicate-id",
                f"the id `{entity.id}` is borne by the {entities[entity.id].kind} at {{other}} too",
                (place, "id"),
                hint="give one of them another id",
                other=(first, "id"),
            )
        else:
            entities[entity.id] = entity
            places[entity.id] = place
    return entities


def check_references(references: Iterable[Reference], entities: Mapping[str, Entity], report: Report) -> None:
    """Report each reference to an id that no entity has, or to an entity of a wrong kind."""
    for reference in references:
        entity = entities.get(reference.target)
        if entity is None:
            report.add(
                "dangling-reference",
                f"`{reference.what}` names `{reference.target}`, and no entity has that id",
                reference.place,
                meant=reference.target,
                among=entities,
            )
        elif reference.kinds and entity.kind not in reference.kinds:
            wanted = " or ".join(
                f"a {kind}" if kind[0] not in "aeiou" else f"an {kind}" for kind in reference.kinds
            )
            report.add(
                "wrong-kind",
                f"`{reference.what}` wants {wanted}, and `{reference.target}` is of the kind {entity.kind}",
                reference.place,
            )


def check_citations(tables: Tables, entities: Mapping[str, Entity], report: Report) -> None:
    """Report each citation of an unknown source, of an unknown locator, or without a locator."""
    sources = {each.id: each for each in entities.values() if each.kind == "source"}
    known = {source: _locators(each) for source, each in sources.items()}
    for citation, place in tables.citations:
        if citation.source not in sources:
            report.add(
                "dangling-reference",
                f"`sources` names `{citation.source}`, and no source has that id",
                place,
                meant=citation.source,
                among=sources,
            )
        elif not citation.locator:
            if known[citation.source] and steps_of(place)[1][0] != "file":
                report.add(
                    "no-locator",
                    f"`{citation.source}` is cited without a place in it",
                    place,
                    severity=WARNING,
                    hint=f"write `{citation.source}#` and one of its locators",
                )
        elif citation.locator not in known[citation.source]:
            report.add(
                "unknown-locator",
                f"the source `{citation.source}` has no locator {quoted(citation.locator)}",
                place,
                meant=citation.locator,
                among=known[citation.source],
            )


def _locators(source: Entity) -> Mapping[str, object]:
    locators = source.plain("locators")
    return locators if isinstance(locators, Mapping) else {}


def check_containment(relations: Iterable[Relation], places: Mapping[str, Place], report: Report) -> None:
    """Report each cycle of containment, at one of its entities, naming all."""
    parents: dict[str, list[str]] = {}
    for relation in relations:
        if RELATIONS[relation.kind].containment and relation.object in places and relation.subject in places:
            parents.setdefault(relation.subject, []).append(relation.object)
    done: set[str] = set()
    for start in parents:
        if start in done:
            continue
        trail: list[str] = []
        on_trail: set[str] = set()
        # Depth first with a stack of its own: a chain of 100,000 parents would exceed Python's recursion limit.
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                trail.pop()
                on_trail.discard(node)
                done.add(node)
            elif node in on_trail:
                ring = [*trail[trail.index(node) :], node] if report.has_room("cycle") else [node]
                report.add(
                    "cycle",
                    f"`{node}` is part of itself: {_ring(ring)}",
                    (places[node], "part_of"),
                    hint="take one of these out",
                )
            elif node not in done:
                trail.append(node)
                on_trail.add(node)
                waiting.append((node, True))
                waiting.extend((parent, False) for parent in parents.get(node, ()))


def _ring(ids: list[str]) -> str:
    """Return the way round a ring; of a long one the beginning and the end."""
    told = [f"`{each}`" for each in ids]
    if len(told) > _RING:
        half = _RING // 2
        told[half:-half] = [f"({len(told) - 2 * half:,} more)"]
    return " > ".join(told)
