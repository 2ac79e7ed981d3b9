"""The legend of the marks."""

from collections import Counter

from tiers.model.format import KINDS
from tiers.tui.wording.legend import DIFFERENCES, SIDE_BY_SIDE, legend


def test_every_mark_means_one_thing() -> None:
    """No mark stands twice in the legend: what marks a kind marks nothing else."""
    marks = Counter(mark for _, section in legend() for mark, _ in section)
    assert {mark for mark, count in marks.items() if count > 1} == set()


def test_every_mark_is_in_the_legend() -> None:
    """Those of kinds, of two dates and of two side by side."""
    marks = {mark for _, section in legend() for mark, _ in section}
    assert marks >= {kind.symbol for kind in KINDS.values() if kind.symbol} | {*DIFFERENCES, *SIDE_BY_SIDE}


def test_a_mark_of_two_dates_says_what_it_means_side_by_side() -> None:
    """In one line of the legend."""
    told = {mark: meaning for _, section in legend() for mark, meaning in section}
    assert (told["+"], told["~"], told["="]) == (
        "new, or only one has it",
        "changed, or different",
        "the same",
    )
