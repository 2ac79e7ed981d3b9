"""The golden files of the formats for other programs; `python -m tests.printing.golden` writes them again."""

import contextlib
import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from tiers.model import bundled
from tiers.tui.cli import main
from tiers.tui.printing import FORMATS, TAKES

HERE = Path(__file__).parent.parent
GOLDEN = HERE / "golden"
SMALL = HERE / "models" / "place.toml"

_TEXTS = [name for name, form in FORMATS.items() if form.is_text]
"""The formats that are text."""

_TREES = ("text", "ascii", "plain", "json")
"""The formats of which the views of workstreams have a golden file too."""


def _cases() -> Iterator[tuple[str, tuple[Path, tuple[str, ...]]]]:
    for view in ("tiers", "decisions", "workstreams", "seats"):
        for form in _TREES if view == "workstreams" else _TEXTS:
            yield f"place.{view}.{form}", (SMALL, ("print", "--view", view, "--format", form))
    for form in _TEXTS:
        told = ("--sources", "--legend") if form in TAKES["--legend"] else ()
        words = ("print", "harrow", "--view", "decisions", "--format", form, *told)
        yield f"harrow.decisions.{form}", (Path(bundled()), words)


CASES: Mapping[str, tuple[Path, tuple[str, ...]]] = dict(_cases())
"""By the name of a golden file, the model and the words of the command that writes it."""


def output_of(case: str) -> str:
    """Return what the command of a golden file writes to a stream that carries all of Unicode."""
    model, words = CASES[case]
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    os.environ["TIERS_MODEL"] = str(model)
    with contextlib.redirect_stdout(stream):
        assert main(words) == 0
    stream.seek(0)
    return stream.read()


if __name__ == "__main__":
    for each in CASES:
        (GOLDEN / each).write_text(output_of(each), encoding="utf-8", newline="")
