"""Disagreements of the documents about who has a function, or in what role."""

from collections.abc import Iterable

from ..format import NONE, NOT_STATED, RELATIONS, UNKNOWN
from ..format.groups import AGENTS, TOPICAL
from ..format.modes import MODES
from ..format.records import Entity, Relation
from ..format.unchanging import Value
from .claims import all_disagreements
from .followed import followed
from .functions import IN_HAND, NAMING
from .statements import Statements

_ROLES = frozenset(
    each for kind in RELATIONS.values() if kind.entrusts for each in (kind.name, kind.inverse)
) | {"mode"}
"""The attributes of disagreements about who has a function."""

_DELEGATING = frozenset(
    each
    for name, keys in NAMING.items()
    if any(key.in_hands[0] == "object" for _, key in keys)
    for each in (name, RELATIONS[name].inverse)
)
"""The attributes of disagreements about to whom a function is delegated."""

_OF_FUNCTIONS = _ROLES | {"decides"}
"""The attributes of disagreements about who has a function, where the disagreement is about the function itself."""


class RoleDispute(Value):
    """A disagreement of documents about who has a function.

    Attributes:
        id: The disagreement.
        agents: The entities it is about, with `none` and `unknown` where these are sides; empty for all that have a
            role in the functions.
        functions: The functions it is about; empty for all in which the agents have a role.
        sides: The value of each side that gives one.
        follows: The value that is followed; empty where it is undecided.
    """

    id: str
    agents: frozenset[str]
    functions: frozenset[str]
    sides: tuple[str, ...]
    follows: str

    def touches(self, agent: str, function: str, role: object) -> bool:
        """Whether the disagreement is about the role that an agent has in a function."""
        return (
            (not self.agents or agent in self.agents)
            and (not self.functions or function in self.functions)
            and (MODES.keys().isdisjoint(self.sides) or role in {*self.sides, NOT_STATED})
        )

    def side(self, agent: str, function: str, role: str) -> str:
        """Return the value of the side that gives an agent a role in a function; empty if no side does."""
        for rivals, value in ((MODES, role), (self.agents, agent), (self.functions, function)):
            if self.follows in rivals:
                return value
        return ""

    def follows_role(self, agent: str, function: str, role: str) -> bool:
        """Whether a role of an agent in a function is the side that is followed, or none of the sides."""
        return self.side(agent, function, role) in {self.follows, ""}

    def by_then(self, known: Iterable[str]) -> "RoleDispute":
        """Return the disagreement as it stands when only some of its sides are documented.

        Before the side that is followed is documented, the only other documented side stands, as an earlier
        value does; if several are documented, none is followed.
        """
        sides = set(known).intersection(self.sides)
        if not sides or self.follows in sides:
            return self
        return self.but(follows=sides.pop() if len(sides) == 1 else "")


def role_disputes_of(statements: Statements, relation: Relation) -> list[RoleDispute]:
    """Return the disagreements about the role in a function that a relation gives its subject."""
    found = statements.once_for_all(_role_disputes)
    return [each for each in found if each.touches(relation.subject, relation.object, role_of(relation))]


def role_of(relation: Relation) -> str:
    """Return the role in a function that a relation gives its subject, as it is written."""
    return str(relation.details.get("mode", NOT_STATED if relation.kind == IN_HAND else "delivers"))


def _role_disputes(statements: Statements) -> tuple[RoleDispute, ...]:
    """Return all disagreements about who has a function."""
    found = []
    for entity in all_disagreements(statements):
        about = [each.object for each in statements.outgoing(entity.id, "about")]
        attribute = str(entity.plain("attribute"))
        if attribute in _DELEGATING:
            found += _of_delegation(statements, entity, about)
            continue
        of_function = bool(_of_kinds(statements, about, TOPICAL))
        if attribute not in (_OF_FUNCTIONS if of_function else _ROLES):
            continue
        values = [each.details.get("value") for each in entity.claims("positions")]
        sides = tuple(dict.fromkeys(each for each in values if isinstance(each, str)))
        agents = _of_kinds(statements, (*about, *sides), AGENTS)
        if agents:
            agents |= {NONE, UNKNOWN}.intersection(sides)
        functions = _of_kinds(statements, (*about, *sides), TOPICAL)
        if agents or functions:
            found.append(RoleDispute(entity.id, agents, functions, sides, followed(statements, entity.id)))
    return tuple(found)


def _of_delegation(statements: Statements, entity: Entity, about: list[str]) -> list[RoleDispute]:
    """Return a list with the disagreement about who takes a delegation; empty unless the sides name several."""
    values = [each.details.get("value") for each in entity.claims("positions")]
    sides = tuple(dict.fromkeys(each for each in values if isinstance(each, str)))
    takers = _of_kinds(statements, sides, AGENTS)
    named = _of_kinds(statements, about, TOPICAL)
    given = [
        str(each.details.get("function"))
        for taker in takers
        for each in statements.incoming(taker)
        if each.kind in _DELEGATING and each.subject in about
    ]
    to_several = [each for each in given if given.count(each) > 1]
    functions = named or _of_kinds(statements, to_several or given, TOPICAL)
    if len(takers) < 2 or not functions:  # noqa: PLR2004 - the fewest that differ
        return []
    return [RoleDispute(entity.id, takers, functions, sides, followed(statements, entity.id))]


def _of_kinds(statements: Statements, ids: Iterable[str], kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(each for each in ids if statements.kind(each) in kinds)
