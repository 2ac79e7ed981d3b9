"""The data that is kept of a session of the explorer, and its use in the next session."""

import os
from collections.abc import Mapping, Sequence

from tiers.model import parse_date
from tiers.model.cache.views import forest_of
from tiers.model.facts.graph import Graph
from tiers.model.format.unchanging import Value

from ..exploration import Exploration
from ..history import Place
from ..tree.folding import Folding, Key, folded_otherwise
from ..tree.opening import OpenRows
from ..tree.trail import row_nearest, trail_of
from .file import read_kept, write_kept
from .records import MOST_RECENT, Kept, KeptModel, KeptPlace


class Session(Value):
    """A session of the explorer that continues an earlier one.

    Attributes:
        name: The name of the model in the file.
        kept: The kept data.
        message: The reason why kept data is not used; empty for none.
    """

    name: str
    kept: Kept
    message: str

    @classmethod
    def of(cls, model: Sequence[str]) -> "Session":
        """Return a session on a model.

        Args:
            model: The paths of the model; none for the model that comes with tiers.
        """
        return cls("\n".join(map(os.path.abspath, model)), *read_kept())

    @property
    def theme(self) -> str:
        """The name of the kept colour theme; empty for none."""
        return self.kept.theme

    @property
    def introduced(self) -> bool:
        """Whether the introduction of the first run was shown."""
        return self.kept.introduced

    def take_up(self, exploration: Exploration, *, view: bool, place: bool) -> None:
        """Apply the kept data of the model: the view and the place if they are not given otherwise, and the rest."""
        take_up(exploration, self.kept.models.get(self.name, KeptModel()), view=view, place=place)

    def keep(self, exploration: Exploration, theme: str) -> None:
        """Keep the present place of the reader; a failure does not stop the explorer from ending."""
        model = model_kept(exploration)
        write_kept(lambda kept: kept.but(theme=theme, introduced=True).with_model(self.name, model))


def model_kept(exploration: Exploration) -> KeptModel:
    """Return the data to keep of an exploration's model."""
    folding: dict[str, Mapping[Key, bool]] = {
        view: folding.known for view, folding in exploration.foldings.items() if folding.known
    }
    for view, (graph, walk) in exploration.walks.items():
        otherwise = folded_otherwise(walk.outline, OpenRows(graph, walk.forest))
        folding[view] = otherwise
    here = exploration.walk
    place = KeptPlace(exploration.view, trail_of(here.forest, here.cursor), visiting=exploration.visiting)
    bookmarks = {letter: _kept_place(exploration, each) for letter, each in exploration.bookmarks.items()}
    return KeptModel(
        place,
        {view: rows for view, rows in folding.items() if rows},
        bookmarks,
        tuple(exploration.history.recent[:MOST_RECENT]),
    )


def take_up(exploration: Exploration, kept: KeptModel, *, view: bool, place: bool) -> None:
    """Apply the kept data of a model to an exploration.

    Args:
        exploration: A new exploration of that model, in which the reader has not done anything.
        kept: The kept data.
        view: Whether to show the kept view.
        place: Whether to go to the kept place.
    """
    for name, rows in kept.folding.items():
        if name in exploration.views:
            exploration.foldings[name] = Folding(dict(rows))
    exploration.bookmarks.update(kept.bookmarks)
    exploration.history.recent.extend(each for each in kept.recent if each in exploration.graph)
    if not place or kept.place is None:
        return
    if view and kept.place.view in exploration.views:
        exploration.view = kept.place.view
    row, _ = row_nearest(exploration.walk.forest, kept.place.trail)
    exploration.walk.put(row)
    if kept.place.visiting is not None and kept.place.visiting in exploration.graph:
        exploration.go(kept.place.visiting)


def place_of(exploration: Exploration, kept: KeptPlace) -> Place | None:
    """Return the place of a kept bookmark; `None` if its view or its row no longer exists."""
    view = exploration.views.get(kept.view)
    if view is None:
        return None
    try:
        at = None if kept.at is None else parse_date(kept.at)
    except ValueError:
        return None
    row, _ = row_nearest(forest_of(exploration.graph_at(at), view), kept.trail)
    if row < 0:
        return None
    visiting = kept.visiting if kept.visiting is not None and kept.visiting in exploration.graph else None
    return Place(kept.view, row, kept.query, visiting, None, at)


def _kept_place(exploration: Exploration, place: "Place | KeptPlace") -> KeptPlace:
    if isinstance(place, KeptPlace):
        return place
    graph: Graph = exploration.graph_at(place.at)
    trail = trail_of(forest_of(graph, exploration.views[place.view]), place.row)
    at = None if place.at is None else place.at.text
    return KeptPlace(place.view, trail, place.query, place.visiting, at)
