"""A small place of which little is simple: seats that name nobody, stated unknowns, plans, ends and amounts, in every answer."""

import shlex
from pathlib import Path

import pytest

from .conftest import Tiers

MODEL = Path(__file__).parent.parent / "models" / "tarnbeck.toml"

SAID = {
    "who carers": [
        (
            "The documents do not say who decides about Support for carers; Tarnbeck NHS Trust is consulted on it; "
            "Tarnbeck Board is responsible for it, role unknown (stated)."
        ),
        "      is responsible for Support for carers, role unknown (stated) [3]",
        "        Ann Holm · member · planned: due 1 Jan 2025 [3]",
        "        Director of Place · planned holder: Ann Holm, due 1 Oct 2024 · public health · in attendance [2]",
    ],
    "who tarnbeck-board": [
        (
            "Who sits on Tarnbeck Board: Tarnbeck NHS Trust (vice-chair), lay member for audit (who is not stated), "
            "Ann Holm (planned seat), Tarnbeck Council (2 seats) and 2 more"
        ),
    ],
    "who tarnbeck-lead": [
        "Who holds the post Clinical Lead: unknown (stated in Minutes of the Tarnbeck Board)",
    ],
    "who tarnbeck-director": ["Who holds the post Director of Place: Ann Holm (planned)"],
    "who tarnbeck-exec": [
        "Tarnbeck Executive > Tarnbeck Board, Tarnbeck Council (planned delegation) > Tarnbeck Place Partnership",
    ],
    "who respite": [
        (
            "The documents say that it is not known who decides about Respite; Tarnbeck Council is to decide about it, "
            "planned for 1 Apr 2025; no document says that it happened; Tarnbeck Executive held it by delegation "
            "(up to £90,000 a year; above that Tarnbeck NHS Trust) until 31 May 2024."
        ),
    ],
    "who housing": [
        "Who sits on Tarnbeck Executive: nobody is named",
        "Who sits on Tarnbeck Finance Committee: Tarnbeck Council (chair)",
    ],
    "gaps tarnbeck-director": [
        "  Who holds this post: Director of Place? [1]",
        "    Ann Holm is to hold it, planned for 1 Oct 2024; no document says that it happened.",
    ],
    "gaps tarnbeck-lead": [
        "  Who holds this post: Clinical Lead? [1]",
        "    A document states that it is not known.",
    ],
    "gaps tarnbeck-exec": [
        "  By what legal power is Patient transport delegated from Tarnbeck Council to Tarnbeck Executive? [2]",
        "    Not recorded. Planned for 1 Apr 2025; no document says that it happened.",
    ],
    "show equipment": ["    up to £250,000; above that Tarnbeck Board"],
    "show pool": ["  £41.2 million · 2 Apr 2024 [1]"],
    "who transport": [
        (
            "  Tarnbeck Executive is to hold Patient transport by delegation (up to £41.2 million; above that "
            "Tarnbeck Council), planned for 1 Apr 2025; no document says that it happened [1]"
        ),
    ],
    "search £250,000": [
        "equipment       Community equipment  function  place  Tarnbeck Place Partnership  limit",
    ],
    "glossary budgets": ["Virement"],
    "glossary SoD": ["No glossary entry; it is the name of"],
    "compare tarnbeck-board tarnbeck-finance": [
        (
            "Only in Tarnbeck Board: members: organisations 2, members: people 1 (1 planned), in attendance 1, "
            "bodies 1"
        ),
        (
            "    in Tarnbeck Board: lay member for audit (not stated); voluntary sector lead "
            "(unknown (stated in Minutes of the Tarnbeck Board))"
        ),
        "Members: organisations: 2 only in Tarnbeck Board, 1 in both, 1 of them different",
        (
            "    Tarnbeck Council · in Tarnbeck Board: chair of the council's seats · seats: 2; "
            "in Tarnbeck Finance Committee: chair · votes"
        ),
        "    Ann Holm · member · planned: due 1 Jan 2025",
        "    Director of Place · public health · in attendance",
    ],
    "print --view decisions": [
        "    │   │   └── Recommends on (1)",
        "    │   │       └── Community equipment (function, recommends)",
        "    │   └── Tarnbeck Residents Panel (body, is accountable to it)",
    ],
    "print tarnbeck-lead": ["Clinical Lead (post, holder unknown (stated))"],
    "print tarnbeck-board": ["├── Tarnbeck Residents Panel (body, is accountable to it)"],
    "who quality": ["National tier"],
    "gaps tarnbeck-panel": ["Tarnbeck Residents Panel: members (not recorded)"],
    "path tarnbeck-panel tarnbeck-council": ["2 relations"],
    "print --view seats": [
        "├── Members (6; 1 planned)",
        "│   ├── Ann Holm (person, member, planned: due 1 Jan 2025, also 1)",
        "│   ├── not stated (lay member for audit, votes)",
        "│   └── unknown (stated in Minutes of the Tarnbeck Board) (voluntary sector lead)",
        "└── Planned, through the post Director of Place (1)",
    ],
    "print tarnbeck-board --view seats --format csv": [
        (
            "1,Tarnbeck Board,,not stated,seat,,tarnbeck-board,not stated,,,,,lay member for audit,yes,,,,,,,,"
            "stated,,,scheme#seats,documented,"
        ),
        (
            "1,Tarnbeck Board,,unknown (stated in Minutes of the Tarnbeck Board),seat,,tarnbeck-board,unknown,,,,,"
            "voluntary sector lead,,,,,,,,,stated,,,minutes#item-5,documented,"
        ),
    ],
    "print tarnbeck-council --view decisions --format csv": [
        (
            '1,Tarnbeck Council,,"delegates Patient transport to Tarnbeck Executive, up to £41.2 million; '
            'above it Tarnbeck Council",delegation,,stated,,,scheme#plans,planned,,tarnbeck-council,tarnbeck-exec,'
            "transport,,,41200000,£,tarnbeck-council,,,"
        ),
    ],
    "print carers --view functions --format csv": [
        (
            "0,,carers,Support for carers,function,place,not recorded,not recorded,not recorded,"
            "Tarnbeck Council (inferred),stated,,,scheme#limits,documented,,not recorded,Tarnbeck Homes (inferred),"
            "Tarnbeck NHS Trust,not recorded,,Tarnbeck Board,recommends: tarnbeck-homes; delivers: tarnbeck-council,"
            ",,,,,,,,,,,,,"
        ),
    ],
}
"""By command, lines of its answer."""


@pytest.mark.parametrize("command", SAID)
def test_an_answer_says_the_same_true_thing(tiers: Tiers, command: str) -> None:
    """Each of these lines stands in the answer, whole."""
    answer = tiers("--model", str(MODEL), *shlex.split(command))
    assert [line for line in SAID[command] if line not in answer.out.splitlines()] == []
    assert (answer.status, answer.err) == (0, "")


def test_a_document_that_is_asked_for_as_a_topic_is_told_as_one(tiers: Tiers) -> None:
    """`who` says that a document or a term is no topic and how to look it up, and not that nothing matches."""
    answer = tiers("--model", str(MODEL), "who", "SoD")
    assert (answer.status, answer.out, answer.err) == (
        1,
        "",
        (
            "error: `SoD` finds the source Scheme of delegation of Tarnbeck, which is no body and no topic\n\n"
            "hint: `tiers show scheme` says what it is\n"
        ),
    )
