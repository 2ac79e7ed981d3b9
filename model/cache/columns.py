"""The columns of a compiled model: the names and the features of its entities, of which no record is made."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from .mapped import DamagedError
from .records import Records

_Found = TypeVar("_Found")


class CompiledColumns:
    """The columns of a compiled model; see `facts.columns`."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def name(self, entity_id: str) -> str:
        number = self._number(entity_id)
        return "" if number < 0 else self._look(lambda: str(self._records.file.parts("names")[number], *_ENCODED))

    def features(self, entity_id: str) -> int:
        number = self._number(entity_id)
        return 0 if number < 0 else self.every_feature()[number]

    def names(self) -> Sequence[str]:
        every = self._look(lambda: self._records.file.parts("names").all())
        return [str(each, *_ENCODED) for each in every]

    def every_feature(self) -> memoryview:
        return self._look(lambda: self._records.file.whole("features"))

    def _number(self, entity_id: str) -> int:
        """Return the number of an entity; -1 for an id without one."""
        number = self._records.number(entity_id)
        return number if number < self._records.size else -1

    def _look(self, look: Callable[[], _Found]) -> _Found:
        """Return the result of a look-up; if the model is damaged, read it from its files and look again."""
        try:
            return look()
        except DamagedError:
            self._records.mend()
            return look()


_ENCODED = ("utf-8", "surrogatepass")
