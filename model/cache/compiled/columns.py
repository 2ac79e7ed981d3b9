"""The columns of a compiled model: the names, kinds and features of its entities, for which no record is made."""

from collections.abc import Collection, Iterable, Sequence

from ...facts.stored import is_large_part
from .making import ENCODING
from .records import Records


class CompiledColumns:
    """The columns of a compiled model; see `facts.columns`."""

    def __init__(self, records: Records) -> None:
        """Begin with nothing read.

        Args:
            records: The records of the model.
        """
        self._records = records
        self._features: memoryview[int] | None = None

    def rows(self, ids: Sequence[str]) -> Iterable[tuple[str, int, str]]:
        numbers = self._numbers(ids)
        return zip(self._kinds_of(numbers), self._features_of(numbers), self._names_of(numbers), strict=True)

    def _names_of(self, numbers: Sequence[int]) -> Sequence[str]:
        if not is_large_part(len(numbers), self._records.size):
            return ["" if each < 0 else self._name(each) for each in numbers]
        from .texts import texts_at  # noqa: PLC0415 - most starts ask for few names

        known = [each for each in numbers if each >= 0]
        names = iter(self._records.look(lambda file: texts_at(file.parts("names"), known)) if known else ())
        return ["" if each < 0 else next(names) for each in numbers]

    def name(self, entity_id: str) -> str:
        number = self._number(entity_id)
        return "" if number < 0 else self._name(number)

    def features(self, ids: Iterable[str]) -> Sequence[int]:
        return self._features_of(self._numbers(ids))

    def _features_of(self, numbers: Sequence[int]) -> Sequence[int]:
        every = self._every_feature()
        return [0 if each < 0 else every[each] for each in numbers]

    def feature(self, entity_id: str) -> int:
        every = self._features or self._every_feature()
        number = self._records.number(entity_id)
        return every[number] if 0 <= number < len(every) else 0

    def kinds(self, ids: Iterable[str]) -> Sequence[str]:
        return self._kinds_of(self._numbers(ids))

    def _kinds_of(self, numbers: Sequence[int]) -> Sequence[str]:
        names, every = self._records.kind_names, self._records.kind_numbers
        return ["" if each < 0 else names[every[each]] for each in numbers]

    def with_feature(self, feature: int) -> Sequence[str]:
        every = self._every_feature()
        return [self._records.id(number) for number, each in enumerate(every) if each & feature]

    def with_kind(self, kinds: Collection[str]) -> Sequence[str]:
        names, size = self._records.kind_names, self._records.size
        wanted = frozenset(number for number, each in enumerate(names) if each in kinds)
        every = self._records.kind_numbers[:size]
        return [self._records.id(number) for number, each in enumerate(every) if each in wanted]

    def _name(self, number: int) -> str:
        return str(self._records.look(lambda file: file.parts("names")[number]), *ENCODING)

    def _every_feature(self) -> "memoryview[int]":
        if self._features is None:
            self._features = self._records.look(lambda file: file.whole("features").cast("H"))
        return self._features

    def _number(self, entity_id: str) -> int:
        """Return the number of an entity; -1 for an id without one."""
        number = self._records.number(entity_id)
        return number if number < self._records.size else -1

    def _numbers(self, ids: Iterable[str]) -> Sequence[int]:
        """Return the numbers of entities; -1 for ids without one."""
        size = self._records.size
        return [each if each < size else -1 for each in self._records.numbers(ids)]
