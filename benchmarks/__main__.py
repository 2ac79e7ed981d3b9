"""Measure the costs of tiers as ratios, and write them as a table into `RESULTS.md`.

    python -m benchmarks [--parts bundled national peers] [--entities 10000 100000] [--rounds 5] [--output FILE]

Everything is a ratio of two processes that are run in turn, so that what else the machine does weighs on both alike; of
each the median of the rounds is taken, after a first run that is not counted. A model that is kept was read before;
one that is cold is read from its files, with the cache turned off.

A run replaces the sections that it measures, and leaves those of other parts and sizes as they are: a large model can be
measured by itself, when nothing else is running. Each section says how busy the machine was.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from .peers import ENTITIES as OF_PEERS
from .peers import missing, peer_rows
from .rows import Row, say
from .sections import bundled_rows, large_rows, national_rows

HERE = Path(__file__).parent
PARTS = ("bundled", "national", "peers")
_HEAD = (
    "# What tiers costs\n\n`python -m benchmarks` writes this page. Two processes are run in turn, so that what else the machine does weighs on both alike; "
    "a ratio is of their medians. A part that is measured again replaces its section; the line above each table says how busy the machine was then.\n"
)
_WHY = """## Where a figure is missed

- *cold, read*: another process parses the next file while the records of a file are made, so that of the time that passes a sixth is saved; five rounds at 100,000 gave 1.96 of the time and 2.37 of the CPU time, where the table has one round, and before there was the other process both were 2.5. The CPU time is that of both processes: the other one has that of bare tomli, a tenth more to pass on what it parsed, and up to half as much again on a machine on which two processes at work slow each other. The most memory is that of the larger process; the other one takes 52 MiB. With the parse of TOML as 1, and without the garbage collector on both sides, at 100,000 entities checking every key and making every record takes 0.56, what is checked between entities and joined 0.4, the graph 0.1, laying out the view 1.1, of which `--depth 1` counts the rows that it leaves out. The passes over all records wait for memory more than they compute, and rewriting them gained nothing any more: with `map` and `attrgetter` in place of written-out loops they take 1.1 to 2.0 times as long; and to rank all siblings first costs what it saves. To make a record takes 0.24 µs, of which 0.08 keep it from changing. Rows of numbers in place of ids would be next.
- *cold, everything compiled*: what a first command pays, the model compiled and its view kept, is 3.7 at 100,000 (two rounds by hand, CPU time of both processes); the row adds what is made when it is first asked for: the six other views and the word index. To reading come 0.9 to compile and store the model, 0.2 to store the view, 0.9 for the search index with 0.1 to start a second time, and 2.5 for the six other views, 5 to 15 µs a row. Nothing of it stands out: with warm caches the parse takes 17 µs for each entity, checking it and making its records 12, compiling its file 14 (of which `marshal` has 2), and of the six views and the index together no function of tiers takes more than 6 % under the profiler. To number the rows of a view and store it takes 2.7 µs a row, two fifths of which are to find the numbers of its relations. Even if the six views took no time it would be near 5 (5.3 of 9.2 in a run on a busy machine), so that the compiling and the index would have to become faster too. What the views cost is mostly waiting for memory: with pages of 2 MiB in place of 4 KiB, and the allocator of glibc on both sides, since Python's own cannot be told so, the same views take a quarter less. So it gained nothing that could be measured, old and new code in turn, to give ids that are equal one object (the first view 1.74 s before and 1.80 after), to look up the kind and the name of each entity together and to set the marks of repeated rows at the end (0.60 s and 0.60 to lay out the same rows), to keep the ranks of siblings in the order of the files (0.30 and 0.35), to sort the timeline day by day (0.19 and 0.19), to make the relations of a block without a call for each (0.50 and 0.49), to find the state of a seat once (0.29 and 0.26 to 0.35), or to number the ids of rows in a dictionary of all ids (0.57 and 0.68 to store the seats). Of the second process 1.0 s of 11 makes records, 0.5 for 187,000 relations and 0.45 for 100,000 entities, of which `marshal` has 0.13; each is made once for all six views, since the seats, the timeline and the sources ask about nearly all. Less work would need views that are laid out from the kinds, ends and days of relations as arrays in the compiled model, where no record is made. No reader waits for it: the explorer has another process make what is missing, and a command makes only what it asks for. After a save of one file only that one is read.
- *`diff 2015 2026`, asked first*: of two far dates nearly every entity is in the answer. Of nearly all it prints no more than a day: their names are kept in the order of the answer, and what falls due of them in words, so that the lines between two dates are picked and joined. Of three in a hundred records are made, which are compared or worded one by one. With all of it a line takes 3 µs, and lines that are already known take 0.8 to be joined, encoded, summed, stored and written, which at 300,000 is a floor of 5. Two near dates take as long as a start, and asked again the text itself is kept, and given to stdout as it is.
- *`gaps`, asked first, at 300,000*: the gaps of the last known state are kept beside the compiled model as lists of entities, one for each set of facts that entities lack; a question is made from its record, all else is a name and words that many share. At 100,000 that is 7 times the imports, where finding and wording each gap was 48; what remains at 300,000, 18 times, is 82,000 names read and put into lines, 6 µs each, and 11,400 questions with their sources, 40 µs each. The lists are found when they are first asked for, or by the other process of the explorer: that once, and at another date, each gap is found from the records of its entity, as before.
- *a view never laid out before, and `@` whose dates were never found*: a view is laid out whole, 5 to 15 µs a row, since the scroll bar and the counts of closed rows need all of it. Of a large model another process lays out the other views, and finds the days and the dates of change, while the explorer is open; until it has, a key does so itself. From then on a view is opened, in this session and the next.
- *a step of `@`*: the figure is the median of three. On many days what turns is in no row, such as a plan that a document confirms, and the rows are those of the date before. Where rows differ, what turns is laid out again with what is around and above it, about 1 ms for each entity: of the three steps at 300,000 one is so, with 538 entities and 0.6 s. In decisions and seats, whose headings have words of relations, all that turns is laid out again; the timeline, the sources and the functions are laid out whole.
- *asked first, of `diff` and `gaps`*: beside the compiled model is kept of each entity the day that a far diff prints, and lists of the entities that lack the same facts. The first such question makes it, or the process `background` of the explorer; what that question pays for it is in the rows *only the model kept*.
- *at 300,000, `print --depth 1`*: five rounds gave 1.54, and fifteen 1.11 (60 and 54 ms).
- *one file saved*: at 10,000 entities a file is a sixth of the model, at 100,000 a fiftieth: the figures there are those of the requirement. The tables of 10,000 and 100,000 were measured before the process that parses files counted in a full read; three rounds with it gave 0.19, 0.14 and 0.24 at 100,000. A command after a save of 300,000 entities waits for the sums of all its files.
- *the letters*: the rows that the first letters of frequent words find come from the cache, and of other sets only the rows of the entities found are looked up. What grows still is what has a bit for each row or entity, of which 600,000 are combined in 0.02 ms: about a hundred such steps for a letter, 1 to 2 ms; the entities of words that few have, read one by one when a letter first leads to them, up to 2 ms; and the records of the rows shown, made when they are first drawn.
"""
"""What was tried, and what the floor is."""

_CELLS = 6
"""How many cells a line of a section has."""

_TITLES = {
    "bundled": "The bundled model",
    "national": "The national model",
    "peers": f"Other programs, on the rows and names of {OF_PEERS:,} entities",
}


def title_of(part: str) -> str:
    """Return the heading of a part, or of a number of entities."""
    return _TITLES.get(part) or f"{int(part):,} entities, kept but where it says cold"


def section(part: str, rows: Sequence[Row], rounds: int) -> str:
    """Return the section of a part, under its heading."""
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors, "
        f"{os.getloadavg()[0]:.1f} processes at work on average in the last minute, {rounds} rounds (cold: {max(1, rounds // 3)}).\n"
    )
    lines = [
        f"## {title_of(part)}\n",
        machine,
        "| what | beside | measured | ratio | to reach | |\n| --- | --- | --- | --- | --- | --- |",
    ]
    for each in rows:
        reached = "" if each.most is None else "reached" if each.ratio <= each.most else "missed"
        most = "" if each.most is None else f"{each.most:g}"
        lines.append(
            f"| {each.what} | {each.beside} | {each.measured} | {each.ratio:.2f} | {most} | {reached} |"
        )
    if part == "peers" and (names := missing()):
        lines.append(f"\nNot installed, or with nothing to show of the same: {', '.join(names)}.")
    return "\n".join(lines) + "\n"


def joined(page: str, measured: Mapping[str, str]) -> str:
    """Return a page with sections put in the place of those of the same heading, in the order of parts and sizes.

    Args:
        page: The page as it was; empty for none.
        measured: The new sections by heading.
    """
    known = {each.partition("\n")[0]: f"## {each}" for each in page.split("\n## ")[1:]}
    known.update({title.removeprefix("## "): text for title, text in measured.items()})
    own = list(_TITLES.values())

    def place(title: str) -> tuple[int, int]:
        number = title.partition(" ")[0].replace(",", "")
        return (1, int(number)) if number.isdecimal() else (2 * bool(own.index(title)), own.index(title))

    kept = [title for title in known if title in own or title.partition(" ")[0].replace(",", "").isdecimal()]
    ordered = sorted(kept, key=place)
    sizes = [known[title] for title in ordered if title not in own]
    return "\n".join([_HEAD, *(f"{known[title].rstrip()}\n" for title in ordered), *growth(sizes), _WHY])


def growth(sections: Sequence[str]) -> list[str]:
    """Return the table of how the costs grow from the smallest made-up model to the largest; nothing for a single one.

    Args:
        sections: The sections of the sizes, the smallest first.
    """
    if len(sections) < 2:
        return []
    sizes = [each.removeprefix("## ").partition(" ")[0] for each in sections]
    small, large = (dict(_measured(each)) for each in (sections[0], sections[-1]))
    factor = int(sizes[-1].replace(",", "")) / int(sizes[0].replace(",", ""))
    lines = [
        f"## Growth from {sizes[0]} to {sizes[-1]} entities\n",
        f"Of {factor:g} times as many entities. What takes less than twice as long is flat; what takes {factor:g} times as long is linear.\n",
        "| what | times as long | |\n| --- | --- | --- |",
    ]
    for what, one in small.items():
        if one and what in large:
            times = large[what] / one
            lines.append(f"| {what} | {times:.1f} | {_growth_word(times, factor)} |")
    return ["\n".join(lines) + "\n"]


def _growth_word(times: float, factor: float) -> str:
    """Return how a cost grows that is so many times as high in a model so many times as large."""
    if times < 2:
        return "flat"
    if factor / 1.5 < times < factor * 1.5:
        return "linear"
    return "less than linear" if times < factor else "more than linear"


def _measured(section: str) -> Iterator[tuple[str, float]]:
    """Yield what each line of a section measured, and the figure of the model."""
    for line in section.splitlines():
        cells = [each.strip() for each in line.strip("|").split("|")]
        if len(cells) == _CELLS and cells[2][:1].isdigit():
            what = cells[0].partition(" after ")[0] if "memory" in cells[0] else cells[0]
            yield what, float(cells[2].split()[0].replace(",", ""))


def main() -> int:
    """Measure, write the page after each line, and return 0: what is missed is said there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--entities", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    measure: dict[str, Callable[[str], Iterator[Row]]] = {
        "bundled": lambda cache: bundled_rows(cache, options.rounds),
        "national": lambda cache: national_rows(cache, options.rounds),
        "peers": lambda _: peer_rows(options.rounds),
    }
    for each in (*options.parts, *map(str, options.entities)):
        with tempfile.TemporaryDirectory() as cache:
            known = measure.get(each)
            found = known(cache) if known else large_rows(int(each), cache, options.rounds)
            rows: list[Row] = []
            for row in found:
                rows.append(say(each, row))
                page = options.output.read_text("utf-8") if options.output.exists() else ""
                new = {title_of(each): section(each, rows, options.rounds)}
                options.output.write_text(joined(page, new), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
