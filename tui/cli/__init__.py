"""The command line: `commands/` has one file a command, the files beside it have what commands share."""

from .command_line import main

__all__ = ["main"]
