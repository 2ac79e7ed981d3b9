"""The mistake of a file that is not UTF-8 text, with its likely encoding or file type, and how to save it."""

from ..format.errors import Mistake
from ..format.excerpt import Excerpt

_FILE_TYPES = (
    (b"\x1f\x8b", "compressed with gzip", "unpack it with `gunzip`"),
    (b"PK\x03\x04", "a zip file, as Word and Excel write", "save the model as plain text"),
    (b"%PDF", "a PDF", "save the model as plain text"),
    (b"BZh", "compressed with bzip2", "unpack it with `bunzip2`"),
    (b"\xfd7zXZ\0", "compressed with xz", "unpack it with `unxz`"),
)
"""The beginning of files that are no text, with their type and what to do."""

_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32, little-endian"),
    (b"\0\0\xfe\xff", "UTF-32, big-endian"),
    (b"\xff\xfe", "UTF-16, little-endian"),
    (b"\xfe\xff", "UTF-16, big-endian"),
)
"""Byte order marks, the longer first."""

_PATTERNS = (
    (4, (1, 2, 3), "UTF-32, little-endian"),
    (4, (0, 1, 2), "UTF-32, big-endian"),
    (2, (1,), "UTF-16, little-endian"),
    (2, (0,), "UTF-16, big-endian"),
)
"""The positions of zero bytes in English text without a byte order mark, by the number of bytes of a character."""

_LOOKED_AT = 4096
_AROUND = 60
_MOST = 0.9
_FEW = 0.1


def mistake_of_no_text(data: bytes, path: str) -> Mistake | None:
    """Return the mistake of a file in another encoding or of another type; `None` where it is not recognised."""
    for start, file_type, hint in _FILE_TYPES:
        if data.startswith(start):
            return Mistake("not-text", f"this file is {file_type}, not text", path, 1, 1, hint)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _other_encoding(path, encoding)
    for width, zeros, encoding in _PATTERNS:
        if _fits(data[:_LOOKED_AT], width, zeros):
            return _other_encoding(path, f"{encoding}, without a byte order mark")
    return None


def _other_encoding(path: str, encoding: str) -> Mistake:
    return Mistake("not-utf-8", f"this file is in {encoding}", path, 1, 1, "save the file as UTF-8")


def _fits(data: bytes, width: int, zeros: tuple[int, ...]) -> bool:
    """Return whether the zero bytes suit a UTF-16 or UTF-32 encoding: nearly all at these positions, hardly any elsewhere."""
    if len(data) < 2 * width:
        return False
    for position in range(width):
        part = data[position::width]
        share = part.count(0) / len(part)
        if (share < _MOST) if position in zeros else (share > _FEW):
            return False
    return True


def encoding_mistake(data: bytes, path: str, error: UnicodeDecodeError) -> Mistake:
    """Return the mistake of a file that is not UTF-8, at the first invalid byte.

    Args:
        data: The bytes of the file, without a byte order mark.
        path: The file as the author named it.
        error: Python's decoding error.
    """
    known = mistake_of_no_text(data, path)
    if known is not None:
        return known
    before = data[: error.start]
    line_start = before.rfind(b"\n") + 1
    shown = data[line_start : error.start].decode("utf-8", "replace")
    line, column = before.count(b"\n") + 1, len(shown) + 1
    byte = f"0x{data[error.start]:02x}"
    if error.reason == "unexpected end of data":
        message = f"the file ends in the middle of a character, after the byte {byte}"
        hint = "get a whole copy of the file; if it is in Latin-1, save it as UTF-8"
        following = ""
    else:
        char = _in_latin_1(data[error.start])
        message = f"the byte {byte} is not UTF-8"
        if char:
            message += f"; in Latin-1 (Windows-1252) it is `{char}`"
        hint = "save the file as UTF-8"
        following = char or "\N{REPLACEMENT CHARACTER}"
    start = max(0, len(shown) - _AROUND)
    excerpt = Excerpt(path, line, column, shown[start:] + following, start, len(following))
    return Mistake("not-utf-8", message, path, line, column, hint, excerpts=(excerpt,))


def _in_latin_1(byte: int) -> str:
    """Return the character of a byte in Windows-1252, which most files called Latin-1 use; empty for none."""
    try:
        char = bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return char if char.isprintable() else ""
