"""Answers a command from the cache if it was given before: the same words, the same files, the same kind of stdout.

The whole text is kept. It is written like any other answer: through the pager on a terminal, with the same errors.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tiers.model.cache.answers import Question, keep, recall
from tiers.model.cache.disk.code import Fingerprint, fingerprint
from tiers.model.cache.disk.store import directory
from tiers.model.reading.files import bundled, find_files

from ..wording.safe_text import screen_width
from .asked_paths import STANDARD_INPUT, named_in
from .failure import say
from .output import in_colour, takes_utf8, write_again
from .transcript import Step, transcribed

if TYPE_CHECKING:
    from tiers.model import Mistake

_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class _Asked(NamedTuple):
    """A question about a model.

    Attributes:
        files: The files of the model.
        question: All else that the answer depends on.
        code: The fingerprint of the code that answers.
    """

    files: list[str]
    question: Question
    code: Fingerprint


def answer(command: str, words: Sequence[str], find: Callable[[], int]) -> int:
    """Write the answer of a command, from the cache or as it is found; return the exit status.

    Args:
        command: The command.
        words: Its arguments.
        find: Runs it.
    """
    asked = _asked(command, words)
    if asked is None:
        return find()
    kept = recall(*asked)
    if kept is not None:
        (status, to_stdout), texts = kept
        _write_steps(zip(to_stdout, texts, strict=True))
        return int(status)
    with transcribed() as transcript:
        status = find()
    if transcript.is_whole and len(transcript.models) == 1 and transcript.models[0] is not None:
        result = status, [to_stdout for to_stdout, _ in transcript.steps]
        keep(transcript.models[0], *asked, result, [each for _, each in transcript.steps])
    return status


def _asked(command: str, words: Sequence[str]) -> _Asked | None:
    """Return the question that a command line asks; `None` where no answer is kept."""
    paths = named_in(words) or [bundled()]
    if directory() is None or sys.stdout is None or not STANDARD_INPUT.isdisjoint(paths):
        return None
    mistakes: list[Mistake] = []  # they are told when the model is read
    files = list(find_files(paths, mistakes))
    code, own = fingerprint(), fingerprint(_HOME)
    if mistakes or code is None or own is None:
        return None
    encoding = getattr(sys.stdout, "encoding", None)
    looks = (sys.stdout.isatty(), in_colour("auto"), screen_width(), encoding, takes_utf8())
    return _Asked(files, (command, tuple(words), tuple(paths), *looks), (*code, *own))


def _write_steps(steps: Iterable[Step]) -> None:
    for to_stdout, text in steps:
        if to_stdout:
            write_again(text)
        else:
            say(str(text, "utf-8", "surrogatepass"))
