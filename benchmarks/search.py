"""Measure how fast search answers on a large model, and how often it finds the right entity by real names.

    python benchmarks/search.py [entities]

Speed is CPU time compared with one pass of `casefold` and `in` over the names of the same model in the same
run, which is what the simplest search would cost for each letter typed. Quality is measured with the queries
of `tests/model/finding/quality.txt`, and compared with fzf if it is installed. Exit status 1 when a promise
is not kept.
"""

import gc
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.generator import write_model  # noqa: E402 - from the sources
from tests.model.finding import national  # noqa: E402
from tests.model.finding.quality import Expectation, Outcome, expectations, ids_of, outcomes, shares  # noqa: E402
from tiers.model import Graph, load  # noqa: E402
from tiers.model.finding.index import Index  # noqa: E402
from tiers.model.finding.ranking.hits import Hit  # noqa: E402

MEDIAN, SLOWEST = 1.0, 3.0
"""The passes that a keystroke may cost: at the median, and at the 99th percentile."""

NAMES_SHARE = 0.25
"""The share of the loading time in which names are indexed at the latest."""

SLICE = 0.005
"""The most seconds that a slice of the work in idle moments takes."""

FIRST, THREE = 0.95, 0.99
SHOWN = 20
"""The number of hits, with their reasons, that each letter asks for."""


def milliseconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return 1000 * (process_time() - start)


def simplest(labels: Sequence[str], word: str) -> list[str]:
    """Return the names that the simplest search finds."""
    return [each for each in labels if word in each.casefold()]


def shown(index: Index, query: str) -> list[Hit]:
    """Return the hits that a screen shows for a query."""
    return index.matches(query).best(SHOWN)


def typed_queries(graph: Graph, seed: int = 3) -> list[str]:
    """Return queries as people type them: names, parts of names, mistyped names, and words in another order."""
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated
    names = sorted({graph.name(each) for each in graph})
    queries = [
        "frailty mode",
        "phm inequality",
        "who is on the health and wellbeing board",
        "nieghbourhood teams",
    ]
    for number in range(60):
        words = chance.choice(names).lower().split()[:4]
        if number % 4 == 1:
            word = chance.randrange(len(words))
            at = chance.randrange(len(words[word]))
            words[word] = words[word][:at] + words[word][at + 1 :]
        if number % 4 == 2:
            words.reverse()
        queries.append(" ".join(words))
    return queries


def indexed(index: Index) -> tuple[list[float], float]:
    """Index the model in slices.

    Returns:
        The milliseconds of each slice, and the milliseconds after which all names were indexed.
    """
    slices: list[float] = []
    naming = 0.0
    left = True
    gc.disable()  # as the explorer freezes objects that live on
    while left:
        start = process_time()
        left = index.work(SLICE)
        slices.append(1000 * (process_time() - start))
        if index.named and not naming:
            naming = sum(slices)
    gc.freeze()
    gc.enable()
    return slices, naming


def speed(entities: int) -> bool:
    """Measure a made-up model with a number of entities; return whether search is as fast as promised."""
    with tempfile.TemporaryDirectory() as directory:
        write_model(Path(directory), entities)
        os.environ["XDG_CACHE_HOME"] = f"{directory}/cache"  # so that loading is loading
        start = process_time()
        graph = load(directory)
        loading = 1000 * (process_time() - start)
    gc.collect()
    gc.freeze()
    index = Index(graph)
    slices, naming = indexed(index)
    other = indexed(Index(graph.as_of("2022-02-22")))
    labels = [graph.name(each) for each in graph]
    words = ("frailty", "board", "h", "care of the", "zzzz")
    passes = [milliseconds(partial(simplest, labels, word)) for word in words * 5]
    one = statistics.median(passes)
    letters = [query[:end] for query in typed_queries(graph) for end in range(1, len(query) + 1)]
    keys = sorted(milliseconds(partial(shown, index, text)) for text in letters)
    median, slowest = keys[len(keys) // 2], keys[len(keys) * 99 // 100]
    slices.sort()
    print(f"{entities:,} entities, {len(letters):,} letters typed")
    print(f"one pass of casefold and in    {one:8.2f} ms CPU")
    print(
        f"a letter, median               {median:8.2f} ms   {median / one:5.2f} passes  (promised: {MEDIAN:.0f})"
    )
    print(
        f"a letter, 99th percentile      {slowest:8.2f} ms   {slowest / one:5.2f} passes  (promised: {SLOWEST:.0f})"
    )
    print(f"loading                        {loading:8.0f} ms")
    print(
        f"indexing names                 {naming:8.0f} ms   {naming / loading:5.2f} of it   (promised: {NAMES_SHARE})"
    )
    print(f"indexing all in slices         {sum(slices):8.0f} ms   {len(slices)} slices")
    print(f"names at another date          {other[1]:8.0f} ms")
    print(f"all at another date            {sum(other[0]):8.0f} ms   {len(other[0])} slices")
    print(
        f"a slice, 99th percentile       {slices[len(slices) * 99 // 100]:8.2f} ms   (promised: {1000 * SLICE:.0f})"
    )
    print(f"a slice, longest               {slices[-1]:8.2f} ms")
    return median <= MEDIAN * one and slowest <= SLOWEST * one and naming <= NAMES_SHARE * loading


def fzf(names: Sequence[tuple[str, str]], query: str) -> list[str]:
    """Return the first three entities whose name fzf finds for a query."""
    done = subprocess.run(
        ["fzf", "--filter", query, "--delimiter", "\t", "--nth", "2"],
        input="\n".join("\t".join(each) for each in names),
        capture_output=True,
        text=True,
        check=False,
    )
    return [line.partition("\t")[0] for line in done.stdout.splitlines()[:3]]


def said(name: str, made: Sequence[Outcome]) -> bool:
    first, three = shares(made)
    print(f"{name:30} first {first:6.1%}   in the first three {three:6.1%}   of {len(made)} queries")
    return first >= FIRST and three >= THREE


def quality() -> bool:
    """Measure how often the right entity is found; return whether that is as often as promised."""
    expected = expectations()
    graphs: dict[str, tuple[Graph, list[Expectation]]] = {
        "the bundled model": (load(), [each for each in expected if not each.national])
    }
    if not national.missing():
        graphs["the national names"] = (
            national.national_graph(),
            [each for each in expected if each.national],
        )
    else:
        print(f"the national names are not at {national.DIRECTORY}")
    kept = True
    for name, (graph, asked) in graphs.items():
        kept &= said(f"tiers, {name}", list(outcomes(ids_of(Index(graph)), asked)))
        if shutil.which("fzf"):
            names = [(each, graph.name(each)) for each in graph]
            said(f"fzf, {name}", list(outcomes(partial(fzf, names), asked)))
    if not shutil.which("fzf"):
        print("fzf is not installed")
    return kept


def main() -> int:
    """Measure quality, then speed."""
    entities = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    return 0 if quality() & speed(entities) else 1


if __name__ == "__main__":
    sys.exit(main())
