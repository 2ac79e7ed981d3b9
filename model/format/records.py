"""The records of a model: entities, claims and relations, each with its evidence.

A plain value in TOML is a plain value here, with the evidence of its entity; only a list of claims becomes
`Claim` records. `Entity.claims` gives both in one form.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from . import INFERRED, STATED
from .dates import Date
from .record import Record, filling, set_class

Value = str | int | float | bool | Date | tuple[str, ...] | Mapping[str, object] | None
"""The value of an attribute; `not_stated`, `unknown` and `none` are words. `None` if a claim has only details."""

NOTHING: Mapping[str, Value] = MappingProxyType({})


class Citation(NamedTuple):
    """A place in a source.

    Attributes:
        source: The id of the source.
        locator: The place in it, one of the source's locators; empty when only the document is named.
    """

    source: str
    locator: str = ""

    def __str__(self) -> str:
        return f"{self.source}#{self.locator}" if self.locator else self.source

    def __repr__(self) -> str:
        return f"<{self}>"


class Evidence(Record):
    """The evidence of a statement: its sources, and whether it is stated or inferred.

    Attributes:
        basis: `stated` or `inferred`.
        citations: The places in sources where it is written; empty when no source is named.
        as_at: The day that the statement speaks of, if that is not the date of its source.
        note: A note for the reader.
        also: The evidence of each statement, if it is made several times with different days of its own.
    """

    __slots__ = ("also", "as_at", "basis", "citations", "note")

    basis: str
    citations: tuple[Citation, ...]
    as_at: Date | None
    note: str
    also: "tuple[Evidence, ...]"

    def __init__(
        self: Any,
        basis: str = STATED,
        citations: tuple[Citation, ...] = (),
        as_at: Date | None = None,
        note: str = "",
        also: "tuple[Evidence, ...]" = (),
    ) -> None:
        set_class(self, _EVIDENCE)
        self.basis = basis
        self.citations = citations
        self.as_at = as_at
        self.note = note
        self.also = also
        self.__class__ = Evidence

    def _equal_by(self) -> tuple[Any, ...]:
        return (self.basis, self.citations, self.as_at, self.note, self.also)

    @property
    def inferred(self) -> bool:
        """Whether the statement is our inference, and not said by a source."""
        return self.basis == INFERRED

    def __repr__(self) -> str:
        return f"<{' '.join((f'{self.basis}:', *map(str, self.citations)))}>"


_EVIDENCE = filling(Evidence)


class Claim(Record):
    """One value of an attribute, with its evidence.

    Attributes:
        attribute: The key, as in TOML.
        value: The value; `not_stated` if the sources do not state it, `unknown` and `none` if one states
            that.
        evidence: Its evidence.
        start_date: The first day it held, where a source says so.
        end_date: The last day it held, where a source says so.
        details: Its further keys, by key: the scheme of an identifier, the unit of a number.
    """

    __slots__ = ("attribute", "details", "end_date", "evidence", "start_date", "value")

    attribute: str
    value: Value
    evidence: Evidence
    start_date: Date | None
    end_date: Date | None
    details: Mapping[str, Value]

    def __init__(
        self: Any,
        attribute: str,
        value: Value,
        evidence: Evidence,
        start_date: Date | None = None,
        end_date: Date | None = None,
        details: Mapping[str, Value] = NOTHING,
    ) -> None:
        set_class(self, _CLAIM)
        self.attribute = attribute
        self.value = value
        self.evidence = evidence
        self.start_date = start_date
        self.end_date = end_date
        self.details = details
        self.__class__ = Claim

    def _equal_by(self) -> tuple[Any, ...]:
        return (self.attribute, self.value, self.evidence, self.start_date, self.end_date, self.details)

    def __repr__(self) -> str:
        value = dict(self.details) if self.value is None else self.value
        return f"<{self.attribute} = {value!r}{_period(self)}>"


_CLAIM = filling(Claim)


class Relation(Record):
    """A relation from a subject to an object, with its evidence.

    Attributes:
        kind: The name of its kind.
        subject: The id of its subject; `not_stated`, `unknown` or `none` if an inverse key says so.
        object: The id of its object; `not_stated`, `unknown` or `none` likewise.
        evidence: Its evidence.
        start_date: The first day it held, where a source says so.
        end_date: The last day it held, where a source says so.
        expected_date: The day on which a source expects it to begin.
        details: Its further keys: role, voting, extent.
    """

    __slots__ = (
        "details",
        "end_date",
        "evidence",
        "expected_date",
        "kind",
        "object",
        "start_date",
        "subject",
    )  # fmt: skip

    kind: str
    subject: str
    object: str
    evidence: Evidence
    start_date: Date | None
    end_date: Date | None
    expected_date: Date | None
    details: Mapping[str, Value]

    def __init__(
        self: Any,
        kind: str,
        subject: str,
        object: str,  # noqa: A002 - named as the value
        evidence: Evidence,
        start_date: Date | None = None,
        end_date: Date | None = None,
        expected_date: Date | None = None,
        details: Mapping[str, Value] = NOTHING,
    ) -> None:
        set_class(self, _RELATION)
        self.kind = kind
        self.subject = subject
        self.object = object
        self.evidence = evidence
        self.start_date = start_date
        self.end_date = end_date
        self.expected_date = expected_date
        self.details = details
        self.__class__ = Relation

    def _equal_by(self) -> tuple[Any, ...]:
        return (
            self.kind,
            self.subject,
            self.object,
            self.evidence,
            self.start_date,
            self.end_date,
            self.expected_date,
            self.details,
        )

    def __repr__(self) -> str:
        details = "".join(f", {key} = {value!r}" for key, value in self.details.items())
        return f"<{self.subject} {self.kind} {self.object}{details}{_period(self)}>"


_RELATION = filling(Relation)


def _period(record: Claim | Relation) -> str:
    """Return the first and last day of a record, for its repr; empty where it has none."""
    days = (("from", record.start_date), ("until", record.end_date))
    return "".join(f", {word} {day}" for word, day in days if day is not None)


class Entity(Record):
    """An entity of the model: an organisation, a person, a post, a source.

    Attributes:
        id: Its id, unique in the model.
        kind: The name of its kind.
        values: A plain value or a tuple of claims, by attribute.
        evidence: The evidence of its existence, and of every plain value.
        file: The file in which it is written.
        index: Its position among the tables of its kind in that file, from 0.
    """

    __slots__ = ("evidence", "file", "id", "index", "kind", "values")

    id: str
    kind: str
    values: Mapping[str, "Value | tuple[Claim, ...]"]
    evidence: Evidence
    file: str
    index: int

    def __init__(
        self: Any,
        id: str,  # noqa: A002 - named as the value
        kind: str,
        values: Mapping[str, "Value | tuple[Claim, ...]"],
        evidence: Evidence,
        file: str = "",
        index: int = 0,
    ) -> None:
        set_class(self, _ENTITY)
        self.id = id
        self.kind = kind
        self.values = values
        self.evidence = evidence
        self.file = file
        self.index = index
        self.__class__ = Entity

    def _equal_by(self) -> tuple[Any, ...]:
        return (self.id, self.kind, self.values, self.evidence)

    def claims(self, attribute: str) -> Sequence[Claim]:
        """Return all claims of an attribute in the order written; empty when it is not recorded."""
        value = self.values.get(attribute)
        if value is None:
            return ()
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            return value
        return (Claim(attribute, cast("Value", value), self.evidence),)

    def plain(self, attribute: str) -> "Value":
        """Return the value of an attribute that cannot have claims; `None` when it is not recorded."""
        value = self.values.get(attribute)
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            return value[0].value
        return cast("Value", value)

    def texts(self, attribute: str) -> tuple[str, ...]:
        """Return the texts of a list attribute, such as `topics`; empty when it is not recorded."""
        value = self.values.get(attribute)
        return value if isinstance(value, tuple) and value and isinstance(value[0], str) else ()

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"


_ENTITY = filling(Entity)
