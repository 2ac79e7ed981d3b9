"""The choices of a reader who prints."""

import shlex
from pathlib import Path

import pytest

from tiers.model import Graph, parse_date
from tiers.model.views import VIEWS
from tiers.tui.cli import main
from tiers.tui.exploring.print.delivery import folder_of
from tiers.tui.exploring.print.printout import CLIPBOARD, OUTPUT, Printout
from tiers.tui.printing import FORMATS

from .conftest import PLACE


@pytest.fixture
def printout(place: Graph) -> Printout:
    """Return the form that is offered at the board in the decisions."""
    return offered(place, "decisions", "ex-board")


def offered(graph: Graph, view: str, entity_id: str) -> Printout:
    """Return the form that is offered with the cursor on an entity."""
    forest = VIEWS[view].make(graph)
    return Printout.of(graph, forest, forest.rows_of(entity_id)[0], [str(PLACE)])


def shown(printout: Printout) -> dict[str, str]:
    """Return the fields as a reader sees them."""
    return {
        each.label: each.values[each.at] if each.values else printout.path.text for each in printout.fields
    }


def choose(printout: Printout, label: str, by: int = 1) -> None:
    """Change a field."""
    printout.at = [each.label for each in printout.fields].index(label)
    printout.change(by)


def test_what_is_looked_at_is_offered(printout: Printout) -> None:
    """With what is below it, as text, to a file named for it."""
    assert shown(printout) == {
        "What": "Ex Joint Board, with what is below",
        "Format": "text · a tree drawn with lines",
        "Depth": "all levels",
        "Sources": "no",
        "Where to": f"a file in {folder_of('x')}",
        "File": "ex-board-decisions.txt",
    }


def test_choices_go_round_and_the_file_is_named_for_them(printout: Printout) -> None:
    """After the last choice comes the first; the file is named for the choices until the reader types a name."""
    for label in ("What", "Format", "Format", "Format"):
        choose(printout, label)
    choose(printout, "Depth")
    assert shown(printout) == {
        "What": "the whole view Decisions",
        "Format": "markdown · headings and nested lists, for a paper or a wiki",
        "Depth": "the first level only",
        "Sources": "a number at each row, the list of documents at the end",
        "Where to": f"a file in {folder_of('x')}",
        "File": "decisions.md",
    }
    choose(printout, "Depth")
    assert shown(printout)["Depth"] == "1 level below"
    choose(printout, "Depth", -2)
    printout.path.insert("x")
    choose(printout, "What")
    choose(printout, "Format", -1)
    assert (shown(printout)["Depth"], shown(printout)["File"]) == ("all levels", "decisions.mdx")


def test_sources_are_offered_where_the_format_has_them(printout: Printout) -> None:
    """Chosen for one format they hold for the next that can have them; without a choice papers have them."""
    choose(printout, "Sources")
    said = {}
    for name in FORMATS:
        said[name] = shown(printout)["Sources"]
        choose(printout, "Format")
    assert said == {
        "text": "a number at each row, the list of documents at the end",
        "ascii": "a number at each row, the list of documents at the end",
        "plain": "a number at each row, the list of documents at the end",
        "markdown": "a number at each row, the list of documents at the end",
        "html": "a number at each row, the list of documents at the end",
        "json": "a number at each row, the list of documents at the end",
        "jsonl": "a number at each row, the list of documents at the end",
        "csv": "a number at each row, the list of documents at the end",
        "boxes": "not available in this format",
        "mermaid": "not available in this format",
        "dot": "not available in this format",
        "svg": "not available in this format",
        "pdf": "a number at each row, the list of documents at the end",
    }


def test_only_a_file_has_a_name(printout: Printout) -> None:
    """Only where the answer goes to a file is there a name, and a line to type it in."""
    printout.move(99)
    typed = printout.typed
    choose(printout, "Where to")
    assert (typed is printout.path, printout.place, list(shown(printout))[-1]) == (
        True,
        CLIPBOARD,
        "Where to",
    )
    assert printout.typed is None
    choose(printout, "Where to")
    assert printout.place == OUTPUT


def test_a_group_is_printed_with_the_entity_above_it(place: Graph) -> None:
    """A group has no name on the command line; where nothing is above it there is the whole view."""
    forest = VIEWS["tiers"].make(place)
    group = forest.kinds.index("group")
    above = next(each for row in forest.ancestors(group) if (each := forest.ids[row]) is not None)
    assert Printout.of(place, forest, group).command == f"tiers print {above} -o {above}-tiers.txt"
    nowhere = Printout.of(place, forest, -1)
    assert (nowhere.command, shown(nowhere)["What"]) == (
        "tiers print -o tiers.txt",
        "the whole view Tiers",
    )


def test_what_begins_with_a_dash_is_no_option(
    place: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file or a model whose name begins with a dash is not read as an option; an empty name gives no `-o`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-m.toml").write_bytes(PLACE.read_bytes())
    forest = VIEWS["decisions"].make(place)
    printout = Printout.of(place, forest, forest.rows_of("ex-board")[0], ["-m.toml"])
    printout.path.text = "-o"
    words = shlex.split(printout.command)
    assert words[5:] == ["--model", "./-m.toml", "-o", "./-o"]
    assert (main(words[1:]), capsys.readouterr()) == (0, ("", ""))
    assert (tmp_path / "-o").read_text(encoding="utf-8") == "".join(printout.pieces())
    printout.path.text = " "
    assert shlex.split(printout.command) == words[:-2]


CHOICES = {
    "as offered": [],
    "the whole view": [("What", 1)],
    "one level": [("What", 1), ("Depth", 2)],
    "sources": [("Sources", 1)],
}


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.is_text])
@pytest.mark.parametrize("choices", CHOICES.values(), ids=list(CHOICES))
def test_the_command_prints_the_same(
    place: Graph,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    choices: list[tuple[str, int]],
) -> None:
    """Byte for byte, and the first lines are those of it."""
    printout = offered(place.as_of(parse_date("2022-03")), "decisions", "ex")
    while printout.format != name:
        choose(printout, "Format")
    for label, by in choices:
        choose(printout, label, by)
    printout.path.text = str(tmp_path / "it's here.txt")
    text = "".join(printout.pieces())
    words = shlex.split(printout.command)
    assert (words[0], main(words[1:]), capsys.readouterr()) == ("tiers", 0, ("", ""))
    assert (tmp_path / "it's here.txt").read_text(encoding="utf-8") == text
    if name != "svg":
        assert printout.first_lines(7) == [line[:400] for line in text.splitlines()[:7]]


def test_the_first_lines_of_a_picture_are_those_of_its_first_rows(place: Graph) -> None:
    """It is laid out as a whole before its first line, which of a large model would take seconds."""
    printout = offered(place, "tiers", "wessex")
    while printout.format != "svg":
        choose(printout, "Format")
    lines = printout.first_lines(3)
    assert (len(lines), lines[0][:4], lines[1]) == (3, "<svg", "<title>Wessex Integrated Care System</title>")
