"""Checks between entities: ids are unique, references and citations exist."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

import attrs

from ..format.errors import WARNING
from ..format.records import Citation, Entity
from ..format.text import fold
from .dotted import without_dots
from .quoting import quoted, safe_key
from .references import Reference, Tables
from .report import HEADER, Finding, Place, Report, steps_of

_NAMED = 6
"""How many locators of a source a hint names."""

_COPIED = 2
"""The number of shared ids from which a file is taken for a copy of another."""


def check_ids(tables: Tables, report: Report) -> dict[str, Entity]:
    """Return the entities by id; report a second entity with the same id, naming both places."""
    entities = {entity.id: entity for entity, _ in tables.entities}
    if len(entities) == len(tables.entities):
        return entities
    entities = {}
    places: dict[str, Place] = {}
    copies = _copies(tables, report)
    for entity, place in tables.entities:
        if entity.id in entities:
            first = places[entity.id]
            if (entity.file, entities[entity.id].file) in copies:
                continue
            report.add(
                "duplicate-id",
                f"the id `{entity.id}` is borne by the {entities[entity.id].kind} at {{other}} too",
                (place, "id"),
                hint="give one of them another id; where both are one, put all keys into one table",
                other=(first, "id"),
            )
        else:
            entities[entity.id] = entity
            places[entity.id] = place
    return entities


def _copies(tables: Tables, report: Report) -> set[tuple[str, str]]:
    """Return the files that share most ids with an earlier one, with that one; report each as its copy."""
    files: dict[str, list[Entity]] = {}
    first: dict[str, str] = {}
    copies: set[tuple[str, str]] = set()
    for entity, _ in tables.entities:
        files.setdefault(entity.file, []).append(entity)
        first.setdefault(entity.id, entity.file)
    places = {entity.file: place for entity, place in reversed(tables.entities)}
    for file, entities in files.items():
        shared = Counter(first[entity.id] for entity in entities if first[entity.id] != file)
        for other, count in shared.most_common(1):
            if count >= _COPIED and 2 * count > len(entities):
                copies.add((file, other))
                report.add(
                    "copied-file",
                    f"{count:,} of the {len(entities):,} ids of this file are in {safe_key(other)} too: it looks like a copy",
                    places[file],
                    part=HEADER,
                    hint="move one of the two out of the model; a directory is read with all `*.toml` files in it",
                )
    return copies


def suggest_ids(report: Report, entities: Mapping[str, Entity]) -> None:
    """Where the name of an entity is used as an id, suggest its id."""
    if any(finding.named for finding in report.findings):
        ids = ids_by_name(entities)
        report.findings[:] = [_with_id(finding, ids) for finding in report.findings]


def ids_by_name(entities: Mapping[str, Entity]) -> dict[str, str]:
    """Return the id of each entity by its folded names; the first of several with the same name."""
    ids: dict[str, str] = {}
    for entity in entities.values():
        for attribute in ("name", "other_names"):
            for claim in entity.claims(attribute):
                ids.setdefault(fold(str(claim.value)), entity.id)
    return ids


def _with_id(finding: Finding, ids: Mapping[str, str]) -> Finding:
    found = ids.get(fold(finding.named)) if finding.named else None
    if not finding.named:
        return finding
    if found is None and finding.mistake.code != "wrong-id":
        return finding
    if found is None:
        hint = f"name an entity by its id; none has the name {quoted(finding.named)}"
        return attrs.evolve(finding, mistake=finding.mistake.but(hint=hint))
    hint = f"write `{found}`, which is the id of {quoted(finding.named)}"
    return attrs.evolve(finding, mistake=finding.mistake.but(hint=hint))


def check_references(
    references: Iterable[Reference], entities: Mapping[str, Entity], unread: Collection[str], report: Report
) -> None:
    """Report each reference to an id that no entity has, or to an entity of a wrong kind.

    References to ids in tables of an unknown kind are not reported.
    """
    ids: dict[str, str] | None = None
    for reference in references:
        entity = entities.get(reference.target)
        if entity is None and reference.target in unread:
            continue
        if entity is None:
            if ids is None:
                ids = ids_by_name(entities)
            found = ids.get(fold(reference.target))
            report.add(
                "dangling-reference",
                f"`{reference.what}` names `{reference.target}`, and no entity has that id",
                reference.place,
                hint=f"write `{found}`, which is the id of what has that name" if found else "",
                otherwise=f'begin a table with `id = "{reference.target}"`, or write the id of another entity',
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
    known = {source: locators_of(each) for source, each in sources.items()}
    right: set[Citation] = set()
    for citation, place in tables.citations:
        if citation in right:  # a place of a document is cited many times
            continue
        if citation.source not in sources and citation.source in tables.unread:
            continue
        if citation.source not in sources:
            report.add(
                "dangling-reference",
                f"`sources` names `{citation.source}`, and no source has that id",
                place,
                otherwise=f'begin a table `[[source]]` with `id = "{citation.source}"`, or write the id of another source',
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
                    hint=locators_hint(citation.source, known[citation.source]),
                )
        elif _is_dotted(citation.locator, known[citation.source]):
            continue
        elif "." in citation.locator:
            report.add(
                "wrong-citation",
                f"{quoted(f'{citation.source}#{citation.locator}')} is not a source id with a locator",
                place,
                hint=f'write `"{citation.source}#{without_dots(citation.locator)}"`',
            )
        elif citation.locator not in known[citation.source]:
            report.add(
                "unknown-locator",
                f"the source `{citation.source}` has no locator {quoted(citation.locator)}",
                place,
                meant=citation.locator,
                among=known[citation.source],
                otherwise=locators_hint(citation.source, known[citation.source]),
            )
        else:
            right.add(citation)


def _is_dotted(locator: str, known: Mapping[str, object]) -> bool:
    """Whether a source has a locator with a dot, which is reported there, so that its citations are not."""
    if locator in known:
        return "." in locator
    plain = without_dots(locator)
    return any("." in each and without_dots(each) == plain for each in known)


def locators_hint(source: str, locators: Mapping[str, object]) -> str:
    """Return how to cite a place of a source, with the places that it has."""
    known = [f"`{source}#{each}`" for each in islice(locators, _NAMED)]
    if not known:
        return f"`{source}` has no `locators`; add this one to them, or cite `{source}` alone"
    more = len(locators) - len(known)
    return f"write one of {', '.join(known)}{f', or one of {more:,} more' if more else ''}"


def locators_of(source: Entity) -> Mapping[str, object]:
    locators = source.plain("locators")
    return locators if isinstance(locators, Mapping) else {}
