"""Makes `responsible_for` relations for the functions that relations name in their details.

A delegation of a function thus also says who is responsible for it, and need not be written a second time.
The definition of a key says whether it names a function, which end of the relation is responsible and in what
role. A relation written both ways is one relation with the evidence of both.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ..format import NONE, NOT_STATED, RELATIONS
from ..format.keys import Key
from ..format.modes import Mode, mode_of
from ..format.records import Entity, Relation

_FUNCTION = "function"
IN_HAND = "responsible_for"
"""The kind of the relation from who is responsible for a function to the function."""


_Named = tuple[tuple[str, ...], Key]
"""The names of the nested keys that lead to the id of a function, and the last of these keys."""


def naming(parts: Iterable[Key], above: tuple[str, ...] = ()) -> Iterator[_Named]:
    for key in parts:
        path = (*above, key.name)
        if key.type.startswith("reference") and _FUNCTION in key.kinds:
            yield path, key
        yield from naming(key.parts, path)


NAMING: Mapping[str, tuple[_Named, ...]] = {
    name: named for name, kind in RELATIONS.items() if (named := tuple(naming(kind.parts)))
}
"""The details that name a function, by kind of relation."""


def mode_in(relation: Relation) -> Mode:
    """Return the role in which a relation makes its subject responsible for a function; to provide one is to deliver it."""
    return mode_of(relation.details.get("mode") if relation.kind == IN_HAND else "delivers")


def with_functions(entities: Mapping[str, Entity], relations: Iterable[Relation]) -> list[Relation]:
    """Return relations, followed by a `responsible_for` relation for each function that one of them names.

    Applied to its own result, as for a model from the cache, it changes nothing.
    """
    found = list(relations)
    derived = [
        each for one in found if one.details and one.kind in NAMING for each in _derived(one, entities)
    ]
    if not derived:
        return found
    places: dict[_Alike, list[int]] = {}
    for number, each in enumerate(found):
        if each.kind == IN_HAND:
            places.setdefault(_alike(each), []).append(number)
    taken: set[int] = set()
    apart: list[Relation] = []
    for (
        each
    ) in derived:  # those of the same dates first, so that an ended relation does not replace a present one
        known = places.get(_alike(each), ())
        same = next((number for number in known if _dates(found[number]) == _dates(each)), None)
        if same is None:
            apart.append(each)
        else:
            found[same] = _merged(found[same], each)
            taken.add(same)
    for each in sorted(apart, key=_last_first, reverse=True):
        known = places.setdefault(_alike(each), [])
        same = next((one for one in known if _is_same(found[one], each, known=one in taken)), None)
        if same is None:
            known.append(same := len(found))
            found.append(each)
        else:
            found[same] = _merged(found[same], each)
        taken.add(same)
    return found


def _derived(relation: Relation, entities: Mapping[str, Entity]) -> Iterator[Relation]:
    for holder, function, mode in functions_named(relation):
        if function in entities and holder != NONE:
            details = MappingProxyType({"mode": mode})
            yield relation.but(kind=IN_HAND, subject=holder, object=function, details=details)


def functions_named(relation: Relation) -> Iterator[tuple[str, str, str]]:
    """Yield each function that a relation names in its details: the id of the holder, of the function, and the role."""
    for path, key in NAMING.get(relation.kind, ()):
        end, mode = key.in_hands
        for function in _values(relation.details, path):
            yield relation.object if end == "object" else relation.subject, function, mode


def _values(details: Mapping[str, object], path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids under nested keys; empty where one of the keys is missing."""
    value: object = details
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


_Alike = tuple[str, str, object]
"""The holder, the function and the role of a relation; two relations that share them may be the same."""


def _alike(relation: Relation) -> _Alike:
    return relation.subject, relation.object, relation.details.get("mode", NOT_STATED)


def _dates(relation: Relation) -> tuple[object, ...]:
    return relation.start_date, relation.end_date, relation.expected_date


def _last_first(relation: Relation) -> tuple[bool, str]:
    """Return the sort key of a relation by its end; one that has not ended is the last."""
    return relation.end_date is None, "" if relation.end_date is None else relation.end_date.text


def _is_same(written: Relation, derived: Relation, *, known: bool) -> bool:
    """Whether two relations are the same: they have equal dates, or one has none and both have the same evidence.

    Args:
        written: A relation as written in the model.
        derived: The relation that a delegation or accountability gives.
        known: Whether the written one is already matched by another derived one.
    """
    if _dates(written) == _dates(derived):
        return True
    undated = not any(_dates(written)) or not any(_dates(derived))
    return not known and undated and written.evidence.citations == derived.evidence.citations


def _merged(written: Relation, derived: Relation) -> Relation:
    """Return the written relation with the evidence of both, and with the dates of the one that has dates."""
    one, other = written.evidence, derived.evidence
    evidence = one.but(
        basis=other.basis if one.inferred else one.basis,
        citations=tuple(dict.fromkeys((*one.citations, *other.citations))),
        note=one.note or other.note,
    )
    dated = written if any(_dates(written)) else derived
    return written.but(
        evidence=one if evidence == one else evidence,
        start_date=dated.start_date,
        end_date=dated.end_date,
        expected_date=dated.expected_date,
    )
