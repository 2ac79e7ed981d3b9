"""Questions to Aldermere, a fictional borough, and the files of their answers; `python -m tests.cli.borough` writes them anew."""

import contextlib
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tiers.tui.cli import main

_TESTS = Path(__file__).parent.parent
ALDERMERE = _TESTS / "models" / "aldermere"
ANSWERS = _TESTS / "golden" / "aldermere"

QUESTIONS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "who-delegated.text": ("who", "NHS dentistry"),
        "who-delegated.json": ("who", "NHS dentistry", "--format", "json"),
        "who-reserved.text": ("who", "commissioning strategy"),
        "who-ended.text": ("who", "eye tests"),
        "who-planned.text": ("who", "hospital at home"),
        "who-planned-body.text": ("who", "fluoride varnish"),
        "who-of-the-council.text": ("who", "reablement"),
        "who-of-the-board.text": ("who", "Better Care Fund"),
        "who-answers-only.text": ("who", "support for carers"),
        "who-plural.text": ("who", "evening appointments"),
        "who-inferred.text": ("who", "district nursing"),
        "who-nobody.text": ("who", "hospital parking"),
        "who-named-body.text": ("who", "Primary Care Committee"),
        "who-no-members.text": ("who", "Quality Committee"),
        "show-joint-committee.text": ("show", "s75-board"),
        "show-disputed.text": ("show", "community"),
        "show-disputed.json": ("show", "community", "--format", "json"),
        "show-slipped.text": ("show", "tolling"),
        "show-successions.text": ("show", "aldermere-ccg"),
        "show-vacant-post.text": ("show", "chair-primary"),
        "path-successions.text": ("path", "Aldermere CCG", "wide-icb"),
        "path-guest.text": ("path", "ferry", "s75-board"),
        "path-function.text": ("path", "dentistry", "primary-care"),
        "gaps.text": ("gaps",),
        "gaps-questions.text": ("gaps", "--questions", "--not", "legal-form", "--not", "decides"),
        "gaps.json": ("gaps", "--format", "json"),
        "matters.text": ("matters",),
        "matters.json": ("matters", "--format", "json"),
        "print-tiers.text": ("print",),
        "print-seats.text": ("print", "--view", "seats"),
        "print-functions.text": ("print", "--view", "functions"),
        "print-part.text": ("print", "fenmarch-icb"),
        "print-functions.csv": ("print", "--view", "functions", "--format", "csv"),
        "search-council.text": ("search", "council"),
        "search-function.text": ("search", "planned operations"),
        "compare.text": ("compare", "aldermere", "brackwater"),
        "diff.text": ("diff", "2022", "2024-12-31"),
        "diff-attends.text": ("diff", "2023", "2024"),
        "diff-attends.md": ("diff", "2023", "2024", "--format", "markdown"),
        "search-attends.text": ("search", "ferry"),
        "diff-one-day.text": ("diff", "2023-12-31", "2024-01-01"),
        "timeline.text": ("timeline",),
        "glossary.text": ("glossary",),
        "glossary.csv": ("glossary", "--format", "csv"),
        "glossary.md": ("glossary", "--format", "markdown"),
        "glossary-term.text": ("glossary", "BCF"),
        "as-of.text": ("--as-of", "2023-04-15", "who", "Better Care Fund"),
    }
)
"""By the name of the file of its answer, the words of a command."""


def answer(question: str) -> str:
    """Return what a command writes to a stream that carries all of Unicode."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    os.environ["TIERS_MODEL"] = str(ALDERMERE)
    os.environ["COLUMNS"] = "100"
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(io.StringIO()):
        status = main(QUESTIONS[question])
    stream.seek(0)
    text = stream.read().replace(f"{ALDERMERE}/", "")  # where it is written: the same on every machine
    return text if status == 0 else f"status {status}\n{text}"


if __name__ == "__main__":
    ANSWERS.mkdir(exist_ok=True)
    for each in QUESTIONS:
        (ANSWERS / each).write_bytes(answer(each).encode())
