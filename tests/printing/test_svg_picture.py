"""The picture of the format `svg` in a real browser: it reads on A4, and nothing sticks out."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.printing.golden import GOLDEN
from tests.programs import chromium, node

PICTURES = ("harrow.decisions.svg", "place.tiers.svg", "place.decisions.svg", "place.seats.svg")
MARGIN, WIDTH, HEIGHT = 36, 595, 842


@cache
def drawn(picture: str) -> Any:
    """Return how far the texts and boxes of a picture reach when a browser draws it."""
    script = Path(__file__).parent / "picture.mjs"
    return node(script, chromium(), str(GOLDEN / picture), modules=("puppeteer-core",))


@pytest.mark.parametrize("picture", PICTURES)
def test_the_pages_are_a4_and_the_letters_can_be_read(picture: str) -> None:
    """210 by 297 millimetres a page, points as units, no letter smaller than 7.5 points."""
    found = drawn(picture)
    pages = int(found["viewed"].split()[3]) // HEIGHT
    assert found["size"] == ["210mm", f"{297 * pages}mm"]
    assert found["viewed"] == f"0 0 {WIDTH} {HEIGHT * pages}"
    assert min(size for *_, size in found["texts"]) >= 7.5


@pytest.mark.parametrize("picture", PICTURES)
def test_no_text_leaves_its_page_or_its_box(picture: str) -> None:
    """Every line ends before the margin, within one page; a line that begins in a box ends in it."""
    found = drawn(picture)
    for left, top, right, bottom, _ in found["texts"]:
        assert left >= MARGIN
        assert right <= WIDTH - MARGIN + 1
        assert int(top // HEIGHT) == int(bottom // HEIGHT)
        inside = [box for box in found["boxes"] if box[0] <= left <= box[2] and box[1] <= top + 3 <= box[3]]
        assert all(right <= box[2] and bottom <= box[3] + 1 for box in inside), (left, top, right, bottom)
