"""A key of a screen: what it does and when, and how help and the last line name it."""

from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Generic, TypeVar

import attrs

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
    "enter": "↵",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "page up",
    "pagedown": "page down",
}
"""How keys are written; the others by their names."""


def written(key: str) -> str:
    """Return a key as it is written on a keyboard."""
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


@attrs.frozen(repr=False)
class When(Generic[Owner]):
    """When a key does something.

    Attributes:
        holds: Whether it does something now, asked of the screen.
        otherwise: The message where it does nothing; empty for none.
    """

    holds: Callable[[Owner], bool]
    otherwise: str = ""


def _always(_: object) -> bool:
    return True


def _names(keys: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(keys.split(",")) if isinstance(keys, str) else keys


@attrs.frozen(repr=False)
class Key(Generic[Owner]):
    """One or more keys that do the same.

    Attributes:
        names: The names of the keys, as Textual calls them; in the table with commas between.
        do: What they do, a function of the screen.
        words: What they do, as help says it; empty where help leaves them out.
        group: The group in which help lists them; `None` where help leaves them out.
        hint: What they do, as the last line says it; empty where it leaves them out.
        when: When they do something.
        mode: The class of the mode that they belong to; `None` for keys of the screen itself.
    """

    names: tuple[str, ...] = attrs.field(converter=_names)
    do: Callable[[Owner], Awaitable[None] | None]
    words: str = ""
    group: Group | None = None
    hint: str = ""
    when: When[Owner] = attrs.field(factory=lambda: When(_always))
    mode: type[object] | None = None

    @property
    def key_hint(self) -> KeyHint:
        """The key and its hint, for the last line."""
        return KeyHint(written(self.names[0]), self.hint, self.names[0])
