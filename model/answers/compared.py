"""Find the facts that `tiers compare` puts side by side: what `show` says of each entity, without its listed members.

Relations of two different entities are compared by names, roles and days, because each has relations of its
own.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import attrs

from ..facts.claims import over_before, planned_for
from ..facts.disputes import undecided
from ..facts.ends import has_passed
from ..facts.evidence import evidence_span
from ..facts.graph import Graph
from ..facts.holding import ENDED, NOT_YET, PLANNED, state_between, state_of, with_role
from ..facts.relation_disputes import is_set_aside
from ..facts.standing import DOCUMENTED
from ..facts.tense import in_tense
from ..facts.times import recorded_day
from ..facts.vacant import stated_word
from ..format import OPEN, RELATIONS, every_key, in_detail
from ..format.dates import Date
from ..format.details import TERM_ENDS
from ..format.keys import LINE, SECTION
from ..format.records import Claim, Relation, Value
from ..format.text import fold
from ..structure.limits import delegated_words, limit_between
from ..structure.membership import MEMBERSHIP, names_nobody, reading, seat_words
from ..structure.order import by_sibling
from ..structure.placing import tier_of
from ..structure.seats import seats_through

_FACTS = tuple(name for name, key in every_key().items() if key.compared)
_RELATIONS = {name: kind.out for name, kind in RELATIONS.items() if kind.compared}
_LISTING = frozenset(
    name for name, kind in RELATIONS.items() if name == MEMBERSHIP or kind.places is not None
)
"""The relations by which a section lists its entities."""
_SUMMARY = "summary"
_SIDE_BY_SIDE = frozenset(("other_names", "identifiers"))
_DAYS = frozenset(("start_date", "end_date", "expected_date"))
_QUESTIONS = "questions and gaps"


class Tie(NamedTuple):
    """A relation as seen from one of its ends.

    Attributes:
        id: The id of the other end, or the word that stands in place of an id.
        relation: The relation.
    """

    id: str
    relation: Relation


Compared = Value | Sequence[Tie | Claim]
"""What is said of an entity about an attribute: a value, or several relations and statements."""


@attrs.frozen(repr=False)
class Fact:
    """One attribute of both entities.

    Attributes:
        label: The attribute in words, as the detail labels it.
        one: The value of the first entity; `None` if none is recorded.
        other: The value of the second entity; `None` if none is recorded.
        inferred: Whether the value of the first entity, and that of the second, is our reading.
        undecided: Whether documents disagree about each of the two values, and no side is followed.
        keys: The keys by which relations and claims are compared; `None` where their values are.
        attribute: The attribute as it is named in JSON, where that is not its label.
    """

    label: str
    one: Compared
    other: Compared
    inferred: tuple[bool, bool] = (False, False)
    undecided: tuple[bool, bool] = (False, False)
    keys: tuple[object, object] | None = attrs.field(default=None, eq=False)
    attribute: str = attrs.field(default=attrs.Factory(lambda fact: fact.label, takes_self=True), eq=False)

    @property
    def alike(self) -> bool:
        """Whether the same is said of both entities, or nothing of either."""
        same = self.one == self.other if self.keys is None else self.keys[0] == self.keys[1]
        return same and not any(self.undecided)

    @property
    def same(self) -> bool:
        """Whether both values are equal; two values that are not stated or undecided do not count as equal."""
        silent = self.one is None or (isinstance(self.one, str) and self.one in OPEN)
        return self.alike and not silent


def facts(
    one: Graph, one_id: str, other: Graph, other_id: str, listed: tuple[Collection[str], Collection[str]]
) -> Iterator[Fact]:
    """Yield the tier, the documents, the attributes and relations, and the seats without a name.

    Args:
        one: The model at the date of the first entity.
        one_id: The id of the first entity.
        other: The model at the date of the second entity.
        other_id: The id of the second entity.
        listed: The entities of the first, and of the second, that a section lists; their relations are left
            out here.
    """
    yield Fact("tier", tier_of(one, one_id), tier_of(other, other_id))
    states = _state(one, one_id), _state(other, other_id)
    if states != (DOCUMENTED, DOCUMENTED):
        yield Fact("documented state", *states)
    documented = _last_documented(one, one_id), _last_documented(other, other_id)
    if documented != (None, None):
        yield Fact("last documented", *documented)
    for attribute in _FACTS:
        yield from _value(one, one_id, other, other_id, attribute)
    for kind, said in _RELATIONS.items():
        yield Fact(
            said,
            _names(one, one_id, kind),
            _names(other, other_id, kind),
            inferred=(_is_all_read(one, one_id, kind), _is_all_read(other, other_id, kind)),
            undecided=(bool(undecided(one, one_id, kind)), bool(undecided(other, other_id, kind))),
        )
    unnamed = _unnamed(one, one_id), _unnamed(other, other_id)
    if any(unnamed):
        mine, theirs = ("; ".join(each) or None for each in unnamed)
        yield Fact("seats that name nobody", mine, theirs)
    keys = {
        each.name: each
        for graph, end in ((one, one_id), (other, other_id))
        for each in in_detail(graph.kind(end))
    }
    for key in keys.values():
        if key.name not in _FACTS and (key.detail == LINE or key.name == _SUMMARY):
            yield from _value(one, one_id, other, other_id, key.name)
    values = _side_by_side(one, one_id, listed[0]), _side_by_side(other, other_id, listed[1])
    for label in dict.fromkeys((*values[0], *values[1])):
        here, there = (each.get(label, ()) for each in values)
        yield Fact(
            label,
            here or None,
            there or None,
            keys=([_key(one, each) for each in here], [_key(other, each) for each in there]),
        )


def term_key(graph: Graph, relation: Relation) -> object:
    """Return what distinguishes relations with the same ends: details, days, state, a term that ran out, if it is followed."""
    term, planned = relation.details.get(TERM_ENDS.name), planned_for(graph, relation)
    return (
        sorted((name, str(value)) for name, value in relation.details.items()),
        [str(each or "") for each in (relation.start_date, relation.end_date, relation.expected_date)],
        isinstance(term, Date) and has_passed(graph, term, graph.at),
        planned is not None and (graph.at is None or planned.first <= graph.at.last),
        state_between(graph, relation)[0],
        is_set_aside(graph, relation),
    )


def _state(graph: Graph, entity_id: str) -> str:
    standing = graph.standing(entity_id)
    return standing.state if standing.state == DOCUMENTED else standing.words()


def _last_documented(graph: Graph, entity_id: str) -> Date | None:
    """Return the day of the last document that mentions an entity by the date; if all are later, of the first."""
    days = evidence_span(graph, entity_id).days
    known = [each for each in days if graph.at is None or each.first <= graph.at.last]
    return max(known, key=lambda each: (each.last, each.first), default=None)


def _value(one: Graph, one_id: str, other: Graph, other_id: str, attribute: str) -> Iterator[Fact]:
    """Yield an attribute that has one value, if one of the two entities has it."""
    values = _one_value(one, one_id, attribute), _one_value(other, other_id, attribute)
    if values == (None, None):
        return
    claims = one.claim(one_id, attribute), other.claim(other_id, attribute)
    yield Fact(
        every_key()[attribute].label.lower(),
        *values,
        inferred=(_is_read(claims[0]), _is_read(claims[1])),
        undecided=(bool(undecided(one, one_id, attribute)), bool(undecided(other, other_id, attribute))),
        attribute=attribute.replace("_", " "),
    )


def _one_value(graph: Graph, entity_id: str, attribute: str) -> Value:
    return (
        recorded_day(graph, entity_id, attribute, graph.at) if attribute in _DAYS else None
    ) or graph.value(entity_id, attribute)


def _side_by_side(
    graph: Graph, entity_id: str, listed: Collection[str]
) -> Mapping[str, Sequence[Tie | Claim]]:
    """Return by label the attributes with several values: names, codes, statements, present and past relations."""
    found: dict[str, list[Tie | Claim]] = {}
    for key in in_detail(graph.kind(entity_id)):
        if key.detail != SECTION and key.name not in _SIDE_BY_SIDE:
            continue
        for claim in graph.entity(entity_id).claims(key.name):
            if graph.was_documented(claim.evidence) or over_before(graph, claim):
                found.setdefault(_label(claim, key.label), []).append(claim)
    for label, tie in sorted(_ties(graph, entity_id, listed), key=partial(_place, graph)):
        found.setdefault(label, []).append(tie)
    return found


def _place(graph: Graph, labelled: tuple[str, Tie]) -> tuple[str, ...]:
    """Return by what relations are ordered: what they say, and where two say the same, their ends."""
    label, tie = labelled
    relation = tie.relation
    return str(_key(graph, tie)), label, relation.kind, relation.subject, relation.object


def _label(claim: Claim, label: str) -> str:
    """Return the label of one of several statements: `former name`, `ODS code`, or the name of its attribute."""
    if claim.attribute == "other_names":
        use = str(claim.details.get("use", "other"))
        return use if use == "acronym" else f"{use} name"
    return (
        f"{claim.details.get('scheme', '')} code".lstrip()
        if claim.attribute == "identifiers"
        else label.lower()
    )


def _ties(graph: Graph, entity_id: str, listed: Collection[str]) -> Iterator[tuple[str, Tie]]:
    """Yield the relations of an entity at the date, each with its label, without those that a fact or a section has."""
    for kind in RELATIONS:
        for each in with_role(graph, graph.every_relation(entity_id, kind, "out")):
            state = state_between(graph, each)[0]
            if state != NOT_YET and (kind not in _RELATIONS or state == ENDED):
                yield in_tense(graph, each, reading(each)), Tie(each.object, each)
        for each in with_role(graph, graph.every_relation(entity_id, kind, "in")):
            is_listed = each.subject in listed if kind in _LISTING else False
            is_listed = is_listed or (kind == MEMBERSHIP and names_nobody(each))
            of_record = kind == "about" and graph.kind(each.subject) == "disagreement"
            if not is_listed and not of_record and state_between(graph, each)[0] != NOT_YET:
                asked = graph.kind(each.subject) == "issue"
                said = _QUESTIONS if asked else in_tense(graph, each, reading(each, back=True))
                yield said, Tie(each.subject, each)
    for (by, _), seats in seats_through(graph, entity_id):
        for each in seats:
            yield f"sits through {graph.name(by)}", Tie(each.object, each)


def _key(graph: Graph, said: Tie | Claim) -> object:
    """Return what a claim or a relation says, without its entities and its evidence."""
    if isinstance(said, Claim):
        days = [str(each or "") for each in (said.start_date, said.end_date)]
        return str(said.value), sorted((name, str(value)) for name, value in said.details.items()), days
    relation = said.relation
    return (
        fold(graph.name(said.id)) if said.id in graph else said.id,
        term_key(graph, relation),
        relation.evidence.inferred,
        delegated_words(graph, relation) or limit_between(graph, relation),
    )


def _unnamed(graph: Graph, entity_id: str) -> list[str]:
    """Return the seats on an entity whose holder is not named, by what they are: `lay member (not stated)`."""
    found = (each for each in graph.relations(entity_id, MEMBERSHIP, "in") if names_nobody(each))
    return sorted(f"{seat_words(each)} ({stated_word(graph, each.subject, each.evidence)})" for each in found)


def _is_read(claim: Claim | None) -> bool:
    return claim is not None and claim.evidence.inferred


def _is_all_read(graph: Graph, entity_id: str, kind: str) -> bool:
    found = graph.relations(entity_id, kind, "out")
    return bool(found) and all(each.evidence.inferred for each in found)


def _names(graph: Graph, entity_id: str, kind: str) -> Value:
    """Return the names of the entities that one kind of relation leads to, joined with commas.

    A name that is only planned is marked so. Where no entity is named, the first word such as `not_stated` is
    returned; `None` without any relation.
    """
    found = {each.object: state_of(graph, each)[0] for each in graph.relations(entity_id, kind, "out")}
    known = by_sibling(graph, (each for each in found if each in graph))
    names = (
        f"{graph.name(each)} (planned)" if found[each] == PLANNED else graph.name(each) for each in known
    )
    return ", ".join(names) or next(iter(found), None)
