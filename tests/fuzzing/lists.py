"""Make official lists of practices at random: `tiers import registered-practices` reads them beside a valid one."""

import tempfile
from pathlib import Path

from tests.model.importing.lists import FIRST, official
from tiers.model import load

from .running import answer, surroundings

CELLS = (
    *(
        b",",
        b"\n",
        b"\r\n",
        b'"',
        b"'",
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"=1+1",
        b"@x",
        b"-1",
        b";",
    ),
    *(
        b"01Jan2022",
        b"01-Sep-20",
        b"31Feb2022",
        b"2022",
        b"GP_PRAC_PAT_LIST",
        b"A00001",
        b"U00001",
        b"U",
        b"QAA",
    ),
    *(
        b"01A",
        b"E54000001",
        b"PRACTICE_CODE",
        b"PCN_CODE",
        b"ICB_CODE",
        b"STP_CODE",
        b"CCG_CODE",
        b"EXTRACT_DATE",
    ),
    *(
        b"x" * 600,
        b"9" * 400,
        "\u202e".encode(),
        "\u0301".encode() * 40,
        b"not_stated",
        b"]]",
        b'"\n[[source]]',
    ),
)


def import_list(data: bytes) -> None:
    """A list is imported, or refused with a message; the result is a model, and the same list again changes nothing."""
    with tempfile.TemporaryDirectory() as folder, surroundings(Path(folder)):
        right, other, target = Path(folder, "one.csv"), Path(folder, "two.csv"), Path(folder, "m")
        right.write_bytes(official(FIRST, "01-Sep-20"))
        other.write_bytes(data)
        words = ("import", "registered-practices", str(right), str(other), "--into", str(target))
        status, _, said = answer(*words)
        assert status in {0, 2}, said
        if status:
            assert not target.exists()
            return
        load(target)
        written = {each: each.read_bytes() for each in target.rglob("*.*")}
        status, _, said = answer(*words)
        assert (status, {each: each.read_bytes() for each in target.rglob("*.*")}) == (0, written), said
