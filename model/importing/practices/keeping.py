"""Updates a file that people may have changed: values that an import wrote are updated, those that people wrote are kept.

Three states are compared: what the last import wrote, what is in the file, and what is to be written now. A
value that is still as the import wrote it is updated; any other was changed by somebody, and is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..toml_file import Steps, TomlFile
from .table import Data, Item, Table
from .writing import data_text, item_text

_MAIN = ("to", "value", "identifier", "name")
"""The keys that identify an entry of a list from one state to the next."""

_ONE = {"part_of": "to", "name": "value", "tier": "value", "status": "value"}
"""The main key of an entry that may be written as text alone, by the key of its list."""


def keep(file: TomlFile, steps: Steps, before: Table, table: Table) -> int:
    """Change a table of a file in place; return how many of its keys are kept because somebody changed them.

    Args:
        file: The file.
        steps: The place of the table.
        before: What the last import wrote.
        table: What is to be written now.
    """
    own: Mapping[str, Any] = _inside(file.data, steps)
    kept = 0
    for key in dict.fromkeys((*before.values, *table.values)):
        old, new, ours = before.values.get(key), table.values.get(key), own.get(key)
        if old == new:
            continue
        merged = _merged(key, old, ours, new)
        if merged == ours:
            kept += ours != new
        elif merged is None:
            file.remove((*steps, key))
        elif isinstance(merged, list) and isinstance(ours, list):
            kept += merged != new
            _change_list(file, (*steps, key), ours, merged)
        else:
            kept += merged != new
            file.set_keys(steps, {key: data_text(key, merged)})
    return kept


def _inside(data: Any, steps: Steps) -> Any:
    for each in steps:
        data = data[each]
    return data


def _merged(key: str, old: Data | None, ours: Any, new: Data | None) -> Any:
    """Return the new value of a key; `None` to leave the key out."""
    if ours == old:
        return new
    if ours is None or (old is None and not isinstance(ours, list)):
        return ours
    was, now, is_there = (_entries(key, each) for each in (old, new, ours))
    if was is None or now is None or is_there is None:
        return ours
    merged = _merged_entries(was, is_there, now)
    return ours if merged == is_there else merged


def _entries(key: str, data: Any) -> list[Any] | None:
    """Return a value as the entries of a list; `None` for any other value."""
    if data is None:
        return []
    if isinstance(data, list):
        return data
    main = _ONE.get(key)
    return [{main: data}] if main is not None and isinstance(data, str) else None


def _named(entries: Iterable[Any]) -> dict[tuple[str, int], Any]:
    """Return entries by what identifies them; of several with the same identity, the second has the number 1."""
    found: dict[tuple[str, int], Any] = {}
    counts: dict[str, int] = {}
    for each in entries:
        main = each if isinstance(each, str) else next((str(each[key]) for key in _MAIN if key in each), "")
        number = counts[main] = counts.get(main, -1) + 1
        found[main, number] = each
    return found


def _merged_entries(old: Sequence[Any], ours: Sequence[Any], new: Sequence[Any]) -> list[Any]:
    was, is_there, now = _named(old), _named(ours), _named(new)
    merged: list[Any] = []
    for name, entry in is_there.items():
        if name in now and name in was:
            merged.append(_merged_entry(was[name], entry, now[name]))
        elif name in was and entry == was[name]:
            continue  # the import wrote it, and the lists no longer say it
        else:
            merged.append(entry)
    merged.extend(entry for name, entry in now.items() if name not in was and name not in is_there)
    return merged


def _merged_entry(old: Any, ours: Any, new: Any) -> Any:
    if ours == old or not all(isinstance(each, dict) for each in (old, ours, new)):
        return new if ours == old else ours
    merged = {}
    for key in dict.fromkeys((*ours, *new)):
        was, is_there, now = old.get(key), ours.get(key), new.get(key)
        if isinstance(is_there, list) and isinstance(now, list):
            gone = [each for each in was or () if each not in now]
            further = [each for each in now if each not in (was or ()) and each not in is_there]
            value = [*(each for each in is_there if each not in gone), *further]
        else:
            value = now if is_there == was else is_there
        if value is not None:
            merged[key] = value
    return merged


def _change_list(file: TomlFile, steps: Steps, ours: Sequence[Any], merged: Sequence[Item]) -> None:
    """Change the entries of a list that differ, each in its place; new ones come last."""
    names = [*_named(ours)]
    file.set_items(
        steps,
        [
            (names.index(name) if name in names else None, item_text(each))
            for name, each in _named(merged).items()
        ],
    )
