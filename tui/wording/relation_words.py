"""The details of a relation in words: role, vote, on whose behalf, the name used there, dates; each with its weight."""

from collections.abc import Iterator, Mapping
from typing import Final

from tiers.model import Date, Graph, Relation
from tiers.model.facts.claims import planned_for
from tiers.model.facts.ends import has_passed
from tiers.model.facts.functions import IN_HAND
from tiers.model.facts.standing import ENDED as OVER
from tiers.model.format import NOT_STATED, RELATIONS, UNKNOWN, Key
from tiers.model.format.details import DISPUTED, LIMIT, TERM_ENDS, VOTING
from tiers.model.format.keys import NOBODY, OWN
from tiers.model.format.relation_kind import OBJECT


class Weight:
    """The weight of a word of a row; where there is little room, the words with the highest numbers are dropped first.

    They are plain numbers, since an enumeration takes 0.2 ms of every start.
    """

    VOTE: Final = 0
    SEAT: Final = 1
    STATE: Final = 2
    DETAIL: Final = 3
    READING: Final = 4
    FURTHER: Final = 5
    KIND: Final = 6
    TIER: Final = 7
    MARK: Final = 8
    ROLE: Final = 9


def relation_words(graph: Graph, relation: Relation, shown: str | None) -> list[str]:
    """Return the details of a relation in words: role, vote, on whose behalf, the name used there, dates.

    Args:
        graph: The model.
        relation: The relation.
        shown: The end whose name comes before these words.
    """
    return [word for _, word in weighted_details(graph, relation, shown)]


def weighted_details(graph: Graph, relation: Relation, shown: str | None) -> Iterator[tuple[int, str]]:
    """Yield the words of `relation_words`, each with its weight; a disagreement comes first."""
    yield from ((Weight.STATE, each) for each in _undecided(graph, relation))
    if relation.details:
        yield from _detail_words(graph, relation, shown)
    given = _as_given(graph, relation) if relation.kind == IN_HAND else ""
    if given:
        yield Weight.STATE, given
    yield from _time_words(graph, relation)


def _undecided(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield that documents disagree about a relation or one of its details, with what each side says."""
    from tiers.model.facts.holding import is_rejected  # noqa: PLC0415 - as below
    from tiers.model.facts.relation_disputes import (  # noqa: PLC0415 - rows whose words are kept ask for none
        disputed_words,
        followed_instead,
        relation_disputes,
    )

    instead = followed_instead(graph, relation)
    if relation.kind == IN_HAND and is_rejected(graph, relation):
        yield "not followed where the documents disagree"
    if instead:
        yield f"the documents disagree, {graph.name(instead)} is followed"
    for dispute in relation_disputes(graph, relation):
        if dispute.detail != LIMIT.name:  # shown with the extent of a delegation
            label = f"{dispute.detail.replace('_', ' ')}: " if dispute.detail else ""
            yield f"{label}{disputed_words(graph, relation, dispute.detail)}"


def _time_words(graph: Graph, relation: Relation) -> Iterator[tuple[int, str]]:
    """Yield the days until, since or for which a relation holds or is planned."""
    end = relation.end_date
    if end is not None:
        yield Weight.STATE, end.after("until")
        if not end.certain and graph.at is not None and end.first < graph.at.last <= end.last:
            yield Weight.STATE, "unknown whether ended"
    start, planned = relation.start_date, planned_for(graph, relation)
    if planned is not None:
        due = start is None or graph.at is None or planned.first <= graph.at.last
        words = f"planned: due {planned.words()}" if due else f"not yet: {planned.after('planned for')}"
        yield Weight.STATE, words
    elif start is not None and graph.at is not None and start.first > graph.at.last:
        yield Weight.STATE, f"not yet: begins {start.words()}"
    elif start is not None:
        yield Weight.DETAIL, start.after("since")


def coming_words(graph: Graph, delegation: Relation) -> Iterator[str]:
    """Yield that a delegation waits for its planned giver, receiver or function; nothing if it waits for none."""
    if planned_for(graph, delegation) is not None:
        return
    from tiers.model.facts.holding import (  # noqa: PLC0415 - rows whose words are kept ask for none
        PLANNED,
        PROPOSED,
        coming_word,
    )
    from tiers.model.facts.planned import state_of_delegation  # noqa: PLC0415 - as above

    state, day = state_of_delegation(graph, delegation)
    if state == PLANNED:
        ends = (delegation.subject, delegation.object, str(delegation.details.get("function")))
        words = {coming_word(graph, each) for each in ends if each in graph}
        word = PROPOSED if PROPOSED in words else PLANNED
        yield f"{word}: due {day.words()}" if day is not None else word


def _as_given(graph: Graph, relation: Relation) -> str:
    """Return the end of a role that was delegated by a giver that has ended, or that its giver is planned.

    The result is empty for any other relation.
    """
    from tiers.model.facts.holding import (  # noqa: PLC0415 - rows whose words are kept ask for none
        ENDED,
        NOW,
        PLANNED,
        is_planned,
        state_of,
        state_of_role,
    )

    ends = (relation.subject, relation.object)
    if state_of(graph, relation)[0] != NOW or any(
        each not in graph or is_planned(graph, each) or graph.standing(each).state == OVER for each in ends
    ):
        return ""
    state, day = state_of_role(graph, relation)
    if state == ENDED:
        return day.after("until") if day is not None else "ended with who delegated it"
    return "planned" if state == PLANNED else ""


def _detail_words(graph: Graph, relation: Relation, shown: str | None) -> Iterator[tuple[int, str]]:
    details = relation.details
    for each in _seat_words(str(details.get("role", "")), str(details.get("capacity", ""))):
        yield Weight.SEAT, each
    if "mode" in details:
        yield Weight.VOTE, _MODES.get(str(details["mode"]), str(details["mode"]))
    if details.get("voting") is not None:
        yield Weight.VOTE, _VOTES[details["voting"]]
    behalf = details.get("on_behalf_of")
    if behalf is not None:
        whom = behalf if isinstance(behalf, tuple) else (str(behalf),)
        yield Weight.DETAIL, "on behalf of " + " and ".join(map(graph.name, whom))
    named = details.get("as_named")
    if named is not None:
        bearer = relation.object if RELATIONS[relation.kind].as_named == OBJECT else relation.subject
        if bearer != shown:
            yield Weight.DETAIL, f"as {named}"
        elif named != graph.name(bearer):
            yield Weight.DETAIL, f"named {named} here"
    yield from ((Weight.DETAIL, each) for each in _further_details(graph, relation))
    yield from ((Weight.STATE, each) for each in _disputed_words(graph, relation))


def _further_details(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield the details without a wording of their own, each with its label."""
    for key in RELATIONS[relation.kind].parts:
        value = relation.details.get(key.name)
        if key.name == TERM_ENDS.name and isinstance(value, Date) and has_passed(graph, value, graph.at):
            yield f"term ran out {value.words()}"
        elif key.detail != OWN and key.name in relation.details:
            yield f"{key.label.lower()}: {_plain(graph, key, relation.details[key.name])}"


def _disputed_words(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield, for each detail on which the two ends of a relation differ, what both of them say."""
    disputed = relation.details.get(DISPUTED)
    if not isinstance(disputed, Mapping):
        return
    for key in RELATIONS[relation.kind].parts:
        sides = disputed.get(key.name)
        if isinstance(sides, tuple):
            said = (
                _VOTES[each]
                if key.name == VOTING.name
                else f"{key.label.lower()}: {_plain(graph, key, each)}"
                for each in sides
            )
            yield f"the documents disagree: {'; or '.join(said)}"


def _seat_words(role: str, capacity: str) -> Iterator[str]:
    """Yield the role in the source's words, and the capacity unless the role already says it."""
    if role:
        yield role
    if capacity not in role.casefold():
        yield capacity


def _plain(graph: Graph, key: Key, value: object) -> str:
    """Return a detail in words; a reference as the name of its entity, text as written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_plain(graph, key, each) for each in value)
    if isinstance(value, Mapping):
        inside = {each.name: each for each in key.parts}
        return "; ".join(
            f"{name}: {_plain(graph, inside.get(name, key), each)}" for name, each in value.items()
        )
    if isinstance(value, Date):
        return value.words()
    named = value in NOBODY or key.type in {"reference", "references"}
    return graph.name(str(value)) if named else str(value)


_MODES = {NOT_STATED: "role not stated", UNKNOWN: "role unknown (stated)"}

_VOTES = {
    True: "votes",
    False: "does not vote",
    NOT_STATED: "voting not stated",
    UNKNOWN: "unknown whether it votes",
}
