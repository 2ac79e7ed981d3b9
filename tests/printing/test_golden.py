"""The bytes of the formats that leave the terminal are a contract."""

import pytest

from tests.printing.golden import CASES, GOLDEN, SMALL, output_of


@pytest.mark.parametrize("case", CASES)
def test_a_format_is_its_golden_file_byte_for_byte(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of a format, or of what it is made from, is made on purpose: it changes the golden file."""
    monkeypatch.setenv("TIERS_MODEL", str(SMALL))  # and so put back as it was
    golden = (GOLDEN / case).read_bytes()
    assert output_of(case).encode() == golden
