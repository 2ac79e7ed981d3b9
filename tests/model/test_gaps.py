"""Gaps: one test a sort, each with the question to ask."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Citation, Evidence, Graph, parse_date
from tiers.model.answers.gaps import FINDERS, SORTS, gaps
from tiers.model.format import KINDS
from tiers.model.structure.order import sibling_key

from .counting import counted, country
from .governance import Parts, parts
from .governance import graph_of as governed

GraphOf = Callable[[str], Graph]

_PLACE = '[[source]]\nid = "s"\nname = "S"\npresented = "2021"\n[file]\nsources = ["s"]\n[[partnership]]\nid = "place"\nname = "Place"\ndecides = "none"\nlegal_form = "none"\n'
_ISSUE = '[[issue]]\nid = "x"\nname = "Asked"\nstate = "open"\nquestion = "Who?"\nraised_by = "place"\n'
_DELEGATED = '[[body]]\nid = "x"\nname = "Board"\ndelegated_by = [{ id = "place" }]\n'
_LAYERED = '[[layer]]\nid = "top"\nof = "place"\nname = "Top"\n[[organisation]]\nid = "in"\nname = "In"\nin_layer = "top"\n'
_TYPED = (
    '[[collective]]\nid = "watch"\nname = "Healthwatches"\n[[type]]\nid = "kind"\nname = "Kind"\nmay_include = "watch"\n'
    '[[partnership]]\nid = "x"\nname = "X"\ninstance_of = "kind"\nmembers = ["place"]\n'
)


@pytest.mark.parametrize(
    ("code", "toml", "question"),
    [
        ("open-question", _ISSUE, "Who?"),
        (
            "delegation-extent",
            _DELEGATED,
            "How far does the delegation of responsibility from Place to Board go?",
        ),
        ("delegation-function", _DELEGATED, "What is delegated from Place to Board?"),
        (
            "delegation-legal-basis",
            _DELEGATED,
            "By what legal power is responsibility delegated from Place to Board?",
        ),
        (
            "delegation-accountable",
            _DELEGATED,
            "Who stays accountable after the delegation of responsibility from Place to Board?",
        ),
        (
            "delegation-giver",
            '[[body]]\nid = "x"\nname = "Board"\ndelegated_by = "not_stated"\n',
            "Who delegates responsibility to Board?",
        ),
        ("body-members", '[[body]]\nid = "x"\nname = "Board"\n', "Who sits on Board?"),
        ("body-chair", '[[body]]\nid = "x"\nname = "Board"\nmembers = ["place"]\n', "Who chairs Board?"),
        (
            "body-chair",
            '[[body]]\nid = "x"\nname = "Board"\nmembers = [{ id = "place", role = "Vice-chair" }]\n',
            "Who chairs Board?",
        ),
        (
            "workstream-lead",
            '[[workstream]]\nid = "x"\nname = "Frailty"\n',
            "Who leads the workstream Frailty?",
        ),
        (
            "workstream-accountable",
            '[[workstream]]\nid = "x"\nname = "Frailty"\naccountable_to = [{ to = "place", basis = "inferred" }]\n',
            "To whom does the workstream Frailty answer?",
        ),
        (
            "accountable-to-unknown",
            '[[body]]\nid = "x"\nname = "Board"\naccountable_to = "not_stated"\n',
            "To whom does Board answer?",
        ),
        ("post-holder", '[[post]]\nid = "x"\nname = "Lead"\n', "Who holds this post: Lead?"),
        (
            "post-in-unknown",
            '[[post]]\nid = "x"\nname = "Lead"\npost_in = "not_stated"\n',
            "Which organisation is this post in: Lead?",
        ),
        (
            "decides",
            '[[organisation]]\nid = "x"\nname = "Trust"\ndecides = "not_stated"\n',
            "What may Trust decide?",
        ),
        (
            "legal-form",
            '[[organisation]]\nid = "x"\nname = "Trust"\nlegal_form = "not_stated"\n',
            "What is Trust in law?",
        ),
        (
            "member-without-layer",
            f'{_LAYERED}[[organisation]]\nid = "x"\nname = "Trust"\nmember_of = "place"\n',
            "Where does the member Trust stand in the decision making of Place?",
        ),
        (
            "layer-without-membership",
            f'{_LAYERED}[[organisation]]\nid = "x"\nname = "Trust"\nmember_of = "place"\nin_layer = "top"\n',
            "Is In, which stands in the decision making of Place, a member of it?",
        ),
        ("participant-lacking", _TYPED, "Who takes part in X for Healthwatches?"),
        (
            "disagreement",
            '[[disagreement]]\nid = "x"\nname = "Names"\nattribute = "name"\npositions = [{ text = "One" }]\nfollows = "undecided"\n',
            "Names: which document is right?",
        ),
        (
            "possibly-same",
            '[[body]]\nid = "x"\nname = "Board"\npossibly_same_as = "place"\n',
            "Is Board the same as Place?",
        ),
        (
            "responsible-for-unknown",
            '[[function]]\nid = "x"\nname = "Budget"\nin_hands_of = "not_stated"\n',
            "Who is responsible for Budget?",
        ),
        (
            "function-decider",
            '[[function]]\nid = "x"\nname = "Budget"\nin_hands_of = [{ id = "place", mode = "oversees" }]\n',
            "Who decides about Budget?",
        ),
        (
            "function-role",
            '[[function]]\nid = "x"\nname = "Budget"\nin_hands_of = [{ id = "not_stated", mode = "oversees" }]\n',
            "Who oversees Budget?",
        ),
        (
            "provides-unknown",
            '[[service]]\nid = "x"\nname = "Line"\nprovided_by = "not_stated"\n',
            "Who provides Line?",
        ),
        (
            "commits-unknown",
            '[[commitment]]\nid = "x"\nname = "Do it"\ncommits = "not_stated"\n',
            "Who is to do this: Do it?",
        ),
        (
            "due-unknown",
            '[[commitment]]\nid = "x"\nname = "Do it"\ndue = "not_stated"\n',
            "When is this due: Do it?",
        ),
        ("made-by-unknown", '[[plan]]\nid = "x"\nname = "Plan"\nmade_by = "not_stated"\n', "Who made Plan?"),
        (
            "stands-for-unknown",
            '[[collective]]\nid = "x"\nname = "Boards"\nstands_for = "not_stated"\n',
            "Who is meant by Boards?",
        ),
        (
            "covers-unknown",
            '[[partnership]]\nid = "x"\nname = "System"\ncovers = "not_stated"\n',
            "Which area does System serve?",
        ),
        (
            "not-documented-since",
            '[[organisation]]\nid = "x"\nname = "Trust"\n',
            "Is this still so: Trust?",
        ),
    ],
)
def test_a_sort_of_gap(graph_of: GraphOf, code: str, toml: str, question: str) -> None:
    """A model that lacks one thing has the gap of that sort, with its question in plain words."""
    graph = graph_of(_PLACE + toml)
    assert question in [
        each.question for each in gaps(graph, older_than=parse_date("2022")) if each.code == code
    ]


def test_a_statement_without_a_source(graph_of: GraphOf) -> None:
    """What is said without a source is a gap of its own."""
    graph = graph_of('[[organisation]]\nid = "x"\nname = "Trust"\n')
    assert [(each.code, each.question) for each in gaps(graph)] == [
        ("no-source", "Where is it written what is said of Trust?")
    ]


def test_every_sort_is_tried(graph_of: GraphOf) -> None:
    """The table of sorts and the tests above name the same sorts."""
    marks = getattr(test_a_sort_of_gap, "pytestmark")  # noqa: B009 - pytest puts it there
    tried = {case[0] for case in marks[0].args[1]}
    assert tried | {"no-source"} == set(SORTS)


@pytest.mark.parametrize(
    ("hands", "asked"),
    [
        ("", [("responsible-for-unknown", "Who is responsible for Budget?", "Not recorded.")]),
        ('in_hands_of = "not_stated"', [("responsible-for-unknown", "Who is responsible for Budget?", "")]),
        ('in_hands_of = "none"', []),
        ('in_hands_of = [{ id = "unknown", mode = "decides", basis = "stated" }]', []),
        ('in_hands_of = [{ id = "place", mode = "reserves" }]', []),
        ('in_hands_of = [{ id = "place", mode = "delegated" }, { id = "not_stated", mode = "decides" }]', []),
        ('in_hands_of = ["place", "not_stated"]', [("function-decider", "Who decides about Budget?", "")]),
        (
            'in_hands_of = [{ id = "place", mode = "decides" }, { id = "not_stated", mode = "delivers" }]',
            [("function-role", "Who delivers Budget?", "")],
        ),
        (
            'in_hands_of = [{ id = "place", mode = "decides", basis = "inferred" }]',
            [("function-decider", "Who decides about Budget?", "That Place decides about it is inferred.")],
        ),
        (
            'in_hands_of = [{ id = "place", mode = "decides", expected_date = "2030" }]',
            [
                (
                    "function-decider",
                    "Who decides about Budget?",
                    "That Place is to decide about it is only planned.",
                )
            ],
        ),
        (
            'in_hands_of = [{ id = "place", mode = "decides", end_date = "2020" }]',
            [("function-decider", "Who decides about Budget?", "Place decided about it until 2020.")],
        ),
        ('points = ["Write to the board."]\nin_hands_of = [{ id = "place", mode = "delivers" }]', []),
    ],
)
def test_what_is_asked_of_a_function(
    graph_of: GraphOf, hands: str, asked: list[tuple[str, str, str]]
) -> None:
    """Of a function it is asked who decides where nobody is stated to, and who is responsible where nobody is named at all."""
    graph = graph_of(_PLACE + f'[[function]]\nid = "x"\nname = "Budget"\n{hands}\n')
    assert [
        (each.code, each.question, each.note)
        for each in gaps(graph)
        if each.id == "x" and "source" not in each.code
    ] == asked


def test_what_is_whole_has_no_gap(graph_of: GraphOf) -> None:
    """A chair, a lead, a stated account, a named participant: nothing to ask."""
    graph = graph_of(
        _PLACE
        + """
[[organisation]]
id = "trust"
name = "Healthwatch Place"
[[collective]]
id = "watch"
name = "Healthwatches"
[[type]]
id = "kind"
name = "Kind"
may_include = "watch"
[[body]]
id = "board"
name = "Board"
decides = "decides"
legal_form = "committee"
instance_of = "kind"
members = [{ id = "trust", role = "chair" }]
[[workstream]]
id = "strand"
name = "Strand"
decides = "none"
legal_form = "none"
members = [{ id = "trust", role = "lead" }]
accountable_to = "board"
"""
    )
    assert [each.question for each in gaps(graph)] == []


@given(drawn=parts(), at=st.sampled_from((None, "2020", "2021-12-31", "2022-02-22")))
def test_where_gaps_may_be_is_where_they_are(drawn: Parts, at: str | None) -> None:
    """What is found by looking only where there may be a gap is what is found everywhere, in the order of the sorts."""
    graph = governed(*drawn, at)
    ids = [each for each in graph if graph.shown(each)]
    found = [gap for finder in FINDERS for gap in finder.find(graph, ids)]
    sorts, kinds = list(SORTS), list(KINDS)
    assert gaps(graph) == sorted(
        dict.fromkeys(found),
        key=lambda gap: (
            sorts.index(gap.code),
            kinds.index(graph.kind(gap.id)),
            sibling_key(graph, gap.id),
            gap.question,
            gap.note,
            str([str(each) for each in gap.evidence.citations]),
        ),
    )


def test_a_whole_model_is_gone_through_once() -> None:
    """Asked again it is known; at another date only what may have gaps is looked at."""
    bare = country(4, 5, 20)
    sourced = Evidence(citations=(Citation("s"),))
    graph = Graph.of(
        {each: attrs.evolve(entity, evidence=sourced) for each, entity in bare.entities_by_id()},
        (attrs.evolve(each, evidence=sourced) for borne in bare.relations_by_subject() for each in borne),
    )
    first, looked_at = counted(graph)
    found = gaps(first)
    looked_at.asked.clear()
    assert (gaps(first), looked_at.asked) == (found, set())
    later, looked_at = counted(first.as_of("2022"))
    gaps(later)
    asked = {graph.kind(each) for each in looked_at.asked}
    assert asked == {"partnership", "layer", "body", "workstream"}  # not the practices, which are most of it
