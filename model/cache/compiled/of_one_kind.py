"""Find the relations of one kind to an entity, without making the others: of a body its members, and not its posts and plans."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...format.records import Relation
from .records import Records
from .relation_kinds import OUT

if TYPE_CHECKING:
    from ..disk.mapped import Mapped
    from .unwritten import Unwritten

KEPT = 2_048
"""How many answers are kept at most: a long session asks about many entities."""


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
            found = self._records.look(lambda file: list(self._of_kind(file, entity_id, kind)))
            if len(self._found) >= KEPT:
                self._found.clear()
            known = self._found.setdefault((entity_id, kind), found)
        return known

    def _of_kind(self, file: "Mapped | Unwritten", entity_id: str, kind: str) -> Iterator[Relation]:
        """Yield the relations; those of a subject are made only if it has one of the kind."""
        records, kinds = self._records, (kind,)
        number = records.number(entity_id)
        if number < 0:
            return
        subjects, has_any = file.pages("subjects"), records.relation_kinds.has_any
        for each in file.parts("incoming")[number].cast("I"):
            if has_any(OUT, subjects.number(each), kinds):
                relation = records.relation(each)
                if relation.kind == kind:
                    yield relation
