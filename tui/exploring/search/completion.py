"""Completion of the filter being typed at the end of a query."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import attrs

from tiers.model import Graph
from tiers.model.finding.filters.suggestions import OF_ENTITIES, fitting
from tiers.model.finding.query import FILTERS

_VALUE = re.compile(r'(?:^|(?<=\s))-?([A-Za-z]+(?:-[A-Za-z]+)*):("[^"]*|[^\s"]*)$')
_NAME = re.compile(r"(?:^|(?<=\s))-?([A-Za-z]{2,}(?:-[A-Za-z]*)?)$")
_DATE = re.compile(r"[\d\-/~.\[\]]{0,9}")

Named = Callable[[str, int], Sequence[str]]
"""A function that returns ids of entities that a text names or begins to name, best first, up to a limit."""


class Value(NamedTuple):
    """A possible value of a filter.

    Attributes:
        text: The value: a word, an id or a name.
        entity: The id of the entity that it names; empty for a word.
    """

    text: str
    entity: str = ""

    @property
    def written(self) -> str:
        """The value as it is written in a query: in quotes if it has spaces."""
        return f'"{self.text}"' if " " in self.text else self.text


@attrs.frozen
class Begun:
    """A filter that is being typed.

    Attributes:
        start: The number of characters of the query before the filter.
        at: The number of characters before its value.
        name: A name in `FILTERS`.
        value: The typed part of its value.
        values: The possible values, best first.
    """

    start: int
    at: int
    name: str
    value: str
    values: tuple[Value, ...] = ()

    @property
    def rest(self) -> str:
        """The rest of the first possible value; empty if it does not begin as typed, or anybody could be meant."""
        first = self.values[0] if self.values else Value("")
        if not _begins(first.text, self.value) or (first.entity and not self.value):
            return ""
        return first.text[len(self.value) :]

    def completed(self, query: str) -> str:
        """Return the query with its typed value replaced by the first possible one; unchanged if there is none."""
        return f"{query[: self.at]}{self.values[0].written} " if self.values else query

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
    found = fitting(name, value, graph, named)
    if name not in OF_ENTITIES:
        return Begun(match.start(), match.start(2), name, value, tuple(map(Value, found)))
    values = [Value(_text(each, value, graph), each) for each in found]
    values.sort(key=lambda each: not _begins(each.text, value))
    return Begun(match.start(), match.start(2), name, value, tuple(values))


def _text(entity_id: str, typed: str, graph: Graph) -> str:
    """Return an entity as a value: its id if that is being typed, else its name, unless the name contains a quote."""
    name = graph.name(entity_id)
    is_id = entity_id == typed.casefold() or ("-" in typed and entity_id.startswith(typed.casefold()))
    return entity_id if is_id or '"' in name else name


def _begins(text: str, typed: str) -> bool:
    return text.casefold().startswith(typed.casefold())


def rest_of_name(query: str) -> str:
    """Return the rest of the name of a filter at the end of a query, with its colon; empty where there is none."""
    match = _NAME.search(query)
    if match is None:
        return ""
    wanted = match[1].casefold()
    return next((f"{each[len(wanted) :]}:" for each in FILTERS if each.startswith(wanted)), "")
