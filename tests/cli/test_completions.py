"""`tiers completions`: what can follow the words of a command line, in three shells."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import program
from tiers.tui.cli.table import COMMANDS

from .conftest import PLACE, Answer, Tiers

SHELLS = Path(__file__).parents[2] / "tui" / "cli" / "shells"


def offered(tiers: Tiers, *words: str) -> list[str]:
    """Return the words that are offered."""
    answer = tiers("completions", "bash", "--", *words)
    assert (answer.status, answer.err) == (0, "")
    return [line.partition("\t")[0] for line in answer.out.splitlines()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("pri",), ["print"]),
        (("--model", "x.toml", "sho"), ["show"]),
        (("print", "--view", "s"), ["seats", "sources"]),
        (("print", "ex", "--format", "m"), ["markdown", "mermaid"]),
        (("print", "ex", "--no-s"), ["--no-sources"]),
        (("show", "ex-joint"), ["ex-joint", "ex-board"]),
        (("show", "Ex Joint B"), ["ex-board"]),
        (("who", "frailty", "--in", "ex-b"), ["ex", "ex-board"]),
        (("path", "ex", "ex-b"), ["ex", "ex-board"]),
        (("completions", "f"), ["fish"]),
        (("--as",), ["--as-of"]),
        (("show", "zebra"), []),
        (("check", "model.t"), []),
        (("print", "-o", "pap"), []),
        (("show", "--model", str(PLACE), "ex-b"), ["ex", "ex-board"]),
        (("show", "--model", "nowhere.toml", "ex-b"), []),
    ],
)
def test_what_can_follow_is_offered(tiers: Tiers, words: tuple[str, ...], found: list[str]) -> None:
    """Commands, options, their values, and entities by id or the beginning of a name; nothing where a file is wanted."""
    assert offered(tiers, *words) == found


def test_every_command_is_offered_with_what_it_does(tiers: Tiers) -> None:
    """An empty word offers all commands, in the order of the help."""
    answer = tiers("completions", "zsh", "--", "")
    assert answer.out == "".join(f"{name}\t{meaning}\n" for name, meaning in COMMANDS.items())


def test_what_is_missing_is_said(tiers: Tiers) -> None:
    """Without a shell it says which there are."""
    assert tiers("completions") == Answer(
        2, "", "error: `tiers completions` needs a SHELL\n\nhint: it is one of `bash`, `zsh`, `fish`\n"
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_written_as_it_is(tiers: Tiers, shell: str) -> None:
    """It is the file that comes with tiers."""
    assert tiers("completions", shell).out == (SHELLS / f"tiers.{shell}").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("shell", "ask"),
    [
        ("bash", 'COMP_WORDS=(tiers show ex-sov); COMP_CWORD=2; _tiers; printf "%s\\n" "${COMPREPLY[@]}"'),
        ("fish", 'complete -C "tiers show ex-sov" | string split -f 1 \\t'),
    ],
)
def test_the_shell_takes_it(shell: str, ask: str) -> None:
    """The shell itself, asked for what follows, offers the layer."""
    words = [program(shell), *(("--norc", "--noprofile") if shell == "bash" else ("--no-config",)), "-c"]
    found = subprocess.run(
        [*words, f"source {SHELLS / f'tiers.{shell}'}; {ask}"],
        env={
            **os.environ,
            "TIERS_MODEL": str(PLACE),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "ex-sovereign\n"


def test_zsh_reads_it() -> None:
    """Zsh finds no mistake in it; what it offers is asked for in the same way."""
    assert (
        subprocess.run([program("zsh"), "-n", SHELLS / "tiers.zsh"], check=True, capture_output=True).stderr
        == b""
    )
