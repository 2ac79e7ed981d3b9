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
    """Return the words of the command; empty where the environment names no editor.

    Args:
        environment: The environment: `VISUAL` counts before `EDITOR`.
        file: The file.
        line: The line, from 1; one that an editor is not known to take is left out.
    """
    named = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    try:
        words = shlex.split(named)
    except ValueError:  # a quote is not closed
        words = named.split()
    if not words:
        return []
    program = os.path.basename(words[0]).removesuffix(".exe")
    form = _FORMS.get(program, ("{file}",))
    path = os.path.abspath(file)  # also so that no name is taken for an option
    return [*words, *(each.replace("{line}", str(line)).replace("{file}", path) for each in form)]
