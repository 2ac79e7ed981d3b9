"""The page of the format `html` in a real browser: for everybody, in any light, by keyboard alone."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.printing.golden import GOLDEN
from tests.printing.hostile import names, subtree_of
from tests.printing.test_formats import chain
from tests.programs import chromium, node
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree, written
from tiers.tui.wording.safe_text import safe

PAGES = ("harrow.decisions.html", "place.tiers.html", "place.decisions.html", "place.seats.html")


def opened(*paths: Path, walks: bool = False) -> Any:
    """Return what the browser finds in each of some pages; the keyboard walks through them only if that is asked for."""
    script = Path(__file__).parent / "page.mjs"
    return node(
        script, chromium(), "walk" if walks else "", *map(str, paths), modules=("puppeteer-core", "axe-core")
    )


@pytest.fixture(scope="module")
def golden() -> dict[str, Any]:
    """Return what the browser finds in the golden pages, opened one after the other in one browser."""
    return dict(zip(PAGES, opened(*(GOLDEN / each for each in PAGES), walks=True), strict=True))


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_no_violation_light_and_dark_narrow_and_wide(page: str, golden: dict[str, Any]) -> None:
    """WCAG 2.2 AA and best practice at 320 and 1280 pixels, in both schemes: nothing to complain of."""
    assert golden[page]["violations"] == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_sticks_out_of_a_narrow_page(page: str, golden: dict[str, Any]) -> None:
    """At 320 pixels, too, nobody has to scroll sideways."""
    assert max(golden[page]["overflow"]) <= 0


def test_what_stands_deep_in_a_narrow_page_has_room_for_words(tmp_path: Path) -> None:
    """At 320 pixels and fourteen levels down there are 200 pixels left, so that names are not broken into letters."""
    graph = chain(8)  # each below a heading of its own
    path = tmp_path / "deep.html"
    path.write_text("".join(written(Subtree(graph, VIEWS["tiers"].make(graph)), "html")), encoding="utf-8")
    assert opened(path)[0]["widths"][0] >= 200


@pytest.mark.parametrize("page", PAGES)
def test_the_page_asks_for_nothing_and_no_link_is_dead(page: str, golden: dict[str, Any]) -> None:
    """It is one file: the only thing the browser asks for is the file itself."""
    found = golden[page]
    assert {url.rpartition("/")[2] for url in found["asked"]} == {page}
    assert found["dead"] == 0


@pytest.mark.parametrize("page", PAGES)
def test_the_tree_can_be_walked_and_folded_by_keyboard(page: str, golden: dict[str, Any]) -> None:
    """The skip link comes first, every branch is reached by Tab, and Enter folds and unfolds it."""
    found = golden[page]
    assert found["walked"][0] == ["a", "Skip to the content"]
    assert sum(tag == "summary" for tag, _ in found["walked"]) == found["summaries"]
    assert found["folds"] == [[True, False, True]] * found["summaries"]


def test_a_browser_shows_every_hostile_name_and_runs_none(tmp_path: Path) -> None:
    """A thousand hostile names are text in the page, each as it is, and nothing more is asked for."""
    subtree = subtree_of(names(200))
    path = tmp_path / "hostile.html"
    path.write_text("".join(written(subtree, "html")), encoding="utf-8")
    (found,) = opened(path)
    assert found["names"] == [safe(name) for name in subtree.forest.names]
    assert len(found["asked"]) == 1
    assert found["violations"] == []


def test_the_page_has_no_script_and_lets_none_run() -> None:
    """The page itself forbids scripts and anything from elsewhere."""
    page = (GOLDEN / "harrow.decisions.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert re.findall(r'content="default-src[^"]*"', page) == [
        "content=\"default-src 'none'; style-src 'unsafe-inline'\""
    ]
