"""A sheet of seats in a model: who is found, which seats are added, and which lines stay as they were written."""

import pytest

from tiers.model import load_texts
from tiers.model.importing.names import Names

from .sheets import BOARD, counts, imported, mistakes

HEADER = "Committee,Name,Post,Organisation,Role,Voting,Deputy,Term ends\n"


def test_a_seat_is_changed_in_its_place() -> None:
    """Only the keys that differ change; comments, order and form of all else stay byte for byte."""
    result = imported(HEADER + "Elm Board,,,Elm Council,Chair,no,,31 May 2026\n")
    assert counts(result) == (0, 1, 0)
    assert result.text == BOARD.replace(
        "voting = true }, # the mayor", 'voting = false, term_ends = "2026-05-31" }, # the mayor'
    )


def test_an_id_becomes_a_table() -> None:
    """A seat that is an id alone becomes an inline table when the sheet says more of it."""
    result = imported(HEADER + "Elm Board,Elm Trust,,,,yes,,\n")
    assert result.text == BOARD.replace('    "trust", #', '    { id = "trust", voting = true }, #')


def test_what_a_sheet_adds() -> None:
    """A new post with its holder, a person whose seat is a council's, and an organisation: each once, with ids from names."""
    result = imported(
        HEADER
        + "Elm Board,Dr Jane Doe,Medical Director,Elm Hospice,Clinical lead,Y,,\n"
        + "board,Cllr Ada Quill,,E09,Lead member,N,Jane Doe,Dec 2025\n"
        + "elm board,,,Healthwatch Elm,Observer,N,,\n",
        source="terms#members",
    )
    assert counts(result) == (3, 0, 0)
    assert result.text == BOARD.replace(
        '    "trust", # no more is known\n',
        '    "trust", # no more is known\n'
        '    { id = "elm-hospice-medical-director", role = "Clinical lead", voting = true, sources = ["terms#members"] },\n'
        '    { id = "ada-quill", role = "Lead member", voting = false, nominated_by = "council", deputy = "jane-doe", '
        'term_ends = "2025-12", sources = ["terms#members"] },\n'
        '    { id = "healthwatch-elm", capacity = "observer", voting = false, sources = ["terms#members"] },\n',
    ) + (
        '\n[[organisation]]\nid = "elm-hospice"\nname = "Elm Hospice"\nsources = ["terms#members"]\n'
        '\n[[organisation]]\nid = "healthwatch-elm"\nname = "Healthwatch Elm"\nsources = ["terms#members"]\n'
        '\n[[post]]\nid = "elm-hospice-medical-director"\nname = "Medical Director"\npost_in = "elm-hospice"\n'
        'held_by = "jane-doe"\nsources = ["terms#members"]\n'
        '\n[[person]]\nid = "jane-doe"\nname = "Dr Jane Doe"\nsources = ["terms#members"]\n'
        '\n[[person]]\nid = "ada-quill"\nname = "Cllr Ada Quill"\nsources = ["terms#members"]\n'
    )
    graph = load_texts({"m.toml": result.text.encode()})
    assert [each.object for each in graph.relations("jane-doe", "holds", "out")] == [
        "elm-hospice-medical-director"
    ]


def test_a_sheet_alone_makes_a_model() -> None:
    """Without a model the bodies and organisations are new too, and the file is one."""
    result = imported(HEADER + "New Group,,,New Council,,,,\n", "")
    assert result.text == (
        '[[organisation]]\nid = "new-council"\nname = "New Council"\n'
        '\n[[body]]\nid = "new-group"\nname = "New Group"\nmembers = "new-council"\n'
    )


@pytest.mark.parametrize("source", [None, "terms#members"])
def test_a_second_import_changes_nothing(source: str | None) -> None:
    """What a sheet has brought is found again: ids and seats are the same."""
    sheet = (
        HEADER
        + "Elm Board,Jane Doe,Medical Director,Elm Hospice,Clinical lead,Y,,\n"
        + "Elm Board,Ada Quill,,Elm School,,N,John Roe; Jane Doe,Dec 2025\n"
        + "Elm Board,Vacant,,,Nurse lead,Y,,\nElm Board,TBC,Director,Elm Hospice,,,,\n"
        + "Elm Board,Vacant,Manager,,,,,\n"
    )
    once = imported(sheet, source=source)
    assert counts(once) == (5, 0, 0)
    again = imported(sheet, once.text, source)
    assert (counts(again), again.text) == ((0, 0, 5), once.text)


def test_a_person_enters_only_with_an_office() -> None:
    """A name alone is refused, with the row; a role, a post or an organisation is an office."""
    assert mistakes(HEADER + "Elm Board,Jane Doe,,,,,,\nElm Board,,,,,yes,,\n,Jane Doe,,,Chair,,,\n") == [
        (2, "no office of `Jane Doe` is named: a person needs a role, a post or an organisation"),
        (3, "nobody is named who sits there"),
        (4, "no body is named"),
    ]


def test_what_cannot_be_read_is_told_by_column() -> None:
    """Each row with a mistake is told with the name of the column as the sheet has it."""
    assert mistakes(
        "Committee,Organisation,Voting,No. of seats,Term ends,Capacity\n"
        "Elm Board,Elm Trust,perhaps,,,\nElm Board,Elm Trust,,many,,\nElm Board,Elm Trust,,,31/31/2024,\n"
        "Elm Board,Elm Trust,,,,boss\nElm Board,Elm\u202eTrust,,,,\nElm Board,#REF!,,,,\n"
    ) == [
        (2, "`Voting`: `perhaps` is neither yes nor no"),
        (3, "`No. of seats`: `many` is not a number of seats"),
        (
            4,
            "`Term ends`: `31/31/2024`: `31/31/2024` is not a day of the calendar; the day comes before the month",
        ),
        (
            5,
            (
                "`Capacity`: `boss` is not one of `chair`, `co-chair`, `vice-chair`, `member`, `deputy`, "
                "`in attendance`, `observer`; other words go below `Role`"
            ),
        ),
        (6, "`Organisation`: the character U+202E is not allowed in a model"),
        (7, "`Organisation`: the formula gives `#REF!`"),
    ]


def test_a_name_of_several_is_asked_about() -> None:
    """Where two entities bear a name, the row is refused and names their ids."""
    text = BOARD + '\n[[organisation]]\nid = "trust-2"\nname = "Elm Trust"\n'
    assert mistakes(HEADER + "Elm Board,,,Elm Trust,,,,\n", text) == [
        (2, "`Organisation`: `Elm Trust` names 2 entities: write one of `trust`, `trust-2`")
    ]


def test_hostile_names_are_escaped() -> None:
    """Quotes, backslashes and what looks like TOML stay text."""
    name = '"]\\n[[body]] id = \\u0022x\\" #'
    result = imported(f'Committee,Organisation\nElm Board,"{name.replace(chr(34), chr(34) * 2)}"\n')
    graph = load_texts({"m.toml": result.text.encode()})
    assert [graph.name(each.id) for each in result.added] == [name]


def test_a_role_that_is_written_as_one_stays() -> None:
    """Where the model has `role = "Chair"`, the sheet's `Chair` does not turn it into a capacity."""
    text = BOARD.replace('capacity = "chair"', 'role = "chair"')
    assert imported(HEADER + "Elm Board,Elm Council,,,Chair,,,\n", text).text == text


def test_another_holder_is_added_and_told() -> None:
    """Who held a post before stays, since the sheet does not say until when; a warning asks for the day."""
    text = BOARD + (
        '\n[[post]]\nid = "lead"\nname = "Lead"\nheld_by = "jo"\nmember_of = ["board"]\n'
        '\n[[person]]\nid = "jo"\nname = "Jo"\n'
    )
    result = imported(HEADER + "Elm Board,Al Ash,Lead,,,,,\n", text)
    assert result.warnings == (
        "the post `lead` is now held by `jo`, `al-ash`: write `end_date` for who left",
    )
    assert 'held_by = [\n    "jo",\n    "al-ash",\n]\n' in result.text
    vacant = imported(HEADER + "Elm Board,Vacant,Lead,,,,,\n", text)
    assert (vacant.text, vacant.warnings) == (
        text,
        ("the post `lead` is vacant in the sheet and held by `jo` in the model: write `end_date` there",),
    )


def test_a_holder_sits_through_the_post() -> None:
    """Where the post of a person has the seat, the person's name alone is that seat and no second one."""
    text = BOARD + (
        '\n[[post]]\nid = "lead"\nname = "Lead"\nheld_by = "jo"\nmember_of = ["board"]\n'
        '\n[[person]]\nid = "jo"\nname = "Jo Ash"\n'
    )
    result = imported(HEADER + "Elm Board,Cllr Jo Ash,,Elm Council,,yes,,\n", text)
    assert counts(result) == (0, 1, 0)
    assert result.text == text.replace(
        'member_of = ["board"]', 'member_of = [{ to = "board", voting = true }]'
    )


def test_more_seats_than_can_be_told_apart() -> None:
    """200 seats of one member are compared with as many rows, more are refused with a word."""
    known = "".join(f'    {{ id = "not_stated", role = "Role {each}" }},\n' for each in range(201))
    text = BOARD.replace('    "trust",', f'{known}    "trust",')
    rows = "".join(f"Elm Board,TBC,,,Role {each},,,\n" for each in range(200))
    assert mistakes(f"{HEADER}{rows}", text) == [
        (2, "`not_stated` has more seats on `board` than can be told apart")
    ]


def test_two_seats_of_one_organisation() -> None:
    """Seats of one member are told apart by role and capacity; a row said twice counts once and is told."""
    sheet = (
        "Board,Organisation,Role,Seats\nElm Board,Elm Council,Chair,\nElm Board,Elm Council,Adviser,2\n"
        "Elm Board,Elm Council,Adviser,2\n"
    )
    result = imported(sheet)
    assert counts(result) == (1, 0, 1)
    assert result.warnings == (
        "row 4 says the same as row 3 and counts once; several like seats are a number below `Seats`",
    )


def test_a_former_seat_stays_former() -> None:
    """A seat that has ended is not the one of the sheet, which is of now."""
    text = BOARD.replace('    "trust", #', '    { id = "trust", end_date = "2023" }, #')
    result = imported(HEADER + "Elm Board,Elm Trust,,,Adviser,,,\n", text)
    assert counts(result) == (1, 0, 0)
    assert 'end_date = "2023" }' in result.text


def test_words_for_nobody_give_way_to_seats() -> None:
    """`members = "not_stated"` is replaced once a sheet says who sits there."""
    text = '[[body]]\nid = "board"\nname = "Board"\nmembers = "not_stated" # yet\nmeets = "Weekly"\n'
    assert imported("Body,Organisation\nBoard,Trust\n", text).text == (
        '[[body]]\nid = "board"\nname = "Board"\nmembers = [\n    "trust",\n] # yet\nmeets = "Weekly"\n'
        '\n[[organisation]]\nid = "trust"\nname = "Trust"\n'
    )


def test_ids_are_taken_once() -> None:
    """A name whose id is taken by another kind gets a number, and keeps it."""
    names = Names(load_texts({"m.toml": BOARD.encode()}))
    assert [names.add("person", "Cllr Board").id, names.add("person", "Dr. Board").id] == [
        "board-2",
        "board-3",
    ]
    assert names.add("person", "Łukasz 北京").id == "lukasz"
    assert names.add("person", "北京").id == "person"


@pytest.mark.parametrize(
    ("held", "after"),
    [
        ('"none"', 'held_by = "al-ash"'),
        ('["none"]', 'held_by = "al-ash"'),
        (
            '[{ id = "jo", end_date = "2023" }, "none"]',
            'held_by = [{ id = "jo", end_date = "2023" }, "al-ash"]',
        ),
        (
            '[{ id = "none", end_date = "2023" }]',
            'held_by = [{ id = "none", end_date = "2023" }, "al-ash"]',
        ),
    ],
)
def test_who_fills_a_vacant_post_takes_the_place_of_none(held: str, after: str) -> None:
    """The bare word of the same document gives way to a holder; what has an end stays, as the history of the post."""
    text = BOARD + (
        f'\n[[post]]\nid = "lead"\nname = "Lead"\nheld_by = {held}\nmember_of = ["board"]\n'
        '\n[[person]]\nid = "jo"\nname = "Jo"\n'
    )
    result = imported(HEADER + "Elm Board,Al Ash,Lead,,,,,\n", text)
    assert (after in result.text.splitlines(), result.warnings) == (True, ())


@pytest.mark.parametrize(
    "held",
    ['{ id = "none", sources = ["terms"], note = "To be filled." }', '{ id = "none", start_date = "2024" }'],
)
def test_a_vacancy_that_says_more_stays_and_is_told(held: str) -> None:
    """With a source, a note or a day of its own it is what somebody wrote: the holder stands beside it, and a person decides."""
    text = BOARD + f'\n[[post]]\nid = "lead"\nname = "Lead"\nheld_by = [{held}]\nmember_of = ["board"]\n'
    result = imported(HEADER + "Elm Board,Al Ash,Lead,,,,,\n", text)
    assert f'held_by = [{held}, "al-ash"]' in result.text
    assert result.warnings == (
        (
            "`held_by` of `lead` names `none`, and the sheet names somebody: write `end_date` for what has ended, "
            "or name the document of the sheet with `--source`, where it is of a later day"
        ),
    )


def test_who_nominates_is_to_be_confirmed() -> None:
    """The organisation of a person is written as who nominates them, and the row is named; where a column says it, it is not."""
    result = imported(HEADER + "Elm Board,Al Ash,,Elm Council,Adviser,,,\n")
    assert (result.nominated, 'nominated_by = "council"' in result.text) == ((2,), True)
    assert imported(HEADER + "Elm Board,,,Elm Council,Chair,,,\n").nominated == ()
