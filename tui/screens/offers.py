"""The lists to choose from: views, and the palette of commands and entities."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from tiers.model.structure.placing import place_of, tier_of

from ..exploring.exploration import Exploration
from ..widgets.choices import Choice
from ..wording.safe_text import safe
from ..wording.signs import SIGNS
from .choice_screen import ChoiceScreen
from .key import Key, written

Owner = TypeVar("Owner")

_MANY = 40
"""Most entities listed for a typed text."""

_RECENT = 5
"""Most entities gone to last that stand above the commands while nothing is typed."""


def offer_views(exploration: Exploration) -> ChoiceScreen[str]:
    """Return the screen on which a view is chosen."""
    views = list(exploration.views.values())
    choices = [Choice(view.name, f"{view.number} {view.title}", (view.meaning,)) for view in views]

    def narrowed(typed: str) -> Sequence[Choice[str]]:
        return [each for each in choices if typed.lower() in f"{each.name} {each.words[0]}".lower()]

    return ChoiceScreen(
        "Views", "a number or a name", narrowed, list(exploration.views).index(exploration.view)
    )


def offer_everything(exploration: Exploration, keys: Iterable[Key[Owner]]) -> ChoiceScreen[Key[Owner] | str]:
    """Return the palette; its value is the key of a command or the id of an entity."""
    commands = [Choice[Key[Owner] | str](each, each.words, _names(each)) for each in keys]

    def narrowed(typed: str) -> Sequence[Choice[Key[Owner] | str]]:
        words = typed.lower().split()
        kept = [each for each in commands if all(word in each.name.lower() for word in words)]
        entities = (Choice[Key[Owner] | str](*each) for each in _entities(exploration, typed))
        return [*kept, *entities] if words else [*entities, *kept]

    return ChoiceScreen("Commands and entities", "a command or a name", narrowed)


def _names(key: Key[Owner]) -> tuple[str, ...]:
    return (" ".join(map(written, key.names)),) if key.names else ()


def _entities(exploration: Exploration, typed: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the id, the name, and the kind and place of each entity that matches the typed text; of none, of those gone to last."""
    graph = exploration.graph
    recent = [each for each in exploration.history.recent if each in graph][:_RECENT]
    for each in exploration.like(typed, _MANY) if typed.strip() else recent:
        place = place_of(graph, each)
        sign = SIGNS[graph.kind(each)]
        words = (sign.word, tier_of(graph, each) or "", graph.name(place) if place else "")
        yield each, f"{sign.symbol} {safe(graph.name(each))}", tuple(safe(word) for word in words if word)
