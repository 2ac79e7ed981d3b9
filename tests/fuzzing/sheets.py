"""Sheets made at random, also inside a workbook: `tiers import members` reads them into a small model."""

import io
import random
import tempfile
import zipfile
import zlib
from pathlib import Path

from tests.model.importing.sheets import BOARD
from tiers.model import load

from .mutation import mutated
from .running import answer, surroundings

WORDS = (
    *(b",", b";", b"\t", b"\n", b"\r\n", b'"', b"'", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"=1+1"),
    *(
        b"Elm Board",
        b"Elm Council",
        b"Elm Trust",
        b"Chair",
        b"yes",
        b"no",
        b"31 May 2026",
        b"31/2/2026",
        b"-1",
    ),
    *(b"Committee", b"Name", b"Post", b"Organisation", b"Role", b"Voting", b"Deputy", b"Term ends", b"Seats"),
    *(b"x" * 600, b"9" * 400, "\u202e".encode(), "\u0301".encode() * 40, b"<t>", b"</t>", b"&amp;", b"&#0;"),
    *(b'<c r="A1" t="s"><v>99999</v></c>', b'<row r="999999999">', b'r="ZZZZ1"', b"<!DOCTYPE x>", b"1e999"),
)


def import_sheet(data: bytes) -> None:
    """A sheet is imported, or refused with a message; the result is a model, and importing again changes nothing."""
    if data.startswith(b"PK"):
        data = _changed_inside(random.Random(data), data)  # noqa: S311 - no secret
    name = "sheet.xlsx" if data.startswith(b"PK") else "sheet.csv"
    with tempfile.TemporaryDirectory() as folder, surroundings(Path(folder)):
        sheet, model = Path(folder, name), Path(folder, "m.toml")
        sheet.write_bytes(data)
        model.write_text(BOARD, encoding="utf-8")
        words = ("import", "members", str(sheet), "--into", str(model))
        status, _, said = answer(*words)
        assert status in {0, 1, 2}, said
        written = model.read_bytes()
        if status:
            assert written == BOARD.encode()
            return
        load(model)
        status, _, said = answer(*words)
        assert (status, model.read_bytes()) == (0, written), said


def _changed_inside(chance: random.Random, data: bytes) -> bytes:
    """Return a workbook with one part changed at random; one that cannot be unpacked as it is."""
    stream = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
            changed = chance.choice(old.namelist())
            for each in old.namelist():
                part = old.read(each)
                new.writestr(each, mutated(chance, [part], WORDS) if each == changed else part)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        LookupError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ):
        return data
    return stream.getvalue()
