"""Other programs on the same rows and names: GNU tree, rich.tree, fzf, and explorers of a terminal, where they are installed."""

import csv
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tiers.model import Graph, load
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS, Forest

from .generator import write_model
from .in_use import prepare
from .opening import COMMAND
from .print_scale import write_files
from .rows import Row, compared, cost, first_frames

ENTITIES = 10_000
_RICH = """
import sys
from rich.console import Console
from rich.tree import Tree
nodes = {-1: Tree("all")}
for row, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    parent, _, name = line.rstrip("\\n").partition(" ")
    nodes[row] = nodes[int(parent)].add(name)
Console(file=sys.stdout, width=200).print(nodes[-1])
"""

EXPLORERS: Mapping[str, str] = {"vd": "names.csv", "ranger": "files", "toolong": "", "posting": ""}
"""Programs that show something in a terminal, each with what it is given; none where there is nothing that it would show."""


def peer_rows(rounds: int) -> Iterator[Row]:
    """Yield the lines of the other programs, each beside what tiers takes for the same."""
    with tempfile.TemporaryDirectory() as scratch:
        home, cache = Path(scratch), str(Path(scratch, "cache"))
        model = ["--model", str(home / "model")]
        write_model(home / "model", ENTITIES)
        prepare(model, cache)
        os.environ["XDG_CACHE_HOME"] = cache
        graph = load(home / "model")
        forest = forest_of(graph, VIEWS["tiers"])
        (home / "files").mkdir()
        write_files(home / "files", home / "model")
        _write_names(home, graph, forest)
        tiers = [*COMMAND, *model]
        size = f"of {len(forest):,} rows"
        whole = [*tiers, "print"]
        if shutil.which("tree"):
            yield compared(
                (f"`tiers print` {size}", "GNU tree of as many files"),
                (whole, ["tree", str(home / "files")]),
                None,
                cache,
                rounds,
            )
        rich = [sys.executable, "-I", "-c", _RICH, str(home / "rows.txt")]
        yield compared((f"`tiers print` {size}", "rich.tree"), (whole, rich), None, cache, rounds)
        if shutil.which("fzf"):
            names = str(home / "names.csv")
            found = [
                (
                    cost([*tiers, "search", "frailty"], cache),
                    cost(["fzf", "--filter", "frailty"], cache, names),
                )
                for _ in range(rounds)
            ]
            (one, _), (other, _) = sorted(found)[len(found) // 2]
            yield Row(
                "`tiers search frailty`",
                "fzf --filter over the names",
                f"{one:,.0f} / {other:,.0f} ms CPU",
                one / other,
            )
        for program, given in EXPLORERS.items():
            if given and shutil.which(program):
                first = min(each.name for each in (home / "files").iterdir())
                text = (first if given == "files" else "England").encode()[:12]
                yield first_frames(
                    ("first frame of tiers", f"of {program}"),
                    (([*tiers], b"England"), ([program, str(home / given)], text)),
                    None,
                    cache,
                    max(1, rounds // 2),
                )


def missing() -> Sequence[str]:
    """Return the programs that are not here to be measured, and those that show nothing of the same."""
    every = {"tree": "files", "fzf": "names", **EXPLORERS}
    return [name for name, given in every.items() if not given or not shutil.which(name)]


def _write_names(home: Path, graph: Graph, forest: Forest) -> None:
    """Write the names of all entities, and the rows of a view with the number of the row above each."""
    with (home / "names.csv").open("w", encoding="utf-8", newline="") as stream:
        written = csv.writer(stream)
        written.writerow(("name", "kind"))
        written.writerows((graph.name(each), graph.kind(each)) for each in graph)
    rows = zip(forest.parents, forest.names, strict=True)
    (home / "rows.txt").write_text("".join(f"{parent} {name}\n" for parent, name in rows), encoding="utf-8")
