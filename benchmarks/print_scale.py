"""Compare printing a model of 100,000 entities as text with GNU `tree` on a file for each row.

The model is made up by `generator.py`, with posts, people, seats, dates, plans and disagreements as real ones
have them; the files have the names of its rows and the same depth. It is loaded in a process of its own;
loading is not counted, making the view and writing it are. The view and its words are in the cache, as for a
reader who prints a second time; the cost of making both again, as after a change of the model, is printed as
well. The memory is the peak while the view is made and written, compared with the memory of the loaded model;
the memory of Python with its imported modules is subtracted from both. Exit status 1 when a figure is higher
than promised.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generator import write_model
from tiers.model import load
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS

ENTITIES = 100_000
ROUNDS = 5
TIME = 0.5
MEMORY = 3.0


def write_files(root: Path, model: Path) -> None:
    """Write a file for each row of the view, and a directory for each row that has rows below it."""
    forest = forest_of(load(model), VIEWS["tiers"])
    paths: dict[int, str] = {-1: str(root)}
    for row, parent in enumerate(forest.parents):
        path = f"{paths[parent]}/{forest.names[row].replace('/', '-')} {row}"
        if forest.ends[row] > row + 1:
            Path(path).mkdir()
            paths[row] = path
        else:
            Path(path).touch()


CHILD = """
import gc, sys, time
gc.disable()
from tiers.model import load
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS
from tiers.tui.cli.output import write
from tiers.tui.printing import Subtree, written
import tiers.model.cache.views, tiers.model.views.tiers, tiers.tui.printing.tree.kept_words, tiers.tui.printing.tree.text

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
forest = forest_of(graph, VIEWS["tiers"])
had = time.process_time()
write(written(Subtree(graph, forest, view=forest), "text"))
done = time.process_time()
most = memory("VmHWM:") - bare
fresh = graph.as_of(None)
begun = time.process_time()
forest = VIEWS["tiers"].make(fresh)
for _ in Subtree(fresh, forest).entries():
    pass
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
    """Return the figures of printing a model.

    Returns:
        The number of rows; the CPU time of making the view, of writing it, and of both without the cache; the
        memory of the loaded model, and the peak.
    """
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(model)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
    )
    return [float(word) for word in done.stderr.split()]


def main() -> int:
    """Measure, print the ratios, and return 0 if they are as promised, else 1."""
    if shutil.which("tree") is None:
        print("GNU `tree` is not installed: nothing to compare with")
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = scratch
        files, model = Path(scratch) / "files", Path(scratch) / "model"
        files.mkdir()
        model.mkdir()
        write_model(model, ENTITIES)
        write_files(files, model)
        tree(files)
        printed(model)  # and so all is in the cache
        rounds = [(tree(files), *printed(model)) for _ in range(ROUNDS)]
    walked, rows, view, writing, anew, loaded, most = (
        statistics.median(column) for column in zip(*rounds, strict=True)
    )
    ratio, share = (view + writing) / walked, most / loaded
    print(f"tree, {rows:,.0f} files      {walked:7.3f} s CPU")
    print(f"printing as many rows    {view + writing:7.3f} s CPU   (view {view:.3f}, writing {writing:.3f})")
    print(f"ratio                    {ratio:7.2f}         (promised: at most {TIME})")
    print(f"laid out and told anew   {anew:7.3f} s CPU   (once for each change of the model)")
    print(f"the loaded model         {loaded / 1024:7.1f} MiB")
    print(f"the most while printing  {most / 1024:7.1f} MiB")
    print(f"ratio                    {share:7.2f}         (promised: at most {MEMORY})")
    return 0 if ratio <= TIME and share <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
