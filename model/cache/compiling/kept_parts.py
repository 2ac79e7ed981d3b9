"""Read the parts of a compiled model, to join them again when a file changes.

Records that are the same in their file and in the model are stored once. The file's version of all others is
stored after those of the model.
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from ..compiled.making import Bytes
from ..disk.mapped import Mapped
from .parts import Part

if TYPE_CHECKING:
    from ..compiled.unwritten import Unwritten


class Where(NamedTuple):
    """The place of a part in a compiled model.

    Attributes:
        first: The number of its first entity that is in the model.
        gone: Its entities that are not in the model.
        rows: The place of the file's version of each entity that differs from the model, or is not in it.
        groups: The place of the file's version of the relations of each subject with relations that differ,
            or come from other parts.
        evidence: The number of its first piece of evidence; `evidence_count` is the number of pieces.
        evidence_apart: The place of each piece of evidence that differs, as its file has it.
    """

    first: int
    gone: Sequence[int]
    rows: Mapping[int, int]
    groups: Mapping[int, int]
    evidence: int
    evidence_count: int
    evidence_apart: Mapping[int, int]


class Kept(NamedTuple):
    """The places of the parts of a compiled model, and the records that differ from them.

    Attributes:
        wheres: The place of each part.
        entities: The numbers of the entities that differ.
        subjects: The numbers of the subjects with relations that differ, or that are not all in the subject's
            own part.
    """

    wheres: Sequence[Where]
    entities: Sequence[int]
    subjects: Sequence[int]

    def packed(self) -> bytes:
        """Return the places as bytes."""
        return marshal.dumps((list(map(tuple, self.wheres)), list(self.entities), list(self.subjects)))

    @classmethod
    def of(cls, file: "Mapped | Unwritten") -> "Kept":
        """Return the places that a compiled model has stored after its parts.

        Raises:
            DamagedError: The compiled model is damaged.
        """
        packed = file.parts("parts")[len(file.head["model"]["files"])]
        wheres, entities, subjects = marshal.loads(packed)  # noqa: S302 - checked
        return cls([Where(*each) for each in wheres], entities, subjects)


def parts_in(file: Mapped, names: Iterable[str]) -> dict[str, Part]:
    """Return parts of a compiled model, by name; empty if it has no parts.

    Raises:
        DamagedError: The compiled model is damaged.
    """
    if not file.has("parts"):
        return {}
    files: Sequence[str] = file.head["model"]["files"]
    packed = file.parts("parts")
    rows, outgoing, evidence = (file.parts(each).all() for each in ("entities", "outgoing", "evidence"))
    wanted = set(names)
    found: dict[str, Part] = {}
    for number, (name, where) in enumerate(zip(files, Kept.of(file).wheres, strict=True)):
        if name in wanted:
            found[name] = _taken_out(name, packed[number], where, rows, outgoing, evidence)
    return found


def _taken_out(
    name: str,
    packed: Bytes,
    where: Where,
    rows: Sequence[Bytes],
    outgoing: Sequence[Bytes],
    evidence: list[memoryview],
) -> Part:
    own = evidence[where.evidence : where.evidence + where.evidence_count]
    for each, number in where.evidence_apart.items():
        own[each] = evidence[number]
    part = Part(name, packed, (), (), own)
    keys, gone = part.keys, set(where.gone)
    numbers = count(where.first)
    at = [-1 if each in gone else next(numbers) for each in range(len(keys.ids))]
    part.rows = [rows[where.rows.get(each, number)] for each, number in enumerate(at)]
    groups = where.groups
    part.groups = [
        outgoing[groups[group] if group in groups else at[subject]]
        for group, subject in enumerate(keys.of_subjects)
    ]
    return part
