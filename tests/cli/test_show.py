"""`tiers show`: one entity, as text and as JSON, and what is said when a name is unclear."""

import json
from pathlib import Path

from .conftest import PLACE, Answer, Tiers

GOLDEN = Path(__file__).parent.parent / "golden"


def test_the_text_is_the_golden_file(tiers: Tiers) -> None:
    """Everything about an entity stands in the text, with numbered sources, and nothing is wrapped."""
    golden = (GOLDEN / "place.show.text").read_text(encoding="utf-8")
    assert tiers("show", "ex") == Answer(0, golden.replace("place.toml:", f"{PLACE}:"))


def test_the_json_is_the_golden_file(tiers: Tiers) -> None:
    """The JSON has every claim, relation and issue; its bytes change only on purpose."""
    golden = (GOLDEN / "place.show.json").read_text(encoding="utf-8")
    assert tiers("show", "ex", "--format", "json") == Answer(0, golden.replace('"place.toml"', f'"{PLACE}"'))


def test_every_relation_stands_at_both_ends_with_its_source(tiers: Tiers) -> None:
    """A relation is read in both directions, each with its own words and the same source."""
    board = json.loads(tiers("show", "ex-board", "--format", "json").out)
    layer = json.loads(tiers("show", "ex-sovereign", "--format", "json").out)
    taken = next(each for each in board["relations"] if each["relation"] == "delegates_to")
    given = next(each for each in layer["relations"] if each["relation"] == "delegates_to")
    same = {
        "relation": "delegates_to",
        "details": {
            "function": "not_stated",
            "extent": {"agreed": True, "text": "not_stated"},
            "accountable": "council",
        },
        "start_date": None,
        "end_date": None,
        "expected_date": None,
        "holds": True,
        "as_at": "2022-02-22",
        "basis": "inferred",
        "note": None,
        "sources": [{"id": "slides", "locator": "structure", "as_at": "2022-02-22"}],
    }
    assert taken == same | {
        "direction": "in",
        "label": "has authority delegated by",
        "id": "ex-sovereign",
        "name": "Sovereign organisations",
    }
    assert given == same | {
        "direction": "out",
        "label": "delegates authority to",
        "id": "ex-board",
        "name": "Ex Joint Board",
    }


def test_what_a_delegation_leaves_open_is_said(tiers: Tiers) -> None:
    """Unknown is said as unknown, at the place where it belongs."""
    assert (
        "Has authority delegated by, inferred\n"
        "  Sovereign organisations [1]\n"
        "    extent: agreed, but not stated\n"
        "    Ex Council stays accountable\n"
        "    not stated: what is delegated\n"
    ) in tiers("show", "ex-board").out


def test_several_values_are_all_shown(tiers: Tiers) -> None:
    """Where several values were given each stands with its date and source."""
    lines = [" ".join(line.split()) for line in tiers("show", "ex-board").out.splitlines()]
    start = lines.index("Values given at different times")
    assert lines[start + 1 : start + 3] == [
        "Decides advises · as at Jun 2021 [3]",
        "Decides decides · as at 22 Feb 2022 [1]",
    ]


def test_both_sides_of_a_disagreement_are_shown(tiers: Tiers) -> None:
    """A disagreement that is undecided stands first, with both sides, each with its source, and why it is open."""
    assert tiers("show", "ex-board").out.split("\n\n")[1] == (
        "The documents disagree, undecided: Who chairs the board of Ex\n"
        "  The minutes say the council [2]\n"
        "  The slides name nobody [1]\n"
        "  Neither is later on this."
    )


def test_an_ended_entity_is_still_shown(tiers: Tiers) -> None:
    """What has left the trees stays in `show`, with its end."""
    out = tiers("show", "old-ccg").out.splitlines()
    assert out[:2] == [
        "NHS Ex CCG [1]",
        "organisation · system · Wessex Integrated Care System · ended 30 Jun 2022",
    ]


def test_an_entity_of_a_later_date_says_so(tiers: Tiers) -> None:
    """At a date before its first evidence an entity is not yet documented."""
    out = tiers("show", "ex-board", "--as-of", "2020").out.splitlines()
    assert (
        out[1]
        == "body · place · Ex Health and Care Partnership · not yet documented: first documented Jun 2021"
    )


def test_a_name_of_several_lists_them(tiers: Tiers) -> None:
    """An ambiguous name shows all its bearers, told apart, and how to say which."""
    assert tiers("show", "EBP") == Answer(
        2,
        "",
        "error: `EBP` names 2 entities\n\n"
        "id       name                            kind          tier    place\n"
        "ex       Ex Borough Partnership          partnership   place   Wessex Integrated Care System\n"
        "old-ccg  NHS Ex CCG (ended 30 Jun 2022)  organisation  system  Wessex Integrated Care System\n\n"
        "hint: give the id of one: `tiers show ex`\n",
    )


def test_an_unknown_name_shows_the_nearest(tiers: Tiers) -> None:
    """A name that nothing bears shows up to three that are near."""
    answer = tiers("show", "ex-frailty-home")
    assert (answer.status, answer.out) == (2, "")
    lines = answer.err.splitlines()
    assert lines[0] == "error: no entity is called `ex-frailty-home`"
    assert lines[3].split("  ")[0] == "ex-frailty-homes"
    assert (
        lines[-1]
        == "hint: the most similar are above; `tiers search ex-frailty-home` searches the descriptions too"
    )


def test_without_a_name_it_says_what_it_wants(tiers: Tiers) -> None:
    """A command that lacks its argument says which, with an example."""
    assert tiers("show") == Answer(
        2,
        "",
        "error: `tiers show` needs the name of an entity\n\n"
        'hint: for example `tiers show "Harrow Health and Care Executive"`\n',
    )


def test_a_name_that_is_hostile_is_told_inertly(tiers: Tiers) -> None:
    """Whatever is typed comes back in the message with nothing a terminal would act on."""
    assert tiers("show", "\x1b[31m\u202ezzz").err.splitlines()[0] == (
        "error: no entity is called `\\u{1b}[31m\\u{202e}zzz`"
    )


def test_a_document_is_not_supported_by_the_documents_of_its_file(tiers: Tiers, tmp_path: Path) -> None:
    """`sources` of a file speak for what is told in it, not for the documents themselves."""
    model = tmp_path / "a.toml"
    model.write_text(
        '[file]\nsources = ["terms"]\n[[source]]\nid = "terms"\nname = "Terms"\npresented = "2024-03-05"\n'
        '[[source]]\nid = "minutes"\nname = "Minutes"\npresented = "2024-06-01"\n'
        '[[body]]\nid = "board"\nname = "Board"\n',
        encoding="utf-8",
    )
    assert "Sources" not in tiers("show", "minutes", "--model", str(model)).out
    assert "[1] the whole document" in tiers("show", "board", "--model", str(model)).out.replace(
        "Terms, 5 Mar 2024", "the whole document"
    )
