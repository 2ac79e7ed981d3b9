"""Arrays and objects of JSON, an item a line."""

from collections.abc import Iterable, Iterator, Mapping

from tiers.model import Evidence, Graph

from . import exact


def array(items: Iterable[object], *, unicode: bool) -> Iterator[str]:
    """Yield an array with each item on a line of its own."""
    lines = ",\n".join(exact.value(each, unicode=unicode) for each in items)
    yield f"[\n{lines}\n]\n" if lines else "[]\n"


def fields(record: Mapping[str, object], *, unicode: bool) -> Iterator[str]:
    """Yield an object with each field on a line of its own, and each item of a list that is not empty."""
    lines = []
    for key, item in record.items():
        if isinstance(item, list) and item:
            inside = ",\n".join(exact.value(each, unicode=unicode) for each in item)
            lines.append(f"{exact.text(key)}:[\n{inside}\n]")
        else:
            lines.append(f"{exact.text(key)}:{exact.value(item, unicode=unicode)}")
    yield "{" + ",\n".join(lines) + "}\n"


def all_sources(graph: Graph, evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    """Return the sources of several statements, each once."""
    found: list[dict[str, object]] = []
    for each in evidence:
        found.extend(one for one in exact.sources(graph, each) if one not in found)
    return found
