"""Matches patterns of `.gitignore` and `.gitattributes` with a name in one pass, whatever the pattern is.

A stranger writes these files. As a regular expression, which dulwich and `fnmatch` make of a pattern,
`*a*a*a*a*a*a*b` takes hours for a name of 200 letters, since each `*` is tried again. Here every place in the
pattern that the name can have reached is followed at once, as one bit of a number: 4,096 bytes of name
against as many of pattern take 4 ms.
"""

import functools
import re
from collections.abc import Callable, Iterator

from .tree_names import NAME_LIMIT

_SLASH = 0x2F
_A_SLASH = frozenset((_SLASH,))
_EVERY = frozenset(range(256))
_ALL_BUT_A_SLASH = _EVERY - _A_SLASH
_WILD = re.compile(rb"[*?\[\\]")
_FOLDERS = re.compile(rb"(?:(?<=/)|\A)(?:\*{2,}/)+")
"""`**/` where it means any number of folders; several in a row are the same as one."""
_ALL_BELOW = re.compile(rb"(?:(?<=/)|\A)\*{2,}\Z")
_STARS = re.compile(rb"\*+")


def matcher(pattern: bytes) -> Callable[[bytes], bool]:
    """Return a function that says whether a name, with folders separated by `/`, matches a pattern of git.

    Raises:
        dulwich.wildmatch.MalformedPattern: The pattern is invalid; in git it matches nothing.
    """
    found = _WILD.search(pattern)
    if found is None:
        return pattern.__eq__
    # git compares the part before the first wildcard separately, so that the two stars of `a**/b` begin a pattern
    start, rest = pattern[: found.start()], _Wildcards(pattern[found.start() :])
    return lambda name: name.startswith(start) and rest.matches(name[len(start) :])


class _Wildcards:
    """A pattern as a sequence of places, each one bit: the lowest is its beginning, the highest its end."""

    def __init__(self, pattern: bytes) -> None:
        self._onward: dict[int, int] = {}
        """For each byte, the places from which it leads to the next place although most bytes do not."""
        self._held: dict[int, int] = {}
        """For each byte, the places from which it does not lead on although most bytes do."""
        self._most = 0
        self._staying = self._staying_in_folder = self._one_for_nothing = self._two_for_nothing = 0
        place = 1
        for each in _parts(pattern):
            if each is _FOLDERS:  # one place to begin at, and one for the letters and slashes of the folders
                self._one_for_nothing |= place
                self._two_for_nothing |= place
                place <<= 1
                self._staying |= place
                self._leads(_A_SLASH, place)
            elif each is _ALL_BELOW or each is _STARS:
                self._one_for_nothing |= place
                self._staying |= place if each is _ALL_BELOW else 0
                self._staying_in_folder |= place
            elif not isinstance(each, re.Pattern):
                self._leads(each, place)
            place <<= 1
        self._staying_in_folder |= self._staying
        self._end = place

    def matches(self, name: bytes) -> bool:
        """Whether a name matches the pattern."""
        places = self._with_empty_wildcards(1)
        for byte in name:
            staying = self._staying if byte == _SLASH else self._staying_in_folder
            onward = self._onward.get(byte, 0) | self._most & ~self._held.get(byte, 0)
            places = (places & onward) << 1 | places & staying
            places = self._with_empty_wildcards(places)
            if not places:
                return False
        return bool(places & self._end)

    def _leads(self, some: frozenset[int], place: int) -> None:
        """Note which bytes lead on from a place; if they are many, note those that do not."""
        kept, some = (self._onward, some) if len(some) <= len(_EVERY) // 2 else (self._held, _EVERY - some)
        self._most |= place if kept is self._held else 0
        for byte in some:
            kept[byte] = kept.get(byte, 0) | place

    def _with_empty_wildcards(self, places: int) -> int:
        """Return places together with those after wildcards that may be empty; no three such are in a row."""
        before = 0
        while before != places:
            before = places
            places |= (places & self._one_for_nothing) << 1 | (places & self._two_for_nothing) << 2
        return places


def _parts(pattern: bytes) -> Iterator[frozenset[int] | re.Pattern[bytes]]:
    """Yield the parts of a pattern: a set of bytes, one of which must be there, or a wildcard."""
    from dulwich.wildmatch import (  # noqa: PLC0415 - only what is uncommitted pays
        MalformedPattern,
        translate_bracket_expression,
    )

    at, letters = 0, 0
    while at < len(pattern):
        wildcard = next((each for each in (_FOLDERS, _ALL_BELOW, _STARS) if each.match(pattern, at)), None)
        if wildcard is not None:
            found = wildcard.match(pattern, at)
            at = found.end() if found else at
            yield wildcard
            continue
        letters += 1
        if letters > NAME_LIMIT:  # longer than any name
            raise MalformedPattern(pattern)
        if pattern[at : at + 1] == b"?":
            at += 1
            yield _ALL_BUT_A_SLASH
        elif pattern[at : at + 1] == b"[":
            at, written = translate_bracket_expression(pattern, at + 1)
            yield _bytes_of(written)
        else:
            at += pattern[at : at + 1] == b"\\"
            if at == len(pattern):
                raise MalformedPattern(pattern)
            yield frozenset(pattern[at : at + 1])
            at += 1


@functools.lru_cache
def _bytes_of(written: bytes) -> frozenset[int]:
    """Return the bytes that a bracket expression, written as a regular expression, matches."""
    expression = re.compile(written, re.DOTALL)
    return frozenset(each for each in _EVERY if expression.fullmatch(bytes((each,))))
