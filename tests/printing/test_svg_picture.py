"""The picture of the format `svg`, in a real browser where that is needed: it reads on A4, and nothing sticks out."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.printing.golden import GOLDEN
from tests.programs import chromium, node
from tiers.model import Entity, Evidence, Graph, Relation, load
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree, written
from tiers.tui.printing.tree.svg_pages import Block, blocks_of

PICTURES = ("harrow.decisions.svg", "place.tiers.svg", "place.decisions.svg", "place.seats.svg")
MARGIN, WIDTH, HEIGHT = 36, 595, 842
FOOT = 18
SPACE = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn() -> dict[str, Any]:
    """Return how far the texts and boxes of each picture reach when a browser draws it."""
    script = Path(__file__).parent / "picture.mjs"
    files = [str(GOLDEN / each) for each in PICTURES]
    found = node(script, chromium(), *files, modules=("puppeteer-core",))
    assert isinstance(found, list)
    return dict(zip(PICTURES, found, strict=True))


@pytest.mark.parametrize("picture", PICTURES)
def test_the_pages_are_a4_and_the_letters_can_be_read(picture: str, drawn: dict[str, Any]) -> None:
    """210 by 297 millimetres a page, points as units, no letter smaller than 7.5 points."""
    found = drawn[picture]
    pages = int(found["viewed"].split()[3]) // HEIGHT
    assert found["size"] == ["210mm", f"{297 * pages}mm"]
    assert found["viewed"] == f"0 0 {WIDTH} {HEIGHT * pages}"
    assert min(size for *_, size in found["texts"]) >= 7.5


@pytest.mark.parametrize("picture", PICTURES)
def test_no_text_leaves_its_page_or_its_box(picture: str, drawn: dict[str, Any]) -> None:
    """Every line ends before the margin, within one page; a line that begins in a box ends in it."""
    found = drawn[picture]
    for left, top, right, bottom, _ in found["texts"]:
        assert left >= MARGIN
        assert right <= WIDTH - MARGIN + 1
        assert int(top // HEIGHT) == int(bottom // HEIGHT)
        inside = [box for box in found["boxes"] if box[0] <= left <= box[2] and box[1] <= top + 3 <= box[3]]
        assert all(right <= box[2] and bottom <= box[3] + 1 for box in inside), (left, top, right, bottom)


def picture_of(names: dict[str, list[str]]) -> ET.Element:
    """Return the picture of partnerships, each with bodies."""
    entities, relations = {}, []
    for number, (name, bodies) in enumerate(names.items()):
        entities[f"p{number}"] = Entity(f"p{number}", "partnership", {"name": name}, Evidence())
        for each, body in enumerate(bodies):
            entity_id = f"p{number}-b{each}"
            entities[entity_id] = Entity(entity_id, "body", {"name": body}, Evidence())
            relations.append(Relation("part_of", entity_id, f"p{number}", Evidence()))
    graph = Graph.of(entities, relations)
    return ET.fromstring("".join(written(Subtree(graph, VIEWS["tiers"].make(graph)), "svg")))  # noqa: S314 - our own


@pytest.mark.parametrize(
    "names",
    [
        {"word " * 2_000: ["B"]},
        {"P": ["word " * 2_000, "B"]},
        {"P": ["B"], "word " * 2_000: ["word " * 2_000]},
    ],
    ids=["title", "box", "heading"],
)
def test_what_is_too_long_for_a_page_goes_on_on_the_next(names: dict[str, list[str]]) -> None:
    """No line stands in the foot of a page or between two pages, and no word is lost."""
    picture = picture_of(names)
    lines = [
        (float(line.get("y", 0)), line.text or "") for row in picture.iter(f"{SPACE}g") for line in row[1:]
    ]
    assert all(MARGIN < base % HEIGHT <= HEIGHT - MARGIN - FOOT for base, _ in lines)
    written_words = " ".join(text for _, text in lines).split()
    assert written_words.count("word") == 2_000 * sum(
        "word" in name for each in names.items() for name in (each[0], *each[1])
    )


@pytest.mark.parametrize("words", range(10, 61, 10))
def test_a_heading_is_on_the_page_of_what_follows_it(words: int) -> None:
    """However high the boxes below it are."""
    picture = picture_of({f"P{number}": ["name " * words] * 4 for number in range(12)})
    shapes = [
        (each.get("class"), float(each.get("y", 0)) // HEIGHT)
        for each in picture.iter(f"{SPACE}rect")
        if each.get("class")
    ]
    assert [page for (sort, page), (_, after) in pairwise(shapes) if sort == "strip" and after != page] == []


def test_who_wants_a_large_picture_no_more_need_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are counted before anything can be written, and also that is done piece by piece."""
    graph = load()
    subtree = Subtree(graph, VIEWS["tiers"].make(graph))
    gone_through: list[Block] = []

    def counted(subtree: Subtree) -> Iterator[Block]:
        for block in blocks_of(subtree):
            gone_through.append(block)
            yield block

    monkeypatch.setattr("tiers.tui.printing.tree.svg.blocks_of", counted)
    before, most = 0, 0
    for _ in written(subtree, "svg"):
        most, before = max(most, len(gone_through) - before), len(gone_through)
    assert before == 2 * sum(1 for _ in blocks_of(subtree))
    assert most < 30
