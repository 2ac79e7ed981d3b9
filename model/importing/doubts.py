"""Warnings about what a sheet says beside a model: names that are nearly known, seats of what had ended by then."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..facts.graph import Graph
from ..facts.times import end_of
from ..finding.words.vocabulary import within
from ..format.dates import Date
from ..format.text import fold
from .names import Addition
from .seat import Seat
from .written import WrittenSeat

_SLIPS = 2
"""How many letters a name may differ in to be taken for a slip."""

_LONG = 12
"""The number of letters from which a name may differ in as many; a shorter one in one letter."""

_WORDS = 2
"""How many words a name must have to be taken for a shorter or longer form of another."""


_TELLING = 6
"""The number of letters from which a single word is taken for a shorter form of a name."""


def nearly_known(graph: Graph, added: Iterable[Addition]) -> Iterator[str]:
    """Yield a warning for each entity that a sheet adds and that may be one of the model, spelt otherwise.

    A post is left out: two organisations have posts of like names.
    """
    known: dict[str, dict[str, str]] = {}
    for new in added:
        if new.kind == "post":
            continue
        if new.kind not in known:
            known[new.kind] = {fold(name): each for each, name in _names(graph, new.kind)}
        like = _like(fold(new.name), known[new.kind])
        if like:
            yield (
                f"`{new.name}` is new, and the model has `{graph.name(like)}` (`{like}`): if it is that one, write "
                "its name or id in the sheet, and import into the file as it was"
            )


def written_elsewhere(graph: Graph, seat: WrittenSeat) -> str:
    """Return the message about a changed seat that another file of the model has; it names the file or files to look in."""
    ends = (graph.find(each) for each in (seat.committee, seat.member))
    files = sorted({each.file for each in ends if each is not None and each.file})
    if not files:
        return "this seat is written in another file of the model: name that file with `--into`"
    named = " or ".join(f"`{each}`" for each in files)
    then = f"write `--into {files[0]}`" if len(files) == 1 else "name the file that has it with `--into`"
    return f"this seat is written in {named}: {then}"


def _names(graph: Graph, kind: str) -> Iterator[tuple[str, str]]:
    for entity in graph.entities_of_kind(kind):
        yield entity.id, graph.name(entity.id)
        for claim in entity.claims("other_names"):
            yield entity.id, str(claim.value)


def _like(name: str, known: Mapping[str, str]) -> str:
    """Return the entity whose name is a slip or a shorter or longer form of a name; empty if none or several are."""
    found = {known[each] for each in within(name, list(known), _SLIPS if len(name) >= _LONG else 1)}
    if not found:
        words = set(name.split())
        found = {
            entity_id
            for each, entity_id in known.items()
            if _is_part(words, other := set(each.split())) or _is_part(other, words)
        }
    return found.pop() if len(found) == 1 else ""


def _is_part(words: set[str], others: set[str]) -> bool:
    """Whether the words of a name are part of a longer one: two of them, or a long one, as in `Raptor` and `Raptor Team`."""
    return words < others and (len(words) >= _WORDS or max(map(len, words), default=0) >= _TELLING)


def ended_by_then(graph: Graph, seats: Sequence[Seat], today: Sequence[Date]) -> Iterator[str]:
    """Yield a warning for each body and member of a sheet that had ended by the day of its document.

    Args:
        graph: The model.
        seats: The seats of the sheet that are new or changed.
        today: The days of the document that the import cites; empty where it names none.
    """
    day = min((each.first for each in today), default=None)
    rows: dict[str, list[int]] = {}
    for seat in seats:
        if day is None or "end_date" in seat.values:
            continue
        for each in dict.fromkeys((seat.committee, seat.member)):
            end = end_of(graph, each) if each in graph else None
            if end is not None and end.last < day:
                rows.setdefault(each, []).append(seat.row)
    for each, found in rows.items():
        end = end_of(graph, each)
        listed = f"{'row' if len(found) == 1 else 'rows'} {', '.join(map(str, found))}"
        words = "" if end is None else end.words()
        yield (
            f"{listed}: `{graph.name(each)}` ended {words}, before the day of the document that the sheet cites: "
            "is it the one that followed, or is it `Until` when?"
        )
