"""The messages about a file that is not text in UTF-8."""

import bz2
import gzip
import lzma
from pathlib import Path

import pytest

from tiers.model import read_model

TEXT = '# Ex\n[[body]]\nid = "café"\n'
SAVE = "save the file as UTF-8"

CASES = {
    "UTF-16 LE": (b"\xff\xfe" + TEXT.encode("utf-16-le"), "1:1", "this file is in UTF-16, little-endian", SAVE),
    "UTF-16 BE": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "1:1", "this file is in UTF-16, big-endian", SAVE),
    "UTF-16 LE without a mark": (
        TEXT.encode("utf-16-le"), "1:1", "this file is in UTF-16, little-endian, without a byte order mark", SAVE,
    ),
    "UTF-16 BE without a mark": (
        TEXT.replace("é", "e").encode("utf-16-be"),
        "1:1", "this file is in UTF-16, big-endian, without a byte order mark", SAVE,
    ),
    "UTF-32 LE": (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "1:1", "this file is in UTF-32, little-endian", SAVE),
    "UTF-32 BE without a mark": (
        TEXT.encode("utf-32-be"), "1:1", "this file is in UTF-32, big-endian, without a byte order mark", SAVE,
    ),
    "gzip": (gzip.compress(TEXT.encode()), "1:1", "this file is compressed with gzip, not text", "unpack it with `gunzip`"),
    "bzip2": (bz2.compress(TEXT.encode()), "1:1", "this file is compressed with bzip2, not text", "unpack it with `bunzip2`"),
    "xz": (lzma.compress(TEXT.encode()), "1:1", "this file is compressed with xz, not text", "unpack it with `unxz`"),
    "Word": (
        b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf",
        "1:1", "this file is a zip file, as Word and Excel write, not text", "save the model as plain text",
    ),
    "a cut character": (
        TEXT.encode()[: TEXT.encode().index(b"\xa9")],
        "3:10", "the file ends in the middle of a character, after the byte 0xc3",
        "get a whole copy of the file; if it is in Latin-1, save it as UTF-8",
    ),
    "Latin-1": (
        TEXT.encode("latin-1"), "3:10", "the byte 0xe9 is not UTF-8; in Latin-1 (Windows-1252) it is `é`", SAVE,
    ),
    "Windows-1252": (
        'id = "“x”"'.encode("cp1252"),
        "1:7", "the byte 0x93 is not UTF-8; in Latin-1 (Windows-1252) it is `“`", SAVE,
    ),
    "no encoding at all": (b"a = 1 # \x81", "1:9", "the byte 0x81 is not UTF-8", SAVE),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_in_another_encoding_is_told_which(case: str, tmp_path: Path) -> None:
    """An encoding, a packed file or a cut character is named, so that its author knows what to do."""
    data, place, message, hint = CASES[case]
    path = tmp_path / "m.toml"
    path.write_bytes(data)
    (found,) = read_model([path]).mistakes
    assert (f"{found.line}:{found.column}", found.message, found.hint) == (place, message, hint)


def test_a_null_character_in_text_is_no_encoding(tmp_path: Path) -> None:
    """A single null character in a file of UTF-8 is told at its own place."""
    path = tmp_path / "m.toml"
    path.write_bytes(TEXT.encode() + b"x = 1 # \0\n")
    (found,) = read_model([path]).mistakes
    assert (found.line, found.column, found.code) == (4, 9, "unsafe-text")
