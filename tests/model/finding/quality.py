"""The quality of search: queries, each with the entity that must be found, over real names."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from tiers.model.finding.index import Index

from . import national

QUERIES = Path(__file__).with_name("quality.txt")
FIRST, THREE = "first", "three"
_NATIONAL = "national: "
_PLAIN = "# In plain words"


@attrs.frozen
class Expectation:
    """One line of the quality file.

    Attributes:
        place: `first` or `three`.
        query: What is typed; for the national names how it is made from the name.
        wanted: The entities of which one must be found; for the national names one code.
        plain: Whether it is one of those in plain words, as a resident types them.
    """

    place: str
    query: str
    wanted: tuple[str, ...]
    plain: bool = False

    @property
    def national(self) -> bool:
        return self.query.startswith(_NATIONAL)


@attrs.frozen
class Outcome:
    """What a search made of an expectation.

    Attributes:
        expectation: The expectation.
        typed: What was typed.
        found: The first three entities found.
        rank: The place of the entity wanted among them, from 0; `None` when it is not there.
    """

    expectation: Expectation
    typed: str
    found: tuple[str, ...]
    rank: int | None

    def __str__(self) -> str:
        return f"{self.typed!r} wants {', '.join(self.expectation.wanted)} {self.expectation.place}, found {', '.join(self.found)}"


def expectations() -> list[Expectation]:
    """Return the lines of the quality file."""
    found: list[Expectation] = []
    heading = ""
    for line in map(str.strip, QUERIES.read_text(encoding="utf-8").splitlines()):
        if line.startswith("#"):
            heading = line
        elif line:
            place, query, wanted = (part.strip() for part in line.split(" | "))
            found.append(Expectation(place, query, tuple(wanted.split(",")), heading.startswith(_PLAIN)))
    return found


def ids_of(index: Index) -> Callable[[str], list[str]]:
    """Return what gives the ids of the first three entities that an index finds."""
    return lambda query: [hit.id for hit in index.search(query, 3)]


def outcomes(search: Callable[[str], list[str]], expected: Sequence[Expectation]) -> Iterator[Outcome]:
    """Yield what a search makes of expectations.

    Args:
        search: Returns the ids of the first three entities found for a query.
        expected: The expectations.
    """
    for each in expected:
        if each.national:
            code = each.wanted[0]
            typed = national.typed(each.query.removeprefix(_NATIONAL), code)
            name = national.names()[code]
            wanted = {f"at-{other.lower()}" for other, its in national.names().items() if its == name}
        else:
            typed, wanted = each.query, set(each.wanted)
        found = tuple(search(typed))
        rank = next((place for place, one in enumerate(found) if one in wanted), None)
        yield Outcome(each, typed, found, rank)


def shares(made: Sequence[Outcome]) -> tuple[float, float]:
    """Return the share found in first place, of those that must be, and the share found in the first three."""
    first = [each.rank == 0 for each in made if each.expectation.place == FIRST]
    return sum(first) / len(first), sum(each.rank is not None for each in made) / len(made)
