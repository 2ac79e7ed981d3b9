"""Sorts relations by kind and by their ends, in one pass, for whoever asks about nearly all entities of a model."""

from collections.abc import Collection, Iterable

from ..format.records import Relation
from .statements import OfKind, Statements, sorted_kinds

_ByEnd = dict[str, list[Relation]]


def sorted_by_kind(every: Iterable[Iterable[Relation]], kinds: Collection[str]) -> dict[str, OfKind]:
    """Return the relations of some kinds by kind, those of each end in the order of the model.

    Args:
        every: All relations of the model, in sequences of any length.
        kinds: The kinds.
    """
    found: dict[str, tuple[_ByEnd, _ByEnd]] = {each: ({}, {}) for each in kinds}
    for some in every:
        for each in some:
            of_kind = found.get(each.kind)
            if of_kind is not None:
                by_subject, by_object = of_kind
                by_subject.setdefault(each.subject, []).append(each)
                by_object.setdefault(each.object, []).append(each)
    return dict(found)


def of_kind(statements: Statements, kind: str) -> OfKind:
    """Return all relations of a kind by their ends; see `sort_by_kind`."""
    sort_by_kind(statements, kind)
    known = sorted_kinds(statements).get(kind)
    return of_kind(statements, kind) if known is None else known  # another thread may have let go of them


def sort_by_kind(statements: Statements, *kinds: str) -> None:
    """Sort the relations of some kinds by their ends in one pass, for whoever asks about nearly all entities."""
    known = sorted_kinds(statements)
    new = [each for each in kinds if each not in known]
    if new:
        known.update(sorted_by_kind(statements.relations_by_subject(), new))
