"""The parts in a compiled model: where each stands, and how it is taken out to be joined once more.

What is the same in its file and in the model is there once. What is otherwise stands, as its file has it, after what the
model has.
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from .making import Bytes
from .mapped import Mapped
from .parts import Part

if TYPE_CHECKING:
    from .unwritten import Unwritten


class Where(NamedTuple):
    """Where a part stands in a compiled model.

    Attributes:
        first: The number of its first entity that is in the model.
        gone: Its entities that are not.
        rows: For each of its entities that is otherwise, or not in the model, where it stands as its file has it.
        groups: For each of its subjects whose relations are otherwise, or not its own, where these stand.
        evidence: The number of its first evidence, and `evidence_count` how many it has.
    """

    first: int
    gone: Sequence[int]
    rows: Mapping[int, int]
    groups: Mapping[int, int]
    evidence: int
    evidence_count: int


class Kept(NamedTuple):
    """Where the parts of a compiled model stand, and what is otherwise than they have it.

    Attributes:
        wheres: Where each part stands.
        entities: The numbers of the entities that are otherwise.
        subjects: The numbers of the subjects of which relations are otherwise, or not all in the part that has the subject.
    """

    wheres: Sequence[Where]
    entities: Sequence[int]
    subjects: Sequence[int]

    def packed(self) -> bytes:
        """Return it as bytes."""
        return marshal.dumps((list(map(tuple, self.wheres)), list(self.entities), list(self.subjects)))

    @classmethod
    def of(cls, file: "Mapped | Unwritten") -> "Kept":
        """Return what a compiled model with parts has of it; it stands after the parts.

        Raises:
            DamagedError: It is damaged.
        """
        packed = file.parts("parts")[len(file.told["model"]["files"])]
        wheres, entities, subjects = marshal.loads(packed)  # noqa: S302 - checked
        return cls([Where(*each) for each in wheres], entities, subjects)


def parts_in(file: Mapped, names: Iterable[str]) -> dict[str, Part]:
    """Return parts of a compiled model, by name; none where it has no parts.

    Raises:
        DamagedError: It is damaged.
    """
    if not file.has("parts"):
        return {}
    files: Sequence[str] = file.told["model"]["files"]
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
    evidence: Sequence[Bytes],
) -> Part:
    part = Part(name, packed, (), (), evidence[where.evidence : where.evidence + where.evidence_count])
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
