"""Mutation testing of the rules: `nice python -m tests.mutation [--sample 1000] [--seed 1] [--jobs 2]`.

Of the sample, so many mutants must be killed that the score is 90 % at least, not counting those that are equal to
the code, which `equal.txt` has with a reason each. The exit status is 1 where the score is less. What was killed is kept in
`.mutation`, so that a run that was ended goes on and another tries the survivors only; delete it after a change of the rules.
"""

import argparse
import collections
import os
import sys
import time
from pathlib import Path

from .covering import covering
from .mutants import Mutant, equal, sample
from .running import ENDLESS, KILLED, SURVIVED, UNTESTED, run_anew, run_in_place

LEAST = 90.0
"""The score below which it fails, in per cent."""

PATHS = [
    *map(str, sorted(Path("tests/model").glob("test_*.py"))),
    "tests/model/who",
    *(
        f"tests/model/reading/test_{name}.py"
        for name in ("mistakes", "rules", "limits", "number_range", "values")
    ),
    *(f"tests/printing/test_{name}.py" for name in ("basis", "description", "facts", "labels")),
    "tests/data/test_deciding.py",
]
"""The tests that run in one process and are near the rules."""


def main() -> int:
    """Run the mutants of a sample; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="only mutants with these words in their key")
    parser.add_argument("--kept", type=Path, default=Path(".mutation"), help="where results are kept")
    options = parser.parse_args()
    os.environ["CI"] = "1"
    options.kept.mkdir(exist_ok=True)
    found = covering(PATHS, options.kept / "covering.json", options.jobs)
    same = equal()
    chosen = [each for each in sample(options.sample, options.seed) if options.only in each.key]
    counted = [each for each in chosen if each.key not in same]
    log = options.kept / "results.txt"
    log.touch()
    known = results(log)
    left = [each for each in counted if known.get(each.key) not in {KILLED, ENDLESS}]
    begin = time.monotonic()

    def report(mutant: Mutant, became: str) -> None:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{became}\t{mutant.key}\n")
        if became in {SURVIVED, UNTESTED}:
            print(f"{became}: {mutant.key}", flush=True)  # noqa: T201

    run_in_place([each for each in left if each.function], found, PATHS, options.jobs, report)
    run_anew([each for each in left if not each.function], found, options.jobs, report)
    known = results(log)
    became = collections.Counter(known[each.key] for each in counted)
    killed = became[KILLED] + became[ENDLESS]
    score = 100 * killed / max(1, became.total())
    said = (
        f"seed {options.seed}: {len(chosen):,} mutants, {len(chosen) - len(counted)} equal to the code; of {became.total():,} "
        f"killed {killed:,} ({became[ENDLESS]} by taking too long), survived {became[SURVIVED]}, "
        f"run by no test {became[UNTESTED]}: {score:.1f} % in {time.monotonic() - begin:.0f} s"
    )
    print(said)  # noqa: T201
    return int(score < LEAST)


def results(log: Path) -> dict[str, str]:
    """Return what became of each mutant that was run, the last time that it was."""
    lines = (line.partition("\t") for line in log.read_text("utf-8").splitlines())
    return {key: became for became, _, key in lines}


if __name__ == "__main__":
    sys.exit(main())
