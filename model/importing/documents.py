"""Find the document that an import cites, and compare its day with those of the documents that a file cites."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from ..facts.graph import Graph
from ..format.dates import Date, parse_date
from ..format.records import Relation
from .toml_text import list_of, value_text


@attrs.frozen(eq=False)
class Documents:
    """The document that an import cites, and those that a file cites.

    Attributes:
        graph: The model.
        head: The table `[file]`.
        source: The document and place that the import cites; `None` if it names none.
    """

    graph: Graph
    head: Mapping[str, object]
    source: str | None

    def around(self, table: Mapping[str, object]) -> tuple[str, ...]:
        """Return the sources of an entry that names none: those of its entity's table, else those of the file."""
        return _texts(table.get("sources", self.head.get("sources")))

    def of(self, values: Mapping[str, object], table: Mapping[str, object]) -> tuple[str, ...]:
        """Return the sources of an entry in a table of an entity: its own, else those around it."""
        return _texts(values["sources"]) if "sources" in values else self.around(table)

    def cited(self, table: Mapping[str, object]) -> dict[str, str]:
        """Return the key with the source of a new entry; empty if the table around it cites that source already."""
        return {} if self.source is None or self.source in self.around(table) else self.with_new(())

    def with_new(self, sources: Sequence[str]) -> dict[str, str]:
        """Return the key of sources with the import's added; empty if it is there, or the import names none."""
        if self.source is None or self.source in sources:
            return {}
        return {"sources": list_of(map(value_text, (*sources, self.source)))}

    def are_others(self, sources: Iterable[str]) -> bool:
        """Return whether the import names a document, and sources name another one."""
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
        """The day of the document that the import cites; empty if it names none, or one without a day."""
        return () if self.source is None else self.days({}, (self.source,))

    def is_later_than(self, relations: Iterable[Relation]) -> bool:
        """Return whether the document of the import is later than all that state a relation without an end."""
        stated = [self.graph.dates_of(each.evidence) for each in relations if each.end_date is None]
        return all(end_between(days, self.today) for days in stated)

    def is_within(self, relation: Relation) -> bool:
        """Return whether a relation with a stated end holds on the day of the import's document; so it says nothing new."""
        if not self.today or relation.end_date is None:
            return False
        first, last = min(each.first for each in self.today), max(each.last for each in self.today)
        begins = relation.start_date is None or relation.start_date.first <= first
        return begins and last <= relation.end_date.last

    def _id(self, source: str) -> str:
        """Return the id of the document in a source, which may give an alias of it."""
        named = source.partition("#")[0]
        if named in self.graph:
            return named
        every = self.graph.entities_of_kind("source")
        return next((each.id for each in every if named in each.texts("aliases")), named)


def end_between(earlier: Sequence[Date], later: Sequence[Date], start: object = None) -> str:
    """Return when a statement ended that a later document replaces; empty if the document is not known to be later.

    Args:
        earlier: The days of the earlier statement.
        later: The days of the document that replaces it.
        start: The first day of the new statement, if the document gives one.
    """
    if not earlier or not later:
        return ""
    last, new = max(each.last for each in earlier), max(each.first for each in later)
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
