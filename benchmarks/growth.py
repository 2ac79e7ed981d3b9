"""Compare what each command costs with what it costs on a model ten times as large: CPU time and memory of the process.

    python benchmarks/growth.py [--flat 5000] [--chain 200] [COMMAND ...]

The models have two shapes: one partnership with 5,000 and 50,000 members, and a chain of 200 and 2,000
bodies, each of which is part of the one before it and accountable to it. The start of Python counts. Where
the output itself grows more than tenfold, the cost per byte of output is compared. Nothing comes from a
cache. Exit status 1 when a ratio is higher than 12, or a command fails.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

LIMIT = 12.0
TIMES = 10
ANSWERED = (0, 1)
"""The exit statuses of a command that ran: it found something, or nothing."""

COMMANDS = {
    "check": "check {model}",
    "check --coverage": "check --coverage {model}",
    "print": "print",
    **{
        f"print {view}": f"print --view {view}"
        for view in ("decisions", "workstreams", "seats", "timeline", "sources", "functions")
    },
    **{
        f"print {form}": f"print --format {form}"
        for form in ("plain", "markdown", "html", "json", "jsonl", "csv", "boxes", "mermaid", "dot", "svg")
    },
    "print NODE": "print top",
    "print --fields": "print --format csv --fields place,summary,topics",
    "print --sources": "print --sources",
    "print --invert": "print last --invert",
    "show": "show top",
    "show json": "show top --format json",
    "show last": "show last",
    "search": "search member",
    "search phrase": "search care --in top",
    "search none": "search zebra",
    "who": "who care",
    "who last": "who last",
    "who --raise": "who --raise care",
    "matters": "matters",
    "gaps": "gaps",
    "gaps NODE": "gaps top",
    "path": "path top last",
    "diff": "diff 2020-01-01 2022-01-01",
    "compare": "compare top last",
    "timeline": "timeline",
    "glossary": "glossary",
    "export popolo": "export popolo",
    "export org": "export org",
    "export graphml": "export graphml",
    "export fhir": "export fhir",
    "export tables": "export tables {out}",
    "print --as-of": "print --as-of 2021-01-01",
}


def flat(size: int) -> Iterator[str]:
    """Yield the text of a model: a partnership with members that are also its parts; every tenth holds a function."""
    yield '[[partnership]]\nid = "top"\nname = "Top"\ntier = "place"\n'
    yield '[[source]]\nid = "paper"\nname = "Paper"\npresented = "2021-06-01"\n'
    yield '[[function]]\nid = "care"\nname = "Care"\n'
    for number in range(size - 1):
        yield f'[[body]]\nid = "m{number}"\nname = "Member {number}"\npart_of = "top"\nmember_of = "top"\n'
        yield 'sources = ["paper"]\n'
        if number % 10 == 0:
            yield f'responsible_for = [{{ to = "care", mode = "delivers" }}]\nstart_date = "20{number % 21 + 1:02}"\n'
    yield '[[body]]\nid = "last"\nname = "Last"\npart_of = "top"\naccountable_to = "m1"\n'


def chain(size: int) -> Iterator[str]:
    """Yield the text of a model with a chain of bodies, each part of the one before it and accountable to it."""
    yield '[[partnership]]\nid = "top"\nname = "Top"\ntier = "place"\n'
    yield '[[source]]\nid = "paper"\nname = "Paper"\npresented = "2021-06-01"\n'
    yield '[[function]]\nid = "care"\nname = "Care"\n'
    above = "top"
    for number in range(size):
        name = "last" if number == size - 1 else f"m{number}"
        yield f'[[body]]\nid = "{name}"\nname = "Member {number}"\npart_of = "{above}"\naccountable_to = "{above}"\n'
        yield 'sources = ["paper"]\n'
        above = name
    yield '[[workstream]]\nid = "strand"\nname = "Strand"\naccountable_to = "last"\nresponsible_for = [{ to = "care", mode = "decides" }]\n'


def cost(command: str, model: Path, out: Path) -> tuple[float, int, int, int]:
    """Return the CPU seconds, peak memory in KiB, bytes of output and exit status of one run of a command."""
    words = command.format(model=model, out=out).split()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "tiers.tui", *words],
            stdout=output,
            stderr=errors,
            env={**os.environ, "TIERS_MODEL": str(model), "TIERS_NO_CACHE": "1"},
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        message = errors.read().decode()
        if process.returncode not in ANSWERED:
            print(command, process.returncode, message[-300:], file=sys.stderr)
        size = output.seek(0, 2) + sum(each.stat().st_size for each in out.rglob("*"))
    return used.ru_utime + used.ru_stime, used.ru_maxrss, size, process.returncode


def main() -> int:
    """Print a line for each command and shape; return 1 if a ratio is higher than promised or a command failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flat", type=int, default=5_000)
    parser.add_argument("--chain", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=300, help="the most CPU seconds of one run")
    parser.add_argument("commands", nargs="*")
    options = parser.parse_args()
    if unknown := [each for each in options.commands if each not in COMMANDS]:
        parser.error(f"no such command here: {', '.join(unknown)}; there are {', '.join(COMMANDS)}")
    resource.setrlimit(resource.RLIMIT_CPU, (options.seconds, options.seconds))
    worst, failed = 0.0, False
    for shape, size in ((flat, options.flat), (chain, options.chain)):
        with tempfile.TemporaryDirectory() as directory:
            models = [Path(directory, f"{shape.__name__}{times}.toml") for times in (1, TIMES)]
            for model, times in zip(models, (1, TIMES), strict=True):
                model.write_text("".join(shape(size * times)), "utf-8")
            for name, command in COMMANDS.items():
                if options.commands and name not in options.commands:
                    continue
                costs = [
                    cost(command, model, Path(directory, f"{number}{name}".replace(" ", "-")))
                    for number, model in enumerate(models)
                ]
                (seconds, memory, written, first_status), (more, most, longer, status) = costs
                failed |= not {first_status, status}.issubset(ANSWERED)
                output = max(1.0, longer / max(1, written) / TIMES)
                ratios = (more / seconds / output, most / memory / output)
                worst = max(worst, *ratios)
                print(
                    f"{shape.__name__:6} {name:20} {seconds:6.2f} s {more:7.2f} s  x{ratios[0]:5.1f}   "
                    f"{memory // 1024:5} MiB {most // 1024:5} MiB  x{ratios[1]:4.1f}  output x{longer / max(1, written):.1f} "
                    f"status {status}" + ("   MORE THAN PROMISED" if max(ratios) > LIMIT else ""),
                    flush=True,
                )
    return failed or worst > LIMIT


if __name__ == "__main__":
    sys.exit(main())
