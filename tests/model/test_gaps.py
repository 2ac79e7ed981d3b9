"""Gaps: one test for each type, each with the question to ask."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Citation, Evidence, Graph, parse_date
from tiers.model.answers.gaps import FINDERS, HEADINGS, gaps, of_codes
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
            "body-chair",
            '[[body]]\nid = "x"\nname = "Board"\nmembers = [{ id = "place", role = "Wheelchair services" }]\n',
            "Who chairs Board?",
        ),
        (
            "body-chair",
            '[[body]]\nid = "x"\nname = "Board"\nmembers = ["place"]\n[[post]]\nid = "p"\nname = "Deputy Chair of Board"\npost_in = "x"\n',
            "Who chairs Board?",
        ),
        (
            "workstream-lead",
            '[[workstream]]\nid = "x"\nname = "Frailty"\n',
            "Who leads the workstream Frailty?",
        ),
        (
            "above-ended",
            (
                '[[organisation]]\nid = "old"\nname = "Old Group"\nend_date = "2021-03-31"\n'
                '[[body]]\nid = "board"\nname = "Board"\npart_of = "old"\n'
            ),
            "Who took over Board from Old Group, which ended on 31 Mar 2021?",
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
        ("participant-lacking", _TYPED, "Does anybody take part in X for Healthwatches?"),
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
    """A model that lacks one thing has the gap of that type, with its question in plain words."""
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


def test_every_sort_is_tried() -> None:
    """The table of headings and the tests above and below have the same codes."""
    marks = getattr(test_a_sort_of_gap, "pytestmark")  # noqa: B009 - pytest puts it there
    tried = {case[0] for case in marks[0].args[1]}
    written = {code for code, _ in (*_NOT_STATED, *_DETAILS)}
    assert tried | written | {"no-source", "delegation-limit", "function-decider"} == set(HEADINGS)


_NOT_STATED = [
    ("status", "How does Board stand: active, in shadow form, planned, proposed, closed?"),
    ("start-date", "When did this begin: Board?"),
    ("end-date", "When did this end: Board?"),
    ("expected-date", "By when is this expected: Board?"),
    ("quorum", "How many must be present for Board to decide?"),
    ("meets", "How often does Board meet?"),
    ("meets-in-public", "Does Board meet in public?"),
    ("legal-basis", "Under which power or agreement is Board set up?"),
    ("review-date", "By when are the terms of Board to be reviewed?"),
    ("due-unknown", "When is this due: Act?"),
    ("promised-on", "When was this promised: Act?"),
    ("date", "On which day was this: Meeting?"),
    ("outcome", "What came of this: Meeting?"),
    ("promised", "What was promised about this: Question?"),
    ("seen-since", "What has been seen since of this: Question?"),
    ("meanings-expansion", "What is ICP short for?"),
]
_SILENT = """
[[body]]
id = "x"
name = "Board"
status = "not_stated"
start_date = "not_stated"
end_date = "not_stated"
expected_date = [{ value = "unknown", basis = "stated", note = "It slipped." }]
quorum = "not_stated"
meets = "not_stated"
meets_in_public = "not_stated"
legal_basis = "not_stated"
review_date = "not_stated"
decides = "none"
legal_form = "none"
members = [{ id = "place", capacity = "chair" }]
[[commitment]]
id = "act"
name = "Act"
due = "not_stated"
promised_on = "not_stated"
[[event]]
id = "meeting"
name = "Meeting"
date = "not_stated"
outcome = "not_stated"
[[issue]]
id = "question"
name = "Question"
state = "noted"
promised = "not_stated"
seen_since = "not_stated"
[[term]]
id = "icp"
name = "ICP"
meanings = [{ text = "A partnership.", expansion = "not_stated" }]
"""


def test_what_is_written_as_not_stated_is_asked_for(graph_of: GraphOf) -> None:
    """Each attribute written as not stated, or as unknown where a source states that, has its question and its note."""
    found = gaps(graph_of(_PLACE + _SILENT))
    assert [(each.code, each.question) for each in found] == sorted(
        _NOT_STATED, key=lambda case: list(HEADINGS).index(case[0])
    )
    assert {each.code: each.note for each in found if each.note} == {
        "expected-date": "A document states that it is not known. It slipped."
    }


_DETAILS = [
    ("member-of-voting", "Does Trust vote on Board?"),
    ("member-of-on-behalf-of", "For whom does Trust take part in Board?"),
    ("member-of-nominated-by", "Who nominates Trust for the seat on Board?"),
    ("member-of-deputy", "Who stands in for Trust on Board?"),
    ("member-of-term-ends", "When does the term of Trust on Board run out?"),
    ("responsible-for-mode", "In what way is Trust responsible for Budget?"),
    ("accountable-to-function", "For what does Trust answer to Board?"),
    ("took-part-in-on-behalf-of", "For whom does Trust take part in Meeting?"),
]


def test_a_detail_of_a_relation_that_is_not_stated_is_asked_for(graph_of: GraphOf) -> None:
    """What is not stated of a seat is asked below the body, of any other relation below the entity that has it."""
    found = gaps(
        graph_of(
            _PLACE
            + """
[[body]]
id = "x"
name = "Board"
decides = "none"
legal_form = "none"
members = [{ id = "trust", capacity = "chair", voting = "not_stated", on_behalf_of = "not_stated", nominated_by = "not_stated", deputy = "not_stated", term_ends = "not_stated" }]
[[organisation]]
id = "trust"
name = "Trust"
responsible_for = [{ to = "budget", mode = "not_stated" }]
accountable_to = [{ to = "x", function = "not_stated" }]
took_part_in = [{ to = "meeting", on_behalf_of = "not_stated" }]
[[function]]
id = "budget"
name = "Budget"
in_hands_of = [{ id = "none", mode = "decides" }]
[[event]]
id = "meeting"
name = "Meeting"
"""
        )
    )
    assert [(each.code, each.question) for each in found] == _DETAILS
    assert [each.id for each in found] == ["x"] * 5 + ["trust"] * 3


_POWER = """
[[body]]
id = "board"
name = "Board"
legal_form = "none"
members = [{ id = "place", capacity = "chair" }]
"""
_UNRECORDED = [
    ("quorum", "How many must be present for Board to decide?"),
    ("meets", "How often does Board meet?"),
    ("meets-in-public", "Does Board meet in public?"),
    ("legal-basis", "Under which power or agreement is Board set up?"),
    ("review-date", "By when are the terms of Board to be reviewed?"),
]


@pytest.mark.parametrize(
    "power",
    [
        'decides = "decides"\n',
        'responsible_for = [{ to = "budget", mode = "reserves" }]\n[[function]]\nid = "budget"\nname = "Budget"\n',
    ],
    ids=["its power", "a function"],
)
def test_how_it_meets_is_asked_of_whoever_decides(graph_of: GraphOf, power: str) -> None:
    """Quorum, meetings, basis and review are asked of a body that decides where nothing is recorded of them."""
    found = gaps(graph_of(_PLACE + _POWER + power))
    assert [(each.code, each.question, each.note) for each in found] == [
        (*each, "Not recorded.") for each in _UNRECORDED
    ]


def test_how_it_meets_is_not_asked_of_who_does_not_decide(graph_of: GraphOf) -> None:
    """Of a body that decides nothing, and of what is recorded or stated to be none, nothing is asked."""
    assert gaps(graph_of(_PLACE + _POWER + 'decides = "none"\n')) == []
    told = 'decides = "decides"\nquorum = "none"\nmeets = "Monthly"\nmeets_in_public = false\nlegal_basis = "An Act"\nreview_date = "2024"\n'
    assert gaps(graph_of(_PLACE + _POWER + told)) == []


def test_who_decides_above_a_limit_is_asked(graph_of: GraphOf) -> None:
    """A limit above which nobody is said to decide is a gap of the delegation."""
    graph = graph_of(
        _PLACE
        + '[[body]]\nid = "x"\nname = "Board"\ndelegated_by = [{ id = "place", limit = { up_to = 5, unit = "£", above = "not_stated" } }]\n'
    )
    assert [each.question for each in gaps(graph) if each.code == "delegation-limit"] == [
        "Who decides about responsibility above the limit of the delegation from Place to Board?"
    ]


@pytest.mark.parametrize(
    ("hands", "asked"),
    [
        ('[{ id = "place", mode = "oversees" }]', ["Who decides about Budget?"]),
        ('[{ id = "place", mode = "oversees" }, { id = "none", mode = "decides" }]', []),
        ('[{ id = "place", mode = "delegated" }]', []),
        ('[{ id = "place", mode = "oversees" }, { id = "x", mode = "decides", end_date = "2021" }]', ["Who decides about Budget?"]),
    ],
)  # fmt: skip
def test_who_decides_about_a_function_in_hand_is_asked(
    graph_of: GraphOf, hands: str, asked: list[str]
) -> None:
    """A function that somebody has in hand and of which nobody decides now is a gap, unless a source states that nobody does."""
    toml = f'[[organisation]]\nid = "x"\nname = "Trust"\n[[function]]\nid = "budget"\nname = "Budget"\nin_hands_of = {hands}\n'
    assert [each.question for each in gaps(graph_of(_PLACE + toml)) if each.id == "budget"] == asked


_TRUSTS = """
[[collective]]
id = "acute"
name = "Acute NHS trusts"
{meant}
[[type]]
id = "kind"
name = "Kind"
may_include = "acute"
[[organisation]]
id = "trust"
name = "Wessex NHS Trust"
{is_a}
[[partnership]]
id = "x"
name = "X"
decides = "none"
legal_form = "none"
instance_of = "kind"
members = ["place", "trust"]
"""


@pytest.mark.parametrize(
    ("meant", "is_a"),
    [
        ('stands_for = "trust"', ""),
        ("", 'member_of = "acute"'),
        ("", 'part_of = "acute"'),
        ("", 'classification = "acute"'),
        ('members = [{ id = "trust", basis = "inferred" }]', ""),
    ],
)
def test_who_is_said_to_be_a_participant_takes_part(graph_of: GraphOf, meant: str, is_a: str) -> None:
    """A member that the expected participant means, or that is of its kind by a relation or by its type, is no gap."""
    graph = graph_of(_PLACE + _TRUSTS.format(meant=meant, is_a=is_a))
    assert [each.question for each in gaps(graph, "x")] == []


def test_a_member_of_which_the_sort_is_not_recorded_is_named(graph_of: GraphOf) -> None:
    """Where a member could be the expected participant by its name, the question is which one is, not who takes part."""
    (gap,) = gaps(graph_of(_PLACE + _TRUSTS.format(meant="", is_a="")), "x")
    assert (gap.question, gap.note) == (
        "Which members of X, if any, are meant by Acute NHS trusts?",
        "A body of the type Kind may include it; by their names it could be Wessex NHS Trust.",
    )


def test_gaps_are_chosen_by_code_or_the_beginning_of_one(graph_of: GraphOf) -> None:
    """`delegation` is all codes that begin so, up to a hyphen; what is left out goes from what was chosen."""
    found = gaps(graph_of(_PLACE + _DELEGATED))
    every = [each.code for each in found]
    assert [each.code for each in of_codes(found, ())] == every
    assert [each.code for each in of_codes(found, ("delegation",), ("delegation-extent",))] == [
        "delegation-function",
        "delegation-legal-basis",
        "delegation-accountable",
    ]
    assert of_codes(found, ("deleg",)) == []
    assert [each.code for each in of_codes(found, (), ("delegation",))] == [
        code for code in every if not code.startswith("delegation-")
    ]


@pytest.mark.parametrize(
    ("hands", "asked"),
    [
        ("", [("responsible-for-unknown", "Who is responsible for Budget?", "Not recorded.")]),
        ('in_hands_of = "not_stated"', [("responsible-for-unknown", "Who is responsible for Budget?", "")]),
        ('in_hands_of = "none"', []),
        (
            'in_hands_of = [{ id = "unknown", mode = "decides", basis = "stated" }]',
            [("function-decider", "Who decides about Budget?", "A document states that it is not known.")],
        ),
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
quorum = "Two members"
meets = "Monthly"
meets_in_public = true
legal_basis = "none"
review_date = "2025"
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
    """What is found by looking only where there may be a gap is what is found everywhere, in the order of the headings."""
    graph = governed(*drawn, at)
    ids = [each for each in graph if graph.shown(each)]
    found = [gap for finder in FINDERS for gap in finder.find(graph, ids)]
    codes, kinds = list(HEADINGS), list(KINDS)
    assert gaps(graph) == sorted(
        dict.fromkeys(found),
        key=lambda gap: (
            codes.index(gap.code),
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
        {each: entity.but(evidence=sourced) for each, entity in bare.entities_by_id()},
        (each.but(evidence=sourced) for borne in bare.relations_by_subject() for each in borne),
    )
    first, looked_at = counted(graph)
    found = gaps(first)
    looked_at.asked.clear()
    assert (gaps(first), looked_at.asked) == (found, set())
    later, looked_at = counted(first.as_of("2022"))
    gaps(later)
    asked = {graph.kind(each) for each in looked_at.asked}
    assert asked == {"partnership", "layer", "body", "workstream"}  # not the practices, which are most of it


def test_silence_is_told_apart(graph_of: GraphOf) -> None:
    """What is written as not stated has no note; what a source states to be unknown, what is not recorded and what has ended say so."""
    graph = graph_of(
        _PLACE
        + """
[[body]]
id = "x"
name = "Board"
decides = "not_stated"
legal_form = "not_stated"
quorum = [{ value = "unknown", basis = "stated" }]
meets = [{ value = "Monthly", end_date = "2020-12-31" }]
delegated_by = [{ id = "place", function = "budget", extent = { text = "All" }, legal_basis = "not_stated" }]
responsible_for = [{ to = "budget", mode = "decides", start_date = "2020" }]
[[disagreement]]
id = "d"
name = "Who decides"
about = "budget"
attribute = "in_hands_of"
positions = [{ text = "The Board", value = "x" }, { text = "The Place", value = "place" }]
follows = "undecided"
[[function]]
id = "budget"
name = "Budget"
"""
    )
    known = "A document states that it is not known."
    assert {each.code: each.note for each in gaps(graph) if each.id == "x"} == {
        "decides": "",
        "legal-form": "",
        "quorum": known,
        "meets": "Not recorded. The value before it ended on 31 Dec 2020.",
        "meets-in-public": "Not recorded.",
        "legal-basis": "Not recorded.",
        "review-date": "Not recorded.",
        "delegation-legal-basis": "",
        "delegation-accountable": "Not recorded.",
        "body-members": "Not recorded.",
    }
