"""Inputs made at random from others: bytes are flipped, lines swapped, words exchanged, pieces repeated."""

import random
import re
from collections.abc import Callable, Sequence

_WORD = re.compile(rb'"[^"\n]*"|[\w.-]+|[^\s\w]')
_MOST = 100_000


def mutated(chance: random.Random, seeds: Sequence[bytes], tokens: Sequence[bytes]) -> bytes:
    """Return one of some inputs, changed up to eight times; new words come from the others and from hostile ones."""
    data = chance.choice(seeds)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 4, 8))):
        data = chance.choice(_CHANGES)(chance, data, chance.choice(seeds), tokens)[:_MOST]
    return data


Change = Callable[[random.Random, bytes, bytes, Sequence[bytes]], bytes]


def _piece(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((0, 1, 1, 2, 4, 16, 64, 256)))


def _flipped(chance: random.Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]


def _inserted(chance: random.Random, data: bytes, _: bytes, tokens: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(tokens) + data[at:]


def _removed(chance: random.Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    start, end = _piece(chance, data)
    return data[:start] + data[end:]


def _repeated(chance: random.Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    start, end = _piece(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 50, 1000)) + data[end:]


def _spliced(chance: random.Random, data: bytes, other: bytes, _: Sequence[bytes]) -> bytes:
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _cut(chance: random.Random, data: bytes, _: bytes, __: Sequence[bytes]) -> bytes:
    return data[: chance.randint(0, len(data))]


def _line_moved(chance: random.Random, data: bytes, other: bytes, _: Sequence[bytes]) -> bytes:
    """Take a line out, or leave it, and put it, or one of another input, elsewhere."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    line = chance.choice((lines[at], chance.choice(other.split(b"\n"))))
    del lines[at : at + chance.randint(0, 1)]
    lines.insert(chance.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _word_exchanged(chance: random.Random, data: bytes, other: bytes, tokens: Sequence[bytes]) -> bytes:
    """Replace a word by one of the same form from this or another input, or by a hostile one."""
    words = list(_WORD.finditer(data))
    if not words:
        return data
    out = chance.choice(words)
    alike = [each for each in _WORD.findall(chance.choice((data, other))) if each[:1] == out[0][:1]]
    come = chance.choice((chance.choice(alike or [b'""']), chance.choice(tokens)))
    return data[: out.start()] + come + data[out.end() :]


_CHANGES: tuple[Change, ...] = (
    *(_flipped, _inserted, _removed, _repeated, _spliced, _cut, _line_moved, _line_moved),
    *(_word_exchanged, _word_exchanged, _word_exchanged),
)
