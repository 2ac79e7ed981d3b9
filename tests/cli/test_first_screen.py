"""What a terminal of 80 columns and 24 rows shows first: the answer, in lines that fit, on two unlike models."""

import shlex
from pathlib import Path

import pytest

from tiers.model import bundled
from tiers.tui.printing.parts.wrapping import cells

from .conftest import Tiers

ALDERMERE = str(Path(__file__).parent.parent / "models" / "aldermere")

ANSWERS = {
    "who frailty": "The documents do not say who decides about frailty; Frailty and care settings leads on it.",
    "who elderly --in harrow": "Who sits on Frailty and care settings: nobody is named",
    "who 'mental health'": "Mental Health > Health and Care Executive > Joint Management Board",
    "who --raise services": "The documents say where to take a concern in Herefordshire and Worcestershire",
    "matters harrow": "3 not seen since",
    "matters --state 'not seen since'": "Safeguarding is missing from the 100 Day Plan",
    "gaps harrow": "Where is safeguarding in the partnership's plan and structure",
    "gaps harrow-jmb": "Harrow Joint Management Board: ",
    "diff 2021-06-30 2022-02-22 --in harrow": "is Harrow Borough Based Partnership",
    "compare harrow hf-icp": "Only in Harrow: decision-making layers 4, members: organisations 7",
    "timeline harrow": "Feb 2020: First 100-day plan · began · plan",
    "path 'Harrow Council' 'Frailty and care settings'": "has as part Frailty and care settings (workstream)",
    "show harrow-jmb": "Decides not stated",
    "show ICP": "harrow Harrow Borough Based Partnership (disputed) partnership",
    "show Harow": "harrow Harrow Borough Based Partnership",
    "search frailty": "harrow-frailty Frailty and care settings workstream · place · Harrow Borough Based Partnership · name",
    "search cancer": "no document in this model mentions `cancer`",
    "glossary ICP": "A partnership of the NHS, the council, GPs and the voluntary and community sector in one borough",
    "glossary": "Acute (2 meanings): Said of trusts and of admissions to hospital",
    "print harrow --view decisions": "Sovereign Organisational Governance and Decision Making",
    "print harrow --view decisions --format plain --sources": "Harrow Borough Based Partnership",
    "print --view functions": "England",
    "help guide": "# ",
    "help model": "# ",
    "help who": "usage: tiers who [OPTIONS] TOPIC...",
    "check --explain unknown-key": "The table has no such key",
    "harrow": "it names Harrow Borough Based Partnership: `tiers open harrow` explores it",
    "who dentist": "Primary Care Committee holds NHS dentistry by delegation (up to £250,000 a year",
    "who 'capital spending'": "The documents say that Finance Committee decides about Capital spending",
    "matters": "Who pays for parking of carers · not answered",
    "gaps": "Who decides what carers pay for parking at St Oswin?",
    "diff 2022 2024": "Fenmarch Integrated Care Board",
    "compare aldermere 'Tolling Place Partnership'": "Only in Aldermere Borough: ",
    "timeline": "31 Mar 2020: NHS Aldermere Clinical Commissioning Group · ended",
    "show s75-board": "Aldermere Section 75 Board",
    "search board": "s75-board Aldermere Section 75 Board body · place · Aldermere Place Partnership · name",
    "print aldermere --view seats": "Aldermere Place Partnership",
    "print --view timeline": "31 Mar 2020",
}  # fmt: skip
"""What is typed, and what the first screen must hold; the lines from `who dentist` on are asked of Aldermere."""

_OF_ALDERMERE = list(ANSWERS).index("who dentist")
_GUIDES = str.maketrans("│├└─", "    ")


@pytest.mark.parametrize("typed", ANSWERS)
def test_the_first_screen_has_the_answer_in_lines_that_fit(
    terminal: Tiers, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """The answer is in the first 23 rows, and only what is one word is wider than the screen: nothing is cut in a word."""
    is_aldermere = list(ANSWERS).index(typed) >= _OF_ALDERMERE
    monkeypatch.setenv("TIERS_MODEL", ALDERMERE if is_aldermere else str(bundled()))
    answer = terminal(*_words(typed))
    lines = (answer.out or answer.err).splitlines()
    seen = " ".join("\n".join(lines[:23]).translate(_GUIDES).split())
    assert ANSWERS[typed] in seen
    assert [line for line in lines if cells(line) > 80 and len(line.split()) > 1] == []


@pytest.mark.parametrize(
    "typed", [each for each in ANSWERS if each.split()[0] in {"who", "gaps", "compare", "print"}]
)
def test_no_word_is_lost_or_cut(
    terminal: Tiers, tiers: Tiers, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """The words of a broken text are those of the text in a pipe, one by one."""
    is_aldermere = list(ANSWERS).index(typed) >= _OF_ALDERMERE
    monkeypatch.setenv("TIERS_MODEL", ALDERMERE if is_aldermere else str(bundled()))
    shown, piped = terminal(*_words(typed)).out, tiers(*_words(typed)).out
    assert shown.translate(_GUIDES).split() == piped.translate(_GUIDES).split()


def _words(typed: str) -> list[str]:

    return shlex.split(typed)
