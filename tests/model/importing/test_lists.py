"""Official lists of practices: the forms that are read, the case of names, and the messages about mistakes."""

import pytest

from tiers.model.importing.practices.casing import name_for_reading
from tiers.model.importing.practices.columns import ListError
from tiers.model.importing.practices.kept_lists import kept_text
from tiers.model.importing.practices.reading import read_list

from .lists import FIRST, ONE, SECOND, TWO, mistakes, official, snapshot


@pytest.mark.parametrize(
    "day", ["01-Sep-20", "01Sep2020", "1 September 2020", "2020-09-01", "01/09/2020", "2020-09-01 00:00:00"]
)
def test_every_form_of_a_date_is_read(day: str) -> None:
    """The day stands in the lists in several forms, and all of them mean it."""
    assert snapshot(official(FIRST, day)).day.isoformat() == "2020-09-01"


def test_line_ends_marks_order_and_further_columns_make_no_difference() -> None:
    """A list says the same with CRLF, with a byte order mark, in UTF-16, with semicolons, and with its columns in another order."""
    data = official(FIRST, "01-Sep-20")
    rows = [line.split(",") for line in data.decode().splitlines()]
    turned = "\n".join(";".join(["x", *reversed(row)]) for row in rows).encode()
    for other in (
        official(FIRST, "01-Sep-20", end="\r\n"),
        b"\xef\xbb\xbf" + data,
        data.decode().encode("utf-16"),
        turned,
    ):
        read = snapshot(other)
        assert (read.day, read.bodies, read.above) == (ONE.day, ONE.bodies, ONE.above)


def test_either_spelling_of_the_levels_is_read() -> None:
    """CCG and STP stand where later lists have sub-ICB location and ICB; what a code belongs to is told apart by it."""
    assert {"ccg-01a", "stp-qaa"} <= ONE.bodies.keys()
    assert {"sub-icb-01a", "icb-qaa"} <= TWO.bodies.keys()
    assert ONE.above["gp-y00005"] == {"location": "ccg-01a", "system": "stp-qaa", "region": "region-y01"}


def test_a_kept_list_reads_back_as_it_was() -> None:
    """What an import keeps of a list says the same as the list."""
    for each in (ONE, TWO):
        again = snapshot(kept_text(each).encode())
        assert (again.day, again.publication, again.bodies, again.above) == (
            each.day,
            each.publication,
            each.bodies,
            each.above,
        )


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("KINGS ROAD SURGERY", "Kings Road Surgery"),
        ("ST. MARY'S & QUEEN'S MED CTR", "St. Mary's & Queen's Med Ctr"),
        ("DR O'NEILL AND DR MCMURRAY", "Dr O'Neill and Dr McMurray"),
        ("THE HEALTH CENTRE (THE GLEBE)", "The Health Centre (The Glebe)"),
        ("BRADFORD-ON-AVON & 4TH AVENUE", "Bradford-on-Avon & 4th Avenue"),
        ("GROBY ROAD (ID PATCHETT) PMS", "Groby Road (ID Patchett) PMS"),
        ("BHF GPS OX3 PCN", "BHF GPs OX3 PCN"),
        ("NHS Tees Valley CCG", "NHS Tees Valley CCG"),
        ("LiGA WIGAN PCN", "LiGA Wigan PCN"),
        ("ÉCOLE ROAD", "École Road"),
    ],
)
def test_names_in_capitals_are_cased_for_reading(name: str, read: str) -> None:
    """Capitals become what people write; short forms and initials stay, and no letter changes but for its case."""
    assert name_for_reading(name) == read
    assert read.upper() == name.upper()


def test_everything_wrong_is_told_at_once_with_its_line() -> None:
    """Wrong codes and days, formulas, control characters, an empty name, a name that changes and a practice that stands twice."""
    rows = (
        ("A00001", "THE ELM SURGERY", "U00001", "01A", "QAA"),
        ("A 1", "=1+1", "U00001", "01A", "QAA"),
        ("A00003", "", "U00001", "01A", "QAA"),
        ("A00001", "BELL\x07", "U00001", "01A", "QAA"),
        ("A00001", "THE ELM SURGERY", "U00001", "01A", "QAA"),
        ("A00005", "ELM", "U00002", "01A", "QAA"),
    )
    data = official(rows, "01-Sep-20").replace(b"01-Sep-20,A00005", b"soon,A00005")
    data = data.replace(b"E5400000", b"X54", 1)
    assert mistakes(data) == [
        (2, "`ONS_STP_CODE` is `X541`, which is no code such as `E54000050`"),
        (3, "`PRACTICE_CODE` is `A 1`, which is no code of letters and digits"),
        (3, "`PRACTICE_NAME` is `=1+1`, which is a formula and no name"),
        (4, "`PRACTICE_NAME` is empty"),
        (5, "`PRACTICE_NAME` has the character U+0007, which may not stand in text"),
        (6, "the practice `A00001` is on line 2 too"),
        (7, "`EXTRACT_DATE` is `soon`, which is no day such as `01Jan2022`"),
    ]


def test_a_code_with_two_names_or_two_days_in_one_list_is_a_mistake() -> None:
    """A list calls each body by one name and one ONS code, and is of one day."""
    lines = official(SECOND[:2], "01Jan2022", new=True).decode().splitlines()
    lines[2] = lines[2].replace("NHS Elmshire ICB - 01A", "Other").replace("E54000001", "E54000009")
    lines[2] = lines[2].replace("01Jan2022", "01Feb2022")
    assert mistakes("\n".join(lines).encode()) == [
        (3, "`EXTRACT_DATE` is `01Feb2022`, and another day on line 2: a list is of one day"),
        (3, "`01A` is called `Other` here and `NHS Elmshire ICB - 01A` on line 2"),
        (3, "`QAA` has the ONS code `E54000009` here and `E54000001` on line 2"),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            official(FIRST, "01-Sep-20").replace(b"PCN_CODE", b"NET").replace(b"STP_NAME", b"S"),
            "the columns `PCN_CODE`, `STP_NAME` are missing",
        ),
        (
            b"a,b\n1,2\n",
            "the columns `EXTRACT_DATE`, `PRACTICE_POSTCODE`, `PRACTICE_CODE`, `PCN_CODE`, `CCG_CODE or SUB_ICB_LOCATION_CODE`, ",
        ),
        (
            official(FIRST, "01-Sep-20").replace(b"PUBLICATION", b"ICB_CODE"),
            "the columns `STP_CODE` and `ICB_CODE` are both there: a list has one of them",
        ),
        (
            official(FIRST, "01-Sep-20").replace(b"PUBLICATION", b"PCN_CODE"),
            "line 1: two columns are called `PCN_CODE`",
        ),
        (official((), "01-Sep-20"), "the list has no practices"),
        (b"", "the file is empty"),
        (b"\0\0\1", "this is not a text file"),
        (official(FIRST, "01-Sep-20") + b'"open', "line 8 is no CSV: unexpected end of data"),
    ],
)
def test_what_is_no_list_is_told_in_one_message(data: bytes, message: str) -> None:
    """A file that cannot be a list is refused as a whole."""
    with pytest.raises(ListError) as raised:
        read_list(data, "list.csv", [])
    assert raised.value.message.startswith(message)
