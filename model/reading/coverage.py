"""How well the statements of each file are sourced: with or without a cited place, undated, only by the file's sources."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Self

import attrs
import tomli

from ..format import keys_of
from ..format.dates import Date
from ..format.records import Claim, Entity, Evidence
from .files import decode
from .references import Tables
from .report import Report, steps_of
from .tables import read_tables

Days = Callable[[Evidence], Sequence[Date]]
"""A function that gives the days of an evidence: `Statements.dates_of`."""

_SOURCE = "source"
"""The kind of the documents themselves, which are not statements of a document."""


@attrs.frozen
class Coverage:
    """The number of statements, by their kind of source.

    The existence of an entity, each value of an attribute and each relation is a statement, each time it is
    written. The author's own values (a summary, topics, an order) are not, nor are sources.

    Attributes:
        statements: The number of statements, which is the sum of the next three.
        with_place: How many cite a place in a document.
        without_place: How many cite a document without a place.
        without_source: How many cite no document.
        undated: How many have no day, neither of their own nor of a document.
        file_wide: How many have only the sources of their file.
    """

    statements: int = 0
    with_place: int = 0
    without_place: int = 0
    without_source: int = 0
    undated: int = 0
    file_wide: int = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(*map(sum, zip(attrs.astuple(self), attrs.astuple(other), strict=True)))


def coverage(files: Iterable[tuple[str, bytes]], days: Days) -> Mapping[str, Coverage]:
    """Return the coverage of each file of a model without mistakes, by its name.

    Args:
        files: The name and the bytes of each file.
        days: Gives the days of an evidence in the whole model.
    """
    found: dict[str, Coverage] = {}
    for name, data in files:
        text = decode(data, name, [])
        tables = Tables()
        inherited = read_tables(0, name, tomli.loads(text or ""), tables, Report())
        found[name] = found.get(name, Coverage()) + _count(_evidence(tables), inherited, days)
    return found


def _count(written: Iterable[Evidence], inherited: Evidence, days: Days) -> Coverage:
    """Return the coverage of statements with some evidence, in a file whose evidence counts where they have none."""
    counted = Coverage()
    for evidence in written:
        cited = evidence.citations
        placed = any(each.locator for each in cited)
        counted += Coverage(
            statements=1,
            with_place=int(placed),
            without_place=int(bool(cited) and not placed),
            without_source=int(not cited),
            undated=int(not days(evidence)),
            # taken over from the file, not written again
            file_wide=int(bool(cited) and cited is inherited.citations),
        )
    return counted


def _evidence(tables: Tables) -> Iterator[Evidence]:
    """Yield the evidence of each statement of a file."""
    for entity, _ in tables.entities:
        if entity.kind != _SOURCE:
            yield entity.evidence
            yield from _of_values(entity)
    for relation, place in zip(tables.relations, tables.relation_places, strict=True):
        if steps_of(place)[1][0] != _SOURCE:
            yield relation.evidence


def _of_values(entity: Entity) -> Iterator[Evidence]:
    """Yield the evidence of each value that is not the author's own."""
    keys = keys_of(entity.kind)
    for name, value in entity.values.items():
        if keys[name].ours:
            continue
        claims = value if isinstance(value, tuple) and value and isinstance(value[0], Claim) else ()
        for claim in claims:
            if isinstance(claim, Claim):
                yield claim.evidence
        if not claims:
            yield entity.evidence
