"""Questions to Aldermere, a model in the shape of terms of reference and a scheme of delegation, with whole answers."""

import pytest

from tests.cli.borough import ALDERMERE, ANSWERS, QUESTIONS, answer
from tests.cli.conftest import Answer, Tiers


@pytest.fixture
def ask(tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    monkeypatch.setenv("TIERS_MODEL", str(ALDERMERE))
    return tiers


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_whole_answer_is_the_one_that_was_read(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each question has the answer that a reader of the papers found right, byte for byte."""
    monkeypatch.setenv("TIERS_MODEL", "")
    monkeypatch.setenv("COLUMNS", "")
    assert answer(question).encode() == (ANSWERS / question).read_bytes()


def test_every_answer_has_a_question() -> None:
    """No answer is left over from a question that nobody asks any more."""
    assert {each.name for each in ANSWERS.iterdir()} == set(QUESTIONS)


def test_the_model_has_no_mistake_and_no_warning(ask: Tiers) -> None:
    """The borough is written as the format asks for it."""
    assert ask("check") == Answer(0, "", "5 files checked: no mistakes, no warnings\n")


@pytest.mark.parametrize(
    ("topic", "verdict", "chain"),
    [
        (
            "Reablement",
            (
                "The documents say that Aldermere Section 75 Board holds Reablement by delegation "
                "(up to £300,000; above that Cabinet of Aldermere Council); Carers Forum is consulted on it."
            ),
            "Carers Forum > Section 75 Board > Aldermere Council > Aldermere Place Partnership > Fenmarch Integrated Care System",
        ),
        (
            "Better Care Fund",
            (
                "The documents say that Aldermere Section 75 Board holds Better Care Fund by delegation "
                "(up to £500,000; above that Finance Committee)."
            ),
            "Section 75 Board > Fenmarch Integrated Care Board > Fenmarch Integrated Care System",
        ),
        (
            "Support for carers",
            (
                "The documents do not say who decides about Support for carers; Aldermere Section 75 Board is "
                "responsible for it, role not stated."
            ),
            "Section 75 Board > Aldermere Council > Aldermere Place Partnership > Fenmarch Integrated Care System",
        ),
    ],
)
def test_a_joint_board_answers_for_each_function_to_its_own_giver(
    ask: Tiers, topic: str, verdict: str, chain: str
) -> None:
    """Of two who delegate to a board and to whom it answers, only the one of the function stands above it."""
    assert ask("who", topic).out.splitlines()[1:3] == [verdict, chain]


@pytest.mark.parametrize(
    ("form", "said"), [("csv", ",planned,yes,"), ("jsonl", '"standing":"planned","disputed":true,')]
)
def test_a_planned_delegation_is_planned_in_a_table(ask: Tiers, form: str, said: str) -> None:
    """Who is only to have a function in hand is `planned` there, though it is documented itself."""
    rows = ask("print", "--view", "functions", "--format", form).out.splitlines()
    of_function = [each for each in rows if "Hospital at home" in each and "Provider Collaborative" in each]
    assert [said in each for each in of_function if "delegated to" not in each] == [True]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("show", "fenmarch-icb"),
            "  followed by Fenmarch and Coast Integrated Care Board · planned: due 1 Apr 2025 [2]",
        ),
        (("show", "s75-board"), "  Better Care Fund · delegated [5, 6]"),
        (("show", "s75-board"), "Members: 6 voting seats; 1 in attendance; 1 observer; 1 deputy [1, 2]"),
        (
            ("diff", "2021", "2023"),
            "  Tolling Place Partnership · partnership · first documented 10 May 2023 · planned: due 1 Oct 2023",
        ),
        (
            ("timeline",),
            (
                "  31 Mar 2023: Fenmarch Integrated Care Board stopped delegating authority to Primary Care Committee "
                "for Eye tests · organisation · Fenmarch Integrated Care System [2]"
            ),
        ),
        (
            ("who", "Quality Committee"),
            (
                "Who sits on Quality Committee: none (stated in Scheme of reservation and delegation of Fenmarch "
                "Integrated Care Board)"
            ),
        ),
        (("matters",), "    promised: none (stated in Minutes of the Aldermere Section 75 Board)"),
        (
            ("path", "wide-icb", "aldermere-ccg"),
            (
                "Succession: NHS Aldermere Clinical Commissioning Group > NHS Fenmarch Clinical Commissioning "
                "Group > Fenmarch Integrated Care Board > Fenmarch and Coast Integrated Care Board"
            ),
        ),
        (
            ("print", "--view", "functions"),
            (
                "│   └── delegated to Aldermere Section 75 Board, up to £300,000; above it Cabinet of Aldermere Council, "
                "by Aldermere Council"
            ),
        ),
        (
            ("glossary",),
            "BCF = Better Care Fund: Money that the council and the NHS put together for care outside hospital.",
        ),
    ],
)
def test_a_line_says_what_the_papers_say(ask: Tiers, words: tuple[str, ...], line: str) -> None:
    """What is planned, over, limited, of one function or stated to be none is told as that where it is told."""
    assert ask(*words).out.splitlines().count(line) == 1


@pytest.mark.parametrize(
    "question",
    [
        "What may Fenmarch Community Provider Collaborative decide?",
        "How far does the delegation of Reablement from Aldermere Council to Aldermere Section 75 Board go?",
        "Who holds this post: Chair of the Primary Care Committee?",
        "Who sits on Quality Committee?",
    ],
)
def test_what_the_papers_tell_is_no_gap(ask: Tiers, question: str) -> None:
    """What is disputed, limited to an amount, or stated to be vacant or none is not asked for as missing."""
    assert question not in ask("gaps").out
