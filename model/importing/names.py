"""Finds the entity that a cell names, in the model and among additions; gives new entities stable ids."""

import re
from collections.abc import Collection

import attrs

from ..facts.graph import Graph
from ..format import KINDS
from ..format.ids import RESERVED, is_id
from ..format.text import fold

COURTESY = (
    *("dr", "cllr", "councillor", "mr", "mrs", "ms", "miss", "mx", "prof", "professor"),
    *("sir", "dame", "lord", "lady", "baroness", "rev"),
)
"""Words before the names of people only."""

_TITLES = re.compile(rf"(?:(?:{'|'.join(COURTESY)}|the|rt|hon) )+(?=\S)")
"""Words before a name that may change while the person stays the same."""

_LONGEST = 120
"""The largest length of an id made from a name."""


class AmbiguousError(ValueError):
    """A cell names several entities; the message lists their ids."""


@attrs.define(eq=False)
class Addition:
    """An entity that a sheet adds.

    Attributes:
        id: Its id.
        kind: Its kind.
        name: Its name.
        keys: Its further keys, each with its value as TOML, in the order of writing.
    """

    id: str
    kind: str
    name: str
    keys: dict[str, str] = attrs.field(factory=dict)


@attrs.define(eq=False)
class Names:
    """The entities of a model by all their names, and those that a sheet adds.

    Attributes:
        graph: The model.
        added: The additions of the sheet, by id.
    """

    graph: Graph
    added: dict[str, Addition] = attrs.field(factory=dict)
    _by_rank: tuple[dict[str, list[str]], ...] = attrs.field(init=False)

    @_by_rank.default
    def _index(self) -> tuple[dict[str, list[str]], ...]:
        """Return tables of codes, names, other names and former names, each with the entities that have it."""
        ranks: tuple[dict[str, list[str]], ...] = ({}, {}, {}, {})
        for entity_id, entity in self.graph.entities_by_id():
            if KINDS[entity.kind].record:
                continue
            for claim in entity.claims("identifiers"):
                _note(ranks[0], claim.value, entity_id)
            for alias in entity.texts("aliases"):
                _note(ranks[0], alias, entity_id)
            _note(ranks[1], self.graph.name(entity_id), entity_id)
            for claim in entity.claims("other_names"):
                _note(ranks[3 if claim.details.get("use") == "former" else 2], claim.value, entity_id)
            for claim in entity.claims("name"):
                _note(ranks[3], claim.value, entity_id)
        return ranks

    def __contains__(self, entity_id: str) -> bool:
        return entity_id in self.added or entity_id in self.graph

    def kind(self, entity_id: str) -> str:
        """Return the kind of an entity of the model or of the sheet."""
        new = self.added.get(entity_id)
        return self.graph.kind(entity_id) if new is None else new.kind

    def name(self, entity_id: str) -> str:
        """Return the name of an entity of the model or of the sheet."""
        new = self.added.get(entity_id)
        return self.graph.name(entity_id) if new is None else new.name

    def find(
        self,
        cell: str,
        kinds: tuple[str, ...] = (),
        inside: str = "",
        likely: str = "",
        near: Collection[str] = (),
    ) -> str | None:
        """Return the entity that a cell names by id, code or name; `None` for none.

        Args:
            cell: The cell.
            kinds: The possible kinds; empty for any.
            inside: For a post, the entity that it must be in if several or other entities have the name.
            likely: The kind that is meant if entities of several kinds have the name.
            near: The entities that are preferred to others of the same name.

        Raises:
            AmbiguousError: It names several.
        """
        if is_id(cell) and self._fits(cell, kinds) and (cell in self.graph or cell in self.added):
            return cell
        folded = fold(cell)
        plain = _TITLES.sub("", folded)
        for rank in self._by_rank:
            named = rank.get(folded) or rank.get(plain) or ()
            found = [each for each in named if self._fits(each, kinds)]
            if inside:
                found = [each for each in found if not self._homes(each) or inside in self._homes(each)]
                found = [each for each in found if inside in self._homes(each)] or found
            if len(found) > 1:
                found = [each for each in found if self.kind(each) == likely] or found
                found = [each for each in found if each in near] or found
            if len(found) == 1:
                return found[0]
            if found:
                listed = ", ".join(f"`{each}`" for each in sorted(found))
                raise AmbiguousError(f"`{cell}` names {len(found)} entities: write one of {listed}")
        return None

    def _fits(self, entity_id: str, kinds: tuple[str, ...]) -> bool:
        return not kinds or self.kind(entity_id) in kinds

    def _homes(self, entity_id: str) -> tuple[str, ...]:
        new = self.added.get(entity_id)
        if new is not None:
            return (new.keys.get("post_in", "").strip('"'),) if new.keys.get("post_in") else ()
        return tuple(each.object for each in self.graph.outgoing(entity_id, "post_in"))

    def add(self, kind: str, name: str, beside: str = "") -> Addition:
        """Add an entity, and return it; its id is made from its name, so that it is the same in another run.

        Args:
            kind: Its kind.
            name: Its name.
            beside: The id that distinguishes it from others of its name, such as that of a post's
                organisation.
        """
        folded = fold(name)
        plain = _TITLES.sub("", folded) if kind == "person" else folded
        base = "-".join(plain.split()) if plain.isascii() else re.sub("[^a-z0-9]+", "-", plain).strip("-")
        base = base if base.startswith(f"{beside}-") else "-".join(filter(None, (beside, base)))
        base = base[:_LONGEST].strip("-") or kind
        entity_id, number = base, 2
        while entity_id in self.graph or entity_id in self.added or entity_id in RESERVED:
            entity_id = f"{base}-{number}"
            number += 1
        new = self.added[entity_id] = Addition(entity_id, kind, name)
        _note(self._by_rank[1], name, entity_id)
        return new

    def keep(self, needed: Collection[str]) -> None:
        """Drop additions that are neither needed nor named by needed ones."""
        waiting, kept = list(needed), set[str]()
        while waiting:
            new = self.added.get(waiting.pop())
            if new is not None and new.id not in kept:
                kept.add(new.id)
                waiting.extend(value.strip('"') for value in new.keys.values())
        self.added = {key: each for key, each in self.added.items() if key in kept}


def _note(names: dict[str, list[str]], name: object, entity_id: str) -> None:
    """Note a name of an entity, also without words before it that may change."""
    if isinstance(name, str):
        folded = fold(name)
        for each in {folded, _TITLES.sub("", folded)}:
            bearers = names.setdefault(each, [])
            if entity_id not in bearers:
                bearers.append(entity_id)
