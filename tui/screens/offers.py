"""The lists to choose from: views, and the palette of commands and entities."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from tiers.model import Graph
from tiers.model.structure.placing import place_of, tier_of

from ..exploring.exploration import Exploration
from ..widgets.choices import Choice
from ..wording.safe_text import safe
from ..wording.signs import SIGNS
from .choice_screen import ChoiceScreen, having
from .key import Key, written
from .questions import asked, with_topic

Owner = TypeVar("Owner")

_ROWS = 200
"""How many rows of the tree are offered before a name is typed."""

_MANY = 40
"""How many entities are listed for a typed text."""

_BEGUN = 2
"""The number of letters from which a format is offered."""

_RECENT = 5
"""How many of the last visited entities come before the commands while nothing is typed."""


def offer_views(exploration: Exploration) -> ChoiceScreen[str]:
    """Return the screen on which a view is chosen."""
    views = list(exploration.views.values())
    choices = [Choice(view.name, f"{view.number} {view.title}", (view.meaning,)) for view in views]

    return ChoiceScreen(
        "Views", "a number or a name", having(choices), list(exploration.views).index(exploration.view)
    )


def offer_everything(exploration: Exploration, keys: Iterable[Key[Owner]]) -> ChoiceScreen[Key[Owner] | str]:
    """Return the palette; its value is the key of a command or the id of an entity."""
    keys = list(keys)
    commands = [Choice[Key[Owner] | str](each, each.words, _names(each)) for each in keys]

    def narrowed(typed: str) -> Sequence[Choice[Key[Owner] | str]]:
        kept = [each for each in commands if isinstance(each.value, Key) and each.value.is_meant_by(typed)]
        kept.sort(key=lambda each: not each.name.casefold().startswith(typed.casefold().strip()))
        entities = _entities(exploration, typed)
        named = [Choice[Key[Owner] | str](each.value, each.name, each.words) for each in entities]
        if not typed.strip():
            return [*named, *kept]
        for key, topic in () if kept else asked(keys, typed):
            meant = with_topic(key, safe(topic))
            kept.append(Choice(meant, meant.words, _names(key)))
        kept[:0] = _forms(keys, typed)
        terms = [Choice[Key[Owner] | str](*each) for each in _terms(exploration.graph, typed)]
        ids = {each.value for each in terms}
        return [*terms, *kept, *(each for each in named if each.value not in ids)]

    return ChoiceScreen("Commands and entities", "a command or a name", narrowed)


def offer_entities(exploration: Exploration, start: str) -> ChoiceScreen[str]:
    """Return the list of entities to connect with: the marked one and those of the tree, until a name is typed."""
    graph, marked, walk = exploration.graph, exploration.marked, exploration.walk
    rows = (walk.forest.ids[row] for row in islice(walk.outline.shown.rows(0, _ROWS), _ROWS))
    ids = dict.fromkeys([*([marked.id] if marked is not None else []), *rows])
    near = [each for each in ids if each is not None and each != start and each in graph]

    def narrowed(typed: str) -> Sequence[Choice[str]]:
        found = exploration.like(typed, _MANY) if typed.strip() else near
        return [_entity(graph, each) for each in found if each != start]

    title = f"How is {safe(graph.name(start))} connected with ..."
    return ChoiceScreen(title, "a name; or mark one with `x` before", narrowed)


def _names(key: Key[Owner]) -> tuple[str, ...]:
    return (" ".join(map(written, key.names)),) if key.names else ()


def _entities(exploration: Exploration, typed: str) -> Iterator[Choice[str]]:
    """Yield a choice for each entity that matches the typed text; without a text, for the last visited ones."""
    recent = [each for each in exploration.history.recent if each in exploration.graph][:_RECENT]
    for each in exploration.like(typed, _MANY) if typed.strip() else recent:
        yield _entity(exploration.graph, each)


def _forms(keys: Iterable[Key[Owner]], typed: str) -> Iterator[Choice[Key[Owner] | str]]:
    """Yield a choice for each format of a print that the typed text begins to name."""
    from ..printing import FORMATS  # noqa: PLC0415 - paid for when something is typed

    word = typed.strip().casefold()
    for key in keys:
        forms = key.forms
        if forms is None or len(word) < _BEGUN:
            continue
        for each in filter(lambda one: one.name.startswith(word), FORMATS.values()):
            words = f"print as {each.name}: {each.meaning}"
            yield Choice(Key(key.keys, partial(forms, form=each.name), words, key.group), words, _names(key))


def _terms(graph: Graph, typed: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the parts of a choice for each glossary term that the typed text names, with its meaning."""
    from ..exploring.search.terms import terms_of  # noqa: PLC0415 - paid for when something is typed
    from ..wording.description.glossary import entry_words  # noqa: PLC0415 - as above

    sign = SIGNS["term"]
    for each in terms_of(graph, typed):
        name, said = entry_words(each)
        yield each.id, f"{sign.symbol} {safe(name)}: {safe(said)}", (sign.word,)


def _entity(graph: Graph, entity_id: str) -> Choice[str]:
    """Return the choice of an entity: its name, its kind and its place."""
    place = place_of(graph, entity_id)
    sign = SIGNS[graph.kind(entity_id)]
    words = (sign.word, tier_of(graph, entity_id) or "", graph.name(place) if place else "")
    name = f"{sign.symbol} {safe(graph.name(entity_id))}"
    return Choice(entity_id, name, tuple(safe(word) for word in words if word))
