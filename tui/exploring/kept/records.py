"""The records of kept data, and their conversion to and from JSON values; unexpected values are a `ValueError`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tiers.model.format.unchanging import Value

from ..tree.folding import Key
from ..tree.trail import Trail

VERSION = 1
"""The version of the file; a file of a later one is not read."""

MOST_MODELS, MOST_ROWS, MOST_RECENT, MOST_LETTERS = 20, 400, 20, 60
"""The largest numbers of kept models, folded rows of a view, recent entities and bookmarks."""

_LONGEST = 1_000
"""The largest number of characters of a text in the file; longer texts are left out."""


class NewerError(ValueError):
    """The file was written by a later version of tiers."""


class KeptPlace(Value):
    """A place in the explorer, by names rather than rows, whose numbers may change.

    Attributes:
        view: The name of the view.
        trail: The row of the cursor and those above it.
        query: The query that filtered the tree; empty for none.
        visiting: The entity in the detail that no view shows; `None` for none.
        at: The date of the model, as written in a model; `None` for the last known state.
    """

    view: str
    trail: Trail
    query: str = ""
    visiting: str | None = None
    at: str | None = None


class KeptModel(Value):
    """The kept data of one model.

    Attributes:
        place: The last place of the reader; `None` if there is none.
        folding: The rows that are not open or closed by default, by view.
        bookmarks: Places by letter.
        recent: The entities that the reader went to, the latest first.
    """

    place: KeptPlace | None = None
    folding: Mapping[str, Mapping[Key, bool]] = MappingProxyType({})
    bookmarks: Mapping[str, KeptPlace] = MappingProxyType({})
    recent: tuple[str, ...] = ()


class Kept(Value):
    """All kept data.

    Attributes:
        theme: The name of the colour theme; empty if none was chosen.
        introduced: Whether the introduction of the first run was shown.
        models: The data of each model, by the model's name in the file; the latest is the last.
    """

    theme: str = ""
    introduced: bool = False
    models: Mapping[str, KeptModel] = MappingProxyType({})

    def with_model(self, name: str, model: KeptModel) -> "Kept":
        """Return the data with one model updated, and without the models that were not used for longest."""
        models = {**{each: old for each, old in self.models.items() if each != name}, name: model}
        return self.but(models=dict([*models.items()][-MOST_MODELS:]))


def values_of(kept: Kept) -> dict[str, Any]:
    """Return kept data as JSON values."""
    return {
        "version": VERSION,
        "theme": kept.theme,
        "introduced": kept.introduced,
        "models": {name: _model_values(model) for name, model in kept.models.items()},
    }


def kept_of(values: Any) -> Kept:
    """Return kept data from JSON values.

    Raises:
        NewerError: They are of a later version.
        ValueError: They are not what `values_of` returns.
    """
    try:
        version = values["version"]
        if isinstance(version, int) and version > VERSION:
            raise NewerError
        models = _checked(values["models"], dict)
        return Kept(
            _text(values["theme"]),
            _checked(values["introduced"], bool),
            {_text(name): _model(each) for name, each in models.items()},
        )
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _model_values(model: KeptModel) -> dict[str, Any]:
    return {
        "place": None if model.place is None else _place_values(model.place),
        "folding": {
            view: [[_path(key), is_open] for key, is_open in rows.items()][:MOST_ROWS]
            for view, rows in model.folding.items()
        },
        "bookmarks": dict(
            [*((key, _place_values(each)) for key, each in model.bookmarks.items())][:MOST_LETTERS]
        ),
        "recent": list(model.recent)[:MOST_RECENT],
    }


def _place_values(place: KeptPlace) -> dict[str, Any]:
    trail = [list(each) for each in place.trail]
    return {
        "view": place.view,
        "trail": trail,
        "query": place.query,
        "visiting": place.visiting,
        "at": place.at,
    }


def _model(values: Any) -> KeptModel:
    place = values["place"]
    return KeptModel(
        None if place is None else _place(place),
        {
            _text(view): {_key(path): _checked(is_open, bool) for path, is_open in _checked(rows, list)}
            for view, rows in _checked(values["folding"], dict).items()
        },
        {_text(letter): _place(each) for letter, each in _checked(values["bookmarks"], dict).items()},
        tuple(map(_text, _checked(values["recent"], list))),
    )


def _place(values: Any) -> KeptPlace:
    trail = tuple(
        (_text_or_none(entity_id), _text(name)) for entity_id, name in _checked(values["trail"], list)
    )
    return KeptPlace(
        _text(values["view"]),
        trail,
        _text(values["query"]),
        _text_or_none(values["visiting"]),
        _text_or_none(values["at"]),
    )


def _path(key: Key) -> list[str | None]:
    """Return the key of a row as a list: the entity, or `None`, then the names of the headings down to the row."""
    names: list[str | None] = []
    while isinstance(key, tuple):
        above, name = key
        names.append(name)
        key = above  # type: ignore[assignment] # a key holds the key of the row above
    return [key, *reversed(names)]


def _key(path: Any) -> Key:
    first, *names = _checked(path, list)
    key: object = _text_or_none(first)
    for name in names:
        key = (key, _text(name))
    if key is None:
        raise ValueError("a row without a name")
    return key  # type: ignore[return-value] # text or a pair by now


def _checked(value: Any, of: type) -> Any:
    if not isinstance(value, of):
        raise TypeError(f"not a {of.__name__}")
    return value


def _text(value: Any) -> str:
    text: str = _checked(value, str)
    if len(text) > _LONGEST:
        raise ValueError("too long")
    return text


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)
