"""The records of a model: entities, claims and relations, each with its evidence.

A plain value in TOML is a plain value here, with the evidence of its entity; only a list of claims becomes
`Claim` records. `Entity.claims` gives both in one form.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, cast

import attrs

from . import INFERRED, STATED
from .dates import Date

Value = str | int | float | bool | Date | tuple[str, ...] | Mapping[str, object] | None
"""The value of an attribute; `not_stated`, `unknown` and `none` are words. `None` if a claim has only details."""

NOTHING: Mapping[str, Value] = MappingProxyType({})


_set_class: Any = vars(object)["__class__"].__set__


def _open(record: type) -> type:
    """Return the class as which a record is filled: the same, but its values can be set.

    The `__init__` that attrs writes for a frozen class calls `object.__setattr__` for each value, which takes twice as
    long as all the rest of making a record; a large model has a million of them.
    """
    return type(record.__name__, (record,), {"__slots__": (), **_SETTING})


_SETTING = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}


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


@attrs.frozen(repr=False, init=False)
class Evidence:
    """The evidence of a statement: its sources, and whether it is stated or inferred.

    Attributes:
        basis: `stated` or `inferred`.
        citations: The places in sources where it is written; empty when no source is named.
        as_at: The day that the statement speaks of, if that is not the date of its source.
        note: A note for the reader.
        also: The evidence of each statement, if it is made several times with different days of its own.
    """

    basis: str = STATED
    citations: tuple[Citation, ...] = ()
    as_at: Date | None = None
    note: str = ""
    also: "tuple[Evidence, ...]" = ()

    def __init__(
        self: Any,
        basis: str = STATED,
        citations: tuple[Citation, ...] = (),
        as_at: Date | None = None,
        note: str = "",
        also: "tuple[Evidence, ...]" = (),
    ) -> None:
        _set_class(self, _EVIDENCE)
        self.basis = basis
        self.citations = citations
        self.as_at = as_at
        self.note = note
        self.also = also
        self.__class__ = Evidence

    @property
    def inferred(self) -> bool:
        """Whether the statement is our inference, and not said by a source."""
        return self.basis == INFERRED

    def __repr__(self) -> str:
        return f"<{' '.join((f'{self.basis}:', *map(str, self.citations)))}>"


_EVIDENCE = _open(Evidence)


@attrs.frozen(repr=False, init=False)
class Claim:
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

    attribute: str
    value: Value
    evidence: Evidence
    start_date: Date | None = None
    end_date: Date | None = None
    details: Mapping[str, Value] = NOTHING

    def __init__(
        self: Any,
        attribute: str,
        value: Value,
        evidence: Evidence,
        start_date: Date | None = None,
        end_date: Date | None = None,
        details: Mapping[str, Value] = NOTHING,
    ) -> None:
        _set_class(self, _CLAIM)
        self.attribute = attribute
        self.value = value
        self.evidence = evidence
        self.start_date = start_date
        self.end_date = end_date
        self.details = details
        self.__class__ = Claim

    def __repr__(self) -> str:
        value = dict(self.details) if self.value is None else self.value
        return f"<{self.attribute} = {value!r}{_period(self)}>"


_CLAIM = _open(Claim)


@attrs.frozen(repr=False, init=False)
class Relation:
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

    kind: str
    subject: str
    object: str
    evidence: Evidence
    start_date: Date | None = None
    end_date: Date | None = None
    expected_date: Date | None = None
    details: Mapping[str, Value] = NOTHING

    def __init__(
        self: Any,
        kind: str,
        subject: str,
        object: str,  # noqa: A002 - the name of the value
        evidence: Evidence,
        start_date: Date | None = None,
        end_date: Date | None = None,
        expected_date: Date | None = None,
        details: Mapping[str, Value] = NOTHING,
    ) -> None:
        _set_class(self, _RELATION)
        self.kind = kind
        self.subject = subject
        self.object = object
        self.evidence = evidence
        self.start_date = start_date
        self.end_date = end_date
        self.expected_date = expected_date
        self.details = details
        self.__class__ = Relation

    def __repr__(self) -> str:
        details = "".join(f", {key} = {value!r}" for key, value in self.details.items())
        return f"<{self.subject} {self.kind} {self.object}{details}{_period(self)}>"


_RELATION = _open(Relation)


def _period(record: Claim | Relation) -> str:
    """Return the first and last day of a record, for its repr; empty where it has none."""
    days = (("from", record.start_date), ("until", record.end_date))
    return "".join(f", {word} {day}" for word, day in days if day is not None)


@attrs.frozen(repr=False, init=False)
class Entity:
    """An entity of the model: an organisation, a person, a post, a source.

    Attributes:
        id: Its id, unique in the model.
        kind: The name of its kind.
        values: A plain value or a tuple of claims, by attribute.
        evidence: The evidence of its existence, and of every plain value.
        file: The file in which it is written.
        index: Its position among the tables of its kind in that file, from 0.
    """

    id: str
    kind: str
    values: Mapping[str, "Value | tuple[Claim, ...]"]
    evidence: Evidence
    file: str = attrs.field(default="", eq=False)
    index: int = attrs.field(default=0, eq=False)

    def __init__(
        self: Any,
        id: str,  # noqa: A002 - the name of the value
        kind: str,
        values: Mapping[str, "Value | tuple[Claim, ...]"],
        evidence: Evidence,
        file: str = "",
        index: int = 0,
    ) -> None:
        _set_class(self, _ENTITY)
        self.id = id
        self.kind = kind
        self.values = values
        self.evidence = evidence
        self.file = file
        self.index = index
        self.__class__ = Entity

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


_ENTITY = _open(Entity)
