"""The rules of time, one by one."""

from collections.abc import Callable, Mapping

import pytest

from tiers.model import Graph, parse_date
from tiers.model.facts import standing
from tiers.model.facts.holding import NOT_YET, NOW, state_of

GraphOf = Callable[[str], Graph]

SOURCES = """
[[source]]
id = "early"
name = "Early minutes"
presented = "2020-12-02"
[[source]]
id = "late"
name = "Late slides"
written = "2022-01/2022-02"
presented = "2022-02-22"
[[source]]
id = "dim"
name = "Minutes without a day"
written = "2021-07/2021-12"
"""


def words(graph: Graph, day: str | None, entity_id: str = "x") -> str:
    return graph.as_of(day).standing(entity_id).words()


@pytest.mark.parametrize(
    ("state", "day", "said", "short"),
    [
        (standing.DOCUMENTED, None, "no date is documented", ""),
        (standing.DOCUMENTED, "2021-06", "documented Jun 2021", ""),
        (standing.LAST_DOCUMENTED, "2021-06", "last documented Jun 2021", ""),
        (standing.PLANNED, None, "planned: for a day that is stated to be unknown, no document says it happened", "planned: day unknown"),
        (standing.PLANNED, "2021", "planned: due 2021, no document says it happened", "planned: due 2021"),
        (standing.UNKNOWN_WHETHER, "2021-06", "unknown whether it had ended: it ended in Jun 2021", "unknown whether ended"),
        (standing.UNKNOWN_WHETHER, "2021~", "unknown whether it had ended: it ended about 2021", "unknown whether ended"),
        (standing.MAY_HAVE_BEGUN, "2021", "unknown whether it had begun: it began 2021", "unknown whether begun: 2021"),
        (standing.NOT_YET, "2021", "not yet: begins 2021", ""),
        (standing.NOT_YET_DUE, None, "not yet: planned", ""),
        (standing.NOT_YET_DUE, "2021-07/2021-12", "not yet: planned for some time between Jul and Dec 2021", ""),
        (standing.NOT_YET_DOCUMENTED, None, "not yet documented", ""),
        (standing.NOT_YET_DOCUMENTED, "2021", "not yet documented: first documented 2021", ""),
        (standing.ENDED, None, "ended", ""),
        (standing.ENDED, "2021-06", "ended Jun 2021", ""),
    ],
)  # fmt: skip
def test_each_standing_in_words(state: str, day: str | None, said: str, short: str) -> None:
    """In whole, and in as few words as a row has room for; by default these are the same."""
    found = standing.Standing(state, None if day is None else parse_date(day))
    assert (found.words(), found.short_words()) == (said, short or said)
    shown = state not in {standing.NOT_YET, standing.NOT_YET_DUE, standing.NOT_YET_DOCUMENTED, standing.ENDED}
    assert found.shown is shown


def test_a_document_of_some_day_in_a_year_speaks_from_its_first_day(graph_of: GraphOf) -> None:
    """What a document without an exact day says of a role holds from the first day that it may be of, and not before."""
    graph = graph_of(
        SOURCES + '[[function]]\nid = "f"\nname = "F"\n'
        '[[body]]\nid = "x"\nname = "X"\nresponsible_for = [{ to = "f", mode = "decides", sources = ["dim"] }]\n'
    )
    (relation,) = graph.every_relation("x", "responsible_for", "out")
    days = ("2021-06-30", "2021-07-01", "2021-10-01", "2022-02-01")
    assert [state_of(graph.as_of(day), relation)[0] for day in days] == [NOT_YET, NOW, NOW, NOW]


def test_evidence_is_not_existence(graph_of: GraphOf) -> None:
    """Without stated dates an entity is shown from its first evidence on, and marked after its last."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early"]\n'
        '[[body]]\nid = "y"\nname = "Y"\nsources = ["late"]\npart_of = "x"\n'
    )

    assert words(graph, "2020-12-01") == "not yet documented: first documented 2 Dec 2020"
    assert not graph.as_of("2020-12-01").shown("x")
    assert words(graph, "2020-12-02") == "documented 22 Feb 2022"
    assert words(graph, "2022-02-22") == "documented 22 Feb 2022"
    assert words(graph, "2022-02-23") == "last documented 22 Feb 2022"
    assert graph.as_of("2026").shown("x")
    assert words(graph, None) == "documented 22 Feb 2022"


def test_inferred_relations_are_no_evidence(graph_of: GraphOf) -> None:
    """A relation that we infer does not document what it points to."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early"]\n'
        '[[body]]\nid = "y"\nname = "Y"\nsources = ["late"]\npart_of = [{ to = "x", basis = "inferred" }]\n'
    )

    assert words(graph, None) == "documented 2 Dec 2020"


def test_a_partial_date_means_its_last_day(graph_of: GraphOf) -> None:
    """A year or a month given as the date is its last day."""
    graph = graph_of(SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early"]\n')

    assert words(graph, "2020") == "last documented 2 Dec 2020"
    assert words(graph, "2020-11") == "not yet documented: first documented 2 Dec 2020"


def test_stated_start_and_end(graph_of: GraphOf) -> None:
    """A start counts from its first possible day, an end through its last."""
    graph = graph_of(
        SOURCES
        + '[[body]]\nid = "x"\nname = "X"\nsources = ["late"]\nstart_date = "2019-04"\nend_date = "2021-03-31"\n'
    )

    assert words(graph, "2019-03-31") == "not yet: begins Apr 2019"
    assert graph.as_of("2019-04-01").shown("x")
    assert graph.as_of("2021-03-31").shown("x")
    assert words(graph, "2021-04-01") == "ended 31 Mar 2021"
    assert words(graph, None) == "ended 31 Mar 2021"
    assert not graph.shown("x")


def test_within_an_uncertain_end(graph_of: GraphOf) -> None:
    """Between the first and the last day an end may mean, it is unknown whether the entity had ended."""
    graph = graph_of(
        SOURCES
        + '[[body]]\nid = "x"\nname = "X"\nsources = ["early"]\nend_date = "[2022-01-02..2026-08-01]"\n'
    )

    assert words(graph, "2022-01-01") == "last documented 2 Dec 2020"
    assert words(graph, "2024") == "unknown whether it had ended: it ended between 2 Jan 2022 and 1 Aug 2026"
    assert graph.as_of("2024").shown("x")
    assert words(graph, "2026-08-02") == "ended between 2 Jan 2022 and 1 Aug 2026"


def test_what_is_only_expected(graph_of: GraphOf) -> None:
    """Something only expected appears from its expected day as planned, until evidence confirms it."""
    text = SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["late"]\nexpected_date = "2022-07-01"\n'
    graph = graph_of(text)

    assert words(graph, "2022-06-30") == "not yet: planned for 1 Jul 2022"
    assert not graph.as_of("2022-06-30").shown("x")
    assert words(graph, "2022-07-01") == "planned: due 1 Jul 2022, no document says it happened"
    assert words(graph, None) == "planned: due 1 Jul 2022, no document says it happened"
    assert graph.shown("x")

    confirmed = graph_of(
        text + '[[source]]\nid = "later"\nname = "L"\npresented = "2022-10-05"\n'
        '[[body]]\nid = "y"\nname = "Y"\npart_of = [{ to = "x", sources = ["later"] }]\n'
    )
    assert words(confirmed, None) == "documented 5 Oct 2022"
    assert words(confirmed, "2022-10-05") == "documented 5 Oct 2022"
    assert words(confirmed, "2022-10-04") == "planned: due 1 Jul 2022, first documented 5 Oct 2022"


def test_a_slipped_date_keeps_both(graph_of: GraphOf) -> None:
    """Of two expected dates the later statement is followed, the earlier one before it was made, and both are kept."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early", "late"]\n'
        'expected_date = [{ value = "2022-04", sources = ["early"] }, { value = "2022-07-01", sources = ["late"] }]\n'
    )

    assert str(graph.value("x", "expected_date")) == "2022-07-01"
    assert str(graph.as_of("2021").value("x", "expected_date")) == "2022-04"
    assert [str(each.value) for each in graph["x"].claims("expected_date")] == ["2022-04", "2022-07-01"]


@pytest.mark.parametrize("order", [1, -1])
def test_of_days_that_begin_together_the_most_exact_counts(graph_of: GraphOf, order: int) -> None:
    """Whichever is written first, a mention or a change event, the same day is told."""
    mentions = [
        f'[[body]]\nid = "{each[-1]}"\nname = "A"\npart_of = [{{ to = "x", as_at = "{each[:-1]}" }}]\n'
        for each in ("2021-03~a", "2021-03b")
    ]
    events = [
        f'[[event]]\nid = "{each[-1]}"\nname = "E"\ndate = "{each[:-1]}"\nresults = "y"\n'
        for each in ("2021e", "2021-01f")
    ]
    graph = graph_of(
        '[[body]]\nid = "x"\nname = "X"\n[[body]]\nid = "y"\nname = "Y"\n'
        + "".join([*mentions[::order], *events[::order]])
    )

    assert words(graph, "2020") == "not yet documented: first documented Mar 2021"
    assert words(graph, "2020", "y") == "not yet: begins Jan 2021"


def test_a_change_event_ends_its_originals_the_day_before(graph_of: GraphOf) -> None:
    """A change event, many to many, ends its originals the day before and begins its results on the day."""
    graph = graph_of(
        SOURCES + '[[organisation]]\nid = "a"\nname = "A"\nsources = ["early"]\n'
        '[[organisation]]\nid = "b"\nname = "B"\nsources = ["early"]\n'
        '[[organisation]]\nid = "x"\nname = "X"\nsources = ["late"]\n'
        '[[event]]\nid = "merger"\nname = "Merger"\ndate = "2021-04-01"\noriginals = ["a", "b"]\nresults = "x"\n'
        'sources = ["late"]\n'
    )

    shown = {
        day: [each for each in "abx" if graph.as_of(day).shown(each)] for day in ("2021-03-31", "2021-04-01")
    }
    assert shown == {"2021-03-31": ["a", "b"], "2021-04-01": ["x"]}
    assert words(graph, "2021-04-01", "a") == "ended 31 Mar 2021"
    assert words(graph, "2021-03-31") == "not yet: begins 1 Apr 2021"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "Borough Based Partnership"),
        ("2022-02-22", "Borough Based Partnership"),
        ("2021-12", "Integrated Care Partnership"),
        ("2020-12-31", "Health and Care Partnership"),
        ("2019", "Health and Care Partnership"),
    ],
)
def test_names_follow_the_date(graph_of: GraphOf, day: str | None, name: str) -> None:
    """An entity bears the name it was last documented with at the date; before all, the first one."""
    graph = graph_of(
        SOURCES + '[[partnership]]\nid = "x"\nsources = ["early"]\nname = ['
        '{ value = "Borough Based Partnership", sources = ["late"] }, '
        '{ value = "Health and Care Partnership", as_at = "2020-02" }, '
        '{ value = "Integrated Care Partnership", sources = ["dim"] }]\n'
    )

    assert graph.as_of(day).name("x") == name


def test_a_silence_yields_to_what_is_known(graph_of: GraphOf) -> None:
    """That a later source does not say it does not hide what an earlier source states."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\n'
        'decides = [{ value = "none", sources = ["early"] }, { value = "not_stated", sources = ["late"] }]\n'
    )

    assert graph.value("x", "decides") == "none"


def test_a_value_that_was_replaced_does_not_come_back(graph_of: GraphOf) -> None:
    """After the end of what replaced a value no document says what holds; before its document the older value does, and one of an older time replaces nothing."""
    values = '[{ value = "none", sources = ["early"] }, { value = "advises", end_date = "END", sources = ["late"] }]'
    body = SOURCES + f'[[body]]\nid = "x"\nname = "X"\ndecides = {values}\n'
    graph = graph_of(body.replace("END", "2022-12-31"))
    ends = [graph.as_of(day).value("x", "decides") for day in ("2021", "2022-06", "2023")]
    assert ends == ["none", "advises", None]
    assert graph_of(body.replace("END", "2020-11-30")).value("x", "decides") == "none"


@pytest.mark.parametrize(
    ("basis", "now"),
    [('basis = "stated", ', "unknown"), ('basis = "inferred", ', "2022-04"), ("", "2022-04")],
)
def test_only_a_stated_unknown_replaces_what_was_known(graph_of: GraphOf, basis: str, now: str) -> None:
    """A date that a later source states to be unknown is no longer known; one on which it is silent still is."""
    graph = graph_of(
        SOURCES
        + '[[commitment]]\nid = "x"\nname = "X"\n'
        + 'due = [{ value = "2022-04", sources = ["early"] }, { value = "unknown", BASISsources = ["late"] }]\n'.replace(
            "BASIS", basis
        )
    )

    assert str(graph.value("x", "due")) == now
    assert str(graph.as_of("2021").value("x", "due")) == "2022-04"


def test_what_slipped_to_an_unknown_day_is_still_planned(graph_of: GraphOf) -> None:
    """What is planned for a day that a source now states to be unknown has not happened, whoever mentions it later."""
    slipped = '[{ value = "2022-04", sources = ["early"] }, { value = "unknown", basis = "stated", sources = ["late"] }]'
    graph = graph_of(
        SOURCES
        + f'[[body]]\nid = "x"\nname = "X"\nsources = ["early", "late"]\nexpected_date = {slipped}\n'
        + f'[[event]]\nid = "y"\nname = "Y"\nsources = ["early", "late"]\ndate = {slipped}\n'
        + f'[[body]]\nid = "z"\nname = "Z"\nsources = ["early", "late"]\nstart_date = {slipped}\n'
    )

    said = "planned: for a day that is stated to be unknown, no document says it happened"
    assert [words(graph, None), words(graph, "2022-03")] == [said, said]
    before = [graph.as_of("2021").standing(each).words() for each in "xyz"]
    assert before == ["not yet: planned for Apr 2022"] * 3  # the later document knows no better yet
    assert [graph.standing("y").words(), graph.standing("z").words()] == [said, said]


def test_a_disagreement_decides(graph_of: GraphOf) -> None:
    """Where a disagreement names the side that the trees follow, that side is the value from the day it was stated."""
    claims = (
        'decides = [{ value = "none", sources = ["early"] }, { value = "decides", sources = ["late"] }]\n'
    )
    disagreement = (
        '[[disagreement]]\nid = "c"\nname = "Does X decide?"\nabout = "x"\nattribute = "decides"\nfollows = "{}"\n'
        'positions = [{ text = "It does not" }, { text = "It does" }]\n'
    )
    body = SOURCES + '[[body]]\nid = "x"\nname = "X"\n' + claims

    assert graph_of(body).value("x", "decides") == "decides"
    assert graph_of(body + disagreement.replace("{}", "none")).value("x", "decides") == "none"
    later = graph_of(body + disagreement.replace("{}", "decides"))
    assert (later.as_of("2021").value("x", "decides"), later.as_of("2022-03").value("x", "decides")) == (
        "none",
        "decides",
    )
    assert graph_of(body + disagreement.replace("{}", "undecided")).value("x", "decides") == "decides"


def test_relations_follow_the_date(graph_of: GraphOf) -> None:
    """A relation holds from its start or first evidence through its stated end."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early"]\n'
        '[[organisation]]\nid = "a"\nname = "A"\nsources = ["early"]\n'
        'member_of = [{ to = "x", start_date = "2021-01", end_date = "2021-06-30" }, '
        '{ to = "x", role = "chair", sources = ["late"] }]\n'
    )

    roles = {
        day: [each.details.get("role") for each in graph.as_of(day).relations("x", "member_of", "in")]
        for day in ("2020-12-31", "2021-01-01", "2021-06-30", "2021-07-01", "2022-02-22", None)
    }
    assert roles == {
        "2020-12-31": [],
        "2021-01-01": [None],
        "2021-06-30": [None],
        "2021-07-01": [],
        "2022-02-22": ["chair"],
        None: ["chair"],
    }
    assert len(graph.every_relation("x", "member_of", "in")) == 2


def test_what_a_plan_is_from_does_not_confirm_it(graph_of: GraphOf) -> None:
    """A document of days within a planned time, which says only that it is planned, is no evidence that it came."""
    graph = graph_of(
        SOURCES
        + '[[event]]\nid = "x"\nname = "X"\nsources = ["early"]\nexpected_date = "2020-11-30/2020-12-06"\n'
    )

    assert words(graph, "2020-12-02") == (
        "planned: due between 30 Nov and 6 Dec 2020, no document says it happened"
    )


def test_an_event_is_there_from_its_day(graph_of: GraphOf) -> None:
    """An event stands in trees from the first day it may have taken place, whenever it is documented."""
    graph = graph_of(
        SOURCES + '[[event]]\nid = "x"\nname = "X"\nsources = ["early", "late"]\n'
        'date = [{ value = "2021-04", sources = ["late"] }]\n'
        'expected_date = [{ value = "2021-03", sources = ["early"] }]\n'
    )

    assert words(graph, "2021-03-31") == "not yet: begins Apr 2021"
    assert not graph.as_of("2021-03-31").shown("x")
    assert graph.as_of("2021-04-01").shown("x")
    assert words(graph, None) == "documented 22 Feb 2022"


def test_an_entity_at_a_date_before_all_documents_is_not_in_the_trees(graph_of: GraphOf) -> None:
    """What is not yet documented, not yet begun or ended is in no tree; what is planned or uncertain is."""
    shown = {
        "first documented later": 'sources = ["late"]',
        "begins later": 'sources = ["early"]\nstart_date = "2021-06"',
        "ended": 'sources = ["early"]\nend_date = "2020-12-31"',
        "closed": 'sources = ["early"]\nstatus = "closed"',
        "planned for then": 'sources = ["early"]\nexpected_date = "2021-01"',
        "planned for later": 'sources = ["early"]\nexpected_date = "2022"',
        "uncertain end": 'sources = ["early"]\nend_date = "2021/2022"',
        "last documented": 'sources = ["early"]',
    }
    found = {
        case: graph_of(SOURCES + f'[[body]]\nid = "x"\nname = "X"\n{text}\n').as_of("2021-03-01").shown("x")
        for case, text in shown.items()
    }

    assert found == {
        "first documented later": False,
        "begins later": False,
        "ended": False,
        "closed": False,
        "planned for then": True,
        "planned for later": False,
        "uncertain end": True,
        "last documented": True,
    }


def test_a_later_document_may_know_an_earlier_day_better(graph_of: GraphOf) -> None:
    """The day of an event, a start or an end that a disagreement settles is so at every date, whenever it was said."""
    graph = graph_of(
        SOURCES + '[[event]]\nid = "x"\nname = "Merger"\nsources = ["early", "late"]\n'
        'date = [{ value = "2021-04", sources = ["early"] }, { value = "2021-02", sources = ["late"] }]\n'
        '[[disagreement]]\nid = "c"\nname = "When was it?"\nabout = "x"\nattribute = "date"\nfollows = "2021-02"\n'
        'positions = [{ text = "In April" }, { text = "In February" }]\n'
    )

    assert str(graph.as_of("2021-03").value("x", "date")) == "2021-02"
    assert graph.as_of("2021-03").shown("x")
    assert not graph.as_of("2021-01").shown("x")


def test_what_stands_in_trees_is_learnt_at_once(graph_of: GraphOf) -> None:
    """Another thread, which prints a view, is never told meanwhile that something shown is not."""
    told: list[bool] = []

    class Watched(dict[str, bool]):
        def update(self, *found: Mapping[str, bool]) -> None:  # type: ignore[override] # as it is called
            super().update(*found)
            told.append(self["x"])

    graph = graph_of('[[body]]\nid = "x"\nname = "X"\n').but(in_trees=Watched())

    assert graph.all_shown() == ["x"]
    assert told == [True]
