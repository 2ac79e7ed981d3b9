"""Lay out joined parts as a compiled model that contains the parts."""

import marshal
from collections.abc import Iterator
from itertools import accumulate, chain, compress, repeat
from typing import Any

from ...facts.columns import own_features, relation_features
from ...facts.graph import lasting_name
from ...facts.statements import named_in_details
from ..compiled.making import Bytes
from .joining import Joined
from .kept_parts import Kept, Where
from .plain import Plain
from .sections import Compiled, Laid, parts_of


class Layout:
    """Lays out joined parts."""

    def __init__(self, joined: Joined) -> None:
        self._joined = joined
        places = list(joined.places())
        changed = {each: one for each, one in joined.changed.items() if one is not None}
        self._relations = [*map(changed.get, places), *joined.added]
        self._places = places
        self._ids, self._numbers = joined.ids, joined.numbers
        self._subjects = list(map(joined.subjects.__getitem__, places))
        self._objects = list(map(joined.objects.__getitem__, places))
        for each in joined.added:
            self._subjects.append(self._number(each.subject))
            self._objects.append(self._number(each.object))
        for at, relation in enumerate(self._relations[: len(places)] if changed else ()):
            if relation is not None:
                self._subjects[at] = self._number(relation.subject)
                self._objects[at] = self._number(relation.object)
        self._order_words()
        self._bases = list(accumulate((len(each.evidence) for each in joined.parts), initial=0))
        self._own = Plain(self._bases.pop())
        self._rows: list[Bytes] = []
        self._names: list[str] = []
        self._features: list[int] = []
        self._by_subject: list[Bytes] = [b""] * len(self._ids)
        self._wheres: list[Where] = []

    def _number(self, name: str) -> int:
        """Return the number of an id or a word; one that was in no part gets a new number."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self._ids)
            self._ids.append(name)
        return number

    def _order_words(self) -> None:
        """Number the words that stand in place of ids in the order of a model that was just read."""
        size = self._joined.size
        ends = zip(self._subjects, self._objects, strict=True)
        places = [at for at, (one, other) in enumerate(ends) if one >= size or other >= size]
        concerned = {self._subjects[at] for at in places}
        order_of = (each for each in dict.fromkeys(self._subjects if places else ()) if each in concerned)
        rank = {each: at for at, each in enumerate(order_of)}
        having = [(rank[self._subjects[at]], at) for at in places]
        order: dict[int, int] = {}
        for _, at in sorted(having):
            for each in (self._subjects[at], self._objects[at]):
                if each >= size:
                    order.setdefault(each, size + len(order))
        self._ids = [*self._ids[:size], *(self._ids[each] for each in order)]
        self._numbers = dict(zip(self._ids, range(len(self._ids)), strict=True))
        for _, at in having:
            self._subjects[at] = order.get(self._subjects[at], self._subjects[at])
            self._objects[at] = order.get(self._objects[at], self._objects[at])

    def compiled(self) -> Compiled:
        """Return the compiled model, with the places by which its parts can be joined again."""
        otherwise = self._lay_groups()
        self._lay_relations(otherwise)
        joined = self._joined
        self._lay_entities()
        evidence = chain.from_iterable(each.evidence for each in joined.parts)
        file_of = chain.from_iterable(
            repeat(number, len(part.keys.ids) - len(where.gone))
            for number, (part, where) in enumerate(zip(joined.parts, self._wheres, strict=True))
        )
        laid = Laid(
            self._ids,
            joined.kinds,
            self._names,
            self._features,
            [each.name for each in joined.parts],
            file_of,
            self._bases,
            self._rows,
            self._subjects,
            self._objects,
            self._kinds(),
            self._relation_features(),
            self._by_subject,
            list(self._naming()),
            [*evidence, *self._evidence_apart()],
        )
        compiled = laid.compiled()
        entities = [self._numbers[each] for each in joined.merged.entities]
        kept = Kept(self._wheres, entities, sorted(otherwise))
        compiled.sections.update(parts_of("parts", (*(each.packed for each in joined.parts), kept.packed())))
        return compiled

    def _kinds(self) -> list[str]:
        """Return the kind of each relation."""
        names, kinds = list(self._joined.kind_names), self._joined.relation_kinds
        of_parts = (names[kinds[place]] for place in self._places)
        return [*of_parts, *(each.kind for each in self._joined.added)]

    def _relation_features(self) -> Iterator[int]:
        """Yield the features that each relation gives its ends."""
        found = self._joined.relation_features
        for at, relation in enumerate(self._relations):
            yield found[self._places[at]] if relation is None else relation_features(relation)

    def _evidence_apart(self) -> list[Bytes]:
        """Return the evidence that only joined records have, then the evidence that joining changed, as its part has it."""
        found: list[Bytes] = list(map(marshal.dumps, self._own.evidence()))
        first = sum(len(part.evidence) for part in self._joined.parts)
        for number, before in self._joined.merged.evidence.items():
            apart = {each: first + len(found) + at for at, each in enumerate(before)}
            self._wheres[number] = self._wheres[number]._replace(evidence_apart=apart)
            found += before.values()
        return found

    def _otherwise(self) -> set[int]:
        """Return the subjects with relations that differ from those of the one part in which they are an entity."""
        joined, numbers = self._joined, self._numbers
        found = {numbers[each] for each in joined.merged.ids.values()}
        found.update(self._subjects[len(self._places) :])
        for place, relation in joined.changed.items():
            before = joined.ids[joined.subjects[place]]
            found.update(
                numbers[each]
                for each in (before, before if relation is None else relation.subject)
                if each in numbers
            )
        return found

    def _lay_groups(self) -> set[int]:
        """Lay out relations as their parts have them; return the subjects with relations that differ."""
        joined, numbers = self._joined, self._numbers
        otherwise = self._otherwise()
        named: list[list[int]] = []
        for part in joined.parts:
            names, size = part.names, len(part.keys.ids)
            # Nothing is known of -1: a word of which nothing is said any more, or an id that is not kept.
            named.append([numbers.get(names[each], -1) for each in part.keys.of_subjects])
            otherwise.update(
                number
                for each, number in zip(part.keys.of_subjects, named[-1], strict=True)
                if each >= size and number >= 0
            )
        sparse: list[Bytes] = []
        for part, subjects, base in zip(joined.parts, named, self._bases, strict=True):
            apart: dict[int, int] = {}
            for group, number in enumerate(subjects):
                if number < 0 or number in otherwise or number >= joined.size:
                    apart[group] = len(self._by_subject) + len(sparse)
                    sparse.append(part.groups[group])
                else:
                    self._by_subject[number] = part.groups[group]
            self._wheres.append(Where(0, (), {}, apart, base, len(part.evidence), {}))
        self._by_subject += sparse
        return otherwise

    def _lay_relations(self, otherwise: set[int]) -> None:
        """Lay out the relations of some subjects again, as the joining changed them."""
        joined, own = self._joined, self._own
        rows: dict[int, list[Any]] = {each: [] for each in otherwise}
        places = (
            [at for at, subject in enumerate(self._subjects) if subject in otherwise] if otherwise else ()
        )
        for at in places:
            subject, relation = self._subjects[at], self._relations[at]
            base = self._base(subject)
            if relation is not None:
                rows[subject].append(own.relation(relation, base))
                continue
            part, number = joined.part_of(self._places[at])
            kind, target, evidence, dates, details = joined.parts[part].plain(number)
            rows[subject].append((kind, target, evidence + self._bases[part] - base, dates, details))
        for subject, of_subject in rows.items():
            self._by_subject[subject] = marshal.dumps(of_subject) if of_subject else b""

    def _base(self, number: int) -> int:
        """Return the number from which the evidence of an id is numbered."""
        if number >= self._joined.size:
            return 0
        return self._bases[self._joined.written[self._ids[number]][0]]

    def _lay_entities(self) -> None:
        merged = self._joined.merged
        otherwise: dict[int, dict[int, str]] = {}
        for each in (*merged.entities, *merged.ids):
            number, place = self._joined.written[each]
            otherwise.setdefault(number, {})[place] = each
        sparse: list[Bytes] = []
        size = self._joined.size
        for number, part in enumerate(self._joined.parts):
            special = otherwise.get(number, {})
            gone = sorted(each for each, entity_id in special.items() if entity_id in merged.ids)
            rows, names, features = list(part.rows), list(part.keys.called), list(part.keys.features)
            apart: dict[int, int] = {}
            for own, entity_id in special.items():
                apart[own] = size + len(sparse)
                sparse.append(rows[own])
                if entity_id in merged.entities:
                    base = self._bases[number]
                    entity = merged.entities[entity_id]
                    rows[own] = marshal.dumps(self._own.entity(entity, base))
                    names[own], features[own] = lasting_name(entity) or "", own_features(entity)
            first = len(self._rows)
            self._wheres[number] = self._wheres[number]._replace(first=first, gone=gone, rows=apart)
            left_out = set(gone)
            stays = [each not in left_out for each in range(len(rows))]
            self._rows += compress(rows, stays)
            self._names += compress(names, stays)
            self._features += compress(features, stays)
        self._rows += sparse

    def _naming(self) -> Iterator[tuple[int, int]]:
        """Yield each id that details name, with the number of the relation that names it."""
        joined, numbers = self._joined, self._numbers
        at_place = {place: at for at, place in enumerate(self._places)} if joined.changed else None
        for part, start in zip(joined.parts, joined.starts, strict=True):
            for text, relations in part.keys.named.items():
                target = numbers.get(text)
                if target is None:
                    continue
                for each in memoryview(relations).cast("B").cast("I"):
                    place = start + each
                    if at_place is None:
                        yield target, place
                    elif place not in joined.changed:
                        yield target, at_place[place]
        for at, relation in enumerate(self._relations):
            for named in named_in_details(relation) if relation is not None else ():
                if named in numbers:
                    yield numbers[named], at
