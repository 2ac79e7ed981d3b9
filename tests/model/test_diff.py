"""Differences: empty for equal models, lossless, and described as what they are."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Entity, Evidence, Graph, Relation, parse_date
from tiers.model.answers.changes import Change
from tiers.model.answers.diff import Diff, diff, diff_between_dates, may_differ
from tiers.model.answers.state_relations import facts_at_others, facts_from_many
from tiers.model.answers.states import STANDING, Record, State, state_of

from .governance import Parts, graph_of, parts

_AT = st.sampled_from((None, "2020", "2021-12-31", "2022-02-22"))


def apply(state: State, change: Diff) -> State:
    """Return the new state: the old state with a diff applied."""
    result = {each: record for each, record in state.items() if each not in change.removed}
    result.update(change.added)
    for each, (_, name) in change.renames.items():
        result[each] = Record(result[each].kind, name, result[each].facts)
    for each, (_, kind) in change.kinds.items():
        result[each] = Record(kind, result[each].name, result[each].facts)
    for one in change.changes:
        facts = dict(result[one.id].facts)
        facts.pop(one.attribute, None)
        if one.new:
            facts[one.attribute] = one.new
        result[one.id] = Record(result[one.id].kind, result[one.id].name, dict(sorted(facts.items())))
    return result


@given(drawn=parts(), at=_AT, evidence=st.booleans())
def test_a_model_does_not_differ_from_itself(drawn: Parts, at: str | None, *, evidence: bool) -> None:
    """The difference of a state with itself is empty, also when what it is made from is written in another order."""
    entities, relations = drawn
    one = state_of(graph_of(entities, relations, at), evidence=evidence)
    other = state_of(graph_of(entities[::-1], relations[::-1], at), evidence=evidence)
    assert not diff(one, one)
    assert not diff(one, other)


@given(old=parts(), new=parts(), at=_AT, evidence=st.booleans())
def test_a_difference_applied_to_the_old_gives_the_new(
    old: Parts, new: Parts, at: str | None, *, evidence: bool
) -> None:
    """Nothing is lost on the way from one model to another."""
    one = state_of(graph_of(*old, at), evidence=evidence)
    other = state_of(graph_of(*new, at), evidence=evidence)
    assert apply(one, diff(one, other)) == other
    assert apply(other, diff(other, one)) == one


@given(drawn=parts(), one=_AT, other=_AT)
def test_it_is_lossless_between_dates(drawn: Parts, one: str | None, other: str | None) -> None:
    """Nothing is lost between two dates of one model."""
    old = state_of(graph_of(*drawn, one), evidence=False)
    new = state_of(graph_of(*drawn, other), evidence=False)
    assert apply(old, diff(old, new)) == new


@given(old=parts(), new=parts())
def test_what_is_no_candidate_does_not_differ(old: Parts, new: Parts) -> None:
    """Whatever is new, gone, renamed or moved is among those that are looked at."""
    one, other = graph_of(*old), graph_of(*new)
    ids = may_differ(one, other)
    found, narrowed = (diff(state_of(one, each), state_of(other, each)) for each in (None, ids))
    assert (found.added.keys(), found.removed.keys()) == (narrowed.added.keys(), narrowed.removed.keys())
    assert (found.renames, found.kinds, found.moved) == (narrowed.renames, narrowed.kinds, narrowed.moved)


def _body(name: str, parent: str, *, decides: str = "not_stated") -> Graph:
    evidence = Evidence(as_at=parse_date("2022"))
    entities = [
        Entity("place", "partnership", {"name": "Place"}, evidence),
        Entity("council", "organisation", {"name": "Council"}, evidence),
        Entity("board", "body", {"name": name, "decides": decides}, evidence),
    ]
    return graph_of(entities, [Relation("part_of", "board", parent, evidence)])


def test_ids_decide_identity() -> None:
    """A new name is a rename, not a removal and an addition; a new parent a move; another value a change."""
    old, new = _body("Board", "place"), _body("Joint Board", "council", decides="advises")
    found = diff(state_of(old), state_of(new))
    bare = Evidence()
    assert (found.added, found.removed) == ({}, {})
    assert found.renames == {"board": ("Board", "Joint Board")}
    assert found.moved == (
        Change(
            "board",
            "part_of",
            (Relation("part_of", "board", "place", bare),),
            (Relation("part_of", "board", "council", bare),),
        ),
    )
    assert found.changed == (Change("board", "decides", ("not_stated",), ("advises",)),)


def test_only_who_has_a_part_in_it_counts_outside() -> None:
    """Of what does not belong to a place only name, standing and its relations into the place are compared."""
    graph = _body("Board", "place")
    state = state_of(graph, ["place"], ["board", "council"])
    assert {each: sorted(record.facts) for each, record in state.items()} == {
        "place": ["name", "sources"],
        "board": ["name", "part_of"],
        "council": ["name"],
    }


_CHAIR = """
[[source]]
id = "old"
name = "Old"
presented = "2020"
[[source]]
id = "new"
name = "New"
presented = "2022"
[[body]]
id = "board"
name = "Board"
sources = ["old"]
[[post]]
id = "chair"
name = "Chair"
post_in = "board"
sources = ["old"]
held_by = [{ id = "ann", end_date = "2021-03-31" }, { id = "bob", sources = ["new"] }]
[[person]]
id = "ann"
name = "Ann"
sources = ["old"]
[[person]]
id = "bob"
name = "Bob"
sources = ["new"]
"""


def test_who_holds_a_post_is_told_of_the_post(graph_of: Callable[[str], Graph]) -> None:
    """A new holder is a change of the post, once, also where the person is new with it, and between two versions."""
    graph = graph_of(_CHAIR)
    dated = diff_between_dates(graph.as_of("2020"), graph.as_of("2022"))
    was = Relation("holds", "ann", "chair", Evidence(), end_date=parse_date("2021-03-31"))
    now = Relation("holds", "bob", "chair", Evidence())
    assert dated.changed == (
        Change("ann", STANDING, ("documented",), ("last documented 2020",)),
        Change("board", STANDING, ("documented",), ("last documented 2020",)),
        Change("chair", "~holds", (was,), (now,)),
    )
    vacant = graph_of(_CHAIR.replace(', { id = "bob", sources = ["new"] }', ""))
    ids = may_differ(vacant, graph)
    versions = diff(state_of(vacant, ids), state_of(graph, ids))
    assert [(each.id, each.attribute) for each in versions.changed] == [("chair", "~holds")]
    assert diff(state_of(vacant, ["chair"]), state_of(graph, ["chair"])).changed == versions.changed


@given(drawn=parts(), at=_AT, share=st.integers(0, 3))
def test_relations_of_new_entities_are_found_from_either_end(
    drawn: Parts, at: str | None, share: int
) -> None:
    """From the new entities, or where these are many from the others: the same, in the same order for each other end."""
    graph = graph_of(*drawn, at)
    new = {each: None for number, each in enumerate(sorted(graph)) if number % 3 < share}
    others = [each for each in graph if each not in new]
    found: list[dict[tuple[str, str], list[Relation]]] = []
    for relations in (
        facts_at_others(graph, new, others.__contains__, evidence=False),
        facts_from_many(graph, new, others),
    ):
        found.append({})
        for each in relations:
            found[-1].setdefault((each.object, each.kind), []).append(each)
    assert found[0] == found[1]
