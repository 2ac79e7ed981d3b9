"""The keys `b` and `T`: the pictures that fill the screen."""

import sys
from collections.abc import Callable

from ...wording.safe_text import carries
from ..panes import PanedScreen
from .going import go
from .search import stop_typing

# What opens later is paid for when it opens.

_DRAWN_WITH = "┏┉┃▼┄"
"""What a terminal must carry so that pictures are not drawn in ASCII."""


def show_layers(screen: PanedScreen) -> None:
    """Show boxes and arrows of the decision layers in which the entity of the cursor stands."""
    from ...exploring.pictures.layers import LayersPicture  # noqa: PLC0415
    from ..picture_screen import PictureScreen  # noqa: PLC0415

    exploration = screen.exploration
    concerned = exploration.concerned
    showing = LayersPicture.of(exploration.graph, concerned)
    if showing is None:
        screen.message = "the view of decisions is empty"
        screen.show()
        return
    stop_typing(screen)
    screen.app.push_screen(PictureScreen(showing, concerned, unicode=_is_unicode(screen)), _opener(screen))


def _opener(screen: PanedScreen) -> Callable[[str | None], None]:
    def opened(entity_id: str | None) -> None:
        if entity_id is not None:
            go(screen, entity_id)

    return opened


def _is_unicode(screen: PanedScreen) -> bool:
    """Whether the terminal can show what pictures are drawn with."""
    return screen.app.is_headless or sys.__stderr__ is None or carries(sys.__stderr__, _DRAWN_WITH)
