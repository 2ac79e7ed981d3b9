"""The file and line in which an entity is written."""

from pathlib import Path

import pytest

from tiers.model import Entity, Evidence, bundled, load
from tiers.model.reading.places import Places
from tiers.model.reading.whereabouts import Whereabouts, whereabouts

MODELS = Path(__file__).parents[2] / "models"


@pytest.mark.parametrize("model", [MODELS / "aldermere", MODELS / "place.toml", Path(bundled())])
def test_the_line_is_that_of_the_scanner(model: Path) -> None:
    """The line of every entity of three models is that of its header, as the scanner of the whole file finds it."""
    read: dict[str, Places] = {}
    for entity in load(model).every_entity():
        if entity.file not in read:
            read[entity.file] = Places.of(Path(entity.file).read_text(encoding="utf-8"))
        places = read[entity.file]
        span = places.span((entity.kind, entity.index), "header")
        assert span is not None
        assert whereabouts(entity) == Whereabouts(entity.file, places.lines.place(span[0])[0])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[[body]]\nname = "B"\nid = "b"\n', 1),
        ("# x\n\n[[ body ]] # y\nid= 'b'\n", 3),
        ('x = """\n[[body]]\nid = "b"\n"""\n[[body]]\nid = "b"\n', 5),
        ('[[body]]\nlist = [\n[1],\n]\nid = "b"\n', 1),
        ('body = [{ id = "a" }, { id = "b" }]\n', 1),
        ('[[body]]\nid = "\\u0062"\n', None),
        ('[[body]]\nid = "c"\n', None),
        ('[[post]]\nid = "b"\n', None),
        ('[[body]]\nid = "b"\nname = ][\n', 1),
        ("", None),
        ("\xff", None),
    ],
)
def test_a_file_as_it_is_now(tmp_path: Path, text: str, line: int | None) -> None:
    """However the table is written, and whatever has become of the file since."""
    path = tmp_path / "m.toml"
    path.write_bytes(text.encode("latin-1"))
    assert whereabouts(Entity("b", "body", {}, Evidence(), str(path))) == Whereabouts(str(path), line)


@pytest.mark.parametrize("file", ["", "no-such-file.toml", "/", "HEAD~1:m.toml"])
def test_what_is_no_file_has_no_line(file: str) -> None:
    """A model made in memory, or read from standard input or git, has names but no lines."""
    assert whereabouts(Entity("b", "body", {}, Evidence(), file)) == Whereabouts(file, None)
