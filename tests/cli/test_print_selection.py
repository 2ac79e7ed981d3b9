"""`tiers print`: which rows, what of them, how and where to."""

import json
from pathlib import Path

import pytest

from .conftest import Answer, Tiers

DECISIONS = ("print", "ex", "--view", "decisions")


def test_prune_leaves_an_entity_out_and_says_how_much(tiers: Tiers) -> None:
    """What is taken out is counted at the row it stood below."""
    words = ("--prune", "ex-frailty", "--prune", "Sovereign organisations")
    assert tiers(*DECISIONS, *words) == Answer(
        0,
        "Ex Borough Partnership (partnership, place, 2 rows below not shown)\n"
        "├── delegates to Ex Joint Board, extent not stated (inferred)\n"
        "├── Joint management (layer 2)\n"
        "│   └── Ex Joint Board (body, disputed)\n"
        "└── In no documented layer (3, 2 rows below not shown)\n"
        "    ├── Digital (workstream)\n"
        "    └── Ex statutory committee (body, planned: due 1 Jul 2022)\n",
    )


def test_nothing_is_left_without_the_first_row(tiers: Tiers) -> None:
    """Taking out the entity itself is a no, not an empty page."""
    assert tiers(*DECISIONS, "--prune", "ex") == Answer(
        1, "", "error: nothing of Ex Borough Partnership is left to print\n"
    )


def test_the_way_to_an_entity_leaves_the_rest_out(tiers: Tiers) -> None:
    """Only the rows on the way stay, and what is below the entity is counted."""
    assert tiers(*DECISIONS, "--path-to", "ex-frailty") == Answer(
        0,
        "Ex Borough Partnership (partnership, place)\n"
        "└── In no documented layer (3)\n"
        "    └── Frailty & café mornings (workstream, 1 row below not shown)\n",
    )


def test_there_may_be_no_way(tiers: Tiers) -> None:
    """An entity that is not below NODE, or upside down not above it: exit 1, and both are named."""
    hint = "\n\nhint: `tiers print --view decisions --path-to {}` shows where it is\n"
    assert tiers("print", "ex-frailty", "--view", "decisions", "--path-to", "ex-board") == Answer(
        1,
        "",
        "error: Ex Joint Board is not below Frailty & café mornings in the view `decisions`"
        + hint.format("ex-board"),
    )
    words = ("print", "ex-board", "--view", "decisions", "--invert", "--path-to", "ex-frailty")
    assert tiers(*words) == Answer(
        1,
        "",
        "error: Frailty & café mornings is not above Ex Joint Board in the view `decisions`"
        + hint.format("ex-frailty"),
    )


def test_there_is_no_way_to_what_is_not_in_the_view(tiers: Tiers) -> None:
    """It is said why, as it is of NODE: of an entity of another view, and of one that has ended."""
    assert tiers(*DECISIONS, "--path-to", "wessex") == Answer(
        1,
        "",
        "error: Wessex Integrated Care System is not in the view `decisions`\n\n"
        "hint: it is in the view `tiers`: `tiers print wessex --view tiers`\n",
    )
    assert tiers("print", "--path-to", "old-ccg") == Answer(
        1,
        "",
        "error: NHS Ex CCG is not in the view `tiers`: ended 30 Jun 2022\n\n"
        "hint: `tiers show old-ccg` shows what is documented about it\n",
    )


def test_a_command_that_is_named_is_at_the_same_date(tiers: Tiers) -> None:
    """What is answered as of a date leads on to an answer as of that date."""
    assert tiers("print", "council", "--view", "workstreams", "--as-of", "2021-06") == Answer(
        1,
        "",
        "error: Ex Council is not in the view `workstreams` as of Jun 2021\n\n"
        "hint: it is in the view `tiers`: `tiers print council --view tiers --as-of 2021-06`\n",
    )
    words = ("print", "ex-board", "--view", "tiers", "--as-of", "2021-06", "--path-to", "council")
    assert tiers(*words) == Answer(
        1,
        "",
        "error: Ex Council is not below Ex Joint Board in the view `tiers`\n\n"
        "hint: `tiers print --view tiers --path-to council --as-of 2021-06` shows where it is\n",
    )


def test_upside_down_an_entity_has_what_is_above_it_below_it(tiers: Tiers) -> None:
    """The role in a body is told at the body, and headings are passed over."""
    assert tiers("print", "ex-icp", "--view", "seats", "--invert") == Answer(
        0,
        "Ex statutory committee (body, place, planned: due 1 Jul 2022)\n"
        "├── Wessex Integrated Care System (partnership, system, member, on behalf of Wessex Integrated Care System)\n"
        "└── Wessex NHS Trust (organisation, member, on behalf of Wessex Integrated Care System)\n",
    )
    assert tiers("print", "ex-frailty-homes", "--view", "decisions", "--invert") == Answer(
        0,
        "Care homes sub-group (body, place)\n"
        "└── Frailty & café mornings (workstream)\n"
        "    └── Ex Borough Partnership (partnership, place)\n",
    )


def test_upside_down_wants_a_node(tiers: Tiers) -> None:
    """A whole view has no first row to begin at."""
    assert tiers("print", "--invert") == Answer(
        2, "", "error: `--invert` needs a NODE to begin at\n\nhint: `tiers print NODE --invert`\n"
    )


def test_what_stands_again_is_only_referred_to(tiers: Tiers) -> None:
    """With `--no-repeat` a further place bears no words of its own; in tables it is no row at all."""
    text = tiers("print", "--view", "seats", "--no-repeat").out
    assert text == (
        "Ex Borough Partnership (partnership, place, also 2)\n"
        "└── Members (2)\n"
        "    ├── Ex Council (organisation, co-chair, votes, also 1)\n"
        "    └── Wessex NHS Trust (organisation, named Ex Trust here, also 2)\n"
        "Ex Council (organisation, also 1)\n"
        "└── Ex Borough Partnership (see above)\n"
        "Ex statutory committee (body, place, planned: due 1 Jul 2022, also 2)\n"
        "└── Members (1 planned)\n"
        "    └── Wessex NHS Trust (see above)\n"
        "Wessex Integrated Care System (partnership, system)\n"
        "└── Through the organisation Wessex NHS Trust (1)\n"
        "    └── Ex statutory committee (see above)\n"
        "Wessex NHS Trust (organisation, also 2)\n"
        "├── Ex Borough Partnership (see above)\n"
        "└── Ex statutory committee (see above)\n"
    )
    table = tiers("print", "--view", "seats", "--no-repeat", "--format", "csv").out
    assert [line.split(",")[2] for line in table.splitlines()] == [
        "id",
        "ex",
        "council",
        "trust",
        "ex-icp",
        "wessex",
    ]


def test_fields_stand_after_the_words_and_in_columns(tiers: Tiers) -> None:
    """A field is said where it is recorded; in CSV it is a column, in JSON an object."""
    words = ("print", "ex-board", "--view", "decisions", "--fields", "decides,place,last_documented")
    assert tiers(*words).out == (
        "Ex Joint Board (body, disputed, decides: decides, place: Ex Borough Partnership, "
        "last documented: 22 Feb 2022)\n"
    )
    assert tiers(*words, "--format", "csv").out == (
        "depth,path,id,name,kind,tier,basis,start_date,end_date,source,standing,disputed,"
        "delegated_from,delegated_to,function,extent_agreed,extent,limit_up_to,limit_unit,limit_above,limit,"
        "legal_basis,accountable,inferred_fields,decides,place,last_documented\n"
        "0,,ex-board,Ex Joint Board,body,place,stated,,,slides#structure,documented,yes,,,,,,,,,,,,,"
        "decides,Ex Borough Partnership,2022-02-22\n"
    )
    assert tiers(*words, "--format", "jsonl").out == (
        '{"depth":0,"path":[],"id":"ex-board","name":"Ex Joint Board","kind":"body","tier":"place",'
        '"basis":"stated","start_date":null,"end_date":null,"source":["slides#structure"],'
        '"standing":"documented","disputed":true,"delegated_from":null,"delegated_to":null,"function":null,'
        '"extent_agreed":null,"extent":null,"limit_up_to":null,"limit_unit":null,"limit_above":null,"limit":null,'
        '"legal_basis":null,"accountable":null,"inferred_fields":[],"decides":"decides","place":"Ex Borough Partnership","last_documented":"2022-02-22"}\n'
    )


def test_a_wrong_field_gets_the_nearest_right_one(tiers: Tiers) -> None:
    """The fields there are, and the one that was meant."""
    answer = tiers("print", "--fields", "decide")
    assert answer.status == 2
    assert answer.err.startswith("error: `--fields` cannot be `decide`; it is one of `place`, `standing`, ")
    assert answer.err.endswith("\n\nhint: did you mean `decides`?\n")


def test_sources_are_numbered_and_words_explained(tiers: Tiers) -> None:
    """Footnotes with short name, place and date at the end; then each word that was used."""
    assert tiers("print", "ex-board", "--view", "decisions", "--sources", "--legend") == Answer(
        0,
        "Ex Joint Board (body, disputed) [1]\n"
        "\n"
        "Sources\n"
        "  [1] Slides on the partnership, Slide: structure, 22 Feb 2022\n"
        "\n"
        "Words\n"
        "  body: what meets or decides: a board, committee, executive, forum or group\n"
        "  disputed: the documents disagree about it\n",
    )


@pytest.mark.parametrize(
    ("option", "form"),
    [("--sources", "svg"), ("--sources", "dot"), ("--legend", "csv"), ("--width=40", "markdown")],
)
def test_an_option_that_a_format_does_not_take_is_refused(tiers: Tiers, option: str, form: str) -> None:
    """The command ends with status 2 and names the option and the format; it does not print without the option."""
    answer = tiers("print", option, "--format", form)
    assert answer.status == 2
    assert answer.err.startswith(
        f"error: `{option.partition('=')[0]}` does not work with the format `{form}`\n"
    )


def test_lines_are_broken_only_when_a_width_is_asked_for(tiers: Tiers) -> None:
    """At 40 cells no line is wider, the lines of the tree go on, and every word is still there."""
    broken = tiers(*DECISIONS, "--width", "40").out
    assert max(map(len, broken.splitlines())) <= 40
    whole = tiers(*DECISIONS).out
    assert (
        broken.translate({ord(char): " " for char in "│├└─\n"}).split()
        == whole.translate({ord(char): " " for char in "│├└─\n"}).split()
    )


@pytest.mark.parametrize("form", ["text", "ascii", "plain"])
def test_in_ascii_too_no_line_is_wider(tiers: Tiers, form: str) -> None:
    """A character that is written by its number is measured as it is written."""
    broken = tiers(*DECISIONS, "--width", "40", "--charset", "ascii", "--format", form).out
    assert broken.isascii()
    assert max(map(len, broken.splitlines())) <= 40
    assert "\\u{e9}" in "".join(line.strip(" |`-") for line in broken.splitlines())


def test_a_charset_can_be_asked_for(process: Tiers) -> None:
    """ASCII where it is asked for, UTF-8 also where the terminal says otherwise."""
    asked = process(*DECISIONS, "--charset", "ascii")
    assert (asked.status, asked.out.isascii()) == (0, True)
    assert "Frailty & caf\\u{e9} mornings" in asked.out
    plain = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "└── Frailty & café" not in process(*DECISIONS, **plain).out
    assert "├── Frailty & café mornings" in process(*DECISIONS, "--charset", "utf8", **plain).out


def test_path_to_finds_what_invert_affirms(tiers: Tiers, tmp_path: Path) -> None:
    """The part below a place has what it shares with another, and the way to it; upside down says the same."""
    model = tmp_path / "shared.toml"
    model.write_text(
        '[[partnership]]\nid = "a"\nname = "A"\n[[partnership]]\nid = "b"\nname = "B"\n'
        '[[body]]\nid = "s"\nname = "Shared"\npart_of = ["a", "b"]\n[[body]]\nid = "kid"\nname = "Kid"\npart_of = "s"\n',
        encoding="utf-8",
    )
    part = "B (partnership)\n└── Bodies (1)\n    └── Shared (body, also 1)\n        └── Kid (body)\n"
    assert tiers("print", "b", "--model", str(model)) == Answer(0, part)
    assert tiers("print", "b", "--path-to", "kid", "--model", str(model)) == Answer(0, part)
    above = "Kid (body)\n└── Shared (body)\n    ├── A (partnership)\n    └── B (partnership)\n"
    assert tiers("print", "kid", "--invert", "--model", str(model)) == Answer(0, above)


def test_a_path_names_what_an_entity_is_below(tiers: Tiers, tmp_path: Path) -> None:
    """In `csv` and `jsonl` what stands in a group after a sub-group is below the body, and not below the sub-group."""
    path = tmp_path / "model.toml"
    path.write_text(
        '[[partnership]]\nid = "p"\nname = "Part"\ntier = "place"\n'
        '[[body]]\nid = "a"\nname = "Alpha"\npart_of = "p"\n'
        '[[body]]\nid = "k"\nname = "Kid"\npart_of = "a"\n'
        '[[organisation]]\nid = "o"\nname = "Org"\nmember_of = "a"\n',
        encoding="utf-8",
    )
    words = ("print", "--model", str(path), "--format")
    rows = [line.split(",")[:3] for line in tiers(*words, "csv").out.splitlines()[1:]]
    assert rows == [
        ["0", "", "p"],
        ["1", "Part", "a"],
        ["2", "Part > Alpha", "k"],
        ["2", "Part > Alpha", "o"],
    ]
    told = [json.loads(line) for line in tiers(*words, "jsonl").out.splitlines()]
    assert [" > ".join(each["path"]) for each in told] == [path for _, path, _ in rows]
