"""The format `boxes`: boxes and arrows in characters, the same as in the diagrams for Mermaid and Graphviz."""

from pathlib import Path

import pytest

from tests.printing.reading_boxes import Read, read
from tests.printing.test_diagram import DELEGATIONS, Drawn, by_graphviz, by_mermaid, printed
from tiers.model import Entity, Evidence, Graph, Relation, bundled, load
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree
from tiers.tui.printing.parts.wrapping import cells
from tiers.tui.printing.tree.boxes import IN_ASCII, picture_of
from tiers.tui.wording.safe_text import safe

ALDERMERE = Path(__file__).parent.parent / "models" / "aldermere"


def seen_in(found: Read, known: set[str]) -> Drawn:
    """Return the boxes and arrows in a picture, by the names that another program found."""
    named = {}
    for box, text in found.texts.items():
        named[box] = max((each for each in known if text.startswith(each)), key=len)
    arrows = [
        (named[giver], named[taker], words.removeprefix(f"{named[giver]} "))
        for giver, taker, words, _ in found.arrows
    ]
    boxes = {named[box]: {named[each] for each in inside} for box, inside in found.inside.items()}
    return Drawn(boxes, sorted(arrows), found.lines)


@pytest.mark.parametrize(
    ("model", "words"), [(bundled(), ("harrow",)), (str(ALDERMERE), ())], ids=["harrow", "aldermere"]
)
def test_boxes_mermaid_and_dot_show_the_same_boxes_lines_and_arrows(
    model: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """What is seen in the characters is what Mermaid and Graphviz draw: who is in which layer, who delegates what to whom."""
    drawn = {}
    for form, reader in (("mermaid", by_mermaid), ("dot", by_graphviz)):
        boxes, arrows, lines = reader(printed(capsys, model, *words, "--format", form))
        drawn[form] = Drawn(boxes, sorted(arrows), lines)
    text = printed(capsys, model, *words, "--format", "boxes")
    known = {safe(name) for name in VIEWS["decisions"].make(load(model)).names} | {"By whom is not stated"}
    found = seen_in(read(text), known)
    assert found == drawn["mermaid"] == drawn["dot"]
    assert len(found.arrows) >= len(DELEGATIONS)


def test_harrows_two_delegations_between_layers_are_told_beside_broken_arrows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The layer of sovereign organisations to the board, the board to the executive: next to each other, so the words name no giver."""
    found = read(printed(capsys, bundled(), "harrow", "--format", "boxes"))
    assert [(words, broken) for _, _, words, broken in found.arrows[:2]] == [
        ("delegates, extent not stated, inferred", True)
    ] * 2
    assert [broken for *_, broken in found.arrows[2:]] == [False, False]


def test_at_80_columns_every_line_fits_and_ascii_has_the_same_shape(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No line of Harrow is longer than 80 cells, narrower on request; in ASCII each character stands where it stood."""
    shown = printed(capsys, bundled(), "harrow", "--format", "boxes")
    assert max(map(len, shown.splitlines())) == 80
    narrow = printed(capsys, bundled(), "harrow", "--format", "boxes", "--width", "60")
    assert max(map(len, narrow.splitlines())) == 60
    plain = printed(capsys, bundled(), "harrow", "--format", "boxes", "--charset", "ascii")
    assert plain == shown.translate(str.maketrans("".join(IN_ASCII), "".join(IN_ASCII.values())))
    assert plain.isascii()


def _of_many(count: int) -> Subtree:
    """Return a body that delegates to each of many, and each of these to the one before it."""
    made = {
        f"a{number}": Entity(f"a{number}", "body", {"name": f"Board {number}"}, Evidence())
        for number in range(count)
    }
    relations = [Relation("part_of", "a0", "p", Evidence())]
    relations += [Relation("part_of", f"a{number}", "p", Evidence()) for number in range(1, count)]
    relations += [
        Relation("delegates_to", f"a{number}", f"a{(number * 7 + 3) % count}", Evidence())
        for number in range(count)
    ]
    graph = Graph.of({"p": Entity("p", "partnership", {"name": "Place"}, Evidence()), **made}, relations)
    return Subtree(graph, VIEWS["decisions"].make(graph))


def test_where_too_many_arrows_run_side_by_side_the_others_name_their_giver() -> None:
    """Of a hundred delegations across one another at most twelve have a lane; each stands at its taker, and none is lost."""
    lines = picture_of(_of_many(100)).lines
    told = [
        line.partition("delegates, extent not recorded")[0]
        for line in lines
        if "delegates, extent not recorded" in line
    ]
    assert len(told) == 100
    assert all("Board " in each for each in told if "╻" in each)
    assert sum("╻" in each for each in told) > 50
    assert max(map(cells, lines)) <= 80


def test_boxes_deep_in_one_another_make_the_picture_wider_and_not_the_names_unreadable() -> None:
    """Below a thousand levels the last name still has room for a word."""
    entities = {
        f"a{number}": Entity(f"a{number}", "partnership", {"name": f"Level {number}"}, Evidence())
        for number in range(1_000)
    }
    relations = [
        Relation("part_of", f"a{number}", f"a{number - 1}", Evidence()) for number in range(1, 1_000)
    ]
    graph = Graph.of(entities, relations)
    lines = picture_of(Subtree(graph, VIEWS["tiers"].make(graph))).lines
    assert any("Level 999 " in line for line in lines)
