"""Popolo export: the whole model as persons, organizations, memberships, posts, areas and events.

Only keys of the specification are used. `docs/exports.md` lists what has no key: an organization has one
parent, a membership is on behalf of one organization, an inexact date is left out, and the note of a source
says whether a statement is inferred.
"""

from collections.abc import Collection, Iterator, Mapping

import attrs

from ..facts.ends import is_over
from ..facts.graph import Graph
from ..facts.holding import ENDED, PLANNED, state_between, state_of
from ..facts.relation_disputes import disputed_words
from ..facts.times import end_of, start_of
from ..format import RELATIONS
from ..format.dates import Date, exact, period
from ..format.groups import ORGANIZATIONS
from ..format.keys import NOBODY
from ..format.records import Citation, Claim, Evidence, Relation
from ..format.tenses import past
from ..structure.membership import role_words
from .identifiers import BASE, Identifiers, system_of
from .planned import entity_state, entity_words, relation_words

Record = dict[str, object]

_MEMBERSHIPS = {name: kind.seat for name, kind in RELATIONS.items() if any(kind.seat)}
"""The relations that are memberships in Popolo, with the words for an unknown subject and an unknown object."""


def popolo(graph: Graph, base: str = BASE) -> Mapping[str, Iterator[Record]]:
    """Return the records of a model by collection, as iterators, in the order of the model.

    Args:
        graph: The model; names and single values are those at its date.
        base: The beginning of every identifier.
    """
    return _Export(graph, Identifiers(base)).collections()


@attrs.frozen(eq=False)
class _Export:
    """The state of one export.

    Attributes:
        graph: The model.
        identifiers: Makes the identifiers.
    """

    graph: Graph
    identifiers: Identifiers

    def collections(self) -> dict[str, Iterator[Record]]:
        return {
            "persons": map(self._person, self._of({"person"})),
            "organizations": map(self._organization, self._of(ORGANIZATIONS)),
            "memberships": self._memberships(),
            "posts": map(self._post, self._of({"post"})),
            "areas": map(self._area, self._of({"area"})),
            "events": map(self._event, self._of({"event"})),
        }

    def _of(self, kinds: Collection[str]) -> Iterator[str]:
        return (each.id for each in self.graph.entities_of_kind(*kinds))

    def _id(self, entity_id: str | None) -> str | None:
        return None if entity_id is None else self.identifiers.of(entity_id)

    def _person(self, entity_id: str) -> Record:
        return {
            "id": self._id(entity_id),
            "name": self.graph.name(entity_id),
            "other_names": self._other_names(entity_id),
            "identifiers": self._identifiers(entity_id),
            "summary": self.graph.value(entity_id, "summary"),
            "sources": self._sources(self.graph.entity(entity_id).evidence),
        }

    def _organization(self, entity_id: str) -> Record:
        return {
            "id": self._id(entity_id),
            "name": self.graph.name(entity_id),
            "other_names": self._other_names(entity_id),
            "identifiers": self._identifiers(entity_id),
            "classification": self._classification(entity_id),
            "parent_id": self._id(self._first(entity_id, "part_of", ORGANIZATIONS)),
            "area_id": self._id(self._first(entity_id, "covers", {"area"})),
            "abstract": self.graph.value(entity_id, "summary"),
            "description": "; ".join(filter(None, self._sentences(entity_id))) or None,
            "founding_date": exact(start_of(self.graph, entity_id)),
            "dissolution_date": exact(end_of(self.graph, entity_id)),
            "sources": self._sources(self.graph.entity(entity_id).evidence),
        }

    def _sentences(self, entity_id: str) -> Iterator[str]:
        """Yield facts of an organization that no key has.

        These are a plan, an end on no exact day, the days of its codes, and a parent or area that is our
        reading or a former one.
        """
        graph = self.graph
        yield entity_words(graph, entity_id)
        if entity_state(graph, entity_id) == ENDED and exact(end_of(graph, entity_id)) is None:
            yield graph.standing(entity_id).words()
        for claim in graph.entity(entity_id).claims("identifiers"):
            days = period(claim.start_date, claim.end_date)
            if days:
                yield f"{claim.details.get('scheme', '')} code {claim.value} {days}".lstrip()
        for kind, of in (("part_of", ORGANIZATIONS), ("covers", {"area"})):
            other = self._first(entity_id, kind, of)
            every = [
                each for each in graph.every_relation(entity_id, kind, "out") if graph.kind(each.object) in of
            ]
            for each in every if other is None else ():
                day = each.end_date.after("until") if each.end_date is not None else ""
                yield f"{past(RELATIONS[kind].out)} {graph.name(each.object)} {day}".rstrip()
            ties = [each for each in every if each.object == other]
            if ties and all(each.evidence.inferred for each in ties):
                yield f"that it {RELATIONS[kind].out} {graph.name(ties[0].object)} is inferred"

    def _post(self, entity_id: str) -> Record:
        return {
            "id": self._id(entity_id),
            "label": self._label_of_post(entity_id),
            "other_label": [record["name"] for record in self._other_names(entity_id)],
            "role": self.graph.value(entity_id, "classification"),
            "organization_id": self._id(self._first(entity_id, "post_in", ORGANIZATIONS)),
            "start_date": exact(start_of(self.graph, entity_id)),
            "end_date": exact(end_of(self.graph, entity_id)),
            "sources": self._sources(self.graph.entity(entity_id).evidence),
        }

    def _area(self, entity_id: str) -> Record:
        return {
            "id": self._id(entity_id),
            "name": self.graph.name(entity_id),
            "identifier": self.graph.value(entity_id, "identifiers"),
            "classification": self.graph.value(entity_id, "classification"),
            "parent_id": self._id(self._first(entity_id, "part_of", {"area"})),
            "sources": self._sources(self.graph.entity(entity_id).evidence),
        }

    def _event(self, entity_id: str) -> Record:
        day = self.graph.value(entity_id, "date")
        attended = self.graph.every_relation(entity_id, "took_part_in", "in")
        people = [each.subject for each in attended if self.graph.kind(each.subject) == "person"]
        return {
            "id": self._id(entity_id),
            "name": self.graph.name(entity_id),
            "description": self.graph.value(entity_id, "summary"),
            "start_date": exact(day if isinstance(day, Date) else None),
            "status": entity_words(self.graph, entity_id) or self.graph.value(entity_id, "status"),
            "classification": self.graph.value(entity_id, "classification"),
            "identifiers": self._identifiers(entity_id),
            "parent_id": self._id(self._first(entity_id, "part_of", {"event"})),
            "attendees": [{"id": self._id(each), "name": self.graph.name(each)} for each in people],
            "sources": self._sources(self.graph.entity(entity_id).evidence),
        }

    def _memberships(self) -> Iterator[Record]:
        for entity_id in self.graph:
            for relation, identifier in self.identifiers.of_relations(self.graph, entity_id):
                if relation.kind not in _MEMBERSHIPS:
                    continue
                wholes = (
                    self._organizations_of(relation.object) if relation.kind == "holds" else [relation.object]
                )
                for number, whole in enumerate(wholes or [None]):
                    place = f"{identifier}/{whole}" if number else identifier
                    yield {"id": place, **self._membership(relation, whole)}

    def _membership(self, relation: Relation, whole: str | None) -> Record:
        """Return a membership; `member` names a member that is an organization, and `label` mentions an unknown end."""
        post = relation.object if relation.kind == "holds" else relation.subject
        subject, kind = relation.subject, self.graph.kind(relation.subject)
        behalf = relation.details.get("on_behalf_of") or ()
        whom = behalf if isinstance(behalf, tuple) else (str(behalf),)
        sole = whom[0] if len(whom) == 1 and self.graph.kind(whom[0]) in ORGANIZATIONS else None
        organizations = kind in ORGANIZATIONS
        return {
            "label": self._label(relation, () if sole else whom),
            "role": role_words(relation) or None,
            "member": {"id": self._id(subject), "name": self.graph.name(subject)} if organizations else None,
            "person_id": self._id(subject) if kind == "person" else None,
            "organization_id": self._id(whole) if self.graph.kind(whole or "") in ORGANIZATIONS else None,
            "post_id": self._id(post) if self.graph.kind(post) == "post" else None,
            "on_behalf_of_id": self._id(sole),
            "start_date": exact(relation.start_date),
            "end_date": exact(relation.end_date),
            "sources": self._sources(relation.evidence),
        }

    def _label_of_post(self, entity_id: str) -> str:
        name, (_, *further) = self.graph.name(entity_id), self._organizations_of(entity_id) or [""]
        also = f"also a post in {' and '.join(map(self.graph.name, further))}" if further else ""
        words = "; ".join(filter(None, (entity_words(self.graph, entity_id), also)))
        return f"{name} ({words})" if words else name

    def _label(self, relation: Relation, whom: tuple[str, ...]) -> str | None:
        """Return what a membership has no key for: planned, disputed or over, an unknown end, several represented."""
        graph = self.graph
        state, day = state_between(graph, relation)
        over = ""
        if state == ENDED and exact(relation.end_date) is None:
            over = "ended" if day is None else day.after("until")
        said = (
            relation_words(graph, relation),
            over,
            disputed_words(graph, relation),
            self._end_words(relation, whom),
        )
        return "; ".join(filter(None, said)) or None

    def _end_words(self, relation: Relation, whom: tuple[str, ...]) -> str | None:
        subject, whole = _MEMBERSHIPS[relation.kind]
        if relation.subject not in self.graph:
            return f"{subject}: {relation.subject}"
        if relation.object not in self.graph:
            return f"{whole}: {relation.object}"
        if whom:
            return f"on behalf of {' and '.join(map(self.graph.name, whom))}"
        named = relation.details.get("as_named")
        return None if named is None else str(named)

    def _first(self, entity_id: str, kind: str, of: Collection[str]) -> str | None:
        """Return the one object of a relation kind that Popolo allows: preferably a present and a stated one; else `None`.

        A former object is never returned, since no key could say so; it is described in words instead.
        """
        found = self.graph.every_relation(entity_id, kind, "out")
        over = {each.object for each in found if state_of(self.graph, each)[0] == ENDED}
        over -= {each.object for each in found if state_of(self.graph, each)[0] != ENDED}
        return next((each for each in self._objects(entity_id, kind, of) if each not in over), None)

    def _organizations_of(self, post: str) -> list[str]:
        """Return the organizations of a post: the first is the post's own, and its holder has a membership in each."""
        return self._objects(post, "post_in", ORGANIZATIONS)

    def _objects(self, entity_id: str, kind: str, of: Collection[str]) -> list[str]:
        """Return the objects of a relation kind at the date, else at any time; stated ones first."""
        graph = self.graph
        found = [
            each for each in graph.every_relation(entity_id, kind, "out") if graph.kind(each.object) in of
        ]
        holding = [each for each in graph.relations(entity_id, kind, "out") if each in found] or found
        return list(
            dict.fromkeys(each.object for each in sorted(holding, key=lambda one: one.evidence.inferred))
        )

    def _classification(self, entity_id: str) -> str:
        """Return the kind and classification of an entity, preceded by words for one that is only planned or proposed."""
        kind, own = self.graph.kind(entity_id), self.graph.text(entity_id, "classification")
        coming, _, _ = entity_words(self.graph, entity_id).partition(":")
        if coming and entity_state(self.graph, entity_id) == PLANNED:
            kind = f"{'planned' if coming != 'proposed' else coming} {kind}"
        return f"{kind}: {own}" if own else kind

    def _other_names(self, entity_id: str) -> list[Record]:
        entity, name = self.graph.entity(entity_id), self.graph.name(entity_id)
        claims = [
            *(each for each in entity.claims("name") if each.value != name),
            *entity.claims("other_names"),
        ]
        return [self._other_name(claim) for claim in claims]

    def _other_name(self, claim: Claim) -> Record:
        over = claim.attribute == "name" and is_over(self.graph, claim.end_date, self.graph.at)
        return {
            "name": str(claim.value),
            "start_date": exact(claim.start_date),
            "end_date": exact(claim.end_date),
            "note": "former" if over else claim.details.get("use"),
        }

    def _identifiers(self, entity_id: str) -> list[Record]:
        claims = self.graph.entity(entity_id).claims("identifiers")
        return [
            {"identifier": str(each.value), "scheme": system_of(each.details.get("scheme"))}
            for each in claims
        ]

    def _sources(self, evidence: Evidence) -> list[Record]:
        return [
            {"url": self._address(each), "note": f"{evidence.basis}: {self._place(each)}"}
            for each in evidence.citations
        ]

    def _address(self, citation: Citation) -> str:
        """Return the address of a document; where it has none, the identifier of the cited place in it."""
        address = self.graph.value(citation.source, "url") if citation.source in self.graph else None
        return str(address) if address and address not in NOBODY else self.identifiers.of_citation(citation)

    def _place(self, citation: Citation) -> str:
        """Return the name of a document and the cited place in it."""
        source = self.graph.find(citation.source)
        locators = source.plain("locators") if source is not None else None
        words = locators.get(citation.locator) if isinstance(locators, Mapping) else None
        return ", ".join(filter(None, (self.graph.name(citation.source), str(words or citation.locator))))
