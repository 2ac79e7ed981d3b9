"""The dates on which something changed."""

from collections.abc import Callable

from tests.model.fragments import documents
from tiers.model import Graph
from tiers.model.facts.change_dates import (
    CHANGES,
    DOCUMENTED,
    ENDED,
    FURTHER,
    HAPPENS,
    UNCERTAIN,
    Summary,
    change_dates,
    changes,
)
from tiers.tui.wording.date_reasons import reasons_for

GraphOf = Callable[[str], Graph]

SOURCES = documents(early=("Early minutes", "2020-12-02"), late=("Late slides", "2022-02~"))


def dates(graph: Graph) -> list[str]:
    return [each.words() for each in change_dates(graph)]


def test_beginnings_ends_and_first_mentions(graph_of: GraphOf) -> None:
    """A start, the day after an end, a plan and a first mention are changes; a later mention is none."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nname = "A"\nsources = ["early", "late"]\n'
        '[[body]]\nid = "b"\nname = "B"\nstart_date = "2019-04"\nend_date = "2021-03-31"\nsources = ["early"]\n'
        '[[body]]\nid = "c"\nname = "C"\nexpected_date = "2022-07-01"\nsources = ["early"]\n'
    )

    assert dates(graph) == ["Apr 2019", "2 Dec 2020", "1 Apr 2021", "1 Jul 2022"]


def test_an_uncertain_end_changes_twice(graph_of: GraphOf) -> None:
    """After the first day of an uncertain end it is unknown whether, after the last it is over."""
    graph = graph_of(
        SOURCES
        + '[[body]]\nid = "a"\nname = "A"\nend_date = "[2021-01-01..2021-06-30]"\nsources = ["early"]\n'
    )

    assert [(each.date.words(), dict(each.reasons)) for each in changes(graph)] == [
        ("2 Dec 2020", {DOCUMENTED: ("a",)}),
        ("2 Jan 2021", {UNCERTAIN: ("a",)}),
        ("1 Jul 2021", {ENDED: ("a",)}),
    ]
    at = ("2021-01-01", "2021-01-02", "2021-06-30", "2021-07-01")
    assert [graph.as_of(day).standing("a").state for day in at] == [
        "last documented",
        "unknown whether",
        "unknown whether",
        "ended",
    ]


def test_a_name_and_a_seat_change_once_at_an_uncertain_end(graph_of: GraphOf) -> None:
    """A name and a seat hold through the last day on which they may have ended; an entity may be over before."""
    graph = graph_of(
        SOURCES
        + """[[body]]
id = "a"
name = [{ value = "A", end_date = "2021-04", sources = ["early"] }, { value = "B", start_date = "2021-05", sources = ["late"] }]
end_date = "2021-06"
sources = ["early"]
[[organisation]]
id = "o"
name = "O"
sources = ["early"]
member_of = [{ to = "a", end_date = "[2021-02-01..2021-03-31]" }]
"""
    )
    assert [(each.date.words(), dict(each.reasons)) for each in changes(graph)] == [
        ("2 Dec 2020", {DOCUMENTED: ("a", "o")}),
        ("1 Apr 2021", {CHANGES: ("o",)}),
        ("1 May 2021", {CHANGES: ("a",)}),
        ("May 2021", {CHANGES: ("a",)}),
        ("2 Jun 2021", {UNCERTAIN: ("a",)}),
        ("1 Jul 2021", {ENDED: ("a",)}),
    ]


def test_nothing_changes_after_the_last_day_there_is(graph_of: GraphOf) -> None:
    """An end that registers write for no end in sight is the last day of the calendar: no day comes after it."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nname = "A"\nend_date = "9999-12-31"\nsources = ["early"]\n'
        '[[body]]\nid = "b"\nname = "B"\nend_date = "[2021-03-31..9999]"\nsources = ["early"]\n'
    )

    assert dates(graph) == ["2 Dec 2020", "1 Apr 2021"]
    assert graph.as_of("9999").standing("a").words() == "last documented 2 Dec 2020"


def test_names_and_relations_change_too(graph_of: GraphOf) -> None:
    """A name, another value and a relation change things on their first mention, their start and after their end."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nsources = ["early"]\n'
        'name = [{ value = "A", sources = ["early"] }, { value = "B", sources = ["late"] }]\n'
        '[[organisation]]\nid = "o"\nname = "O"\nsources = ["early"]\n'
        'member_of = [{ to = "a", start_date = "2021-01", end_date = "2021-06-30" }]\n'
    )

    assert dates(graph) == ["2 Dec 2020", "Jan 2021", "1 Jul 2021", "about Feb 2022"]


def test_what_was_over_before_its_first_document_ends_only(graph_of: GraphOf) -> None:
    """A later document that says until when a relation or a name held changes things on the day after, not on its own."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nsources = ["early"]\n'
        'name = [{ value = "A", end_date = "2021-01-31", sources = ["late"] }, { value = "B", sources = ["early"] }]\n'
        '[[organisation]]\nid = "o"\nname = "O"\nsources = ["early"]\n'
        'member_of = [{ to = "a", end_date = "2021-06-30", sources = ["late"] }]\n'
    )

    assert dates(graph) == ["2 Dec 2020", "1 Feb 2021", "1 Jul 2021"]
    at = ("2021-01-31", "2021-02-01", "2021-06-30", "2021-07-01")
    seen = [(then.name("a"), len(then.relations("a", "member_of", "in"))) for then in map(graph.as_of, at)]
    assert seen == [("A", 1), ("B", 1), ("B", 1), ("B", 0)]


def test_a_document_of_an_end_is_no_first_document(graph_of: GraphOf) -> None:
    """The day of a document that gives an end is no change; that of a further relation is not a first mention."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nname = "A"\nsources = ["early"]\n'
        'end_date = [{ value = "2021-03-31", as_at = "2021-03-31", sources = ["late"] }]\n'
        '[[organisation]]\nid = "o"\nname = "O"\nsources = ["early"]\nmember_of = [{ to = "a", sources = ["late"] }]\n'
    )

    assert [(each.date.words(), dict(each.reasons)) for each in changes(graph)] == [
        ("2 Dec 2020", {DOCUMENTED: ("a", "o")}),
        ("1 Apr 2021", {ENDED: ("a",)}),
        ("about Feb 2022", {FURTHER: ("o",)}),
    ]


def test_what_somebody_unknown_bears_is_a_mention_too(graph_of: GraphOf) -> None:
    """A body stands in trees from the day a document says that it holds something, by whom is not stated."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nname = "A"\nsources = ["late"]\n'
        'delegated_by = [{ id = "not_stated", sources = ["early"] }]\n'
    )

    assert dates(graph) == ["2 Dec 2020"]
    assert not graph.as_of("2020-12-01").shown("a")
    assert graph.as_of("2020-12-02").shown("a")


def test_the_most_exact_of_dates_with_the_same_last_day(graph_of: GraphOf) -> None:
    """Dates with the same last day are one step, by the most exact of them, whatever the date of the graph."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nname = "A"\nstart_date = "2020-12"\nsources = ["late"]\n'
        '[[body]]\nid = "b"\nname = "B"\nstart_date = "2020-12-31"\nsources = ["late"]\n'
        '[[body]]\nid = "c"\nname = "C"\nstart_date = "2020"\nsources = ["late"]\n'
    )

    assert dates(graph.as_of("2019")) == dates(graph) == ["31 Dec 2020"]


def test_the_changes_of_a_day_are_summed_up(graph_of: GraphOf) -> None:
    """By number and kind; of several events with the name of the one that changed most, the first by name of equal ones."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nname = "A"\nsources = ["early"]\n'
        '[[body]]\nid = "b"\nname = "B"\nsources = ["early"]\n'
        '[[event]]\nid = "e1"\nname = "Zest"\ndate = "2021-04-01"\noriginals = ["a"]\nsources = ["early", "late"]\n'
        '[[event]]\nid = "e2"\nname = "Yarn"\ndate = "2021-04-01"\noriginals = ["b"]\nsources = ["early", "late"]\n'
        '[[event]]\nid = "e3"\nname = "Axle"\ndate = "2021-04-01"\nsources = ["early", "late"]\n'
    )
    found = {each.date.words(): dict(each.summaries) for each in changes(graph)}
    assert found == {
        "2 Dec 2020": {DOCUMENTED: Summary(4, "", "")},
        "1 Apr 2021": {HAPPENS: Summary(3, "event", "Yarn"), ENDED: Summary(2, "body", "")},
    }


def test_a_name_that_depends_on_the_date_is_not_summed_up(graph_of: GraphOf) -> None:
    """The list of dates is the same at every date of the model: it asks the model at its date for such a name."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "a"\nsources = ["early"]\n'
        'name = [{ value = "A", sources = ["early"] }, { value = "B", sources = ["late"] }]\n'
    )
    (first, _) = changes(graph)
    assert dict(first.summaries) == {DOCUMENTED: Summary(1, "body", "")}
    assert [reasons_for(graph.as_of(day), first) for day in ("2021", None)] == [
        "first documented: A",
        "first documented: B",
    ]


def test_of_several_events_of_a_day_one_is_named_and_the_rest_are_counted_with_their_kind(
    graph_of: GraphOf,
) -> None:
    """After the name of the first stands how many more events there are, which is no part of the name."""
    graph = graph_of(
        "".join(
            f'[[event]]\nid = "e{each}"\nname = "Practice {each} leaves the list"\ndate = "2026-08-01"\n'
            for each in range(4)
        )
    )
    (change,) = changes(graph)
    assert reasons_for(graph, change) == "Practice 0 leaves the list; 3 more events"
