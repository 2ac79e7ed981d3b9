"""The page of the results."""

from benchmarks.__main__ import growth, joined, section
from benchmarks.rows import Row

HEAD = ["| what | beside | measured | ratio | to reach | |", "| --- | --- | --- | --- | --- | --- |"]


def test_a_section_says_what_is_reached() -> None:
    """Each line has what is compared, the medians, the ratio and the most it is to be, where it is to be anything."""
    written = section(
        "1000",
        [
            Row("first frame", "an app", "23 / 20 ms", 1.15, 1.15),
            Row("`tiers gaps`", "tomli", "5 / 2 ms CPU", 2.5, 2),
            Row("`tiers print`", "GNU tree", "5 / 2 ms CPU", 2.5),
        ],
        3,
    )
    assert [line for line in written.splitlines() if line.startswith(("## ", "| "))] == [
        "## 1,000 entities, kept but where it says cold",
        *HEAD,
        "| first frame | an app | 23 / 20 ms | 1.15 | 1.15 | reached |",
        "| `tiers gaps` | tomli | 5 / 2 ms CPU | 2.50 | 2 | missed |",
        "| `tiers print` | GNU tree | 5 / 2 ms CPU | 2.50 |  |  |",
    ]
    assert "3 rounds (cold: 1)" in written


def test_a_run_replaces_the_sections_that_it_measures() -> None:
    """The others stay, the bundled model first, then the sizes in order, then the national model and other programs; last what is to be said of all."""
    page = ""
    for part, ratio in (
        ("100000", 1),
        ("peers", 2),
        ("bundled", 3),
        ("10000", 4),
        ("national", 5),
        ("100000", 6),
    ):
        text = section(part, [Row("first frame", "an app", "5 / 5 ms", ratio)], 3)
        page = joined(page, {text.partition("\n")[0].removeprefix("## "): text})
    lines = page.splitlines()
    assert [line[3:].partition(",")[0] for line in lines if line.startswith("## ")] == [
        "The bundled model",
        "10",
        "100",
        "The national model",
        "Other programs",
        "Growth from 10",
        "Where a figure is missed",
    ]
    ratios = [line.split(" | ")[3] for line in lines if line.startswith("| first frame | an app")]
    assert ratios == ["3.00", "4.00", "6.00", "5.00", "2.00"]


def test_the_page_says_how_each_cost_grows() -> None:
    """Flat, in proportion or beyond it, from the smallest size to the largest; a single size says nothing."""
    sizes = [
        section(
            size,
            [
                Row("first frame", "an app", f"{frame} / 5 ms", 1),
                Row("cold, read", "tomli", f"{read} / 5 ms CPU", 1),
                Row(
                    f"explorer: private memory after {size} keys, 9 s: MiB more",
                    "of the bundled model",
                    f"{memory} / 5 MiB",
                    1,
                ),
                Row(f"`tiers {size}`", "tomli", "1 / 1 ms CPU", 1),
            ],
            1,
        )
        for size, frame, read, memory in (("100", "20", "1,000", "10"), ("1000", "22", "9,000", "40"))
    ]
    assert growth(sizes[:1]) == []
    (page,) = growth(sizes)
    assert page.splitlines() == [
        "## Growth from 100 to 1,000 entities",
        "",
        "Of 10 times as many entities. What takes less than twice as long is flat; what takes 10 times as long is linear.",
        "",
        "| what | times as long | |",
        "| --- | --- | --- |",
        "| first frame | 1.1 | flat |",
        "| cold, read | 9.0 | linear |",
        "| explorer: private memory | 4.0 | less than linear |",
    ]
