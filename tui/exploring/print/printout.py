"""The choices of the print form (what, format, depth, sources, destination) and the print they make."""

import os
import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

import attrs

from tiers.model import Graph
from tiers.model.views import VIEWS, Forest
from tiers.model.views.part import whole_part

from ...printing import FORMATS, TAKES, Subtree, lacking, too_deep, written
from ...wording.safe_text import safe
from ..typed_line import TypedLine
from .delivery import folder_of
from .seen import Seen

FILE, CLIPBOARD, OUTPUT = "a file", "the clipboard", "standard output, after quitting"
PLACES = (FILE, CLIPBOARD, OUTPUT)
"""The destinations of a print."""

ENDINGS: Mapping[str, str] = MappingProxyType(
    {"text": "txt", "ascii": "txt", "plain": "txt", "markdown": "md", "mermaid": "mmd"}
)
"""File name extensions of the formats whose name is not the extension."""

_MEASURED = "svg"
"""The format that is laid out as a whole; to be quick, its preview is made from the first rows only."""

_AT_MOST = 400
"""Number of characters of a line in the preview."""


@attrs.frozen
class Field:
    """One field of the print form.

    Attributes:
        label: The name of the field.
        values: The values to choose from, safe to draw; none for a typed field.
        at: The number of the chosen value.
    """

    label: str
    values: Sequence[str] = ()
    at: int = 0


@attrs.define(eq=False, repr=False)
class Printout:
    """The choices of the print form.

    Attributes:
        graph: The model at its date.
        forest: The view.
        row: The first row of a print of part of the view; -1 where only the whole view can be printed.
        model: The paths of the model from the command line.
        seen: The visible part of the view; `None` if that is the whole view.
        whole: Whether to print the whole view.
        only_seen: Whether to print only the visible part.
        format: One of `FORMATS`.
        depth: How many levels below the first; `None` for all.
        sources: Whether to write the sources of each row; `None` for the default of the format.
        place: One of `PLACES`.
        path: The name of the file.
        at: The number of the field of the cursor.
    """

    graph: Graph
    forest: Forest
    row: int = -1
    model: Sequence[str] = ()
    seen: Seen | None = None
    whole: bool = False
    only_seen: bool = False
    format: str = next(iter(FORMATS))
    depth: int | None = None
    sources: bool | None = None
    place: str = FILE
    path: TypedLine = attrs.field(factory=TypedLine)
    at: int = 0
    _suggested: str = ""
    _levels_of: dict[bool, int] = attrs.field(factory=dict)

    @classmethod
    def of(
        cls, graph: Graph, forest: Forest, cursor: int, model: Sequence[str] = (), seen: Seen | None = None
    ) -> "Printout":
        """Return the first choices: the matches of a search, else the entity of the cursor or the nearest above it."""
        above = (cursor, *forest.ancestors(cursor)) if cursor >= 0 else ()
        entity_id = next((each for row in above if (each := forest.ids[row]) is not None), None)
        row = -1 if entity_id is None else forest.row_of(entity_id)
        only_seen = seen is not None and seen.is_found
        printout = cls(graph, forest, row, model, seen, whole=row < 0, only_seen=only_seen)
        printout.suggest()
        return printout

    @property
    def subtree(self) -> Subtree:
        """The part of the view to print."""
        seen = self.seen
        if self.only_seen and seen is not None:
            return Subtree(
                self.graph, seen.forest, seen.root, sources=self.cites, kept=seen.kept, cut=seen.closed
            )
        root = -1 if self.whole else self.row
        return Subtree(self.graph, whole_part(self.forest, root), root, self.depth, sources=self.cites)

    @property
    def cites(self) -> bool:
        """Whether the sources of each row are written."""
        return FORMATS[self.format].cites if self.sources is None else self.sources

    @property
    def command(self) -> str:
        """The command line for the same print; empty where no command prints exactly that."""
        words = ["tiers", "print"]
        if self.only_seen:
            if self.seen is None or self.seen.way_to is None:
                return ""
            words += ["--path-to", self.seen.way_to]
        elif not self.whole:
            words.append(self.forest.ids[self.row] or "")
        return shlex.join([*words, *self._options()])

    def _options(self) -> Sequence[str]:
        """Return the options of the command."""
        words: list[str] = []
        if self.forest.view != next(iter(VIEWS)):
            words += ["--view", self.forest.view]
        if self.depth is not None:
            words += ["--depth", str(self.depth)]
        if self.format != next(iter(FORMATS)):
            words += ["--format", self.format]
        if self.cites != FORMATS[self.format].cites:
            words.append("--sources" if self.cites else "--no-sources")
        if self.graph.at is not None:
            words += ["--as-of", self.graph.at.text]
        for path in self.model:
            words += ["--model", _argument(path)]
        if self.place == FILE and self.file:
            words += ["-o", _argument(self.file)]
        return words

    @property
    def file(self) -> str:
        """The path of the file, with `~` expanded."""
        return os.path.expanduser(self.path.text.strip())

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the form, in order."""
        deepest = self._levels()
        depths = ["all levels", self._alone(), *map(_below, range(1, deepest))][: deepest + 1]
        if self.only_seen:
            depths = ["as it is open"]
        formats = [f"{each.name} · {each.meaning}" for each in FORMATS.values()]
        fields = [
            Field("What", self._wholes(), self._what()),
            Field("Format", formats, list(FORMATS).index(self.format)),
            Field("Depth", depths, 0 if self.depth is None else self.depth + 1),
            Field("Sources", self._citing(), int(self.cites)),
            Field("Where to", (f"{FILE} in {folder_of(self.file)}", *PLACES[1:]), PLACES.index(self.place)),
        ]
        return (*fields, Field("File")) if self.place == FILE else tuple(fields)

    @property
    def replaces(self) -> bool:
        """Whether typing replaces the file name: it is the suggested one, and unchanged."""
        return (
            bool(self.path.text)
            and self.path.text == self._suggested
            and self.path.at == len(self._suggested)
        )

    def begin_name(self) -> None:
        """Drop the suggested file name when a new one is typed."""
        if self.replaces:
            self.path.text, self.path.at = "", 0

    @property
    def typed(self) -> TypedLine | None:
        """The typed line of the present field; `None` for a field with values."""
        return None if self.fields[self.at].values else self.path

    def move(self, by: int) -> None:
        """Move to another field, stopping at the ends."""
        self.at = min(max(self.at + by, 0), len(self.fields) - 1)

    def change(self, by: int) -> None:
        """Choose the next value for 1, the previous one for -1; the last is followed by the first."""
        field = self.fields[self.at]
        if not field.values:
            return
        at = (field.at + by) % len(field.values)
        if field.label == "What":
            self.only_seen = self.seen is not None and at == len(field.values) - 1
            self.whole = self.row < 0 or (at == 1 and not self.only_seen)
            self.depth = None if self.only_seen else self.depth
        elif field.label == "Format":
            self.format = list(FORMATS)[at]
        elif field.label == "Depth":
            self.depth = at - 1 if at else None
        elif field.label == "Sources":
            self.sources = at == 1
        else:
            self.place = PLACES[at]
        if self.depth is not None and self.depth >= self._levels():
            self.depth = None
        self.sources = self.sources if len(self._citing()) > 1 else None
        self.suggest()

    def suggest(self) -> None:
        """Set the name of the file from the choices, unless the reader has typed one."""
        if self.path.text != self._suggested:
            return
        what = self.forest.view if self.whole else f"{self.forest.ids[self.row]}-{self.forest.view}"
        what = f"{self.forest.view}-seen" if self.only_seen else what
        self._suggested = f"{what}.{ENDINGS.get(self.format, self.format)}"
        self.path.text, self.path.at = self._suggested, len(self._suggested)

    def refused(self) -> str:
        """Return why the print cannot be made in the chosen format; empty where it can."""
        if not FORMATS[self.format].is_text and self.place != FILE:
            return f"what is no text, as `{self.format}`, can only go to {FILE}"
        why = too_deep(self.subtree, self.format) or lacking(self.format)
        return "" if why is None else why[0]

    def pieces(self) -> Iterator[str]:
        """Return the print in pieces."""
        return written(self.subtree, self.format)

    def first_lines(self, count: int) -> list[str]:
        """Return the first lines of the print, safe to draw."""
        if not FORMATS[self.format].is_text:
            return ["pages for a reader of PDF; nothing of them is shown here"]
        subtree = self.subtree
        if self.format == _MEASURED:
            first = subtree.first
            kept = bytearray(len(self.forest))
            kept[first : first + count] = (subtree.kept or b"\1" * len(kept))[first : first + count]
            subtree = subtree.but(kept=kept)
        return [safe(line)[:_AT_MOST] for line in islice(_lines(written(subtree, self.format)), count)]

    def _levels(self) -> int:
        """Return the number of levels below the first; counted once, since a large view takes milliseconds."""
        if self.whole not in self._levels_of:
            subtree = self.subtree
            depths = subtree.forest.depths[subtree.first : subtree.end]
            self._levels_of[self.whole] = max(depths, default=0) - (depths[0] if len(depths) else 0)
        return self._levels_of[self.whole]

    def _wholes(self) -> Sequence[str]:
        whole = f"the whole view {VIEWS[self.forest.view].title}"
        seen = () if self.seen is None else (self.seen.words,)
        if self.row < 0:
            return (whole, *seen)
        return (f"{safe(self.forest.names[self.row])}, with what is below", whole, *seen)

    def _what(self) -> int:
        """Return the number of the chosen contents among the choices."""
        if self.only_seen:
            return len(self._wholes()) - 1
        return int(self.whole and self.row >= 0)

    def _alone(self) -> str:
        return "the first level only" if self.whole else "this row only"

    def _citing(self) -> Sequence[str]:
        if self.format not in TAKES["--sources"]:
            return ("not available in this format",)
        return ("no", "a number at each row, the list of documents at the end")


def _argument(path: str) -> str:
    """Return a path as an argument; one that begins with a dash gets `./` in front, since it would be an option."""
    return f"./{path}" if path.startswith("-") else path


def _below(levels: int) -> str:
    return "1 level below" if levels == 1 else f"{levels} levels below"


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    """Yield the lines of a text given in pieces."""
    left = ""
    for piece in pieces:
        *lines, left = (left + piece).split("\n")
        yield from lines
    if left:
        yield left
