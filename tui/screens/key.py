"""A key binding: its keys, its function, when it works, and its words for help and the last line."""

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Generic, TypeVar

from tiers.model.format.unchanging import Value, following

from ..widgets.key_line import KeyHint

Owner = TypeVar("Owner")

_WRITTEN = {
    "at": "@",
    "slash": "/",
    "backslash": "\\",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "apostrophe": "'",
    "colon": ":",
    "question_mark": "?",
    "exclamation_mark": "!",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "enter": "↵",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "page up",
    "pagedown": "page down",
}
"""Names of keys as printed on keyboards; other keys keep Textual's name."""


def written(key: str) -> str:
    """Return the name of a key as printed on keyboards, such as `esc` or `↵`."""
    return _WRITTEN.get(key, key)


class Group(Enum):
    """The groups of keys, in the order in which help lists them."""

    MOVE = "Move"
    FOLD = "Open and close"
    DETAIL = "Detail"
    VIEWS = "Views"
    DATES = "Dates and differences"
    SEARCH = "Search"
    GO = "Go"
    TAKE = "Print, copy, help, quit"


class When(Value, Generic[Owner]):
    """The condition under which a key does something.

    Attributes:
        holds: A function that says whether the key does something now, given the screen.
        otherwise: The message if it does nothing; empty for none.
        where: The pane in which it does something; empty for any pane.
    """

    holds: Callable[[Owner], bool]
    otherwise: str = ""
    where: str = ""


def _always(_: object) -> bool:
    return True


class Key(Value, Generic[Owner]):
    """One or more keys with the same function.

    Attributes:
        keys: The names of the keys in Textual, separated by commas.
        do: The function, called with the screen.
        words: The words in the help; empty to leave it out.
        group: The group in the help; `None` to leave it out.
        hint: The words in the last line; empty to leave it out.
        when: The condition under which it does something.
        mode: The class of its mode; `None` for keys of the screen itself.
        called: Further words that people use for the function, which the palette and the help search.
        forms: The same function with a chosen format; `None` if it writes nothing.
        about: The same function for a topic typed with the question; `None` if it answers no question.
    """

    keys: str
    do: Callable[[Owner], Awaitable[None] | None]
    words: str = ""
    group: Group | None = None
    hint: str = ""
    when: When[Owner] = When(_always)
    mode: type[object] | None = None
    called: str = ""
    about: Callable[..., None] | None = None
    forms: Callable[..., None] | None = None

    names: tuple[str, ...] = following(
        factory=lambda key: tuple(filter(None, key.keys.split(","))), init=False
    )

    def is_meant_by(self, typed: str) -> bool:
        """Whether each typed word is in the words of the function, or begins another word that people use for it."""
        words, called = self.words.casefold(), self.called.split()
        return all(
            each in words or any(one.startswith(each) for one in called) for each in typed.casefold().split()
        )

    @property
    def key_hint(self) -> KeyHint:
        """The key and its hint, for the last line."""
        return KeyHint(written(self.names[0]), self.hint, self.names[0])
