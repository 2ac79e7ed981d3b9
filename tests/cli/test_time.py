"""`tiers timeline`, `tiers glossary`, `tiers show --sources`, and what is said at a date."""

import json
from pathlib import Path

import pytest

from tests.conftest import Write
from tiers.model.format.plain_dates import FORMS

from .conftest import Answer, Tiers

TIME = Path(__file__).parent.parent / "models" / "time.toml"


@pytest.fixture
def timed(tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command on the small model of time."""
    monkeypatch.setenv("TIERS_MODEL", str(TIME))
    return tiers


TIMELINE = """\
2022
  22 Feb 2022: Finish the plan · reported on hold · commitment · Place partnership · For the winter [1]
  31 Mar 2022: Finish the plan · due · commitment · Place partnership · on hold 22 Feb 2022 [1]
  Apr 2022: Statutory committee · planned · body · Place partnership · later given as 1 Jul 2022, no document says it happened [2]
  1 Jul 2022: Statutory committee · planned · body · Place partnership · earlier given as Apr 2022, no document says it happened [1]

Sources
  [1] Slides of February 2022, Slide: dates, 22 Feb 2022
  [2] Minutes of December 2020, Item 3: what is planned, 2 Dec 2020
"""


def test_the_timeline_as_text(timed: Tiers) -> None:
    """Each thing is one row below its year: its day, what is said, its name, what became of it and its source."""
    assert timed("timeline") == Answer(0, TIMELINE)


def test_the_timeline_of_one_entity_and_a_period(timed: Tiers) -> None:
    """Narrowed to an entity the timeline does not repeat it at each line; a period is kept to."""
    assert timed("timeline", "place", "--from", "2022-03", "--to", "2022-03") == Answer(
        0,
        "2022\n  31 Mar 2022: Finish the plan · due · commitment · on hold 22 Feb 2022 [1]\n\n"
        "Sources\n  [1] Slides of February 2022, Slide: dates, 22 Feb 2022\n",
    )


def test_the_timeline_as_json(timed: Tiers) -> None:
    """In JSON each item has date, id, name, kind, state and sources, and what else is known."""
    answer = timed("timeline", "promise", "--format", "json")

    sources = [{"id": "late", "locator": "dates", "as_at": "2022-02-22"}]
    same = {
        "id": "promise",
        "name": "Finish the plan",
        "kind": "commitment",
        "basis": "stated",
        "disputed": False,
        "sources": sources,
    }
    assert answer.status == 0
    assert json.loads(answer.out) == [
        {"date": "2022-02-22", "state": "on hold", "report": True, "note": "For the winter", **same},
        {"date": "2022-03-31", "state": "due", "report": False, "note": "on hold 22 Feb 2022", **same},
    ]


def test_a_timeline_without_anything_is_a_no(timed: Tiers) -> None:
    """Where nothing has a date the answer is no, and says for what and when."""
    assert timed("timeline", "council", "--from", "2020", "--to", "2021-02") == Answer(
        1, "", "error: no date is documented for Council from 2020 to Feb 2021\n"
    )
    assert timed("timeline", "council", "--format", "json") == Answer(
        1, "[]\n", "error: no date is documented for Council\n"
    )


def test_a_wrong_date_is_told_with_its_option(timed: Tiers) -> None:
    """A date that is none is told with the option it was given to."""
    assert timed("timeline", "--to", "soon") == Answer(2, "", f"error: `--to` cannot be `soon`: {FORMS}\n")


def test_a_date_as_people_write_it_says_how_it_was_read(timed: Tiers) -> None:
    """On stderr, and not for a date written as in a model; the answer is that of the same date."""
    plain = timed("timeline", "place", "--from", "March 2022", "--to", "31/3/2022")
    written = timed("timeline", "place", "--from", "2022-03", "--to", "2022-03-31")
    assert (plain.status, plain.out, written.err) == (0, written.out, "")
    assert plain.err == (
        "`March 2022` is read as Mar 2022, `2022-03`\n`31/3/2022` is read as 31 Mar 2022, `2022-03-31`\n"
    )


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (["print", "--as-of", "2 Dec 2020"], ["print", "--as-of", "2020-12-02"]),
        (["gaps", "--older-than", "2/12/2020"], ["gaps", "--older-than", "2020-12-02"]),
        (["diff", "2 Dec 2020", "22nd February 2022"], ["diff", "2020-12-02", "2022-02-22"]),
        (["diff", "date:2 Dec 2020", "2022-02-22"], ["diff", "2020-12-02", "2022-02-22"]),
        (
            ["compare", "place", "place", "--as-of", "2 Dec 2020, Feb 2022"],
            ["compare", "place", "place", "--as-of", "2020-12-02,2022-02"],
        ),
        (["search", "plan", 'as-of:"2 Dec 2020"'], ["search", "plan", "as-of:2020-12-02"]),
    ],
)
def test_every_command_reads_dates_as_people_write_them(
    timed: Tiers, words: list[str], same: list[str]
) -> None:
    """What is answered is what is answered for the date as a model writes it."""
    plain, written = timed(*words), timed(*same)
    assert (plain.status, plain.out) == (written.status, written.out)
    assert written.status in {0, 1}


def test_the_timeline_at_a_date(timed: Tiers) -> None:
    """With a date the timeline tells what was known by then."""
    assert timed("timeline", "--as-of", "2021") == Answer(
        0,
        "2022\n  Apr 2022: Statutory committee · planned · body · Place partnership · "
        "no document says it happened [1]\n\n"
        "Sources\n  [1] Minutes of December 2020, Item 3: what is planned, 2 Dec 2020\n",
    )


GLOSSARY = """\
ICP
Two things.

1. Integrated Care Partnership · place · 2 Dec 2020 [1]
  A partnership in a borough.
  Place partnership · partnership · place

2. no document says what the letters stand for · system · 22 Feb 2022 · inferred [2]
  A committee of a system.
  Not spelt out.
  Statutory committee · body · system · Place partnership

Sources
  [1] Minutes of December 2020, Item 1: names, 2 Dec 2020
  [2] Slides of February 2022, Slide: structure, 22 Feb 2022
"""


def test_a_term_with_every_meaning(timed: Tiers) -> None:
    """A term is told with each meaning at its tier and time, its bearers and its source."""
    assert timed("glossary", "icp") == Answer(0, GLOSSARY)


def test_the_whole_glossary(timed: Tiers) -> None:
    """Without a term the glossary has a line for each; how to learn more stands on stderr."""
    assert timed("glossary") == Answer(
        0,
        "ICP = Integrated Care Partnership (2 meanings): Two things.\n",
        "`tiers glossary TERM` gives each meaning, the entities it names and its sources\n",
    )


def test_the_glossary_as_json(timed: Tiers) -> None:
    """In JSON a term has its meanings, each with bearers and sources."""
    answer = timed("glossary", "ICP", "--format", "json", "--as-of", "2021")

    assert answer.status == 0
    assert json.loads(answer.out) == [
        {
            "id": "term-icp",
            "term": "ICP",
            "summary": "Two things.",
            "meanings": [
                {
                    "meaning": "A partnership in a borough.",
                    "expansion": "Integrated Care Partnership",
                    "tier": "place",
                    "first": "2020-12-02",
                    "last": "2020-12-02",
                    "start_date": None,
                    "end_date": None,
                    "bearers": [
                        {"id": "place", "name": "Place partnership", "kind": "partnership", "tier": "place"}
                    ],
                    "basis": "stated",
                    "note": None,
                    "sources": [{"id": "early", "locator": "names", "as_at": "2020-12-02"}],
                }
            ],
            "also": [],
        }
    ]


def test_a_name_that_is_no_term(timed: Tiers) -> None:
    """A word without an entry that something bears as a name leads there."""
    assert timed("glossary", "Council") == Answer(
        0, "Council\n\nNo glossary entry; it is the name of\n  Council · organisation\n"
    )


def test_an_unknown_term(timed: Tiers) -> None:
    """An unknown term is refused with the nearest ones; one that was not in use yet is a no."""
    assert timed("glossary", "IPC") == Answer(
        2, "", "error: the glossary has no `IPC`\n\nhint: the nearest are `ICP`\n"
    )
    assert timed("glossary", "qqqq") == Answer(
        2, "", "error: the glossary has no `qqqq`\n\nhint: `tiers glossary` lists them\n"
    )
    assert timed("glossary", "ICP", "--as-of", "2019") == Answer(
        1, "", "error: no document up to 2019 uses `ICP`\n"
    )


SOURCES = """\
Every statement, with its source
  That it exists, existed or is planned
    stated in Minutes of December 2020, Item 3: what is planned, as at 2 Dec 2020
    stated in Slides of February 2022, Slide: dates, as at 22 Feb 2022
  Name: Statutory committee
    stated in Minutes of December 2020, Item 3: what is planned, as at 2 Dec 2020
    stated in Slides of February 2022, Slide: dates, as at 22 Feb 2022
  Tier: system
    stated in Minutes of December 2020, Item 3: what is planned, as at 2 Dec 2020
    stated in Slides of February 2022, Slide: dates, as at 22 Feb 2022
  Expected: Apr 2022
    stated in Minutes of December 2020, Item 3: what is planned, as at 2 Dec 2020
  Expected: 1 Jul 2022
    stated in Slides of February 2022, Slide: dates, as at 22 Feb 2022
  Is part of: Place partnership
    inferred from Minutes of December 2020, Item 3: what is planned, as at 2 Dec 2020
    inferred from Slides of February 2022, Slide: dates, as at 22 Feb 2022
    From the slide.
"""


def test_every_statement_with_its_source(timed: Tiers) -> None:
    """`show --sources` adds every statement with source, place in it, as-at date, stated or inferred."""
    plain, whole = timed("show", "committee"), timed("show", "committee", "--sources")

    told, written, place = plain.out.rpartition("\nWritten in ")
    assert whole == Answer(0, f"{told}\n{SOURCES}{written}{place}")


def test_what_is_unknown_is_not_said_to_be_stated(timed: Tiers) -> None:
    """Where sources are silent, `show --sources` says where nothing of it was found."""
    assert (
        "  Decides: not stated\n"
        "    not stated in Slides of February 2022, Slide: structure, as at 22 Feb 2022\n"
    ) in timed("show", "place", "--sources").out


def test_show_says_the_date_and_what_is_not_yet_documented(timed: Tiers) -> None:
    """At a date `show` names it, and marks relations and entities that are documented only later."""
    assert timed("show", "place", "--as-of", "2020-12-02").out == (
        "Place partnership [1]\n"
        "partnership · place · documented 2 Dec 2020 to 22 Feb 2022\n"
        "as of 2 Dec 2020\n"
        "\n"
        "A partnership.\n"
        "\n"
        "Acronym     ICP [1]\n"
        "Decides     none (stated in Minutes of December 2020)\n"
        "Documented  2 Dec 2020 to 22 Feb 2022\n"
        "\n"
        "Members not yet documented\n"
        "  Council · chair · not yet documented: first documented 22 Feb 2022 [2]\n"
        "\n"
        "Has as part\n"
        "  Statutory committee · not yet: planned for Apr 2022 · inferred [3]\n"
        "    From the slide.\n"
        "  Finish the plan · not yet documented: first documented 22 Feb 2022 [4]\n"
        "\n"
        "Values given at different times\n"
        "  Decides     none (stated in Minutes of December 2020) · as at 2 Dec 2020 [1]\n"
        "  Decides     not stated · as at 22 Feb 2022 [2]\n"
        "\n"
        "Sources\n"
        "  [1] Minutes of December 2020, Item 1: names, 2 Dec 2020\n"
        "  [2] Slides of February 2022, Slide: structure, 22 Feb 2022, later than 2 Dec 2020\n"
        "  [3] Minutes of December 2020, Item 3: what is planned, 2 Dec 2020\n"
        "  [4] Slides of February 2022, Slide: dates, 22 Feb 2022, later than 2 Dec 2020\n"
        f"\nWritten in {TIME}:17\n"
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2020", "as of 2020: not yet: planned for Apr 2022"),
        ("2020-12-01", "as of 1 Dec 2020: not yet documented: first documented 2 Dec 2020"),
    ],
)
def test_print_says_how_something_stands_at_a_date(timed: Tiers, day: str, said: str) -> None:
    """What is in no tree at a date is said to be so, with how it stands."""
    assert timed("print", "committee", "--as-of", day) == Answer(
        1,
        "",
        f"error: Statutory committee is not in the view `tiers` {said}\n\n"
        "hint: `tiers show committee` shows what is documented about it\n",
    )


def test_planned_in_the_trees(timed: Tiers) -> None:
    """From its day on what is only planned stands in the trees and says so."""
    assert (
        "Statutory committee (body, system, planned: due 1 Jul 2022"
        in timed("print", "--as-of", "2022-07").out
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("timeline", "--as-of", "2019"), "no date is documented as of 2019"),
        (("timeline", "--to", "2019", "--as-of", "2020"), "no date is documented to 2019 as of 2020"),
        (("matters", "--as-of", "2019"), "nothing is recorded as asked or promised by 2019"),
        (("glossary", "--as-of", "2019"), "no document up to 2019 uses a term of the glossary"),
    ],
)
def test_nothing_at_a_date_is_said_with_the_date(timed: Tiers, words: tuple[str, ...], message: str) -> None:
    """Where there was nothing yet, the answer is no, the date is named, and JSON has an empty list."""
    assert timed(*words) == Answer(1, "", f"error: {message}\n")
    assert timed(*words, "--format", "json") == Answer(1, "[]\n", f"error: {message}\n")


def test_a_range_as_of_which_is_asked_means_its_end(timed: Tiers) -> None:
    """As a month or a year means its last day, so does a range, on every command that takes a date."""
    assert timed("show", "place", "--as-of", "2020-11/2020-12") == timed(
        "show", "place", "--as-of", "2020-12"
    )
    assert timed("compare", "place", "place", "--as-of", "2020/2021,2022") == timed(
        "compare", "place", "place", "--as-of", "2021,2022"
    )
    assert timed("diff", "2020/2021", "2022") == timed("diff", "2021", "2022")


def test_no_gap_at_a_date_is_said_with_the_date(timed: Tiers) -> None:
    """Before the first document nothing is asked of anybody, and that is said of that day alone."""
    assert timed("gaps", "--as-of", "2019") == Answer(0, "No gaps found at 2019.\n")


PATHS = """
[[source]]
id = "paper"
name = "Paper"
presented = "2020"
[[source]]
id = "later"
name = "Later paper"
presented = "2022"
[file]
sources = ["paper"]
[[body]]
id = "board"
name = "Board"
members = [{ id = "trust", end_date = "2021-03-31" }]
part_of = "place"
[[partnership]]
id = "place"
name = "Place"
[[organisation]]
id = "trust"
name = "Trust"
[[organisation]]
id = "other"
name = "Other Trust"
"""


def test_a_path_that_is_over_is_told_as_over(write: Write, tiers: Tiers) -> None:
    """Where nothing connects two any more, the answer is no, with until when they were connected and how, in text and JSON."""
    model = ("--model", str(write(PATHS)))
    over = "error: no path from Trust to Place; they were connected until 31 Mar 2021\n"
    assert tiers("path", "trust", "place", *model) == Answer(
        1,
        "2 relations · connected until 31 Mar 2021\n"
        "  Trust (organisation)\n"
        "    Trust was a member of Board (body) · until 31 Mar 2021 [1]\n"
        "    Board is part of Place (partnership) [1]\n"
        "\nSources\n  Paper, 2020\n    [1] the whole document\n",
        over,
    )
    answer = tiers("path", "trust", "place", "--format", "json", *model)
    (way,) = json.loads(answer.out)
    assert (answer.status, answer.err) == (1, over)
    assert [(each["id"], each["state"], each.get("until")) for each in way] == [
        ("trust", None, "2021-03-31"),
        ("board", "ended", None),
        ("place", "now", None),
    ]
    then = tiers("path", "trust", "place", "--as-of", "2021-03-31", "--format", "json", *model)
    assert (then.status, json.loads(then.out)[0][0]["until"]) == (0, None)
    assert tiers("path", "trust", "place", "--as-of", "2021-04-01", *model).status == 1
    assert tiers("path", "trust", "place", "--avoid", "member_of", *model) == Answer(
        1, "", "error: no path from Trust to Place\n"
    )
    assert tiers("path", "other", "place", *model) == Answer(
        1, "", "error: no path from Other Trust to Place\n"
    )


READINGS = """
[[source]]
id = "early"
name = "Early"
presented = "2020"
[[source]]
id = "late"
name = "Late"
presented = "2022"
[file]
sources = ["early"]
[[body]]
id = "board"
name = [{ value = "Board", sources = ["early"] }, { value = "Joint Board", basis = "inferred", sources = ["late"] }]
decides = [{ value = "advises", basis = "inferred", sources = ["early"] }, { value = "decides", sources = ["late"] }]
sources = ["early"]
members = [{ id = "trust", capacity = "observer", sources = ["late"] }]
[[organisation]]
id = "trust"
name = "Trust"
reports_to = [{ to = "board", basis = "inferred", sources = ["late"] }]
"""


def test_a_difference_says_what_is_our_reading(write: Write, tiers: Tiers) -> None:
    """Between two dates an inferred name, value and relation are marked, in text and in JSON; what is stated is not."""
    model = ("--model", str(write(READINGS)))
    assert tiers("diff", "2020", "2022", *model).out == (
        "2020 to 2022 (the last day of each)\n"
        "\nAlso called (1)\n"
        "  Joint Board: name\n    was Board\n    is  Joint Board · inferred\n"
        "\nChanged (3)\n"
        "  Joint Board: decides\n    was advises · inferred\n    is  decides\n"
        "  Trust: observes\n    was not documented\n    is  Joint Board · observer\n"
        "  Trust: reports to\n    was not documented\n    is  Joint Board · inferred\n"
    )
    told = json.loads(tiers("diff", "2020", "2022", "--format", "json", *model).out)
    assert told["renamed"] == [
        {
            "id": "board",
            "old": "Board",
            "new": "Joint Board",
            "old_basis": "stated",
            "new_basis": "inferred",
            "until": None,
            "since": None,
        }
    ]
    assert [
        (each["attribute"], each["old_basis"], each["new_basis"], each["new"]) for each in told["changed"]
    ] == [
        ("decides", "inferred", "stated", "decides"),
        ("member_of", None, None, [{"id": "board", "capacity": "observer"}]),
        ("reports_to", None, None, [{"id": "board", "basis": "inferred"}]),
    ]


def test_a_path_over_what_ended_before_it_was_documented(write: Write, tiers: Tiers) -> None:
    """A paper that tells of a post who held it until a day connects the two until that day, though nothing older tells of the post."""
    model = write(
        '[[source]]\nid = "report"\nname = "Report"\npresented = "2024"\n[file]\nsources = ["report"]\n'
        '[[person]]\nid = "ruth"\nname = "Ruth"\nholds = [{ to = "chief", end_date = "2023-05-31" }]\n'
        '[[post]]\nid = "chief"\nname = "Chief"\npost_in = "trust"\n[[organisation]]\nid = "trust"\nname = "Trust"\n'
    )
    answer = tiers("path", "ruth", "trust", "--model", str(model))
    assert (answer.status, answer.err) == (
        1,
        "error: no path from Ruth to Trust; they were connected until 31 May 2023\n",
    )
    assert answer.out.startswith("2 relations · connected until 31 May 2023\n")
