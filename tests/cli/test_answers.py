"""The answers of the commands on the small model, format by format."""

import json
from pathlib import Path

import pytest

from .conftest import Answer, Tiers

GOLDEN = Path(__file__).parent.parent / "golden"
_LISTED = ("text", "markdown", "csv", "json")
_COMMANDS = {
    "search": (("search", "board"), _LISTED),
    "timeline": (("timeline",), ("text", "strip", *_LISTED[1:])),
    "who": (("who", "frailty"), ("text", "json")),
    "raise": (("who", "--raise", "frailty"), ("text", "json")),
    "matters": (("matters",), _LISTED),
    "gaps": (("gaps", "--questions"), _LISTED),
    "path": (("path", "Ex Council", "ex-frailty"), _LISTED),
    "diff": (("diff", "2021", "2022-02-22"), ("text", "markdown", "json")),
    "compare": (("compare", "ex", "ex", "--as-of", "2021,2022-02-22"), ("text", "markdown", "json")),
}
_CASES = [(name, form) for name, (_, forms) in _COMMANDS.items() for form in forms]


@pytest.mark.parametrize(("name", "form"), _CASES)
def test_the_answer_is_the_golden_file(tiers: Tiers, name: str, form: str) -> None:
    """The bytes of every format are a contract and change only on purpose."""
    golden = (GOLDEN / f"place.{name}.{form}").read_text(encoding="utf-8")
    status = 1 if name == "raise" else 0
    assert tiers(*_COMMANDS[name][0], "--format", form) == Answer(status, golden)


@pytest.mark.parametrize(("name", "form"), [case for case in _CASES if case[1] == "json"])
def test_the_json_is_json(tiers: Tiers, name: str, form: str) -> None:
    """Every machine format can be read by a machine, also where the stream carries ASCII alone."""
    assert json.loads(tiers(*_COMMANDS[name][0], "--format", form).out)


def test_the_text_is_the_default(tiers: Tiers) -> None:
    """Without a format the answer is for people."""
    for words, _ in _COMMANDS.values():
        assert tiers(*words) == tiers(*words, "--format", "text")


def test_what_has_ended_is_not_called_unmentioned(tiers: Tiers, tmp_path: Path) -> None:
    """Of an organisation that has ended it is said that it does not stand now, with its last day, not that nothing mentions it."""
    model = tmp_path / "a.toml"
    model.write_text(
        '[[organisation]]\nid = "old"\nname = "Harbour Hospital NHS Trust"\nend_date = "2021-03-31"\n',
        encoding="utf-8",
    )
    assert tiers("--model", str(model), "who", "harbour hospital") == Answer(
        1,
        "",
        "error: nothing that stands now is called `harbour hospital`\n\n"
        "hint: Harbour Hospital NHS Trust: ended 31 Mar 2021\n",
    )


def test_a_topic_that_is_nowhere(tiers: Tiers) -> None:
    """No chain is exit 1, an empty answer and the nearest words; the JSON says so in its own form."""
    message = (
        "error: no document in this model mentions `zebra`\n\nhint: `tiers search` searches the whole model\n"
    )
    assert tiers("who", "zebra") == Answer(1, "", message)
    answer = tiers("who", "zebra", "--format", "json")
    assert (answer.status, answer.err) == (1, message)
    assert json.loads(answer.out) == {
        "topic": "zebra",
        "verdict": "No document in this model names a body for zebra.",
        "chains": [],
        "gaps": [],
        "promises": [],
        "named": False,
        "nobody": [],
        "read_as": "zebra",
        "parts": [],
    }


def test_a_topic_that_only_another_place_has(tiers: Tiers) -> None:
    """The hint is the same question without the place, since the model answers it elsewhere."""
    answer = tiers("who", "frailty", "--in", "old-ccg")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.endswith("hint: without `--in old-ccg`, `tiers who` answers for the other places\n")


def test_a_topic_that_has_ended(tiers: Tiers) -> None:
    """What has ended has nothing in hand any more, and that is said."""
    assert tiers("who", "old-ccg") == Answer(
        1,
        "",
        "error: nothing that stands now is called `old-ccg`\n\nhint: NHS Ex CCG: ended 30 Jun 2022\n",
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("who",), "error: `tiers who` needs a topic\n\nhint: for example `tiers who frailty`\n"),
        (
            ("path", "ex"),
            (
                "error: `tiers path` needs two entities\n\n"
                'hint: for example `tiers path "Harrow Council" "Frailty and care settings"`; '
                "put a name of several words in quotes\n"
            ),
        ),
        (
            ("path", "ex", "ex"),
            "error: both are Ex Borough Partnership\n\nhint: name two different entities\n",
        ),
        (
            ("path", "ex", "council", "--via", "member_of", "--avoid", "member_of"),
            "error: `member_of` cannot be given for both `--via` and `--avoid`\n",
        ),
        (
            ("compare", "ex"),
            "error: `tiers compare` needs two entities\n\nhint: for example `tiers compare harrow hf-icp`\n",
        ),
        (
            ("compare", "ex", "ex"),
            (
                "error: both are Ex Borough Partnership at the same date\n\n"
                "hint: for example `tiers compare ex ex --as-of 2021,2022`\n"
            ),
        ),
        (
            ("compare", "ex", "council", "--as-of", "2020,2021,2022"),
            "error: `--as-of` cannot be `2020,2021,2022`: `tiers compare` takes one date or two\n",
        ),
        (
            ("diff", "2021"),
            (
                "error: `tiers diff` needs an old and a new side\n\n"
                "hint: `tiers diff 2020-12-31 2021` shows what changed in 2021\n"
            ),
        ),
        (
            ("diff", "what changed in April 2021?"),
            (
                "error: `tiers diff` needs an old and a new side\n\n"
                "hint: `tiers diff 2021-03-31 2021-04` shows what changed in Apr 2021\n"
            ),
        ),
        (
            ("diff", "what changed"),
            (
                "error: `tiers diff` needs an old and a new side\n\n"
                "hint: for example `tiers diff 2021-06-30 2022-02-22 --in harrow`\n"
            ),
        ),
        (
            ("path", "EBP", "ex board"),
            (
                "error: `EBP` names 2 entities\n\n"
                "id       name                            kind          tier    place\n"
                "ex       Ex Borough Partnership          partnership   place   Wessex Integrated Care System\n"
                "old-ccg  NHS Ex CCG (ended 30 Jun 2022)  organisation  system  Wessex Integrated Care System\n\n"
                "hint: give the id of one: `tiers path ex 'ex board'`\n"
            ),
        ),
        (
            ("compare", "ex", "EBP"),
            (
                "error: `EBP` names 2 entities\n\n"
                "id       name                            kind          tier    place\n"
                "ex       Ex Borough Partnership          partnership   place   Wessex Integrated Care System\n"
                "old-ccg  NHS Ex CCG (ended 30 Jun 2022)  organisation  system  Wessex Integrated Care System\n\n"
                "hint: give the id of one: `tiers compare ex ex`\n"
            ),
        ),
        (
            ("diff", "2021", "1 Feb 2022", "ex"),
            "error: `tiers diff` needs an old and a new side\n\nhint: `tiers diff 2021 '1 Feb 2022' --in ex`\n",
        ),
        (
            ("diff", "date:soon", "2022"),
            (
                "error: `soon` is not a date: expected a date such as `2 Dec 2020`, `2/12/2020` (the day "
                "first), `Dec 2020`, `2020`, `2020-12-02`, `2021-06~`, `2021-07/2021-12`\n"
            ),
        ),
        (
            ("diff", "date:31/2/2020", "2022"),
            "error: `31/2/2020` is not a day of the calendar; the day comes before the month\n",
        ),
        (
            ("diff", "2021", "2022", "--as-of", "2022"),
            "error: `--as-of` cannot be combined with a date as OLD or NEW\n\nhint: leave `--as-of` out\n",
        ),
    ],
)
def test_what_cannot_be_done_is_told(tiers: Tiers, words: tuple[str, ...], message: str) -> None:
    """A wrong use is exit 2, one message, and what to do."""
    assert tiers(*words) == Answer(2, "", message)


def test_no_way(tiers: Tiers) -> None:
    """Two that do not hang together are exit 1; so are two that only a way around what is avoided would connect."""
    assert tiers(
        "path", "council", "wessex", "--avoid", "part_of", "--avoid", "member_of", "--avoid", "stands_for"
    ) == Answer(1, "", "error: no path from Ex Council to Wessex Integrated Care System\n")


def test_the_exit_code_tells_that_something_differs(tiers: Tiers) -> None:
    """`--exit-code` is 1 for a difference and 0 for none; without it the status is 0."""
    assert tiers("diff", "2021", "2022-02-22", "--exit-code").status == 1
    assert tiers("diff", "2021", "2021", "--exit-code") == Answer(
        0, "2021 to 2021 (the last day of each)\n\nNo differences.\n"
    )


def test_nothing_to_follow_up_and_no_gap(tiers: Tiers) -> None:
    """An empty list of matters is the answer no; an empty list of gaps is good news."""
    assert tiers("matters", "old-ccg") == Answer(
        1, "", "error: nothing is recorded as asked or promised of NHS Ex CCG\n"
    )
    assert tiers("gaps", "council") == Answer(0, "No gaps found for Ex Council.\n")
    assert tiers("gaps", "council", "--format", "markdown") == Answer(0, "No gaps found for Ex Council.\n")
    assert tiers("gaps", "council", "--format", "json") == Answer(0, "[]\n")
    header = "code,id,name,question,note,raised_by,due,basis,planned,disputed,source\n"
    assert tiers("gaps", "council", "--format", "csv") == Answer(0, header)


def test_nothing_found_is_nothing_to_paste_and_a_header_in_csv(tiers: Tiers) -> None:
    """Where the answer is no, Markdown is empty and CSV has its line of columns alone."""
    for words in (("search", "zebra"), ("timeline", "council"), ("matters", "old-ccg"), ("glossary",)):
        answer = tiers(*words, "--format", "markdown")
        assert (answer.status, answer.out) == (1, "")
        answer = tiers(*words, "--format", "csv")
        first = answer.out.partition("\n")[0].split(",")
        assert (answer.status, answer.out.count("\n"), "source" in first) == (1, 1, True)


@pytest.mark.parametrize("command", ["gaps", "matters"])
def test_the_entity_may_be_named_by_in(tiers: Tiers, command: str) -> None:
    """`--in NODE` is another way to give NODE, as in the commands that take a topic; both at once are refused."""
    assert tiers(command, "--in", "ex") == tiers(command, "ex")
    assert tiers(command, "ex", "--in", "ex") == Answer(
        2, "", "error: NODE and `--in` both name the entity; give one of them\n"
    )


def test_what_no_document_mentions_since(tiers: Tiers) -> None:
    """`--older-than` adds what was last documented before a date."""
    answer = tiers("gaps", "ex-safeguarding", "--older-than", "2022", "--format", "json")
    assert [(each["code"], each["note"]) for each in json.loads(answer.out)] == [
        ("open-question", "Safeguarding is missing"),
        ("not-documented-since", "Last documented about Jun 2021."),
    ]


def test_the_whole_model_has_one_line_a_body_until_questions_are_wanted(tiers: Tiers) -> None:
    """Without NODE the text has what is missing in one line; with NODE, `--only` or `--questions` the questions to ask."""
    hint = "`--questions` writes the questions to ask, `tiers gaps NODE` those of one entity\n"
    whole = tiers("gaps", "--not", "open-question", "--not", "disagreement")
    assert (whole.status, whole.err, whole.out.splitlines()[:3]) == (
        0,
        hint,
        [
            "What is not stated or not recorded (8)",
            "  Wessex NHS Trust: place of a member in the decision making",
            "  Ex Borough Partnership: decision power",
        ],
    )
    asked = (
        "Digital: lead, accountable body (not recorded)\n"
        "  Who leads the workstream Digital? [1]\n"
        "  To whom does the workstream Digital answer? [1]\n"
    )
    assert tiers("gaps", "ex-digital").out.startswith(asked)
    assert asked.replace("[1]", "[4]") in tiers("gaps", "--questions").out
    assert tiers("gaps", "--questions").err == ""


def test_gaps_of_some_codes(tiers: Tiers) -> None:
    """`--only` takes a code or its beginning, `--not` leaves one out, in text and in JSON; no code so is a mistake."""
    assert tiers("gaps", "--only", "body-chair") == Answer(
        0,
        "Ex statutory committee (planned: due 1 Jul 2022): chair (not recorded)\n  Who chairs Ex statutory committee? [1]\n\n"
        "Sources\n  Slides on the partnership, 22 Feb 2022\n    [1] Slide: dates\n",
    )
    found = json.loads(tiers("gaps", "--only", "body", "--not", "body-members", "--format", "json").out)
    assert [each["code"] for each in found] == ["body-chair"]
    assert tiers("gaps", "council", "--only", "body") == Answer(
        0, "No gaps of these codes found for Ex Council.\n"
    )
    assert tiers("gaps", "--only", "delegate") == Answer(
        2,
        "",
        "error: `--only` cannot be `delegate`; no code of a gap begins so\n\nhint: did you mean `delegation`?\n",
    )
    assert tiers("gaps", "--not", "x").err.startswith(
        "error: `--not` cannot be `x`; no code of a gap begins so\n\nhint: the codes are `open-question`, `delegation-extent`, "
    )


def test_words_in_the_meaning_of_a_term_are_not_the_term(tiers: Tiers, tmp_path: Path) -> None:
    """Who asks about dentists does not ask about networks, whose meaning names dentists: no body is named for them."""
    model = tmp_path / "a.toml"
    model.write_text(
        '[[body]]\nid = "b"\nname = "Board"\n\n'
        '[[term]]\nid = "term-pcn"\nname = "PCN"\nmeanings = [{ text = "A network of doctors and dentists." }]\n',
        encoding="utf-8",
    )
    asked = tiers("--model", str(model), "who", "dentists")
    assert asked == Answer(
        1,
        "",
        "error: no document in this model names a body for `dentists`\n\n"
        "hint: the term PCN has these words: `tiers show term-pcn` says what it is\n",
    )
    assert tiers("--model", str(model), "who", "pcn").err.startswith("error: `pcn` finds the term PCN,")
