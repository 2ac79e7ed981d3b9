"""Find the relations of one kind to an entity, without making the others: of a body its members, and not its posts and plans."""

from collections.abc import Iterator, Sequence

from ..format.records import Relation
from .mapped import DamagedError
from .records import Records
from .relation_kinds import OUT

KEPT = 2_048
"""The most answers that are kept, so that what a long session asked of many entities does not stay in memory."""


class OfOneKind:
    """Finds the relations of one kind to an entity in a compiled model."""

    def __init__(self, records: Records) -> None:
        """Begin with nothing found.

        Args:
            records: The records of the model.
        """
        self._records = records
        self._found: dict[tuple[str, str], Sequence[Relation]] = {}

    def __call__(self, entity_id: str, kind: str) -> Sequence[Relation]:
        """Return the relations of a kind whose object is an entity, in the order of `Statements.incoming`."""
        known = self._found.get((entity_id, kind))
        if known is None:
            try:
                found = list(self._of_kind(entity_id, kind))
            except DamagedError:
                self._records.mend()
                found = list(self._of_kind(entity_id, kind))
            if len(self._found) >= KEPT:
                self._found.clear()
            known = self._found.setdefault((entity_id, kind), found)
        return known

    def _of_kind(self, entity_id: str, kind: str) -> Iterator[Relation]:
        """Yield the relations; those of a subject are made only if it has one of the kind."""
        records, kinds = self._records, (kind,)
        number = records.number(entity_id)
        if number < 0:
            return
        subjects, has_any = records.file.pages("subjects"), records.relation_kinds.has_any
        for each in records.file.parts("incoming")[number].cast("I"):
            if has_any(OUT, subjects.number(each), kinds):
                relation = records.relation(each)
                if relation.kind == kind:
                    yield relation
