"""What is offered to choose from: views, commands, entities."""

from collections.abc import Iterable, Iterator, Sequence

from textual.binding import Binding

from tiers.model.placing import place_of, tier_of

from ..exploring.exploration import Exploration
from ..safe_text import safe
from ..signs import SIGNS
from ..widgets.choices import Choice
from .choosing import ChoosingScreen
from .going import COMMAND
from .keyed import written

_MANY = 40
"""How many entities are offered for what was typed."""


def offer_views(exploration: Exploration) -> ChoosingScreen:
    """Return a screen to choose a view on."""
    views = list(exploration.views.values())
    choices = [Choice(view.name, f"{view.number} {view.title}", (view.meaning,)) for view in views]

    def narrowed(typed: str) -> Sequence[Choice]:
        return [each for each in choices if typed.lower() in f"{each.name} {each.words[0]}".lower()]

    return ChoosingScreen(
        "Views", "a number or a name", narrowed, list(exploration.views).index(exploration.view)
    )


def offer_everything(exploration: Exploration, bindings: Iterable[Binding]) -> ChoosingScreen:
    """Return a screen to choose a command or an entity on."""
    commands = [*_commands(bindings), Choice(f"{COMMAND}app.light_or_dark", "light or dark")]

    def narrowed(typed: str) -> Sequence[Choice]:
        words = typed.lower().split()
        kept = [each for each in commands if all(word in each.name.lower() for word in words)]
        return [*kept, *_entities(exploration, typed)]

    return ChoosingScreen("Commands and entities", "a command or a name", narrowed)


def _commands(bindings: Iterable[Binding]) -> Iterator[Choice]:
    for each in bindings:
        keys = " ".join(map(written, each.key.split(",")))
        yield Choice(f"{COMMAND}{each.action}", each.tooltip, (keys,))


def _entities(exploration: Exploration, typed: str) -> Iterator[Choice]:
    """Yield the entities that what was typed may mean, the likeliest first, with what and where they are."""
    graph = exploration.graph
    for each in exploration.like(typed, _MANY) if typed.strip() else ():
        place = place_of(graph, each)
        sign = SIGNS[graph.kind(each)]
        words = (sign.word, tier_of(graph, each) or "", graph.name(place) if place else "")
        yield Choice(
            each, f"{sign.symbol} {safe(graph.name(each))}", tuple(safe(word) for word in words if word)
        )
