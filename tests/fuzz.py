"""Try what reads strangers' input on inputs made at random: `nice python -m tests.fuzz SECONDS [TARGET …] [--seed N]`.

What fails, or takes longer than twenty seconds, is kept in `tests/corpus/TARGET/found-…`; mend the fault, write what
the input must give with `python -m tests.fuzzing.answers`, and read it. The exit status is 1 where something failed.
"""

import argparse
import collections
import hashlib
import os
import random
import signal
import sys
import time
import traceback
from pathlib import Path

from tests.fuzzing.targets import CORPUS, TARGETS

PATIENCE = 20
"""Seconds that one input may take."""

MOST = 20
"""After so many failures of a target it is tried no more."""


def too_long(*_: object) -> None:
    """End an input that takes too long."""
    raise TimeoutError


def main() -> int:
    """Try the targets in turn for some seconds; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; default: all")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    os.environ["COLUMNS"] = "100"
    signal.signal(signal.SIGALRM, too_long)
    chance = random.Random(options.seed)  # noqa: S311 - no secret
    names = options.targets or list(TARGETS)
    count: collections.Counter[str] = collections.Counter()
    failed: collections.Counter[str] = collections.Counter()
    sorts: set[str] = set()
    end = time.monotonic() + options.seconds
    while time.monotonic() < end and names:
        for name in list(names):
            turn = min(end, time.monotonic() + 1)
            while time.monotonic() < turn and name in names:
                count[name] += 1
                sort = tried(name, TARGETS[name].draw(chance), sorts)
                failed[name] += bool(sort)
                sorts.add(sort)
                if failed[name] == MOST:
                    names.remove(name)
    said = ", ".join(f"{name} {count[name]:,}" for name in TARGETS if count[name])
    print(f"seed {options.seed}: {count.total():,} executions ({said}), {failed.total():,} failed")  # noqa: T201
    return 1 if failed.total() else 0


def tried(name: str, data: bytes, known: set[str]) -> str:
    """Try an input; where it fails, keep the first of its sort, and return the sort: where the error came from."""
    signal.alarm(PATIENCE)
    try:
        TARGETS[name].run(data)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is a fault
        signal.alarm(0)
        last = traceback.extract_tb(error.__traceback__)[-1]
        sort = f"{name}: {type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        if sort not in known:
            path = CORPUS / TARGETS[name].folder / f"found-{hashlib.sha256(data).hexdigest()[:12]}"
            path.write_bytes(data)
            print(f"{sort}\n  {str(error)[:300]}\n  kept as {path}", file=sys.stderr)  # noqa: T201
        return sort
    finally:
        signal.alarm(0)
    return ""


if __name__ == "__main__":
    sys.exit(main())
