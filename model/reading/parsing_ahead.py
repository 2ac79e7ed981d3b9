"""Has another process parse the next file of a large model while this one makes the records of a file.

To parse takes a third of the time in which a model is read, and needs nothing that is known of other files. What the
other process cannot parse, or does not, is parsed here.
"""

import marshal
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

from . import own_process

if TYPE_CHECKING:
    import subprocess

LARGE = 4 * 1024 * 1024
"""How many bytes the files of a model have at least for which another process is started: what is parsed in a quarter of a second."""

GREETING = b"tiers parses what it is sent\n"
"""What the other process writes first; anything else comes from what this Python runs at its start, such as `sitecustomize`."""

_PROGRAM = (
    "import marshal, sys; sys.path[:] = marshal.load(sys.stdin.buffer); "
    f"sys.stdout.buffer.write({GREETING!r}); "
    "from tiers.model.reading.parsing_process import answer; answer(sys.stdin.buffer, sys.stdout.buffer)"
)

_BROKEN = (OSError, EOFError, ValueError, TypeError)
"""What is raised where the other process has ended: by its pipes, and by `marshal` where what it wrote is cut off."""


class ParsedAhead:
    """The files that another process parses, one at a time, each while this process works on the one before."""

    def __init__(self, files: Sequence[tuple[str, bytes]], process: "subprocess.Popen[bytes] | None") -> None:
        """Have the second file parsed.

        Args:
            files: The name and the bytes of each file.
            process: What parses them; `None` if nothing does.
        """
        self._files = files
        self._asked = -1
        self._is_greeted = False
        self._pipes: tuple[IO[bytes], IO[bytes]] | None = None
        if process is not None and process.stdin is not None and process.stdout is not None:
            self._pipes = process.stdin, process.stdout
            self._tell(own_process.module_paths())
            self._ask(1)

    def take(self, number: int) -> dict[str, Any] | None:
        """Return the tables of a file, and have the next one parsed; `None` if the file has to be parsed here.

        Args:
            number: The position of the file; each is asked for once, in their order.
        """
        if self._pipes is None or number != self._asked:
            return None
        try:
            if not self._greeted(self._pipes[1]):
                return None
            found = marshal.load(self._pipes[1])  # noqa: S302 - from a process that this one started
            self._ask(number + 1)  # first, so that it is parsed meanwhile
            return marshal.loads(found) if found else None  # noqa: S302 - as above
        except _BROKEN:
            self._pipes = None
        return None

    def _greeted(self, answers: IO[bytes]) -> bool:
        """Return whether answers begin with the greeting; if they do not, the process is asked nothing more.

        Other text might be taken for the beginning of a value of many bytes, for which this process would wait for ever.
        """
        if not self._is_greeted:
            self._is_greeted = answers.read(len(GREETING)) == GREETING
            if not self._is_greeted:
                self._pipes = None
        return self._is_greeted

    def _ask(self, number: int) -> None:
        self._asked = number
        if number < len(self._files):
            self._tell(self._files[number][1])

    def _tell(self, value: bytes | list[str]) -> None:
        """Write a value for the other process; if it has ended, it is asked nothing more."""
        if self._pipes is not None:
            try:
                self._pipes[0].write(marshal.dumps(value))
                self._pipes[0].flush()
            except _BROKEN:
                self._pipes = None


@contextmanager
def parsed_ahead(files: Sequence[tuple[str, bytes]]) -> Iterator[ParsedAhead]:
    """Start another process for the files of a large model, if this machine has a second processor; end it at the end."""
    process = _process_for(files)
    try:
        yield ParsedAhead(files, process)
    finally:
        if process is not None:
            _end(process)


def _process_for(files: Sequence[tuple[str, bytes]]) -> "subprocess.Popen[bytes] | None":
    is_large = len(files) > 1 and sum(len(data) for _, data in files) >= LARGE
    if is_large and processors() > 1 and own_process.has_python():
        with suppress(OSError):  # it cannot be started
            return own_process.started(_PROGRAM, answers=True)
    return None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, which may be in the middle of a file after a mistake or Ctrl-C."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was not written yet is not needed
                pipe.close()
    process.wait()


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
