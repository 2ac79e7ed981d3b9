"""The page of the results."""

from benchmarks.__main__ import NOT_MEASURED, Row, page


def test_the_page_says_what_is_reached_and_what_is_not_measured() -> None:
    """Each line has what is compared, the medians, the ratio and the most it is to be; what is missed is said."""
    written = "".join(
        page(
            [Row("first frame", "an app", "23 / 20 ms", 1.15, 1.15)],
            {1000: [Row("`tiers gaps`", "tomli", "5 / 2 ms CPU", 2.5, 2)]},
            3,
        )
    )
    tables = [line for line in written.splitlines() if line.startswith(("## ", "| ", "- "))]
    head = ["| what | beside | measured | ratio | to reach | |", "| --- | --- | --- | --- | --- | --- |"]
    assert tables == [
        "## The bundled model",
        *head,
        "| first frame | an app | 23 / 20 ms | 1.15 | 1.15 | reached |",
        "## 1,000 entities, kept but where it says cold",
        *head,
        "| `tiers gaps` | tomli | 5 / 2 ms CPU | 2.50 | 2 | missed |",
        "## Not measured here",
        *(f"- {each}" for each in NOT_MEASURED),
    ]
    assert "3 rounds (cold: 1)" in written
