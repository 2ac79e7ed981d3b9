"""Random bytes and keys on a real terminal: `nice python -m tests.terminal.random_input [PIECES] [--seed N]`.

At each of five sizes the explorer is sent 4,000 pieces: bytes, keys, clicks, pastes, replies whole and cut, and new
sizes between them. It goes on, or is quit with status 0, 130 or 131 and started again; at the end a signal ends it. The
exit status is 1 where it ended otherwise, wrote a traceback, or left the terminal not as it was.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from .harness import Terminal, tiers
from .test_endings import is_as_before

SIZES = ((1, 1), (20, 5), (80, 24), (120, 40), (300, 90))

_KEYS = (
    *("j", "k", "h", "l", "J", "K", " ", "e", "E", "L", "H", "g", "G", "o", "r", "[", "]", "1", "2", "3", "4", "5", "6", "7"),
    *("/", "\\", "n", "N", "v", "@", "m", "'", "y", "P", "?", "w", "c", "t", "p", "u", "U", "x", "D", "z", ":", "\t", "\r"),
    *("\x1b", "\x7f", "\x10", "\x15", "\x17", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~"),
    *("frailty", "harrow", "2021", "é", "👩‍👩‍👧", "\u202e", "\x1bOP", "\x1b[1;5C", "\x1b[97;5u", "\x1b[Z", "\x1b[3~"),
    *("\x1b[<0;5;6M", "\x1b[<0;5;6m", "\x1b[<64;9;9M", "\x1b[M !!", "\x1b[<35;200;80M", "\x1b[I", "\x1b[O"),
    *("\x1b[200~one\ntwo\x1b[201~", "\x1b[48;24;80;0;0t", "\x1b]11;rgb:0/0/0\x07", "\x1b[?2026;2$y", "\x1b[12;40R"),
)  # fmt: skip
_STOPPED = b"\x1a"
"""Ctrl-Z, which stops the program until the shell lets it go on; another test does that."""


def piece(chance: random.Random) -> bytes:
    """Return some bytes, a key or the like, or a part of one."""
    if chance.random() < 0.4:
        return chance.randbytes(chance.randint(1, 6)).replace(_STOPPED, b"")
    key = chance.choice(_KEYS).encode()
    return key if chance.random() < 0.9 else key[: chance.randint(1, len(key))]


def tried(size: tuple[int, int], pieces: int, seed: str, folder: Path) -> list[str]:
    """Send pieces to the explorer at a size; return what went wrong.

    Args:
        size: Columns and lines.
        pieces: How many.
        seed: What they are made from.
        folder: Where it is run, since keys may print into a file.
    """
    chance = random.Random(f"{seed} {size}")  # noqa: S311 - no secret
    wrong: list[str] = []
    left = pieces
    while left > 0:
        with Terminal(
            tiers("open", "harrow"),
            columns=size[0],
            lines=size[1],
            environment={"EDITOR": "true"},
            directory=folder,
        ) as terminal:
            terminal.until(b"\x1b[?1049h")
            terminal.settle()
            status = None
            while left > 0 and status is None:
                few = min(left, 50)
                left -= few
                status = _send(terminal, [piece(chance) for _ in range(few)])
                if status is None and chance.random() < 0.1:
                    terminal.resize(chance.randint(1, 300), chance.randint(1, 90))
            if status is None:
                terminal.resize(*size)
                terminal.settle()
                terminal.kill(15)
            ended = terminal.end()
            # A `q` among the last bytes may be read only while the screen settles, before the signal comes.
            # Ctrl-C and Ctrl-\ behind it are signals again, since the terminal is as before: 130 and 131.
            if ended not in ({0, 130, 131} if status is not None else {0, 130, 131, 143}):
                wrong.append(f"{size}: it ended with {ended}")
            if b"Traceback" in terminal.written:
                wrong.append(f"{size}: {bytes(terminal.written).partition(b'Traceback')[2][-500:]!r}")
            if not is_as_before(terminal):
                wrong.append(f"{size}: the terminal is not as it was")
    return wrong


def _send(terminal: Terminal, pieces: list[bytes]) -> int | None:
    """Send pieces and wait until they are read; return the exit status where one of them ended the program."""
    for each in pieces:
        try:
            terminal.send(each)
        except OSError:
            break
        terminal.read(0)
    terminal.settle(0.04)
    return terminal.status()


def main() -> int:
    """Try every size; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pieces", type=int, nargs="?", default=4_000)
    parser.add_argument("--seed", default=str(random.SystemRandom().randrange(10**9)))
    options = parser.parse_args()
    wrong: list[str] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            found = tried(size, options.pieces, options.seed, Path(folder))
        wrong += found
        said = f"seed {options.seed}, {size[0]}x{size[1]}: {options.pieces:,} pieces, {len(found)} wrong"
        print(said, flush=True)  # noqa: T201
    for each in wrong:
        print(each, file=sys.stderr)  # noqa: T201
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
