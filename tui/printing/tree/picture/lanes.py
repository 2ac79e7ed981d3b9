"""The lanes of a picture: the lines from a giver to its takers, to the left of all boxes."""

from collections.abc import Mapping, Sequence

from .items import Arrow, Item

Head = tuple[Arrow, int, int]
"""An arrow, and the line and the cell at which it turns down to its taker."""


def with_lanes(lines: list[str], tails: Mapping[Item, tuple[int, int]], heads: Sequence[Head]) -> None:
    """Draw the lanes, then the lines from and to them, across the borders of boxes and other lanes.

    Args:
        lines: The lines of the picture, which are changed; up to the end of each arrow every character is one
            cell.
        tails: The line and the cell at which the arrows of an item leave it, by item.
        heads: The arrows with a lane, each with its end.
    """
    of_giver: dict[Item, list[Head]] = {}
    for head in heads:
        of_giver.setdefault(head[0].giver, []).append(head)
    runs: list[tuple[int, int, int, bool, str]] = []
    for item, ends in of_giver.items():
        lane, inferred = 2 * item.lane, all(arrow.inferred for arrow in item.gives)
        row, cell = tails[item]
        stops = [(row, cell, inferred, "┥"), *((at, to, arrow.inferred, "") for arrow, at, to in ends)]
        top, bottom = min(stop[0] for stop in stops), max(stop[0] for stop in stops)
        for at in range(top + 1, bottom):
            _put(lines, at, lane, "┇" if inferred else "┃")
        for at, to, broken, end in stops:
            _put(lines, at, lane, "┏" if at == top else "┗" if at == bottom else "┣")
            runs.append((at, lane, to, broken, end))
    for at, lane, to, broken, end in runs:
        crossed = lines[at][lane + 1 : to]
        line = "┉" if broken else "━"
        run = "".join(line if char == " " else "╋" if char in "┃┇" else "┿" for char in crossed)
        lines[at] = f"{lines[at][: lane + 1]}{run}{end or lines[at][to]}{lines[at][to + 1 :]}"


def _put(lines: list[str], row: int, cell: int, char: str) -> None:
    lines[row] = f"{lines[row][:cell]}{char}{lines[row][cell + 1 :]}"
