"""The names, acronyms and codes of a model as wholes: what is looked up before words are."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from ...format.text import SMALL_WORDS, compounds, fold
from .spelling import key
from .table import Table

_TWO = 2


@attrs.define(eq=False, repr=False)
class Initials:
    """The initials of names.

    Attributes:
        bearers: By initials, the numbers of the entities whose names have them.
    """

    bearers: dict[str, list[int]] = attrs.field(factory=dict)
    _runs: str = ""
    _joined: int = 0

    def add(self, words: Sequence[str], number: int) -> int:
        """Note the initials of a name of an entity; return how many of its words are not small ones."""
        if len(words) < _TWO:
            return len(words)
        letters = "".join([word[0] for word in words if word not in SMALL_WORDS])
        self.bearers.setdefault(letters, []).append(number)
        return len(letters)

    def equal(self, letters: str) -> Sequence[int]:
        """Return the bearers of initials."""
        return self.bearers.get(letters, ())

    def running(self, letters: str) -> Iterator[Sequence[int]]:
        """Yield the bearers of longer initials in which these letters follow one another."""
        if self._joined != len(self.bearers):
            self._runs = "\n".join(("", *self.bearers, ""))
            self._joined = len(self.bearers)
        at = self._runs.find(letters)
        while at >= 0:
            start, end = self._runs.rfind("\n", 0, at) + 1, self._runs.find("\n", at)
            yield self.bearers[self._runs[start:end]]
            at = self._runs.find(letters, end)


@attrs.frozen(eq=False, repr=False)
class Names:
    """The entities of a graph, numbered in the order in which equal hits stand.

    What there is comes before what happened, was promised or was asked about it, and that before the records
    (sources, terms, disagreements); then what is connected to much before what is connected to little, shorter
    names before longer ones, then by name and id.

    Attributes:
        ids: The entities by number.
        bearers: The set of them without the records.
        numbers: The numbers by id.
        shown: The names by number.
        folded: The names by number, as they are compared.
        spelt: How the names spell a word with `z`, by the word as it is compared.
        others: Further names by number, as the model gives them.
        glossed: By number, the glossary terms that have the entity as a bearer.
        names: The names.
        opened: The names that begin with `NHS` or `the`, without it.
        other_names: Former and other names.
        acronyms: Acronyms and short names that the model gives.
        codes: Codes, and the short names of sources.
    """

    ids: Sequence[str]
    bearers: int
    numbers: Mapping[str, int]
    shown: Sequence[str]
    folded: Sequence[str]
    spelt: Mapping[str, str]
    others: Mapping[int, Sequence[str]]
    glossed: Mapping[int, Sequence[str]]
    names: Table
    opened: Table
    other_names: Table
    acronyms: Table
    codes: Table

    def named(self, folded: str) -> Sequence[int]:
        """Return the bearers of a name; a leading `NHS` or `the` may be left out."""
        return [*self.names.equal(folded), *self.opened.equal(folded)]

    def beginning(self, folded: str) -> Sequence[int]:
        """Return the bearers of names that begin so; a leading `NHS` or `the` may be left out."""
        return [*self.names.beginning(folded), *self.opened.beginning(folded)]

    def words(self, number: int) -> list[str]:
        """Return the words of a name as they are indexed, hyphenated ones also joined; see `all_keys`."""
        return [*self.folded[number].split(), *self.joined(number)]

    def joined(self, number: int) -> list[str]:
        """Return the hyphenated words of a name, joined, as they are indexed."""
        name = self.shown[number]
        return [key(each) for each in compounds(name)] if "-" in name or not name.isascii() else []

    def meant(self, text: str) -> tuple[str, ...]:
        """Return the entities that a whole text names, of the first rank that fits: id, code, name, other name.

        The ranks are those of `naming.find`, at the cost of a look-up.
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
