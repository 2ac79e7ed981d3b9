"""The keys followed by a letter: bookmarks and copying."""

from ...exploring.exploration import Exploration
from ...exploring.history import Place
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
        statement, text = "", _text_to_copy(screen.exploration, letter)
        if letter == _CITATION:
            statement, text = _statement(screen)
        if not text:
            screen.message = (
                "no source is named here; `s` lists every statement"
                if letter == _CITATION
                else "this row has nothing of that kind"
            )
            return
        screen.app.copy_to_clipboard(text)
        # a terminal does not report whether it accepted the text
        screen.message = f"sent to the clipboard: {_said(text, statement)}"

    screen.mode = LetterMode(screen, "copy: ↵ citation, n name, p path, i id", copy, _CITATION)
    screen.show()


def _said(text: str, statement: str) -> str:
    """Return the words for what was copied; for a citation the document, the place in it and the date."""
    if not statement:
        return text
    from ...exploring.detail.citing import source_words  # noqa: PLC0415 - paid for when it is asked for

    return source_words(text, statement)


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


def _statement(screen: PanedScreen) -> tuple[str, str]:
    """Return the statement and the citation of the cursor's line in the detail or row in the tree; empty for none."""
    from ...exploring.detail.citing import statement_and_citation  # noqa: PLC0415 - paid for when it is asked for

    at, lines = screen.detail.at, screen.detail.description
    if screen.pane is Side.DETAIL and at is not None:
        return statement_and_citation(screen.exploration.graph, lines, at)
    return _citation(screen.exploration)


def _citation(exploration: Exploration) -> tuple[str, str]:
    """Return the name and citation of the present entity, or the words and citation of a delegation row."""
    from ...wording.description.citing import citation_of  # noqa: PLC0415 - paid for when it is asked for

    graph, walk, subject = exploration.graph, exploration.walk, exploration.subject
    if subject is not None:
        return graph.name(subject), citation_of(graph, graph.entity(subject).evidence, graph.name(subject))
    relation = walk.forest.relations[walk.cursor] if walk.cursor >= 0 else None
    if relation is None:
        return "", ""
    name = walk.forest.names[walk.cursor]
    return name, citation_of(graph, relation.evidence, name)
