"""A model read from memory."""

import pytest

from tiers.model import Mistake, ModelError, load_texts

_PLACE = b'[[partnership]]\nid = "place"\nname = "Place"\n'
_BOARD = b'[[body]]\nid = "board"\nname = "Board"\npart_of = "place"\n'


def test_texts_are_merged() -> None:
    """What is in memory is one model, as files are."""
    graph = load_texts({"HEAD:a.toml": _PLACE, "HEAD:b.toml": _BOARD})
    assert sorted(graph) == ["board", "place"]


def test_a_mistake_in_a_text_bears_its_name() -> None:
    """A mistake is told at the name that the text was given."""
    with pytest.raises(ModelError) as caught:
        load_texts({"HEAD:a.toml": b"x ="})
    assert [(each.code, each.file, each.line) for each in caught.value.mistakes] == [
        ("missing-value", "HEAD:a.toml", 1)
    ]


def test_what_was_wrong_before_is_told() -> None:
    """A mistake that was found on the way to the texts stands in the way of the model."""
    missing = Mistake("cannot-read", "cannot be read: gone", "b.toml")
    with pytest.raises(ModelError) as caught:
        load_texts({"a.toml": _PLACE}, [missing])
    assert caught.value.mistakes == (missing,)
