"""Sorts all relations of some kinds by their ends in one pass, which is faster than one look-up for each entity of a model."""

from ..format.records import Relation
from .statements import OfKind, Statements, sorted_kinds

_ByEnd = dict[str, list[Relation]]


def of_kind(statements: Statements, kind: str) -> OfKind:
    """Return all relations of a kind, by subject and by object."""
    sort_by_kind(statements, kind)
    known = sorted_kinds(statements).get(kind)
    return of_kind(statements, kind) if known is None else known  # another thread may have dropped them


def sort_by_kind(statements: Statements, *kinds: str) -> None:
    """Sort the relations of some kinds by their ends, so that `outgoing` and `incoming` of these kinds look nothing up."""
    known = sorted_kinds(statements)
    found: dict[str, tuple[_ByEnd, _ByEnd]] = {each: ({}, {}) for each in kinds if each not in known}
    if not found:
        return
    for of_subject in statements.relations_by_subject():
        for each in of_subject:
            ends = found.get(each.kind)
            if ends is not None:
                by_subject, by_object = ends
                by_subject.setdefault(each.subject, []).append(each)
                by_object.setdefault(each.object, []).append(each)
    known.update(found)
