"""Finds the columns of an official list by their names, in either spelling of the levels."""

from collections.abc import Mapping, Sequence

from ..sheet import Sheet
from .levels import ABOVE, BODY_TYPES, EXTRACTED, POSTCODE, REGION, BodyType


class ListError(Exception):
    """A file is not a list of registered practices.

    Attributes:
        file: The file.
        message: What is wrong.
        hint: What to do about it; empty for no hint.
    """

    def __init__(self, file: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.file = file
        self.message = message
        self.hint = hint


def width(sheet: Sheet) -> int:
    return len(sheet.rows[0][1]) if sheet.rows else 0


def columns_of(sheet: Sheet, file: str) -> tuple[Mapping[str, int], Sequence[BodyType]]:
    """Return the position of each column, and the types of body in the list, one for each level."""
    if not sheet.rows:
        raise ListError(file, "the file is empty")
    header = sheet.rows[0][1]
    places: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = "_".join(cell.upper().replace("-", " ").replace("_", " ").split())
        if name in places:
            raise ListError(file, f"line {sheet.rows[0][0]}: two columns are called `{name}`")
        places[name] = place
    body_types: list[BodyType] = []
    missing = [each for each in (EXTRACTED, POSTCODE) if each not in places]
    for level in (*ABOVE, REGION):
        of_level = [each for each in BODY_TYPES if each.level == level]
        there = [each for each in of_level if each.columns[0] in places]
        if len(there) > 1:
            both = " and ".join(f"`{each.columns[0]}`" for each in there)
            raise ListError(file, f"the columns {both} are both there: a list has one of them")
        if not there:
            missing.append(" or ".join(each.columns[0] for each in of_level))
            continue
        body_types.extend(there)
        missing.extend(each for each in there[0].columns if each and each not in places)
    if missing:
        names = ", ".join(f"`{each}`" for each in missing)
        raise ListError(
            file,
            f"{'the column' if len(missing) == 1 else 'the columns'} {names} {'is' if len(missing) == 1 else 'are'} missing",
            "it wants the mapping file of Patients Registered at a GP Practice, one row a practice",
        )
    return places, body_types
