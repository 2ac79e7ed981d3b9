"""The table of promises names tests that there are."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "promises.md"


def test_each_promise_has_its_test() -> None:
    """Every row of the tables ends with one test, which is defined in the file that it names."""
    tables = PAGE.read_text(encoding="utf-8").partition("\n## Figures")[0]
    rows = [line for line in tables.splitlines() if line.startswith("| ")]
    promised = [row for row in rows if not row.endswith("| test |") and not row.startswith("| ---")]
    named = [re.search(r"\| `([\w/]+\.py)::(test_\w+)` \|$", row) for row in promised]
    assert len(named) > 150
    lost = [
        row
        for row, test in zip(promised, named, strict=True)
        if test is None
        or not re.search(rf"^(?:async )?def {test[2]}\(", (TESTS / test[1]).read_text("utf-8"), re.MULTILINE)
    ]
    assert lost == []
