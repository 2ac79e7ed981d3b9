"""Whom `as_named` gives another name: the same in print and in search."""

import pytest

from tests.conftest import Write

from .conftest import Answer, Tiers

MODEL = """
[[source]]
id = "s"
name = "Paper"
presented = "2022-02-22"
[file]
sources = ["s"]
[[partnership]]
id = "whole"
name = "Whole Partnership"
tier = "place"
[[layer]]
id = "top"
name = "Top layer"
of = "whole"
"""


def named(kind: str, relation: str, to: str) -> str:
    """Return a model in which one relation gives one of its ends the name GP Forum."""
    return MODEL + (
        f'[[{kind}]]\nid = "one"\nname = "Care Group"\n{relation} = [{{ to = "{to}", as_named = "GP Forum" }}]\n'
    )


@pytest.mark.parametrize(
    ("kind", "relation", "to"),
    [
        ("body", "part_of", "whole"),
        ("post", "post_in", "whole"),
        ("body", "member_of", "whole"),
        ("body", "in_layer", "top"),
    ],
)
def test_the_subject_is_found_by_the_name_it_has_there(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch, kind: str, relation: str, to: str
) -> None:
    """The part, the post, the member and what stands in a layer are found by the name they have there, not the whole."""
    model = write(named(kind, relation, to)) / "model.toml"
    monkeypatch.setenv("TIERS_MODEL", str(model))
    place = "Whole Partnership" if relation != "member_of" else "-"
    tier = "place" if relation != "member_of" else "-"
    row = ("one", "Care Group", kind, tier, place, "named: GP Forum (22 Feb 2022)")
    head = ("id", "name", "kind", "tier", "place", "matched")
    widths = [max(len(one), len(other)) for one, other in zip(row, head, strict=True)]
    table = "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() + "\n"
        for cells in (head, row)
    )
    assert tiers("search", "GP Forum") == Answer(0, table)


TREES = {
    "part_of": "  Layers: 1\n    Top layer: layer\n  Bodies: 1\n    Care Group: body, named GP Forum here\n",
    "post_in": "  Layers: 1\n    Top layer: layer\n  Also recorded: 1\n    Posts: 1\n      Care Group: post, named GP Forum here\n",
    "member_of": "  Members: 1\n    Care Group: body, named GP Forum here\n  Layers: 1\n    Top layer: layer\n",
    "in_layer": "  Layers: 1\n    Top layer: layer\n      Care Group: body, named GP Forum here\n",
}


@pytest.mark.parametrize("relation", TREES)
def test_the_subject_is_printed_with_the_name_it_has_there(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch, relation: str
) -> None:
    """In a tree the name stands at the part, the post, the member and what stands in a layer."""
    kind, to = "post" if relation == "post_in" else "body", "top" if relation == "in_layer" else "whole"
    monkeypatch.setenv("TIERS_MODEL", str(write(named(kind, relation, to)) / "model.toml"))
    printed = tiers("print", "whole", "--format", "plain")
    assert printed == Answer(0, f"Whole Partnership: partnership, place\n{TREES[relation]}")


def test_a_name_for_the_object_stays_with_the_object(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is scrutinised is found by the name it has there, and not what scrutinises it."""
    monkeypatch.setenv("TIERS_MODEL", str(write(named("body", "scrutinises", "whole")) / "model.toml"))
    assert tiers("search", "GP Forum") == Answer(
        0,
        "id     name               kind         tier   place  matched\n"
        "whole  Whole Partnership  partnership  place  -      named: GP Forum (22 Feb 2022)\n",
    )
