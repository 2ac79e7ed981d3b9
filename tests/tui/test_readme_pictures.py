"""The pictures of the README and the pages show the explorer as it is."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from docs.picture import PICTURES, Picture, drawn, path_of
from tiers.model import Graph, load


@pytest.fixture(scope="module")
def bundled() -> Graph:
    """Return the bundled model."""
    return load()


def words(svg: str) -> list[str]:
    """Return the texts of a picture, in order; an SVG that is not well-formed raises."""
    root = ET.fromstring(svg)  # noqa: S314 - our own
    texts = ("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    return [text for each in texts if (text := unescape(each).replace("\u00a0", " ").strip())]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda each: each.name)
async def test_a_picture_shows_what_the_explorer_shows(bundled: Graph, picture: Picture) -> None:
    """Word for word; `python docs/picture.py` draws them anew. Nothing in them comes from elsewhere."""
    kept = path_of(picture).read_text(encoding="utf-8")
    assert words(kept) == words(await drawn(bundled, picture))
    assert re.findall(r"(?:href|src|url)\W+(?:https?:)?//[^\"')]+", kept) == []
    assert "@import" not in kept
    assert "<script" not in kept
