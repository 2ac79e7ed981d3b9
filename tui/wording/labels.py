"""The label of a row of a view: its symbol, its name and the words in brackets after it, the same on screen and in print."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tiers.model import Graph, Relation
from tiers.model.facts.posts import holder_is_unknown, holder_left, holders_of, holders_to_come, is_vacant
from tiers.model.facts.standing import DOCUMENTED, NOT_YET_DUE, PLANNED, Standing
from tiers.model.facts.times import is_changed
from tiers.model.format import OPEN, RELATIONS, STATED
from tiers.model.format.dates import after_end
from tiers.model.format.groups import NUMBERED, TIERED
from tiers.model.format.structure import MEMBERSHIP
from tiers.model.structure.placing import tier_of
from tiers.model.views.forest import Forest

from .readings import (
    DISPUTED,
    INFERRED,
    dated,
    disputed,
    is_day_read,
    is_read,
    may_be_read,
    readings,
)
from .relation_words import Weight, coming_words, weighted_details
from .safe_text import safe
from .signs import SIGNS

_DELEGATES = "delegates_to"
_DOCUMENTED = Standing(DOCUMENTED)
_PLANNED = frozenset((PLANNED, NOT_YET_DUE))
_PLAIN_STATUS = frozenset((None, "active", "closed", *OPEN))


class Label(NamedTuple):
    """The label of one row; all its texts are safe to draw.

    Attributes:
        symbol: A symbol for its kind, one cell wide; empty for a heading.
        ascii: The symbol where only ASCII can be written.
        name: The name.
        words: The words in brackets after the name: kind, tier, role, state and so on.
    """

    symbol: str
    ascii: str
    name: str
    words: tuple[str, ...]


def row_label(graph: Graph, forest: Forest, row: int) -> Label:
    """Return the label of a row of a view.

    The words come in this order: the kind (for a group its number of entities, for a layer its number), the
    tier where it differs from the parent's, the details of the relation that places it, its state, what is
    inferred, *disputed*, *also N*.
    """
    sign = SIGNS[forest.kinds[row]]
    return Label(sign.symbol, sign.ascii, safe(forest.names[row]), _words(graph, forest, row))


def weighted_words(graph: Graph, forest: Forest, row: int) -> list[tuple[int, str]]:
    """Return the words in the label of a row, each with its weight."""
    return [(weight, safe(word)) for weight, word in _weighted(graph, forest, row)]


def words_alone(graph: Graph, forest: Forest, row: int) -> tuple[str, ...]:
    """Return the words of a row without those of the relation to the row above it."""
    return _words(graph, forest, row, placed=False)


def words_of_row(graph: Graph, forest: Forest, row: int) -> tuple[str, ...]:
    """Return the words of one row; for many rows see `words_of_rows`."""
    return _words(graph, forest, row)


def words_of_rows(graph: Graph, forest: Forest) -> Callable[[int], tuple[str, ...]]:
    """Return a function from a row to its words, with a shortcut for most rows of a large model.

    An entity has no words but its kind if it has a single row directly below the entity that it is stated to
    be part of, shares that entity's tier, and has no dates, no status and no disagreement.
    """
    if graph.at is not None:
        return lambda row: _words(graph, forest, row)
    ids, kinds, relations, parents = forest.ids, forest.kinds, forest.relations, forest.parents
    telling = set(forest.repeated).union(*map(graph.once_for_all, (disputed, dated, may_be_read)))

    def words(row: int) -> tuple[str, ...]:
        entity_id, relation, kind = ids[row], relations[row], kinds[row]
        if (
            relation is not None
            and relation.kind == "part_of"
            and kind in _PLAIN_WORDS
            and entity_id not in telling
            and entity_id is not None
            and not relation.details
            and relation.start_date is relation.end_date is relation.expected_date is None
            and relation.evidence.basis == STATED
        ):
            above = parents[row]
            while above >= 0 and ids[above] is None:
                above = parents[above]
            if above >= 0 and ids[above] == relation.object:
                return _PLAIN_WORDS[kind]
        return _words(graph, forest, row)

    return words


_FORETELLING = frozenset(("date", "expected_date", "start_date", "end_date"))
"""Attributes that can make an entity planned, or leave in doubt whether it has begun or ended."""

_PLAIN_WORDS = {kind: (sign.word,) for kind, sign in SIGNS.items() if kind not in (*TIERED, *NUMBERED)}


def _words(graph: Graph, forest: Forest, row: int, *, placed: bool = True) -> tuple[str, ...]:
    return tuple(safe(word) for _, word in _weighted(graph, forest, row, placed=placed))


def _weighted(graph: Graph, forest: Forest, row: int, *, placed: bool = True) -> Iterator[tuple[int, str]]:
    entity_id, kind = forest.ids[row], forest.kinds[row]
    relation = forest.relations[row] if placed else None
    if entity_id is None:
        if kind == "group" and forest.ends[row] > row + 1 and not names_its_only_row(forest, row):
            yield Weight.VOTE, number_in_group(graph, forest, row)
    else:
        yield from _kind_and_tier(graph, forest, row, entity_id)
    place_words = [] if relation is None else [*_placed(graph, relation, entity_id)]
    yield from place_words
    if entity_id is None and relation is not None and relation.kind == _DELEGATES:
        yield from ((Weight.STATE, each) for each in coming_words(graph, relation))
    if entity_id is not None:
        said = {word for _, word in place_words}
        for each in standing_words(graph, entity_id):
            if each not in said:
                yield Weight.STATE, each
    for each in readings(graph, forest, row, relation):
        yield Weight.MARK if each == INFERRED else Weight.READING, each
    if entity_id is not None:
        for each in _marks(graph, forest, entity_id):
            yield Weight.MARK if each == DISPUTED else Weight.FURTHER, each


def _placed(graph: Graph, relation: Relation, entity_id: str | None) -> Iterator[tuple[int, str]]:
    """Yield the words of the relation that puts a row in its place: the holder of a post that sits, role, vote, dates.

    An entity that only answers to the one above says so, since it is not part of it.
    """
    if relation.kind == MEMBERSHIP and relation.subject == entity_id:
        yield from ((Weight.SEAT, each) for each in holder_words(graph, relation.subject))
    elif RELATIONS[relation.kind].answers:
        yield Weight.SEAT, f"{RELATIONS[relation.kind].out} it"
    yield from weighted_details(graph, relation, entity_id)


def names_its_only_row(forest: Forest, row: int) -> bool:
    """Whether a group has one row, which its heading already names, so that a number is superfluous."""
    return forest.ends[row] == row + 2 and forest.names[row + 1] in forest.names[row]


def _kind_and_tier(graph: Graph, forest: Forest, row: int, entity_id: str) -> Iterator[tuple[int, str]]:
    """Yield an entity's kind, its tier where it is to be shown, and the roles in a function."""
    kind = forest.kinds[row]
    yield Weight.KIND, _kind(graph, entity_id, kind, SIGNS[kind].word)
    tier = tier_of(graph, entity_id)
    if tier is not None and (kind in TIERED or tier != _tier_above(graph, forest, row)):
        yield Weight.TIER, tier
    if forest.view == "functions" and kind == "function":
        from .roles import roles_words  # noqa: PLC0415 - only for that view

        yield from ((Weight.ROLE, each) for each in roles_words(graph, entity_id))


def group_name(graph: Graph, forest: Forest, row: int) -> str:
    """Return the name of a group, with the owner's name if entities stand before it.

    Below the last of these, the group would read as theirs. So the members of a system are `Members of North
    West London ICS` below its places, with the shortest name of the owner that a source gives.
    """
    name, above = forest.names[row], forest.parents[row]
    if (
        forest.kinds[row] != "group"
        or forest.view == "seats"  # there its own name says through whom
        or above < 0
        or forest.ids[above] is None
        or forest.ids[above + 1] is None
    ):
        return name
    return f"{name} of {_short_name(graph, str(forest.ids[above]))}"


def _short_name(graph: Graph, entity_id: str) -> str:
    """Return the shortest name of an entity at the date, its name or a short one; acronyms may be ambiguous."""
    claims = graph.entity(entity_id).claims("other_names")
    short = (
        str(each.value)
        for each in claims
        if each.details.get("use") == "short"
        and each.end_date is None
        and graph.was_documented(each.evidence)
    )
    return min((graph.name(entity_id), *short), key=len)


def number_in_group(graph: Graph, forest: Forest, row: int) -> str:
    """Return the number of entities in a group, of seats in a group of members, or of rows if it has no entities."""
    first = next((forest.relations[each] for each in forest.children(row)), None)
    if first is not None and first.kind == MEMBERSHIP:
        from tiers.model.structure.membership import (  # noqa: PLC0415 - only for seats
            ATTENDANCES,
            group_number,
        )

        if forest.names[row] in ("Members", *(each.heading for each in ATTENDANCES.values())):
            seats = [forest.relations[each] for each in forest.children(row)]
            known = [each for each in seats if each is not None and each.kind == MEMBERSHIP]
            if len(known) == len(seats):
                return group_number(graph, known)
    return str(forest.count_entities(row) or sum(1 for _ in forest.children(row)))


def holder_words(graph: Graph, entity_id: str) -> list[str]:
    """Return the holders of a post in words: `held by Ann Fenn`, by each document where they disagree, and planned ones.

    The result is empty for other entities, and for a post without a named holder.
    """
    named = [graph.name(each) for each in holders_of(graph, entity_id, graph.at)]
    undecided = ""
    if named:
        from tiers.model.facts.relation_disputes import (  # noqa: PLC0415 - rows whose words are kept ask for none
            disputed_holders,
        )

        undecided = disputed_holders(graph, entity_id)
    said = [f"held by: {undecided}" if undecided else f"held by {' and '.join(named)}"] if named else []
    for holder, day in holders_to_come(graph, entity_id, graph.at):
        said.append(f"planned holder: {graph.name(holder)}, due {day.words()}")
    return said


def _marks(graph: Graph, forest: Forest, entity_id: str) -> Iterator[str]:
    if entity_id in graph.once_for_all(disputed):
        yield DISPUTED
    if entity_id in forest.repeated:
        yield elsewhere(forest, entity_id)


def elsewhere(forest: Forest, entity_id: str) -> str:
    """Return the last word of an entity with several rows: how many other rows it has."""
    return f"also {len(forest.rows_of(entity_id)) - 1}"


def standing_words(graph: Graph, entity_id: str) -> list[str]:
    """Return the state of an entity in a few words, such as `planned: due 2022`; empty if it is simply documented."""
    values = graph.entity(entity_id).values
    plain = _FORETELLING.isdisjoint(values) and not is_changed(graph, entity_id)
    if graph.at is None and plain and graph.shown(entity_id):
        standing = _DOCUMENTED  # it can have no other state, so its evidence need not be read
    else:
        standing = graph.standing(entity_id)
    words = [standing.short_words()] if standing.state != DOCUMENTED else []
    status = graph.value(entity_id, "status") if "status" in values else None
    if words and is_day_read(graph, entity_id, standing):
        words.append("date inferred")
    if is_vacant(graph, entity_id, graph.at):
        words.append("vacant")
    if holder_is_unknown(graph, entity_id, graph.at):
        words.append("holder unknown (stated)")
    left = holder_left(graph, entity_id, graph.at)
    if left is not None:
        words.append(f"holder not stated {after_end(left)}")
    if status not in _PLAIN_STATUS and not (status == "planned" and standing.state in _PLANNED):
        words[:0] = [str(status), *(("status inferred",) if is_read(graph, entity_id, "status") else ())]
    if "reports" in values:
        words.extend(_stood_down(graph, entity_id))
    return words


def _stood_down(graph: Graph, entity_id: str) -> Iterator[str]:
    """Yield `stood down` with its day if the last report on a piece of work says so; otherwise nothing."""
    from tiers.model.facts.reports import stood_down  # noqa: PLC0415 - most rows have no reports

    day = stood_down(graph, entity_id, graph.at)
    if day is not None:
        yield f"reported stood down {day.words()}"


def _kind(graph: Graph, entity_id: str, kind: str, word: str) -> str:
    if kind == "layer":
        order = graph.entity(entity_id).plain("order")
        if order is not None:
            return f"layer {order}"
    return word


def _tier_above(graph: Graph, forest: Forest, row: int) -> str | None:
    above = forest.entity_above(row)
    return None if above is None else tier_of(graph, above)
