"""Hints about a relation that an author names as the screen reads it, or from its other end: `followed_by`."""

from collections.abc import Container

from ..format import RELATIONS
from ..format.ids import is_id
from ..format.other_words import FROM_THE_OTHER_END
from ..format.relation_kind import RelationKind

_OPENINGS = ("is_a_", "is_the_", "is_", "has_the_", "has_", "was_", "had_")
"""How the wording of a relation may begin; authors leave it out: `followed_by` for `is followed by`."""


def relation_hint(name: str, known: Container[str], kind: str, own_id: str, value: object) -> str:
    """Return which relation an unknown key means, and in which table to write it; empty if that is unclear.

    What has ended says nothing of what came after it: `followed_by = "raptor"` in the table of `merlin` is
    `succeeds = "merlin"` in that of `raptor`. The nearest key by its letters would say something else.

    Args:
        name: The key as written.
        known: The keys of the table.
        kind: The kind of entity of the table.
        own_id: Its id; empty if it has none.
        value: What is written as its value.
    """
    plain = name.casefold().replace("-", "_").replace(" ", "_")
    for each in RELATIONS.values():
        if each.name in known and plain in _keys_like(each.out):
            return f"write `{each.name}`"
    for each in RELATIONS.values():
        if _may_end_at(each, kind) and plain in {
            *_keys_like(each.back),
            *FROM_THE_OTHER_END.get(each.name, ()),
        }:
            return _at_the_other_end(each, known, own_id, value)
    return ""


def _keys_like(wording: str) -> set[str]:
    whole = wording.replace(" ", "_")
    return {whole, *(whole.removeprefix(opening) for opening in _OPENINGS)}


def _may_end_at(relation: RelationKind, kind: str) -> bool:
    return not relation.objects or kind in relation.objects


def _at_the_other_end(relation: RelationKind, known: Container[str], own_id: str, value: object) -> str:
    if relation.inverse in known:
        return f"write `{relation.inverse}`"
    written = f'{relation.name} = "{own_id}"' if own_id else relation.name
    other = "of the other one"
    if isinstance(value, list):
        other = "of each of them"
    elif isinstance(value, str) and is_id(value) and value != own_id:
        other = f"of `{value}`"
    return f"write `{written}` in the table {other}"
