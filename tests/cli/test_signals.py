"""What a signal leaves of a plain command: its exit status, not a word, nothing half written."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from tiers.tui.cli import main
from tiers.tui.cli.ending import Ended, ending_in_order
from tiers.tui.printing.parts.whole_files import write_files

from .conftest import Answer, Tiers

SIGNALS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """Let no signal be ignored, as they are where the tests run with `nohup` or in the background."""
    before = {each: signal.signal(each, signal.SIG_DFL) for each in SIGNALS}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Return a model of which more is printed than a pipe holds."""
    path = tmp_path / "large.toml"
    bodies = (f'[[body]]\nid = "body-{number}"\nname = "Body {number}"\n' for number in range(3000))
    path.write_text("".join(bodies), encoding="utf-8")
    return path


def stuck(model: Path) -> "subprocess.Popen[bytes]":
    """Start printing a large model to a reader that takes one byte and no more."""
    printing = subprocess.Popen(
        [sys.executable, "-m", "tiers.tui", "print", "--format", "jsonl", "--model", str(model)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    )
    assert printing.stdout is not None
    assert os.read(printing.stdout.fileno(), 1) == b"{"
    return printing


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_a_command_that_waits_for_its_reader(large: Path, number: signal.Signals) -> None:
    """A command that is stuck in a full pipe ends with 128 and the number of the signal, without a word."""
    with stuck(large) as printing:
        printing.send_signal(number)
        status = printing.wait(timeout=300)
        assert printing.stderr is not None
        assert (status, printing.stderr.read()) == (128 + number, b"")


def test_a_signal_that_is_ignored_is_ignored(large: Path) -> None:
    """Started with `nohup`, a command goes on when its terminal goes: all is written and it ends with 0."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # a child process inherits it
    try:
        with stuck(large) as printing:
            printing.send_signal(signal.SIGHUP)
            out, err = printing.communicate(timeout=300)
    finally:
        signal.signal(signal.SIGHUP, before)
    assert (printing.returncode, out.count(b"\n"), err) == (0, 3000, b"")


@pytest.mark.parametrize("number", SIGNALS)
def test_nothing_half_written_is_left(tmp_path: Path, number: signal.Signals) -> None:
    """A signal in the middle of a file leaves the old file whole and no other beside it."""
    there = tmp_path / "paper.md"
    there.write_text("old", encoding="utf-8")

    def pieces() -> Iterator[str]:
        yield "new"
        os.kill(os.getpid(), number)
        yield "never"

    with pytest.raises(Ended) as caught, ending_in_order():
        write_files([(str(there), pieces())])

    assert caught.value.status == 128 + number
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [
        ("paper.md", "old")
    ]


@pytest.mark.parametrize("number", SIGNALS)
def test_main_returns_the_status_of_a_signal(
    tiers: Tiers, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """In a process that goes on, the status is returned and signals do again what they did before."""
    before = [signal.getsignal(each) for each in SIGNALS]
    monkeypatch.setattr("tiers.tui.cli.commands.print.run", lambda _: os.kill(os.getpid(), number))

    assert tiers("print") == Answer(128 + number)
    assert [signal.getsignal(each) for each in SIGNALS] == before


def test_a_second_signal_does_not_disturb_the_tidying_up() -> None:
    """While the first signal is obeyed the others are not heard, so that the tidying up is done."""
    tidied: list[str] = []

    def work() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        finally:
            os.kill(os.getpid(), signal.SIGINT)
            tidied.append("all of it")

    with pytest.raises(Ended) as caught, ending_in_order():
        work()

    assert (caught.value.status, tidied) == (143, ["all of it"])


def test_the_command_line_can_be_run_in_any_thread(tiers: Tiers) -> None:
    """Outside the main thread, where signals cannot be taken, a command does what it does."""
    statuses: list[int] = []
    thread = Thread(target=lambda: statuses.append(main(["glossary", "--format", "json"])))
    thread.start()
    thread.join()
    assert statuses == [tiers("glossary", "--format", "json").status]


INTERRUPTED = """
import importlib.abc, os, signal, sys

class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, *_):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)

module, sys.argv[1] = sys.argv[1], "glossary"
sys.meta_path.insert(0, Finder())
from tiers.tui.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    "module", ["tiers.tui.cli.command_line", "tiers.tui.cli.ending", "tiers.tui.cli.parser"]
)
def test_ctrl_c_while_it_starts_is_not_a_word(module: str) -> None:
    """Status 130 and no traceback, though nothing of the program is imported yet."""
    done = subprocess.run([sys.executable, "-c", INTERRUPTED, module], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("words", [("print", "-o"), ("export", "popolo", "-o"), ("export", "graphml")])
def test_a_command_does_not_write_over_its_model(
    tmp_path: Path, tiers: Tiers, words: tuple[str, ...]
) -> None:
    """Status 2 and a clear word; the model is as it was."""
    model = tmp_path / "model.toml"
    model.write_text('[[body]]\nid = "b"\nname = "B"\n', encoding="utf-8")
    answer = tiers("--model", str(model), *words, str(model))
    assert answer == Answer(2, "", f"error: `{model}` cannot be written: it is a file of the model itself\n")
    assert model.read_text(encoding="utf-8") == '[[body]]\nid = "b"\nname = "B"\n'
