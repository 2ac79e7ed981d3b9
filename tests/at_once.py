"""Work done by several processes at the same time."""

import os
import warnings
from collections.abc import Callable


def at_once(count: int, work: Callable[[int], object]) -> list[int]:
    """Do something in some processes at once; return the exit status of each."""
    ready, go = os.pipe()
    children = []
    for number in range(count):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the child does nothing with threads
            child = os.fork()
        if child == 0:
            status = 1
            try:
                os.close(go)
                os.read(ready, 1)
                work(number)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    os.close(go)
    os.close(ready)
    return [os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in children]
