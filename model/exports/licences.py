"""The licences of documents, with their Open Definition id and address, by which other programs know them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Licence(NamedTuple):
    """A licence.

    Attributes:
        name: Its id in the list of the Open Definition.
        address: The address of its text.
    """

    name: str
    address: str


_OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version"
_CC = "https://creativecommons.org"

LICENCES: Mapping[str, Licence] = MappingProxyType(
    {
        "open government licence v3.0": Licence("OGL-UK-3.0", f"{_OGL}/3/"),
        "open government licence v2.0": Licence("OGL-UK-2.0", f"{_OGL}/2/"),
        "open government licence v1.0": Licence("OGL-UK-1.0", f"{_OGL}/1/"),
        "cc by 4.0": Licence("CC-BY-4.0", f"{_CC}/licenses/by/4.0/"),
        "cc by-sa 4.0": Licence("CC-BY-SA-4.0", f"{_CC}/licenses/by-sa/4.0/"),
        "cc0 1.0": Licence("CC0-1.0", f"{_CC}/publicdomain/zero/1.0/"),
    }
)
"""The licences by the names that people write, in small letters."""
