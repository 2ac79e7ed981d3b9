"""Keep what commands answered, so that the same question about the same files is answered without opening the model.

An answer is kept beside the compiled model, with the stamps of the model's files, and goes with it.
"""

import marshal
import os
from binascii import crc32
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..reading.files import read_file
from .disk.code import Fingerprint
from .disk.files import look, stem_of
from .disk.mapped import DamagedError, opened, pieces
from .disk.store import MODEL, SAME_BYTES, directory, own_files, write, written_models

if TYPE_CHECKING:
    from ..facts.statements import Statements

ANSWER = "answer-"
"""The beginning of the ending of the file that has an answer."""

MOST = 16
"""How many answers are kept beside a model; the oldest is removed first."""

MOST_BYTES = 10**6
"""The bytes that the answers of a model may have together; of a larger compiled model, as many as it has itself."""

Question = tuple[Any, ...]
"""Everything besides the model's files and the code that an answer depends on, as plain values."""


def recall(
    files: Sequence[str], question: Question, code: Fingerprint
) -> tuple[Any, Sequence[memoryview]] | None:
    """Return the kept answer to a question and its texts; `None` where there is none, or a file of the model may have changed.

    Args:
        files: The files of the model.
        question: The question.
        code: The fingerprint of the code that answers.
    """
    home = directory()
    if home is None:
        return None
    given = [(name, None) for name in files]
    for path in written_models(home, stem_of(files)):
        file = opened(_place(path.removesuffix(f".{MODEL}"), question), _token(question, code))
        if file is None:
            continue
        stamped, count, answer = file.head
        looked = look(given, stamped, dict, lambda name: read_file(name, []))
        if looked is not None and not looked.changed and not looked.is_touched:
            with suppress(DamagedError):
                return answer, [file.whole(str(each)) for each in range(count)]
    return None


def keep(
    model: "Statements",
    files: Sequence[str],
    question: Question,
    code: Fingerprint,
    answer: Any,
    texts: Sequence[bytes | memoryview],
) -> None:
    """Store an answer; if it cannot be stored, no error is raised.

    Args:
        model: The model that it was found in.
        files: The files of the model when the question was asked.
        question: The question.
        code: The fingerprint of the code that answered.
        answer: The answer, as plain values.
        texts: Its texts, each of which is read from the file as it is.
    """
    from .models import entry_of  # noqa: PLC0415 - a kept answer needs no model

    entry = entry_of(model)
    if entry is None or [name for name, *_ in entry.files] != list(files):
        return
    path = _place(entry.path, question)
    sections = {str(number): each for number, each in enumerate(texts)}
    head = (entry.files, len(texts), answer)
    written = list(pieces(os.path.basename(path), _token(question, code), head, sections, {}))
    with suppress(OSError):
        if _has_room(entry.path, path, sum(map(len, written))):
            write(path, written)


def _place(entry: str, question: Question) -> str:
    return f"{entry}.{ANSWER}{crc32(marshal.dumps(question, SAME_BYTES)):08x}"


def _token(question: Question, code: Fingerprint) -> tuple[Question, int, int]:
    """Return the token of an answer: the question, and two sums of the fingerprint, which has 50,000 bytes."""
    code_bytes = marshal.dumps(code, SAME_BYTES)  # type: ignore[arg-type]  # its values are plain
    return question, crc32(code_bytes), crc32(code_bytes[::-1])


def _has_room(entry: str, path: str, size: int) -> bool:
    """Remove the oldest answers of a model until there is room for one; return `False` if it alone is too large.

    Raises:
        OSError: The cache cannot be listed.
    """
    most = max(MOST_BYTES, os.stat(f"{entry}.{MODEL}").st_size)
    if size > most:
        return False
    others = [
        each
        for each in own_files(os.path.dirname(entry))
        if each.path.startswith(f"{entry}.{ANSWER}") and each.path != path and not each.is_unfinished
    ]
    others.sort(key=lambda each: each.time)
    while others and (len(others) >= MOST or size + sum(each.size for each in others) > most):
        os.unlink(others.pop(0).path)
    return True
