"""What a row rests on, and who gives what, is the same in every format of print."""

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Tiers

MODEL = """
[[source]]
id = "first"
name = "First paper"
presented = "2020-05-01"
locators = { members = "members", structure = "structure" }

[[source]]
id = "second"
name = "Second paper"
presented = "2021-05-01"
locators = { members = "members", structure = "structure" }

[[organisation]]
id = "council"
name = "Council"
sources = ["first", "second"]
delegates_to = [{ to = "board", function = "fund", sources = ["first"] }]

[[body]]
id = "board"
name = "Board"
sources = ["first#members", "second#members"]
part_of = [{ to = "council", sources = ["first#structure", "second#structure"] }]

[[function]]
id = "fund"
name = "Fund"
sources = ["first"]
"""


@pytest.fixture
def model(tmp_path: Path) -> str:
    """Return the path of a model in which two documents say the same, one after the other."""
    path = tmp_path / "model.toml"
    path.write_text(MODEL, encoding="utf-8")
    return str(path)


def cited(tiers: Tiers, *words: str) -> dict[str, list[str]]:
    """Return, by format, the sources of the board: of it, and of what puts it there."""
    text = tiers("print", "council", *words, "--sources").out
    rows, _, notes = text.partition("\n\nSources\n")
    (row,) = (line for line in rows.splitlines() if "Board" in line)
    numbers = row.rpartition("[")[2].removesuffix("]").split(", ")
    documents = dict(line.strip().removeprefix("[").split("] ", 1) for line in notes.splitlines())
    names = {"First paper": "first", "Second paper": "second"}

    def named(note: str) -> str:
        document, place, _ = note.split(", ", 2)
        return f"{names[document]}#{place}"

    tree = json.loads(tiers("print", "council", *words, "--sources", "--format", "json").out)
    while tree[0]["id"] != "board":
        tree = tree[0]["children"]
    lines = tiers("print", "council", *words, "--sources", "--format", "jsonl").out.splitlines()
    (line,) = (each for each in map(json.loads, lines) if each["id"] == "board")
    table = csv.DictReader(io.StringIO(tiers("print", "council", *words, "--sources", "--format", "csv").out))
    found = {
        "text": [named(documents[number]) for number in numbers],
        "json": [_place(each) for each in (*tree[0]["sources"], *tree[0]["relation"]["sources"])],
        "jsonl": [_place(each) for each in line["sources"]],
        "csv": next(each for each in table if each["id"] == "board")["sources"].split("; "),
    }
    return {form: sorted(each) for form, each in found.items()}


def _place(source: dict[str, str]) -> str:
    return f"{source['id']}#{source['locator']}"


def test_every_format_names_the_same_sources(tiers: Tiers, model: str) -> None:
    """Those of the entity and those of the relation that puts it there, in tables too."""
    everything = ["first#members", "first#structure", "second#members", "second#structure"]
    assert cited(tiers, "--model", model) == dict.fromkeys(("text", "json", "jsonl", "csv"), everything)


def test_at_a_date_every_format_names_the_documents_there_were(tiers: Tiers, model: str) -> None:
    """A document of the year after is no source of what was known then."""
    then = ["first#members", "first#structure"]
    assert cited(tiers, "--model", model, "--as-of", "2020") == dict.fromkeys(
        ("text", "json", "jsonl", "csv"), then
    )


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("text", "└── delegated to Board, extent not recorded, by Council\n"),
        ("plain", "  delegated to Board, extent not recorded, by Council\n"),
        ("markdown", "; delegated to Board, extent not recorded, by Council [1] |"),
    ],
)
def test_a_giver_is_named_once(tiers: Tiers, model: str, form: str, line: str) -> None:
    """A delegation told from who receives it says by whom, and does not begin with the giver as well."""
    answer = tiers("print", "--model", model, "--view", "functions", "--format", form)
    assert line in answer.out
    assert answer.out.count("Council") == 1


def test_a_field_is_written_once_however_often_it_is_named(tiers: Tiers) -> None:
    """Spaces after a comma are no part of a name, and no table has two columns of one name."""
    answer = tiers("print", "ex-board", "--format", "csv", "--fields", "decides, place,decides,")
    assert (answer.status, answer.out) == (
        0,
        (
            "depth,path,id,name,kind,tier,basis,start_date,end_date,source,standing,disputed,inferred_fields,decides,place\n"
            "0,,ex-board,Ex Joint Board,body,place,stated,,,slides#structure,documented,yes,,decides,Ex Borough Partnership\n"
        ),
    )


def test_the_first_row_says_nothing_of_what_it_stands_below(tiers: Tiers) -> None:
    """A role in a body, its source and *inferred* belong to a row above, and that is not there."""
    seat = "Ex Borough Partnership (partnership, place, co-chair, votes, also 2)"
    assert seat in tiers("print", "council", "--view", "seats").out
    assert tiers("print", "ex", "--view", "seats", "--sources").out == (
        "Ex Borough Partnership (partnership, place, also 2) [1, 2]\n"
        "└── Members (2)\n"
        "    ├── Ex Council (organisation, co-chair, votes, also 1) [3, 4]\n"
        "    └── Wessex NHS Trust (organisation, named Ex Trust here, also 2) [3]\n"
        "\n"
        "Sources\n"
        "  [1] Slides on the partnership, Slide: structure, 22 Feb 2022\n"
        "  [2] Scrutiny minutes, Item 1: names, about Jun 2021\n"
        "  [3] Slides on the partnership, Slide: members, 22 Feb 2022\n"
        "  [4] Scrutiny minutes, Item 4: who chairs, about Jun 2021\n"
    )


def test_a_sentence_among_words_has_no_full_stop(tiers: Tiers, tmp_path: Path) -> None:
    """What is exact is in the formats for other programs."""
    path = tmp_path / "model.toml"
    path.write_text('[[area]]\nid = "a"\nname = "A"\nsummary = "One. Two."\nstatus = "shadow"\n')
    words = ("print", "--model", str(path), "--fields", "summary,status")
    assert tiers(*words).out == "A (area, shadow, summary: One. Two, status: shadow)\n"
    assert tiers(*words, "--format", "csv").out.endswith(",One. Two.,shadow\n")
