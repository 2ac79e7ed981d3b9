"""The keys `b` and `T`: the pictures that fill the screen."""

from typing import TYPE_CHECKING

from ...wording.safe_text import carries, drawn_on
from ..panes import PanedScreen
from .going import go
from .search import stop_typing

if TYPE_CHECKING:
    from ...exploring.pictures.walk import Showing

# the modules of what opens later are imported then

_DRAWN_WITH = "┏┉┃▼┄╌╞"
"""The characters that a terminal must be able to show; otherwise pictures are drawn in ASCII."""


def show_layers(screen: PanedScreen) -> None:
    """Show boxes and arrows of the decision layers around the entity of the cursor."""
    from ...exploring.pictures.layers import LayersPicture  # noqa: PLC0415

    showing = LayersPicture.of(screen.exploration.graph, screen.exploration.concerned)
    _show(screen, showing, "the view of decisions is empty")


def show_periods(screen: PanedScreen) -> None:
    """Show the periods of the entity of the cursor and its descendants."""
    from ...exploring.pictures.periods import PeriodsPicture  # noqa: PLC0415

    showing = PeriodsPicture.of(screen.exploration.graph, screen.exploration.concerned)
    _show(screen, showing, "no date is documented in this model")


def _show(screen: PanedScreen, showing: "Showing | None", otherwise: str) -> None:
    from ..picture_screen import PictureScreen  # noqa: PLC0415

    if showing is None:
        screen.message = otherwise
        screen.show()
        return

    def opened(entity_id: str | None) -> None:
        if entity_id is not None:
            go(screen, entity_id)
        elif picture.onward:
            from .tour import step_tour  # noqa: PLC0415

            step_tour(screen, back=picture.onward < 0)

    stop_typing(screen)
    concerned = screen.exploration.concerned
    touring = screen.tour is not None
    picture = PictureScreen(showing, concerned, unicode=_is_unicode(screen), touring=touring)
    screen.app.push_screen(picture, opened)


def _is_unicode(screen: PanedScreen) -> bool:
    """Whether the terminal can show the characters of pictures."""
    stream = drawn_on()
    return screen.app.is_headless or stream is None or carries(stream, _DRAWN_WITH)
