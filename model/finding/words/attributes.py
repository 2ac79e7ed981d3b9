"""The attributes of entities that the search index has beside their names: one pass over the entities reads them all.

An entity is named by its position in the model here, since it has no number yet; see `Names`.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from ...facts.rows import EntityRow, Rows
from .bits import no_numbers
from .texts import KIND_FROM, NAMING, codes_of, is_over_event, may_say, named_by, tells_of_time, text_of

Bearers = defaultdict[str, "array[int]"]
"""The numbers of entities, by a text that finds them."""


class _Shape(NamedTuple):
    """What the index reads from an entity with certain attributes; the entities of a model have few different sets of them.

    Attributes:
        kinds: Those that say what type of entity it is.
        names: Those that give it other names.
        has_codes: Whether one may give it codes.
        has_topics: Whether it has topics.
        may_say: Whether one is a searched text.
        tells_of_time: Whether one may say that it has ended or not begun.
    """

    kinds: Sequence[str]
    names: Sequence[str]
    has_codes: bool
    has_topics: bool
    may_say: bool
    tells_of_time: bool


def _shape_of(values: Mapping[str, Any]) -> _Shape:
    return _Shape(
        [each for each in KIND_FROM if each in values],
        [each for each in NAMING if each in values],
        "identifiers" in values or "aliases" in values,
        "topics" in values,
        may_say(values),
        tells_of_time(values),
    )


@attrs.define(eq=False, repr=False)
class Attributes:
    """The attributes of the entities read so far.

    Attributes:
        names: The other names, each with the position of the entity and the label.
        codes: The codes and aliases; `coded` has the position of the entity of each.
        terms: The positions of the glossary terms.
        topics: The positions of the entities, by topic.
        kinds: The positions of the entities, by the text of their kind, and of the tier, classification or status
            that they have at every date.
        of_several_claims: The entities with several claims of tier, classification or status, with the
            attribute.
        maybe_past: The entities that have ended or not begun at some date, by what they say themselves.
        past: The entities that are over at every date.
        saying: For each entity whether it may have long texts.
    """

    names: list[tuple[int, str, str]] = attrs.field(factory=list)
    codes: list[str] = attrs.field(factory=list)
    coded: "array[int]" = attrs.field(factory=no_numbers)
    terms: list[int] = attrs.field(factory=list)
    topics: Bearers = attrs.field(factory=lambda: defaultdict(no_numbers))
    kinds: Bearers = attrs.field(factory=lambda: defaultdict(no_numbers))
    of_several_claims: list[tuple[int, str]] = attrs.field(factory=list)
    maybe_past: "array[int]" = attrs.field(factory=no_numbers)
    past: "array[int]" = attrs.field(factory=no_numbers)
    saying: bytearray = attrs.field(factory=bytearray)
    _shapes: dict[tuple[str, ...], _Shape] = attrs.field(factory=dict)

    def read(self, rows: Rows, part: Iterable[EntityRow], start: int) -> None:
        """Read the attributes of some entities, of which the first has a position."""
        shapes, kinds, saying = self._shapes, self.kinds, self.saying
        for position, (_, kind, values, has_note) in enumerate(part, start):
            attributes = tuple(values)
            shape = shapes.get(attributes) or shapes.setdefault(attributes, _shape_of(values))
            of_kind, names, has_codes, has_topics, says, is_timed = shape
            kinds[kind].append(position)
            saying.append(says or has_note)
            for attribute in of_kind:
                self._classify(position, attribute, values[attribute])
            if has_codes:
                for code, _ in codes_of(values, rows):
                    self.codes.append(code)
                    self.coded.append(position)
            if names or has_topics:
                self._name(position, names, values, rows)
            if is_timed or kind == "event":
                self._time(position, kind, values)
            if kind == "term":
                self.terms.append(position)

    def _name(self, position: int, names: Sequence[str], values: Mapping[str, Any], rows: Rows) -> None:
        """Note the other names and the topics of an entity."""
        for attribute in names:
            named = (named_by(attribute, *claim) for claim in rows.claims(values[attribute]))
            self.names.extend([(position, *each) for each in named if each is not None])
        for topic in rows.texts(values.get("topics")):
            self.topics[topic].append(position)

    def _time(self, position: int, kind: str, values: Mapping[str, Any]) -> None:
        """Note whether an entity is over at every date, or may be at some."""
        if kind != "event":
            self.maybe_past.append(position)
        elif is_over_event(kind, values):
            self.past.append(position)

    def _classify(self, position: int, attribute: str, value: Any) -> None:
        """Note the tier, classification or status of an entity, or that it has several claims of it."""
        if isinstance(value, str):
            self.kinds[text_of(value)].append(position)
        elif value is not None:
            self.of_several_claims.append((position, attribute))
