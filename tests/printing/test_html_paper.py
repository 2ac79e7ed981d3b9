"""The page of the format `html` on paper: nothing stands without what it belongs to."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.programs import chromium, program
from tiers.model import Entity, Evidence, Graph, Relation
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree, written

BODIES = 90


def page() -> str:
    """Return a page with many headings inside one another, then a legend."""
    entities = {"p": Entity("p", "partnership", {"name": "P"}, Evidence())}
    relations = []
    for number in range(BODIES):
        body, below = f"b{number:03}", f"w{number:03}"
        entities[body] = Entity(body, "body", {"name": f"Body {number:03}"}, Evidence())
        entities[below] = Entity(below, "workstream", {"name": f"Work {number:03}"}, Evidence())
        relations.append(Relation("part_of", body, "p", Evidence()))
        relations.append(Relation("part_of", below, body, Evidence()))
    graph = Graph.of(entities, relations)
    return "".join(written(Subtree(graph, VIEWS["tiers"].make(graph), legend=True), "html"))


@pytest.mark.parametrize("height", [170, 205, 220, 297])
def test_nothing_that_leads_to_something_stands_last_on_a_page(tmp_path: Path, height: int) -> None:
    """However high the paper is: after a heading, the name of a branch or a word, what belongs to it comes first."""
    browser, reader = chromium(), program("pdftotext")
    path, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    size = f"@page {{ size: 210mm {height}mm; "
    path.write_text(page().replace("@page { ", size), encoding="utf-8")
    assert size in path.read_text(encoding="utf-8")
    switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    subprocess.run(
        [browser, *switches, f"--print-to-pdf={paper}", str(path)],
        capture_output=True,
        check=True,
        timeout=600,
    )
    text = subprocess.run([reader, "-layout", str(paper), "-"], capture_output=True, text=True, check=True)
    pages = [[line.strip() for line in each.splitlines() if line.strip()] for each in text.stdout.split("\f")]
    assert sum(line.startswith(("Body ", "Work ")) for lines in pages for line in lines) == 2 * BODIES
    leading = re.compile(
        r"P|Body \d+ .*|Workstreams .*|Bodies .*|Partnership|Words|partnership|body|workstream"
    )
    assert [lines[-1] for lines in pages if lines and leading.fullmatch(lines[-1])] == []
