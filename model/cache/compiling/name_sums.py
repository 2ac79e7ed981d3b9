"""Sum up the names and codes of joined parts; by these sums a compiled model finds entities."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...facts.graph import Graph
from ...finding.names import loose_lines, loose_name, names_and_codes, written_out
from ...format.text import folded_lines
from ..compiled.making import text_sum
from .joining import Joined
from .merging import Merged
from .part_making import loose_sum
from .parts import Keys
from .sections import texts_sections


def name_sections(joined: Joined, graph: Graph) -> Mapping[str, Any]:
    """Return the sections by which entities are found by name.

    Args:
        joined: The parts.
        graph: The model of the parts, which knows the names that follow from several statements.
    """
    terms = dict(written_out(graph))
    merged, numbers = joined.merged, joined.numbers
    found: list[int] = []
    for part, lookup in zip(joined.parts, joined.lookups, strict=True):
        keys = part.keys
        loose = enumerate(_loose_sums(keys, graph, terms))
        apart = set(_apart(keys.ids, merged)) if merged.ids else ()
        if apart:
            found += [
                each & _SUM | lookup[each & _NUMBER] for each in keys.texts if each & _NUMBER not in apart
            ]
            found += [each << 32 | lookup[number] for number, each in loose if number not in apart]
        elif keys.ids:
            first = lookup[0]
            found += [each + first for each in keys.texts]
            found += [each << 32 | first + number for number, each in loose]
    for each, entity in merged.entities.items():
        texts = names_and_codes(entity) | {loose_name(graph.name(each), terms)}
        found += [text_sum(text) << 32 | numbers[each] for text in texts]
    return texts_sections(found)


_NUMBER = (1 << 32) - 1
_SUM = _NUMBER << 32


def _apart(ids: Sequence[str], merged: Merged) -> Iterator[int]:
    """Yield the numbers of the entities of a part that are not in the model as the part has them."""
    for number, each in enumerate(ids):
        if each in merged.entities or each in merged.ids:
            yield number


def _loose_sums(keys: Keys, graph: Graph, terms: Mapping[str, str]) -> Sequence[int]:
    """Return the sum of the loose name of each entity of a part, with the terms of all parts written out."""
    if not terms and "" not in keys.called:
        return keys.loose
    sums = list(keys.loose)
    in_bytes = {each.encode(): full.encode() for each, full in terms.items()}
    for number, loose in enumerate(loose_lines(folded_lines(keys.called)) if terms else ()):
        words = loose.split()
        if not in_bytes.keys().isdisjoint(words):
            sums[number] = loose_sum(b" ".join([in_bytes.get(each, each) for each in words]))
    for number, called in enumerate(keys.called):
        if not called:
            sums[number] = text_sum(loose_name(graph.name(keys.ids[number]), terms))
    return sums
