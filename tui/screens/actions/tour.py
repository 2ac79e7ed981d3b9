"""The tour: questions one by one, the cursor on the entity that each is about."""

from ...exploring.pages.page import ENTITY
from ..panes import PanedScreen, Side
from .search import stop_typing


def begin_tour(screen: PanedScreen) -> None:
    """Begin the tour of the model at its date, at its first question."""
    from tiers.model.answers.tour import questions  # noqa: PLC0415 - paid for when it begins

    from ...widgets.tour_strip import TourStrip  # noqa: PLC0415 - as above
    from ...wording.description.tour import keys_of, question_words, why_of  # noqa: PLC0415 - as above

    graph = screen.exploration.graph
    found = questions(graph)
    if not found:
        screen.message = "nothing is recorded that a question could be about"
        screen.show()
        return
    end_tour(screen)
    keys = ((each, keys_of(graph, each)) for each in found)
    screen.tour = TourStrip(
        [
            (each.id, question_words(graph, each), f"{words[0].upper()}{words[1:]}. {why_of(each)}")
            for each, words in keys
        ]
    )
    screen.mount(screen.tour)
    _go(screen)


def step_tour(screen: PanedScreen, *, back: bool = False) -> None:
    """Go to the next question, or to the previous one; after the last one the tour ends."""
    if screen.tour is None:
        return
    if screen.tour.step(-1 if back else 1):
        _go(screen)
    elif back:
        screen.message = "this is the first question"
        screen.show()
    else:
        end_tour(screen)
        screen.message = "that was the tour; `?` has every key, `:` every command"
        screen.show()


def end_tour(screen: PanedScreen) -> None:
    """End the tour."""
    if screen.tour is not None:
        screen.tour.remove()
        screen.tour = None


def is_touring(screen: PanedScreen) -> bool:
    """Whether the tour is running."""
    return screen.tour is not None


def _go(screen: PanedScreen) -> None:
    """Put the cursor on the entity of the question."""
    exploration = screen.exploration
    if screen.tour is not None:
        entity_id = screen.tour.questions[screen.tour.at][0]
        stop_typing(screen)
        exploration.page = ENTITY
        screen.pane = Side.TREE
        if entity_id in exploration.graph:
            exploration.go(entity_id)
    screen.show()
