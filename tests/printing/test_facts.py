"""How what differs between two states reads."""

from tiers.tui.wording.description.facts import differing


def test_of_two_tables_only_the_lines_that_differ() -> None:
    """Where a table of texts differs, the lines that do are told, on the side that has them, and no others."""
    old, new = {"a": "A heading.", "b": "Empty.", "d": "One"}, {"b": "Empty.", "c": "New.", "d": "Two"}

    assert differing([old], [new]) == ([{"a": "A heading.", "d": "One"}], [{"c": "New.", "d": "Two"}])
    assert differing([old], [{**old, "z": "More"}]) == ([], [{"z": "More"}])
    assert differing([old], [old]) == ([], [])


def test_of_several_facts_those_that_only_one_side_has() -> None:
    """Of lists of facts those are told that the other side has not, in their order."""
    assert differing(["a", "b", "c"], ["c", "d", "b"]) == (["a"], ["d"])
