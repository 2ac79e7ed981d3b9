"""The rules of `.gitignore` and `.gitattributes`: whether git ignores a file, and through which filter it passes one.

Only files of the repository itself are read, not those of the person and of the system.
"""

import os
import re
from collections.abc import Callable, Iterator
from io import BytesIO

import attrs

from ..failure import Failure
from .finding import Repository, read_regular
from .wildcards import matcher

SIZE_LIMIT, PATTERN_LIMIT = 1024 * 1024, 20_000
"""The largest number of bytes and patterns of one file: each pattern is compared with each untracked file."""

_TRAILING_SPACES = re.compile(rb"\A((?:[^\\ ]|\\.| +(?! |\Z))*+) *\Z", re.DOTALL)


@attrs.frozen
class Pattern:
    """A pattern with its effect.

    Attributes:
        says: Whether a file is ignored; in `.gitattributes`, the filter.
        of_folders: Whether it applies to folders only.
        of_last_part: Whether it applies to the last part of a name, in any folder.
        matches: A function that says whether a name matches.
    """

    says: bool | str
    of_folders: bool
    of_last_part: bool
    matches: Callable[[bytes], bool]

    def is_for(self, name: bytes, *, is_folder: bool) -> bool:
        """Whether the pattern applies to a name below the folder of its file."""
        if self.of_folders and not is_folder:
            return False
        return self.matches(name.rpartition(b"/")[2] if self.of_last_part else name)


class GitRules:
    """The rules of the `.gitignore` and `.gitattributes` files of a repository; each file is read once."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._read: dict[str, list[Pattern]] = {}

    def is_ignored(self, inside: str) -> bool:
        """Whether git ignores an untracked file with a name below the top."""
        parts = [os.fsencode(each) for each in inside.split(os.sep)]
        for end in range(1, len(parts) + 1):
            for start, patterns in self._of("exclude", ".gitignore", inside, end):
                name = b"/".join(parts[start:end])
                said = _last(patterns, name, is_folder=end < len(parts))
                if said is not None:
                    if said:
                        return True
                    break
        return False

    def filter_of(self, inside: str) -> str:
        """Return the filter through which git would pass a file with a name below the top; empty for none."""
        parts = [os.fsencode(each) for each in inside.split(os.sep)]
        # unlike `info/exclude`, `info/attributes` takes precedence over the files in the folders
        files = list(self._of("attributes", ".gitattributes", inside, len(parts)))
        for start, patterns in (files[-1], *files[:-1]):
            said = _last(patterns, b"/".join(parts[start:]), is_folder=False)
            if said is not None:
                return str(said)
        return ""

    def _of(self, shared: str, name: str, inside: str, end: int) -> Iterator[tuple[int, list[Pattern]]]:
        """Yield the patterns for a part of a path, nearest first, each with the number of folders above it."""
        folders = inside.split(os.sep)
        for depth in range(end - 1, -1, -1):
            yield depth, self._patterns(os.path.join(self._repository.top, *folders[:depth], name))
        yield 0, self._patterns(os.path.join(self._repository.shared, "info", shared))

    def _patterns(self, path: str) -> list[Pattern]:
        if path not in self._read:
            read = _ignored if os.path.basename(path) in {".gitignore", "exclude"} else _filters
            text = read_regular(path) or b""
            if len(text) > SIZE_LIMIT or text.count(b"\n") > PATTERN_LIMIT:
                raise Failure(
                    f"`{path}` has more than {SIZE_LIMIT:,} bytes or {PATTERN_LIMIT:,} lines",
                    hint="`path:` and a folder is its model as it is on the disk, whatever git ignores",
                )
            self._read[path] = list(read(text))
        return self._read[path]


def _last(patterns: list[Pattern], name: bytes, *, is_folder: bool) -> bool | str | None:
    """Return the effect of the last pattern that applies to a name; `None` for none."""
    return next((each.says for each in reversed(patterns) if each.is_for(name, is_folder=is_folder)), None)


def _ignored(text: bytes) -> Iterator[Pattern]:
    """Yield the patterns in the text of a `.gitignore`; spaces that end a line are dropped, unless a backslash precedes them."""
    for line in text.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        written = _TRAILING_SPACES.sub(rb"\1", line.removesuffix(b"\r"))
        again = written.startswith(b"!")
        if not written.startswith(b"#"):
            yield from _pattern(written[1:] if again else written, says=not again)


def _filters(text: bytes) -> Iterator[Pattern]:
    """Yield the patterns of a `.gitattributes` that set or unset a filter."""
    from dulwich.attrs import parse_git_attributes  # noqa: PLC0415 - only what is uncommitted pays

    for written, said in parse_git_attributes(BytesIO(text)):
        if b"filter" in said and not written.startswith((b"!", b"[attr]")):
            value = said[b"filter"]
            yield from _pattern(written, says=os.fsdecode(value) if isinstance(value, bytes) else "")


def _pattern(written: bytes, *, says: bool | str) -> Iterator[Pattern]:
    """Yield a pattern; nothing for an invalid one, which matches nothing."""
    from dulwich.wildmatch import MalformedPattern  # noqa: PLC0415 - only what is uncommitted pays

    of_folders = written.endswith(b"/")
    rest = written[:-1] if of_folders else written
    try:
        if rest:
            yield Pattern(says, of_folders, b"/" not in rest, matcher(rest.removeprefix(b"/")))
    except MalformedPattern:
        return
