"""Gaps of attributes: recorded as not stated, or not recorded of an entity of which a reader expects them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from ...facts.columns import OPEN_VALUE, among_with_feature
from ...facts.disputes import undecided
from ...facts.ends import is_over
from ...facts.functions import IN_HAND
from ...facts.graph import Graph
from ...facts.holding import powers_of
from ...facts.statements import Statements
from ...format import KINDS, OPEN, RELATIONS, Key, every_key, keys_of
from ...format.attributes import POWERS
from ...format.groups import EMPOWERED
from ...format.own_attributes import DUE
from ...format.records import Claim, Entity
from .gap import NOT_RECORDED, Gap, open_note

_DECIDES = "decides"
_DELEGATES = "delegates_to"
_DESCRIBED_BY_OUTGOING = frozenset(
    name for name, kind in RELATIONS.items() if kind.entrusts or kind.apart or (kind.involves and kind.moves)
)
_DESCRIBED_BY_INCOMING = frozenset(
    name
    for name, kind in RELATIONS.items()
    if kind.apart or kind.answers or any(kind.seat) or kind.places is not None
)
"""The relations from and to an entity that describe it: functions, delegations, layers, seats, parts."""

_EXPECTING = frozenset(name for name, kind in KINDS.items() if any(key.expected for key in kind.keys))
"""The kinds with attributes that are asked of bodies that decide."""

_POWERS = frozenset(key.name for key in POWERS)
_OWN_CODES = MappingProxyType({DUE.name: "due-unknown"})


def code_of(key: Key, part: Key | None = None) -> str:
    """Return the code of the gap of an attribute, or of one of its details."""
    name = key.name if part is None else f"{key.name}-{part.name}"
    return _OWN_CODES.get(name, name.replace("_", "-"))


def asked() -> Mapping[str, tuple[str, str]]:
    """Return the heading of the gaps of each attribute and the noun for what is missing, by code."""
    found: dict[str, tuple[str, str]] = {}
    for key in every_key().values():
        for part in (None, *key.parts):
            said = part or key
            if not said.words or said.ours:
                continue
            found[code_of(key, part)] = (f"{said.label} not stated", said.missing)
    return found


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    asked = list(ids)
    silent = frozenset(among_with_feature(statements, asked, OPEN_VALUE))
    for each in asked:
        kind = statements.kind(each)
        if (
            kind in EMPOWERED
            or (each in silent and _is_open(statements.entity(each)))
            or (kind in _EXPECTING and _may_decide(statements, each))
        ):
            yield each


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each attribute that is not stated.

    Disputed attributes are left out, since the disagreement is a gap itself. The decision power of a body is
    known where it is said to decide about a function or to hold one by delegation, unless documents disagree
    and its author recorded it as not stated. How a body meets and on what basis is asked of bodies that
    decide. Its legal form is asked of bodies that decide, delegate or hold a delegation; its decision power
    not of bodies that are only named.
    """
    for each in ids:
        entity = graph.entity(each)
        expected, silent = _keys_asked(entity.kind)
        held = powers_of(graph, each) if graph.is_end_of(each, (IN_HAND,), "out") else []
        powers, settles = bool(held), any(not one.undecided for one in held)
        decides = powers or graph.value(each, _DECIDES) == _DECIDES
        for name, key in expected.items():
            if name == _DECIDES and powers and (name not in entity.values or settles):
                continue
            wanted = key.expected and decides
            if name in _POWERS:
                wanted = entity.kind in EMPOWERED and (
                    _is_more_than_named(graph, each)
                    if name == _DECIDES
                    else decides or bool(graph.relations(each, _DELEGATES))
                )
            if name in entity.values:
                yield from _not_stated(graph, entity, key)
                if wanted:
                    yield from _ended(graph, entity, key)
            elif wanted and not undecided(graph, each, name):
                yield Gap(code_of(key), each, _question(key, graph.name(each)), entity.evidence, NOT_RECORDED)
        for name in silent & entity.values.keys():
            yield from _not_stated(graph, entity, keys_of(entity.kind)[name])


@cache
def _keys_asked(kind: str) -> tuple[Mapping[str, Key], frozenset[str]]:
    """Return the keys of a kind that may be asked for where they are absent, and the names of others that may be silent."""
    keys = keys_of(kind)
    expected = {name: key for name, key in keys.items() if key.expected or name in _POWERS}
    silent = {name for name, key in keys.items() if key.words or any(part.words for part in key.parts)}
    return expected, frozenset(silent - expected.keys())


def _is_more_than_named(graph: Graph, entity_id: str) -> bool:
    """Whether a body is described by more than its name: it has members, functions, delegations, layers or parts.

    The decision power of a body that a paper only names is not asked for.
    """
    return graph.is_end_of(entity_id, _DESCRIBED_BY_OUTGOING, "out") or graph.is_end_of(
        entity_id, _DESCRIBED_BY_INCOMING, "in"
    )


def _not_stated(graph: Graph, entity: Entity, key: Key) -> Iterator[Gap]:
    """Yield the gap of an attribute whose value is not stated, and those of the details of its claims."""
    name = graph.name(entity.id)
    if key.words:
        claim = graph.claim(entity.id, key.name)
        if claim is not None and _is_word(claim.value):
            note = open_note(claim.value, claim.evidence.note)
            yield Gap(code_of(key), entity.id, _question(key, name), claim.evidence, note)
    for part in key.parts:
        if not part.words:
            continue
        for claim in entity.claims(key.name):
            value = claim.details.get(part.name)
            if _is_word(value):
                question, note = _question(part, name), open_note(value, claim.evidence.note)
                yield Gap(code_of(key, part), entity.id, question, claim.evidence, note)


def _ended(graph: Graph, entity: Entity, key: Key) -> Iterator[Gap]:
    """Yield the gap of an attribute all of whose claims have ended."""
    ends = [(each.end_date, each) for each in entity.claims(key.name) if not _is_word(each.value)]
    over = [(end, each) for end, each in ends if end is not None and is_over(graph, end, graph.at)]
    if over and graph.claim(entity.id, key.name) is None:
        end, claim = max(over, key=lambda each: each[0].last)
        note = f"{NOT_RECORDED} The value before it ended {end.on()}."
        yield Gap(code_of(key), entity.id, _question(key, graph.name(entity.id)), claim.evidence, note)


def _question(key: Key, name: str) -> str:
    """Return the question that asks for an attribute; made from its label where it has no question of its own."""
    return key.asks.format(name) if key.asks else f"What is stated of {name}: {key.label.lower()}?"


def _is_open(entity: Entity) -> bool:
    """Whether some value, or some detail of a claim, is not stated at some date."""
    for value in entity.values.values():
        if _is_word(value):
            return True
        if isinstance(value, tuple) and any(
            isinstance(claim, Claim) and any(map(_is_word, (claim.value, *claim.details.values())))
            for claim in value
        ):
            return True
    return False


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value in OPEN


def _may_decide(statements: Statements, entity_id: str) -> bool:
    """Whether an entity may decide at some date."""
    return _DECIDES in statements.entity(entity_id).values or bool(statements.outgoing(entity_id, IN_HAND))
