"""Turns a complete search index into the sections that `file` reads."""

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from operator import add, itemgetter, or_
from typing import Any, TypeVar

from ...finding.corpus import Corpus
from ...finding.words.bits import bits_of
from ...finding.words.texts import LEVELS
from ..compiled.making import ENCODING
from ..compiled.numbers import encoded, joined, joined_texts
from ..disk.store import SAME_BYTES
from .file import TABLES
from .words import FEW, MANY, UNITED, key_of

_Found = TypeVar("_Found")


def sections_of(corpus: Corpus) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values for the head of the file, and the sections, which are checked a page at a time.

    The positions of entities in the model, by which the index was made, are their numbers in the compiled model.
    """
    names, shared = corpus.names, corpus.shared
    sections: dict[str, Any] = {
        "ranks": shared.reading.order,
        "rank of": shared.reading.ranks,
        "names": array("I", names.names.numbers),
    }
    sizes: dict[str, int] = {}

    def put(section: str, parts: Iterable[bytes]) -> None:
        sections[section], ends = joined(parts)
        sections[f"{section} ends"] = ends
        sizes[section] = len(ends) - 1

    def by_text(section: str, values: Mapping[bytes, bytes]) -> None:
        order = sorted(values)
        put(section, order)
        put(f"{section} values", map(values.__getitem__, order))

    def put_texts(section: str, texts: Sequence[str]) -> None:
        sections[section], sections[f"{section} ends"] = joined_texts(texts)
        sizes[section] = len(texts)

    put_texts("shown", names.shown)
    put_texts("folded", names.folded)
    others = [b""] * len(names.ids)
    for number, texts in names.others.items():
        others[number] = marshal.dumps(list(texts), SAME_BYTES)
    put("others", others)
    for name in TABLES:
        table = getattr(names, name)
        put_texts(f"{name} texts", table.texts)
        sections[f"{name} numbers"] = array("I", table.numbers)
    by_text("words", _words(corpus))
    by_text(
        "initials",
        {key.encode(*ENCODING): marshal.dumps(each) for key, each in shared.initials.bearers.items()},
    )
    put("runs", encoded([shared.initials.joined()]))
    vocabulary = corpus.postings.vocabulary
    for name in ("heads", "lengths", "stems"):
        merged: dict[object, set[str]] = {}
        for each in (vocabulary.shared, vocabulary):
            for key, found in getattr(each, name).items() if each is not None else ():
                merged.setdefault(key, set()).update(found)
        by_text(
            name, {str(key).encode(*ENCODING): marshal.dumps(sorted(found)) for key, found in merged.items()}
        )
        words = sum(map(len, merged.values()))  # each has one beginning, one length and one stem
    head = {
        "sizes": sizes,
        "words": words,
        "bearers": names.bearers.bit_count(),
        "spellings": dict(names.spellings),
        "glossary terms": {number: list(terms) for number, terms in names.glossary_terms.items()},
        "of size": {each: _bytes(bits) for each, bits in shared.of_size.items()},
        "past": _bytes(corpus.at_date.past),
    }
    return head, sections


def _words(corpus: Corpus) -> dict[bytes, bytes]:
    """Return the entities of every word at every level."""
    found: dict[bytes, bytes] = {}
    for level in range(LEVELS):
        both = [each for each in (corpus.postings.shared, corpus.postings) if each is not None]
        dense = _merged([each.dense[level] for each in both], or_)
        lists = _merged([each.levels[level] for each in both], add)
        found.update((key_of(level, word, MANY), _bytes(bits)) for word, bits in dense.items())
        found.update((key_of(level, word, FEW), each.tobytes()) for word, each in lists.items())
        found.update(
            (key_of(level, letters, UNITED), _bytes(bits))
            for letters, bits in _united(sorted({*lists, *dense}), 1, lists, dense, len(corpus.names.ids))
        )
    return found


def _merged(
    levels: Sequence[Mapping[str, _Found]], join: Callable[[_Found, _Found], _Found]
) -> Mapping[str, _Found]:
    """Merge what several parts of an index store for each word; usually one part has every word already."""
    first, *further = sorted(levels, key=len, reverse=True)
    if not any(further):
        return first
    found = dict(first)
    for level in further:
        for word, each in level.items():
            found[word] = join(found[word], each) if word in found else each
    return found


READ_AT_ONCE, _SETS_AT_ONCE = 16, 8
"""Words with the same first letters are united where their lists have more than one entity in so many, or sets are more."""


def _united(
    words: Sequence[str], length: int, lists: "Mapping[str, array[int]]", dense: Mapping[str, int], size: int
) -> Iterator[tuple[str, int]]:
    """Yield first letters of many words or entities, with the set of the entities that have any of these words.

    Args:
        words: The words, sorted.
        length: The number of letters from which words are united.
        lists: The entities of words that few have.
        dense: Those of words that many have, as sets.
        size: The number of entities.
    """
    for letters, group in groupby(words, itemgetter(slice(length))):
        some = list(group)
        few = [each for each in some if each in lists]
        sets = [each for each in some if each in dense]
        entities = sum([len(lists[each]) for each in few])
        if len(some) > 1 and (len(sets) > _SETS_AT_ONCE or entities * READ_AT_ONCE > size):
            longer = [each for each in some if len(each) > length]
            inside = dict(_united(longer, length + 1, lists, dense, size))
            # words with one more letter in common have a set already, which is not made from their lists again
            rest = [lists[each] for each in few if each[: length + 1] not in inside]
            every = [bits for more, bits in inside.items() if len(more) == length + 1]
            yield letters, reduce(or_, [*every, *(dense[each] for each in sets)], bits_of(rest, size))
            yield from inside.items()


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
