"""Finds the git repository that a path is in, by the rules of git, but without its variables and without bare repositories."""

import os
import stat
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from ..failure import Failure

if TYPE_CHECKING:
    from dulwich.config import ConfigFile

SIZE_LIMIT = 256 * 1024 * 1024
"""The largest size in bytes of one of git's own files: an index of a million files has less than half of it."""

_KNOWN = frozenset(
    ("noop", "partialclone", "preciousobjects", "worktreeconfig", "relativeworktrees", "objectformat")
)
"""Extensions of the format that do not change how objects are read, or that are supported here."""


@attrs.frozen
class Repository:
    """A repository with a work tree.

    Attributes:
        top: The folder of the work tree.
        folder: What git calls the git directory.
        shared: The folder of objects and branches: `folder`, except in a linked worktree.
        hash: `sha1` or `sha256`.
        upstreams: The full name of the upstream of each branch that has one.
    """

    top: str
    folder: str
    shared: str
    hash: str
    upstreams: dict[str, str]


def repository_of(path: str) -> Repository | None:
    """Return the repository that contains a path, with links followed; `None` for none.

    A bare repository below it is ignored: it may have come with a clone.

    Raises:
        Failure: The repository has a format that tiers does not read.
    """
    top = os.path.realpath(path)
    while True:
        folder = _git_folder(top)
        if folder is not None:
            break
        if top == os.path.dirname(top):
            return None
        top = os.path.dirname(top)
    common = read_regular(os.path.join(folder, "commondir"))
    shared = folder if common is None else os.path.join(folder, os.fsdecode(common.rstrip(b"\r\n")))
    return _configured(top, folder, shared)


def _git_folder(top: str) -> str | None:
    folder = os.path.join(top, ".git")
    text = read_regular(folder)
    if text is not None and text.startswith(b"gitdir:"):
        folder = os.path.join(top, os.fsdecode(text.removeprefix(b"gitdir:").strip()))
    return folder if "\0" not in folder and os.path.exists(os.path.join(folder, "HEAD")) else None


def _configured(top: str, folder: str, shared: str) -> Repository:
    from io import BytesIO  # noqa: PLC0415 - only a revision pays for it

    from dulwich.config import ConfigFile  # noqa: PLC0415 - only a revision pays for it

    text = read_regular(os.path.join(shared, "config")) or b""
    try:
        config = ConfigFile.from_file(BytesIO(text), expand_includes=False)
        extensions = {key.decode().lower(): value.decode() for key, value in config.items(b"extensions")}
        upstreams = dict(_upstreams(config))
    except (ValueError, KeyError, RecursionError):
        raise Failure(
            f"the configuration of the repository `{top}` cannot be read",
            hint="`git config --list --local` shows the mistake",
        ) from None
    form = extensions.get("objectformat", "sha1")
    unknown = next((each for each in extensions if each not in _KNOWN), None)
    if extensions.get("refstorage") == "files":
        unknown = next((each for each in extensions if each not in {*_KNOWN, "refstorage"}), None)
    if unknown is not None or form not in {"sha1", "sha256"}:
        said = f"extensions.{unknown or 'objectformat'}"
        raise Failure(
            f"the repository `{top}` has a format that tiers does not read: `{said}`",
            hint="`git worktree add` puts a revision into a folder, and `path:` names it",
        )
    return Repository(top, folder, shared, form, upstreams)


def _upstreams(config: "ConfigFile") -> Iterator[tuple[str, str]]:
    """Yield each branch with an upstream, and the full name of the local copy of that."""
    for section in config.sections():
        if section[0] != b"branch" or not {b"remote", b"merge"} <= set(config[section]):
            continue
        remote, merge = config.get(section, b"remote"), config.get(section, b"merge").decode()
        fetched = [b"refs/*:refs/*"] if remote == b"." else config.get_multivar((b"remote", remote), b"fetch")
        for each in fetched:
            theirs, _, ours = each.decode().removeprefix("+").partition(":")
            start, star, _ = theirs.partition("*")
            if merge == theirs or (star and merge.startswith(start)):
                yield section[-1].decode(), ours.replace("*", merge.removeprefix(start)) if star else ours
                break


def read_regular(path: str) -> bytes | None:
    """Return the bytes of a regular file; `None` if there is none, or it is a pipe or a device."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > SIZE_LIMIT:
            return None
        with open(descriptor, "rb", closefd=False) as stream:
            return stream.read(status.st_size)
    finally:
        os.close(descriptor)
