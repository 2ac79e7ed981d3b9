"""Decides what an import of lists writes: the text of each new or changed file, and the counts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import attrs

from ..toml_file import Steps, TomlFile
from .keeping import keep
from .kept_lists import kept_name, kept_text
from .levels import BODY_TYPES, type_of
from .snapshots import Snapshot
from .table import Table
from .tables import tables
from .writing import file_text, table_text


@attrs.frozen(eq=False)
class Result:
    """What an import writes.

    Attributes:
        files: The text of each file that is new or changed, by its name in the directory.
        lists: The lists that the model is made from, the earliest first.
        new: How many entities are new.
        changed: How many existing entities are changed.
        kept: How many keys are kept as somebody changed them, although the lists now say something else.
        counts: How many bodies each list has, in the order of the lists, by classification.
    """

    files: Mapping[str, str]
    lists: Sequence[Snapshot]
    new: int
    changed: int
    kept: int
    counts: Mapping[str, Sequence[int]]


def plan(
    known: Iterable[Snapshot],
    given: Iterable[Snapshot],
    texts: Mapping[str, str],
    tell: Callable[[str], None] = lambda _: None,
) -> Result:
    """Return what an import writes.

    Args:
        known: The lists of earlier imports into the same directory.
        given: The lists to import; one of a known month replaces it.
        texts: The TOML files of the directory by their names.
        tell: Called with what is being done, in words.
    """
    old = sorted(known, key=lambda each: each.day)
    given = list(given)
    by_month = {each.month: each for each in (*old, *given)}
    lists = sorted(by_month.values(), key=lambda each: each.day)
    tell("working out what the lists say together")
    before = {each.id: each for each in tables(old)} if old else {}
    now = tables(lists)
    changing = _Changing(texts, before)
    result = changing.run(now, tell)
    kept = {kept_name(each.month): kept_text(each) for each in given}
    counts = {
        body_type.classification: [sum(type_of(body) is body_type for body in each.bodies) for each in lists]
        for body_type in BODY_TYPES
    }
    return Result({**result, **kept}, lists, changing.new, changing.changed, changing.kept, counts)


@attrs.define(eq=False)
class _Changing:
    """The changes to the files of a directory.

    Attributes:
        texts: The files.
        before: The tables that the last import wrote, by id.
        new: How many tables are new.
        changed: How many are changed.
        kept: How many keys are kept as somebody changed them.
    """

    texts: Mapping[str, str]
    before: Mapping[str, Table]
    new: int = 0
    changed: int = 0
    kept: int = 0

    def run(self, now: Sequence[Table], tell: Callable[[str], None]) -> dict[str, str]:
        """Return the text of each file that is new or changed."""
        by_id = {each.id: each for each in now}
        there: set[str] = set()
        cut: dict[str, str] = {}
        result: dict[str, str] = {}
        for number, (name, text) in enumerate(self.texts.items(), 1):
            tell(f"comparing {name} ({number:,} of {len(self.texts):,})")
            file = TomlFile.of(text)
            for _, steps, own in file.tables():
                table = by_id.get(str(own.get("id")))
                if table is None:
                    continue
                there.add(table.id)
                before = self.before.get(table.id)
                if before is None:
                    continue  # written by somebody else
                if before.file == name != table.file:
                    cut[table.id] = file.cut(steps)
                else:
                    self._keep(file, steps, before, table)
            changed = file.changed()
            if changed != text:
                result[name] = changed
        self._add(now, there, cut, result)
        return result

    def _keep(self, file: TomlFile, steps: Steps, before: Table, table: Table) -> None:
        if before.values != table.values:
            kept = keep(file, steps, before, table)
            self.kept += kept
            self.changed += file.is_changed(steps)

    def _add(
        self, now: Sequence[Table], there: Collection[str], cut: Mapping[str, str], result: dict[str, str]
    ) -> None:
        """Add new tables, and those cut from another file, to the files where they belong.

        A table that an import wrote and somebody removed is not added again, unless its whole file is gone.
        """
        added: dict[str, list[tuple[Table, str]]] = {}
        for table in now:
            if table.id in cut:
                text = self._moved(cut[table.id], table)
            elif table.id in there or self._was_taken_away(table.id):
                continue
            else:
                self.new += 1
                text = table_text(table)
            added.setdefault(table.file, []).append((table, text))
        for name, each in added.items():
            texts = [text for _, text in each]
            if name not in self.texts:
                result[name] = file_text(name, [table for table, _ in each], texts)
                continue
            known = result.get(name, self.texts[name])
            newline = "\r\n" if "\r\n" in known else "\n"
            texts = [newline.join(text.splitlines()) + newline for text in texts]
            result[name] = (
                f"{known.rstrip()}{newline}{newline}{newline.join(texts)}"
                if known.strip()
                else newline.join(texts)
            )

    def _was_taken_away(self, table_id: str) -> bool:
        before = self.before.get(table_id)
        return before is not None and before.file in self.texts

    def _moved(self, text: str, table: Table) -> str:
        """Return the updated text of a table that moves to another file."""
        file = TomlFile.of(text)
        self._keep(file, (table.kind, 0), self.before[table.id], table)
        return file.changed()
