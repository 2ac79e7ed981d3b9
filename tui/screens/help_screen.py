"""The help screen, made from the table of keys."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

import attrs
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen

from ..exploring.typed_line import TypedLine
from ..widgets.detail_pane import DetailPane
from ..wording.description import Line
from ..wording.description.line import BLANK
from ..wording.legend import legend
from ..wording.safe_text import safe
from .key import Group, Key, written
from .keyed_screen import KeyedScreen

HOW = "type to find a key or a mark · ↑ ↓ move · esc closes"
_HEAD = 4
"""How many lines precede the first group."""

_PROMPT = "›"  # noqa: RUF001 - it points
"""The sign before the typed text."""


@attrs.frozen(repr=False)
class Here:
    """The place of the reader who asks for help.

    Attributes:
        title: The heading above the keys that work there only.
        where: The pane; empty in a mode.
        mode: The class of the mode; `None` for none.
    """

    title: str = ""
    where: str = ""
    mode: type[object] | None = None

    def has(self, key: Key[Any]) -> bool:
        """Whether a key works in this place only."""
        if self.mode is not None:
            return key.mode is self.mode
        return bool(self.where) and key.when.where == self.where


NOWHERE = Here()


def help_lines(keys: Iterable[Key[Any]], here: Here = NOWHERE, typed: str = "") -> tuple[Line, ...]:
    """Return the lines of the help: the keys of the reader's place, the other keys by group, the legend of marks.

    Keys with the same function share a line.

    Args:
        keys: The keys.
        here: The place of the reader.
        typed: Only entries with each of these words in key, function or meaning; empty for all.
    """
    groups: dict[str, dict[str, list[str]]] = {here.title: {}, **{each.value: {} for each in Group}}
    for each in keys:
        if each.group is not None and _has(typed, each, *map(written, each.names)):
            heading = here.title if here.has(each) else each.group.value
            names = groups[heading].setdefault(each.words, [])
            names.extend(name for name in map(written, each.names) if name not in names)
    sections = [
        (heading, [(" ".join(names), words) for words, names in group.items()])
        for heading, group in groups.items()
    ]
    sections += [
        (heading, [each for each in marks if not typed or _stands(typed, " ".join((heading, *each)))])
        for heading, marks in legend()
    ]
    line = Line("text", f"{_PROMPT} {safe(typed)}")
    lines = [BLANK, Line("title", "Keys and marks"), Line("subtitle", HOW), line]
    for heading, fields in sections:
        if fields:
            lines += [BLANK, Line("heading", heading)]
            lines += [Line("field", words, label=label, indent=1) for label, words in fields]
    if typed and len(lines) == _HEAD:
        lines += [BLANK, Line("text", "no key and no mark has these words")]
    return tuple(lines)


def _has(typed: str, key: Key[Any], *names: str) -> bool:
    return not typed or typed in names or key.is_meant_by(typed)


def _stands(typed: str, text: str) -> bool:
    return all(word in text.casefold() for word in typed.casefold().split())


class HelpPane(DetailPane):
    """The pane of the help, drawn like a detail.

    Attributes:
        before: The typed text before the cursor.
    """

    GROUND = "raised"

    def __init__(self) -> None:
        super().__init__()
        self.before = ""

    @property
    def caret(self) -> Offset | None:
        """The position of the typing cursor in the pane; `None` if its line is not visible."""
        texts = ("".join(text for text, _ in line.pieces) for line in self.setting.lines)
        line, text = next(
            ((number, text) for number, text in enumerate(texts) if text.lstrip().startswith(_PROMPT)),
            (-1, ""),
        )
        if not 0 <= line - self.top < self.size.height:
            return None
        return Offset(2 + text.index(_PROMPT) + cell_len(f"{_PROMPT} {self.before}"), line - self.top)


class HelpScreen(KeyedScreen[None], ModalScreen[None]):
    """The help on every key and every mark, narrowed by typing.

    Attributes:
        pane: The lines of the help.
    """

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 65%; }
    HelpPane { width: 76; max-width: 100%; height: 90%; background: $raised; }
    """

    KEYS: ClassVar[Sequence[Key["HelpScreen"]]] = (
        Key("escape,enter,ctrl+c", lambda screen: screen.leave()),
        Key("ctrl+q", lambda screen: screen.app.exit()),
        Key("down", lambda screen: screen.pane.step(1)),
        Key("up", lambda screen: screen.pane.step(-1)),
        Key("pagedown", lambda screen: screen.pane.page(1)),
        Key("pageup", lambda screen: screen.pane.page(-1)),
        Key("home", lambda screen: screen.pane.to_top()),
        Key("end", lambda screen: screen.pane.to_end()),
    )

    def __init__(self, keys: Iterable[Key[Any]], here: Here) -> None:
        super().__init__()
        self._help = tuple(keys), here
        self._typed = TypedLine()
        self.pane: HelpPane = HelpPane()

    def compose(self) -> ComposeResult:
        """Yield the help."""
        yield self.pane

    def on_mount(self) -> None:
        """Show it."""
        self._narrow()

    def takes(self, name: str, character: str | None) -> bool:
        """Whether a key edited the typed text, which narrows the help. `?` on an empty line closes it."""
        if character == "?" and not self._typed.text:
            self.leave()
            return True
        if name in {"home", "end"} or not self._typed.press(name, character):
            return False
        self._narrow()
        return True

    def pastes(self, text: str) -> None:
        """Add a pasted text to the typed text."""
        self._typed.insert(text)
        self._narrow()

    def _narrow(self) -> None:
        self.pane.before = safe(self._typed.text[: self._typed.at])
        self.pane.show(help_lines(*self._help, self._typed.text.strip()), active=False)

    def leave(self) -> None:
        """Go back to the explorer."""
        self.dismiss(None)
