"""Add entries to the lists of a file: members of a body, and holders of a post."""

from collections.abc import Callable, Mapping, Sequence

import attrs

from ..format import NOT_STATED
from ..format.keys import NOBODY
from .documents import Documents, end_between
from .names import Names
from .toml_file import Steps, TomlFile
from .toml_text import inline_text, list_text, value_text
from .written import HELD_BY

Entry = Mapping[str, str]
"""The keys of an entry with their values as TOML; the first is the id of the other end."""


def entry_text(entry: Entry) -> str:
    """Return an entry as it is written in a list: only an id if it says nothing else."""
    return inline_text(entry) if len(entry) > 1 else next(iter(entry.values()))


Tables = Mapping[str, tuple[Steps, Mapping[str, object]]]
"""The tables of each entity in the file, by id, each with its place."""


@attrs.define(eq=False)
class Entries:
    """The entries that an import adds to lists, or writes in place of a value without a list.

    Attributes:
        file: The file.
        tables: Its tables.
        names: The entities of the model, and those that the import adds.
        documents: The document that the import cites, and those of the file.
        warn: Takes warnings for a person to look at.
    """

    file: TomlFile
    tables: Tables
    names: Names
    documents: Documents
    warn: Callable[[str], object]
    _new: dict[tuple[str, str], list[Entry]] = attrs.field(factory=dict)
    _only: dict[tuple[str, str], str] = attrs.field(factory=dict)

    def add(self, own: str, key: str, entry: Entry) -> None:
        """Note a new entry for a list of an entity."""
        self._new.setdefault((own, key), []).append(entry)

    def put(self, steps: Steps, own: str, text: str) -> None:
        """Note the new text of an entry that is only an id: in a list, or the whole value of its key."""
        if len(steps) > 3:  # noqa: PLR2004 - kind, number, key: the value is no list
            self.file.replace(steps, text)
            return
        self._only[own, str(steps[2])] = text
        self._new.setdefault((own, str(steps[2])), [])

    def write(self) -> None:
        """Write the new entries of each list: in its table, or in the keys of a new entity."""
        newline = self.file.newline
        for (own, key), entries in self._new.items():
            new, items = self.names.added.get(own), list(map(entry_text, entries))
            if new is not None:
                single = len(items) == 1 and items[0].startswith('"')
                new.keys[key] = items[0] if single else list_text(items, newline)
                continue
            steps, table = self.tables[own]
            raw = table.get(key)
            if isinstance(raw, list) and not (len(raw) == 1 and raw[0] in NOBODY):
                self._write_list(own, key, raw, entries)
                continue
            word = raw[0] if isinstance(raw, list) else raw
            if word in NOBODY:
                kept = self._kept_word(own, key, str(word))
            else:
                kept = [self._only.get((own, key), value_text(str(word)))] if isinstance(word, str) else []
            single = key == HELD_BY and len(items) == 1 and not kept and items[0].startswith('"')
            whole = list_text([*kept, *items], newline) if items else f"[{kept[0]}]"
            self.file.set_keys(steps, {key: items[0] if single else whole})

    def _kept_word(self, own: str, key: str, word: str) -> list[str]:
        """Return the entries that keep a word such as `none`, if another document states it."""
        around = self.documents.around(self.tables[own][1])
        if word == NOT_STATED or not self.documents.are_others(around):
            return []
        days = self.documents.days({}, around)
        end = end_between(days, self.documents.today)
        if not end and not end_between(self.documents.today, days):
            self._warn_of_nobody(own, key, word)
        if not end or key == HELD_BY:  # the end of a vacancy is found where the model is read
            return [value_text(word)]
        return [inline_text({"id": value_text(word), "end_date": value_text(end)})]

    def _write_list(self, own: str, key: str, raw: Sequence[object], items: Sequence[Entry]) -> None:
        """Write new entries into a list; the first holder of a post replaces a word such as `none`."""
        steps, table = self.tables[own]
        place, around = (*steps, key), self.documents.around(table)
        free = -1
        for number, each in enumerate(raw if key == HELD_BY and items else ()):
            values = each if isinstance(each, Mapping) else {"id": each}
            word = values.get("id")
            if word not in NOBODY or "end_date" in values:
                continue
            sources = self.documents.of(values, table)
            is_bare = set(values) == {"id"}
            if is_bare and (word == NOT_STATED or not self.documents.are_others(around)):
                free = number
                continue
            days = self.documents.days(values, sources)
            end = end_between(days, self.documents.today)
            if end_between(self.documents.today, days):
                continue  # an earlier document than the one that says so
            if not end or not self.documents.are_others(sources):
                self._warn_of_nobody(own, key, str(word))
            elif word == NOT_STATED:
                self.file.set_keys((*place, number), {"end_date": value_text(end)})
        if free >= 0:
            self.file.replace((*place, free), entry_text(items[0]))
        for each in items[1:] if free >= 0 else items:
            if self.file.has_headers(place):
                self.file.append_table(place, each)
            else:
                self.file.append(place, entry_text(each))

    def _warn_of_nobody(self, own: str, key: str, word: str) -> None:
        self.warn(
            f"`{key}` of `{own}` names `{word}`, and the sheet names somebody: write `end_date` for what has ended, "
            "or name the document of the sheet with `--source`, where it is of a later day"
        )
