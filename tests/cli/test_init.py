"""`tiers init`: the model it begins, and what it leaves as it is."""

import json
from pathlib import Path

import pytest

from tiers.model import Graph, load, read_model
from tiers.model.reading.schema import json_schema
from tiers.model.views import VIEWS

from .conftest import Answer, Tiers


def begun(tiers: Tiers, directory: Path) -> Graph:
    """Begin a model in a directory, and return it."""
    assert tiers("init", str(directory)).status == 0
    return load(directory)


def test_a_model_is_begun_without_warnings(tiers: Tiers, tmp_path: Path) -> None:
    """The directory is made; what is written passes the strictest check and is what is said to be written."""
    place = tmp_path / "places" / "our-place"
    assert tiers("init", str(place)) == Answer(
        0,
        "",
        f"a model begins in {place}/model.toml; change it, and look:\n"
        f"  tiers check {place}\n  tiers --model {place}\n",
    )
    assert sorted(each.name for each in place.iterdir()) == ["model.toml", "tiers.schema.json"]
    assert tiers("check", "--strict", str(place)) == Answer(
        0, "", "1 file checked: no mistakes, no warnings\n"
    )
    assert json.loads((place / "tiers.schema.json").read_text(encoding="utf-8")) == json_schema()
    assert (place / "model.toml").read_text(encoding="utf-8").startswith("#:schema ./tiers.schema.json\n")


def test_the_model_has_one_of_what_an_author_needs(tiers: Tiers, tmp_path: Path) -> None:
    """A board with seats, a source with an address and locators, a delegation, a disagreement and a question."""
    graph = begun(tiers, tmp_path)
    assert len(graph.relations("elmford-board", "member_of", "in")) == 4
    assert [len(graph.entities_of_kind(kind)) for kind in ("disagreement", "issue")] == [1, 1]
    assert len(graph.relations("elmford-board", "delegates_to", "in")) == 1
    source = graph.entity("terms")
    assert source.values["url"]
    assert source.values["locators"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_views_of_the_model_have_rows(tiers: Tiers, tmp_path: Path, view: str) -> None:
    """Of the views only that of workstreams and that of dates find nothing in its few tables."""
    begun(tiers, tmp_path)
    answer = tiers("print", "--view", view, "--model", str(tmp_path))
    filled = view not in {"workstreams", "timeline"}
    assert (answer.status, bool(answer.out)) == ((0, True) if filled else (1, False))


@pytest.mark.parametrize("name", ["model.toml", "tiers.schema.json"])
def test_no_file_is_replaced(tiers: Tiers, tmp_path: Path, name: str) -> None:
    """Where one of the two files is there already, it stays as it was and the other is not written."""
    path = tmp_path / name
    path.write_text("mine", encoding="utf-8")
    assert tiers("init", str(tmp_path)) == Answer(
        2,
        "",
        f"error: `{path}` is there already; nothing was written\n\n"
        "hint: name another directory; `tiers schema -o` renews a schema alone\n",
    )
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert path.read_text(encoding="utf-8") == "mine"


def test_no_model_is_joined_to_another(tiers: Tiers, tmp_path: Path) -> None:
    """Where a directory has another file of a model, nothing is begun: both would be one model."""
    path = tmp_path / "ours.toml"
    path.write_text("", encoding="utf-8")
    assert tiers("init", str(tmp_path)) == Answer(
        2,
        "",
        f"error: `{path}` is there already; nothing was written\n\n"
        "hint: all files below a directory are one model: name a directory without any\n",
    )
    assert [each.name for each in tmp_path.iterdir()] == ["ours.toml"]


def test_a_directory_is_needed(tiers: Tiers, tmp_path: Path) -> None:
    """Without a directory, or where a file bears its name, nothing is begun."""
    message = "error: `tiers init` needs a directory\n\nhint: for example `tiers init our-place`\n"
    assert tiers("init") == tiers("init", "") == Answer(2, "", message)
    file = tmp_path / "file"
    file.touch()
    assert tiers("init", str(file)) == Answer(2, "", f"error: `{file}` cannot be written: file exists\n")


def test_an_old_schema_is_told(tiers: Tiers, tmp_path: Path) -> None:
    """`check` warns where the schema beside a model is of another version, and says how it is renewed."""
    begun(tiers, tmp_path)
    path = tmp_path / "tiers.schema.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"description"', '"comment"', 1), encoding="utf-8"
    )
    answer = tiers("check", str(tmp_path))
    assert answer.status == 0
    assert answer.out == (
        f"{tmp_path}/model.toml:1:10: warning[old-schema]: the schema named here is of another version of tiers\n"
        "  |\n"
        "1 | #:schema ./tiers.schema.json\n"
        "  |          ^^^^^^^^^^^^^^^^^^^\n"
        f"  = hint: write it again with `tiers schema -o {path}`\n"
    )
    assert tiers("schema", "-o", str(path)).status == 0
    assert read_model([tmp_path]).mistakes == ()


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("./other.json", '{"title": "Something else"}'),
        ("./other.json", "{"),
        ("./other.json", "[]"),
        ("https://example.org/tiers.schema.json", ""),
    ],
)
def test_another_schema_is_no_business_of_ours(tmp_path: Path, schema: str, text: str) -> None:
    """A schema that is not ours or is on the web is not warned of."""
    (tmp_path / "other.json").write_text(text, encoding="utf-8")
    model = tmp_path / "m.toml"
    model.write_text(f'#:schema {schema}\n[[area]]\nid = "a"\nname = "A"\n', encoding="utf-8")
    assert read_model([model]).mistakes == ()


def test_a_schema_that_is_not_there_is_warned_of(tmp_path: Path) -> None:
    """Where the `#:schema` line names a file that is missing, an editor is silent; `check` says so, and how to write it."""
    model = tmp_path / "m.toml"
    model.write_text('#:schema ./tiers.schema.json\n[[area]]\nid = "a"\nname = "A"\n', encoding="utf-8")
    (found,) = read_model([model]).mistakes
    assert (found.code, found.severity, found.line, found.column) == ("missing-schema", "warning", 1, 10)
    assert found.message == "the schema named here is not there, so that an editor marks no mistakes"
    assert found.hint == f"write it with `tiers schema -o {tmp_path}/tiers.schema.json`, or take the line out"


def test_the_warning_stands_first_in_its_file(tmp_path: Path) -> None:
    """Among the mistakes of several files the warning comes where its line is."""
    (tmp_path / "s.json").write_text('{"title": "A model of tiers"}', encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(
            f'# {name}\n#:schema s.json\n[[area]]\nid = "{name}"\n', encoding="utf-8"
        )
    found = [(Path(each.file).name, each.line, each.code) for each in read_model([tmp_path]).mistakes]
    assert found == [
        ("a.toml", 2, "old-schema"),
        ("a.toml", 3, "missing-key"),
        ("b.toml", 2, "old-schema"),
        ("b.toml", 3, "missing-key"),
    ]
