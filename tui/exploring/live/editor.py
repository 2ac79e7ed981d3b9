"""The command that opens a file at a line in the reader's editor."""

import os
import shlex
from collections.abc import Mapping

_PLUS = "vi vim nvim view gvim elvis nano pico emacs emacsclient micro kak joe jed ne mg mcedit gedit kwrite"
"""Editors that take `+LINE FILE`, as POSIX has it for vi."""

_GOTO = "code code-insiders codium vscodium cursor windsurf positron"
"""Editors that take `--goto FILE:LINE`."""

_COLON = "hx helix subl sublime_text zed zeditor atom lapce"
"""Editors that take `FILE:LINE`."""

_LINE = "kate idea pycharm webstorm goland rider mate pulsar"
"""Editors that take `--line LINE FILE`."""

_FORMS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_PLUS.split(), ("+{line}", "{file}")),
    **dict.fromkeys(_GOTO.split(), ("--goto", "{file}:{line}")),
    **dict.fromkeys(_COLON.split(), ("{file}:{line}",)),
    **dict.fromkeys(_LINE.split(), ("--line", "{line}", "{file}")),
}


def editor_command(environment: Mapping[str, str], file: str, line: int) -> list[str]:
    """Return the command and its arguments; empty if the environment names no editor.

    Args:
        environment: The environment; `VISUAL` takes precedence over `EDITOR`.
        file: The file.
        line: The line, from 1; it is left out for an editor that is not known to support it.
    """
    named = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    try:
        words = shlex.split(named)
    except ValueError:  # an unclosed quotation mark
        words = named.split()
    if not words:
        return []
    program = os.path.basename(words[0]).removesuffix(".exe")
    form = _FORMS.get(program, ("{file}",))
    path = os.path.abspath(file)  # an absolute path, which also cannot be taken for an option
    return [*words, *(each.replace("{line}", str(line)).replace("{file}", path) for each in form)]
