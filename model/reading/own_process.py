"""Starts another process of this Python: silent, and without the signals that a terminal sends to what runs in it."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess


def has_python() -> bool:
    """Return whether there is a Python to start; a program that has its own Python inside has none."""
    program = os.path.basename(sys.executable or "").casefold()
    return program.startswith(("python", "pypy")) and not getattr(sys, "frozen", False)


def module_paths() -> list[str]:
    """Return where this Python finds its modules, for a process that is to find the same ones.

    A package may have come from an archive, or from an environment of its own.
    """
    return [each for each in sys.path if isinstance(each, str)]


def started(program: str, *, answers: bool = False, is_idle: bool = False) -> "subprocess.Popen[bytes]":
    """Return a process that runs a program, with a pipe to its standard input.

    Args:
        program: The program, in Python.
        answers: Whether there is a pipe from its standard output too; else what it writes is dropped.
        is_idle: Whether it has the lowest priority on Windows; elsewhere a process lowers its own.

    Raises:
        OSError: It cannot be started.
    """
    import subprocess  # noqa: PLC0415 - only a large model pays for it

    flags = ["-I" if sys.flags.isolated else "-P", *(["-B"] if sys.dont_write_bytecode else [])]
    command = [sys.executable, *flags, "-c", program]
    silent = subprocess.DEVNULL
    output = subprocess.PIPE if answers else silent
    if sys.platform == "win32":
        quiet = subprocess.CREATE_NO_WINDOW | (subprocess.IDLE_PRIORITY_CLASS if is_idle else 0)
        return subprocess.Popen(  # noqa: S603 - this Python itself
            command, stdin=subprocess.PIPE, stdout=output, stderr=silent, creationflags=quiet
        )
    return subprocess.Popen(  # noqa: S603 - as above
        command, stdin=subprocess.PIPE, stdout=output, stderr=silent, process_group=0
    )
