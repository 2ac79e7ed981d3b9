"""What a save of one file of a large model costs beside reading all of them: in the explorer, and for the next command.

    python benchmarks/one_save.py [entities] [rounds]

A full read is the same with the cache turned off, so that all files are parsed. Both are run in turn; the medians of their
CPU time are compared. Exit status 1 when the ratio of the model is above what is promised.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.generator import write_model  # noqa: E402 - from the sources
from benchmarks.opening import COMMAND  # noqa: E402 - as above
from benchmarks.rows import Row, cost  # noqa: E402 - as above

ENTITIES = 100_000
ROUNDS = 3
PROMISED = 0.3
FULL = "a full read"
_Found = TypeVar("_Found")


def save(folder: Path) -> None:
    """Write a name otherwise in the file in the middle of a model."""
    files = sorted(folder.glob("*.toml"))
    path = files[len(files) // 2]
    text, old, new = path.read_text(encoding="utf-8"), ' Council"', ' Kouncil"'
    if old not in text:
        old, new = new, old
    path.write_text(text.replace(old, new, 3), encoding="utf-8")


def _used() -> float:
    """Return the CPU seconds of this process and of those that it started and that have ended, as the one that parses files."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


def in_explorer(folder: Path) -> dict[str, float]:
    """Return the CPU milliseconds of the model that a save makes, of what it changed, and of the rows of the view."""
    from tiers.model import load  # noqa: PLC0415 - only the process that is measured
    from tiers.model.views import VIEWS  # noqa: PLC0415 - as above
    from tiers.tui.exploring.exploration import Exploration  # noqa: PLC0415 - as above
    from tiers.tui.exploring.live.changes import changes_between  # noqa: PLC0415 - as above
    from tiers.tui.exploring.live.reloader import Reloader  # noqa: PLC0415 - as above
    from tiers.tui.exploring.search.meaning import QueryMeanings  # noqa: PLC0415 - as above

    costs: dict[str, float] = {}

    def timed(what: str, call: Callable[[], _Found]) -> _Found:
        begun = _used()
        found = call()
        costs[what] = 1000 * (_used() - begun)
        return found

    model = load(folder)
    exploration = Exploration(model, VIEWS, QueryMeanings(model), "tiers")
    assert exploration.walk.outline.shown
    reloader = Reloader([str(folder)], 2**63)
    reloader.look()
    save(folder)
    news = timed("model", lambda: next(filter(None, iter(reloader.look, 0))))
    assert news.model is not None
    new = news.model
    assert timed("changes", lambda: changes_between(model, new).words)
    timed("view", lambda: exploration.renew(new))
    return costs


def _measured(folder: Path, home: str) -> Mapping[str, float]:
    kept = {"XDG_CACHE_HOME": home} if home else {"TIERS_NO_CACHE": "1"}
    command = [sys.executable, __file__, "--of", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **kept})
    found: Mapping[str, float] = json.loads(done.stdout)
    return found


def save_rows(folder: Path, home: str, rounds: int) -> list[Row]:
    """Return the lines of a save of one file of a model that is kept."""
    show = [*COMMAND, "--model", str(folder), "show", "england-2"]
    cost([*show[:-2], "print", "--depth", "1"], home)
    pairs = [(_measured(folder, home), _measured(folder, "")) for _ in range(rounds)]

    def row(what: str, kinds: tuple[str, ...]) -> Row:
        one, other = (
            statistics.median(sum(map(each.__getitem__, kinds)) for each in column)
            for column in zip(*pairs, strict=True)
        )
        return Row(what, FULL, f"{one:,.0f} / {other:,.0f} ms CPU", one / other, PROMISED)

    shown: list[tuple[float, float]] = []
    for _ in range(rounds):
        save(folder)
        shown.append((cost(show, home)[0], cost(show)[0]))
    one, other = (statistics.median(column) for column in zip(*shown, strict=True))
    measured = f"{one:,.0f} / {other:,.0f} ms CPU"
    return [
        row("one file saved: the model in the explorer, and what changed", ("model", "changes")),
        row("one file saved: the same with the rows of the view", ("model", "changes", "view")),
        Row("one file saved: `tiers show england-2`", FULL, measured, one / other, PROMISED),
    ]


def main(entities: int = ENTITIES, rounds: int = ROUNDS) -> int:
    """Measure, say the ratios, and return 0 if that of the model is as promised, else 1."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "model")
        write_model(folder, entities)
        rows = save_rows(folder, home, rounds)
    for each in rows:
        print(f"{each.what:62} {each.measured:24} {each.ratio:.2f}")
    print(f"of {entities:,} entities; promised: at most {PROMISED}")
    return 0 if rows[0].ratio <= PROMISED else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--of"]:
        print(json.dumps(in_explorer(Path(sys.argv[2]))))
    else:
        sys.exit(main(*map(int, sys.argv[1:])))
