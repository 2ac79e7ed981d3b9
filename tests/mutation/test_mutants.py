"""The mutants that are made, and that those listed as equal to the code are some."""

import ast
from pathlib import Path

from .mutants import ROOT, equal, mutants_of

SOURCE = '''"""A module."""

_ENDS: frozenset[str] = frozenset(("a",))


def last(days: list[int], limit: int = 3) -> int | None:
    """Return the last day."""
    if days and not limit < 2:
        return max([day for day in days if day > 0], default=None)
    return None
'''

MADE = [
    ("", "'a' -> 'ax'"),
    ("", "3 -> 4"),
    ("last", "if days and (not limit < 2): -> if not (days and (not limit < 2)):"),
    ("last", "days and (not limit < 2) -> days or not limit < 2"),
    ("last", "not limit < 2 -> limit < 2"),
    ("last", "limit < 2 -> limit <= 2"),
    ("last", "2 -> 3"),
    ("last", "return max([day for day in days if day > 0], default=None) -> return None"),
    ("last", "max([day for day in days if day > 0], default=None) -> max([day for day in days if day > 0])"),
    ("last", "max -> min"),
    ("last", "[day for day in days if day > 0] -> [day for day in days]"),
    ("last", "day > 0 -> day >= 0"),
    ("last", "0 -> 1"),
]


def test_each_thing_is_changed_once_in_each_way() -> None:
    """Comparisons, conditions, numbers, texts, returns, arguments; no docstring, no annotation, no import. Each can be compiled."""
    made = list(mutants_of(Path("m.py"), SOURCE))
    assert [(each.function, each.key.rpartition(" | ")[2]) for each in made] == MADE
    trees = [ast.unparse(each.tree()) for each in made]
    assert len({ast.unparse(ast.parse(SOURCE)), *trees}) == len(made) + 1
    for tree in trees:
        compile(tree, "m.py", "exec")


def test_what_is_listed_as_equal_is_a_mutant_with_a_reason() -> None:
    """A listed mutant whose code has changed is taken out of the list."""
    listed = equal()
    files = {ROOT / key.partition(" ")[0] for key in listed}
    made = {each.key for file in files for each in mutants_of(file, file.read_text(encoding="utf-8"))}
    assert listed.keys() - made == set()
    assert all(listed.values())
