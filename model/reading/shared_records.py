"""The records that the tables of one file share: equal ids, citations, evidence and details are checked and made once."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ..format import INFERRED, STATED
from ..format.ids import RESERVED, is_id
from ..format.keys import AS_AT, BASIS, NOTE, PROVENANCE_NAMES, SOURCES
from ..format.records import NOTHING, Citation, Evidence, Value
from .report import Place
from .sound_values import NotUsualError, converter

_ALL_BUT_SOURCES = PROVENANCE_NAMES - {SOURCES.name}
_ALL_BUT_BASIS = PROVENANCE_NAMES - {BASIS.name}

_new: Any = tuple.__new__
"""Makes a named tuple from a tuple, in half the time of its class."""


class SharedRecords:
    """The records that the tables of one file share.

    Its methods raise one of `sound_values.UNSURE` for what may be a mistake.

    Attributes:
        ids: The texts that were found to be ids; of equal texts all records have the first, so that a model has each once.
    """

    def __init__(self, citations: list[tuple[Citation, Place]]) -> None:
        """Begin with no records.

        Args:
            citations: Receives each citation that is read, with its place.
        """
        self._citations = citations
        self.ids: dict[str, str] = {}
        self._cited: dict[str, Evidence] = {}
        self._inferred: dict[int, tuple[Evidence, Evidence]] = {}
        self._details: dict[tuple[str, str], Mapping[str, Value]] = {}

    def id(self, raw: Any) -> str:
        """Return an id."""
        known = self.ids.get(raw)
        if known is None:
            if type(raw) is not str or raw in RESERVED or not is_id(raw):
                raise NotUsualError
            known = self.ids[raw] = raw
        return known

    def details(self, details: dict[str, Value]) -> Mapping[str, Value]:
        """Return details as a record has them; those of one text are shared."""
        if not details:
            return NOTHING
        if len(details) == 1:
            ((name, value),) = details.items()
            if type(value) is str:
                known = self._details.get((name, value))
                if known is None:
                    known = self._details[name, value] = MappingProxyType(details)
                return known
        return MappingProxyType(details)

    def evidence(self, table: Mapping[str, Any], inherited: Evidence, place: Place) -> Evidence:
        """Return the evidence that a table states, added to the evidence that it inherits."""
        if _ALL_BUT_SOURCES.isdisjoint(table):
            return self._stated(table["sources"], (place, "sources")) if "sources" in table else inherited
        if _ALL_BUT_BASIS.isdisjoint(table) and table["basis"] == INFERRED:
            known = self._inferred.get(id(inherited))
            if known is None:
                made = Evidence(INFERRED, inherited.citations, inherited.as_at)
                # the inherited evidence is kept too, so that no other object gets its `id()`
                known = self._inferred[id(inherited)] = inherited, made
            return known[1]
        base, citations = inherited, inherited.citations
        if "sources" in table:
            base, citations = Evidence(), self._stated(table["sources"], (place, "sources")).citations
        return Evidence(
            converter(BASIS)(table["basis"]) if "basis" in table else base.basis,
            citations,
            converter(AS_AT)(table["as_at"]) if "as_at" in table else base.as_at,
            converter(NOTE)(table["note"]) if "note" in table else "",
        )

    def _stated(self, raw: Any, place: Place) -> Evidence:
        """Return the evidence that states a list of sources."""
        if type(raw) is not list:
            raise NotUsualError
        if len(raw) == 1:  # a shortcut: nearly all tables cite one place
            one = self._cited.get(raw[0]) or self._one(raw[0])
            self._citations.append((one.citations[0], (place, 0)))
            return one
        each = [self._cited.get(text) or self._one(text) for text in raw]
        for number, one in enumerate(each):
            self._citations.append((one.citations[0], (place, number)))
        return Evidence(STATED, tuple([one.citations[0] for one in each]))

    def _one(self, text: Any) -> Evidence:
        """Return the evidence that states one source, for the first time."""
        source, separator, locator = text.partition("#")
        citation: Citation = _new(Citation, (self.id(source), self.id(locator) if separator else ""))
        return self._cited.setdefault(text, Evidence(STATED, (citation,)))
