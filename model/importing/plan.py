"""Decides what a sheet of seats changes in a file of a model, and returns the changed text with a summary."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import attrs

from ..facts.claims import planned_for
from ..facts.graph import Graph
from ..format import KINDS, NONE, NOT_STATED
from ..format.details import NOMINATED_BY
from ..format.keys import NOBODY
from ..structure.membership import MEMBERSHIP
from .cells import Value
from .columns import Columns
from .documents import Documents, end_between
from .doubts import ended_by_then, nearly_known, written_elsewhere
from .entries import Entries
from .likeness import Known, with_home
from .matching import Match, TooManyError, matched
from .messages import left_out, of_beside, of_seat, repeated
from .names import Addition, Names
from .result import CHANGED, LEFT_OUT, NEW, UNCHANGED, Result
from .rows import seats_of
from .seat import ORDER, Seat
from .sheet import RowMistake, RowMistakesError, Sheet
from .toml_file import Steps, TomlFile
from .toml_text import inline_text, sources_text, table_text, value_text
from .written import HELD_BY, SEATS_HERE, WrittenSeat, elsewhere, in_file

_KINDS = tuple(KINDS)
_HOLDS = "holds"


def plan(sheet: Sheet, columns: Columns, graph: Graph, text: str, source: str | None) -> Result:
    """Return the text of a file with the seats of a sheet.

    Args:
        sheet: The sheet.
        columns: Its columns.
        graph: The whole model, including the present file.
        text: The present file; empty for a new one.
        source: The document and place that new and changed seats cite.

    Raises:
        RowMistakesError: Some rows cannot be imported.
    """
    names = Names(graph)
    warnings: list[str] = []
    seats = seats_of(sheet, columns, names, warnings)
    return _Plan(graph, TomlFile.of(text), names, source, columns.printed, warnings=warnings).run(seats)


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
    held: set[tuple[str, str]] = attrs.field(factory=set)
    needed: set[str] = attrs.field(factory=set)
    nominated: list[int] = attrs.field(factory=list)
    documents: Documents = attrs.field(init=False)
    entries: Entries = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        head = self.file.data.get("file")
        self.documents = Documents(self.graph, head if isinstance(head, dict) else {}, self.source)
        self.entries = Entries(self.file, self.tables, self.names, self.documents, self.warnings.append)

    def run(self, seats: Iterable[Seat]) -> Result:
        """Note the changes for each row, and return the changed file."""
        for _, steps, table in self.file.tables():
            if isinstance(table.get("id"), str):
                self.tables[str(table["id"])] = (steps, table)
        wanted = self._wanted(seats)
        known = self._known(wanted)
        counts, written = [0, 0, 0, 0], list[Seat]()
        for committee, rows in wanted.items():
            try:
                matches = matched(rows, known.get(committee, ()))
            except TooManyError as error:
                self._wrong(
                    error.row, f"`{error.name}` has more seats on `{committee}` than can be told apart"
                )
                continue
            for match in matches:
                counts[outcome := self._match(match)] += 1
                written += [match.row] if outcome in {NEW, CHANGED} else []
        if self.mistakes:
            raise RowMistakesError(self.mistakes)
        self.names.keep(self.needed)
        self.entries.write()
        added = tuple(sorted(self.names.added.values(), key=lambda each: _KINDS.index(each.kind)))
        for each in added:
            self.file.add_table(self._table(each))
        self.warnings.extend(nearly_known(self.graph, added))
        self.warnings.extend(ended_by_then(self.graph, written, self.documents.today))
        new, updated, unchanged, left_out = counts
        text = self.file.changed()
        warnings, nominated = tuple(self.warnings), tuple(sorted(self.nominated))
        return Result(text, new, updated, unchanged, left_out, added, warnings, nominated)

    def _wanted(self, seats: Iterable[Seat]) -> dict[str, list[Seat]]:
        """Return the seats of the sheet by body; of equal rows only the first."""
        wanted: dict[str, list[Seat]] = {}
        first: dict[object, Seat] = {}
        for seat in seats:
            before = first.setdefault(seat.key, seat)
            if before is seat:
                wanted.setdefault(seat.committee, []).append(seat)
            elif not self.printed:
                self.warnings.append(repeated(before, seat))
        return wanted

    def _known(self, committees: Collection[str]) -> dict[str, list[Known]]:
        """Return the written seats of some bodies, in this or another file, by body."""
        here = list(in_file(self.file))
        own, graph = {(each.committee, each.member) for each in here}, self.graph
        others = [each for one in committees if one in graph for each in elsewhere(graph, one, own)]
        known: dict[str, list[Known]] = {}
        for each in (*here, *others):
            if each.committee in committees:
                known.setdefault(each.committee, []).append(Known.of(each, graph))
        return known

    def _match(self, match: Match) -> int:
        """Note what to write for a row; return what becomes of it."""
        row, it = match.row, match.known
        if match.maybe:
            self.warnings.append(left_out(match, self._place))
            return LEFT_OUT
        self.warnings.extend(of_seat(match, self._place, self.names.name))
        if it is None:
            self._add(row)
            self._hold(row.member, row.holder, row)
            return NEW
        done = UNCHANGED if match.shared else self._take(row, it)
        self._hold(it.written.member, it.holder(row), row)
        return done

    def _place(self, it: Known) -> str:
        steps = it.written.steps
        return f"in line {self.file.line(steps)}" if steps else "in another file of the model"

    def _take(self, seat: Seat, it: Known) -> int:
        """Note the changes of a seat; return whether it is changed, as `CHANGED` or `UNCHANGED`."""
        written = it.written
        changes = it.changes(seat)
        if not changes:
            return UNCHANGED
        self._note_nominated(seat, changes)
        self._need(changes, *([seat.member] if "id" in changes else ()))
        if not written.steps:
            self._wrong(seat, written_elsewhere(self.graph, written))
            return CHANGED
        around = self._around(written.steps)
        cited = self.documents.of(written.values, around)
        if self.documents.are_others(cited) and written.is_replaced_by(
            changes, self.documents.days(written.values, cited)
        ):
            return self._beside(seat, it, changes, cited)
        texts = {key: value_text(each) for key, each in changes.items()} | self.documents.with_new(cited)
        self._put(written, texts)
        return CHANGED

    def _put(self, written: WrittenSeat, texts: Mapping[str, str]) -> None:
        """Note changed keys of a seat that the file has."""
        if written.alone:
            own, end, other = written.ends
            self.entries.put(written.steps, own, inline_text({end: value_text(other), **texts}))
        else:
            self.file.set_keys(written.steps, texts)

    def _beside(self, seat: Seat, it: Known, changes: Mapping[str, Value], cited: Sequence[str]) -> int:
        """Note a seat that another document describes differently; the earlier of the two gets an end.

        Returns:
            `CHANGED`, or `UNCHANGED` if the seat of the other document is written already.
        """
        written, documents = it.written, self.documents
        values = {**written.beside(seat), **{key: each for key, each in changes.items() if key != "id"}}
        member = str(changes.get("id", written.member))
        if any(
            each.committee == written.committee and each.already_says(member, values, documents.source)
            for each in in_file(self.file)
        ):
            return UNCHANGED
        days = documents.days(written.values, cited)
        end = end_between(days, documents.today, values.get("start_date"))
        own_end = "" if end else end_between(documents.today, days, written.values.get("start_date"))
        if own_end:
            values.setdefault("end_date", own_end)
        elif end and "end_date" not in written.values:
            self._put(written, {"end_date": value_text(end)})
        self.warnings.extend(of_beside(it, seat, values, self._place, is_dated=bool(end or own_end)))
        own, end_key, other = written.ends
        if end_key == "to" and "id" in changes:
            self._add(seat)
            return CHANGED
        texts = {key: value_text(values[key]) for key in (*ORDER, *values) if key in values}
        entry = {end_key: value_text(member if end_key == "id" else other), **texts}
        self.entries.add(own, str(written.steps[2]), {**entry, **documents.with_new(())})
        return CHANGED

    def _around(self, steps: Steps) -> Mapping[str, object]:
        table: Any = self.file.data
        for each in steps[:2]:
            table = table[each]
        return table if isinstance(table, dict) else {}

    def _add(self, seat: Seat) -> None:
        """Note a new seat, at the body if that is in the file, else at the member."""
        values = with_home(seat, seat.values) if seat.person == seat.member else seat.values
        self._note_nominated(seat, values)
        self._need(values, seat.committee, seat.member)
        texts = {key: value_text(each) for key, each in values.items()}
        for own, key, end, other in (
            (seat.committee, SEATS_HERE, "id", seat.member),
            (seat.member, MEMBERSHIP, "to", seat.committee),
        ):
            if own in self.names.added or own in self.tables:
                table = self.tables[own][1] if own in self.tables else {"sources": [self.source]}
                self.entries.add(own, key, {end: value_text(other), **texts, **self.documents.cited(table)})
                return
        self._wrong(
            seat,
            f"neither `{seat.committee}` nor `{seat.member}` is in this file: name the file of one with `--into`",
        )

    def _note_nominated(self, seat: Seat, values: Mapping[str, Value]) -> None:
        """Note a row whose organisation is written as the nominator of the person, which no column says."""
        key = NOMINATED_BY.name
        if key in values and key not in seat.values:
            self.nominated.append(seat.row)

    def _hold(self, post: str, holder: str, seat: Seat) -> None:
        """Note the holder of a seat's post, unless it is already written; empty if the row does not name one."""
        names = self.names
        held = self.graph.incoming(post, _HOLDS)
        here = [each.subject for each in held if self.source in list(map(str, each.evidence.citations))]
        if not holder or (post, holder) in self.held or holder in here:
            return
        self.held.add((post, holder))
        if holder in {each.subject for each in held if self.documents.is_within(each)}:
            return
        written = [(each.subject, each.end_date) for each in held if planned_for(self.graph, each) is None]
        before = [subject for subject, end in written if end is None] or [subject for subject, _ in written]
        if holder in before or (holder == NONE and not set(before) - set(NOBODY) and NONE in before):
            return
        self._need({}, post, holder)
        people = [subject for subject, end in written if end is None and subject not in NOBODY]
        if holder == NONE and people and post in self.tables and self.documents.is_later_than(held):
            cited = self.documents.with_new(())
            self.entries.add(post, HELD_BY, {"id": value_text(NONE), **cited})
            return
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
            self.entries.add(post, HELD_BY, {"id": value_text(holder)})
        elif post in self.tables:
            table = self.tables[post][1]
            self.entries.add(post, HELD_BY, {"id": value_text(holder), **self.documents.cited(table)})
        elif holder in names.added:
            names.added[holder].keys[_HOLDS] = value_text(post)
        else:
            self._wrong(
                seat, f"neither `{post}` nor `{holder}` is in this file: name the file of one with `--into`"
            )

    def _table(self, new: Addition) -> str:
        keys = {"id": value_text(new.id), "name": value_text(new.name), **new.keys}
        if new.kind == "post":
            keys.setdefault(HELD_BY, value_text(NOT_STATED))
        if self.source is not None:
            keys["sources"] = sources_text(self.source)
        return table_text(new.kind, keys, self.file.newline)

    def _need(self, values: Mapping[str, Value], *ids: str) -> None:
        """Note the entities that are named in what is written."""
        self.needed.update(ids)
        for value in values.values():
            self.needed.update(value if isinstance(value, tuple) else ())

    def _wrong(self, seat: Seat, message: str) -> None:
        self.mistakes.append(RowMistake(seat.row, message))
