"""The names, acronyms and codes of a model as whole texts, which a search looks up before single words."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from ...format.text import SMALL_WORDS, compounds, fold
from .spelling import key
from .table import Table

_TWO = 2


@attrs.define(eq=False, repr=False)
class Initials:
    """The initials of names, such as `hhce`.

    Attributes:
        bearers: The numbers of the entities, by initials.
    """

    bearers: dict[str, list[int]] = attrs.field(factory=dict)
    _runs: str = ""
    _joined: int = 0

    def add(self, words: Sequence[str], number: int) -> int:
        """Add the initials of an entity's name; return the number of words in the name, without small words."""
        if len(words) < _TWO:
            return len(words)
        letters = "".join([word[0] for word in words if word not in SMALL_WORDS])
        found = self.bearers.get(letters)
        if found is None:
            self.bearers[letters] = [number]
        else:
            found.append(number)
        return len(letters)

    def joined(self) -> str:
        """Return all initials in one text, one per line."""
        return "\n".join(("", *self.bearers, ""))

    def equal(self, letters: str) -> Sequence[int]:
        """Return the entities whose initials are these letters."""
        return self.bearers.get(letters, ())

    def running(self, letters: str) -> Iterator[Sequence[int]]:
        """Yield the entities whose initials contain these letters next to each other."""
        if self._joined != len(self.bearers):
            self._runs = self.joined()
            self._joined = len(self.bearers)
        at = self._runs.find(letters)
        while at >= 0:
            start, end = self._runs.rfind("\n", 0, at) + 1, self._runs.find("\n", at)
            yield self.bearers[self._runs[start:end]]
            at = self._runs.find(letters, end)


@attrs.frozen(eq=False, repr=False)
class Names:
    """The names of all entities, numbered in the order in which equal hits are listed.

    Bodies, people and places come before events, promises and questions, and these before sources, terms and
    disagreements; then entities with many relations before those with few, then shorter names before longer
    ones, then by name and id.

    Attributes:
        ids: The entities by number.
        bearers: The set of the entities other than sources, terms and disagreements.
        numbers: The numbers by id.
        shown: The names by number, as shown.
        folded: The names by number, as indexed.
        spellings: The spelling with `z` of a word in the names, by the word as indexed.
        others: Other and former names by number, as written.
        glossary_terms: The glossary terms that name an entity, by its number.
        names: The table of names.
        without_opening: The table of names that begin with `NHS` or `the`, without that word.
        other_names: The table of former and other names.
        acronyms: The table of acronyms and short names that the model gives.
        codes: The table of codes, and of short names of sources.
    """

    ids: Sequence[str]
    bearers: int
    numbers: Mapping[str, int]
    shown: Sequence[str]
    folded: Sequence[str]
    spellings: Mapping[str, str]
    others: Mapping[int, Sequence[str]]
    glossary_terms: Mapping[int, Sequence[str]]
    names: Table
    without_opening: Table
    other_names: Table
    acronyms: Table
    codes: Table

    def named(self, folded: str) -> Sequence[int]:
        """Return the entities with a name, with or without a leading `NHS` or `the`."""
        return [*self.names.equal(folded), *self.without_opening.equal(folded)]

    def beginning(self, folded: str) -> Sequence[int]:
        """Return the entities whose names begin with a text, with or without a leading `NHS` or `the`."""
        return [*self.names.beginning(folded), *self.without_opening.beginning(folded)]

    def words(self, number: int) -> list[str]:
        """Return the words of a name as indexed, hyphenated words also joined; see `all_keys`."""
        words = self.folded[number].split()
        name = self.shown[number]
        if "-" in name or not name.isascii():
            words.extend(self.joined(number))
        return words

    def joined(self, number: int) -> list[str]:
        """Return the hyphenated words of a name as indexed when joined."""
        return list(map(key, compounds(self.shown[number])))

    def with_compounds(self, numbers: range) -> list[int]:
        """Return those of some numbers whose name may have hyphenated words."""
        names = self.shown[numbers.start : numbers.stop]
        return [at for at, name in zip(numbers, names, strict=True) if "-" in name or not name.isascii()]

    def named_by(self, text: str) -> tuple[str, ...]:
        """Return the entities with a text as id, code, name or other name; the first type with a match wins.

        This is `naming.find` from the index, without former names.
        """
        if text.strip().casefold() in self.numbers:
            return (text.strip().casefold(),)
        folded = key(fold(text))
        ranks = (
            self.codes.equal(folded.replace(" ", "")),
            [each for each in self.named(folded) if self.bearers >> each & 1],
            self.other_names.equal(folded),
        )
        found = next((rank for rank in ranks if rank), ())
        return tuple(sorted(self.ids[number] for number in found))
