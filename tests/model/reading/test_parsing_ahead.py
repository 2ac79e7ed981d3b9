"""Another process parses the next file of a large model: the model is the same, and what that process cannot do is done here."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import tomli

from tests.model.several_files import dealt
from tiers.model import ModelError, load_texts
from tiers.model.reading import own_process, parsing_ahead

Files = Sequence[tuple[str, bytes]]
Processes = list["subprocess.Popen[bytes]"]

FILES = 4


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Processes]:
    """Have another process parse files of every size, on any machine; return the processes that are started."""
    made: Processes = []
    start = own_process.started

    def started(program: str, *, answers: bool) -> "subprocess.Popen[bytes]":
        made.append(start(program, answers=answers))
        return made[-1]

    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    monkeypatch.setattr(parsing_ahead, "LARGE", 0)
    monkeypatch.setattr(parsing_ahead, "processors", lambda: 2)
    monkeypatch.setattr(own_process, "started", started)
    yield made
    assert all(each.returncode is not None for each in made), "a process is left behind"


def calder() -> dict[str, bytes]:
    """Return a test model as some files."""
    return {name: text.encode() for name, text in dealt("calder.toml", FILES).items()}


def parsed(files: Files, before: Callable[[int], object] = lambda _: None) -> list[bool]:
    """Return of each file whether the other process parsed it; `before` is called before it is asked for."""
    found: list[bool] = []
    with parsing_ahead.parsed_ahead(files) as ahead:
        for number, (_, data) in enumerate(files):
            before(number)
            tables = ahead.take(number)
            assert tables is None or tables == tomli.loads(data.decode())
            found.append(tables is not None)
    return found


def mistakes_of(files: dict[str, bytes]) -> list[str]:
    """Return the mistakes of a model that has some."""
    with pytest.raises(ModelError) as raised:
        load_texts(files)
    return [str(each) for each in raised.value.mistakes]


def test_the_other_process_parses_all_files_but_the_first(processes: Processes) -> None:
    """The first is parsed here while the process starts; the tables are those that tomli gives here."""
    assert parsed([*calder().items()]) == [False, *[True] * (FILES - 1)]
    assert len(processes) == 1


def test_the_model_is_the_same(processes: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether files are parsed by the other process or here, entities and relations are equal, and in the same order."""
    with_it = load_texts(calder())
    assert len(processes) == 1
    monkeypatch.setattr(parsing_ahead, "processors", lambda: 1)
    alone = load_texts(calder())
    assert len(processes) == 1
    assert [*with_it.entities_by_id()] == [*alone.entities_by_id()]
    assert [*with_it.relations_by_subject()] == [*alone.relations_by_subject()]


def test_what_it_cannot_parse_is_parsed_here(processes: Processes) -> None:
    """Broken TOML, a byte order mark, text in another encoding and dates of TOML; the files after it are parsed there."""
    text = calder()["a.toml"]
    odd = [b"[[x", b"\xef\xbb\xbf" + text, b"x = '\xe9'", b"day = 2026-11-30"]
    files = [("first", b""), *((str(each), part) for each in odd for part in (each, text))]
    found: list[bool] = []
    with parsing_ahead.parsed_ahead(files) as ahead:
        found += [ahead.take(number) is not None for number in range(len(files))]
    assert found == [False, *[False, True] * len(odd)]


def test_mistakes_are_the_same(processes: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken TOML and a wrong key are reported in the same words, with the same line and column."""
    files = calder()
    files["b.toml"] += b"\n[[body]\n"
    files["c.toml"] += b'\n[[body]]\nid = "x-y"\nname = "X"\nnmae = "Y"\n'
    with_it = mistakes_of(files)
    monkeypatch.setattr(parsing_ahead, "processors", lambda: 1)
    assert with_it == mistakes_of(files)
    assert len(with_it) == 2
    assert len(processes) == 1


def test_a_process_that_ends_is_done_without(processes: Processes) -> None:
    """However it ends, and even while a file is waited for: from then on files are parsed here."""

    def end(number: int) -> None:
        if number == 2:
            processes[0].send_signal(signal.SIGTERM)
            processes[0].wait()

    assert parsed([*calder().items()], end)[3] is False
    assert parsed([*calder().items()])[3] is True


def test_where_no_process_can_be_started_all_is_parsed_here(
    processes: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no such program, or it is not a Python, or the system refuses."""
    for program in ("/nowhere/python", "/usr/bin/uwsgi", ""):
        monkeypatch.setattr(sys, "executable", program)
        assert parsed([*calder().items()]) == [False] * FILES
    assert processes == []


@pytest.mark.parametrize("printed", ["starting", "u", "zebra", "hello world"])
def test_what_else_is_printed_at_its_start_is_no_answer(
    processes: Processes, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a `sitecustomize` prints is not waited on as if it began a long answer: all files are parsed here."""
    (tmp_path / "sitecustomize.py").write_text(f"print({printed!r})\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert parsed([*calder().items()]) == [False] * FILES
    assert len(processes) == 1


def test_it_ends_with_a_mistake_in_the_middle(processes: Processes) -> None:
    """What is raised while files are read, such as Ctrl-C, leaves no process behind."""

    def interrupt(number: int) -> None:
        if number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parsed([*calder().items()], interrupt)
    assert [each.returncode is None for each in processes] == [False]


def test_it_is_started_for_a_large_model_only(processes: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of a single file, of few bytes, or on a machine with one processor is parsed here."""
    files = [*calder().items()]
    size = sum(len(data) for _, data in files)
    parsed(files[:1])
    monkeypatch.setattr(parsing_ahead, "LARGE", size + 1)
    parsed(files)
    monkeypatch.setattr(parsing_ahead, "LARGE", size)
    monkeypatch.setattr(parsing_ahead, "processors", lambda: 1)
    parsed(files)
    assert processes == []
    monkeypatch.setattr(parsing_ahead, "processors", lambda: 2)
    parsed(files)
    assert len(processes) == 1


def test_the_processors_are_those_of_this_process() -> None:
    """Where the system may bind a process to some of them, only these count."""
    if sys.platform != "linux":
        pytest.skip("only Linux has calls that bind a process to processors")
    bound = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(bound)})
    try:
        assert parsing_ahead.processors() == 1
    finally:
        os.sched_setaffinity(0, bound)
    assert parsing_ahead.processors() == len(bound)
