"""Rings of wholes and parts that a save closes or opens: seen as in a model of which all files are read."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiers.model import ModelError, load

BODIES = 5
Wholes = Sequence[set[int]]
"""The wholes of each body, by number."""

WHOLES = st.lists(st.sets(st.integers(0, BODIES - 1), max_size=2), min_size=BODIES, max_size=BODIES)


def text(wholes: Wholes, bodies: range) -> str:
    """Return the text of a file that has some of the bodies."""
    return "".join(
        f'[[body]]\nid = "b{each}"\nname = "Body {each}"\n'
        f"part_of = {[f'b{whole}' for whole in sorted(wholes[each] - {each})]}\n"
        for each in bodies
    )


def codes(folder: Path) -> list[str]:
    """Return the codes of the mistakes of a model."""
    try:
        load(folder)
    except ModelError as error:
        return sorted(each.code for each in error.mistakes)
    return []


@settings(max_examples=40)
@given(WHOLES, st.sets(st.integers(0, BODIES - 1), max_size=2))
def test_a_ring_is_seen_after_one_file_is_saved(wholes: Wholes, otherwise: set[int]) -> None:
    """Whichever body gets other wholes, and however many it has."""
    with tempfile.TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patched:
        folder = Path(temporary, "model")
        folder.mkdir()
        patched.setenv("XDG_CACHE_HOME", str(Path(temporary, "cache")))
        files = (range(2), range(2, 4), range(4, BODIES))
        for drawn in ([{each - 1} & {*range(each)} for each in range(BODIES)], [*wholes[:4], otherwise]):
            for bodies in files:
                (folder / f"{bodies.start}.toml").write_text(text(drawn, bodies), encoding="utf-8")
                found = codes(folder)
                patched.setenv("TIERS_NO_CACHE", "1")
                expected = codes(folder)
                patched.delenv("TIERS_NO_CACHE")
                assert found == expected
