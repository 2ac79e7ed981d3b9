"""Rules between records: right records cause no warning, both places are shown, and the work is linear in the input."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tiers.model import Mistake, bundled, load, read_model
from tiers.model.format import text
from tiers.model.reading.report import SHOWN

from ..counting import steps

Mistakes = Callable[..., list[Mistake]]

ALDERMERE = Path(__file__).parents[2] / "models" / "aldermere"


def codes(files: str | dict[str, str]) -> list[str]:
    """Return the codes of the mistakes of a model in memory."""
    texts = {"m.toml": files} if isinstance(files, str) else files
    read = [(name, each.encode("utf-8")) for name, each in texts.items()]
    return [each.code for each in read_model([], read).mistakes]


HELD = (
    '[[post]]\nid = "p"\nname = "P"\nheld_by = [{}]\n'
    '[[person]]\nid = "a"\nname = "A"\n[[person]]\nid = "b"\nname = "B"\n'
)
SEATS = (
    '[[body]]\nid = "x"\nname = "X"\nmembers = [{}]\n'
    '[[post]]\nid = "p"\nname = "P"\nheld_by = "a"\n[[person]]\nid = "a"\nname = "A"\n[[person]]\nid = "b"\nname = "B"\n'
)
CODED = "".join(
    f'[[organisation]]\nid = "{each}"\nname = "{each}"\nidentifiers = [{{{{ identifier = "1", scheme = "ODS"{{}} }}}}]\n{{}}'
    for each in "ab"
)
NAMED = '[[partnership]]\nid = "{0}"\nname = "{0}"\n[[body]]\nid = "{0}-board"\nname = "{1}"\npart_of = "{0}"\n{2}'
ROUND = '[[body]]\nid = "{0}"\nname = "{0}"\n{1} = [{{{{ to = "{2}"{{}} }}}}]\n'


@pytest.mark.parametrize(
    "model",
    [
        pytest.param(HELD.format('{ id = "a", end_date = "2021" }, { id = "b", start_date = "2021" }'), id="one holder after another within a year"),
        pytest.param(HELD.format('{ id = "a", end_date = "2021" }, "b"'), id="a holder who left, and one since when nobody says"),
        pytest.param(HELD.format('"a", { id = "b", expected_date = "2025" }'), id="a holder, and one who is expected"),
        pytest.param(HELD.format('{ id = "none", end_date = "2021" }, "a"'), id="a vacancy that ended"),
        pytest.param(HELD.format('"not_stated", "a"'), id="a silence beside a holder"),
        pytest.param(SEATS.format('{ id = "p", capacity = "chair" }, { id = "a", capacity = "chair" }'), id="a post and who holds it, both as the chair"),
        pytest.param(SEATS.format('{ id = "a", capacity = "co-chair" }, { id = "b", capacity = "co-chair" }'), id="co-chairs"),
        pytest.param(SEATS.format('{ id = "a", role = "money" }, { id = "a", role = "people" }'), id="two seats with a role each"),
        pytest.param(SEATS.format('{ id = "o", capacity = "chair" }, { id = "o", capacity = "member", seats = 2 }') + '[[organisation]]\nid = "o"\nname = "O"\n', id="an organisation with the chair and two more seats"),
        pytest.param(SEATS.format('{ id = "a", end_date = "2020" }, { id = "a", start_date = "2022" }'), id="one member twice, at two times"),
        pytest.param(CODED.format(', end_date = "2020"', "", ', start_date = "2020"', ""), id="a code that passed on"),
        pytest.param(CODED.format("", 'end_date = "2020"\n', "", 'start_date = "2021"\n'), id="a code of what followed another"),
        pytest.param(NAMED.format("n", "Board", "") + NAMED.format("m", "Board", ""), id="one name in two places"),
        pytest.param(NAMED.format("n", "Board", 'end_date = "2020"\n') + '[[body]]\nid = "new"\nname = "Board"\npart_of = "n"\nstart_date = "2021"\n', id="one name, one after the other"),
        pytest.param("".join(f'[[organisation]]\nid = "{each}"\nname = "The Surgery"\nidentifiers = [{{ identifier = "{each}", scheme = "ODS" }}]\n' for each in "ab"), id="one name of two practices, each with its code"),
        pytest.param('[[source]]\nid = "s"\nname = "S"\n', id="a model of documents alone"),
        pytest.param('[[body]]\nid = "a"\nname = "Béla Bartók"\n[[body]]\nid = "b"\nname = "Совет"\n[[body]]\nid = "c"\nname = "Δ-testing 👩\u200d⚕️"\n', id="letters of other scripts by themselves"),
        pytest.param(ROUND.format("a", "delegates_to", "b").format(', function = "f"') + ROUND.format("b", "delegates_to", "a").format(', function = "g"') + '[[function]]\nid = "f"\nname = "F"\n[[function]]\nid = "g"\nname = "G"\n', id="two delegations of two functions"),
        pytest.param(ROUND.format("a", "accountable_to", "b").format(', end_date = "2020"') + ROUND.format("b", "accountable_to", "a").format(""), id="an account that ended, and one the other way"),
        pytest.param('[[body]]\nid = "a"\nname = "A"\nstart_date = "2021"\nend_date = "2021-06"\n', id="a start and an end in one year"),
        pytest.param('[[body]]\nid = "a"\nname = "A"\ndecides = [{ value = "advises" }, { value = "decides" }]\nresponsible_for = [{ to = "f", mode = "decides" }]\n[[function]]\nid = "f"\nname = "F"\n', id="two powers, of which one decides"),
        pytest.param('[[source]]\nid = "s"\nname = "S"\nwritten = "2024"\n[[body]]\nid = "a"\nname = "A"\nsources = ["s"]\nas_at = "2024-12-31"\n[[body]]\nid = "b"\nname = "B"\nbasis = "inferred"\n', id="a day in the year of the document, and a body of our own reading"),
        pytest.param('[[body]]\nid = "a"\nname = "A"\nend_date = "2020"\n[[body]]\nid = "b"\nname = "B"\nend_date = "2022"\npart_of = [{ to = "a", end_date = "2020" }]\n', id="a sub-group that left a body before that ended"),
        pytest.param('[[body]]\nid = "a"\nname = "A"\n', id="a model without documents"),
    ],
)  # fmt: skip
def test_what_may_well_be_so_is_not_warned_of(model: str) -> None:
    """Where dates or details leave room for both, neither is doubted."""
    assert codes(model) == []


@pytest.mark.parametrize("path", [bundled(), str(ALDERMERE)])
def test_the_models_that_come_with_it_have_nothing_to_warn_of(path: str) -> None:
    """The bundled model and the second of the tests pass with no warning at all."""
    assert read_model([path]).mistakes == ()


def test_both_places_are_shown() -> None:
    """A mistake about two places shows the line of each, in whichever file it is."""
    one = '[[post]]\nid = "p"\nname = "P"\n[[person]]\nid = "a"\nname = "A"\nholds = "p"\n'
    two = '[[person]]\nid = "b"\nname = "B"\nholds = "p"\n'
    (found,) = read_model([], [("one.toml", one.encode()), ("two.toml", two.encode())]).mistakes
    assert found.message == "the post `p` is held by `b`, and at the same time by `a` at one.toml:7"
    assert [(each.file, each.line, each.column, each.text, each.label) for each in found.excerpts] == [
        ("two.toml", 4, 9, 'holds = "p"', ""),
        ("one.toml", 7, 9, 'holds = "p"', "the other one is here"),
    ]


ALLOWED = '[file]\nallow = [{ code = "two-holders", reason = "They share it." }]\n'


def test_a_warning_is_allowed_in_its_file_alone() -> None:
    """`allow` silences a warning in the file that says so, and in no other."""
    held = HELD.format('"a", "b"')
    other = held.replace('"p"', '"q"').replace('"a"', '"c"').replace('"b"', '"d"')
    assert codes(ALLOWED + held) == []
    assert codes({"one.toml": ALLOWED + held, "two.toml": other}) == ["same-name", "two-holders"]
    assert codes({"one.toml": ALLOWED, "two.toml": held}) == ["unused-allow", "two-holders"]


def test_what_is_allowed_is_not_counted(mistakes_of: Mistakes) -> None:
    """Of 150 warnings that a file allows none takes the room of another file's, nor is any counted."""
    posts = "".join(
        f'[[post]]\nid = "p{n}"\nname = "P{n}"\nheld_by = ["a", "b"]\n' for n in range(SHOWN + 50)
    )
    people = '[[person]]\nid = "a"\nname = "A"\n[[person]]\nid = "b"\nname = "B"\n'
    found = mistakes_of(
        one=ALLOWED + posts + people, two='[[post]]\nid = "q"\nname = "Q"\nheld_by = ["a", "b"]\n'
    )
    assert [(each.code, each.file, each.count) for each in found] == [("two-holders", "two.toml", 1)]


def test_a_mistake_cannot_be_allowed() -> None:
    """An error stays one whatever `allow` says, and stops the model from being read."""
    text = '[file]\nallow = [{ code = "unknown-key", reason = "We need it." }]\n[[body]]\nid = "a"\nname = "A"\nx = 1\n'
    assert codes(text) == ["unknown-key"]


@pytest.mark.parametrize(
    ("written", "column", "message"),
    [
        ('"two-holders"', 9, '`allow` wants a list of tables, not the text "two-holders"'),
        ('["two-holders"]', 9, "`allow` wants a list of tables, not a list of other things"),
        ('[{ code = "x", reason = "" }]', 33, "`reason` is empty"),
    ],
)
def test_allow_has_one_shape(mistakes_of: Mistakes, written: str, column: int, message: str) -> None:
    """A code alone, without its reason, is refused at its place."""
    first, *_ = mistakes_of(f'[file]\nallow = {written}\n[[body]]\nid = "a"\nname = "A"\n')
    assert (first.line, first.column, first.message) == (2, column, message)


def test_warnings_do_not_stop_a_model_from_being_read(tmp_path: Path) -> None:
    """What asks for a look is loaded all the same."""
    path = tmp_path / "m.toml"
    path.write_text(HELD.format('"a", "b"'), encoding="utf-8")
    assert len(load(path)) == 3


def many(count: int) -> str:
    """Return a model with many of what rules compare: holders, seats, codes, names, rings, sources, layers."""
    people = "".join(f'[[person]]\nid = "p{n}"\nname = "Ada {n}"\nholds = "post"\n' for n in range(count))
    orders = "".join(
        f'[[layer]]\nid = "l{n}"\nname = "L{n}"\nof = "x"\norder = 1\nstart_date = "2022"\nend_date = "2021"\n'
        for n in range(count)
    )
    bodies = "".join(
        f'[[body]]\nid = "b{n}"\nname = "Bоard"\nidentifiers = [{{ identifier = "1", scheme = "ODS" }}]\n'  # noqa: RUF001 - the odd letter is meant
        f'member_of = [{{ to = "x", capacity = "chair" }}]\naccountable_to = "b{(n + 1) % count}"\n'
        for n in range(count)
    )
    seats = ", ".join(f'{{ id = "p0", voting = {"true" if n % 2 else "false"} }}' for n in range(count))
    return (
        '[[partnership]]\nid = "x"\nname = "X"\n[[post]]\nid = "post"\nname = "Post"\n'
        f'[[body]]\nid = "y"\nname = "Y"\nmembers = ["none", {seats}]\n{people}{orders}{bodies}'
    )


def test_the_rules_take_as_much_work_as_there_is_input() -> None:
    """Four times as much of everything at once is at most five times the work, though all of it is at odds."""
    few, more = (steps(lambda count=count: codes(many(count))) for count in (60, 240))  # type: ignore[misc] # a default
    assert few < more <= 5 * few


def test_every_rule_is_found_among_many() -> None:
    """The model of which the work is counted has every kind of mistake it is meant to have."""
    assert {"two-holders", "two-chairs", "same-seat", "none-beside", "ring", "same-code", "same-name", "odd-letter",
            "same-order", "ends-before-start"} <= set(codes(many(60)))  # fmt: skip


def test_folding_is_called_so_often_as_there_are_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference to what is missing costs one look among the names, which are folded once."""
    from tiers.model.reading import consistency  # noqa: PLC0415 - it is patched here

    counted: list[int] = []

    def counting(word: str) -> str:
        counted.append(1)
        return text.fold(word)

    monkeypatch.setattr(consistency, "fold", counting)
    found = []
    for count in (200, 400):
        counted.clear()
        codes("".join(f'[[body]]\nid = "b{n}"\nname = "B{n}"\npart_of = "x{n}"\n' for n in range(count)))
        found.append(len(counted))
    assert found == [400, 800]


@pytest.mark.parametrize(
    ("start", "found"), [("2025-09-01", []), ("2025-01-01", ["two-holders", "two-chairs"])]
)
def test_who_is_to_come_is_not_there_at_the_same_time(start: str, found: list[str]) -> None:
    """A document may name who has a post or the chair, and who is to follow on a later day."""
    text = (
        '[[source]]\nid = "minutes"\nname = "Minutes"\npresented = "2025-06-24"\n'
        f'[[post]]\nid = "clerk"\nname = "Clerk"\nheld_by = ["ann", {{ id = "bo", start_date = "{start}" }}]\n'
        'sources = ["minutes"]\n'
        '[[body]]\nid = "board"\nname = "Board"\nsources = ["minutes"]\nmembers = [\n'
        '    { id = "ann", capacity = "chair" },\n'
        f'    {{ id = "bo", capacity = "chair", start_date = "{start}" }},\n]\n'
        '[[person]]\nid = "ann"\nname = "Ann"\n[[person]]\nid = "bo"\nname = "Bo"\n'
    )
    assert [each for each in codes({"m.toml": text}) if each.startswith("two-")] == found
