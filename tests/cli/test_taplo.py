"""The schema in Taplo, the program that editors ask: it flags what `tiers check` flags as a mistake of shape."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tiers.model import bundled, read_model

from .conftest import PLACE, Tiers

WRONG = {
    "a word that is none": ('decides = "decides"', 'decides = "decide"'),
    "a tier that is none": ('tier = "place"', 'tier = "plaec"'),
    "a date in words": ('presented = "2024-03-05"', 'presented = "5 March 2024"'),
    "a month that is none": ('presented = "2024-03-05"', 'presented = "2024-13"'),
    "a year without quotes": ('presented = "2024-03-05"', "presented = 2024"),
    "an id with a space": ('id = "elmford-trust"', 'id = "Elmford Trust"'),
    "an id that is a word of the format": ('id = "elmford-trust"', 'id = "unknown"'),
    "a text for true": ("voting = true", 'voting = "yes"'),
    "a number in quotes": ("up_to = 50000", 'up_to = "50,000"'),
    "a table of no kind": ("[[body]]", "[[committee]]"),
    "one bracket": ("[[body]]", "[body]"),
    "a key that is none": ('state = "open"', 'stated = "open"'),
    "a required key missing": ('follows = "elmford-council"\n', ""),
    "a number for an id": ('about = "elmford-board"', "about = 3"),
    "a citation with a space": ('sources = ["terms#members"]', 'sources = ["terms members"]'),
    "a table where a list of them belongs": ('part_of = "elmford"', 'part_of = { to = "elmford" }'),
    "a seat by the wrong end": ('{ id = "elmford-council", cap', '{ to = "elmford-council", cap'),
    "an empty name": ('name = "Prevention grants"', 'name = ""'),
    "one topic without a list": ('topics = ["grants", "prevention"]', 'topics = "grants"'),
    "a mark of direction": ('summary = "Small', 'summary = "\\u202eSmall'),
    "a claim with a key that is none": (
        'name = "Prevention grants"',
        'name = [{ value = "a", until = "2022" }]',
    ),
    "a warning allowed without its reason": (
        '[file]\nsources = ["terms"]',
        '[file]\nsources = ["terms"]\nallow = [{ code = "ring" }]',
    ),
    "no seat": ('capacity = "chair", voting', 'capacity = "chair", seats = 0, voting'),
    "a locator with a space": ("locators = {", 'locators = { "A B" = "x",'),
}


def is_flagged(schema: Path, *files: Path) -> bool:
    """Whether Taplo flags any of these files by a schema; skip the test where Taplo is not found."""
    where = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    taplo = shutil.which("taplo", path=where)
    if taplo is None:
        pytest.skip("`taplo` is not found; `pip install taplo` has it")
    done = subprocess.run(
        [taplo, "lint", "--schema", schema.as_uri(), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode == 1  # what it writes may lack its end, since it leaves before all is written


@pytest.fixture
def begun(tiers: Tiers, tmp_path: Path) -> Path:
    """Return a directory with the model that `tiers init` writes, and its schema."""
    assert tiers("init", str(tmp_path)).status == 0
    return tmp_path


def test_taplo_flags_nothing_that_is_right(begun: Path) -> None:
    """The model of `init`, the bundled one and those of the tests are as the schema says."""
    files = [
        begun / "model.toml",
        *sorted(Path(bundled()).resolve().rglob("*.toml")),
        *PLACE.parent.glob("*.toml"),
    ]
    assert len(files) > 15
    assert not is_flagged(begun / "tiers.schema.json", *files)


@pytest.mark.parametrize("name", WRONG)
def test_taplo_flags_what_check_flags(begun: Path, name: str) -> None:
    """A mistake of shape in the model of `init` is flagged by both."""
    model, (old, new) = begun / "model.toml", WRONG[name]
    right = model.read_text(encoding="utf-8")
    assert old in right
    model.write_text(right.replace(old, new, 1), encoding="utf-8")
    assert [each for each in read_model([model]).mistakes if each.severity == "error"]
    assert is_flagged(begun / "tiers.schema.json", model)
