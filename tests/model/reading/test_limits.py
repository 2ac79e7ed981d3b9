"""Limits of reading and of messages: each has its message, and the work grows no faster than the input."""

from collections.abc import Callable

import pytest

from tiers.model import Mistake, read_model
from tiers.model.format import text
from tiers.model.reading import building, report
from tiers.model.reading.report import SHOWN

from ..counting import steps

Mistakes = Callable[..., list[Mistake]]

MARKS = "\u0301" * 30
BODY = '[[body]]\nid = "b"\nname = "{}"\n'


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the words with which a wrong one is compared."""
    counted: list[int] = []

    def counting(word: str, words: object) -> str:
        counted.append(len(words))  # type: ignore[arg-type] # a collection, as the report wants
        return text.did_you_mean(word, words)  # type: ignore[arg-type] # as above

    monkeypatch.setattr(report, "did_you_mean", counting)
    return counted


def missing(count: int) -> str:
    """Return a model in which each of some bodies names one that is missing."""
    return "".join(
        f'[[body]]\nid = "b{number}"\nname = "B"\npart_of = "x{number}"\n' for number in range(count)
    )


def test_of_a_sort_so_many_are_told_and_the_rest_are_counted(mistakes_of: Mistakes) -> None:
    """A hundred by themselves, then one line with the number of the others; other sorts are told all the same."""
    tables = "".join(f'[[body]]\nid = "b{number}"\nname = "B{number}"\nx = 1\n' for number in range(350))
    found = mistakes_of(f"{tables}[[nobody]]\n")
    assert [each.code for each in found] == ["unknown-key"] * SHOWN + ["unknown-table", "unknown-key"]
    assert found[-1] == Mistake(
        "unknown-key",
        "250 more mistakes with the code `unknown-key` are not shown",
        hint="put right what is shown, and check again",
        count=250,
    )
    assert sum(each.count for each in found) == 351


def test_one_more_is_counted_as_one(mistakes_of: Mistakes) -> None:
    """A hundred are told without any figure, and of a hundred and one the last is counted."""
    assert len(mistakes_of(missing(SHOWN))) == SHOWN
    last = mistakes_of(missing(SHOWN + 1))[-1]
    assert last.message == "1 more mistake with the code `dangling-reference` is not shown"


def test_what_is_written_wrong_is_compared_with_no_more_words_than_there_is_use_for(
    mistakes_of: Mistakes, compared: list[int]
) -> None:
    """Twice as many references to what is missing are compared with at most twice as many words, and in all with so many."""
    mistakes_of(missing(1000))
    few = sum(compared)
    compared.clear()
    mistakes_of(missing(2000))
    many = sum(compared)
    compared.clear()
    mistakes_of(missing(8000))
    assert 0 < few <= many <= 2 * few
    assert sum(compared) <= report._COMPARED


def test_a_very_long_word_is_compared_with_none(mistakes_of: Mistakes, compared: list[int]) -> None:
    """A key of a hundred thousand letters is told shortened, and nothing is suggested for it."""
    (found,) = mistakes_of(f"{BODY.format('B')}{'x' * 100_000} = 1\n")
    assert (len(found.message) < 120, found.hint, compared) == (True, "", [])


@pytest.mark.parametrize("size", [3, 5000])
def test_of_a_long_ring_the_ends_are_named(mistakes_of: Mistakes, size: int) -> None:
    """A ring of three is named whole, of one of five thousand the beginning and the end."""
    bodies = (
        f'[[body]]\nid = "b{number}"\nname = "B"\npart_of = "b{(number + 1) % size}"\n'
        for number in range(size)
    )
    (found,) = mistakes_of("".join(bodies))
    if size == 3:
        assert found.message == "`b0` is part of itself: `b0` > `b1` > `b2` > `b0`"
    else:
        assert found.message == (
            "`b0` is part of itself: `b0` > `b1` > `b2` > `b3` > `b4` > `b5` > (4,989 more) > "
            "`b4995` > `b4996` > `b4997` > `b4998` > `b4999` > `b0`"
        )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (BODY.format("x" * 501), "`name` has 501 characters; it may have 500"),
        (BODY.format("x" * 1_000_000), "`name` has 1,000,000 characters; it may have 500"),
        (
            BODY.format("B") + f'summary = "{"x" * 20_001}"\n',
            "`summary` has 20,001 characters; it may have 20,000",
        ),
        (
            BODY.format("e" + "\u0301" * 31),
            "`name` has a letter with more than 30 marks, which cannot be drawn",
        ),
    ],
)
def test_what_no_screen_can_show_is_refused(mistakes_of: Mistakes, written: str, message: str) -> None:
    """A name longer than 500 characters, another text longer than 20,000, a letter with more marks than any script has."""
    (found,) = mistakes_of(written)
    assert (found.message, found.line is not None) == (message, True)


def test_what_is_just_short_enough_is_read(mistakes_of: Mistakes) -> None:
    """500 characters, 200 of an id, 20,000 of a summary and 30 marks are no mistake."""
    body = f'[[body]]\nid = "{"b" * 200}"\nname = "{"x" * 469}e{MARKS}"\nsummary = "{"x" * 20_000}"\n'
    assert mistakes_of(body) == []
    (found,) = mistakes_of(f'[[body]]\nid = "{"b" * 201}"\nname = "B"\n')
    assert found.code == "wrong-id"


LOCATORS = ", ".join(f'l{number} = "L"' for number in range(200))
WRONG: dict[str, Callable[[int], str]] = {
    "references to what is missing": missing,
    "tables of no kind": lambda count: "".join(
        f'[[kind{number}]]\nid = "a{number}"\n' for number in range(count)
    ),
    "wrong values, each of four sorts": lambda count: "".join(
        f'[[body]]\nid = "B {number}"\nnme = "x"\norder = "1"\nstart_date = "soon {number}"\n'
        for number in range(count)
    ),
    "names where ids belong": lambda count: "".join(
        f'[[body]]\nid = "b{number}"\nname = "B {number}"\npart_of = "B {number}"\n'
        for number in range(count)
    ),
    "places that a source has not": lambda count: (
        f'[[source]]\nid = "s"\nname = "S"\nwritten = "2024"\nlocators = {{ {LOCATORS} }}\n'
        + "".join(f'[[body]]\nid = "b{n}"\nname = "B{n}"\nsources = ["s#x{n}"]\n' for n in range(count))
    ),
    "ids of another": lambda count: "".join(f'[[body]]\nid = "b"\nname = "B{n}"\n' for n in range(count)),
}
"""Models of so many mistakes of a sort."""


@pytest.mark.parametrize("sort", WRONG)
def test_mistakes_take_as_much_work_as_there_are(sort: str, compared: list[int]) -> None:
    """Four times as many mistakes are at most five times the work, and few of them are told one by one."""

    def told(count: int) -> tuple[Mistake, ...]:
        return read_model([], [("m.toml", WRONG[sort](count).encode("utf-8"))]).mistakes

    few, many = steps(lambda: told(150)), steps(lambda: told(600))
    assert few < many <= 5 * few
    assert sum(compared) <= 2 * report._COMPARED
    assert len(told(600)) <= 5 * (SHOWN + 1)
    assert sum(each.count for each in told(600)) >= 599


@pytest.mark.parametrize("written", ["tables", "a list"])
def test_more_entities_than_any_screen_is_for_are_refused(
    mistakes_of: Mistakes, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    """Two million, however they are written: the file with the first one too many is named; as many as that are read."""
    monkeypatch.setattr(building, "ENTITY_LIMIT", 6)

    def model(first: int) -> str:
        if written == "tables":
            return "".join(f'[[body]]\nid = "b{n}"\nname = "B{n}"\n' for n in range(first, first + 3))
        return (
            "body = [" + ", ".join(f'{{id = "b{n}", name = "B{n}"}}' for n in range(first, first + 3)) + "]\n"
        )

    assert mistakes_of(a=model(0), b=model(3)) == []
    assert [str(each) for each in mistakes_of(a=model(0), b=model(3), c=model(6), d=model(9))] == [
        (
            "c.toml: with this file the model has more than 6 entities "
            "(hint: split the model into several, each with what is looked at together)"
        )
    ]


def test_the_limit_of_entities_is_far_beyond_a_country() -> None:
    """All 300,000 of a national model are read six times over."""
    assert building.ENTITY_LIMIT == 2_000_000
