"""`tiers schema`: what it writes, where, and what it refuses."""

import json
from pathlib import Path

import pytest

from tiers.model.reading.schema import json_schema

from .conftest import Answer, Tiers


def test_the_schema_is_written(tiers: Tiers, tmp_path: Path) -> None:
    """The schema goes to stdout or to a file, the same both times: a line for each table and each definition."""
    answer = tiers("schema")
    assert (answer.status, answer.err) == (0, "")
    schema = json.loads(answer.out)
    assert schema == json_schema()
    begun = [line for line in answer.out.splitlines() if line.startswith('"')]
    assert len(begun) == len(schema) + len(schema["properties"]) + len(schema["definitions"])
    path = tmp_path / "tiers.schema.json"
    assert tiers("schema", "-o", str(path)) == Answer(0)
    assert path.read_text(encoding="utf-8") == answer.out


def test_what_would_change_nothing_is_refused(tiers: Tiers) -> None:
    """The schema is that of the format: a model or a date is refused and not passed over."""
    for option, value in (("--as-of", "2022"), ("--model", "x.toml")):
        assert tiers("schema", option, value) == Answer(
            2, "", f"error: the schema is the same for every model\n\nhint: leave `{option}` out\n"
        )


def test_the_model_is_not_replaced(tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The schema is never written over a file of the model that the environment names."""
    path = tmp_path / "ours.toml"
    path.write_text('[[area]]\nid = "a"\nname = "A"\n', encoding="utf-8")
    monkeypatch.setenv("TIERS_MODEL", str(path))
    answer = tiers("schema", "-o", str(path))
    assert (answer.status, answer.out) == (2, "")
    assert path.read_text(encoding="utf-8").startswith("[[area]]")
