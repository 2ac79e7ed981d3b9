"""A query as a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model.finding.query import Filter, Query, QueryError, parse_query, query_of

ALLOWED = "`kind:`, `tier:`, `in:`, `status:`, `source:`, `member:`, `has:`, `as-of:`"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("   ", Query()),
        ("frailty", Query("frailty", ("frailty",), unfinished=True)),
        ("frailty ", Query("frailty", ("frailty",))),
        ("harrow board", Query("harrow board", ("harrow", "board"), unfinished=True)),
        (
            'board "joint management" kind:body',
            Query("board joint management", ("board",), ("joint management",), (), (Filter("kind", "body"),)),
        ),
        ('"joint manage', Query("joint manage", (), ("joint manage",))),
        ("harrow -council", Query("harrow", ("harrow",), excluded=("council",))),
        ('harrow -"health scrutiny"', Query("harrow", ("harrow",), excluded=("health scrutiny",))),
        ("-council", Query("-council", ("-council",), unfinished=True)),
        ("harrow -", Query("harrow", ("harrow",))),
        (
            "KIND:Body -tier:place as-of:2021",
            Query(
                filters=(
                    Filter("kind", "Body"),
                    Filter("tier", "place", excluded=True),
                    Filter("as-of", "2021"),
                )
            ),
        ),
        ('in:"harrow council"', Query(filters=(Filter("in", "harrow council"),))),
        ("https://nhs.uk", Query("https://nhs.uk", ("https://nhs.uk",), unfinished=True)),
        ("ICP:", Query("ICP:", ("ICP:",), unfinished=True)),
        ("10:30", Query("10:30", ("10:30",), unfinished=True)),
    ],
)
def test_parse(text: str, query: Query) -> None:
    """Words, phrases, exclusions and filters are told apart."""
    assert parse_query(text) == query


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("knd:body", "there is no filter `knd:`", f"did you mean `kind:`? the filters are {ALLOWED}"),
        ("zzz:body", "there is no filter `zzz:`", f"the filters are {ALLOWED}"),
        ("kind:", "`kind:` wants a kind of entity, such as `workstream`", ""),
        ('status:""', "`status:` wants how it stands, such as `planned` or `ended`", ""),
        ("a " * 65, "a query has at most 64 words, this one has 65", ""),
    ],
)
def test_wrong(text: str, message: str, hint: str) -> None:
    """A filter that there is not, and one without a value, say what is allowed."""
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        (["harrow", "board"], "harrow board"),
        (["harrow board"], "harrow board"),
        (["harrow", "joint management"], 'harrow "joint management"'),
        (["in:harrow council", "board"], 'in:"harrow council" board'),
        (["harrow", "-health scrutiny"], 'harrow -"health scrutiny"'),
        ([], ""),
    ],
)
def test_arguments(arguments: list[str], query: str) -> None:
    """An argument with a space is a phrase, unless it is the only one."""
    assert query_of(arguments) == query


@pytest.mark.parametrize(
    ("text", "asks"),
    [("who is on the board", True), ("the board?", True), ("the board", False), ("", False)],
)
def test_question(text: str, asks: bool) -> None:  # noqa: FBT001 - a row of a table
    """A query that begins with a question word or ends with a question mark is a question."""
    assert parse_query(text).question is asks


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Any text is a query or a `QueryError`, and never anything else."""
    try:
        query = parse_query(text)
    except QueryError as error:
        assert error.message  # noqa: PT017 - hypothesis gives both sorts of text
    else:
        assert len(query.words) + len(query.phrases) + len(query.excluded) + len(query.filters) <= 64
