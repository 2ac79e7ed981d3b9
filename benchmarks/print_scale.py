"""What it costs to print 100,000 nodes as text, beside GNU `tree` on as many files of the same names and depth.

The model is written as TOML and loaded in a process of its own; loading is not counted, the view and writing it
are. The view is in the cache as the model is, for whoever prints a second time; what laying it out anew costs the
first time is told beside it. The memory is the most that the process has while it gets the view and writes it,
against what it has once the model is loaded, each less what Python has with the modules imported. Exit status 1
when more is used than is promised.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

NODES = 100_000
TOP = 300
BELOW = 10
ROUNDS = 5
TIME = 0.5
MEMORY = 3.0


def parents() -> Iterator[int]:
    """Yield the number of what each node is below; -1 for those at the top."""
    yield from (-1 for _ in range(TOP))
    yield from ((number - TOP) // BELOW for number in range(TOP, NODES))


def name(number: int) -> str:
    """Return the name of a node."""
    return f"Body number {number} of the partnership"


def write_files(root: Path) -> None:
    """Write a file for each node, a directory for those that have others below them."""
    paths: dict[int, str] = {-1: str(root)}
    last = (NODES - 1 - TOP) // BELOW
    for number, parent in enumerate(parents()):
        path = f"{paths[parent]}/{name(number)}"
        if number <= last:
            Path(path).mkdir()
            paths[number] = path
        else:
            Path(path).touch()


def write_model(path: Path) -> None:
    """Write a body for each node."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write('[[source]]\nid = "s"\nname = "S"\npresented = "2022-02-22"\n')
        stream.write('[[organisation]]\nid = "b-1"\nname = "All"\ntier = "place"\nsources = ["s"]\n')
        for number, parent in enumerate(parents()):
            stream.write(
                f'[[body]]\nid = "b{number}"\nname = "{name(number)}"\npart_of = "b{parent}"\nsources = ["s"]\n'
            )


CHILD = """
import gc, os, sys, time
gc.disable()
from tiers.model import load
from tiers.model.views import VIEWS
from tiers.tui.cli.output import write
from tiers.tui.printing import Subtree, written
import tiers.model.cache.views, tiers.model.views.tiers, tiers.tui.printing.text

def memory(key):
    with open("/proc/self/status") as stream:
        return next(int(line.split()[1]) for line in stream if line.startswith(key))

bare = memory("VmRSS:")
graph = load(sys.argv[1])
gc.collect()
loaded = memory("VmRSS:") - bare
with open("/proc/self/clear_refs", "w") as stream:
    stream.write("5")  # the most memory is counted from here
start = time.process_time()
forest = VIEWS["tiers"].of(graph)
had = time.process_time()
write(written(Subtree(graph, forest), "text"))
done = time.process_time()
most = memory("VmHWM:") - bare
fresh = graph.as_of(None)
begun = time.process_time()
VIEWS["tiers"].make(fresh)
anew = time.process_time() - begun
print(len(forest), had - start, done - had, anew, loaded, most, file=sys.stderr)
"""


def tree(root: Path) -> float:
    """Return the CPU time of GNU `tree`, in seconds."""
    process = subprocess.Popen(["tree", str(root)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime


def printed(model: Path) -> list[float]:
    """Return rows, CPU time of the view, of writing it and of laying it out anew, memory of the model, the most."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(model)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
    )
    return [float(word) for word in done.stderr.split()]


def main() -> int:
    """Measure, say the ratios, and return whether they are as promised."""
    if shutil.which("tree") is None:
        print("GNU `tree` is not installed: nothing to compare with")
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        files, model = Path(scratch) / "files", Path(scratch) / "model.toml"
        files.mkdir()
        write_files(files)
        write_model(model)
        os.environ["XDG_CACHE_HOME"] = scratch
        tree(files)
        printed(model)  # and so it is in the cache
        rounds = [(tree(files), *printed(model)) for _ in range(ROUNDS)]
    walked, rows, view, writing, anew, loaded, most = (
        statistics.median(column) for column in zip(*rounds, strict=True)
    )
    ratio, share = (view + writing) / walked, most / loaded
    print(f"tree, {NODES:,} files      {walked:7.3f} s CPU")
    print(
        f"printing {rows:,.0f} rows  {view + writing:7.3f} s CPU   (view {view:.3f}, writing {writing:.3f})"
    )
    print(f"ratio                    {ratio:7.2f}         (promised: at most {TIME})")
    print(f"a view laid out anew     {anew:7.3f} s CPU   (once for each change of the model)")
    print(f"the loaded model         {loaded / 1024:7.1f} MiB")
    print(f"the most while printing  {most / 1024:7.1f} MiB")
    print(f"ratio                    {share:7.2f}         (promised: at most {MEMORY})")
    return 0 if ratio <= TIME and share <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
