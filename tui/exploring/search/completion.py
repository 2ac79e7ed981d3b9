"""Completion of the filter being typed at the end of a query."""

import re
from collections.abc import Callable, Sequence

import attrs

from tiers.model import Graph
from tiers.model.finding.filters.suggestions import fitting
from tiers.model.finding.query import FILTERS

_VALUE = re.compile(r'(?:^|(?<=\s))-?([A-Za-z]+(?:-[A-Za-z]+)*):("[^"]*|[^\s"]*)$')
_NAME = re.compile(r"(?:^|(?<=\s))-?([A-Za-z]{2,}(?:-[A-Za-z]*)?)$")
_DATE = re.compile(r"[\d\-/~.\[\]]{0,9}")

Named = Callable[[str, int], Sequence[str]]
"""A function that returns ids of entities that a text names or begins to name, best first, up to a limit."""


@attrs.frozen
class Begun:
    """A filter that is being typed.

    Attributes:
        start: How many characters of the query precede it.
        name: One of `FILTERS`.
        value: The typed part of its value.
        values: The possible values, best first.
    """

    start: int
    name: str
    value: str
    values: tuple[str, ...] = ()

    @property
    def rest(self) -> str:
        """The rest of the first possible value; empty where there is none."""
        first = self.values[0] if self.values else ""
        return first[len(self.value) :] if first.startswith(self.value.casefold()) else ""

    @property
    def is_unfinished(self) -> bool:
        """Whether further typing can make it a valid filter."""
        return bool(self.values) or (self.name == "as-of" and _DATE.fullmatch(self.value) is not None)


def begun(query: str, graph: Graph, named: Named) -> Begun | None:
    """Return the filter whose value is being typed at the end of a query; `None` where none is."""
    match = _VALUE.search(query)
    if match is None or match[1].casefold() not in FILTERS:
        return None
    name, value = match[1].casefold(), match[2].removeprefix('"')
    return Begun(match.start(), name, value, tuple(fitting(name, value, graph, named)))


def rest_of_name(query: str) -> str:
    """Return the rest of the name of a filter at the end of a query, with its colon; empty where there is none."""
    match = _NAME.search(query)
    if match is None:
        return ""
    wanted = match[1].casefold()
    return next((f"{each[len(wanted) :]}:" for each in FILTERS if each.startswith(wanted)), "")
