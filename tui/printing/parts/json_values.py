r"""Values as JSON, exact, and safe to show on a terminal.

Control characters are written with JSON's own escapes, so that a parser restores them.
"""

from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring, encode_basestring_ascii

from tiers.model import Date, Evidence, Graph
from tiers.model.facts.days_cited import day_cited

from ...wording.safe_text import safe


def text(value: str, *, unicode: bool = True) -> str:
    """Return a text as a JSON string, in ASCII only where the stream cannot encode more."""
    if not unicode:
        return encode_basestring_ascii(value)
    quoted = encode_basestring(value)
    if safe(quoted) == quoted:
        return quoted
    return "".join(char if safe(char) == char else encode_basestring_ascii(char)[1:-1] for char in quoted)


def value(item: object, *, unicode: bool = True) -> str:
    """Return a value of records, numbers and texts as JSON on one line; a date in its original form."""
    if isinstance(item, str):
        return text(item, unicode=unicode)
    if item is None:
        return "null"
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, int | float):
        return repr(item)
    if isinstance(item, Date):
        return text(item.text)
    if isinstance(item, Mapping):
        inside = (
            f"{text(str(key), unicode=unicode)}:{value(each, unicode=unicode)}" for key, each in item.items()
        )
        return f"{{{','.join(inside)}}}"
    if isinstance(item, list | tuple):
        return f"[{','.join(value(each, unicode=unicode) for each in item)}]"
    message = f"{type(item).__name__} has no form in JSON"
    raise TypeError(message)


def cell(item: object) -> str:
    """Return a value as the text of a cell of a table: empty for none, a text or a date as it is, others as JSON."""
    if item is None:
        return ""
    return str(item) if isinstance(item, str | Date) else value(item)


def sources(graph: Graph, evidence: Evidence) -> list[dict[str, object]]:
    """Return the sources of a statement as records, the same in every JSON output; at a date, those shown to a reader."""
    found: list[dict[str, object]] = []
    cited = evidence.citations
    if graph.at is not None:
        from ...wording.description.footnotes import followed  # noqa: PLC0415 - only at a date is there a difference

        cited = followed(graph, evidence)
    for citation in cited:
        as_at = day_cited(graph, evidence, citation)
        found.append({"id": citation.source, "locator": citation.locator or None, "as_at": as_at})
    return found


def named(graph: Graph, ids: Iterable[str]) -> list[dict[str, object]]:
    """Return entities by id and name."""
    return [{"id": each, "name": graph.name(each)} for each in ids]


def array(items: Iterable[object], *, unicode: bool) -> Iterator[str]:
    """Yield an array with each item on a line of its own."""
    lines = ",\n".join(value(each, unicode=unicode) for each in items)
    yield f"[\n{lines}\n]\n" if lines else "[]\n"


def fields(record: Mapping[str, object], *, unicode: bool) -> Iterator[str]:
    """Yield an object with each field on a line of its own, and each item of a list that is not empty."""
    lines = []
    for key, item in record.items():
        if isinstance(item, list) and item:
            inside = ",\n".join(value(each, unicode=unicode) for each in item)
            lines.append(f"{text(key)}:[\n{inside}\n]")
        else:
            lines.append(f"{text(key)}:{value(item, unicode=unicode)}")
    yield "{" + ",\n".join(lines) + "}\n"


def all_sources(graph: Graph, evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    """Return the sources of several statements, each once."""
    found: list[dict[str, object]] = []
    for each in evidence:
        found.extend(one for one in sources(graph, each) if one not in found)
    return found
