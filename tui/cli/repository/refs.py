"""Names of commits in a repository: branches, tags and `HEAD`, with their logs."""

import os
import re
from collections.abc import Iterator

import attrs

from .finding import Repository, read_regular

_WORD = re.compile(r"[A-Z_]+")
_ID = re.compile(rb"(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])")
_NEVER = re.compile(r"[\0- \x7f~^:?*\[\\]|\.\.|@\{|//|/\.|/$|\.$|\.lock(?:/|$)")
_OF_ONE_WORKTREE = ("refs/bisect/", "refs/worktree/", "refs/rewritten/")
_LINKS = 5


@attrs.frozen
class Moved:
    """One line of the log of a ref.

    Attributes:
        old: The commit before.
        new: The commit after.
        time: The time, in seconds since 1970.
        message: The reason.
    """

    old: str
    new: str
    time: int
    message: str


def full_name(repository: Repository, word: str) -> str | None:
    """Return the full name of the ref that a word means, in the order in which git looks."""
    forms = ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}", "refs/remotes/{}/HEAD")
    named = (form.format(word) for form in forms)
    return next((each for each in named if value(repository, each) is not None), None)


def value(repository: Repository, name: str) -> str | None:
    """Return the object that a ref with a full name points to; `None` for none."""
    for _ in range(_LINKS):
        text = _text(repository, name)
        if text is None or not text.startswith(b"ref:"):
            found = _ID.match(text or b"")
            return found[0].decode("ascii") if found else None
        name = os.fsdecode(text.removeprefix(b"ref:").strip())
    return None


def branch(repository: Repository) -> str:
    """Return the full name of the checked-out branch; `HEAD` if there is none."""
    text = _text(repository, "HEAD") or b""
    return os.fsdecode(text.removeprefix(b"ref:").strip()) if text.startswith(b"ref:") else "HEAD"


def log(repository: Repository, name: str) -> list[Moved]:
    """Return the log of a ref, the latest line first."""
    if not _is_name(name):
        return []
    text = read_regular(os.path.join(_home(repository, name), "logs", name)) or b""
    return list(_moves(text))[::-1]


def _moves(text: bytes) -> Iterator[Moved]:
    for line in text.splitlines():
        before, _, message = line.decode("utf-8", "replace").partition("\t")
        found = re.fullmatch(r"([0-9a-f]+) ([0-9a-f]+) .* (\d{1,15}) [-+]\d+", before)
        if found:
            yield Moved(found[1], found[2], int(found[3]), message)


def _text(repository: Repository, name: str) -> bytes | None:
    if not _is_name(name):
        return None
    text = read_regular(os.path.join(_home(repository, name), name))
    if text is not None or not name.startswith("refs/"):
        return text
    packed = read_regular(os.path.join(repository.shared, "packed-refs")) or b""
    found = re.search(rb"^([0-9a-f]+) " + re.escape(os.fsencode(name)) + rb"\r?$", packed, re.MULTILINE)
    return found[1] if found else None


def _is_name(name: str) -> bool:
    """Whether a name is a valid ref, and so cannot lead to another file."""
    return bool(_WORD.fullmatch(name)) or (name.startswith("refs/") and not _NEVER.search(name))


def _home(repository: Repository, name: str) -> str:
    own = not name.startswith("refs/") or name.startswith(_OF_ONE_WORKTREE)
    return repository.folder if own else repository.shared
