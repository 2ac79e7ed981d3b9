"""Names of places in a source with a dot, such as `1.1`, which TOML reads as a table, and which no id has."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..format import Key
from ..format.ids import ID_FORM, is_id
from .quoting import quoted, safe_key
from .report import KEY, Place, Report


def without_dots(name: str) -> str:
    """Return a name with hyphens in place of dots: `1-1` for `1.1`; empty if that is not an id either."""
    plain = name.strip(".").replace(".", "-").casefold()
    return plain if is_id(plain) else ""


def undotted(key: Key, raw: Mapping[str, Any], place: Place, report: Report) -> dict[str, tuple[Any, Place]]:
    """Return the entries of a table of places with their positions; dotted names are reported once and restored."""
    found: dict[str, tuple[Any, Place]] = {}
    dotted: list[tuple[str, Place, bool]] = []
    for name, value in raw.items():
        if type(value) is dict and value and is_id(name):
            for inner, text, at in _inside(name, value, (place, name)):
                found[inner] = (text, at)
                dotted.append((inner, (place, name), True))
        elif "." in name and without_dots(name):
            found[name] = (value, (place, name))
            dotted.append((name, (place, name), False))
        else:
            if not is_id(name):
                message = f"{quoted(name)} is not a name for a place in a source"
                report.add("wrong-id", message, (place, name), part=KEY, hint=ID_FORM)
            found[name] = (value, (place, name))
    if dotted:
        name, at, made = dotted[0]
        why = f", and TOML makes a table `{safe_key(name.partition('.')[0])}` of it" if made else ""
        others = len(dotted) - 1
        more = f"; so {'does 1' if others == 1 else f'do {others:,}'} more" if others else ""
        plain = without_dots(name) or "a-1"
        report.add(
            "dotted-locator",
            f"`{safe_key(name)}` in `{key.name}` has a dot{why}{more}",
            at,
            part=KEY,
            hint=f"write `{plain} = \u2026`, and cite it as `\u2026#{plain}`; {ID_FORM}",
        )
    return found


def _inside(name: str, value: Mapping[str, Any], place: Place) -> Iterator[tuple[str, Any, Place]]:
    """Yield the texts inside a table made by dots, each with the intended name."""
    waiting = [(name, value, place)]
    while waiting:
        outer, table, around = waiting.pop()
        for key, each in table.items():
            if type(each) is dict and each:
                waiting.append((f"{outer}.{key}", each, (around, key)))
            else:
                yield f"{outer}.{key}", each, (around, key)
