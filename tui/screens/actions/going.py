"""The keys that go to another entity or view: links, views, history, the palette."""

from collections.abc import Sequence

from ...exploring.pages.page import ENTITY
from ...wording.missing import why_missing
from ..key import Key
from ..panes import PanedScreen, Side
from .search import stop_typing


def go(screen: PanedScreen, entity_id: str) -> None:
    """Go to an entity and add the present place to the history."""
    exploration = screen.exploration
    exploration.history.leave(screen.place())
    exploration.page = ENTITY
    stop_typing(screen)
    if not exploration.go(entity_id):
        screen.message = why_missing(exploration.graph, entity_id)
    screen.show()


def follow(screen: PanedScreen) -> None:
    """Follow the chosen link; without one, choose the next link below."""
    target = screen.detail.target
    if screen.detail.link is None:
        screen.detail.choose_below()
        return
    if target is None:
        screen.message = "this line leads nowhere; `y c` copies it with its source"
        screen.show()
        return
    go(screen, target)
    screen.detail.choose_first()


def follow_clicked(screen: PanedScreen, link: int) -> None:
    """Follow a link that was clicked, by its number."""
    screen.pane = Side.DETAIL
    screen.detail.choose(link)
    if screen.detail.target is None:
        screen.show()
    else:
        follow(screen)


def go_back(screen: PanedScreen) -> None:
    """Go back to the previous place."""
    place = screen.exploration.history.back(screen.place())
    if place is not None:
        screen.return_to(place)


def go_forward(screen: PanedScreen) -> None:
    """Go forward to the next place."""
    place = screen.exploration.history.forward(screen.place())
    if place is not None:
        screen.return_to(place)


def see(screen: PanedScreen, view: str) -> None:
    """Show another view, with the cursor on the same entity if the view shows it."""
    exploration = screen.exploration
    if view == exploration.view:
        return
    exploration.history.leave(screen.place())
    stop_typing(screen)
    screen.pane = Side.TREE
    missing = exploration.see(view)
    if missing is not None:
        screen.message = why_missing(exploration.graph, missing)
    screen.show()


def choose_view(screen: PanedScreen) -> None:
    """Open the list of views."""
    from ..offers import offer_views  # noqa: PLC0415 - what opens later is paid for when it opens

    def chosen(view: str | None) -> None:
        if view is not None:
            see(screen, view)

    screen.app.push_screen(offer_views(screen.exploration), chosen)


def show_palette(screen: PanedScreen, more: Sequence[Key[PanedScreen]]) -> None:
    """Open the palette of every command and every entity.

    Args:
        screen: The screen.
        more: Commands without a key.
    """
    from ..offers import offer_everything  # noqa: PLC0415 - what opens later is paid for when it opens

    async def chosen(value: Key[PanedScreen] | str | None) -> None:
        if isinstance(value, Key):
            await screen.do(value)
        elif value is not None:
            go(screen, value)

    commands = [*(each for each in screen.live_keys() if each.words), *more]
    screen.app.push_screen(offer_everything(screen.exploration, commands), chosen)


def next_place(screen: PanedScreen) -> None:
    """Go to the next place of the same entity."""
    from ...exploring.tree.other_places import to_next_place  # noqa: PLC0415 - paid for when it is asked for

    place = screen.place()
    found = to_next_place(screen.exploration.walk)
    if found is None:
        screen.message = "this is its only place in this view"
    else:
        screen.exploration.history.leave(place)
        screen.message = f"place {found[0]} of {found[1]}"
    screen.show()
