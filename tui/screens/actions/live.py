"""Shows a save of the model's files, and handles the keys `O` and `!`: open the editor, list mistakes."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tiers.model import Mistake

from ...wording.safe_text import safe
from ..match_words import place_of
from ..panes import PanedScreen

if TYPE_CHECKING:
    from ...exploring.live.reloader import News

_LATER = 0.1
"""The seconds after which a save is tried again that came while the reader was typing or choosing."""


def take(screen: PanedScreen, news: "News") -> None:
    """Show the new state of the model's files, but only after typing or choosing, which refers to the old state."""
    screen.news = news
    if not screen.is_attached:
        return
    if screen.mode is not None or screen.app.screen is not screen:
        screen.set_timer(_LATER, partial(_take_late, screen, news))
        return
    screen.mistakes = news.mistakes
    if news.model is None:
        screen.message = ""
        screen.show()
        return
    from ...exploring.live.changes import changes_between  # noqa: PLC0415 - only a save pays for it

    changes = changes_between(screen.exploration.graph, news.model)
    # only a comment has changed, say: nothing is redrawn, but the message about a broken save goes
    if not changes.words:
        screen.show()
        return
    screen.fresh = changes.marks
    screen.message = f"saved: {changes.words}"
    link, top = screen.detail.link, screen.detail.top
    screen.exploration.renew(news.model)
    screen.show()
    screen.detail.scroll_lines_to(top)
    if link is not None and link < len(screen.detail.setting.links):
        screen.detail.choose(link)


def _take_late(screen: PanedScreen, news: "News") -> None:
    if screen.news is news:  # unless a later save has come
        take(screen, news)


def list_mistakes(screen: PanedScreen) -> None:
    """List the mistakes of the last save; the chosen one is opened in the editor."""
    from ...widgets.choices import Choice  # noqa: PLC0415 - what opens later is paid for when it opens
    from ..choice_screen import ChoiceScreen, having  # noqa: PLC0415 - as above

    choices = [
        Choice(each, safe(each.message), (place_of(each),), _details(each)) for each in screen.mistakes
    ]

    def chosen(mistake: Mistake | None) -> None:
        if mistake is not None:
            _edit(screen, mistake.file, mistake.line)

    screen.app.push_screen(
        ChoiceScreen("Mistakes of the last save", "↵ opens its line", having(choices)), chosen
    )


def _details(mistake: Mistake) -> tuple[str, ...]:
    """Return a mistake in full and how to correct it, safe to draw."""
    message = safe(mistake.message)
    return (message, f"hint: {safe(mistake.hint)}") if mistake.hint else (message,)


def open_entity(screen: PanedScreen) -> None:
    """Open the editor at the line of the entity in the detail."""
    from tiers.model.reading.whereabouts import whereabouts  # noqa: PLC0415 - only what is asked for

    exploration = screen.exploration
    subject = exploration.concerned
    if subject is None:
        screen.message = "this row is no entity that is written somewhere"
        screen.show()
        return
    found = whereabouts(exploration.graph.entity(subject))
    _edit(screen, found.file, found.line)


def _edit(screen: PanedScreen, file: str, line: int | None) -> None:
    """Open a file in the editor, which takes over the terminal, and come back."""
    from ...exploring.live.editor import editor_command  # noqa: PLC0415 - only what is asked for

    command = editor_command(os.environ, file, line or 1)
    if not os.path.isfile(file):
        screen.message = f"{safe(os.path.basename(file)) or 'its file'} is not there to be opened"
    elif not command:
        screen.message = "no editor is named: set `VISUAL` or `EDITOR`, such as `EDITOR=nano`"
    else:
        screen.message = _run(screen, command)
    screen.show()


def _run(screen: PanedScreen, command: Sequence[str]) -> str:
    """Run the editor; return the error message, empty for none."""
    import subprocess  # noqa: PLC0415 - only what is asked for

    try:
        with screen.app.suspend(), _left_to_the_editor():
            status = subprocess.call(command)  # noqa: S603 - the reader's own editor, without a shell
    except SuspendNotSupported:
        return "this terminal cannot be lent to an editor"
    except OSError as error:
        return f"`{safe(command[0])}` cannot be run: {(error.strerror or str(error)).lower()}"
    return f"the editor ended with status {status}" if status else ""


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Let only the editor handle Ctrl-C, although the terminal sends it to both.

    This uses a handler, since the editor would inherit an ignored signal.
    """
    asking = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    before = {each: signal.signal(each, lambda *_: None) for each in asking}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
