"""What reads what strangers send, each with what must be true of it, whatever comes."""

import atexit
import contextlib
import functools
import io
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import attrs
import tomli
from textual import events

from tests.cli.repositories import FORUM, commit, repository, run
from tests.model.compiled import compiled_model
from tests.model.reading.test_places import check_places
from tiers.model import ModelError, load, load_texts, parse_date, read_model
from tiers.model.cache.disk.store import fetch, put
from tiers.model.finding.index import Index
from tiers.model.finding.query import QueryError
from tiers.model.format.plain_dates import read_date, read_two_dates
from tiers.model.reading.nodes import BrokenError
from tiers.model.reading.scanner import scan
from tiers.tui.cli.failure import Failure
from tiers.tui.cli.repository.finding import Repository, repository_of
from tiers.tui.cli.repository.objects import Objects
from tiers.tui.cli.repository.spelling import commit_of
from tiers.tui.exploring.kept.file import read_kept, write_kept
from tiers.tui.textual_fixes.pasting import PastingParser

from .lists import CELLS, import_list
from .mutation import mutated
from .running import answer, surroundings
from .sheets import WORDS, import_sheet

TESTS = Path(__file__).parent.parent
CORPUS = TESTS / "corpus"
PLACE = TESTS / "models" / "place.toml"

COMMANDS = (
    *(f"print --format {each}" for each in ("text", "plain", "markdown", "html", "json", "jsonl", "csv")),
    *(f"print --format {each}" for each in ("mermaid", "dot", "svg", "ascii --sources --legend")),
    *(f"print --view {each}" for each in ("decisions", "workstreams", "seats", "timeline", "functions")),
    *("gaps", "matters", "timeline", "glossary", "who care", "who --raise care", "search board", "check"),
    *("export popolo", "export graphml", "export org", "show a", "diff 2020 2022", "check --coverage"),
)
"""Commands that go through a whole model."""

NASTY = (
    *(b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\x1b[2J", b"\x7f", b"\t"),
    *(
        each.encode()
        for each in ("\u202e", "\u2028", "\u200d", "\ufeff", "\ufffe", "\u0301" * 40, "\U000e0041")
    ),
    *(each.encode() for each in ("ﷺ", "İ", "ß", "👩‍👩‍👧", "\N{LATIN SMALL LETTER DOTLESS I}", "٢")),
    *(b'"', b"'", b'"""', b"'''", b"[[", b"]]", b"{", b"}", b"=", b"#", b"\\", b"\\u0000", b"\\UFFFFFFFF"),
    *(b"9999-12-31", b"0000-00-00", b"0001", b"2021-02-29", b"2021~", b"[..2020]", b"2020/..", b"99999"),
    *(b"9" * 400, b"-0", b"0x" + b"f" * 40, b"1e999", b"nan", b"inf", b"true", b"12:30:00", b"[" * 120),
    *(b'"not_stated"', b'"unknown"', b'"none"', b"[]", b"{}", b'""', b'" "', b'"' + b"x" * 600 + b'"'),
    *(
        b"part_of",
        b"members",
        b"in_layer",
        b"start_date",
        b"end_date",
        b"sources",
        b"[body.extra]",
        b"[file]",
    ),
    *(
        b"as-of:",
        b"kind:",
        b"in:",
        b"-",
        b":",
        b"@{",
        b"}",
        b"^{",
        b"~9",
        b"HEAD",
        b"../",
        b"%",
        b"$(",
        b"\n",
    ),
)
"""Words that have been trouble to some program."""

TYPED = (
    *(b"\x1b", b"\x1b[", b"\x1b[M", b"\x1b[<", b"\x1b[48;", b"\x1b[200~", b"\x1b[201~", b"\x1b]11;", b"\x07"),
    *(
        b"\x1bP",
        b"\x1b\\",
        b"\x1bO",
        b"9" * 50,
        b"99999",
        b";",
        b":",
        b"u",
        b"t",
        b"M",
        b"m",
        b"R",
        b"$y",
        b"?",
    ),
)


def read_model_file(data: bytes) -> None:
    """A model, or mistakes with places that are there; a model that is read can be stored and laid out at any date."""
    lines = re.split(rb"\r?\n", data)
    reading = read_model([], [("m.toml", data)])
    for each in reading.mistakes:
        assert each.message
        assert each.line is None or 1 <= each.line <= len(lines)
        assert each.column is None or 1 <= each.column <= 2 + len(lines[(each.line or 1) - 1])
    try:
        model = load_texts({"m.toml": data})
    except ModelError as error:
        assert error.mistakes  # noqa: PT017 - either is right
        assert reading.graph is None
        return
    again = compiled_model(model)
    assert dict(model.entities_by_id()) == dict(again.entities_by_id())
    for at in (None, "2021-06-30"):
        graph = model if at is None else model.as_of(at)
        for entity in list(graph)[:50]:
            assert graph.name(entity)


def find_places(data: bytes) -> None:
    """The scanner reads what tomli reads, gives each value its place, and refuses what tomli refuses."""
    text = data.decode("utf-8", "ignore").removeprefix("\ufeff")
    try:
        tomli.loads(text)
    except RecursionError:
        return
    except ValueError:
        with contextlib.suppress(BrokenError):
            scan(text)
        return
    if re.search(r"\d{19}|[0-9a-fA-F_]{16}", text) is None:  # beyond 64 bits we refuse what tomli takes
        # of the comparison, which a model of a hundred levels does not reach
        with contextlib.suppress(RecursionError):
            check_places(text)


def run_command(data: bytes) -> None:
    """No command is at fault for a model, and it says the same of one that comes from the cache."""
    words = random.Random(data).choice(COMMANDS).split()  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder, surroundings(Path(folder)):
        path = Path(folder, "m.toml")
        path.write_bytes(data)
        first, again = (answer("--model", str(path), *words) for _ in range(2))
        if words[0] == "check":
            first = again = answer("check", str(path), *words[1:])
        assert first[0] in {0, 1, 2}, (words, first)
        assert first == again, words
        assert "Traceback" not in first[2]


def search(data: bytes) -> None:
    """Any text is a query with an answer, or is refused with a message."""
    try:
        found = _index().matches(data.decode("utf-8", "replace"))
    except QueryError as error:
        assert error.message  # noqa: PT017 - either is right
    else:
        found.best(20)


def read_typed_date(data: bytes) -> None:
    """Any text is a date, which reads as itself again, or is refused with a message."""
    text = data.decode("utf-8", "replace")
    for read in (read_date, parse_date):
        with contextlib.suppress(ValueError):
            found = read(text)
            assert parse_date(found.text) == found
            assert read_date(found.text).text == found.text
    with contextlib.suppress(ValueError):
        read_two_dates(text)


def type_keys(data: bytes) -> None:
    """No error is raised, no key has half a character, no size is beyond the limits, and the next key is read."""
    parser = PastingParser()
    cuts = sorted(random.Random(data).choices(range(len(data) + 1), k=3))  # noqa: S311 - no secret
    found = []
    for start, end in zip((0, *cuts), (*cuts, len(data)), strict=True):
        found += [
            *parser.feed(data[start:end].decode("utf-8", "surrogateescape") if start < end else ""),
            *parser.tick(),
        ]
    for _ in range(30):
        found += parser.tick()
    for each in found:
        if isinstance(each, events.Key) and each.character:
            each.character.encode()
        assert not isinstance(each, events.Resize) or 0 < each.size.width <= 1000
    assert [getattr(each, "key", "") for each in parser.feed("\x1b[201~q")][-1] == "q"


def read_state(data: bytes) -> None:
    """What the explorer kept is read, or put aside with a word; the next session keeps as ever."""
    with tempfile.TemporaryDirectory() as folder, surroundings(Path(folder)):
        path = Path(folder, "state", "tiers", "explorer.json")
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        _, message = read_kept()
        assert path.exists() is not bool(message)
        write_kept(lambda kept: kept.but(theme="tiers-light"))
        assert read_kept()[0].theme == "tiers-light"


def read_cache(data: bytes) -> None:
    """A file of the cache that is not as it was written is as none."""
    chance = random.Random(data)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deadbeef-1.model")
        assert put(str(path), "token", [data[:1000], "two", {"three": 3}])
        whole = path.read_bytes()
        path.write_bytes(mutated(chance, [whole], (b"\0", b"(", b"[", whole, data[:100])))
        found = fetch(str(path), "token")
        assert found is None or path.read_bytes() == whole


def read_revision(data: bytes) -> None:
    """Any text is a commit, or no revision, or is refused with a message; nothing is written."""
    repository = _repository()
    if repository is None:
        return
    with (
        closing(Objects(repository)) as objects,
        contextlib.suppress(Failure),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        found = commit_of(repository, objects, data.decode("utf-8", "surrogateescape"))
        assert found is None or objects.read(found)[0] == "commit"


@attrs.frozen
class Target:
    """What reads, and what it is given.

    Attributes:
        run: What reads; it raises where a promise is broken.
        folder: The folder of the corpus with what is changed at random.
        tokens: What is put in.
    """

    run: Callable[[bytes], None]
    folder: str
    tokens: tuple[bytes, ...] = NASTY

    def draw(self, chance: random.Random) -> bytes:
        """Return an input."""
        return mutated(chance, seeds(self.folder), self.tokens)


_SEEDS: dict[str, list[bytes]] = {}


def seeds(folder: str) -> list[bytes]:
    """Return the inputs in a folder of the corpus, for models those of the tests as well; they are read once."""
    if folder not in _SEEDS:
        files = sorted((CORPUS / folder).iterdir())
        if folder == "model":
            files += sorted((TESTS / "models").rglob("*.toml"))
        _SEEDS[folder] = [each.read_bytes() for each in files]
    return _SEEDS[folder]


@functools.cache
def _index() -> Index:
    return Index(load(PLACE))


@functools.cache
def _repository() -> Repository | None:
    """Return a repository with a merge, tags and a log; `None` if git is not installed."""
    if shutil.which("git") is None:
        return None
    folder = repository(Path(tempfile.mkdtemp()) / "fuzzed")
    atexit.register(shutil.rmtree, folder.parent)
    for number in range(3):
        commit(folder, b"#" * number + FORUM, date=f"2026-01-0{number + 2}T12:00:00+0000")
    run(folder, "tag", "-am", "one", "v1.0")
    run(folder, "branch", "side", "HEAD~1")
    run(folder, "gc", "-q")
    return repository_of(str(folder))


TARGETS: Mapping[str, Target] = {
    "model": Target(read_model_file, "model"),
    "places": Target(find_places, "model"),
    "command": Target(run_command, "model"),
    "query": Target(search, "query"),
    "sheet": Target(import_sheet, "sheet", WORDS),
    "list": Target(import_list, "list", CELLS),
    "date": Target(read_typed_date, "date"),
    "revision": Target(read_revision, "revision"),
    "keys": Target(type_keys, "keys", TYPED),
    "state": Target(read_state, "state"),
    "cache": Target(read_cache, "model"),
}
