"""The thread that watches the model's files while the explorer runs."""

from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from tiers.model.cache.models import entry_of

from .reloader import News, Reloader

if TYPE_CHECKING:
    from ..exploration import Exploration

INTERVAL = 0.15
"""The seconds between two looks; a save is shown after two looks."""

MOST_LEFT_OUT = 10
"""How many looks in a row are left out at most while keys are pressed."""


class Watch:
    """Watches files in a thread of its own, so that a slow disk does not delay a key.

    A look at the 150 files of a large model takes as long as some keys, so that none is taken soon after a key.
    """

    def __init__(
        self,
        reloader: Reloader,
        tell: Callable[[News], object],
        fail: Callable[[Exception], object],
        keys: Callable[[], int],
    ) -> None:
        """Take the files.

        Args:
            reloader: Looks at them.
            tell: Called with what has changed.
            fail: Called with a mistake of the program.
            keys: A function that returns how many keys were pressed so far.
        """
        self._reloader = reloader
        self._keys = keys
        self._tell = tell
        self._fail = fail
        self._ended = Event()

    def start(self) -> None:
        """Start watching. The thread ends with the program."""
        Thread(target=self._run, name="tiers-watch", daemon=True).start()

    def end(self) -> None:
        """Stop watching."""
        self._ended.set()

    def _run(self) -> None:
        try:
            pressed, left_out = self._keys(), 0
            while not self._ended.wait(INTERVAL):
                before, pressed = pressed, self._keys()
                if pressed != before and left_out < MOST_LEFT_OUT:
                    left_out += 1
                    continue
                left_out = 0
                news = self._reloader.look()
                if news is not None and not self._ended.is_set():
                    self._tell(news)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is to be told
            if not self._ended.is_set():
                self._fail(error)


def lay_out_ahead(exploration: "Exploration", news: News) -> None:
    """Lay out the rows of the view shown for the saved model, and store them, so that the screen need not wait for them.

    This is done only in the last known state, and only if the model is in the cache: other rows are not stored.
    """
    if news.model is not None and exploration.graph.at is None and entry_of(news.model) is not None:
        exploration.renew_ahead(news.model)
