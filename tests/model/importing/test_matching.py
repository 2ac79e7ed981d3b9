"""A sheet is imported into a model with seats written by hand in another form: each seat is found, or reported."""

import pytest

from tiers.model import load_texts, read_model

from .sheets import counts, imported

HEADER = "Committee,Role,Name,Organisation,Voting,Deputy,Term ends\n"
SHEET = (
    HEADER
    + "Place Board,Chair,Dr Helena Marsh,ICB,Yes,,30/06/2026\n"
    + "Place Board,Vice-chair,,Elm Council,Yes,,\n"
    + "Place Board,Place Director,,ICB,Yes,Director of Finance,\n"
    + "Place Board,Medical director,,Elm Trust,Yes,,\n"
    + "Place Board,Healthwatch manager,,Healthwatch Elm,No,,\n"
)
"""The sheet as committees have it: the role and the organisation of each seat, and of one the name."""

ORGANISATIONS = "".join(
    f'[[organisation]]\nid = "{key}"\nname = "{name}"\n\n'
    for key, name in (
        *(("icb", "ICB"), ("council", "Elm Council"), ("trust", "Elm Trust")),
        *(("healthwatch", "Healthwatch Elm"), ("hospice", "Elm Hospice")),
    )
)


def board(*seats: str) -> str:
    """Return a model of a board with these seats."""
    listed = "".join(f"    {each},\n" for each in seats)
    return f'{ORGANISATIONS}[[body]]\nid = "board"\nname = "Place Board"\npart_of = "icb"\nmembers = [\n{listed}]\n'


def post(key: str, name: str, home: str, holder: str = "not_stated") -> str:
    """Return a post."""
    held = holder if holder.startswith("[") else f'"{holder}"'
    return f'\n[[post]]\nid = "{key}"\nname = "{name}"\npost_in = "{home}"\nheld_by = {held}\n'


MARSH = '\n[[person]]\nid = "helena-marsh"\nname = "Dr Helena Marsh"\n'
BY_HAND = (
    board(
        '{ id = "chair", capacity = "chair", role = "independent", voting = true, nominated_by = "icb", term_ends = "2026-06-30" }',
        '{ id = "adults", capacity = "vice-chair", voting = true, on_behalf_of = "council" }',
        '{ id = "place-director", voting = true, on_behalf_of = "icb", deputy = "finance" }',
        '{ id = "council", role = "councillors", seats = 2, voting = true, nominated_by = "council" }',
        '{ id = "medical", voting = true, on_behalf_of = "trust" }',
        '{ id = "manager", capacity = "in attendance", voting = false, on_behalf_of = "healthwatch" }',
    )
    + post("chair", "Chair of the Place Board", "board", '[{ id = "helena-marsh", end_date = "2026-06-30" }]')
    + post("adults", "Director of Adult Services", "council")
    + post("place-director", "Place Director", "icb", "none")
    + post("finance", "Director of Finance", "icb")
    + post("medical", "Medical director", "trust")
    + post("manager", "Healthwatch manager", "healthwatch")
    + MARSH
)
"""The same seats, and two councillors, as the guide advises: each the seat of a post."""


def line(text: str, part: str) -> int:
    """Return the number of the first line that has a part."""
    return next(number for number, each in enumerate(text.splitlines(), 1) if part in each)


def test_seats_that_were_written_as_posts_are_found() -> None:
    """Role and organisation find the seat of a post, a name that of who holds it; nothing is made twice, nothing changes."""
    result = imported(SHEET, BY_HAND)
    assert (counts(result), result.left_out, result.warnings) == ((0, 0, 5), 0, ())
    assert (result.text, result.added) == (BY_HAND, ())


def test_a_column_of_posts_finds_them_too() -> None:
    """Where the titles stand below `Post`, a capacity among them is a capacity and no post."""
    result = imported(SHEET.replace("Role", "Post"), BY_HAND)
    assert (counts(result), result.warnings, result.text) == ((0, 0, 5), (), BY_HAND)


def test_a_seat_in_another_form_is_updated_in_its_place() -> None:
    """The vote and the end of a term go into the seat as it is written by hand, and a name into the post that has it."""
    sheet = (
        HEADER
        + "Place Board,Vice-chair,,Elm Council,No,,\nPlace Board,Place Director,Sam New,ICB,Yes,,1/4/2027\n"
    )
    result = imported(sheet, BY_HAND)
    assert (counts(result), result.warnings) == ((0, 2, 0), ())
    changed = BY_HAND.replace(
        'capacity = "vice-chair", voting = true', 'capacity = "vice-chair", voting = false'
    )
    changed = changed.replace('deputy = "finance" }', 'deputy = "finance", term_ends = "2027-04-01" }')
    changed = changed.replace('held_by = "none"', 'held_by = "sam-new"')
    assert result.text == changed + '\n[[person]]\nid = "sam-new"\nname = "Sam New"\n'


def test_seats_of_organisations_and_people_are_found() -> None:
    """The seat of an organisation with a role, and that of a person on behalf of one, are those of the sheet."""
    text = (
        board(
            '{ id = "helena-marsh", capacity = "chair", on_behalf_of = "icb" }',
            '{ id = "icb", role = "Place Director", voting = true }',
            '{ id = "trust", role = "Medical Director", voting = true }',
        )
        + MARSH
    )
    sheet = HEADER + "".join(
        each + "\n" for each in SHEET.splitlines()[1:] if "Vice" not in each and "Health" not in each
    )
    result = imported(sheet, text)
    assert (counts(result), result.left_out, result.warnings) == ((0, 2, 1), 0, ())
    assert [each.id for each in result.added] == ["icb-director-of-finance"]
    assert result.text.count("{ id =") == text.count("{ id =")


def test_several_seats_in_one_line() -> None:
    """Rows of `seats = 2` are those two, their names are told, and a third one is not made another seat."""
    rows = "".join(f"Place Board,Councillor,Cllr {each},Elm Council,Yes,,\n" for each in ("Al Ash", "Bo Elm"))
    result = imported(HEADER + rows, BY_HAND)
    there = line(BY_HAND, "councillors")
    assert (counts(result), result.text, result.added) == ((0, 0, 2), BY_HAND, ())
    assert result.warnings == tuple(
        f"row {number}: `Cllr {each}` has one of the 2 seats that are written together: the seat of `council` on `board` "
        f"in line {there}. To name who has them, write each seat by hand"
        for number, each in ((2, "Al Ash"), (3, "Bo Elm"))
    )
    third = imported(HEADER + rows + "Place Board,Councillor,Cllr Cy Oak,Elm Council,Yes,,\n", BY_HAND)
    assert (counts(third), third.left_out, third.text) == ((0, 0, 2), 1, BY_HAND)
    assert third.warnings[-1] == (
        f"row 4 is not written: the seat of `council` on `board` in line {there} fits it, and is that of row 2"
    )


@pytest.mark.parametrize(
    ("seat", "row"),
    [
        ('{ id = "council", role = "councillors", seats = 2 }', "Vice-chair,,Elm Council"),
        ('{ id = "council", capacity = "chair" }', "Chair,Jo Day,Elm Trust"),
        ('{ id = "trust" }', "Medical director,Jo Day,Elm Trust"),
        ('{ id = "medical" }', "Member,Jo Day,Elm Trust"),
    ],
)
def test_what_may_be_a_seat_that_is_there_is_told(seat: str, row: str) -> None:
    """What cannot be matched surely is neither made a second seat nor does it change another one; the message says what to do."""
    text = board(seat) + post("medical", "Medical director", "trust")
    member = seat.split('"')[1]
    result = imported(f"{HEADER}Place Board,{row},yes,,\n", text)
    assert (counts(result), result.left_out, result.text) == ((0, 0, 0), 1, text)
    assert result.warnings == (
        (
            f"row 2 is not written: it may be the seat of `{member}` on `board` in line {line(text, seat)}, or another one. "
            "If it is that one, change it by hand, or take it out and import again; if it is another one, write it by hand"
        ),
    )


def test_a_row_that_fits_several_seats_is_told() -> None:
    """Nothing is guessed where two seats of an organisation fit a row as well as each other."""
    text = board('{ id = "council", role = "adviser" }', '{ id = "council", role = "observer for health" }')
    result = imported(HEADER + "Place Board,,,Elm Council,no,,\n", text)
    first = line(text, "adviser")
    assert (result.left_out, result.text) == (1, text)
    assert result.warnings == (
        (
            f"row 2 is not written: it may be any of the seats of `board` in line {first} and in line {first + 1}; "
            "a role or a capacity tells them apart"
        ),
    )


def test_a_name_that_a_seat_cannot_take_is_told() -> None:
    """The seat of an organisation names no person, and who has the seat of a post may not hold that post."""
    text = board('{ id = "trust", role = "Medical director" }', '{ id = "adults", capacity = "vice-chair" }')
    text += post("adults", "Director of Adult Services", "council")
    rows = "Place Board,Medical director,Jo Day,Elm Trust,,,\nPlace Board,Vice-chair,Al Ash,Elm Council,,,\n"
    result = imported(HEADER + rows, text)
    assert (counts(result), result.text) == ((0, 0, 2), text)
    assert result.warnings == (
        (
            f"row 2: `Jo Day` is not written, since this is the seat of `trust` on `board` in line {line(text, 'role = ')}, "
            "which names no person. To name who has it, write the seat of a post or a person in its place"
        ),
        (
            f"row 3: `Al Ash` is not written, since this is the seat of `adults` on `board` in line {line(text, 'vice-chair')}, "
            "and the row does not say who holds that post: write `held_by` by hand"
        ),
    )


def test_another_chair_is_another_holder_of_the_post() -> None:
    """Where a post of the body itself is its chair, another name in the sheet is its next holder, and no second chair."""
    result = imported(HEADER + "Place Board,Chair,Jo Day,ICB,Yes,,\n", BY_HAND)
    assert (counts(result), result.warnings) == ((0, 0, 1), ())
    assert '"2026-06-30" }, "jo-day"]' in result.text
    assert not read_model((), [("m.toml", result.text.encode())]).mistakes


def test_a_seat_that_nobody_had_takes_who_has_it() -> None:
    """A seat of `not_stated` with the role of a row becomes that of who is named there, once."""
    text = board('{ id = "not_stated", role = "primary care lead", voting = true }')
    result = imported(HEADER + "Place Board,Primary care lead,Dr Jo Day,Elm Hospice,yes,,\n", text)
    assert counts(result) == (0, 1, 0)
    assert (
        '    { id = "jo-day", role = "primary care lead", voting = true, nominated_by = "hospice" },\n'
        in (result.text)
    )
    again = imported(HEADER + "Place Board,Primary care lead,Dr Jo Day,Elm Hospice,yes,,\n", result.text)
    assert (counts(again), again.text) == ((0, 0, 1), result.text)


def test_a_first_sheet_makes_posts_of_offices() -> None:
    """A role of an officer without a name is a post, its holder not stated or, where the sheet says vacant, none; so is a deputy."""
    rows = (
        "Place Board,Chair (independent),Dr Helena Marsh,ICB,Yes,,\nPlace Board,Place Director,,ICB,Yes,Director of Finance,\n"
        "Place Board,Medical director,Vacant,Elm Trust,Yes,,\nPlace Board,Member,Vacant,Elm Council,Yes,,\n"
        "Place Board,GP lead,,Elm Hospice,Yes,Finance,\n"
    )
    result = imported(HEADER + rows, board().replace("members = [\n]\n", ""))
    assert result.warnings == (
        (
            "row 6: `Deputy`: whether `Finance` is a person or a post cannot be told, so it is not written: "
            "write it as `[[person]]` or `[[post]]` with this name, and import again"
        ),
    )
    graph = load_texts({"m.toml": result.text.encode()})
    seats = {each.subject: dict(each.details) for each in graph.incoming("board", "member_of")}
    assert seats == {
        "helena-marsh": {
            "role": "independent",
            "capacity": "chair",
            "voting": True,
            "nominated_by": ("icb",),
        },
        "icb-place-director": {"voting": True, "deputy": ("icb-director-of-finance",)},
        "trust-medical-director": {"voting": True},
        "council-member-of-place-board": {"capacity": "member", "voting": True},
        "hospice-gp-lead": {"voting": True},
    }
    held = {each.id: [one.subject for one in graph.incoming(each.id, "holds")] for each in result.added[:-1]}
    assert held == {
        "icb-director-of-finance": ["not_stated"],
        "icb-place-director": ["not_stated"],
        "trust-medical-director": ["none"],
        "council-member-of-place-board": ["none"],
        "hospice-gp-lead": ["not_stated"],
    }
    again = imported(HEADER + rows, result.text)
    assert (counts(again), again.left_out, again.text) == ((0, 0, 5), 0, result.text)


def test_the_organisation_is_whose_seat_it_is() -> None:
    """`on_behalf_of` comes only from a column that says so; an organisation is who fills the seat, and stays as the model has it."""
    header = "Committee,Role,Name,Organisation,Representing\n"
    result = imported(header + "Place Board,Adviser,Jo Day,Elm Hospice,Elm Trust\n", board())
    assert '{ id = "jo-day", role = "Adviser", on_behalf_of = "trust" }' in result.text
    text = (
        board('{ id = "jo-day", role = "Adviser", nominated_by = "icb" }')
        + '\n[[person]]\nid = "jo-day"\nname = "Jo Day"\n'
    )
    other = imported(HEADER + "Place Board,Adviser,Jo Day,Elm Hospice,,,\n", text)
    assert (counts(other), other.text) == ((0, 0, 1), text)
    assert other.warnings == (
        (
            "row 2: `hospice` is not written, since the model has `icb` for the seat of `jo-day` on `board` "
            f"in line {line(text, 'Adviser')}"
        ),
    )
