"""`tiers print`: what it prints, and what it says when it cannot."""

import json
from pathlib import Path

import pytest

from .borough import ALDERMERE
from .conftest import Answer, Tiers

GOLDEN = Path(__file__).parent.parent / "golden"


def test_a_subtree_begins_at_the_entity(tiers: Tiers) -> None:
    """NODE prints what is below it, itself first, and nothing beside it."""
    assert tiers("print", "Ex Joint Board", "--view", "decisions") == Answer(
        0, "Ex Joint Board (body, disputed)\n"
    )


def test_depth_counts_what_it_leaves_out(tiers: Tiers) -> None:
    """A row whose children are cut says how many rows are below it."""
    assert tiers("print", "ex", "--depth", "1", "--view", "workstreams") == Answer(
        0,
        "Ex Borough Partnership (partnership, place)\n"
        "├── Delivery (1, 2 rows below not shown)\n"
        "└── Enabling (1, 1 row below not shown)\n",
    )


def test_json_keeps_its_keys_and_says_what_depth_leaves_out(tiers: Tiers) -> None:
    """`id, name, kind, tier, basis, children` are always there; `below` counts the rows that are cut."""
    answer = tiers("print", "ex", "--depth", "0", "--format", "json", "--view", "workstreams")
    assert json.loads(answer.out) == [
        {
            "id": "ex",
            "name": "Ex Borough Partnership",
            "kind": "partnership",
            "tier": "place",
            "basis": "stated",
            "status": "active",
            "below": 5,
            "children": [],
        }
    ]


def test_json_deeper_than_its_readers_take_is_refused(tiers: Tiers, tmp_path: Path) -> None:
    """Nested JSON of 450 levels can be read by Python and jq; a deeper tree is refused, and told what to write."""
    model = tmp_path / "model.toml"
    bodies = (f'[[body]]\nid = "b{each}"\nname = "B"\npart_of = "b{each - 1}"\n' for each in range(1, 600))
    model.write_text('[[body]]\nid = "b0"\nname = "B"\n' + "".join(bodies), encoding="utf-8")
    refused = tiers("print", "--format", "json", "--model", str(model))
    assert refused == Answer(
        2,
        "",
        "error: the tree has 602 levels, and programs read at most 450 of nested JSON\n\n"
        "hint: `--depth 449`, or `--format jsonl` or `--format csv`, which have no limit\n",
    )
    assert json.loads(tiers("print", "--format", "json", "--depth", "449", "--model", str(model)).out)


def test_json_repeats_an_entity_without_its_children(tiers: Tiers) -> None:
    """A further place of an entity has `repeat` and no children."""
    answer = tiers("print", "--format", "json")
    ex = json.loads(answer.out)[0]["children"][0]
    groups = {each["name"]: each for each in ex["children"]}
    found = groups["Bodies"]["children"][0]
    assert (found["id"], found.get("repeat"), found["children"]) == ("ex-board", True, [])


def test_a_date_shows_the_structure_of_that_day(tiers: Tiers) -> None:
    """Names and members follow the date, and what is documented later is not there."""
    assert tiers("--as-of", "2021-06-30", "print", "ex") == Answer(
        0,
        "Ex Health and Care Partnership (partnership, place)\n"
        "├── Members (1)\n"
        "│   └── Ex Council (organisation, co-chair, votes)\n"
        "├── Bodies (1)\n"
        "│   └── Ex Joint Board (body, disputed)\n"
        "└── Also recorded (1)\n"
        "    └── Questions and gaps (1)\n"
        "        └── Safeguarding is missing (question or gap)\n",
    )


def test_an_ended_entity_has_left_the_tree(tiers: Tiers) -> None:
    """The answer is no, says since when, and names the command that tells more."""
    assert tiers("print", "old-ccg") == Answer(
        1,
        "",
        "error: NHS Ex CCG is not in the view `tiers`: ended 30 Jun 2022\n\n"
        "hint: `tiers show old-ccg` shows what is documented about it\n",
    )


def test_an_entity_of_a_later_date_is_not_there_yet(tiers: Tiers) -> None:
    """At a date before its first evidence the answer is no, with the date of that evidence."""
    assert tiers("print", "ex", "--as-of", "2020") == Answer(
        1,
        "",
        "error: Ex Health and Care Partnership is not in the view `tiers` as of 2020: not yet documented: first documented about Jun 2021\n\n"
        "hint: `tiers show ex` shows what is documented about it\n",
    )


def test_an_entity_of_another_view_is_said_to_be_there(tiers: Tiers) -> None:
    """The answer is no, and names a view that has it."""
    assert tiers("print", "council", "--view", "workstreams") == Answer(
        1,
        "",
        "error: Ex Council is not in the view `workstreams`\n\n"
        "hint: it is in the view `tiers`: `tiers print council --view tiers`\n",
    )


def test_an_entity_of_no_view_is_said_to_be_in_none(tiers: Tiers, tmp_path: Path) -> None:
    """A term of the glossary that cites nothing stands in no tree; `show` has it."""
    model = tmp_path / "model.toml"
    model.write_text('[[term]]\nid = "icp"\nname = "ICP"\nmeanings = ["A partnership"]\n', encoding="utf-8")
    assert tiers("print", "icp", "--model", str(model)) == Answer(
        1,
        "",
        "error: ICP is not in the view `tiers`\n\nhint: `tiers show icp` shows what is documented about it\n",
    )


def test_an_empty_view_is_a_no(tiers: Tiers) -> None:
    """A view with nothing in it prints nothing and says so."""
    assert tiers("print", "--view", "seats", "--as-of", "2019") == Answer(
        1, "", "error: the view `seats` is empty as of 2019\n"
    )


def test_colour_sets_words_apart_and_nothing_else(tiers: Tiers) -> None:
    """With colour the text is the same: words are dim, the first row and headings bold."""
    plain = tiers("print", "ex", "--view", "workstreams", "--depth", "1")
    coloured = tiers("print", "ex", "--view", "workstreams", "--depth", "1", "--color", "always")
    assert coloured.out == (
        "\x1b[1mEx Borough Partnership\x1b[0m \x1b[2m(partnership, place)\x1b[0m\n"
        "├── \x1b[1mDelivery\x1b[0m \x1b[2m(1, 2 rows below not shown)\x1b[0m\n"
        "└── \x1b[1mEnabling\x1b[0m \x1b[2m(1, 1 row below not shown)\x1b[0m\n"
    )
    bare = coloured.out
    for style in ("\x1b[0m", "\x1b[1m", "\x1b[2m"):
        bare = bare.replace(style, "")
    assert bare == plain.out


def test_of_what_stands_bare_in_several_places_is_said_where(
    tiers: Tiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a view has several places of an entity and nothing below any, the command that writes them all is told."""
    monkeypatch.setenv("TIERS_MODEL", str(ALDERMERE))
    command = "tiers print --view functions --path-to s75-board"
    assert tiers("print", "s75-board", "--view", "functions") == Answer(
        0,
        "Aldermere Section 75 Board (body, also 2)\n",
        "nothing stands below Aldermere Section 75 Board in the view `functions`; "
        f"`{command}` writes each of its places\n",
    )
    assert tiers(*command.split()[1:]).out.count("Aldermere Section 75 Board (body, ") == 3
    assert tiers("print", "s75-board").err == ""
