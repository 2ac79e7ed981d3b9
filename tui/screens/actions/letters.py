"""The keys followed by a letter: bookmarks and copying."""

from ...exploring.exploration import Exploration
from ...exploring.history import Place
from ...widgets.shortening import cut
from ...wording.safe_text import safe
from ..modes.letter import LetterMode
from ..panes import PanedScreen, Side

_CITATION = "c"
"""The letter for the citation; Enter and a second `y` mean the same."""

_COPIED = f"{_CITATION}npi"
"""The letters that say what to copy."""


def ask_for_bookmark(screen: PanedScreen) -> None:
    """Wait for the letter of a bookmark to set."""

    def mark(letter: str) -> None:
        screen.exploration.bookmarks[letter] = screen.place()
        screen.message = f"bookmark {safe(letter)} is set"

    screen.mode = LetterMode(screen, "bookmark this place (press a letter)", mark)
    screen.show()


def ask_where_to_jump(screen: PanedScreen) -> None:
    """Wait for the letter of a bookmark to go to."""

    def jump(letter: str) -> None:
        place = _place(screen.exploration, letter)
        if place is None:
            screen.message = f"there is no bookmark {safe(letter)}"
            return
        screen.exploration.history.leave(screen.place())
        screen.return_to(place)

    screen.mode = LetterMode(screen, "go to a bookmark (press its letter)", jump)
    screen.show()


def _place(exploration: Exploration, letter: str) -> Place | None:
    """Return the place of a bookmark, set now or in an earlier session; `None` where there is none."""
    place = exploration.bookmarks.get(letter)
    if place is None or isinstance(place, Place):
        return place
    from ...exploring.kept.session import place_of  # noqa: PLC0415 - only for what was kept

    return place_of(exploration, place)


def ask_what_to_copy(screen: PanedScreen) -> None:
    """Wait for the letter that says what to copy."""

    def copy(letter: str) -> None:
        letter = _CITATION if letter == "y" else letter
        if letter not in _COPIED:
            screen.message = "after `y` comes ↵, n, p or i"
            return
        text = _citation(screen) if letter == _CITATION else _text_to_copy(screen.exploration, letter)
        if not text:
            screen.message = (
                "no source is named here; `s` lists every statement"
                if letter == _CITATION
                else "this row has nothing of that kind"
            )
            return
        screen.app.copy_to_clipboard(text)
        # a terminal does not report whether it accepted the text
        screen.message = cut(f"sent to the clipboard: {text}", max(screen.size.width - 2, 0))

    screen.mode = LetterMode(screen, "copy: ↵ citation, n name, p path, i id", copy, _CITATION)
    screen.show()


def _text_to_copy(exploration: Exploration, letter: str) -> str | None:
    """Return the name, the path or the id of the present entity; `None` where there is none."""
    walk, visiting = exploration.walk, exploration.visiting
    if letter == "n":
        if visiting is not None:
            return safe(exploration.graph.name(visiting))
        return safe(walk.forest.names[walk.cursor]) if walk.cursor >= 0 else None
    if letter == "p":
        return " > ".join(safe(walk.forest.names[row]) for row in walk.path) or None
    return exploration.subject if letter == "i" else None


def _citation(screen: PanedScreen) -> str:
    """Return the citation of the cursor's line in the detail or row in the tree; empty for none."""
    from ...exploring.detail.citing import nearest_citation  # noqa: PLC0415 - paid for when it is asked for

    at, lines = screen.detail.at, screen.detail.description
    if screen.pane is Side.DETAIL and at is not None:
        return nearest_citation(screen.exploration.graph, lines, at)
    return _of_row(screen.exploration)


def _of_row(exploration: Exploration) -> str:
    """Return the citation of the present entity or of a delegation row."""
    from ...wording.description.citing import citation_of  # noqa: PLC0415 - paid for when it is asked for

    graph, walk, subject = exploration.graph, exploration.walk, exploration.subject
    if subject is not None:
        return citation_of(graph, graph.entity(subject).evidence, graph.name(subject))
    relation = walk.forest.relations[walk.cursor] if walk.cursor >= 0 else None
    return "" if relation is None else citation_of(graph, relation.evidence, walk.forest.names[walk.cursor])
