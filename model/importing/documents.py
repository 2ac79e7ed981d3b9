"""Which document an import cites, and how it stands in time to those that a file cites."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from ..facts.graph import Graph
from ..format.dates import Date, parse_date
from .toml_text import list_of, value_text


@attrs.frozen(eq=False)
class Documents:
    """The document that an import cites, and those that a file cites.

    Attributes:
        graph: The model.
        head: The table `[file]`.
        source: The document and place that the import cites; `None` where it names none.
    """

    graph: Graph
    head: Mapping[str, object]
    source: str | None

    def around(self, table: Mapping[str, object]) -> tuple[str, ...]:
        """Return the sources of what stands in a table of an entity and names none: those of the table, else of the file."""
        return _texts(table.get("sources", self.head.get("sources")))

    def of(self, values: Mapping[str, object], table: Mapping[str, object]) -> tuple[str, ...]:
        """Return the sources of an entry in a table of an entity: its own, else those around it."""
        return _texts(values["sources"]) if "sources" in values else self.around(table)

    def cited(self, table: Mapping[str, object]) -> dict[str, str]:
        """Return the key of the source for a new entry, where the table around does not cite it for all that is in it."""
        return {} if self.source is None or self.source in self.around(table) else self.with_new(())

    def with_new(self, sources: Sequence[str]) -> dict[str, str]:
        """Return the key of sources with the one of the import added; empty where it is there, or the import names none."""
        if self.source is None or self.source in sources:
            return {}
        return {"sources": list_of(map(value_text, (*sources, self.source)))}

    def are_others(self, sources: Iterable[str]) -> bool:
        """Whether the import names a document, and sources name another one."""
        return self.source is not None and any(self._id(each) != self._id(self.source) for each in sources)

    def days(self, values: Mapping[str, object], sources: Iterable[str]) -> tuple[Date, ...]:
        """Return the days of an entry: its own as-at date, else those of its sources."""
        own = values.get("as_at")
        if isinstance(own, str):
            return (parse_date(own),)
        found = (self.graph.source_date(self._id(each)) for each in sources)
        return tuple(each for each in found if each is not None)

    @property
    def today(self) -> tuple[Date, ...]:
        """The day of the document that the import cites; none where it names none, or one without a day."""
        return () if self.source is None else self.days({}, (self.source,))

    def _id(self, source: str) -> str:
        """Return the id of the document of a source, which may be named by an alias."""
        named = source.partition("#")[0]
        if named in self.graph:
            return named
        every = self.graph.entities_of_kind("source")
        return next((each.id for each in every if named in each.texts("aliases")), named)


def end_between(told: Sequence[Date], later: Sequence[Date], start: object = None) -> str:
    """Return the time in which ended what one document tells and a later one replaces; empty where it is not known to be later.

    Args:
        told: The days of the one.
        later: The days of the other.
        start: From when on is so what the other tells, where it says so.
    """
    if not told or not later:
        return ""
    last, new = max(each.last for each in told), max(each.first for each in later)
    if last >= new:
        return ""
    begins = parse_date(start).first if isinstance(start, str) else last
    until = (begins if last < begins <= new else new) - timedelta(days=1)
    return _text(last, until)


def _text(first: date, last: date) -> str:
    return last.isoformat() if first >= last else f"[{first.isoformat()}..{last.isoformat()}]"


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
