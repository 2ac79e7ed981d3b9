"""The command line: `commands/` has one file a command, the files beside it have what commands share.

Importing it imports nothing else, so that `main` decides first what Ctrl-C does while the rest is imported.
"""

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0 it is done; 1 the answer is no; 2 it could not be done; 3 tiers itself is at fault; 128 and its number after a
    signal; 141 nobody reads on.

    Args:
        argv: The words after `tiers`; without them those of the process, which then is told apart from a test.
    """
    if argv is None:
        _leave_at_once_on_ctrl_c()
    from .command_line import run  # noqa: PLC0415 - not before Ctrl-C is seen to

    return run(argv)


def _leave_at_once_on_ctrl_c() -> None:
    """End without a word while nothing is begun yet, or all is done; what is ignored stays ignored."""
    import os  # noqa: PLC0415 - as above
    import signal  # noqa: PLC0415 - as above

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(128 + signal.SIGINT))
