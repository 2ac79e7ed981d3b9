"""The command line: `commands/` has one file per command, the files beside it have what commands share.

Importing it imports nothing else, so that `main` first decides what Ctrl-C does during the other imports.
"""

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done; 1: the answer is no; 2: it could not be done; 3: a fault in tiers itself; 128 and its number: a
    signal; 141: the reader of stdout has gone.

    Args:
        argv: The arguments after `tiers`; `None` for those of the process, for which Ctrl-C and memory are
            handled too.
    """
    if argv is None:
        _leave_at_once_on_ctrl_c()
    from .command_line import run  # noqa: PLC0415 - not before Ctrl-C is seen to

    return run(argv)


def _leave_at_once_on_ctrl_c() -> None:
    """End silently on Ctrl-C before any work has started and after it is done; an ignored signal stays ignored."""
    import os  # noqa: PLC0415 - as above
    import signal  # noqa: PLC0415 - as above

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(128 + signal.SIGINT))
