"""The process that parses the next file of a large model while the records of a file are made, see `parsing_ahead`."""

import gc
import marshal
from typing import BinaryIO

import tomli


def answer(questions: BinaryIO, answers: BinaryIO) -> None:
    """Parse files until there are no more.

    Args:
        questions: Gives the bytes of one file after another, each marshalled.
        answers: Receives what `parsed` returns for each, marshalled.
    """
    gc.disable()  # parsed TOML has no cycles
    while True:
        try:
            data = marshal.load(questions)  # noqa: S302 - from the process that started this one
        except EOFError:
            return
        marshal.dump(parsed(data), answers)
        answers.flush()


def parsed(data: bytes) -> bytes:
    """Return the tables of a TOML file, marshalled; nothing if it is not TOML, or has a value that cannot be marshalled.

    Those that cannot be are dates and times of TOML; a model has its dates as texts.
    """
    try:
        return marshal.dumps(tomli.loads(data.decode("utf-8")))
    except (ValueError, RecursionError):  # the other process parses it again, and says what is wrong
        return b""
