"""What becomes of the output where the stream is closed, full, or cannot carry every character."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import PLACE, Answer, Tiers

COMMAND = [sys.executable, "-m", "tiers.tui"]

needs_full = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="the system has no /dev/full; Linux and FreeBSD have it"
)


def shell(line: str) -> Answer:
    """Run a line of shell in which `tiers` is the command and `$?` of it is written to file descriptor 3."""
    script = f"tiers() {{ '{sys.executable}' -m tiers.tui \"$@\"; }}; {line}"
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "TIERS_MODEL": str(PLACE)},
        check=False,
        timeout=300,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "words", ["print", "print --format json", "show ex", "search ex", "--help", "print --help"]
)
@pytest.mark.parametrize("is_kept", [False, True])
def test_a_closed_pipe_ends_quietly(words: str, home: Path, *, is_kept: bool) -> None:
    """When nobody reads on, the command ends with 141 and without a word, when the answer was given before too."""
    if is_kept:
        shell(f"tiers {words}")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *words.split()],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "TIERS_MODEL": str(PLACE)},
        check=False,
        timeout=300,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@needs_full
@pytest.mark.parametrize("words", ["print", "print ex --view decisions --format html"])
@pytest.mark.parametrize("is_kept", [False, True])
def test_a_full_disk_is_told(words: str, home: Path, *, is_kept: bool) -> None:
    """What cannot be written is said, once, and the exit status is 2; an answer that was given before is no other."""
    if is_kept:
        shell(f"tiers {words}")
        assert list(home.glob("*.answer-*"))
    assert shell(f"tiers {words} >/dev/full") == Answer(
        2, "", "error: the output cannot be written: no space left on device\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "latin-1", "ascii"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_has_the_same_bytes_whatever_takes_them(home: Path, encoding: str, unbuffered: str) -> None:
    """Given as UTF-8 or as text, through a buffer or at once, found or kept: a character that stdout lacks is written visibly."""
    given = {"TIERS_MODEL": str(PLACE), "PYTHONIOENCODING": encoding, "PYTHONUNBUFFERED": unbuffered}
    words = [*COMMAND, "diff", "2015", "2026"]
    written = [
        subprocess.run(
            words, capture_output=True, env={**os.environ, **given}, check=True, timeout=300
        ).stdout
        for _ in range(2)
    ]
    assert list(home.glob("*.answer-*"))
    assert written[0] == written[1]
    told = shell("tiers diff 2015 2026").out
    assert "·" in told
    if encoding == "ascii":
        told = "".join(each if each.isascii() else f"\\u{{{ord(each):x}}}" for each in told)
    assert written[0].decode(encoding) == told


def test_no_standard_output_is_told() -> None:
    """With stdout closed from the start the command says so."""
    assert shell("tiers print >&-") == Answer(2, "", "error: standard output is closed\n")


def test_no_standard_error_changes_no_status() -> None:
    """With stderr closed there are no words, and the status is what it would be."""
    assert shell("tiers print nowhere 2>&-") == Answer(2, "", "")


@needs_full
@pytest.mark.parametrize(("words", "status"), [("check", 0), ("print nowhere", 2), ("search zzzz", 1)])
def test_words_that_cannot_be_written_change_no_status(words: str, status: int) -> None:
    """With stderr full the answer is the status, and nothing of it appears elsewhere."""
    assert shell(f"tiers {words} 2>/dev/full") == Answer(status)


def test_ascii_streams_get_every_name(process: Tiers) -> None:
    """Where a stream carries ASCII alone, guides are drawn in ASCII and nothing of a name is lost."""
    answer = process("print", "ex", "--view", "workstreams", PYTHONIOENCODING="ascii")
    assert answer == Answer(
        0,
        "Ex Borough Partnership (partnership, place)\n"
        "|-- Delivery (1)\n"
        "|   `-- Frailty & caf\\u{e9} mornings (workstream)\n"
        "|       `-- Care homes sub-group (body)\n"
        "`-- Enabling (1)\n"
        "    `-- Digital (workstream)\n",
    )


def test_ascii_streams_get_json_that_reads_back(process: Tiers) -> None:
    """JSON for a stream of ASCII is ASCII, and means the same."""
    answer = process("print", "--format", "json", PYTHONIOENCODING="ascii")
    assert answer.out.isascii()
    assert json.loads(answer.out) == json.loads(process("print", "--format", "json", PYTHONUTF8="1").out)


def test_the_c_locale_changes_nothing(process: Tiers) -> None:
    """With `LANG=C` the tree is drawn as ever, because Python writes UTF-8 there."""
    expected = process("print", PYTHONUTF8="1")
    assert process("print", LANG="C", LC_ALL="C") == expected
    assert "café" in expected.out


def test_messages_are_written_where_the_stream_is_ascii(process: Tiers) -> None:
    """A message too is written whole on a stream of ASCII."""
    answer = process("show", "žžž", PYTHONIOENCODING="ascii")
    assert answer.err.splitlines()[0] == "error: no entity is called `\\u{17e}\\u{17e}\\u{17e}`"


def test_colour_is_for_terminals_that_want_it(process: Tiers) -> None:
    """Without a terminal there is no colour; `always` forces it even where NO_COLOR is set."""
    assert "\x1b" not in process("print").out
    assert "\x1b[2m" in process("print", "--color", "always", NO_COLOR="1").out
