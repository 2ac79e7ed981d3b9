"""Makes small official lists of registered practices, in the forms that the real ones have had."""

from collections.abc import Mapping, Sequence

from tiers.model import Model, load_texts
from tiers.model.importing.practices.plan import Result, plan
from tiers.model.importing.practices.reading import LineMistake, read_list
from tiers.model.importing.practices.snapshots import Snapshot

Row = tuple[str, str, str, str, str]
"""Code and name of a practice, and the codes of its network, its location and its system."""

NETWORKS = {"U00001": "ELM PCN", "U00002": "OAK & ASH PCN", "U00003": "ST MARY'S PCN", "U": "Unallocated"}
OLD = {"01A": "NHS Elm CCG", "02B": "NHS Oak CCG", "QAA": "Elmshire and Oakland", "QBB": "Northshire"}
NEW = {
    "01A": "NHS Elmshire ICB - 01A",
    "02B": "NHS Northshire ICB - 02B",
    "QAA": "NHS Elmshire Integrated Care Board",
    "QBB": "NHS Northshire Integrated Care Board",
}

FIRST: tuple[Row, ...] = (
    ("A00001", "THE ELM SURGERY", "U00001", "01A", "QAA"),
    ("A00002", "DR O'NEILL & PARTNERS", "U00001", "01A", "QAA"),
    ("A00003", "OAK ROAD MED CTR", "U00002", "02B", "QAA"),
    ("A00004", "ASH HOUSE PMS (ID PATCHETT)", "U00002", "02B", "QAA"),
    ("Y00005", "SAFE HAVEN", "U", "01A", "QAA"),
    ("B00006", "NORTH STREET SURGERY", "U00003", "03C", "QBB"),
)
SECOND: tuple[Row, ...] = (
    ("A00001", "THE ELM SURGERY", "U00001", "01A", "QAA"),
    ("A00002", "ELM TREE PRACTICE", "U00001", "01A", "QAA"),
    ("A00003", "OAK ROAD MED CTR", "U00002", "02B", "QBB"),
    ("A00004", "ASH HOUSE PMS (ID PATCHETT)", "U00001", "01A", "QAA"),
    ("B00006", "NORTH STREET SURGERY", "U00002", "02B", "QBB"),
    ("B00007", "NEW PRACTICE", "U00002", "02B", "QBB"),
)


def official(
    rows: Sequence[Row], day: str, *, new: bool = False, names: Mapping[str, str] = {}, end: str = "\n"
) -> bytes:
    """Return a list as its publisher writes it.

    Args:
        rows: The practices.
        day: The day, as it stands in the column.
        new: Whether the columns are those of integrated care boards.
        names: Names by code, in the place of the usual ones.
        end: How lines end.
    """
    location, system = ("SUB_ICB_LOCATION", "ICB") if new else ("CCG", "STP")
    known = {**NETWORKS, "03C": "NHS North CCG", **(NEW if new else OLD), **names}
    header = (
        "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,"
        f"ONS_{location}_CODE,{location}_CODE,{location}_NAME,ONS_{system}_CODE,{system}_CODE,{system}_NAME,"
        f"ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME{',SUPPLIER_NAME' if new else ''}"
    )
    lines = [header]
    for code, name, network, place, board in rows:
        lines.append(
            f"GP_PRAC_PAT_LIST,{day},{code},{name},EL1 {code[-1]}AA,{network},{known[network]},"
            f"E380000{place[:2]},{place},{known[place]},E5400000{1 + (board == 'QBB')},{board},{known[board]},"
            f"E4000000{2 if new else 1},Y01,Middle England{',TPP' if new else ''}"
        )
    return (end.join(lines) + end).encode()


def snapshot(data: bytes, name: str = "list.csv") -> Snapshot:
    """Return the contents of a list without mistakes."""
    found: list[LineMistake] = []
    read = read_list(data, name, found)
    assert read is not None, found
    return read


def mistakes(data: bytes) -> list[tuple[int, str]]:
    """Return the mistakes of a list, each with its line."""
    found: list[LineMistake] = []
    assert read_list(data, "list.csv", found) is None
    return [(each.line, each.message) for each in found]


ONE = snapshot(official(FIRST, "01-Sep-20"))
TWO = snapshot(official(SECOND, "01Jan2022", new=True))


def imported(*lists: Snapshot, known: Sequence[Snapshot] = (), texts: Mapping[str, str] = {}) -> Result:
    """Return what an import of lists writes."""
    return plan(known, lists, texts)


def tomls(result: Result, texts: Mapping[str, str] = {}) -> dict[str, str]:
    """Return the TOML files of a directory after an import."""
    written = {name: text for name, text in result.files.items() if name.endswith(".toml")}
    return {**texts, **written}


def model(texts: Mapping[str, str]) -> Model:
    """Return the model in files."""
    return load_texts({name: text.encode() for name, text in texts.items()})
