"""Sets of words that are not gone through to be made: a first letter may begin a third of the words of a model."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from .vocabulary import Vocabulary


class WordSet(AbstractSet[str]):
    """A set of words; what it has in common with another set is an ordinary set."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it: Iterable[str]) -> AbstractSet[str]:  # type: ignore[override] # not of this class
        return frozenset(it)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Beginning(WordSet):
    """The words of a vocabulary that begin with some letters."""

    __slots__ = ("_letters", "_vocabulary")

    def __init__(self, vocabulary: Vocabulary, letters: str) -> None:
        self._vocabulary = vocabulary
        self._letters = letters

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word.startswith(self._letters) and word in self._vocabulary

    def __iter__(self) -> Iterator[str]:
        return iter(self._vocabulary.beginning(self._letters))


class AnyOf(WordSet):
    """The words that are in at least one of several sets."""

    __slots__ = ("_sets",)

    def __init__(self, sets: Iterable[AbstractSet[str]]) -> None:
        self._sets = tuple(sets)

    def __contains__(self, word: object) -> bool:
        return any(word in each for each in self._sets)

    def __iter__(self) -> Iterator[str]:
        return iter(frozenset().union(*self._sets))
