"""The table of mistakes: the wrong text of an author, the message about it, and the text to write instead.

Each entry of `mistakes.txt` has a title, a model with the mistake, every message about it and the model put right.
`python -m tests.model.reading.mistakes` writes the messages anew; read each change of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from tiers.model import Mistake, read_model

TABLE = Path(__file__).with_name("mistakes.txt")

SURROUNDINGS = """\
[[partnership]]
id = "place"
name = "Our Place"
tier = "place"

[[organisation]]
id = "council"
name = "Elmford Council"
decides = "decides"

[[organisation]]
id = "trust"
name = "Elmford Trust"

[[body]]
id = "board"
name = "Place Board"
part_of = "place"

[[layer]]
id = "top"
of = "place"
name = "Top layer"
order = 1

[[function]]
id = "care"
name = "Care at home"

[[post]]
id = "director"
name = "Place Director"
post_in = "place"

[[person]]
id = "ada"
name = "Ada Byrne"

[[person]]
id = "bo"
name = "Bo Okafor"
"""
"""A model of a few tables in a file of its own, `place.toml`, beside that of an entry, which is `m.toml`."""


@attrs.frozen
class Entry:
    """One mistake.

    Attributes:
        title: What is wrong.
        wrong: The files with the mistake, by name.
        says: Every message about it.
        right: The files put right.
    """

    title: str
    wrong: Mapping[str, str]
    says: str
    right: Mapping[str, str]


def entries() -> Iterator[Entry]:
    """Yield the entries of the table; an entry with a title that ends in `(alone)` is read without other tables."""
    for block in TABLE.read_text(encoding="utf-8").split("\n==== ")[1:]:
        title, rest = block.split("\n", 1)
        wrong, rest = rest.split("---- says\n")
        says, right = rest.split("---- right\n")
        yield Entry(title, _files(title, wrong), says, _files(title, right))


def _files(title: str, text: str) -> dict[str, str]:
    """Return the files of a part of an entry; a line `---- name` begins a further one."""
    first, *more = text.split("---- file ")
    files = {} if title.endswith("(alone)") else {"place.toml": SURROUNDINGS}
    files["m.toml"] = first
    for each in more:
        name, inside = each.split("\n", 1)
        files[name] = inside
    return files


def said(files: Mapping[str, str]) -> str:
    """Return every message about some files, with its place, code and hint."""
    read = [(name, text.encode("utf-8")) for name, text in files.items()]
    return "".join(_lines(read_model([], read).mistakes))


def _lines(mistakes: Iterable[Mistake]) -> Iterator[str]:
    for each in mistakes:
        place = ":".join(str(part) for part in (each.file, each.line, each.column) if part)
        yield f"{place}: {each.severity}[{each.code}]: {each.message}\n"
        if each.hint:
            yield f"  hint: {each.hint}\n"


def write_anew() -> None:
    """Write the messages of the table as they are now."""
    text = TABLE.read_text(encoding="utf-8")
    head, *blocks = text.split("\n==== ")
    new = [head]
    for block, entry in zip(blocks, entries(), strict=True):
        before, rest = block.split("---- says\n")
        _, after = rest.split("---- right\n")
        new.append(f"{before}---- says\n{said(entry.wrong)}---- right\n{after}")
    TABLE.write_text("\n==== ".join(new), encoding="utf-8")


if __name__ == "__main__":
    write_anew()
