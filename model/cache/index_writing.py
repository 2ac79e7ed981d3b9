"""Turns a complete search index into the sections that `index_file` reads."""

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import groupby
from operator import itemgetter, or_
from typing import Any

from ..finding.corpus import Corpus
from ..finding.words.bits import bits_of
from ..finding.words.texts import LEVELS
from .index_file import TABLES
from .index_words import FEW, MANY, UNITED, key_of
from .numbers import Numbers, joined


def sections_of(corpus: Corpus, numbers: Numbers) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values for the head of the file, and the sections, which are checked a page at a time."""
    names, shared = corpus.names, corpus.shared
    size = len(names.ids)
    ranks = array("I", map(numbers.number, names.ids))
    rank_of = array("I", bytes(4 * size))
    for rank, number in enumerate(ranks):
        rank_of[number] = rank
    sections: dict[str, Any] = {"ranks": ranks, "rank of": rank_of, "names": array("I", names.names.numbers)}
    sizes: dict[str, int] = {}

    def put(section: str, parts: Iterable[bytes]) -> None:
        sections[section], ends = joined(parts)
        sections[f"{section} ends"] = ends
        sizes[section] = len(ends) - 1

    def by_text(section: str, values: Mapping[bytes, bytes]) -> None:
        order = sorted(values)
        put(section, order)
        put(f"{section} values", map(values.__getitem__, order))

    put("shown", map(_encoded, names.shown))
    put("folded", map(_encoded, names.folded))
    put(
        "others",
        (marshal.dumps(list(names.others[each])) if each in names.others else b"" for each in range(size)),
    )
    for name in TABLES:
        table = getattr(names, name)
        put(f"{name} texts", map(_encoded, table.texts))
        sections[f"{name} numbers"] = array("I", table.numbers)
    by_text("words", _words(corpus))
    by_text(
        "initials",
        {_encoded(key): marshal.dumps(list(each)) for key, each in shared.initials.bearers.items()},
    )
    put("runs", [_encoded(shared.initials.joined())])
    vocabulary = corpus.postings.vocabulary
    for name in ("heads", "lengths", "stems"):
        merged: dict[object, list[str]] = {}
        for words in (vocabulary.shared, vocabulary):
            for key, found in getattr(words, name).items() if words is not None else ():
                merged.setdefault(key, []).extend(found)
        by_text(name, {_encoded(str(key)): marshal.dumps(found) for key, found in merged.items()})
    told = {
        "sizes": sizes,
        "words": len(vocabulary),
        "bearers": names.bearers.bit_count(),
        "spellings": dict(names.spellings),
        "glossary terms": {number: list(terms) for number, terms in names.glossary_terms.items()},
        "of size": {each: _bytes(bits) for each, bits in shared.of_size.items()},
        "past": _bytes(corpus.at_date.past),
    }
    return told, sections


def _words(corpus: Corpus) -> dict[bytes, bytes]:
    """Return the entities of every word at every level."""
    found: dict[bytes, bytes] = {}
    for level in range(LEVELS):
        dense: dict[str, int] = {}
        lists: dict[str, array[int]] = {}
        for postings in (corpus.postings.shared, corpus.postings):
            if postings is not None:
                for word, bits in postings.dense[level].items():
                    dense[word] = dense.get(word, 0) | bits
                for word, numbers in postings.levels[level].items():
                    lists.setdefault(word, array("I")).extend(numbers)
        found.update((key_of(level, word, MANY), _bytes(bits)) for word, bits in dense.items())
        found.update((key_of(level, word, FEW), each.tobytes()) for word, each in lists.items())
        found.update(
            (key_of(level, letters, UNITED), _bytes(bits))
            for letters, bits in _united(lists, dense, len(corpus.names.ids))
        )
    return found


READ_AT_ONCE, _SETS_AT_ONCE = 16, 8
"""Words with the same first letters are united where their lists have more than one entity in so many, or sets are more."""


def _united(
    lists: "Mapping[str, array[int]]", dense: Mapping[str, int], size: int
) -> Iterator[tuple[str, int]]:
    """Yield first letters of many words or entities, with the set of the entities that have any of these words.

    Args:
        lists: The entities of words that few have.
        dense: Those of words that many have, as sets.
        size: The number of entities.
    """
    every = sorted({*lists, *dense})
    waiting = [(every, 1)]
    while waiting:
        words, length = waiting.pop()
        for letters, group in groupby(words, itemgetter(slice(length))):
            some = list(group)
            few = [lists[each] for each in some if each in lists]
            sets = [dense[each] for each in some if each in dense]
            if len(some) > 1 and (len(sets) > _SETS_AT_ONCE or sum(map(len, few)) * READ_AT_ONCE > size):
                yield letters, reduce(or_, sets, bits_of(few, size))
                waiting.append(([each for each in some if len(each) > length], length + 1))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
