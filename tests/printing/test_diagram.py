"""Diagrams for Mermaid and Graphviz: layers are boxes, a delegation is one labelled arrow, read back by their own parsers."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Write
from tests.printing.hostile import names
from tests.programs import node_for, program
from tiers.model import Entity, Evidence, Graph, Relation, bundled
from tiers.model.views import VIEWS
from tiers.tui.cli import main
from tiers.tui.printing import Subtree, written
from tiers.tui.wording.safe_text import safe

HERE = Path(__file__).parent

HARROW = "Harrow Borough Based Partnership"
LAYERS = {
    "Sovereign Organisational Governance and Decision Making": 7,
    "Joint management": 1,
    "Executive": 1,
    "ICP Transformational Workstreams": 2,
}
"""Harrow's layers from the top, each with how many boxes and nodes stand directly in it."""

DELEGATIONS = [
    (
        "Sovereign Organisational Governance and Decision Making",
        "Harrow Joint Management Board",
        "delegates, extent not stated, inferred",
    ),
    (
        "Harrow Joint Management Board",
        "Harrow Health and Care Executive",
        "delegates, extent not stated, inferred",
    ),
    *(
        (
            "By whom is not stated",
            "Borough team for Harrow",
            f"delegates {budget} budget of the borough team, extent not stated",
        )
        for budget in ("Joint commissioning", "Primary care")
    ),
]


class Drawn(NamedTuple):
    """The parts of a diagram that a program is about to draw.

    Attributes:
        boxes: By the name of each box, the names of what stands directly in it.
        arrows: Each arrow: from where, to where, with which words.
        lines: How many lines without an arrow are seen.
    """

    boxes: dict[str, set[str]]
    arrows: list[tuple[str, str, str]]
    lines: int


def by_mermaid(text: str) -> Drawn:
    """Return what Mermaid's own parser finds."""
    read = node_for(HERE / "mermaid.mjs", text, modules=("mermaid", "jsdom"))
    assert isinstance(read, dict)
    named = {number: label[0] for number, label in read["nodes"]}
    named |= {number: label.rpartition(" (")[0] or label for number, label, _ in read["boxes"]}
    seen = [line for line in read["lines"] if line[2] != "invisible"]
    return Drawn(
        {named[number]: {named[each] for each in inside} for number, _, inside in read["boxes"]},
        [(named[start], named[end], words) for start, end, _, sort, words in seen if sort != "arrow_open"],
        sum(1 for line in seen if line[3] == "arrow_open"),
    )


def by_graphviz(text: str) -> Drawn:
    """Return what Graphviz is about to draw."""
    done = subprocess.run(
        [program("dot"), "-Tjson"], input=text, capture_output=True, text=True, check=True, timeout=300
    )
    read = json.loads(done.stdout)
    objects = {each["_gvid"]: each for each in read["objects"]}
    said = {
        number: next(op["text"] for op in each["_ldraw_"] if op["op"] == "T")
        for number, each in objects.items()
    }
    clusters = {each["name"]: each for each in objects.values() if each["name"].startswith("cluster")}
    boxes = {}
    for each in clusters.values():
        inner = [objects[number] for number in each.get("subgraphs", ())]
        deeper = {number for box in inner for number in box.get("nodes", ())}
        direct = set(each.get("nodes", ())) - deeper
        boxes[said[each["_gvid"]]] = {said[number] for number in (*direct, *each.get("subgraphs", ()))}

    def end(edge: dict[str, object], clipped: str, whole: str) -> str:
        name = edge.get(clipped)
        return str(said[clusters[str(name)]["_gvid"] if name else int(str(edge[whole]))])

    seen = [each for each in read["edges"] if each.get("style") != "invis"]
    arrows = [each for each in seen if each["arrowhead"] == "normal"]
    words = [" ".join(op["text"] for op in each["_ldraw_"] if op["op"] == "T") for each in arrows]
    ends = [(end(each, "ltail", "tail"), end(each, "lhead", "head")) for each in arrows]
    return Drawn(
        boxes,
        [(*pair, text) for pair, text in zip(ends, words, strict=True)],
        len(seen) - len(arrows),
    )


READERS = pytest.mark.parametrize(
    ("form", "read"), [("mermaid", by_mermaid), ("dot", by_graphviz)], ids=["mermaid", "dot"]
)
BOTH = pytest.mark.parametrize("form", ["mermaid", "dot"])


def printed(capsys: pytest.CaptureFixture[str], model: object, *words: str) -> str:
    """Return what `tiers print --view decisions` writes of a model."""
    assert main(["--model", str(model), "print", "--view", "decisions", *words]) == 0
    return capsys.readouterr().out


@READERS
def test_harrows_layers_are_boxes_and_its_delegations_arrows(
    form: str, read: Callable[[str], Drawn], capsys: pytest.CaptureFixture[str]
) -> None:
    """Both show the same boxes, one in the other, and the same two arrows between layers; what is below a workstream has a line."""
    drawn = read(printed(capsys, bundled(), "harrow", "--format", form))
    inside = drawn.boxes.pop(HARROW)
    assert inside == {*LAYERS, "In no documented layer"}
    assert {name: len(drawn.boxes[name]) for name in LAYERS} == LAYERS
    assert set(drawn.boxes) == {*LAYERS, "In no documented layer", "Delivery", "Enabling"}
    assert drawn.boxes["ICP Transformational Workstreams"] == {"Delivery", "Enabling"}
    assert drawn.arrows == DELEGATIONS
    assert drawn.lines == 3


def test_the_order_of_layers_is_that_on_paper() -> None:
    """Graphviz draws each layer of Harrow wholly below the one before it."""
    text = "".join(written(_harrow(), "dot"))
    done = subprocess.run(
        [program("dot"), "-Tjson"], input=text, capture_output=True, text=True, check=True, timeout=300
    )
    edges = {}
    for each in json.loads(done.stdout)["objects"]:
        if each["name"].startswith("cluster"):
            _, low, _, high = map(float, each["bb"].split(","))
            edges[each["label"].partition("\\n")[0]] = (high, low)
    for upper, lower in zip(list(LAYERS), [*LAYERS, "In no documented layer"][1:], strict=False):
        assert edges[upper][1] > edges[lower][0]


def _harrow() -> Subtree:
    graph = bundled_graph()
    forest = VIEWS["decisions"].make(graph)
    return Subtree(graph, forest, forest.row_of("harrow"))


def bundled_graph() -> Graph:
    """Return the bundled model."""
    from tiers.model import load  # noqa: PLC0415 - the other tests read files of their own

    return load(bundled())


def hostile_layers(given: list[str]) -> Graph:
    """Return a partnership with these names for layers, bodies and functions; each layer delegates to the next."""
    draw = iter(given)
    entities = {"p": Entity("p", "partnership", {"name": next(draw)}, Evidence())}
    relations = []
    for number in range(20):
        layer, body, function = f"l{number}", f"b{number}", f"f{number}"
        entities[layer] = Entity(layer, "layer", {"name": next(draw), "order": number}, Evidence())
        entities[body] = Entity(body, "body", {"name": next(draw)}, Evidence())
        entities[function] = Entity(function, "function", {"name": next(draw)}, Evidence())
        relations += [Relation("of", layer, "p", Evidence()), Relation("in_layer", body, layer, Evidence())]
        if number:
            details = {"function": f"f{number - 1}"}
            relations.append(Relation("delegates_to", f"l{number - 1}", body, Evidence(), details=details))
    return Graph.of(entities, relations)


@READERS
def test_hostile_names_of_boxes_and_arrows_read_back_equal(form: str, read: Callable[[str], Drawn]) -> None:
    """Names of layers and functions are what they were, and make no box, node or arrow of their own."""
    graph = hostile_layers(names(200)[100:161])
    drawn = read("".join(written(Subtree(graph, VIEWS["decisions"].make(graph)), form)))
    name = {each: safe(graph.name(each)) for each in graph}
    assert drawn.boxes == {
        name["p"]: {name[f"l{number}"] for number in range(20)},
        **{name[f"l{number}"]: {name[f"b{number}"]} for number in range(20)},
    }
    assert [arrow[:2] for arrow in drawn.arrows] == [
        (name[f"l{number}"], name[f"b{number + 1}"]) for number in range(19)
    ]
    said = [f"delegates {name[f'f{number}']}, extent not recorded" for number in range(19)]
    assert [arrow[2].split() for arrow in drawn.arrows] == [each.split() for each in said]


def test_mermaid_reads_the_title_and_the_description() -> None:
    """A screen reader gets the name of the first row, the view and its date, hostile or not."""
    graph = hostile_layers(names(200)[100:161])
    text = "".join(written(Subtree(graph, VIEWS["decisions"].make(graph)), "mermaid"))
    read = node_for(HERE / "mermaid.mjs", text, modules=("mermaid", "jsdom"))
    assert isinstance(read, dict)
    assert (read["title"], read["description"]) == (
        safe(graph.name("p")),
        "Decisions: decision-making layers and what is delegated between them; latest known state",
    )


MODEL = """
[[partnership]]
id = "p"
name = "Place"
[[layer]]
id = "upper"
name = "Upper"
of = "p"
order = 1
[[layer]]
id = "lower"
name = "Lower"
of = "p"
order = 2
[[body]]
id = "board"
name = "Board"
part_of = "p"
in_layer = ["upper", "lower"]
delegates_to = [{ to = "group", function = "beds" }, { to = "elsewhere", limit = { up_to = 5, unit = "beds" } }, { to = "not_stated" }]
[[body]]
id = "group"
name = "Group"
part_of = "board"
in_layer = "lower"
[[organisation]]
id = "elsewhere"
name = "Trust"
[[function]]
id = "beds"
name = "Beds"
"""

MERMAID = """flowchart TB
  accTitle: Place
  accDescr: Decisions#58; decision#45;making layers and what is delegated between them#59; latest known state
  subgraph n0["Place #40;partnership#41;"]
  subgraph n1["Upper #40;layer 1#41;"]
  n2["Board<br/>body, also 1"]
  n5["Group<br/>body, also 1"]
  n2 --- n5
  end
"""


def test_every_end_of_an_arrow_is_drawn(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """One that is no row of the view, or that no document names, gets a node outside of the boxes that says so."""
    text = printed(capsys, write(MODEL), "--format", "mermaid")
    assert text.startswith(MERMAID)
    drawn = by_mermaid(text)
    assert drawn.arrows == [
        ("Board", "Trust", "delegates, up to 5 beds"),
        ("Board", "To whom is not stated", "delegates, extent not recorded"),
        ("Board", "Group", "delegates Beds, extent not recorded"),
    ]
    assert '["Trust<br/>its place is not shown here"]' in text
    assert set(drawn.boxes) == {"Place", "Upper", "Lower"}


@BOTH
def test_an_entity_that_stands_again_in_a_box_refers_to_the_first(
    form: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--no-repeat` a box still shows that it is in there."""
    text = printed(capsys, write(MODEL), "--format", form, "--no-repeat")
    assert len(re.findall(r"Board(<br/>|\\n)see above", text)) == 1
    assert len(re.findall(r"Board(<br/>|\\n)body", text)) == 1


@BOTH
def test_a_delegation_that_is_stated_not_to_be_is_no_arrow(
    form: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is a node that says so."""
    model = write(
        '[[partnership]]\nid = "p"\nname = "P"\n'
        '[[body]]\nid = "b"\nname = "Board"\npart_of = "p"\ndelegates_to = "none"\n'
    )
    drawn = (by_mermaid if form == "mermaid" else by_graphviz)(printed(capsys, model, "--format", form))
    said = "delegates to: none"
    assert (drawn.boxes, drawn.arrows, drawn.lines) == ({}, [], 3)
    text = printed(capsys, model, "--format", form).replace("#58;", ":")
    assert text.count(said) == 1


BIG = '[[partnership]]\nid = "p"\nname = "P"\n' + "".join(
    f'[[body]]\nid = "b{number}"\nname = "B"\npart_of = "p"\n'
    + "".join(
        f'[[body]]\nid = "b{number}-{inner}"\nname = "C"\npart_of = "b{number}"\n' for inner in range(60)
    )
    for number in range(10)
)


def test_what_is_too_large_is_cut_by_depth_and_says_so(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """On stderr, in the description and in a note of the diagram; what fits is written as without the option."""
    model = str(write(BIG))
    assert main(["--model", model, "print", "--format", "mermaid", "--fit"]) == 0
    out, err = capsys.readouterr()
    cut = "cut to the first 3 levels so that Mermaid draws it: 600 rows are not shown"
    assert err == f"note: the diagram is {cut}\n"
    assert out.endswith(f'  note>"{cut.replace(":", "#58;")}"]\n')
    assert out.splitlines()[2].endswith(f"#59; {cut.replace(':', '#58;')}")
    assert out.count("60 rows below not shown") == 10
    plain = printed(capsys, model, "--format", "mermaid", "p", "--depth", "1")
    assert printed(capsys, model, "--format", "mermaid", "p", "--depth", "1", "--fit") == plain


def test_what_cannot_be_cut_by_depth_is_refused(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the first level alone is too large, the message says what makes it smaller."""
    text = "".join(f'[[area]]\nid = "a{number}"\nname = "{"x" * 400}"\n' for number in range(200))
    assert main(["--model", str(write(text)), "print", "--format", "mermaid", "--fit"]) == 2
    assert capsys.readouterr() == (
        "",
        (
            "error: the diagram cannot be cut by depth to what Mermaid draws: its first level alone is larger\n\n"
            "hint: name an entity to begin at, or leave some out with `--prune`\n"
        ),
    )
