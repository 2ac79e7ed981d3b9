"""Write `docs/coverage.md` from the bundled model: for each place in each source, the entities that cite it.

Run it after a change of `data/`: `python docs/coverage.py`. A test fails as long as the page is out of date.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tiers.model import Citation, Claim, Entity, Evidence, Graph, load

PAGE = Path(__file__).parent / "coverage.md"

INTRODUCTION = """\
# What records each place of each source

This page is made from `data/` by `docs/coverage.py`. Do not edit it.

Every paragraph, slide and bullet of a source has a locator. Beside each stand the entities and statements that cite
it, or why it carries none. An entity `itself` is that it is there, with all that it says without a source of its own;
its attributes and relations that cite the place themselves are named, with how many there are of each.
"""


def statements(graph: Graph, entity: Entity) -> Iterator[tuple[str, Evidence]]:
    """Yield each statement of an entity that has evidence of its own, after a name for the statement."""
    yield "itself", entity.evidence
    for attribute, value in entity.values.items():
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            for claim in entity.claims(attribute):
                yield f"`{attribute}`", claim.evidence
    for relation in graph.outgoing(entity.id):
        if relation.evidence != entity.evidence:
            other = f" `{relation.object}`" if relation.object in graph else f" {relation.object}"
            yield f"`{relation.kind}`{other}", relation.evidence


def recorded(graph: Graph) -> dict[Citation, dict[str, dict[str, int]]]:
    """Return for each place in a source the entities that cite it, and how often each of their statements cites it."""
    found: dict[Citation, dict[str, dict[str, int]]] = {}
    for entity in graph.every_entity():
        for name, evidence in statements(graph, entity):
            for citation in dict.fromkeys(evidence.citations):
                counts = found.setdefault(citation, {}).setdefault(entity.id, {})
                counts[name] = counts.get(name, 0) + 1
    return found


def sources_of(graph: Graph) -> list[Entity]:
    """Return the sources, the earliest first."""
    sources = graph.entities_of_kind("source")
    return sorted(sources, key=lambda each: (str(graph.source_date(each.id)), each.id))


def words_of(source: Entity, key: str) -> Mapping[str, str]:
    """Return the `locators` of a source, or the `silent` ones, in order, with the words of each."""
    found = source.plain(key)
    return {name: str(words) for name, words in found.items()} if isinstance(found, Mapping) else {}


def _said(name: str, count: int) -> str:
    return name if count == 1 else f"{name} ({count})"


def _recorders(entities: Mapping[str, Mapping[str, int]]) -> str:
    cells = []
    for each in sorted(entities):
        names = sorted(entities[each], key=lambda name: (name != "itself", name))
        cells.append(f"**{each}** " + ", ".join(_said(name, entities[each][name]) for name in names))
    return "; ".join(cells)


def page(graph: Graph) -> str:
    """Return the page."""
    found = recorded(graph)
    lines = [INTRODUCTION]
    for source in sources_of(graph):
        silent = words_of(source, "silent")
        day = graph.source_date(source.id)
        lines += [
            f"## {graph.name(source.id)}",
            "",
            f"`{source.id}`, as at {day.words() if day else 'no day'}.",
            "",
        ]
        lines += ["| place | recorded by |", "| --- | --- |"]
        for locator, words in words_of(source, "locators").items():
            entities = found.get(Citation(source.id, locator), {})
            said = (
                _recorders(entities) if entities else f"nothing: {silent.get(locator, 'not accounted for')}"
            )
            lines.append(f"| {words} (`{locator}`) | {said} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
