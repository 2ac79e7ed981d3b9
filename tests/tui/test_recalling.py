"""Earlier queries."""

from tiers.tui.exploring.search.earlier_queries import Recall


def test_earlier_queries_come_back_and_what_was_typed_too() -> None:
    """Up goes back as far as there are any, down comes forward to the line as it was typed."""
    recall = Recall()
    for query in ("frail", "board", " ", "frail"):
        recall.keep(query)
    recall.begin()
    lines = ["car"]
    for by in (-1, -1, -1, 1, 1, 1):
        lines.append(recall.step(by, lines[-1]))
    assert lines == ["car", "frail", "board", "board", "frail", "car", "car"]


def test_without_earlier_queries_the_line_stays() -> None:
    """Without earlier queries, asking for one leaves the typed text."""
    recall = Recall()
    recall.begin()
    assert [recall.step(by, "car") for by in (-1, 1)] == ["car", "car"]
