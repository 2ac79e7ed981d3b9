"""Made-up models of any size."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.generator import write_model
from tiers.model import read_model


@pytest.mark.parametrize("entities", [1, 2, 50, 1000, 5000])
def test_models(tmp_path: Path, entities: int) -> None:
    """A model of any size has as many entities as were asked for and can be read."""
    write_model(tmp_path, entities)
    reading = read_model([tmp_path])
    assert [each for each in reading.mistakes if each.severity == "error"] == []
    assert reading.graph is not None
    assert len(reading.graph) == entities


def test_same_seed(tmp_path: Path) -> None:
    """The same number and seed give the same files, another seed gives others."""
    for name, seed in (("one", 4), ("two", 4), ("three", 5)):
        write_model(tmp_path / name, 3000, seed)
    files = {path.name for path in (tmp_path / "one").iterdir()}
    assert files == {path.name for path in (tmp_path / "two").iterdir()}
    for name in files:
        one = (tmp_path / "one" / name).read_bytes()
        assert one == (tmp_path / "two" / name).read_bytes()
        assert one != (tmp_path / "three" / name).read_bytes()


def test_smaller_after_larger(tmp_path: Path) -> None:
    """Nothing is left of a larger model written to the same place before."""
    write_model(tmp_path, 20_000)
    assert write_model(tmp_path, 100) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["part-000.toml"]


def test_realistic(tmp_path: Path) -> None:
    """It has memberships, dates, sources and every kind that a place has."""
    write_model(tmp_path, 4000)
    graph = read_model([tmp_path]).graph
    assert graph is not None
    kinds = Counter(entity.kind for entity in graph.every_entity())
    relations = Counter(each.kind for borne in graph.relations_by_subject() for each in borne)
    assert set(kinds) == {
        "area", "body", "commitment", "event", "issue", "organisation", "partnership", "person", "post", "service",
        "source", "workstream",
    }  # fmt: skip
    assert relations["member_of"] > len(graph) / 8
    assert relations["part_of"] > len(graph) / 2
    dated = [each for borne in graph.relations_by_subject() for each in borne if each.start_date is not None]
    assert len(dated) > len(graph) / 8
    assert sum(bool(entity.evidence.citations) for entity in graph.every_entity()) > len(graph) * 0.9
    assert len({graph.name(each) for each in graph}) > len(graph) * 0.7
