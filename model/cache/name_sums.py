"""Sum up the names and codes of joined parts; by these sums a compiled model finds entities."""

from collections.abc import Mapping
from typing import Any

from ..facts.graph import Graph
from ..finding.names import LOOSE, loose_name, names_and_codes, written_out
from .joining import Joined
from .sections import text_sum, texts_sections


def name_sections(joined: Joined, graph: Graph) -> Mapping[str, Any]:
    """Return the sections by which entities are found by name.

    Args:
        joined: The parts.
        graph: The model of the parts, which knows the names that follow from several statements.
    """
    terms = dict(written_out(graph))
    numbers, changed = joined.numbers, joined.merged.entities
    found: list[int] = []
    for part in joined.parts:
        keys = part.keys
        at = [-1 if each in changed else numbers.get(each, -1) for each in keys.ids]
        found += [
            text << 32 | at[bearer]
            for text, bearer in zip(keys.texts, keys.bearers, strict=True)
            if at[bearer] >= 0
        ]
        for number, loose, known in zip(at, keys.loose, keys.loose_sums, strict=True):
            if number >= 0:
                loose_sum = known
                if not loose:
                    loose_sum = text_sum(loose_name(graph.name(joined.ids[number]), terms))
                elif terms and not terms.keys().isdisjoint(loose.split()):
                    loose_sum = text_sum(LOOSE + " ".join(terms.get(each, each) for each in loose.split()))
                found.append(loose_sum << 32 | number)
    for each, entity in changed.items():
        texts = names_and_codes(entity) | {loose_name(graph.name(each), terms)}
        found += [text_sum(text) << 32 | numbers[each] for text in texts]
    return texts_sections(found)
