"""Checks between entities: ids are unique, references and citations exist."""

from collections.abc import Iterable, Mapping

from ..format.errors import WARNING
from ..format.records import Entity
from .references import Reference, Tables
from .report import Place, Report, steps_of
from .values import quoted


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
