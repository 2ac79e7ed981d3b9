"""What every format of print holds to: exact, inert, streamed, without recursion."""

import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Write
from tiers.model import Entity, Evidence, Graph, Relation
from tiers.model.views import VIEWS, Forest
from tiers.tui.cli import main
from tiers.tui.printing import Subtree, written
from tiers.tui.printing.parts import json_values
from tiers.tui.printing.parts.table import columns

GraphOf = Callable[[str], Graph]

TREES = ("text", "ascii", "plain", "json")
"""The formats that are the tree itself, a line a row."""

DEEP = 1_500
"""Deeper than Python recurses."""


def chain(length: int) -> Graph:
    """Return a model in which each area is part of the one before it."""
    entities = {
        f"a{number}": Entity(f"a{number}", "area", {"name": f"A{number}"}, Evidence())
        for number in range(length)
    }
    return Graph.of(
        entities,
        [Relation("part_of", f"a{number}", f"a{number - 1}", Evidence()) for number in range(1, length)],
    )


def tiers_of(graph: Graph) -> Forest:
    return VIEWS["tiers"].make(graph)


@pytest.mark.parametrize("form", TREES)
def test_a_deep_tree_is_printed_without_recursion(form: str) -> None:
    """However deep a tree is, each of its rows is a line."""
    graph = chain(DEEP)
    subtree = Subtree(graph, tiers_of(graph))
    lines = sum(piece.count("\n") for piece in written(subtree, form))
    assert lines == len(subtree.forest) + (1 if form == "json" else 0)  # and the line that opens the array


@pytest.mark.parametrize("form", TREES)
def test_pieces_come_one_by_one(form: str) -> None:
    """The first row is there before the last is made, so that a reader that stops early costs nothing."""
    graph = chain(100)
    pieces = written(Subtree(graph, tiers_of(graph)), form)
    assert isinstance(pieces, Iterator)
    assert "A0" in next(pieces) + next(pieces)


@pytest.mark.parametrize("form", TREES)
def test_a_hostile_name_is_inert_in_every_format(form: str, graph_of: GraphOf) -> None:
    """No format lets through what a terminal acts on; JSON gives the name back as it was."""
    name = '[/b]\u200b"\\\ufeff<é>'
    graph = graph_of(f'[[area]]\nid = "a"\nname = {json.dumps(name)}\n')
    text = "".join(written(Subtree(graph, tiers_of(graph)), form))
    assert not {"\u200b", "\ufeff"} & set(text)
    if form == "json":
        assert json.loads(text)[0]["name"] == name
    else:
        assert text.startswith('[/b]\\u{200b}"\\\\u{feff}<')


@given(st.text(st.characters(codec=None)))
def test_json_strings_read_back_as_they_were(text: str) -> None:
    """Every text comes back from a parser, is inert as written, and can be had in ASCII alone."""
    for unicode in (True, False):
        string = json_values.text(text, unicode=unicode)
        assert json.loads(string) == text
        assert string.isprintable() or any(char.isspace() for char in string)
        assert unicode or string.isascii()


@given(
    st.recursive(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            st.text(),
        ),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_values_read_back_as_they_were(value: object) -> None:
    """Every value of records comes back from a parser."""
    assert json.loads(json_values.value(value)) == value


def test_json_refuses_what_has_no_form() -> None:
    """A value of no kind of JSON is an error of ours, not a guess."""
    with pytest.raises(TypeError, match="set has no form in JSON"):
        json_values.value({1})


def test_columns_stand_below_one_another_whatever_the_width_of_a_character() -> None:
    """Wide characters count two cells, combining ones none, and no line ends in spaces."""
    assert (
        "".join(columns([("日本", "x"), ("e\u0301t", ""), ("abcde", "y")]))
        == "日本   x\ne\u0301t\nabcde  y\n"
    )


FUNCTIONS = """
[[partnership]]
id = "place"
name = "Place | one"
tier = "place"
delegates_to = [{ to = "board", function = "budget", extent = { text = "not_stated" } }]
[[body]]
id = "board"
name = "Joint board"
part_of = "place"
[[function]]
id = "budget"
name = "The joint budget"
part_of = "place"
in_hands_of = [{ id = "board", mode = "oversees", basis = "inferred" }, { id = "place", mode = "recommends" }]
[[function]]
id = "rest"
name = "The rest"
part_of = "place"
"""


def test_functions_are_a_table(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """In Markdown and HTML a row a function and a column a role; in CSV columns; what is not stated is a dash, or says so."""
    model = str(write(FUNCTIONS))

    def printed(form: str, *more: str) -> str:
        assert main(["--model", model, "print", *more, "--view", "functions", "--format", form]) == 0
        return capsys.readouterr().out

    table = [line for line in printed("markdown").splitlines() if line.startswith("|")]
    assert table == [
        "| Function | Decides | Holds it delegated | Oversees it | Delivers it | Other roles |",
        "| --- | --- | --- | --- | --- | --- |",
        (
            "| The joint budget | by delegation | Joint board; delegated to Joint board, extent not stated, by Place \\| one"
            " | Joint board (inferred) | - | Place \\| one (recommends, see above) |"
        ),
        "| The rest | - | - | - | - | - |",
    ]
    assert "# Place \\| one" in printed("markdown")
    alone = printed("markdown", "rest")
    assert alone.startswith("# The rest\n")
    assert "| The rest | - |" in alone
    page = printed("html")
    assert page.count("<tr>") == 3
    assert page.count('<th scope="col">') == 6
    assert "<td>Joint board" not in page  # a name is in an element of its own
    assert "Joint board</span>" in page or "Joint board</a>" in page
    lines = printed("csv").splitlines()
    assert lines[0].startswith("depth,path,id,name,kind,tier,decides,delegated,oversees,delivers,basis,")
    assert ",The rest,function,place,not recorded,not recorded,not recorded,not recorded," in "\n".join(lines)
    assert '"decides":[],"delegated":["board"],"oversees":["board"],"delivers":[]' in printed("jsonl")
    assert (
        "The rest (function, not stated who decides, holds it delegated, oversees it or delivers it)"
        in printed("text")
    )
