"""Decides what a sheet of seats changes in a file of a model, and returns the changed text with what was done."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import attrs

from ..facts.graph import Graph
from ..format import KINDS, NONE, NOT_STATED
from ..format.keys import NOBODY
from ..structure.membership import MEMBERSHIP
from .columns import Columns
from .names import Addition, Names
from .rows import Seat, seats_of
from .sheet import RowMistake, RowMistakesError, Sheet
from .toml_file import Steps, TomlFile
from .toml_text import inline_text, list_text, sources_text, table_text, value_text
from .written import ENDED, SEATS_HERE, WrittenSeat, elsewhere, in_file

_KINDS = tuple(KINDS)
_HELD_BY, _HOLDS = "held_by", "holds"


@attrs.frozen(eq=False)
class Result:
    """What an import does to a file.

    Attributes:
        text: The file as it is to be.
        new: How many seats are new.
        updated: How many seats are changed.
        unchanged: How many seats are as the sheet has them.
        added: The entities that are new, in the order written.
        warnings: What a person should look at.
    """

    text: str
    new: int
    updated: int
    unchanged: int
    added: tuple[Addition, ...]
    warnings: tuple[str, ...]


def plan(sheet: Sheet, columns: Columns, graph: Graph, text: str, source: str | None) -> Result:
    """Return the text of a file with the seats of a sheet.

    Args:
        sheet: The sheet.
        columns: Its columns.
        graph: The whole model, with the file as it is.
        text: The file as it is; empty for a new one.
        source: The document and place that new and changed seats cite.

    Raises:
        RowMistakesError: Rows cannot be taken over.
    """
    names = Names(graph)
    seats = seats_of(sheet, columns, names)
    return _Plan(graph, TomlFile.of(text), names, source, columns.printed).run(seats)


@attrs.define(eq=False)
class _Plan:
    graph: Graph
    file: TomlFile
    names: Names
    source: str | None
    printed: bool
    tables: dict[str, tuple[Steps, Mapping[str, object]]] = attrs.field(factory=dict)
    mistakes: list[RowMistake] = attrs.field(factory=list)
    warnings: list[str] = attrs.field(factory=list)
    lists: dict[tuple[str, str], list[str]] = attrs.field(factory=dict)
    held: set[tuple[str, str]] = attrs.field(factory=set)

    def run(self, seats: Iterable[Seat]) -> Result:
        """Note what each row changes, and return the changed file."""
        for _, steps, table in self.file.tables():
            if isinstance(table.get("id"), str):
                self.tables[str(table["id"])] = (steps, table)
        wanted = self._wanted(seats)
        known = self._known({committee for committee, _ in wanted})
        counts = [0, 0, 0]
        for pair, rows in wanted.items():
            if len(rows) * len(known.get(pair, ())) > _COMPARED:
                self._wrong(rows[0], f"`{pair[1]}` has more seats on `{pair[0]}` than can be told apart")
                continue
            for seat, written in _matched(rows, known.get(pair, [])):
                counts[self._take(seat, written)] += 1
                if seat.holder:
                    self._hold(seat)
        if self.mistakes:
            raise RowMistakesError(self.mistakes)
        self._write_lists()
        added = tuple(sorted(self.names.added.values(), key=lambda each: _KINDS.index(each.kind)))
        for each in added:
            self.file.add_table(self._table(each))
        new, updated, unchanged = counts
        return Result(self.file.changed(), new, updated, unchanged, added, tuple(self.warnings))

    def _wanted(self, seats: Iterable[Seat]) -> dict[tuple[str, str], list[Seat]]:
        """Return the seats of the sheet by body and who sits there; of rows that say the same only the first."""
        wanted: dict[tuple[str, str], list[Seat]] = {}
        first: dict[object, Seat] = {}
        for seat in seats:
            before = first.setdefault(seat.key, seat)
            if before is seat:
                wanted.setdefault((seat.committee, seat.member), []).append(seat)
            elif not self.printed:
                self.warnings.append(_repeated(before, seat))
        return wanted

    def _known(self, committees: Collection[str]) -> dict[tuple[str, str], list[WrittenSeat]]:
        """Return the seats of some bodies that are written, here or in another file, by body and who sits there."""
        here = list(in_file(self.file))
        own, graph = {(each.committee, each.member) for each in here}, self.graph
        others = [each for one in committees if one in graph for each in elsewhere(graph, one, own)]
        known: dict[tuple[str, str], list[WrittenSeat]] = {}
        for each in (*here, *others):
            known.setdefault((each.committee, each.member), []).append(each)
        return known

    def _take(self, seat: Seat, written: WrittenSeat | None) -> int:
        """Note what is to be written of a seat; return 0 for a new one, 1 for a changed one, 2 for one that stays."""
        if written is None:
            self._add(seat)
            return 0
        changes = written.differences(seat)
        if not changes:
            return 2
        if not written.steps:
            self._wrong(
                seat, "this seat is written in another file of the model: name that file with `--into`"
            )
            return 1
        texts = {key: value_text(each) for key, each in changes.items()}
        sources = written.values.get("sources")
        if self.source and isinstance(sources, list) and self.source not in sources:
            texts["sources"] = value_list([*sources, self.source])
        elif self.source and sources is None:
            texts.update(self._cited(self._around(written.steps)))
        if written.alone:
            end = ("id", written.member) if written.steps[2] == SEATS_HERE else ("to", written.committee)
            entry = inline_text({end[0]: value_text(end[1]), **texts})
            single = len(written.steps) == 3  # noqa: PLR2004 - kind, number, key: the value is no list
            self.file.replace(written.steps, f"[{entry}]" if single else entry)
        else:
            self.file.set_keys(written.steps, texts)
        return 1

    def _around(self, steps: Steps) -> Mapping[str, object]:
        table: Any = self.file.data
        for each in steps[:2]:
            table = table[each]
        return table if isinstance(table, dict) else {}

    def _add(self, seat: Seat) -> None:
        """Note a new seat: with the body where that is in the file, else with who sits there."""
        texts = {key: value_text(each) for key, each in seat.values.items()}
        for own, key, end, other in (
            (seat.committee, SEATS_HERE, "id", seat.member),
            (seat.member, MEMBERSHIP, "to", seat.committee),
        ):
            if own in self.names.added or own in self.tables:
                table = self.tables[own][1] if own in self.tables else {"sources": [self.source]}
                entry = {end: value_text(other), **texts, **self._cited(table)}
                text = inline_text(entry) if len(entry) > 1 else value_text(other)
                self.lists.setdefault((own, key), []).append(text)
                return
        self._wrong(
            seat,
            f"neither `{seat.committee}` nor `{seat.member}` is in this file: name the file of one with `--into`",
        )

    def _cited(self, table: Mapping[str, object]) -> dict[str, str]:
        """Return the key of the source, where the table around does not cite it for all that is in it."""
        head = self.file.data.get("file")
        inherited = table.get("sources", head.get("sources") if isinstance(head, dict) else None)
        if self.source is None or (isinstance(inherited, list) and self.source in inherited):
            return {}
        return {"sources": sources_text(self.source)}

    def _hold(self, seat: Seat) -> None:
        """Note who holds the post of a seat, unless that is written."""
        post, holder, names = seat.member, seat.holder, self.names
        if (post, holder) in self.held:
            return
        self.held.add((post, holder))
        known = [each for each in self.graph.incoming(post, _HOLDS) if each.end_date is None]
        before = [each.subject for each in known]
        if holder in before or (holder == NONE and not set(before) - set(NOBODY) and NONE in before):
            return
        people = [each for each in before if each not in NOBODY]
        if holder == NONE and people:
            listed = ", ".join(f"`{each}`" for each in people)
            self.warnings.append(
                f"the post `{post}` is vacant in the sheet and held by {listed} in the model: write `end_date` there"
            )
            return
        if people:
            listed = ", ".join(f"`{each}`" for each in (*people, holder))
            self.warnings.append(f"the post `{post}` is now held by {listed}: write `end_date` for who left")
        if post in names.added:
            self.lists.setdefault((post, _HELD_BY), []).append(value_text(holder))
        elif post in self.tables:
            table = self.tables[post][1]
            entry = {"id": value_text(holder), **self._cited(table)}
            text = inline_text(entry) if len(entry) > 1 else value_text(holder)
            self.lists.setdefault((post, _HELD_BY), []).append(text)
        elif holder in names.added:
            names.added[holder].keys[_HOLDS] = value_text(post)
        else:
            self._wrong(
                seat, f"neither `{post}` nor `{holder}` is in this file: name the file of one with `--into`"
            )

    def _write_lists(self) -> None:
        """Write the new entries of each list: in its table, or in the keys of a new entity."""
        newline = self.file.newline
        for (own, key), items in self.lists.items():
            new = self.names.added.get(own)
            if new is not None:
                single = len(items) == 1 and items[0].startswith('"')
                new.keys[key] = items[0] if single else list_text(items, newline)
                continue
            steps, table = self.tables[own]
            raw, place = table.get(key), (*steps, key)
            if isinstance(raw, list) and not (len(raw) == 1 and raw[0] in NOBODY):
                for each in items:
                    self.file.append(place, each)
            else:
                kept = [value_text(raw)] if isinstance(raw, str) and raw not in NOBODY else []
                self.file.set_keys(steps, {key: list_text([*kept, *items], newline)})

    def _table(self, new: Addition) -> str:
        keys = {"id": value_text(new.id), "name": value_text(new.name), **new.keys}
        if new.kind == "post":
            keys.setdefault(_HELD_BY, value_text(NOT_STATED))
        if self.source is not None:
            keys["sources"] = sources_text(self.source)
        return table_text(new.kind, keys, self.file.newline)

    def _wrong(self, seat: Seat, message: str) -> None:
        self.mistakes.append(RowMistake(seat.row, message))


def _repeated(before: Seat, seat: Seat) -> str:
    return f"row {seat.row} says the same as row {before.row} and counts once; several like seats are a number below `Seats`"


def value_list(values: Iterable[object]) -> str:
    """Return a list of texts as TOML."""
    return f"[{', '.join(value_text(str(each)) for each in values)}]"


def _matched(rows: list[Seat], known: list[WrittenSeat]) -> list[tuple[Seat, WrittenSeat | None]]:
    """Return each row with the written seat that it is, the most alike first; `None` for a new one.

    A seat that has ended is another than one of now; of seats that name nobody only role and capacity tell which is which.
    """
    pairs = sorted((known[j].likeness(rows[i]), i, j) for i in range(len(rows)) for j in range(len(known)))
    found: dict[int, WrittenSeat] = {}
    used: set[int] = set()
    for (weight, _), i, j in pairs:
        most = _OTHER if rows[i].member in NOBODY else ENDED
        if weight < most and i not in found and j not in used:
            found[i] = known[j]
            used.add(j)
    return [(row, found.get(i)) for i, row in enumerate(rows)]


_COMPARED = 40_000
"""How many pairs of a row and a written seat of one member are compared: 200 rows with 200 seats."""

_OTHER = 3
"""From how many differences on a seat that names nobody is another one: role and capacity count as three each."""
