"""The thread that watches the files of a model."""

from collections.abc import Callable, Iterator
from itertools import count, repeat
from threading import Event

import pytest

from tiers.tui.exploring.live import watch
from tiers.tui.exploring.live.reloader import Reloader
from tiers.tui.exploring.live.watch import MOST_LEFT_OUT, Watch

LOOKS = 3


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterator[int]], int]:
    """Return a function that watches for three looks, and returns how often it was asked how many keys were pressed."""
    monkeypatch.setattr(watch, "INTERVAL", 0)

    def watched(keys: Iterator[int]) -> int:
        looks, questions, ended = count(1), count(), Event()

        class Counting(Reloader):
            """Finds nothing new."""

            def look(self) -> None:
                """Count a look; the last one ends the watch."""
                if next(looks) == LOOKS:
                    watching.end()
                    ended.set()

        def pressed() -> int:
            next(questions)
            return next(keys)

        watching = Watch(Counting(()), print, print, pressed)
        watching.start()
        assert ended.wait(30)
        return next(questions)

    return watched


def test_no_look_is_taken_soon_after_a_key(asked: Callable[[Iterator[int]], int]) -> None:
    """While no key is pressed each interval has a look; while keys are, one in eleven: a save is not left unseen for long."""
    assert asked(repeat(7)) == 1 + LOOKS
    assert asked(count()) == 1 + LOOKS * (MOST_LEFT_OUT + 1)
