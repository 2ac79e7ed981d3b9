"""The cached search index: what it finds is what an index built anew finds, and nothing wrong with it is ever seen."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Write
from tests.model.shapes import graph, parts
from tiers.model import Entity, Graph, Relation, load
from tiers.model.cache.index import writing as index_writing
from tiers.model.cache.index.sections import IndexFile
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.finding.corpus import Corpus
from tiers.model.finding.index import Index
from tiers.model.finding.words.texts import LEVELS

_QUERIES = (
    "frailty", "fraility", "harrow board", "ICP", "H&F", "hce", "who decides about frailty", '"executive board"', "-board harrow",
    "kind:body executive", "in:harrow carers", "nhs north west london", "NWL", "E84", "a", "care in", "unknownword frailty", "elderly",
    "status:planned", "joined up", "workstreams", "joint management", "tier:place", "source:003", "rowan", "2022", "kids", "zzz",
)  # fmt: skip


def found(index: Index, query: str) -> object:
    """Return all that an index says of a query."""
    matches = index.matches(query)
    hits = matches.best(30)
    return (
        [(each.id, each.score, each.matched) for each in hits],
        len(matches),
        matches.unknown,
        index.inside(query),
        index.nearest(query),
        index.respelt(query),
        index.apart(query),
    )


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Graph]:
    """Count how often an index is begun."""
    counted: list[Graph] = []
    begin = Corpus.of

    def _counted(one: Graph) -> Corpus:
        counted.append(one)
        return begin(one)

    monkeypatch.setattr(Corpus, "of", _counted)
    return counted


def test_the_index_of_the_bundled_model_comes_back(home: Path, builds: list[Graph]) -> None:
    """It is built once, and the second time every query finds the same, for the same reasons."""
    load()
    first = Index(load())
    expected = [found(first, query) for query in _QUERIES]
    assert len(builds) == 1
    second = Index(load())
    assert [found(second, query) for query in _QUERIES] == expected
    assert (second.whole, second.named, second.work(0.1)) == (True, True, False)
    assert len(builds) == 1
    assert len(list(home.glob("*.index"))) == 1


_WORDS = st.lists(
    st.sampled_from(
        ["ann", "bo", "e0", "e1", "e2", "board", "place", "boards", "nn", "b", "a", "place-board"]
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=40)
@given(parts(), st.lists(_WORDS, min_size=1, max_size=4))
def test_any_index_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: tuple[list[Entity], list[Relation]],
    queries: list[list[str]],
) -> None:
    """Of any model, whatever is asked."""
    one = graph(*drawn)
    note_entry(one, CacheEntry(str(tmp_path_factory.mktemp("index") / "model"), b"token"))
    built, kept = Index(one), Index(one)
    built.search("a")
    for words in queries:
        assert found(kept, " ".join(words)) == found(built, " ".join(words))
    assert kept._corpus is not built._corpus


@settings(max_examples=40)
@given(
    parts(),
    st.sampled_from([0, 1, 16, 1_000]),
    st.sampled_from("abenop"),
    st.sampled_from(["", "o", "nn", "0"]),
)
def test_the_words_that_begin_with_some_letters_have_the_same_entities(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: tuple[list[Entity], list[Relation]],
    share: int,
    letter: str,
    more: str,
) -> None:
    """Whether they are read one after the other or all together: of the index just built, word by word."""
    one = graph(*drawn)
    note_entry(one, CacheEntry(str(tmp_path_factory.mktemp("index") / "model"), b"token"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_writing, "READ_AT_ONCE", share)
        Index(one).search("a")
    built, kept = Corpus.of(one), Index(one)._begun()
    built.work()
    for level in range(LEVELS):
        for letters in (letter, letter + more, letter + more + letter):
            assert kept.postings.beginning(level, letters) == built.postings.beginning(level, letters)


def test_a_letter_reads_as_little_in_a_large_model(
    home: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of three times as many entities with three times as many words a letter reads no more parts of the index."""
    read: list[str] = []
    for name in ("part", "parts", "joined"):
        look = getattr(IndexFile, name)
        monkeypatch.setattr(IndexFile, name, partialmethod(_counted, look, read))
    counts = []
    for size in (200, 600):
        model = "".join(
            f'[[body]]\nid = "b{number}"\nname = "Sight{number} Board"\ntopics = ["scan{number}"]\n'
            for number in range(size)
        )
        directory = write(model)
        Index(load(directory)).search("board")
        index = Index(load(directory))
        read.clear()
        assert len(index.matches("s")) == size
        counts.append(read.count("words values"))
    assert counts[1] <= counts[0] <= 2 * LEVELS
    assert list(home.glob("*.index"))


def _counted(
    source: IndexFile, look: Callable[..., object], read: list[str], section: str, *at: int
) -> object:
    read.append(section)
    return look(source, section, *at)


def test_damage_of_an_index_changes_no_answer(home: Path, write: Write) -> None:
    """Wherever a byte is another, the query finds the same."""
    directory = write(
        '[[body]]\nid = "board"\nname = "Frailty Board"\nother_names = [{ name = "FB", use = "acronym" }]\n'
        '[[person]]\nid = "ann"\nname = "Ann Fenn"\nmember_of = "board"\n'
    )
    load(directory)
    expected = list(_answers(load(directory)))
    (kept,) = home.glob("*.index")
    whole = kept.read_bytes()
    chance = random.Random(2)  # noqa: S311 - chance that can be repeated
    for _ in range(80):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        kept.write_bytes(damaged)
        assert list(_answers(load(directory))) == expected


def _answers(model: Graph) -> Iterator[object]:
    index = Index(model)
    return (found(index, query) for query in ("fb", "fraility", "ann board", "a", "nn", "board"))


def test_at_a_date_the_index_is_built(home: Path, builds: list[Graph]) -> None:
    """That of the last known state is for no other day."""
    load()
    model = load()
    Index(model).search("board")
    dated = model.as_of("2021-06-30")
    assert [each.id for each in Index(dated).search("board", 3)]
    assert [each.at for each in builds] == [None, dated.at]


_SUM = """
from binascii import crc32
from tiers.model import load
from tiers.model.cache.index.writing import sections_of
from tiers.model.finding.corpus import Corpus
corpus = Corpus.of(load())
corpus.work()
_, sections = sections_of(corpus)
print({name: crc32(memoryview(each).cast("B")) for name, each in sections.items()})
"""


def test_the_same_model_has_the_same_index() -> None:
    """Byte for byte, in whatever order Python has the words of a set."""
    found = {
        subprocess.run(
            [sys.executable, "-c", _SUM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
