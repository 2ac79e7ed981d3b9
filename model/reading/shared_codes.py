"""Finds tables in different files that describe the same entity: they have one kind and one code at the same time.

The author of a place and the importer of the country need not know each other's ids. A code identifies the
body. Two tables of one file with the same code stay two, and `tiers check` reports them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from ..format.dates import Date
from ..format.records import Claim, Entity
from ..format.text import fold

_FOLLOWS_BODY = "ods"
"""The register whose codes follow the body.

Others, such as those of the ONS, may follow the boundary: they pass to the next body there, so that one of
them does not make one body of two with different codes of this register.
"""

_NATIONAL = "national"
_MOST = 8
"""How many others with the same code an entity is compared with, so that a code of thousands of entities costs no more."""

Code = tuple[str, str, str]
"""The kind of an entity, the register, and the code in it."""


def groups_of_one(entities: Iterable[Entity]) -> list[list[Entity]]:
    """Return the groups of entities that are one; each group begins with the one whose id is kept.

    The kept id is the one without a code in it, since people chose it; of several the shortest, then the
    first in alphabetical order. The order of the files makes no difference.
    """
    groups = _Groups()
    bearers = _by_code(entities)
    for code in sorted(bearers, key=lambda each: (each[1] != _FOLLOWS_BODY, each)):
        having = sorted(bearers[code], key=lambda each: each.id)
        for number, entity in enumerate(having):
            for other in having[max(0, number - _MOST) : number]:
                if _are_one(entity, other, code):
                    groups.join(entity, other)
    return [sorted(each, key=_choice) for each in groups.all()]


@attrs.define(eq=False)
class _Groups:
    """Groups of entities, each with at most one entity of a file."""

    _of: dict[str, int] = attrs.field(factory=dict)
    _members: list[list[Entity]] = attrs.field(factory=list)
    _files: list[set[str]] = attrs.field(factory=list)

    def join(self, one: Entity, other: Entity) -> None:
        """Join the groups of two entities, unless the result would have two entities of one file."""
        larger, smaller = sorted(map(self._group, (one, other)), key=lambda each: -len(self._members[each]))
        if larger == smaller or not self._files[larger].isdisjoint(self._files[smaller]):
            return
        for each in self._members[smaller]:
            self._of[each.id] = larger
        self._members[larger] += self._members[smaller]
        self._files[larger] |= self._files[smaller]
        self._members[smaller], self._files[smaller] = [], set()

    def _group(self, entity: Entity) -> int:
        number = self._of.setdefault(entity.id, len(self._members))
        if number == len(self._members):
            self._members.append([entity])
            self._files.append({entity.file})
        return number

    def all(self) -> Iterator[list[Entity]]:
        """Yield the groups of two or more."""
        return (each for each in self._members if len(each) > 1)


def _by_code(entities: Iterable[Entity]) -> dict[Code, list[Entity]]:
    """Return the entities with a code, by code, if they are of more than one file."""
    found: dict[Code, list[Entity]] = {}
    for entity in _alike(entities):
        for code in codes_of(entity):
            found.setdefault(code, []).append(entity)
    return {code: each for code, each in found.items() if len({one.file for one in each}) > 1}


def _alike(entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities that may share a code with another, in any order.

    They have the text of a code that another has too, whatever the register: texts are compared in a quarter of the time
    in which the codes of all would be made.
    """
    first: dict[str, Entity] = {}
    found: dict[str, Entity] = {}
    for entity in entities:
        for text in texts_of_codes(entity):
            other = first.setdefault(text, entity)
            if other is not entity:
                found[other.id], found[entity.id] = other, entity
    return list(found.values())


def texts_of_codes(entity: Entity) -> Sequence[str]:
    """Return the texts of the codes of an entity, whatever the register."""
    if "identifiers" in entity.values:
        return [str(claim.value) for claim in entity.claims("identifiers")]
    return [text for _, _, text in codes_of(entity)] if entity.kind == "area" else ()


def codes_of(entity: Entity) -> Collection[Code]:
    """Return the codes of an entity; a country, which no register of bodies has, is identified by its name."""
    values, kind = entity.values, entity.kind
    if "identifiers" in values:
        return {(kind, _scheme(claim), str(claim.value)) for claim in entity.claims("identifiers")}
    if kind == "area" and values.get("tier") == _NATIONAL:
        return ((kind, "", fold(str(entity.plain("name")))),)
    return ()


def _are_one(one: Entity, other: Entity, code: Code) -> bool:
    periods = [_period(each, code) for each in (one, other)]
    if _precedes(*periods) or _precedes(*reversed(periods)):
        return False
    if code[1] == _FOLLOWS_BODY:
        return True
    own = [{each[2] for each in codes_of(entity) if each[1] == _FOLLOWS_BODY} for entity in (one, other)]
    return not own[0] or not own[1] or not own[0].isdisjoint(own[1])


def _period(entity: Entity, code: Code) -> tuple[Date | None, Date | None]:
    """Return the first and last day on which an entity has a code, as far as its file says."""
    claims = [each for each in entity.claims("identifiers") if (_scheme(each), str(each.value)) == code[1:]]
    starts = [each.start_date or _day(entity, "start_date") for each in claims]
    ends = [each.end_date or _day(entity, "end_date") for each in claims]
    known = [each for each in starts if each is not None] if None not in starts else []
    last = [each for each in ends if each is not None] if None not in ends else []
    return (
        min(known, key=lambda each: each.first, default=None),
        max(last, key=lambda each: each.last, default=None),
    )


def _day(entity: Entity, attribute: str) -> Date | None:
    days = [each.value for each in entity.claims(attribute) if isinstance(each.value, Date)]
    return days[-1] if days else None


def _precedes(one: tuple[Date | None, Date | None], other: tuple[Date | None, Date | None]) -> bool:
    """Whether one period may have ended before the other began; periods without dates overlap."""
    return one[1] is not None and other[0] is not None and one[1].first <= other[0].last


def _scheme(claim: Claim) -> str:
    return str(claim.details.get("scheme", "")).casefold()


def _choice(entity: Entity) -> tuple[bool, int, str]:
    """Return the sort key that chooses the id to keep."""
    codes = [code.casefold() for _, _, code in codes_of(entity)]
    return any(code and code in entity.id for code in codes), len(entity.id), entity.id


def ids_kept(groups: Iterable[Sequence[Entity]]) -> Mapping[str, str]:
    """Return the kept id for each other id."""
    return {each.id: group[0].id for group in groups for each in group[1:]}
