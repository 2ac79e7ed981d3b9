"""Revisions as people write them: `HEAD~2`, `v1.0^{commit}`, `main@{1 day ago}`, the first letters of a hash."""

import os
import re
from collections.abc import Iterable

from ...wording.safe_text import safe
from ..failure import Failure, say
from .finding import Repository, read_regular
from .objects import Objects
from .refs import Moved, branch, full_name, log, value

_STEPS = r"(?:\^\{(?:commit|object)?\}|[~^]\d{0,9})"
_WRITTEN = re.compile(rf"((?:[^~^:@]|@\{{[^{{}}]+\}}|@(?!\{{[^{{}}]+\}}))+?)((?:{_STEPS})*)")
"""The pattern of a revision, in which `@{…}` matches in one way only: with two ways, thirty of them would take for ever."""
_AT = re.compile(r"(.*)@\{([^{}]+)\}", re.DOTALL)
_SHORT = re.compile(r"(?:.+-\d+-g)?([0-9a-fA-F]{4,64})")
_TAGS = 100


def commit_of(repository: Repository, objects: Objects, text: str) -> str | None:
    """Return the commit that a revision means; `None` where it means none.

    Raises:
        Failure: An object on the way is missing or damaged, or the revision means several commits.
    """
    written = _WRITTEN.fullmatch(text)
    named = None if written is None else _named(repository, objects, written[1])
    commit = None if named is None else _peeled(objects, named)
    for step in re.findall(_STEPS, written[2] if written else ""):
        if commit is None:
            return None
        number = int(step[1:] or 1) if "{" not in step else 0
        if step[0] == "~":
            for _ in range(number):
                commit = next(iter(_parents(repository, objects, commit)), None)
                if commit is None:
                    return None
        elif number:
            commit = dict(enumerate(_parents(repository, objects, commit), 1)).get(number)
    return commit


def tree_of(objects: Objects, commit: str) -> str:
    """Return the tree of a commit."""
    return _heads(objects.read(commit)[1], b"tree")[0]


def _named(repository: Repository, objects: Objects, word: str) -> str | None:
    at = _AT.fullmatch(word)
    if at is not None:
        return _before(repository, objects, at[1], at[2])
    word = "HEAD" if word == "@" else word
    if len(word) == objects.digits and re.fullmatch(r"[0-9a-fA-F]+", word):
        return word.lower()
    name = full_name(repository, word)
    if name is not None:
        return value(repository, name)
    short = _SHORT.fullmatch(word)
    return _only(objects, short[1]) if short and len(short[1]) <= objects.digits else None


def _before(repository: Repository, objects: Objects, word: str, when: str) -> str | None:
    """Return an earlier commit of a ref, by a number of changes or a time, or its upstream."""
    name = full_name(repository, "HEAD" if word == "@" else word) if word else branch(repository)
    if name is None:
        return None
    if when in {"u", "upstream"}:
        name = branch(repository) if name == "HEAD" else name
        upstream = repository.upstreams.get(name.removeprefix("refs/heads/"))
        return None if upstream is None else value(repository, upstream)
    if re.fullmatch(r"-\d{1,9}", when):
        return None if word else _left(repository, objects, int(when[1:]))
    moves = log(repository, name)
    if re.fullmatch(r"\d{1,8}", when):
        stood = [value(repository, name), *(each.old for each in moves)]
        found = stood[int(when)] if int(when) < len(stood) else None
        return found if found is not None and found.strip("0") else None
    from dulwich.approxidate import parse_approxidate  # noqa: PLC0415 - only a time pays for it

    try:
        time = parse_approxidate(when)
    except (ValueError, OverflowError):
        raise Failure(
            f"`{when}` is not a time that a revision can have",
            hint="`1 day ago`, `yesterday` and `2026-01-31` are times",
        ) from None
    if moves and time < moves[-1].time:
        _tell_start(name, moves[-1])
        return moves[-1].old if moves[-1].old.strip("0") else moves[-1].new
    return next((each.new for each in moves if each.time <= time), None)


def _tell_start(name: str, first: Moved) -> None:
    from datetime import UTC, datetime  # noqa: PLC0415 - only a time pays for it

    day = datetime.fromtimestamp(first.time, UTC).date()
    say(f"note: the log of `{safe(name)}` begins on {day}; where it stood then is taken\n")


def _left(repository: Repository, objects: Objects, number: int) -> str | None:
    """Return the commit or branch that was checked out before, by a number of branch changes."""
    changes = [
        each.message for each in log(repository, "HEAD") if each.message.startswith("checkout: moving from ")
    ]
    if not 0 < number <= len(changes):
        return None
    word = changes[number - 1].split(" ")[3]
    return None if "@{" in word else _named(repository, objects, word)


def _only(objects: Objects, letters: str) -> str | None:
    commits = [each for each in objects.beginning_with(letters) if objects.read(each)[0] in {"commit", "tag"}]
    if len(commits) > 1:
        raise Failure(
            f"{len(commits)} commits begin with `{letters}`", hint="one more letter of the hash says which"
        )
    return commits[0] if commits else None


def _peeled(objects: Objects, name: str) -> str | None:
    for _ in range(_TAGS):
        kind, data = objects.read(name)
        if kind != "tag":
            return name if kind == "commit" else None
        name = _heads(data, b"object")[0]
    return None


def _parents(repository: Repository, objects: Objects, commit: str) -> Iterable[str]:
    """Return the parents of a commit; the last commit of a shallow clone has none."""
    cut = read_regular(os.path.join(repository.shared, "shallow")) or b""
    return () if commit.encode() in cut.split() else _heads(objects.read(commit)[1], b"parent")


def _heads(data: bytes, key: bytes) -> list[str]:
    head = data.partition(b"\n\n")[0]
    return [each.decode() for each in re.findall(rb"^" + key + rb" ([0-9a-f]+)$", head, re.MULTILINE)]
